#include "engine/play/order.h"

#include <numeric>
#include <utility>

namespace ntk {

namespace {

// SplitMix64 (Steele, Lea and Flood 2014): small, and the same on every machine.
class Chance {
  public:
    explicit Chance(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9e3779b97f4a7c15U);
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }

  private:
    std::uint64_t state_;
};

// FNV-1a.
std::uint64_t hash(std::string_view text) {
    std::uint64_t value = 0xcbf29ce484222325U;
    for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return value;
}

}  // namespace

std::vector<std::size_t> shown_order(std::size_t count, std::int64_t seed, std::string_view scene) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (seed == 0) return order;
    Chance chance(static_cast<std::uint64_t>(seed) ^ hash(scene));
    for (std::size_t left = count; left > 1; --left) std::swap(order[left - 1], order[chance.next() % left]);
    return order;
}

}  // namespace ntk
