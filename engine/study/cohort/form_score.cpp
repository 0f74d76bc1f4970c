#include "engine/study/cohort/form_score.h"

namespace ntk {

FormScore form_score(const Cohort& cohort, const FormRows& rows, const PassRule& pass) {
    FormScore score;
    std::vector<ScopeScore> strands(3);
    CriticalCount criticals;
    Skips skips;
    for (const Cohort::Summary* row : rows) {
        const Cohort::Standing& whole = cohort.standing(*row);
        add_to_sum(score.overall, {whole.net, 0, whole.offered, 0});
        const Cohort::Conduct& conduct = cohort.conduct(*row);
        add_to_sum(score.balance, conduct.balance);
        for (std::size_t i = 0; i < strands.size(); ++i)
            add_to_sum(strands[i].tally, {cohort.strand(*row, i).net, 0, cohort.strand(*row, i).offered, 0});
        skips.decisions += conduct.skips.decisions;
        skips.skipped += conduct.skips.skipped;
        criticals.open += conduct.criticals.open;
        criticals.gravest_open += conduct.criticals.gravest_open;
        criticals.gravest_mended += conduct.criticals.gravest_mended;
    }
    score.outcome = outcome_of(score.overall, strands, criticals, pass, skips);
    return score;
}

std::optional<double> j_of(const Balance& balance) {
    if (balance.duties == 0 || balance.restraints == 0) return std::nullopt;
    return 100.0 * balance.hits / balance.duties - 100.0 * balance.false_alarms / balance.restraints;
}

std::optional<double> lean_of(const Balance& balance) {
    const double all = static_cast<double>(balance.privacy_loss) + static_cast<double>(balance.protect_loss);
    if (!(all > 0)) return std::nullopt;
    return 100 * (static_cast<double>(balance.privacy_loss) - static_cast<double>(balance.protect_loss)) / all;
}

}  // namespace ntk
