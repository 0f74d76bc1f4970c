#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/text/diagnostic.h"
#include "engine/text/tree.h"

namespace ntk {

// So many cases to be drawn from a pool of them that can stand for one another.
struct CaseDraw {
    int take = 1;
    std::vector<std::string> from;
};

// A balanced set of cases that is scored as one (engine.md section 12): which cases, under which rules, what counts as
// met, and how many chances of each kind it promises.
struct AssessmentForm {
    std::string id, title, version, status;
    std::vector<std::string> packs;  // base first
    std::vector<Place> pack_places;
    std::string as_of;
    std::vector<std::string> cases;  // ids, in the order they are played; with draws, all that may be drawn
    std::vector<CaseDraw> draws;     // a blueprint: drawn from instead of played in order
    int cut_percent = 70;            // of the whole
    int strand_floor_percent = 60;   // of each strand
    int chances_per_strand = 3;      // to earn, at least
    int chances_per_heading = 3;     // for a heading to be reported on its own
    std::map<std::string, int> decisions_at_harm;  // level -> decisions met there at least, by the best answers
    Place place;
    std::vector<Place> case_places;
};

// Reads a form. Reports E1xx for its shape, E640 for a case named twice, E641 for fewer than two cases or more than
// 32, and E643 for a draw of more cases than its pool holds; whether the cases are there is for the caller, who knows
// the library.
AssessmentForm read_assessment_form(const Tree& tree, Diagnostics& diagnostics);

}  // namespace ntk
