#include "engine/study/story_program.h"

#include <algorithm>

#include "engine/casework/clock.h"
#include "engine/text/limits.h"

namespace ntk {

namespace {

constexpr int meter_bound = 1'000'000;  // as the player keeps meters
constexpr int reduced_from = 1 << 24;   // above every value of a meter

int found(const std::vector<std::pair<std::string, int>>& sorted, const std::string& name) {
    const auto at = std::lower_bound(sorted.begin(), sorted.end(), name,
                                     [](const auto& entry, const std::string& wanted) { return entry.first < wanted; });
    return at == sorted.end() || at->first != name ? -1 : at->second;
}

void set_bit(std::vector<std::uint32_t>& bits, int index) {
    bits[static_cast<std::size_t>(index) / 32] |= 1U << (static_cast<unsigned>(index) % 32U);
}

}  // namespace

StoryProgram::StoryProgram(const Scenario& scenario) : scenario_(&scenario) {
    for (std::size_t i = 0; i < scenario.nodes.size(); ++i) ids_.emplace_back(scenario.nodes[i].id, i);
    std::stable_sort(ids_.begin(), ids_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [name, value] : scenario.meters) meter_names_.push_back(name);
    start_ = scene_named(scenario.start);
    number_marks();
    read_scenes();
    read_passages();
    find_circles();
    find_live_marks();
    find_meter_ranges();
}

int StoryProgram::scene_named(const std::string& id) const { return found(ids_, id); }
int StoryProgram::mark_named(const std::string& name) const { return found(marks_, name); }

// Only what some passage asks for is worth remembering.
void StoryProgram::number_marks() {
    std::vector<std::string> names;
    for (const Node& node : scenario_->nodes)
        for (const ntk::Passage& passage : node.text)
            for (const std::string& when : passage.when)
                names.push_back(when.starts_with("not ") ? when.substr(4) : when);
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    for (std::size_t i = 0; i < names.size(); ++i) marks_.emplace_back(names[i], static_cast<int>(i));
    mark_words_ = (names.size() + 31) / 32;
}

StoryProgram::Span StoryProgram::add_deltas(const std::vector<MeterChange>& changes) {
    Span span{deltas_.size(), deltas_.size()};
    for (const MeterChange& change : changes) {
        const auto at = std::lower_bound(meter_names_.begin(), meter_names_.end(), change.meter);
        if (at != meter_names_.end() && *at == change.meter)
            deltas_.push_back({static_cast<int>(at - meter_names_.begin()), change.by});
    }
    span.end = deltas_.size();
    return span;
}

int StoryProgram::arrival_of(const std::string& written) {
    if (written.empty()) return -1;
    const auto at = std::lower_bound(arrival_ids_.begin(), arrival_ids_.end(), written,
                                     [](const auto& entry, const std::string& wanted) { return entry.first < wanted; });
    if (at != arrival_ids_.end() && at->first == written) return at->second;
    Arrival arrival;
    arrival.written = written;
    const auto fixed = read_moment(written);
    arrival.fixed = fixed.has_value();
    arrival.minutes = fixed.value_or(0);
    arrival.readable = arrival.fixed || read_later(written, 0).has_value();
    const int index = static_cast<int>(arrivals_.size());
    arrival_ids_.insert(at, {written, index});
    arrivals_.push_back(std::move(arrival));
    return index;
}

StoryProgram::Span StoryProgram::add_routes(const std::vector<ntk::Route>& routes) {
    Span span{routes_.size(), routes_.size()};
    for (const ntk::Route& written : routes) {
        Route route;
        route.target = scene_named(written.then);
        if (route.target >= 0) {
            const Node& target = scenario_->nodes[static_cast<std::size_t>(route.target)];
            route.arrival = arrival_of(written.arrive.empty() ? target.at : written.arrive);
        }
        if (written.when) {
            route.condition = static_cast<int>(conditions_.size());
            conditions_.push_back(&written.when);
        }
        route.deltas = add_deltas(written.meters);
        routes_.push_back(route);
    }
    span.end = routes_.size();
    return span;
}

void StoryProgram::read_scenes() {
    for (std::size_t n = 0; n < scenario_->nodes.size(); ++n) {
        const Node& node = scenario_->nodes[n];
        Scene scene;
        scene.decision = node.decision();
        scene.deltas = add_deltas(node.meters);
        scene.mark.assign(mark_words_, 0);
        scene.live_marks.assign(mark_words_, 0);
        if (const int mark = mark_named(node.id); mark >= 0) set_bit(scene.mark, mark);
        scene.steps.begin = steps_.size();
        const auto add = [&](Step::Kind kind, std::size_t index, const std::vector<ntk::Route>& routes) -> Step& {
            Step step;
            step.kind = kind;
            step.node = static_cast<int>(n);
            step.index = static_cast<int>(index);
            step.routes = add_routes(routes);
            step.raises.assign(mark_words_, 0);
            steps_.push_back(std::move(step));
            return steps_.back();
        };
        for (std::size_t o = 0; o < node.options.size(); ++o) {
            Step& step = add(Step::Kind::option, o, node.options[o].routes);
            step.deltas = add_deltas(node.options[o].meters);
            for (const std::string& flag : node.options[o].flags)
                if (const int mark = mark_named(flag); mark >= 0) set_bit(step.raises, mark);
        }
        if (node.options.empty())
            for (std::size_t c = 0; c < node.composes.size(); ++c) add(Step::Kind::form, c, node.composes[c].routes);
        if (!scene.decision) add(Step::Kind::onward, 0, node.routes);
        scene.steps.end = steps_.size();
        scenes_.push_back(std::move(scene));
    }
}

void StoryProgram::read_passages() {
    for (std::size_t n = 0; n < scenario_->nodes.size(); ++n)
        for (std::size_t p = 0; p < scenario_->nodes[n].text.size(); ++p) {
            const auto& when = scenario_->nodes[n].text[p].when;
            if (when.empty()) continue;
            Passage passage;
            passage.node = static_cast<int>(n);
            passage.index = static_cast<int>(p);
            passage.with.assign(mark_words_, 0);
            passage.without.assign(mark_words_, 0);
            for (const std::string& condition : when) {
                const bool negated = condition.starts_with("not ");
                const int mark = mark_named(negated ? condition.substr(4) : condition);
                if (mark >= 0) set_bit(negated ? passage.without : passage.with, mark);
            }
            passages_.push_back(std::move(passage));
        }
}

template <class F>
void StoryProgram::each_next(std::size_t scene, F&& f) const {
    const Span steps = scenes_[scene].steps;
    for (std::size_t s = steps.begin; s < steps.end; ++s)
        for (std::size_t r = steps_[s].routes.begin; r < steps_[s].routes.end; ++r) f(routes_[r], steps_[s]);
}

// Orders the scenes that can be reached, and finds out whether ways can be longer than the player follows them.
void StoryProgram::find_circles() {
    enum class Mark : std::uint8_t { fresh, open, done };
    std::vector<Mark> marks(scenes_.size(), Mark::fresh);
    struct Open {
        std::size_t scene, step, route;
    };
    std::vector<Open> way;
    if (start_ >= 0) {
        marks[static_cast<std::size_t>(start_)] = Mark::open;
        way.push_back({static_cast<std::size_t>(start_), 0, 0});
    }
    while (!way.empty()) {
        Open& top = way.back();
        const Span steps = scenes_[top.scene].steps;
        if (steps.begin + top.step == steps.end) {
            marks[top.scene] = Mark::done;
            order_.push_back(top.scene);
            way.pop_back();
            continue;
        }
        const Span routes = steps_[steps.begin + top.step].routes;
        if (routes.begin + top.route == routes.end) {
            ++top.step;
            top.route = 0;
            continue;
        }
        const int target = routes_[routes.begin + top.route++].target;
        if (target < 0) continue;
        const auto next = static_cast<std::size_t>(target);
        circular_ = circular_ || marks[next] == Mark::open;
        if (marks[next] != Mark::fresh) continue;
        marks[next] = Mark::open;
        way.push_back({next, 0, 0});
    }
    std::reverse(order_.begin(), order_.end());
    counts_steps_ = circular_;
    if (circular_) return;
    std::vector<std::pair<int, int>> longest(scenes_.size(), {0, 0});  // decisions and scenes on the way here
    for (const std::size_t scene : order_) {
        const int decisions = longest[scene].first + (scenes_[scene].decision ? 1 : 0);
        const int visits = longest[scene].second + 1;
        counts_steps_ = counts_steps_ || decisions >= limits::entities || visits >= limits::nodes;
        each_next(scene, [&](const Route& route, const Step&) {
            if (route.target < 0) return;
            auto& next = longest[static_cast<std::size_t>(route.target)];
            next.first = std::max(next.first, decisions);
            next.second = std::max(next.second, visits);
        });
    }
}

void StoryProgram::find_live_marks() {
    if (mark_words_ == 0) return;
    for (const Passage& passage : passages_) {
        Scene& scene = scenes_[static_cast<std::size_t>(passage.node)];
        for (std::size_t w = 0; w < mark_words_; ++w) scene.live_marks[w] |= passage.with[w] | passage.without[w];
    }
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t i = order_.size(); i-- > 0;) {
            Scene& scene = scenes_[order_[i]];
            each_next(order_[i], [&](const Route& route, const Step&) {
                if (route.target < 0) return;
                const Scene& next = scenes_[static_cast<std::size_t>(route.target)];
                for (std::size_t w = 0; w < mark_words_; ++w) {
                    const std::uint32_t more = scene.live_marks[w] | next.live_marks[w];
                    changed = changed || more != scene.live_marks[w];
                    scene.live_marks[w] = more;
                }
            });
        }
        changed = changed && circular_;
    }
}

