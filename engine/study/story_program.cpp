#include "engine/study/story_program.h"

#include <algorithm>
#include <string_view>

#include "engine/casework/clock.h"
#include "engine/text/limits.h"

namespace ntk {

namespace {

constexpr int meter_bound = 1'000'000;  // as the player keeps meters
constexpr int reduced_from = 1 << 24;   // above every value of a meter

void set_bit(std::uint32_t* bits, int index) { bits[index / 32] |= 1U << (static_cast<unsigned>(index) % 32U); }

std::uint32_t size_of(std::size_t size) { return static_cast<std::uint32_t>(size); }

}  // namespace

StoryProgram::StoryProgram(const Scenario& scenario) : scenario_(&scenario) {
    for (const Node& node : scenario.nodes) {
        ids_.add(node.id);
        scene_arrivals_.push_back(arrival_of(node.at));
    }
    for (const auto& [name, value] : scenario.meters) meter_names_.push_back(name);
    start_ = ids_.find(scenario.start);
    number_marks();
    read_scenes();
    read_passages();
    find_circles();
    find_live_marks();
    find_meter_ranges();
}

// Only what some passage asks for is worth remembering.
void StoryProgram::number_marks() {
    std::size_t count = 0;
    for (const Node& node : scenario_->nodes)
        for (const ntk::Passage& passage : node.text)
            for (const std::string& when : passage.when) {
                const bool negated = when.starts_with("not ");
                const int mark = marks_.add(std::string_view(when).substr(negated ? 4 : 0));
                count = std::max(count, static_cast<std::size_t>(mark) + 1);
            }
    mark_words_ = (count + 31) / 32;
}

StoryProgram::Span StoryProgram::add_deltas(const std::vector<MeterChange>& changes) {
    Span span{size_of(deltas_.size()), 0};
    for (const MeterChange& change : changes) {
        const auto at = std::lower_bound(meter_names_.begin(), meter_names_.end(), change.meter);
        if (at != meter_names_.end() && *at == change.meter)
            deltas_.push_back({static_cast<int>(at - meter_names_.begin()), change.by});
    }
    span.end = size_of(deltas_.size());
    return span;
}

int StoryProgram::arrival_of(const std::string& written) {
    if (written.empty()) return -1;
    const int index = arrival_ids_.add(written);
    if (static_cast<std::size_t>(index) < arrivals_.size()) return index;
    Arrival arrival;
    arrival.written = written;
    const auto fixed = read_moment(written);
    arrival.fixed = fixed.has_value();
    arrival.minutes = fixed.value_or(0);
    arrival.readable = arrival.fixed || read_later(written, 0).has_value();
    arrivals_.push_back(std::move(arrival));
    return index;
}

StoryProgram::Span StoryProgram::add_routes(const std::vector<ntk::Route>& routes) {
    Span span{size_of(routes_.size()), 0};
    for (const ntk::Route& written : routes) {
        Route route;
        route.target = ids_.find(written.then);
        if (route.target >= 0)
            route.arrival = written.arrive.empty() ? scene_arrivals_[static_cast<std::size_t>(route.target)]
                                                   : arrival_of(written.arrive);
        if (written.when) {
            route.condition = static_cast<int>(conditions_.size());
            conditions_.push_back(&written.when);
        }
        route.deltas = add_deltas(written.meters);
        routes_.push_back(route);
    }
    span.end = size_of(routes_.size());
    return span;
}

void StoryProgram::read_scenes() {
    std::size_t steps = 0;
    for (const Node& node : scenario_->nodes) steps += std::max<std::size_t>(node.options.size(), 1);
    scenes_.reserve(scenario_->nodes.size());
    steps_.reserve(steps);
    routes_.reserve(steps);
    met_.assign(scenario_->nodes.size() * mark_words_, 0);
    for (std::size_t n = 0; n < scenario_->nodes.size(); ++n) {
        const Node& node = scenario_->nodes[n];
        Scene scene;
        scene.decision = node.decision();
        scene.deltas = add_deltas(node.meters);
        if (const int mark = marks_.find(node.id); mark >= 0) set_bit(met_.data() + n * mark_words_, mark);
        scene.steps.begin = size_of(steps_.size());
        const auto add = [&](Step::Kind kind, std::size_t index, const std::vector<ntk::Route>& written) -> Step& {
            const Span routes = add_routes(written);
            steps_.push_back({kind, static_cast<std::uint8_t>(index), static_cast<int>(n), routes, {}});
            raised_.resize(steps_.size() * mark_words_, 0);
            return steps_.back();
        };
        for (std::size_t o = 0; o < node.options.size(); ++o) {
            const Option& option = node.options[o];
            Step& step = add(Step::Kind::option, o, option.routes);
            step.deltas = add_deltas(option.meters);
            for (const std::string& flag : option.flags)
                if (const int mark = marks_.find(flag); mark >= 0)
                    set_bit(raised_.data() + (steps_.size() - 1) * mark_words_, mark);
        }
        if (node.options.empty())
            for (std::size_t c = 0; c < node.composes.size(); ++c) add(Step::Kind::form, c, node.composes[c].routes);
        if (!scene.decision) add(Step::Kind::onward, 0, node.routes);
        scene.steps.end = size_of(steps_.size());
        scenes_.push_back(scene);
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
                const int mark = marks_.find(std::string_view(condition).substr(negated ? 4 : 0));
                if (mark >= 0) set_bit((negated ? passage.without : passage.with).data(), mark);
            }
            passages_.push_back(std::move(passage));
        }
}

