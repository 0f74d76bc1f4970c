#include "engine/study/statistics/facility.h"

namespace ntk {

std::optional<double> facility(double scored, double offered) {
    return offered > 0 ? std::optional(scored / offered) : std::nullopt;
}

}  // namespace ntk
