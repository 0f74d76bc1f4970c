#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "engine/scenario/scenario.h"
#include "engine/text/diagnostic.h"
#include "engine/text/tree.h"

namespace ntk {

// One of the people who each hold a part of a family's story, and the case in which a learner sits on that chair.
struct JigsawChair {
    std::shared_ptr<const Scenario> scenario;
    std::string who;    // "The school nurse"
    std::string holds;  // what this chair knows at the start, in one line; may be empty
    int lead = -1;      // the agency that leads, in this chair's case
};

// Something the lead could come to know. Several chairs may hold it, each as information of its own case.
struct JigsawPiece {
    std::string id, says;
    std::vector<Bits> items;  // by chair; empty where a chair never holds it
};

// What the lead can see once some pieces have all arrived: a whole picture, not a part of one.
struct JigsawSight {
    std::vector<int> needs;  // pieces; none for the last, which is for all that is left
    std::string says;
};

// One family, several chairs, and what the lead would see of it all. A jigsaw with any error is never made.
struct Jigsaw {
    std::string id, title, version, status, sha256;
    std::string lead;                // the id of the agency that leads
    std::vector<std::string> intro;  // paragraphs, before the first chair
    std::vector<JigsawChair> chairs;
    std::vector<JigsawPiece> pieces;
    std::vector<JigsawSight> sees;  // the first whose pieces are all there is what the lead sees; the last needs none
    std::vector<std::string> questions;
};

// The cases of a jigsaw by id. A case that is there but could not be read is held as nothing: whoever read it has said
// what is wrong with it.
using JigsawCases = std::map<std::string, std::shared_ptr<const Scenario>>;

// Which cases a jigsaw names, as far as that can be read; for whoever must find them.
std::vector<std::string> cases_of_jigsaw(const Tree& tree);

// Reads a jigsaw whose cases were looked for before. Reports E1xx for its shape, E601 for ids, and E650 to E659 for
// what does not fit together. Returns nothing after an error.
std::shared_ptr<const Jigsaw> read_jigsaw(const Tree& tree, const JigsawCases& cases, Diagnostics& diagnostics);

}  // namespace ntk
