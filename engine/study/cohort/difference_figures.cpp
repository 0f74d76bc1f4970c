#include <algorithm>

#include "engine/study/cohort/figures.h"
#include "engine/study/cohort/node_sums.h"
#include "engine/study/statistics/option_table.h"

namespace ntk {

namespace {

// Bands of people who do equally well on the rest of the case, and whether each scored all there was at a decision.
GroupDifference at_node(const Cohort::CaseSeen& seen, const Cohort::NodeSeen& node, std::size_t reference,
                        std::size_t focal) {
    std::vector<CountedFigure> rest;
    std::vector<bool> right, is_focal;
    for (const DecisionCell& cell : node.cells.cells()) {
        const std::size_t group = seen.standings[cell.standing].group;
        const auto elsewhere = rest_of(seen, cell);
        if ((group != reference && group != focal) || cell.offered <= 0 || !elsewhere) continue;
        rest.push_back({*elsewhere, cell.people});
        right.push_back(cell.net >= cell.offered);
        is_focal.push_back(group == focal);
    }
    const std::vector<int> thirds = thirds_of_counted(rest);
    std::vector<MatchedCounts> bands(3);
    for (std::size_t i = 0; i < rest.size(); ++i) {
        MatchedCounts& band = bands[static_cast<std::size_t>(thirds[i])];
        if (is_focal[i])
            (right[i] ? band.focal_right : band.focal_wrong) += rest[i].count;
        else
            (right[i] ? band.reference_right : band.reference_wrong) += rest[i].count;
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
        if (groups[i].people > groups[reference].people) reference = i;
    for (const Cohort::CaseSeen& seen : cohort.cases())
        for (const Cohort::NodeSeen& node : seen.nodes)
            for (std::size_t focal = 0; focal < groups.size(); ++focal) {
                if (focal == reference) continue;
                const GroupDifference difference = at_node(seen, node, reference, focal);
                if (!difference.hidden)
                    found.push_back(
                        {seen.id, node.id, node.title, groups[reference].name, groups[focal].name, difference});
            }
    return found;
}

}  // namespace ntk
