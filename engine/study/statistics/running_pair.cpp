#include "engine/study/statistics/running_pair.h"

#include <algorithm>
#include <cmath>

namespace ntk {

void RunningPair::add(double x, double y, int count) {
    if (count <= 0) return;
    n_ += count;
    const double part = static_cast<double>(count) / n_;
    const double from_mean_x = x - mean_x_;
    const double from_mean_y = y - mean_y_;
    mean_x_ += from_mean_x * part;
    mean_y_ += from_mean_y * part;
    squares_x_ += count * from_mean_x * (x - mean_x_);
    squares_y_ += count * from_mean_y * (y - mean_y_);
    products_ += count * from_mean_x * (y - mean_y_);
}

std::optional<double> RunningPair::mean_x() const { return n_ < 1 ? std::nullopt : std::optional(mean_x_); }
std::optional<double> RunningPair::mean_y() const { return n_ < 1 ? std::nullopt : std::optional(mean_y_); }

std::optional<double> RunningPair::variance_x() const {
    return n_ < 2 ? std::nullopt : std::optional(squares_x_ / (n_ - 1));
}
std::optional<double> RunningPair::variance_y() const {
    return n_ < 2 ? std::nullopt : std::optional(squares_y_ / (n_ - 1));
}
std::optional<double> RunningPair::covariance() const {
    return n_ < 2 ? std::nullopt : std::optional(products_ / (n_ - 1));
}

std::optional<double> RunningPair::correlation() const {
    if (n_ < 2 || squares_x_ <= 0 || squares_y_ <= 0) return std::nullopt;
    return std::clamp(products_ / std::sqrt(squares_x_ * squares_y_), -1.0, 1.0);
}

}  // namespace ntk
