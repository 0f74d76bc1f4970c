#include <algorithm>

#include "engine/study/cohort/figures.h"
#include "engine/study/statistics/option_table.h"

namespace ntk {

namespace {

// Bands of people who do equally well on the rest of the case, and whether each scored all there was at a decision.
GroupDifference at_node(const Cohort& cohort, std::size_t of_case, std::size_t node, std::size_t reference,
                        std::size_t focal) {
    std::vector<double> rest;
    std::vector<bool> right, is_focal;
    for (const Cohort::Row& row : cohort.rows()) {
        if (row.of_case != of_case || !row.first || (row.group != reference && row.group != focal)) continue;
        for (const Cohort::DecisionRow& decision : row.decisions) {
            const std::int64_t rest_offered = row.overall.offered - decision.offered;
            if (decision.node != node || decision.offered <= 0 || rest_offered <= 0) continue;
            rest.push_back(static_cast<double>(row.overall.earned - row.overall.lost - decision.net) /
                           static_cast<double>(rest_offered));
            right.push_back(decision.net >= decision.offered);
            is_focal.push_back(row.group == focal);
        }
    }
    const std::vector<int> thirds = thirds_of(rest);
    std::vector<MatchedCounts> bands(3);
    for (std::size_t i = 0; i < rest.size(); ++i) {
        MatchedCounts& band = bands[static_cast<std::size_t>(thirds[i])];
        if (is_focal[i])
            ++(right[i] ? band.focal_right : band.focal_wrong);
        else
            ++(right[i] ? band.reference_right : band.reference_wrong);
    }
    return mantel_haenszel(bands);
}

}  // namespace

std::vector<DifferenceFigures> difference_figures(const Cohort& cohort) {
    std::vector<DifferenceFigures> found;
    const auto& groups = cohort.groups();
    // Two times of the same people are no two groups.
    if (groups.size() < 2 || !cohort.request().before.empty()) return found;
    std::size_t reference = 0;
    for (std::size_t i = 1; i < groups.size(); ++i)
        if (groups[i].people.size() > groups[reference].people.size()) reference = i;
    for (std::size_t of_case = 0; of_case < cohort.cases().size(); ++of_case) {
        const Cohort::CaseSeen& seen = cohort.cases()[of_case];
        for (std::size_t node = 0; node < seen.nodes.size(); ++node)
            for (std::size_t focal = 0; focal < groups.size(); ++focal) {
                if (focal == reference) continue;
                const GroupDifference difference = at_node(cohort, of_case, node, reference, focal);
                if (!difference.hidden)
                    found.push_back({seen.id, seen.nodes[node].id, seen.nodes[node].title, groups[reference].name,
                                     groups[focal].name, difference});
            }
    }
    return found;
}

}  // namespace ntk
