#include "game/author_preview.h"

#ifndef NTK_NO_DESKTOP

#include <algorithm>

#include "engine/play/pages.h"
#include "engine/play/words.h"
#include "engine/text/said.h"

namespace ntk {

namespace {

// The names of everything that facts are about, in order.
std::string names_of(const Scenario& scenario) {
    std::string names;
    const auto& kinds = vocabulary().schema.kinds;
    for (std::size_t kind = 0; kind < kinds.size(); ++kind)
        for (int i = 0; i < scenario.opening.count(static_cast<int>(kind)); ++i)
            names += scenario.opening.name(static_cast<int>(kind), i) + "\n";
    for (const std::string& symbol : scenario.symbols) names += symbol + "\n";
    return names;
}

}  // namespace

void AuthorPreview::take(const CaseRead& read) {
    scenario_ = read.scenario;
    rules_ = read.rules;
    planned_ = read.planned;
    shortest_ = shortest_ways(*scenario_);
    if (std::string names = names_of(*scenario_); names != names_) {
        names_ = std::move(names);
        changed_.clear();
    }
    for (auto each = meters_.begin(); each != meters_.end();)
        each = scenario_->meters.count(each->first) == 0 ? meters_.erase(each) : std::next(each);
    view_.playable = true;
    begin_coverage();
    if (scenario_->node(view_.scene) == nullptr) {
        show_scene(scenario_->start);
        return;
    }
    const Way before = way_;
    list_ways();
    way_ = before;
    show();
    if (!at_ && !ways_.empty()) take_way(0);  // the way there has changed
}

void AuthorPreview::close() {
    scenario_ = nullptr;
    at_.reset();
    to_try_.clear();
    to_cover_.clear();
}

void AuthorPreview::list_ways() {
    constexpr std::size_t most = 12;
    view_.ways.clear();
    ways_.clear();
    const auto offer = [&](std::string words, const Way& way) {
        if (std::any_of(ways_.begin(), ways_.end(), [&](const Way& one) { return way_text(one) == way_text(way); }) ||
            ways_.size() >= most)
            return;
        view_.ways.push_back({std::move(words), way_text(way)});
        ways_.push_back(way);
    };
    if (const auto found = shortest_.find(view_.scene); found != shortest_.end())
        offer("The shortest way"_en, found->second);
    for (const PlannedWay& planned : planned_)
        if (const auto way = way_up_to(scenario_, rules_, planned.way, view_.scene))
            offer(fill("As planned: {run}"_en, {{"run", planned.name}}), *way);
}

void AuthorPreview::show_scene(const std::string& id) {
    if (!scenario_ || scenario_->node(id) == nullptr) return;
    view_.scene = id;
    change_at_ = id;
    list_ways();
    way_ = ways_.empty() ? Way() : ways_.front();
    show();
}

void AuthorPreview::take_way(std::size_t way) {
    if (!scenario_ || way >= ways_.size()) return;
    way_ = ways_[way];
    change_at_ = view_.scene;
    show();
}

void AuthorPreview::follow(const std::string& option) {
    if (!at_) return;
    Attempt next = *at_;
    Way way = way_;
    if (next.deciding()) {
        const auto& forms = next.node()->composes;
        const auto form =
            std::find_if(forms.begin(), forms.end(), [&](const Compose& one) { return one.id == option; });
        const Move move = form == forms.end() ? Move{option} : usual_answers(*form);
        if (!(move.composed ? next.compose(move.id, move.answers) : next.choose(move.id)).empty()) return;
        way.push_back(way_of(next).back());
    }
    next.move_on();
    if (next.ended()) return;
    view_.scene = next.node()->id;
    list_ways();
    way_ = std::move(way);
    show();
}

TrialRequest AuthorPreview::request() const {
    TrialRequest request;
    request.scene = view_.scene;
    request.way = way_;
    request.change_at = change_at_;
    for (const Changed& each : changed_) request.facts.push_back(each.setting);
    request.meters = meters_;
    return request;
}

void AuthorPreview::show() {
    view_.page = Page();
    view_.options = OptionTable();
    view_.flips.clear();
    view_.flip_table.clear();
    view_.changes.clear();
    view_.meters.clear();
    to_try_.clear();
    tried_ = 0;
    view_.flips_tried = view_.flips_to_try = 0;
    facts_listed_ = false;
    facts_.clear();
    view_.choices = way_text(way_);
    view_.way = ways_.size();
    for (std::size_t i = 0; i < ways_.size(); ++i)
        if (way_text(ways_[i]) == view_.choices) view_.way = std::min(view_.way, i);
    for (const Changed& each : changed_) view_.changes.push_back({each.path, each.words});
    for (const auto& [meter, value] : meters_)
        view_.changes.push_back({"meter/" + meter, sentence(plain(meter)) + ": " + std::to_string(value)});
    if (ways_.empty() && way_.empty() && view_.scene != scenario_->start) {
        at_.reset();
        view_.stuck = "No way by the options comes here, and no planned run does. A form may lead here, or nothing."_en;
        return;
    }
    SceneTrial trial = come_to(scenario_, rules_, request(), Proofs::written);
    view_.stuck = std::move(trial.problem);
    at_ = std::move(trial.at);
    if (!at_) return;
    for (const auto& [meter, value] : at_->meters()) view_.meters.push_back({meter, value, meters_.count(meter) != 0});
    view_.page = at_->deciding() ? scene_page(*at_, Mode::practice, 0) : consequence_page(*at_, Mode::practice);
    if (at_->deciding()) show_options(*at_);
}

void AuthorPreview::show_options(const Attempt& at) {
    view_.options = option_table(at);
    outcomes_ = outcomes_at(at);
    if (!changed_.empty()) {
        TrialRequest as_written = request();
        as_written.facts.clear();
        as_written.meters.clear();
        const SceneTrial before = come_to(scenario_, rules_, as_written, Proofs::left_out);
        if (before.at) view_.flips = flips_between(outcomes_at(*before.at), outcomes_, *rules_);
    }
    begin_flips(at);
}

const std::vector<FactSubject>& AuthorPreview::facts() {
    if (!facts_listed_ && at_) facts_ = settable_facts(*scenario_, at_->facts());
    facts_listed_ = true;
    return facts_;
}

const SettableFact* AuthorPreview::fact(const std::string& path) {
    for (const FactSubject& subject : facts())
        for (const SettableFact& each : subject.facts)
            if (each.path == path) return &each;
    return nullptr;
}

void AuthorPreview::set_fact(const std::string& path, std::size_t value) {
    const SettableFact* found = fact(path);
    if (found == nullptr || value >= found->values.size()) return;
    const FactValue& chosen = found->values[value];
    if (chosen.now && !found->list) return;
    std::string subject;
    for (const FactSubject& each : facts_)
        for (const SettableFact& one : each.facts)
            if (one.path == path) subject = each.name;
    const std::string set_to = fill(!found->list ? "{value}"_en
                                    : chosen.now ? "without {value}"_en
                                                 : "with {value}"_en,
                                    {{"value", chosen.words}});
    std::string words = subject + ", " + found->name + ": " + set_to;
    const Setting setting = chosen.setting;
    std::erase_if(changed_, [&](const Changed& each) { return each.path == path; });
    changed_.push_back({path, std::move(words), setting});
    show();
}

void AuthorPreview::set_meter(const std::string& name, int value) {
    constexpr int bound = 1'000;
    if (!scenario_ || scenario_->meters.count(name) == 0) return;
    meters_[name] = std::clamp(value, -bound, bound);
    show();
}

void AuthorPreview::undo_change(const std::string& id) {
    if (!scenario_) return;
    std::erase_if(changed_, [&](const Changed& each) { return id.empty() || each.path == id; });
    for (auto each = meters_.begin(); each != meters_.end();)
        each = id.empty() || "meter/" + each->first == id ? meters_.erase(each) : std::next(each);
    show();
}

// The facts that verdicts here looked at, and all facts of the case itself: changing anything else turns nothing that
// has been judged here.
void AuthorPreview::begin_flips(const Attempt& at) {
    constexpr std::size_t most = 600;
    const auto& read = view_.options.facts_read;
    for (const FactSubject& subject : settable_facts(*scenario_, at.facts()))
        for (const SettableFact& each : subject.facts) {
            const bool wanted = subject.id == "case" || std::find(read.begin(), read.end(), each.path) != read.end();
            if (!wanted) continue;
            for (const FactValue& value : each.values) {
                if ((value.now && !each.list) || to_try_.size() >= most) continue;
                const std::string words = subject.name + ", " + each.name + ": " +
                                          fill(!each.list  ? "{value} instead of {before}"_en
                                               : value.now ? "without {value}"_en
                                                           : "with {value}"_en,
                                               {{"value", value.words}, {"before", each.now}});
                to_try_.push_back({each.path + "/" + value.words, words, value.setting});
            }
        }
    view_.flips_to_try = static_cast<int>(to_try_.size());
}

bool AuthorPreview::work_on_flips() {
    const FlipTry& each = to_try_[tried_++];
    TrialRequest wanted = request();
    wanted.change_at = view_.scene;
    if (change_at_ != view_.scene) {  // what was changed on the way stays where it was changed: tried one by one only
        wanted.facts.clear();
        wanted.meters.clear();
    }
    wanted.facts.push_back(each.setting);
    const SceneTrial trial = come_to(scenario_, rules_, wanted, Proofs::left_out);
    view_.flips_tried = static_cast<int>(tried_);
    if (!trial.at) return true;
    std::vector<VerdictFlip> flips = flips_between(outcomes_, outcomes_at(*trial.at), *rules_);
    if (!flips.empty()) view_.flip_table.push_back({each.id, each.words, std::move(flips)});
    return true;
}

void AuthorPreview::begin_coverage() {
    coverage_ = CaseCoverage();
    to_cover_.clear();
    covered_.clear();
    cover_at_.reset();
    covering_ = covered_steps_ = 0;
    for (const PlannedWay& planned : planned_) to_cover_.push_back(planned.way);
    for (const auto& [scene, way] : shortest_) to_cover_.push_back(way);
    view_.coverage_whole = false;
}

// One decision of one way; each way to a decision is tried once.
bool AuthorPreview::work_on_coverage() {
    const Way& way = to_cover_[covering_];
    if (!cover_at_) cover_at_ = begin_case(scenario_, rules_);
    bool more = cover_at_->deciding();
    if (more) {
        if (covered_.insert(way_text(*cover_at_)).second) coverage_.add(*cover_at_);
        more = covered_steps_ < way.size() && ntk::take(*cover_at_, way[covered_steps_]).empty();
        ++covered_steps_;
    }
    if (more && cover_at_->deciding()) return false;
    cover_at_.reset();
    covered_steps_ = 0;
    if (++covering_ < to_cover_.size()) return false;
    view_.coverage = coverage_by_heading(coverage_, *rules_);
    view_.coverage_tried = coverage_.tried();
    view_.coverage_whole = true;
    return true;
}

bool AuthorPreview::busy() const { return scenario_ && (tried_ < to_try_.size() || covering_ < to_cover_.size()); }

bool AuthorPreview::work() {
    if (!busy()) return false;
    return tried_ < to_try_.size() ? work_on_flips() : work_on_coverage();
}

}  // namespace ntk

#endif
