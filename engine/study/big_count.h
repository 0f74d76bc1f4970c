#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace ntk {

// A whole number of any size, for counting ways through a case: there may be more of them than 128 bits hold.
class BigCount {
  public:
    BigCount() = default;
    BigCount(std::uint64_t value) : low_(value) {}

    BigCount& operator+=(const BigCount& other);
    BigCount& operator*=(const BigCount& other);
    friend BigCount operator*(BigCount a, const BigCount& b) { return a *= b; }
    bool operator==(const BigCount& other) const { return low_ == other.low_ && more_ == other.more_; }
    bool operator<(const BigCount& other) const;
    bool zero() const { return low_ == 0 && more_.empty(); }

    // "16,777,216".
    std::string text() const;

  private:
    std::size_t words() const { return 1 + more_.size(); }
    std::uint64_t word(std::size_t i) const { return i == 0 ? low_ : i <= more_.size() ? more_[i - 1] : 0; }

    std::uint64_t low_ = 0;
    std::vector<std::uint64_t> more_;  // higher words, lowest first, the last of them not 0
};

}  // namespace ntk
