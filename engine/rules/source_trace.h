#pragma once

#include <string>
#include <vector>

#include "engine/rules/rule_book.h"
#include "engine/text/diagnostic.h"
#include "engine/text/tree.h"

namespace ntk {

// One sentence of the leaflet, told in our own words, and the norms that answer for it.
struct TracedSentence {
    std::string number;  // "R5.1"
    std::string says;    // our paraphrase
    std::vector<std::string> norms;
    std::string left_to;  // "people" when no norm judges it, else empty
    std::string reason;   // why it is left to people
    Place place;
};

struct TracedSection {
    std::string heading;  // id of a heading of the rules
    std::string title;
    std::vector<TracedSentence> sentences;
};

// The way from every sentence of the source to norms, and back.
struct SourceTrace {
    std::string title, checked;
    std::vector<TracedSection> sections;
};

// Reads assets/rulepacks/trace.yaml. A sentence names norms or says why it is left to people, never both; numbers are
// unique. Reports E117 for a reader other than people, E111 and E307 as elsewhere.
SourceTrace read_source_trace(const Tree& file, Diagnostics& diagnostics);

// Where trace and rules disagree: a norm that does not exist, or a norm that no sentence leads to. Norms graded local
// come from elsewhere and may stand alone. One line each; empty when they fit.
std::vector<std::string> trace_gaps(const SourceTrace& trace, const RuleBook& rules);

// The numbers of the sentences that lead to a norm, itself or by an alias.
std::vector<std::string> sentences_for(const SourceTrace& trace, const std::string& norm);

}  // namespace ntk
