#include "engine/study/statistics/decimal.h"

#include <cmath>
#include <cstdint>

namespace ntk {

namespace {

constexpr double largest = 1e12;

// Sums carry a rounding error of a few parts in 10^16. A figure that is a half but for that counts as the half, so that
// two machines whose sums differ in the last bit print the same.
constexpr double slack = 1e-9;

}  // namespace

std::string decimal(double value, int digits) {
    if (!std::isfinite(value) || std::fabs(value) > largest || digits < 0 || digits > 6) return {};
    std::int64_t scale = 1;
    for (int i = 0; i < digits; ++i) scale *= 10;
    const auto whole =
        static_cast<std::int64_t>(std::floor(std::fabs(value) * static_cast<double>(scale) + 0.5 + slack));
    std::string text = value < 0 && whole != 0 ? "-" : "";
    text += std::to_string(whole / scale);
    if (digits == 0) return text;
    const std::string after = std::to_string(whole % scale);
    return text + "." + std::string(static_cast<std::size_t>(digits) - after.size(), '0') + after;
}

std::string decimal(const std::optional<double>& value, int digits) { return value ? decimal(*value, digits) : ""; }

}  // namespace ntk
