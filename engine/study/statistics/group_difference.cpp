#include "engine/study/statistics/group_difference.h"

#include <algorithm>
#include <cmath>

#include "engine/study/statistics/distributions.h"

namespace ntk {

namespace {

constexpr double to_delta = -2.35;  // Holland and Thayer 1988
constexpr double chi_square_95 = 3.841458820694124;
constexpr double one_sided_z = 1.6448536269514722;

// A is near 0 or may be chance; C is at least 1.5 and surely more than 1 (Zieky 1993).
std::string grade_of(double delta, double error, std::optional<double> chi_square) {
    const double size = std::fabs(delta);
    if (size < 1 || !chi_square || *chi_square < chi_square_95) return "A";
    return size >= 1.5 && size - one_sided_z * error > 1 ? "C" : "B";
}

}  // namespace

GroupDifference mantel_haenszel(const std::vector<MatchedCounts>& bands, int least_in_cell) {
    MatchedCounts all;
    double r = 0, s = 0, pr = 0, mixed = 0, qs = 0, excess = 0, variance = 0;
    for (const MatchedCounts& band : bands) {
        all.reference_right += band.reference_right;
        all.reference_wrong += band.reference_wrong;
        all.focal_right += band.focal_right;
        all.focal_wrong += band.focal_wrong;
        const double a = band.reference_right, b = band.reference_wrong, c = band.focal_right, d = band.focal_wrong;
        const double n = a + b + c + d;
        if (n < 2) continue;
        const double p = (a + d) / n, q = (b + c) / n, ad = a * d / n, bc = b * c / n;
        r += ad;
        s += bc;
        pr += p * ad;
        mixed += p * bc + q * ad;
        qs += q * bc;
        excess += a - (a + b) * (a + c) / n;
        variance += (a + b) * (c + d) * (a + c) * (b + d) / (n * n * (n - 1));
    }
    GroupDifference found;
    found.hidden =
        std::min({all.reference_right, all.reference_wrong, all.focal_right, all.focal_wrong}) < least_in_cell;
    if (found.hidden || !(r > 0) || !(s > 0)) return found;
    const double odds = r / s;
    found.odds_ratio = odds;
    found.delta = to_delta * std::log(odds);
    if (variance > 0) {
        const double corrected = std::max(0.0, std::fabs(excess) - 0.5);
        found.chi_square = corrected * corrected / variance;
    }
    const double error = std::sqrt(pr / (2 * r * r) + mixed / (2 * r * s) + qs / (2 * s * s));
    found.odds_interval = Interval{odds * std::exp(-z_975 * error), odds * std::exp(z_975 * error)};
    found.grade = grade_of(*found.delta, -to_delta * error, found.chi_square);
    return found;
}

}  // namespace ntk
