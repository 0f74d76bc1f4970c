#include <algorithm>

#include "engine/study/cohort/figures.h"
#include "engine/study/cohort/node_sums.h"
#include "engine/study/statistics/agreement.h"

namespace ntk {

namespace {

constexpr int bands = 3;
constexpr int draws = 1'000;

// Twice a quartile or median of sorted ratings, at `part` fourths of the way: whole numbers only.
int twice_at(const std::vector<int>& sorted, std::size_t part) {
    const std::size_t at = (sorted.size() - 1) * part;
    const int low = sorted[at / 4];
    return at % 4 == 0 ? 2 * low : low + sorted[at / 4 + 1];
}

// What came of an option in the first version of the case in which somebody picked it.
std::optional<OptionSums> find_option(const Cohort& cohort, const RatedThing& thing) {
    for (const Cohort::CaseSeen& seen : cohort.cases()) {
        if (seen.id != thing.case_id) continue;
        for (const Cohort::NodeSeen& node : seen.nodes) {
            if (node.id != thing.node) continue;
            const NodeSums sums = sums_of(node);
            for (std::size_t i = 0; i < node.options.size(); ++i)
                if (node.options[i] == thing.option && sums.options[i].picked > 0) return sums.options[i];
        }
    }
    return std::nullopt;
}

// The band in which the engine most often put it; the worse of two that are equally frequent.
int usual_band(const OptionSums& option) {
    return static_cast<int>(std::max_element(option.bands.begin(), option.bands.end()) - option.bands.begin());
}

template <class T>
std::vector<T> drawn_from(const std::vector<T>& all, const std::vector<std::size_t>& which) {
    std::vector<T> drawn;
    for (const std::size_t i : which) drawn.push_back(all[i]);
    return drawn;
}

}  // namespace

std::optional<PanelFigures> panel_figures(const Cohort& cohort) {
    if (!cohort.request().panel || cohort.request().panel->options.empty()) return std::nullopt;
    const std::uint64_t seed = cohort.request().seed;
    PanelFigures found;
    found.title = cohort.request().panel->title;
    std::vector<Ratings> all;
    std::vector<int> by_panel, by_engine;
    for (const auto& [thing, ratings] : cohort.request().panel->options) {
        if (ratings.empty()) continue;
        ++found.options_rated;
        all.push_back(ratings);
        std::vector<int> sorted = ratings;
        std::sort(sorted.begin(), sorted.end());
        const std::string name = thing.case_id + " " + thing.node + " " + thing.option;
        if (sorted.size() >= 4 && twice_at(sorted, 3) - twice_at(sorted, 1) > 2) found.divided.push_back(name);
        const auto option = find_option(cohort, thing);
        if (!option) continue;
        ++found.options_seen;
        // A median between two bands goes to the worse one: where a panel is split, harm weighs more.
        by_panel.push_back(twice_at(sorted, 2) / 2);
        by_engine.push_back(usual_band(*option));
        if (std::abs(by_panel.back() - by_engine.back()) >= 2) found.two_apart.push_back(name);
    }
    found.among_judges = krippendorff_alpha(all, Scale::ordinal);
    found.among_judges_interval = drawn_interval(all.size(), seed, draws, [&](const std::vector<std::size_t>& which) {
        return krippendorff_alpha(drawn_from(all, which), Scale::ordinal);
    });
    found.with_engine = weighted_kappa(by_panel, by_engine, bands);
    found.with_engine_interval =
        drawn_interval(by_panel.size(), seed, draws, [&](const std::vector<std::size_t>& which) {
            return weighted_kappa(drawn_from(by_panel, which), drawn_from(by_engine, which), bands);
        });
    return found;
}

}  // namespace ntk
