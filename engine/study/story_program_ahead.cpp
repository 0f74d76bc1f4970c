#include <algorithm>

#include "engine/study/story_program.h"
#include "engine/text/limits.h"

namespace ntk {

// What lies ahead of each scene: whether it comes round again, which marks are still asked for, and how far meters may
// still change.

// Orders the scenes that can be reached, and finds out whether ways can be longer than the player follows them.
void StoryProgram::find_circles() {
    enum class Mark : std::uint8_t { fresh, open, done };
    std::vector<Mark> marks(scenes_.size(), Mark::fresh);
    struct Open {
        std::uint32_t scene, route;
    };
    std::vector<Open> way;
    std::vector<std::pair<int, int>> ahead(scenes_.size(), {0, 0});  // most decisions and scenes from here to an end
    const auto enter = [&](std::uint32_t scene) {
        marks[scene] = Mark::open;
        way.push_back({scene, scenes_[scene].routes.begin});
    };
    const auto pass_on = [&](std::uint32_t from, std::uint32_t to) {
        ahead[to] = {std::max(ahead[to].first, ahead[from].first), std::max(ahead[to].second, ahead[from].second)};
    };
    if (start_ >= 0) enter(static_cast<std::uint32_t>(start_));
    while (!way.empty()) {
        const std::uint32_t scene = way.back().scene;
        if (way.back().route == scenes_[scene].routes.end) {
            marks[scene] = Mark::done;
            order_.push_back(scene);
            ahead[scene].first += scenes_[scene].decision ? 1 : 0;
            ahead[scene].second += 1;
            way.pop_back();
            if (!way.empty()) pass_on(scene, way.back().scene);
            continue;
        }
        const int target = routes_[way.back().route++].target;
        if (target < 0) continue;
        const auto next = static_cast<std::uint32_t>(target);
        circular_ = circular_ || marks[next] == Mark::open;
        if (marks[next] == Mark::done) pass_on(next, scene);
        if (marks[next] == Mark::fresh) enter(next);
    }
    std::reverse(order_.begin(), order_.end());
    counts_steps_ = circular_;
    if (start_ < 0) return;
    const auto [decisions, visits] = ahead[static_cast<std::size_t>(start_)];
    counts_steps_ = counts_steps_ || decisions >= limits::entities || visits >= limits::nodes;
    most_decisions_ = counts_steps_ ? limits::entities : decisions;
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

}  // namespace ntk