void StoryProgram::find_meter_ranges() {
    const auto meters = static_cast<std::size_t>(meter_count());
    thresholds_.resize(meters);
    for (const Ending& ending : scenario_->endings)
        for (const Ending::Bound& bound : ending.when) {
            const auto at = std::lower_bound(meter_names_.begin(), meter_names_.end(), bound.meter);
            if (at == meter_names_.end() || *at != bound.meter) continue;
            std::vector<int>& turns = thresholds_[static_cast<std::size_t>(at - meter_names_.begin())];
            if (bound.least > -meter_bound) turns.push_back(bound.least);
            if (bound.most < meter_bound) turns.push_back(bound.most + 1);
        }
    for (std::vector<int>& turns : thresholds_) {
        std::sort(turns.begin(), turns.end());
        turns.erase(std::unique(turns.begin(), turns.end()), turns.end());
    }
    later_.assign(scenes_.size() * meters, {0, 0});
    reduces_ = !circular_;
    if (!reduces_) return;
    std::vector<int> change(meters);
    for (std::size_t i = order_.size(); i-- > 0;) {
        const std::size_t scene = order_[i];
        std::vector<std::pair<int, int>> range(meters, {meter_bound * 100, -meter_bound * 100});
        each_next(scene, [&](const Route& route, const Step& step) {
            std::fill(change.begin(), change.end(), 0);
            const auto add = [&](Span span) {
                for (std::size_t d = span.begin; d < span.end; ++d)
                    change[static_cast<std::size_t>(deltas_[d].meter)] += deltas_[d].by;
            };
            add(step.deltas);
            add(route.deltas);
            if (route.target >= 0) add(scenes_[static_cast<std::size_t>(route.target)].deltas);
            for (std::size_t m = 0; m < meters; ++m) {
                std::pair<int, int> next{0, 0};
                if (route.target >= 0) next = later_[static_cast<std::size_t>(route.target) * meters + m];
                range[m].first = std::min(range[m].first, next.first + change[m]);
                range[m].second = std::max(range[m].second, next.second + change[m]);
            }
        });
        for (std::size_t m = 0; m < meters; ++m) {
            if (range[m].first > range[m].second) range[m] = {0, 0};
            later_[scene * meters + m] = range[m];
            // Where the player's own bounds could cut a meter off, sums no longer say what is to come.
            reduces_ = reduces_ && range[m].first > -meter_bound / 4 && range[m].second < meter_bound / 4;
        }
    }
}

