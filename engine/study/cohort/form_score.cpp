#include "engine/study/cohort/form_score.h"

namespace ntk {

void add_to_sum(Tally& sum, const Tally& part) {
    sum.earned += part.earned;
    sum.lost += part.lost;
    sum.offered += part.offered;
    sum.opportunities += part.opportunities;
}

void add_to_sum(Balance& sum, const Balance& part) {
    sum.duties += part.duties;
    sum.hits += part.hits;
    sum.restraints += part.restraints;
    sum.false_alarms += part.false_alarms;
    sum.protect_loss += part.protect_loss;
    sum.privacy_loss += part.privacy_loss;
}

FormScore form_score(const FormRows& rows, const PassRule& pass) {
    FormScore score;
    std::vector<ScopeScore> strands(3);
    CriticalCount criticals;
    Skips skips;
    for (const Cohort::Row* row : rows) {
        add_to_sum(score.overall, row->overall);
        add_to_sum(score.balance, row->balance);
        for (std::size_t i = 0; i < strands.size(); ++i) add_to_sum(strands[i].tally, row->strands[i]);
        skips.decisions += row->skips.decisions;
        skips.skipped += row->skips.skipped;
        criticals.open += row->criticals.open;
        criticals.gravest_open += row->criticals.gravest_open;
        criticals.gravest_mended += row->criticals.gravest_mended;
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
