#pragma once

#include <cstddef>
#include <cstdint>

namespace ntk {

// Repeatable random numbers, the same with every standard library and on every machine.
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : state_(seed * 2'862'933'555'777'941'757U + 3'037'000'493U) {}

    // From 0 to `sides` - 1; 0 for no sides.
    std::size_t roll(std::size_t sides) {
        state_ = state_ * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
        return sides == 0 ? 0 : static_cast<std::size_t>((state_ >> 33U) % sides);
    }

  private:
    std::uint64_t state_;
};

}  // namespace ntk
