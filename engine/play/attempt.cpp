#include "engine/play/attempt.h"

#include <algorithm>
#include <utility>

#include "engine/casework/clock.h"
#include "engine/play/compose.h"
#include "engine/play/skip.h"
#include "engine/play/words.h"
#include "engine/scenario/scope.h"
#include "engine/text/limits.h"
#include "engine/text/said.h"

namespace ntk {

namespace {

const Vocabulary& v() { return vocabulary(); }

// Takes out of an act what the learner does not know yet.
void drop_hidden_items(Act& act, const Store& facts) {
    const Bits known = facts.all(v().item);
    std::vector<Setting> kept;
    for (Setting setting : act.settings) {
        if (setting.fact == v().act_items) setting.set = setting.set & known;
        const bool of_item = setting.fact == v().act_labels || setting.fact == v().act_classify;
        if (of_item && !known.has(setting.key)) continue;
        kept.push_back(setting);
    }
    act.settings = std::move(kept);
}

// Whether an act still says something once hidden items are gone.
bool has_substance(const Act& written, const Act& left) {
    for (const ActField& field : act_fields(left.kind))
        if (field.required && v().*(field.fact) == v().act_items && act_set(left, v().act_items).empty()) return false;
    const bool lost_all = !act_set(written, v().act_items).empty() && act_set(left, v().act_items).empty();
    const bool only_of_items = left.kind == ActKind::withhold || left.kind == ActKind::refuse ||
                               left.kind == ActKind::wait || left.kind == ActKind::correct ||
                               left.kind == ActKind::recall || left.kind == ActKind::confirm_receipt;
    return !(lost_all && only_of_items && act_number(left, v().act_request, -1) < 0);
}

void add_offer(Bits& offers, const std::vector<Act>& acts) {
    for (const Act& act : acts) offers.add(static_cast<int>(act.kind));
}

}  // namespace

int arrival_time(const std::string& written, int now) {
    if (const auto at = read_moment(written)) return std::max(*at, now);
    if (const auto later = read_later(written, now)) return std::max(*later, now);
    return now;
}

Arrival arrival_at(const Scenario& scenario, const Node& node, int minutes) {
    Arrival arrival;
    arrival.minutes = minutes;
    arrival.reveals = node.reveals;
    arrival.changes = node.changes;
    arrival.story = node.story;
    arrival.decision = node.decision();
    for (const Option& option : node.options) add_offer(arrival.offers, option.acts);
    for (const Compose& compose : node.composes) {
        for (const ActKind kind : composable_acts(compose)) arrival.offers.add(static_cast<int>(kind));
        add_offer(arrival.offers, compose.also);
    }
    for (const Act& act : scenario.standing) arrival.standing_record |= act.kind == ActKind::record;
    return arrival;
}

std::vector<Act> acts_to_do(const Scenario& scenario, const Store& facts, const std::vector<Act>& written) {
    std::vector<Act> acts;
    Bits kinds;
    for (const Act& act : written) {
        kinds.add(static_cast<int>(act.kind));
        Act left = act;
        drop_hidden_items(left, facts);
        if (has_substance(act, left)) acts.push_back(std::move(left));
    }
    for (const Act& standing : scenario.standing) {
        if (kinds.has(static_cast<int>(standing.kind))) continue;
        acts.push_back(standing);
        Setting mark;
        mark.fact = vocabulary().act_standing;
        mark.number = 1;
        acts.back().settings.push_back(mark);
    }
    return acts;
}

Attempt::Attempt(std::shared_ptr<const Scenario> scenario, std::shared_ptr<const RuleBook> rules, Proofs proofs)
    : scenario_(std::move(scenario)),
      judge_(std::move(rules), scenario_->opening, proofs == Proofs::written ? Words(*scenario_).names() : Names{},
             proofs),
      meters_(scenario_->meters) {
    const Node* first = scenario_->node(scenario_->start);
    if (first == nullptr)
        finish();
    else
        arrive(*first, {});
}

std::vector<Act> Attempt::acts_of(const std::vector<Act>& written) const {
    return acts_to_do(*scenario_, facts(), written);
}

std::string Attempt::choose(const std::string& option, int confidence) {
    DecisionMade made;
    made.option = option;
    made.confidence = confidence;
    return repeat(made);
}

std::string Attempt::compose(const std::string& form, const Answers& answers, int confidence) {
    DecisionMade made;
    made.option = form;
    made.composed = true;
    made.answers = answers;
    made.confidence = confidence;
    return repeat(made);
}

std::string Attempt::skip_scene() {
    if (!deciding()) return "There is nothing to skip here."_en;
    const DecisionMade step = step_of_colleague(*this);
    return step.option.empty() ? std::string("This scene cannot be skipped."_en) : repeat(step);
}

std::string Attempt::repeat(const DecisionMade& made) {
    if (!deciding()) return "There is nothing to decide here."_en;
    return made.composed ? take_form(made) : take_option(made);
}

std::string Attempt::take_option(DecisionMade made) {
    const auto option = std::find_if(node_->options.begin(), node_->options.end(),
                                     [&](const Option& o) { return o.id == made.option; });
    if (option == node_->options.end()) return fill("There is no choice '{id}' here."_en, {{"id", made.option}});
    made.acts = acts_of(option->acts);
    carry_out(std::move(made), option->routes);
    change_meters(option->meters);
    for (const std::string& flag : option->flags) flags_.insert(flag);
    return {};
}

std::string Attempt::take_form(DecisionMade made) {
    const auto form = std::find_if(node_->composes.begin(), node_->composes.end(),
                                   [&](const Compose& c) { return c.id == made.option; });
    if (form == node_->composes.end()) return fill("There is no form '{id}' here."_en, {{"id", made.option}});
    Composed composed = compose_acts(*scenario_, facts(), *form, made.answers);
    if (!composed.refusal.empty()) return composed.refusal;
    made.answers = std::move(composed.answers);
    made.acts = acts_of(composed.acts);
    carry_out(std::move(made), form->routes);
    return {};
}

void Attempt::carry_out(DecisionMade made, const std::vector<Route>& routes) {
    made.node = node_->id;
    made.minutes = minutes_;
    if (made.skipped)
        judge_.skip(made.acts);
    else
        judge_.act(made.acts);
    decisions_.push_back(std::move(made));
    decided_ = true;
    follow(routes);
}

void Attempt::follow(const std::vector<Route>& routes) {
    next_ = "end";
    next_at_.clear();
    for (const Route& route : routes) {
        Frame frame = scenario_frame(*scenario_);
        if (route.when && route.when.test(facts(), frame) != Tri::yes) continue;
        next_ = route.then;
        next_at_ = route.arrive;
        change_meters(route.meters);
        return;
    }
}

void Attempt::change_meters(const std::vector<MeterChange>& changes) {
    constexpr int bound = 1'000'000;
    for (const MeterChange& change : changes) {
        int& meter = meters_[change.meter];
        meter = std::clamp(meter + std::clamp(change.by, -bound, bound), -bound, bound);
    }
}

void Attempt::move_on() {
    if (ended() || deciding()) return;
    if (!decided_) follow(node_->routes);
    const Node* next = scenario_->node(next_);
    // Round and round without deciding, or deciding beyond what the judge can hold, is an end as well.
    const bool too_long = visits_.size() >= static_cast<std::size_t>(limits::nodes) ||
                          (next != nullptr && next->decision() && decisions_.size() + 1 >= limits::entities);
    if (next == nullptr || too_long)
        finish();
    else
        arrive(*next, next_at_);
}

void Attempt::settle() {
    while (!ended() && !deciding()) move_on();
}

void Attempt::arrive(const Node& node, const std::string& when) {
    node_ = &node;
    decided_ = false;
    minutes_ = arrival_time(when.empty() ? node.at : when, minutes_);
    judge_.arrive(arrival_at(*scenario_, node, minutes_));
    change_meters(node.meters);
    visited_.insert(node.id);
    visits_.push_back({node.id, minutes_});
}

void Attempt::finish() {
    node_ = nullptr;
    judge_.close();
}

bool Attempt::holds(const std::vector<std::string>& conditions) const {
    return std::all_of(conditions.begin(), conditions.end(), [&](const std::string& condition) {
        const bool negated = condition.starts_with("not ");
        const std::string name = negated ? condition.substr(4) : condition;
        return negated != (flags_.count(name) != 0 || visited_.count(name) != 0);
    });
}

const Ending* Attempt::ending() const {
    if (!ended()) return nullptr;
    for (const Ending& ending : scenario_->endings) {
        const bool fits = std::all_of(ending.when.begin(), ending.when.end(), [&](const Ending::Bound& bound) {
            const auto meter = meters_.find(bound.meter);
            const int value = meter == meters_.end() ? 0 : meter->second;
            return value >= bound.least && value <= bound.most;
        });
        if (fits) return &ending;
    }
    return nullptr;
}

}  // namespace ntk
