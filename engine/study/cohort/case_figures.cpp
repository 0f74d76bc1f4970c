#include <algorithm>

#include "engine/study/cohort/figures.h"
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

// What everybody did at one decision, in the order of the results.
struct AtNode {
    std::vector<std::size_t> option;
    std::vector<double> rest;                    // of everybody
    std::vector<double> scored, rest_of_scored;  // of those who could earn here
};

// All decisions of a case in one pass over its results.
std::vector<AtNode> at_nodes(const std::vector<const Cohort::Row*>& rows, std::size_t nodes) {
    std::vector<AtNode> found(nodes);
    for (const Cohort::Row* row : rows)
        for (const Cohort::DecisionRow& decision : row->decisions) {
            const std::int64_t rest_offered = row->overall.offered - decision.offered;
            if (rest_offered <= 0) continue;
            AtNode& at = found[decision.node];
            at.option.push_back(decision.option);
            at.rest.push_back(share(row->overall.earned - row->overall.lost - decision.net, rest_offered));
            if (decision.offered <= 0) continue;
            at.scored.push_back(share(decision.net, decision.offered));
            at.rest_of_scored.push_back(at.rest.back());
        }
    return found;
}

void note_worst(const Cohort::NodeSeen& node, const std::vector<OptionCount>& counts,
                std::vector<OptionFigures>& options) {
    std::size_t worst = options.size();
    double lowest = 0;
    int picked_options = 0;
    for (std::size_t i = 0; i < options.size(); ++i) {
        if (node.options[i].picked == 0) continue;
        ++picked_options;
        const double mean = node.options[i].scored / node.options[i].picked;
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

std::vector<OptionFigures> option_figures(const Cohort::NodeSeen& node, const AtNode& seen) {
    const auto counts = option_table(seen.option, thirds_of(seen.rest), node.options.size());
    std::vector<int> totals;
    for (const Cohort::OptionSeen& option : node.options) totals.push_back(option.picked);
    const auto shown = shown_counts(totals);
    std::vector<OptionFigures> options;
    for (std::size_t i = 0; i < node.options.size(); ++i) {
        const Cohort::OptionSeen& option = node.options[i];
        OptionFigures figures;
        figures.id = option.id;
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
        figures.rare = shown[i] && node.met >= people_for_rare && option.picked < rarely * node.met;
        options.push_back(std::move(figures));
    }
    note_worst(node, counts, options);
    // In the author's order where options have letters; the order in which they were first picked says who came first.
    std::sort(options.begin(), options.end(),
              [](const OptionFigures& a, const OptionFigures& b) { return a.id < b.id; });
    return options;
}

ItemFigures item_figures(const Cohort::NodeSeen& node, const AtNode& seen) {
    ItemFigures item;
    item.node = node.id;
    item.title = node.title;
    item.n = node.met;
    item.options_known = node.options_known;
    if (node.met < least_shown) {
        item.n = 0;
        return item;
    }
    item.facility = facility(node.scored, node.offered);
    if (node.score_and_rest.n() >= least_shown) {
        item.discrimination = discrimination(node.score_and_rest);
        item.efficiency = discriminative_efficiency(seen.scored, seen.rest_of_scored);
    }
    item.options = option_figures(node, seen);
    return item;
}

CaseFigures figures_of(const Cohort& cohort, std::size_t index) {
    const Cohort::CaseSeen& seen = cohort.cases()[index];
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
    std::vector<const Cohort::Row*> rows;
    std::vector<double> scores;
    int met = 0;
    for (const Cohort::Row& row : cohort.rows()) {
        if (row.of_case != index || !row.first) continue;
        rows.push_back(&row);
        if (const auto score = percent_of(row.overall)) scores.push_back(*score);
        met += row.outcome == Outcome::met ? 1 : 0;
    }
    const Moments spread = moments_of(scores);
    found.mean = spread.mean;
    found.sd = spread.sd;
    found.skewness = spread.skewness;
    found.kurtosis = spread.kurtosis;
    found.met = share(met, found.n);
    found.met_interval = wilson_interval(met, found.n);
    const std::vector<AtNode> nodes = at_nodes(rows, seen.nodes.size());
    for (std::size_t node = 0; node < nodes.size(); ++node)
        found.items.push_back(item_figures(seen.nodes[node], nodes[node]));
    return found;
}

}  // namespace

std::optional<double> percent_of(const Tally& tally) {
    if (tally.offered <= 0) return std::nullopt;
    return 100 * share(std::max<std::int64_t>(0, tally.earned - tally.lost), tally.offered);
}

std::vector<CaseFigures> case_figures(const Cohort& cohort) {
    std::vector<CaseFigures> found;
    for (std::size_t i = 0; i < cohort.cases().size(); ++i) found.push_back(figures_of(cohort, i));
    std::stable_sort(found.begin(), found.end(),
                     [](const CaseFigures& a, const CaseFigures& b) { return a.id < b.id; });
    return found;
}

}  // namespace ntk
