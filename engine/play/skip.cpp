#include "engine/play/skip.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "engine/play/compose.h"
#include "engine/play/views.h"
#include "engine/play/words.h"
#include "engine/text/said.h"

namespace ntk {

namespace {

constexpr int most_changes = 400;  // changes of a form's answers that are tried

// How a way of deciding comes out; less is better.
struct Worth {
    int criticals = 0;
    std::int64_t lost = 0;
    std::int64_t earned = 0;
    friend bool operator<(const Worth& a, const Worth& b) {
        return std::tuple(a.criticals, a.lost, -a.earned) < std::tuple(b.criticals, b.lost, -b.earned);
    }
};

// Nothing when it cannot be done.
std::optional<Worth> try_step(Attempt attempt, const DecisionMade& step) {
    const auto index = static_cast<int>(attempt.decisions().size());
    if (!attempt.repeat(step).empty()) return std::nullopt;
    attempt.settle();
    Worth worth;
    for (const Verdict& verdict : attempt.judge().verdicts_of(index)) {
        worth.criticals += verdict.critical && fell_short(verdict) ? 1 : 0;
        worth.lost += loss(verdict);
        const bool done = verdict.state == VerdictState::kept || verdict.state == VerdictState::breached;
        if (done && verdict.credit_class == CreditClass::earn) worth.earned += verdict.weight * verdict.credit.units;
    }
    return worth;
}

class BestStep {
  public:
    explicit BestStep(const Attempt& attempt) : attempt_(attempt) {}

    // Whether it is better than what there was.
    bool take(DecisionMade step) {
        const auto worth = try_step(attempt_, step);
        if (!worth || (worth_ && !(*worth < *worth_))) return false;
        worth_ = worth;
        step_ = std::move(step);
        return true;
    }

    const DecisionMade& step() const { return step_; }
    bool found() const { return worth_.has_value(); }
    bool spotless() const { return worth_ && worth_->criticals == 0 && worth_->lost == 0; }

  private:
    const Attempt& attempt_;
    std::optional<Worth> worth_;
    DecisionMade step_;
};

// Mends the usual answers to a form one at a time, as long as that makes it better. Where the usual ones do not do,
// open questions are given their first answer, in order, until the form is taken.
void try_form(const Attempt& attempt, const Compose& written, BestStep& best) {
    const ActForm form = compose_form(attempt.scenario(), attempt.facts(), written);
    DecisionMade step;
    step.option = written.id;
    step.composed = true;
    for (const Field& field : form.fields) step.answers[field.id] = field.chosen;
    bool better = best.take(step);
    for (const Field& field : form.fields) {
        if (best.found()) break;
        if (field.kind == Field::Kind::text || !field.chosen.empty()) continue;
        step.answers[field.id] = {field.answers.front().id};
        better = best.take(step);
    }
    for (int tried = 0; better && !best.spotless() && tried < most_changes;) {
        better = false;
        for (const Answers& changed : one_answer_changed(form, best.step().answers)) {
            step.answers = changed;
            if (tried++ < most_changes) better |= best.take(step);
        }
    }
}

}  // namespace

DecisionMade step_of_colleague(const Attempt& attempt) {
    if (!attempt.deciding()) return {};
    BestStep best(attempt);
    for (const Option& option : attempt.node()->options) {
        DecisionMade step;
        step.option = option.id;
        best.take(std::move(step));
    }
    if (!best.found())
        for (const Compose& form : attempt.node()->composes) try_form(attempt, form, best);
    DecisionMade step = best.step();
    step.skipped = true;
    return step;
}

std::string skip_promise() {
    return "A colleague takes this step for you, and the case goes on. It does not touch your score, and no one asks "
           "why. If you skip many scenes, there may be too little left to give a result."_en;
}

std::string skipped_words(const Scenario& scenario, const DecisionMade& made) {
    return fill("You skipped this scene. A colleague took this step: {step}"_en,
                {{"step", decision_words(scenario, made)}});
}

}  // namespace ntk
