#include "engine/study/story_program.h"

#include <algorithm>
#include <string_view>

#include "engine/casework/clock.h"

namespace ntk {

namespace {

constexpr int reduced_from = 1 << 24;  // above every value of a meter

void set_bit(std::uint32_t* bits, int index) { bits[index / 32] |= 1U << (static_cast<unsigned>(index) % 32U); }

std::uint32_t size_of(std::size_t size) { return static_cast<std::uint32_t>(size); }

}  // namespace

StoryProgram::StoryProgram(const Scenario& scenario, bool forms) : scenario_(&scenario) {
    for (const Node& node : scenario.nodes) {
        ids_.add(node.id);
        scene_arrivals_.push_back(arrival_of(node.at));
    }
    for (const auto& [name, value] : scenario.meters) meter_names_.push_back(name);
    start_ = ids_.find(scenario.start);
    number_marks();
    read_scenes(forms);
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

void StoryProgram::read_scenes(bool forms) {
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
        scene.routes.begin = size_of(routes_.size());
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
        left_out_forms_ = left_out_forms_ || (!forms && !node.options.empty() && !node.composes.empty());
        if (forms || node.options.empty())
            for (std::size_t c = 0; c < node.composes.size(); ++c) add(Step::Kind::form, c, node.composes[c].routes);
        if (!scene.decision) add(Step::Kind::onward, 0, node.routes);
        scene.steps.end = size_of(steps_.size());
        scene.routes.end = size_of(routes_.size());
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
