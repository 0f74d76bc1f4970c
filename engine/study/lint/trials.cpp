#include "engine/study/lint/trials.h"

#include <algorithm>
#include <tuple>

#include "engine/play/words.h"
#include "engine/rules/score.h"

namespace ntk {

namespace {

class Tester {
  public:
    Tester(const std::shared_ptr<const Scenario>& scenario, const std::shared_ptr<const RuleBook>& rules)
        : scenario_(scenario), rules_(rules) {}

    Trials run(const Plan& plan) {
        constexpr std::size_t most = 100;
        for (const Plan::Run& planned : plan.runs) {
            const bool too_many = trials_.runs.size() >= most;
            trials_.runs.push_back(too_many ? RunTried{"only the first 100 runs are played", {}, 0, 0, false}
                                            : play(planned));
        }
        mark_best(plan);
        return std::move(trials_);
    }

  private:
    RunTried play(const Plan::Run& planned) {
        RunTried run;
        const std::vector<ScriptedChoice> choices = read_choices(planned.choices, run.problem);
        if (!run.problem.empty()) return run;
        Attempt attempt(scenario_, rules_);
        fallen_short_ = false;
        attempt.settle();
        std::string way;
        std::size_t used = 0;
        while (!attempt.ended()) {
            try_options(attempt, way, planned.name);
            if (used == choices.size()) {
                run.problem = "the choices end at " + attempt.node()->id;
                return run;
            }
            const ScriptedChoice& choice = choices[used++];
            const std::string node = attempt.node()->id;
            const std::string refusal = choice.input.kind == Input::Kind::compose
                                            ? attempt.compose(choice.input.id, choice.input.answers)
                                            : attempt.choose(choice.input.id);
            if (!refusal.empty()) {
                run.problem = "at " + node + ": " + refusal;
                return run;
            }
            way += choice.written + ",";
            attempt.settle();
            ++run.decisions;
            if (breached_at_last(attempt).empty()) continue;
            ++run.breaches;
            fallen_short_ = true;
        }
        if (used < choices.size()) run.problem = "there are more choices than decisions";
        run.ending = attempt.ending() == nullptr ? "none" : attempt.ending()->id;
        Judge judge = attempt.judge();
        run.met = score(judge).outcome == Outcome::met;
        return run;
    }

    // Tries every option of a decision, once for each way to it.
    void try_options(const Attempt& attempt, const std::string& way, const std::string& run) {
        constexpr std::size_t most = 2'000;  // a plan has a dozen runs; this is for one made to cost time
        if (trials_.tried.size() > most || !seen_.insert(way).second) return;
        bool clean = !attempt.node()->composes.empty();
        mark_zones(attempt.node()->id, attempt.facts());
        std::string broken;
        for (const Option& option : attempt.node()->options) {
            Attempt after = attempt;
            if (!after.choose(option.id).empty()) continue;
            mark_zones(attempt.node()->id, after.facts());
            after.settle();
            OptionTried tried;
            tried.node = attempt.node()->id;
            tried.option = option.id;
            tried.breached = breached_at_last(after, attempt.decisions().size());
            for (const Verdict& verdict : after.judge().verdicts_of(static_cast<int>(attempt.decisions().size())))
                tried.contested = tried.contested || verdict.state == VerdictState::contested;
            clean = clean || tried.breached.empty();
            broken +=
                (broken.empty() ? "" : "; ") + option.id + " " + listed({tried.breached.begin(), tried.breached.end()});
            ways_.push_back(way);
            trials_.tried.push_back(std::move(tried));
            for (Unexpected& difference : compare_expectations(attempt, after)) add(std::move(difference));
        }
        const std::string& node = attempt.node()->id;
        auto& known = trials_.nowhere_clean;
        const bool told =
            std::any_of(known.begin(), known.end(), [&](const NoCleanOption& one) { return one.node == node; });
        // After a wrong turn, what it brought about may break a rule whatever is done next.
        if (!told && !clean && !fallen_short_) known.push_back({node, run, broken});
    }

    void mark_zones(const std::string& node, const Store& facts) {
        Frame frame;
        for (const Zone& zone : rules_->zones())
            if (zone.when.test(facts, frame) == Tri::yes) trials_.zones.insert({node, zone.id});
    }

    void add(Unexpected difference) {
        const bool known =
            std::any_of(trials_.unexpected.begin(), trials_.unexpected.end(), [&](const Unexpected& other) {
                return std::tie(other.node, other.option, other.norm, other.expected) ==
                       std::tie(difference.node, difference.option, difference.norm, difference.expected);
            });
        if (!known) trials_.unexpected.push_back(std::move(difference));
    }

    static std::set<std::string> breached_at_last(const Attempt& attempt) {
        return breached_at_last(attempt, attempt.decisions().size() - 1);
    }

    static std::set<std::string> breached_at_last(const Attempt& attempt, std::size_t decision) {
        std::set<std::string> norms;
        for (const Verdict& verdict : attempt.judge().verdicts_of(static_cast<int>(decision)))
            if (verdict.state == VerdictState::breached) norms.insert(verdict.norm);
        return norms;
    }

    // The first planned run that keeps every norm says what is best at each scene.
    void mark_best(const Plan& plan) {
        for (std::size_t i = 0; i < plan.runs.size(); ++i) {
            if (!trials_.runs[i].problem.empty() || trials_.runs[i].breaches > 0) continue;
            std::string way;
            std::string problem;
            for (const ScriptedChoice& choice : read_choices(plan.runs[i].choices, problem)) {
                for (std::size_t t = 0; t < trials_.tried.size(); ++t) {
                    if (ways_[t] != way) continue;
                    trials_.tried[t].on_best_line = true;
                    if (choice.input.kind == Input::Kind::choose) trials_.best[trials_.tried[t].node] = choice.input.id;
                }
                way += choice.written + ",";
            }
            return;
        }
    }

    std::shared_ptr<const Scenario> scenario_;
    std::shared_ptr<const RuleBook> rules_;
    Trials trials_;
    bool fallen_short_ = false;      // some decision of the run broke a rule
    std::set<std::string> seen_;     // ways to a decision that have been tried
    std::vector<std::string> ways_;  // by entry of trials_.tried
};

}  // namespace

Trials try_out(const std::shared_ptr<const Scenario>& scenario, const std::shared_ptr<const RuleBook>& rules,
               const Plan& plan) {
    return Tester(scenario, rules).run(plan);
}

}  // namespace ntk
