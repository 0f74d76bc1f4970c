#include "engine/study/statistics/distributions.h"

#include <cmath>

namespace ntk {

namespace {

// The logarithm of the gamma function for x > 0, by Stirling's series after moving x above 12. The library's own
// lgamma is left alone: it differs between machines and may write to a variable that all threads share.
double log_gamma(double x) {
    double shift = 0;
    for (; x < 12; ++x) shift -= std::log(x);
    const double y = 1 / (x * x);
    const double series = (1.0 / 12 - y * (1.0 / 360 - y * (1.0 / 1260 - y * (1.0 / 1680 - y / 1188)))) / x;
    return shift + (x - 0.5) * std::log(x) - x + 0.91893853320467274178 + series;
}

// The continued fraction for the incomplete beta function; it converges fast for x < (a + 1) / (a + b + 2).
double beta_fraction(double x, double a, double b) {
    constexpr double tiny = 1e-300;
    constexpr int most_steps = 10'000;
    const auto away_from_zero = [](double value) { return std::fabs(value) < tiny ? tiny : value; };
    double c = 1;
    double d = 1 / away_from_zero(1 - (a + b) * x / (a + 1));
    double value = d;
    for (int m = 1; m <= most_steps; ++m) {
        const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 / away_from_zero(1 + even * d);
        c = away_from_zero(1 + even / c);
        value *= d * c;
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / away_from_zero(1 + odd * d);
        c = away_from_zero(1 + odd / c);
        value *= d * c;
        if (std::fabs(d * c - 1) < 1e-15) break;
    }
    return value;
}

}  // namespace

double beta_probability(double x, double a, double b) {
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    const double front =
        std::exp(log_gamma(a + b) - log_gamma(a) - log_gamma(b) + a * std::log(x) + b * std::log1p(-x));
    if (x < (a + 1) / (a + b + 2)) return front * beta_fraction(x, a, b) / a;
    return 1 - front * beta_fraction(1 - x, b, a) / b;
}

std::optional<double> f_quantile(double probability, double df1, double df2) {
    if (!(probability > 0 && probability < 1) || !(df1 > 0) || !(df2 > 0)) return std::nullopt;
    // x = df1 f / (df1 f + df2) is a beta variable; halving its interval needs no derivative and cannot run away.
    double low = 0, high = 1;
    for (int i = 0; i < 200; ++i) {
        const double middle = (low + high) / 2;
        (beta_probability(middle, df1 / 2, df2 / 2) < probability ? low : high) = middle;
    }
    const double x = (low + high) / 2;
    return x >= 1 ? std::nullopt : std::optional(df2 * x / (df1 * (1 - x)));
}

std::optional<double> t_quantile(double probability, double df) {
    if (probability == 0.5 && df > 0) return 0.0;
    // The square of a t variable is an F variable with 1 and df degrees of freedom.
    const bool upper = probability > 0.5;
    const auto square = f_quantile(upper ? 2 * probability - 1 : 1 - 2 * probability, 1, df);
    if (!square) return std::nullopt;
    return upper ? std::sqrt(*square) : -std::sqrt(*square);
}

}  // namespace ntk
