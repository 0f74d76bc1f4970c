#include "engine/study/survey.h"

#include <algorithm>
#include <utility>

#include "engine/casework/clock.h"
#include "engine/play/expect.h"
#include "engine/play/views.h"

namespace ntk {

WayResult result_of(const Attempt& ended) { return result_of(ended, score(ended.judge())); }

WayResult result_of(const Attempt& ended, const ScoreCard& card) {
    WayResult result;
    result.way = way_text(ended);
    if (ended.ending() != nullptr) result.ending = ended.ending()->id;
    result.percent = card.overall.percent();
    for (const ScopeScore& strand : card.strands) result.strands[strand.id] = strand.tally.percent();
    for (const ScopeScore& rule : card.rules) {
        result.rules[rule.id] = rule.tally.percent();
        result.opportunities[rule.id] = rule.tally.opportunities;
    }
    result.outcome = card.outcome;
    for (const Verdict& verdict : card.verdicts) {
        result.breached += verdict.state == VerdictState::breached ? 1 : 0;
        result.missed += verdict.state == VerdictState::missed ? 1 : 0;
        result.repaired += verdict.state == VerdictState::repaired ? 1 : 0;
    }
    for (const Verdict& critical : card.criticals)
        result.criticals_open += critical.state == VerdictState::repaired ? 0 : 1;
    return result;
}

void Range::add(int value, const std::string& way) {
    if (empty || value < least) {
        least = value;
        least_way = way;
    }
    if (empty || value > most) {
        most = value;
        most_way = way;
    }
    empty = false;
}

Attempt Survey::judge(const Attempt& before, const Move& choice) {
    Attempt after = before;
    last_broke_ = false;
    last_faults_.clear();
    ++judged_;
    if (const std::string refusal = take(after, choice); !refusal.empty()) {
        if (!choice.composed)
            note_fault("at " + before.node()->id + " the option " + choice.id + " is refused: " + refusal,
                       way_text(before));
        return after;
    }
    const std::vector<Verdict> all = after.judge().verdicts();
    for (const Verdict& verdict : brought_by(all, static_cast<int>(before.decisions().size()))) {
        last_broke_ |= fell_short(verdict);
        states_[verdict.norm].insert(verdict.live_now ? "kept" : state_name(verdict.state));
        if (verdict.state == VerdictState::error)
            note_fault(verdict.norm + " could not be judged: " + verdict.text, way_text(after));
    }
    if (choice.composed) ++forms_[{before.node()->id, choice.id}];
    if (!choice.composed) {
        OptionSeen& seen = options_[{before.node()->id, choice.id}];
        ++seen.tried;
        seen.breached += last_broke_ ? 1 : 0;
        note_expectations(before, choice);
        for (const Unexpected& one : compare_expectations(before, after, all)) {
            std::string what =
                one.node + one.option + " " + one.norm + ": expected " + one.expected + ", found " + one.found;
            last_faults_.push_back(what);
            if (unexpected_.count(what) == 0) unexpected_.emplace(std::move(what), way_text(before));
        }
    }
    note_scenes(before, after);
    if (after.ended()) note_end(after);
    return after;
}

void Survey::note_decision(const Attempt& before, int broke) {
    const Node& node = *before.node();
    if (node.options.empty()) return;
    DecisionSeen& seen = decisions_[node.id];
    ++seen.met;
    seen.none_broke += broke == 0 ? 1 : 0;
    // A form beside the options may be the way without a fault; only a search of its answers could tell.
    if (broke < static_cast<int>(node.options.size()) || !node.composes.empty()) return;
    if (seen.all_broke++ == 0) seen.all_broke_after = way_text(before);
    const std::vector<Verdict> so_far = before.judge().verdicts();
    if (std::none_of(so_far.begin(), so_far.end(), fell_short)) seen.forced_after = way_text(before);
}

void Survey::note_expectations(const Attempt& before, const Move& choice) {
    for (const Option& option : before.node()->options) {
        if (option.id != choice.id) continue;
        for (const Expectation& expected : option.expect)
            if (before.holds(expected.when)) expectations_seen_.insert(&expected);
    }
}

void Survey::note_scenes(const Attempt& before, const Attempt& after) {
    const std::vector<Visit>& visits = after.visits();
    const std::size_t known = before.decisions().empty() ? 0 : before.visits().size();
    for (std::size_t i = known; i < visits.size(); ++i) {
        if (nodes_.count(visits[i].node) == 0) nodes_[visits[i].node] = way_text(after);
        if (i > 0 && visits[i].minutes < visits[i - 1].minutes)
            note_fault("the clock runs backwards on arriving at " + visits[i].node, way_text(after));
    }
}

void Survey::note_end(const Attempt& after) {
    ++finished_;
    const ScoreCard card = score(after.judge());
    const WayResult result = result_of(after, card);
    for (const Verdict& verdict : card.verdicts)
        if (verdict.state != VerdictState::pending && verdict.state != VerdictState::inactive)
            states_[verdict.norm].insert(state_name(verdict.state));
    if (after.ending() == nullptr && !scenario_->endings.empty())
        note_fault("no ending fits", result.way);
    else
        endings_.emplace(result.ending, result.way);
    overall_.add(result.percent, result.way);
    for (const auto& [id, percent] : result.strands)
        if (percent >= 0) strands_[id].add(percent, result.way);
    for (const auto& [id, percent] : result.rules)
        if (percent >= 0) rules_[id].add(percent, result.way);
    for (const auto& [id, count] : result.opportunities) opportunities_[id].add(count, result.way);
    ++outcomes_[result.outcome];
    if (result.outcome == Outcome::met && result.criticals_open > 0 && passed_with_critical_.empty())
        passed_with_critical_ = result.way;
}

void Survey::note_fault(std::string what, const std::string& way) {
    last_faults_.push_back(what);
    faults_.emplace(std::move(what), way);
}

std::vector<std::string> Survey::take_new_faults() { return std::exchange(last_faults_, {}); }

std::vector<std::string> Survey::expectations_unseen() const {
    std::vector<std::string> unseen;
    for (const Node& node : scenario_->nodes)
        for (const Option& option : node.options)
            for (const Expectation& expected : option.expect)
                if (expectations_seen_.count(&expected) == 0)
                    unseen.push_back(node.id + option.id + " " + expected.norm + ": " + expected.state +
                                     (expected.credit.empty() ? "" : " " + expected.credit));
    return unseen;
}

}  // namespace ntk
