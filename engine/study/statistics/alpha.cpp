#include "engine/study/statistics/alpha.h"

#include <numeric>

#include "engine/study/statistics/distributions.h"
#include "engine/study/statistics/moments.h"

namespace ntk {

std::optional<JointSpread> joint_spread(const ScoreTable& table) {
    if (table.empty()) return std::nullopt;
    JointSpread spread(table.front().size());
    for (const std::vector<double>& row : table) {
        if (row.size() != spread.figures()) return std::nullopt;
        spread.add(row);
    }
    return spread;
}

std::optional<double> cronbach_alpha(const ScoreTable& scores) {
    const auto units = joint_spread(scores);
    if (!units) return std::nullopt;
    std::vector<double> totals;
    for (const std::vector<double>& row : scores) totals.push_back(std::accumulate(row.begin(), row.end(), 0.0));
    return cronbach_alpha(*units, moments_of(totals).variance.value_or(0));
}

std::optional<double> cronbach_alpha(const JointSpread& units, double variance_of_totals) {
    if (units.people() < 2 || units.figures() < 2 || variance_of_totals <= 0) return std::nullopt;
    double of_units = 0;
    for (std::size_t i = 0; i < units.figures(); ++i) of_units += units.covariance(i, i);
    const double k = static_cast<double>(units.figures());
    return k / (k - 1) * (1 - of_units / variance_of_totals);
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
