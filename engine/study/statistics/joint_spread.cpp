#include "engine/study/statistics/joint_spread.h"

#include <algorithm>
#include <cmath>

namespace ntk {

void JointSpread::add(const std::vector<double>& row) {
    ++people_;
    const double part = 1.0 / people_;
    distances_.resize(figures_);
    for (std::size_t i = 0; i < figures_; ++i) distances_[i] = row[i] - means_[i];
    for (std::size_t i = 0; i < figures_; ++i) means_[i] += distances_[i] * part;
    for (std::size_t i = 0; i < figures_; ++i)
        for (std::size_t j = i; j < figures_; ++j) products_[i * figures_ + j] += distances_[i] * (row[j] - means_[j]);
}

double JointSpread::covariance(std::size_t one, std::size_t other) const {
    if (people_ < 2) return 0;
    return products_[std::min(one, other) * figures_ + std::max(one, other)] / (people_ - 1);
}

JointSpread JointSpread::times(const std::vector<double>& factors) const {
    JointSpread scaled = *this;
    for (std::size_t i = 0; i < figures_; ++i) {
        scaled.means_[i] *= factors[i];
        for (std::size_t j = 0; j < figures_; ++j) scaled.products_[i * figures_ + j] *= factors[i] * factors[j];
    }
    return scaled;
}

double JointSpread::variance_of_sum() const {
    double sum = 0;
    for (std::size_t i = 0; i < figures_; ++i) sum += covariance_with_sum(i);
    return sum;
}

double JointSpread::variance_of_rest(std::size_t figure) const {
    double sum = 0;
    for (std::size_t i = 0; i < figures_; ++i)
        for (std::size_t j = 0; j < figures_; ++j) sum += i == figure || j == figure ? 0 : covariance(i, j);
    return sum;
}

double JointSpread::covariance_with_sum(std::size_t figure) const {
    return covariance(figure, figure) + covariance_with_rest(figure);
}

double JointSpread::covariance_with_rest(std::size_t figure) const {
    double sum = 0;
    for (std::size_t i = 0; i < figures_; ++i) sum += i == figure ? 0 : covariance(figure, i);
    return sum;
}

std::optional<double> correlation_with_rest(const JointSpread& spread, std::size_t figure) {
    // What is left of sums that cancel out is rounding, not spread.
    constexpr double rounding = 1e-13;
    double all = 0;
    for (std::size_t i = 0; i < spread.figures(); ++i) all += i == figure ? 0 : spread.covariance(i, i);
    const double own = spread.covariance(figure, figure), rest = spread.variance_of_rest(figure);
    if (!(own > 0) || !(rest > rounding * all)) return std::nullopt;
    return std::clamp(spread.covariance_with_rest(figure) / std::sqrt(own * rest), -1.0, 1.0);
}

}  // namespace ntk
