#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace ntk {

// How several figures of each person spread, alone and together: means and covariances taken in one pass without
// keeping the figures (Welford 1962, for a row at a time). The result depends in its last bits on the order.
class JointSpread {
  public:
    explicit JointSpread(std::size_t figures) : figures_(figures), means_(figures), products_(figures * figures) {}

    // Adds the figures of one person: as many as were said.
    void add(const std::vector<double>& row);

    int people() const { return people_; }
    std::size_t figures() const { return figures_; }
    double mean(std::size_t figure) const { return means_[figure]; }
    double covariance(std::size_t one, std::size_t other) const;  // n - 1; 0 under two people

    // The same figures, each times a factor of its own.
    JointSpread times(const std::vector<double>& factors) const;

    // The variance of the sum of all figures of a person, and that of the sum of all but one; the covariance of one
    // with the sum of all, and of one with the sum of the others.
    double variance_of_sum() const;
    double variance_of_rest(std::size_t figure) const;
    double covariance_with_sum(std::size_t figure) const;
    double covariance_with_rest(std::size_t figure) const;

  private:
    std::size_t figures_;
    int people_ = 0;
    std::vector<double> means_, products_;
    std::vector<double> distances_;  // of the row at hand
};

// The correlation of a figure with the sum of the others; missing where one of the two does not vary.
std::optional<double> correlation_with_rest(const JointSpread& spread, std::size_t figure);

}  // namespace ntk
