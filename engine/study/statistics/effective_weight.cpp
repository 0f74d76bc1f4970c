#include "engine/study/statistics/effective_weight.h"

#include <cmath>

namespace ntk {

std::vector<std::optional<double>> effective_weights(const std::vector<double>& covariances_with_total) {
    double sum = 0;
    for (const double covariance : covariances_with_total)
        if (covariance > 0) sum += std::sqrt(covariance);
    std::vector<std::optional<double>> weights;
    for (const double covariance : covariances_with_total) {
        if (sum <= 0 || covariance < 0)
            weights.emplace_back();
        else
            weights.emplace_back(100 * std::sqrt(covariance) / sum);
    }
    return weights;
}

}  // namespace ntk
