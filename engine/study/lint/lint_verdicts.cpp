#include <algorithm>
#include <set>

#include "engine/play/words.h"
#include "engine/rules/rule_book.h"
#include "engine/study/lint/finders.h"

namespace ntk {

namespace {

const Vocabulary& v() { return vocabulary(); }

Place nodes_place(const LintCase& lint) {
    const Tree* nodes = lint.tree.find("nodes");
    return nodes == nullptr ? lint.tree.place : nodes->place;
}

const Option* option_of(const LintCase& lint, const OptionTried& tried) {
    const Node* node = lint.scenario->node(tried.node);
    if (node == nullptr) return nullptr;
    for (const Option& option : node->options)
        if (option.id == tried.option) return &option;
    return nullptr;
}

bool has_best_line(const LintCase& lint) {
    return std::any_of(lint.trials.tried.begin(), lint.trials.tried.end(),
                       [](const OptionTried& tried) { return tried.on_best_line; });
}

// Decisions of the best line where some option breaks a norm of this strand: a trap of that kind.
std::set<std::string> traps(const LintCase& lint, Strand strand) {
    std::set<std::string> nodes;
    for (const OptionTried& tried : lint.trials.tried) {
        if (!tried.on_best_line) continue;
        for (const std::string& id : tried.breached) {
            const Norm* norm = lint.rules->norm(id);
            if (norm != nullptr && norm->strand == strand) nodes.insert(tried.node);
        }
    }
    return nodes;
}

void report_few_traps(const LintCase& lint, Strand strand, const char* code, const char* what, const char* hint,
                      Diagnostics& diagnostics) {
    if (!has_best_line(lint)) return;
    const std::set<std::string> found = traps(lint, strand);
    if (found.size() >= 2) return;
    diagnostics.report(code, nodes_place(lint),
                       (found.empty() ? std::string("no decision tempts to share ")
                                      : "one decision only, " + *found.begin() + ", tempts to share ") +
                           what,
                       hint);
}

// Whether an act of one of these kinds stands in an option that breaks nothing on the best line.
template <class Is>
bool good_option_has(const LintCase& lint, Is&& is) {
    for (const OptionTried& tried : lint.trials.tried) {
        const Option* option = option_of(lint, tried);
        if (option == nullptr || !tried.on_best_line || !tried.breached.empty()) continue;
        if (std::any_of(option->acts.begin(), option->acts.end(), is)) return true;
    }
    return false;
}

}  // namespace

void find_few_traps_too_little(const LintCase& lint, Diagnostics& diagnostics) {
    report_few_traps(lint, Strand::protect, "W520", "too little",
                     "give at least two decisions where holding back tempts and is wrong", diagnostics);
}

void find_few_traps_too_much(const LintCase& lint, Diagnostics& diagnostics) {
    report_few_traps(lint, Strand::privacy, "W521", "too much",
                     "give at least two decisions where sharing more tempts and is wrong", diagnostics);
}

void find_nothing_shared(const LintCase& lint, Diagnostics& diagnostics) {
    if (!has_best_line(lint)) return;
    const bool shared = good_option_has(
        lint, [](const Act& act) { return act.kind == ActKind::share || act.kind == ActKind::hand_over; });
    if (!shared)
        diagnostics.report("W522", nodes_place(lint), "nothing is rightly shared on the best way through",
                           "give at least one decision where sharing keeps the rules");
}

void find_nothing_held_back(const LintCase& lint, Diagnostics& diagnostics) {
    if (!has_best_line(lint)) return;
    const bool held = good_option_has(lint, [](const Act& act) {
        return act.kind == ActKind::withhold || act.kind == ActKind::refuse || !act_set(act, v().act_redact).empty() ||
               !act_set(act, v().act_pseudonym).empty();
    });
    if (!held)
        diagnostics.report(
            "W523", nodes_place(lint), "nothing is rightly held back on the best way through",
            "give at least one decision where withholding, refusing or leaving a person out keeps the rules");
}

void find_idle_decisions(const LintCase& lint, Diagnostics& diagnostics) {
    for (const Node& node : lint.scenario->nodes) {
        if (node.options.empty()) continue;
        bool tried = false;
        bool tests = false;
        std::set<std::string> first;
        for (const OptionTried& one : lint.trials.tried) {
            if (one.node != node.id) continue;
            if (!tried) first = one.breached;
            tried = true;
            tests = tests || one.breached != first || one.contested;
        }
        if (tried && !tests)
            diagnostics.report(
                "W524", node.place,
                "the decision '" + node.id + "' tests nothing: its options break no rule, or the same ones",
                "let an option do what a hurried colleague would do, or make the scene a consequence");
    }
}

void find_no_clean_option(const LintCase& lint, Diagnostics& diagnostics) {
    for (const NoCleanOption& found : lint.trials.nowhere_clean)
        diagnostics.report(
            "W525", lint.scenario->node(found.node)->place,
            "at '" + found.node + "' every option breaks some rule on the run \"" + found.run + "\": " + found.broken,
            "give an option that keeps the rules, whatever went before");
}

void find_unexpected_verdicts(const LintCase& lint, Diagnostics& diagnostics) {
    for (const Unexpected& found : lint.trials.unexpected) {
        const Node* node = lint.scenario->node(found.node);
        if (node == nullptr) continue;
        for (const Option& option : node->options) {
            if (option.id != found.option) continue;
            Place place = option.place;
            for (const Expectation& expected : option.expect)
                if (expected.norm == found.norm && expected.place.line > 0) place = expected.place;
            const bool known = lint.rules->norm(found.norm) != nullptr;
            diagnostics.report(
                "W526", place,
                "at '" + found.node + "' option '" + found.option + "' you expect " + found.norm + " " +
                    found.expected +
                    (known ? "; it comes out as " + found.found : "; the packs of this case have no such norm"),
                known ? "look for a fact that is missing or an act that does something else than its words; 'when' and "
                        "'depends' are for verdicts that hang on the way taken"
                      : "look up the id in the pack");
        }
    }
}

void find_good_habits(const LintCase& lint, Diagnostics& diagnostics) {
    for (std::size_t i = 0; i < lint.plan.runs.size(); ++i) {
        const RunTried& run = lint.trials.runs[i];
        // One slip that is mended, or a few among many decisions, is no habit.
        const int decisions = run.decisions;
        if (!run.problem.empty() || run.breaches < 2 || run.breaches * 4 < decisions || !run.met) continue;
        diagnostics.report("W527", lint.plan.runs[i].place,
                           "\"" + lint.plan.runs[i].name + "\" breaks a rule at " + std::to_string(run.breaches) +
                               (run.breaches == 1 ? " decision" : " decisions") + " and still meets the standard",
                           "no single habit may pass: make it matter at more decisions");
    }
}

void find_wrong_plan(const LintCase& lint, Diagnostics& diagnostics) {
    bool best = false;
    for (std::size_t i = 0; i < lint.plan.runs.size(); ++i) {
        const Plan::Run& planned = lint.plan.runs[i];
        const RunTried& run = lint.trials.runs[i];
        std::string wrong;
        if (!run.problem.empty())
            wrong = run.problem;
        else if (!planned.ending.empty() && run.ending != planned.ending)
            wrong = "the ending is " + run.ending + ", not " + planned.ending;
        else if (planned.breaches >= 0 && run.breaches != planned.breaches)
            wrong = std::to_string(run.breaches) + (run.breaches == 1 ? " decision has" : " decisions have") +
                    " a breach, not " + std::to_string(planned.breaches);
        best = best || (run.problem.empty() && run.breaches == 0);
        if (!wrong.empty())
            diagnostics.report("W528", planned.place, "\"" + planned.name + "\" does not come out as planned: " + wrong,
                               "mend the case, or the plan when the case is right");
    }
    if (!best && !lint.plan.runs.empty())
        diagnostics.report(
            "W528", lint.plan.runs.front().place, "no planned run keeps every rule",
            "put the best answers first in the plan; lengths and places of options are compared with them");
}

void find_silent_zones(const LintCase& lint, Diagnostics& diagnostics) {
    for (const ZoneMet& met : lint.trials.zones) {
        const Node* node = lint.scenario->node(met.node);
        if (!node->contested.empty()) continue;
        for (const Zone& zone : lint.rules->zones()) {
            if (zone.id != met.zone) continue;
            std::set<std::string> counted_on;
            for (const Option& option : node->options)
                for (const Expectation& expected : option.expect)
                    if (expected.state != "contested" &&
                        std::find(zone.silences.begin(), zone.silences.end(), expected.norm) != zone.silences.end())
                        counted_on.insert(expected.norm);
            if (counted_on.empty()) continue;
            diagnostics.report("W529", node->place,
                               "practice is divided at '" + node->id + "' (" + zone.id +
                                   " of the packs); what you expect of " +
                                   listed({counted_on.begin(), counted_on.end()}) + " is explained here and not scored",
                               "say so under 'contested', or change the facts that bring it about");
        }
    }
}

}  // namespace ntk
