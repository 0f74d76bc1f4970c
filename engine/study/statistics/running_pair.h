#pragma once

#include <optional>

namespace ntk {

// Mean, variance and covariance of pairs of figures, taken in one pass without keeping them (Welford 1962). The result
// depends in its last bits on the order, so pairs go in in an order that is the same everywhere.
class RunningPair {
  public:
    // Adds a pair, or as many of the same as `count` says.
    void add(double x, double y, int count = 1);

    int n() const { return n_; }
    std::optional<double> mean_x() const;
    std::optional<double> mean_y() const;
    std::optional<double> variance_x() const;  // n - 1; missing under two pairs
    std::optional<double> variance_y() const;
    std::optional<double> covariance() const;
    std::optional<double> correlation() const;  // missing where one of the two does not vary

  private:
    int n_ = 0;
    double mean_x_ = 0, mean_y_ = 0, squares_x_ = 0, squares_y_ = 0, products_ = 0;
};

}  // namespace ntk
