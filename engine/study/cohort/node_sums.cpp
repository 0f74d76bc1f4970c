#include "engine/study/cohort/node_sums.h"

namespace ntk {

NodeSums sums_of(const Cohort::NodeSeen& node) {
    NodeSums sums;
    sums.options.resize(node.options.size());
    for (const DecisionCell& cell : node.cells.cells()) {
        const double people = cell.people;
        OptionSums& option = sums.options[cell.option];
        option.picked += cell.people;
        option.scored += people * static_cast<double>(cell.net);
        option.offered += people * static_cast<double>(cell.offered);
        option.bands[static_cast<std::size_t>(cell.band)] += cell.people;
        sums.met += cell.people;
        sums.scored += people * static_cast<double>(cell.net);
        sums.offered += people * static_cast<double>(cell.offered);
    }
    return sums;
}

std::optional<double> rest_of(const Cohort::CaseSeen& seen, const DecisionCell& cell) {
    const Cohort::Standing& whole = seen.standings[cell.standing];
    const std::int64_t offered = whole.offered - cell.offered;
    if (offered <= 0) return std::nullopt;
    return static_cast<double>(whole.net - cell.net) / static_cast<double>(offered);
}

}  // namespace ntk
