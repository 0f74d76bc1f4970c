#include "engine/study/statistics/alpha.h"

#include "engine/study/statistics/distributions.h"
#include "engine/study/statistics/moments.h"

namespace ntk {

std::optional<double> cronbach_alpha(const ScoreTable& scores) {
    if (scores.size() < 2 || scores.front().size() < 2) return std::nullopt;
    const std::size_t units = scores.front().size();
    std::vector<double> totals(scores.size()), column(scores.size());
    double of_units = 0;
    for (std::size_t unit = 0; unit < units; ++unit) {
        for (std::size_t person = 0; person < scores.size(); ++person) {
            if (scores[person].size() != units) return std::nullopt;
            column[person] = scores[person][unit];
            totals[person] += column[person];
        }
        of_units += *moments_of(column).variance;
    }
    const double of_totals = *moments_of(totals).variance;
    if (of_totals <= 0) return std::nullopt;
    const double k = static_cast<double>(units);
    return k / (k - 1) * (1 - of_units / of_totals);
}

std::optional<Interval> alpha_interval_df(double alpha, double df1, double df2) {
    const auto high = f_quantile(0.975, df1, df2);
    const auto low = f_quantile(0.025, df1, df2);
    if (!high || !low) return std::nullopt;
    return Interval{1 - (1 - alpha) * *high, 1 - (1 - alpha) * *low};
}

std::optional<Interval> alpha_interval(double alpha, int people, int units) {
    if (people < 2 || units < 2) return std::nullopt;
    return alpha_interval_df(alpha, people - 1.0, (people - 1.0) * (units - 1.0));
}

}  // namespace ntk
