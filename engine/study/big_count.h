#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace ntk {

// A whole number of any size, for counting ways through a case: there may be more of them than 128 bits hold.
class BigCount {
  public:
    BigCount() = default;
    BigCount(std::uint64_t value) { near_[0] = value; }

    BigCount& operator+=(const BigCount& other);
    BigCount& operator*=(const BigCount& other);
    friend BigCount operator*(BigCount a, const BigCount& b) { return a *= b; }
    bool operator==(const BigCount& other) const { return near_ == other.near_ && more_ == other.more_; }
    bool operator<(const BigCount& other) const;
    bool zero() const { return *this == BigCount(); }

    // "16,777,216".
    std::string text() const;

  private:
    static constexpr std::size_t near = 4;  // words kept in place: 256 bits, enough for most stories
    std::size_t words() const { return near + more_.size(); }
    std::uint64_t word(std::size_t i) const {
        return i < near ? near_[i] : i - near < more_.size() ? more_[i - near] : 0;
    }

    std::array<std::uint64_t, near> near_{};
    std::vector<std::uint64_t> more_;  // higher words, lowest first, the last of them not 0
};

}  // namespace ntk