template <class F>
void StoryProgram::each_next(std::size_t scene, F&& f) const {
    const Span steps = scenes_[scene].steps;
    for (std::size_t s = steps.begin; s < steps.end; ++s)
        for (std::uint32_t r = steps_[s].routes.begin; r < steps_[s].routes.end; ++r) f(routes_[r], steps_[s]);
}

// Orders the scenes that can be reached, and finds out whether ways can be longer than the player follows them.
void StoryProgram::find_circles() {
    enum class Mark : std::uint8_t { fresh, open, done };
    std::vector<Mark> marks(scenes_.size(), Mark::fresh);
    struct Open {
        std::uint32_t scene, step, route;
    };
    std::vector<Open> way;
    std::vector<std::pair<int, int>> ahead(scenes_.size(), {0, 0});  // most decisions and scenes from here to an end
    if (start_ >= 0) {
        marks[static_cast<std::size_t>(start_)] = Mark::open;
        way.push_back({static_cast<std::uint32_t>(start_), 0, 0});
    }
    while (!way.empty()) {
        Open& top = way.back();
        const Span steps = scenes_[top.scene].steps;
        if (steps.begin + top.step == steps.end) {
            marks[top.scene] = Mark::done;
            order_.push_back(top.scene);
            auto& here = ahead[top.scene];
            each_next(top.scene, [&](const Route& route, const Step&) {
                if (route.target < 0) return;
                const auto& next = ahead[static_cast<std::size_t>(route.target)];
                here = {std::max(here.first, next.first), std::max(here.second, next.second)};
            });
            here.first += scenes_[top.scene].decision ? 1 : 0;
            here.second += 1;
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
        const auto next = static_cast<std::uint32_t>(target);
        circular_ = circular_ || marks[next] == Mark::open;
        if (marks[next] != Mark::fresh) continue;
        marks[next] = Mark::open;
        way.push_back({next, 0, 0});
    }
    std::reverse(order_.begin(), order_.end());
    counts_steps_ = circular_;
    if (start_ < 0) return;
    const auto [decisions, visits] = ahead[static_cast<std::size_t>(start_)];
    counts_steps_ = counts_steps_ || decisions >= limits::entities || visits >= limits::nodes;
}

void StoryProgram::find_live_marks() {
    live_.assign(scenes_.size() * mark_words_, 0);
    if (mark_words_ == 0) return;
    for (const Passage& passage : passages_)
        for (std::size_t w = 0; w < mark_words_; ++w)
            live_[static_cast<std::size_t>(passage.node) * mark_words_ + w] |= passage.with[w] | passage.without[w];
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t i = order_.size(); i-- > 0;)
            each_next(order_[i], [&](const Route& route, const Step&) {
                if (route.target < 0) return;
                for (std::size_t w = 0; w < mark_words_; ++w) {
                    std::uint32_t& here = live_[order_[i] * mark_words_ + w];
                    const std::uint32_t more = here | live_[static_cast<std::size_t>(route.target) * mark_words_ + w];
                    changed = changed || more != here;
                    here = more;
                }
            });
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
    if (!reduces_ || meters == 0) return;
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