std::vector<int> StoryProgram::opening_meters() const {
    std::vector<int> values;
    for (const auto& [name, value] : scenario_->meters) values.push_back(value);
    return values;
}

int StoryProgram::changed(int value, int by) {
    if (value >= reduced_from) return value;
    return std::clamp(value + std::clamp(by, -meter_bound, meter_bound), -meter_bound, meter_bound);
}

int StoryProgram::reduce(int meter, int value, int scene) const {
    if (value >= reduced_from) return value;
    std::pair<int, int> later{0, 0};
    if (scene >= 0) {
        if (!reduces_) return value;
        later = later_[static_cast<std::size_t>(scene) * static_cast<std::size_t>(meter_count()) +
                       static_cast<std::size_t>(meter)];
    }
    int met = 0;
    for (const int turn : thresholds_[static_cast<std::size_t>(meter)]) {
        const bool least = value + later.first >= turn;
        if (least != (value + later.second >= turn)) return value;
        met += least ? 1 : 0;
    }
    return reduced_from + met;
}

int StoryProgram::ending_of(const int* reduced) const {
    const auto meets = [&](const std::string& meter, int turn) {
        const auto at = std::lower_bound(meter_names_.begin(), meter_names_.end(), meter);
        if (at == meter_names_.end() || *at != meter) return 0 >= turn;  // a meter nobody keeps stands at 0
        const auto index = static_cast<std::size_t>(at - meter_names_.begin());
        const std::vector<int>& turns = thresholds_[index];
        const auto place = std::lower_bound(turns.begin(), turns.end(), turn) - turns.begin();
        return reduced[index] - reduced_from > place;
    };
    for (std::size_t e = 0; e < scenario_->endings.size(); ++e) {
        const auto& when = scenario_->endings[e].when;
        const bool fits = std::all_of(when.begin(), when.end(), [&](const Ending::Bound& bound) {
            if (bound.least > -meter_bound && !meets(bound.meter, bound.least)) return false;
            return bound.most >= meter_bound || !meets(bound.meter, bound.most + 1);
        });
        if (fits) return static_cast<int>(e);
    }
    return -1;
}

int StoryProgram::arrive(int index, int now, bool& backwards) const {
    backwards = false;
    if (index < 0) return now;
    const Arrival& arrival = arrivals_[static_cast<std::size_t>(index)];
    if (!arrival.readable) return now;
    int then = arrival.minutes;
    if (!arrival.fixed) {
        const auto known = std::find_if(arrival.known.begin(), arrival.known.end(),
                                        [&](const std::pair<int, int>& one) { return one.first == now; });
        if (known != arrival.known.end()) {
            then = known->second;
        } else {
            constexpr std::size_t most_known = 16;
            then = read_later(arrival.written, now).value_or(now);
            if (arrival.known.size() == most_known) arrival.known.clear();
            arrival.known.emplace_back(now, then);
        }
    }
    backwards = then < now;
    return std::max(then, now);
}

}  // namespace ntk
