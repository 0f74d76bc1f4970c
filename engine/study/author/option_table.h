#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/play/attempt.h"
#include "engine/play/expect.h"
#include "engine/play/page.h"

namespace ntk {

// What one option of a scene does, as its author should see it: acts in words, where it leads, and the verdicts that
// choosing it here and now would bring.
struct OptionRow {
    std::string id, say;
    bool form = false;                   // filled in as it stands at first
    std::string problem;                 // why it cannot be chosen here; then the rest is empty
    std::vector<std::string> acts;       // sentences, with what the case adds by itself
    std::string leads_to;                // a scene, or "end"
    std::string ending;                  // the ending that fits, when it leads to the end
    std::vector<std::string> meters;     // "safety +2"
    std::vector<VerdictView> verdicts;   // those that tell it from other options, worst first
    std::vector<Unexpected> unexpected;  // where the author expected something else
    int expected = 0;                    // how many verdicts the author expects here
};

// The options of a scene side by side.
struct OptionTable {
    std::vector<OptionRow> rows;
    std::vector<std::string> kept_by_all;  // norms that every option keeps here, with their titles
    std::vector<std::string> facts_read;   // by any verdict on any option: "case.harm"
};

// `at` stands at a decision, with proofs written. Of anything else the table is empty.
OptionTable option_table(const Attempt& at);

// Every option's verdicts in short: option -> norm -> "Kept; Missed". Needs no proofs.
using Outcomes = std::map<std::string, std::map<std::string, std::string>>;
Outcomes outcomes_at(const Attempt& at);

// A verdict that comes out otherwise once something is changed.
struct VerdictFlip {
    std::string option, norm, title;
    std::string before, after;  // "Kept", "Not kept", or "no verdict"
};
std::vector<VerdictFlip> flips_between(const Outcomes& before, const Outcomes& after, const RuleBook& rules);

}  // namespace ntk
