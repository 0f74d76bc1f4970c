#include <algorithm>

#include "engine/study/cohort/figures.h"
#include "engine/study/cohort/node_sums.h"
#include "engine/study/statistics/discrimination.h"
#include "engine/study/statistics/facility.h"
#include "engine/study/statistics/moments.h"
#include "engine/study/statistics/option_table.h"
#include "engine/study/statistics/small_cells.h"

namespace ntk {

namespace {

constexpr double rarely = 0.05;      // a choice that fewer make does no work (Haladyna and Downing 1993)
constexpr int people_for_rare = 20;  // below that one person is 5%

double share(std::int64_t part, std::int64_t whole) { return static_cast<double>(part) / static_cast<double>(whole); }

// What everybody did at one decision who could earn elsewhere in the case too.
struct AtNode {
    std::vector<std::size_t> option;
    std::vector<CountedFigure> rest;
    std::vector<CountedPair> scored;  // of those who could earn here
};

AtNode at_node(const Cohort::CaseSeen& seen, const Cohort::NodeSeen& node) {
    AtNode found;
    for (const DecisionCell& cell : node.cells.cells()) {
        const auto rest = rest_of(seen, cell);
        if (!rest) continue;
        found.option.push_back(cell.option);
        found.rest.push_back({*rest, cell.people});
        if (cell.offered > 0) found.scored.push_back({share(cell.net, cell.offered), *rest, cell.people});
    }
    return found;
}

void note_worst(const NodeSums& sums, const std::vector<OptionCount>& counts, std::vector<OptionFigures>& options) {
    std::size_t worst = options.size();
    double lowest = 0;
    int picked_options = 0;
    for (std::size_t i = 0; i < options.size(); ++i) {
        if (sums.options[i].picked == 0) continue;
        ++picked_options;
        const double mean = sums.options[i].scored / sums.options[i].picked;
        if (worst == options.size() || mean < lowest) {
            worst = i;
            lowest = mean;
        }
    }
    if (picked_options < 2) return;
    const OptionCount& count = counts[worst];
    options[worst].tempts_the_best =
        options[worst].picked && count.picked[2] >= least_shown && count.picked[2] >= count.picked[0];
}

std::vector<OptionFigures> option_figures(const Cohort::NodeSeen& node, const NodeSums& sums, const AtNode& seen) {
    const auto counts = option_table(seen.option, thirds_of_counted(seen.rest), seen.rest, node.options.size());
    std::vector<int> totals;
    for (const OptionSums& option : sums.options) totals.push_back(option.picked);
    const auto shown = shown_counts(totals);
    std::vector<OptionFigures> options;
    for (std::size_t i = 0; i < node.options.size(); ++i) {
        const OptionSums& option = sums.options[i];
        OptionFigures figures;
        figures.id = node.options[i];
        figures.picked = shown[i];
        if (shown[i]) {
            const auto thirds = shown_counts({counts[i].picked[0], counts[i].picked[1], counts[i].picked[2]});
            std::copy(thirds.begin(), thirds.end(), figures.by_third.begin());
        }
        if (shown[i] && option.picked >= least_shown) {
            const auto scored = facility(option.scored, option.offered);
            if (scored) figures.score = 100 * *scored;
        }
        // Of a hidden count it would say too much.
        figures.rare = shown[i] && sums.met >= people_for_rare && option.picked < rarely * sums.met;
        options.push_back(std::move(figures));
    }
    note_worst(sums, counts, options);
    // In the author's order where options have letters; the order in which they were first picked says who came first.
    std::sort(options.begin(), options.end(),
              [](const OptionFigures& a, const OptionFigures& b) { return a.id < b.id; });
    return options;
}

ItemFigures item_figures(const Cohort::CaseSeen& of_case, const Cohort::NodeSeen& node) {
    const NodeSums sums = sums_of(node);
    ItemFigures item;
    item.node = node.id;
    item.title = node.title;
    item.options_known = node.options_known;
    if (sums.met < least_shown) return item;
    item.n = sums.met;
    item.facility = facility(sums.scored, sums.offered);
    const AtNode seen = at_node(of_case, node);
    RunningPair score_and_rest;
    for (const CountedPair& pair : seen.scored) score_and_rest.add(pair.score, pair.rest, pair.count);
    if (score_and_rest.n() >= least_shown) {
        item.discrimination = discrimination(score_and_rest);
        item.efficiency = discriminative_efficiency(seen.scored);
    }
    item.options = option_figures(node, sums, seen);
    return item;
}

CaseFigures figures_of(const Cohort::CaseSeen& seen) {
    CaseFigures found;
    found.id = seen.id;
    found.title = seen.title;
    found.version = seen.version;
    found.sha256 = seen.sha256;
    found.rules_sha256 = seen.rules_sha256;
    found.engine = seen.engine;
    found.hidden = seen.results < least_shown;
    if (found.hidden) return found;
    found.n = seen.results;
    std::vector<CountedFigure> scores;
    for (const Cohort::Standing& standing : seen.standings.all())
        if (const auto score = percent_of({standing.net, 0, standing.offered, 0}))
            scores.push_back({*score, standing.people});
    const Moments spread = moments_of_counted(scores);
    found.mean = spread.mean;
    found.sd = spread.sd;
    found.skewness = spread.skewness;
    found.kurtosis = spread.kurtosis;
    found.met = share(seen.met, found.n);
    found.met_interval = wilson_interval(seen.met, found.n);
    for (const Cohort::NodeSeen& node : seen.nodes) found.items.push_back(item_figures(seen, node));
    return found;
}

}  // namespace

std::optional<double> percent_of(const Tally& tally) {
    if (tally.offered <= 0) return std::nullopt;
    return 100 * share(std::max<std::int64_t>(0, tally.earned - tally.lost), tally.offered);
}

std::vector<CaseFigures> case_figures(const Cohort& cohort) {
    std::vector<CaseFigures> found;
    for (const Cohort::CaseSeen& seen : cohort.cases()) found.push_back(figures_of(seen));
    std::stable_sort(found.begin(), found.end(),
                     [](const CaseFigures& a, const CaseFigures& b) { return a.id < b.id; });
    return found;
}

}  // namespace ntk
