#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/rules/fact_flip.h"
#include "engine/rules/judge.h"
#include "engine/text/diagnostic.h"
#include "engine/text/fields.h"
#include "engine/text/tree.h"

namespace ntk {

// One decision of a stand-alone situation: what comes to light, and what the practitioner does.
struct SituationStep {
    Arrival arrival;
    std::vector<Act> acts;
    const Tree* expect = nullptr;  // the verdicts expected, as written; read by pack tests only
};

// Facts and steps written down on their own, without a story: for the tests of rule packs, and for trying a case out.
struct Situation {
    std::string title;
    std::vector<std::string> packs;  // base first; empty: the reader chooses
    std::string as_of;               // empty: the first day on which the whole stack is valid
    Names names;                     // words for people, agencies, items and requests; ids where none are given
    Store opening = new_case();
    std::vector<SituationStep> steps;
};

// Whether a step may say which verdicts it expects.
enum class Expectations { refused, allowed };

// Reads the facts in `facts` and then the steps; the caller finishes `facts`. Requests, pulls, events and whatever a
// step reveals stay hidden until then; the first step shows those requests, pulls and events that no step names. A step
// without `at` comes an hour after the one before, the first on Monday at 10.00. Faults go to `diagnostics`.
void read_situation(Fields& facts, const std::vector<const Tree*>& steps, Expectations expectations,
                    Situation& situation, Diagnostics& diagnostics);

// Reads a file that holds one situation: its header under `situation:`, then names, facts and steps
// (assets/rulepacks/situations.md shows the format). Reports every fault in `diagnostics`.
Situation read_situation_file(const Tree& file, Diagnostics& diagnostics);

// A situation judged to its close.
struct JudgedSituation {
    std::vector<std::vector<Verdict>> ran_out;   // by step: what came of deadlines that passed on the way to it
    std::vector<std::vector<Verdict>> by_step;   // what each step brought, as judged then
    std::vector<Verdict> at_close;               // every verdict, as it stands when the case is over
    std::vector<std::vector<std::string>> acts;  // by step: what was done, one line to an act
};

// How far a way already gone reaches: up to a step and what was done there, up to the coming of a step, or to the close.
struct Reach {
    int step = -1;  // -1: the close
    bool done = true;
};

// The situation as a way already gone, so that it can be judged again with a fact changed.
PastCase past_of(const Situation& situation, const std::shared_ptr<const RuleBook>& rules, Reach reach = {});

// Whether verdicts that were shown have this one as it stands now.
bool stands_in(const std::vector<Verdict>& shown, const Verdict& verdict);

// Judges every step in turn and then the close.
JudgedSituation judge_situation(const Situation& situation, const std::shared_ptr<const RuleBook>& rules);

}  // namespace ntk
