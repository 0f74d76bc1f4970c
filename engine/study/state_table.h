#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace ntk {

// Rows of numbers of one width, each kept once and known by the order in which it was added.
class StateTable {
  public:
    explicit StateTable(std::size_t width) : width_(width), slots_(64, empty) {}

    std::size_t width() const { return width_; }
    std::size_t size() const { return count_; }
    const std::int32_t* row(std::uint32_t index) const { return rows_.data() + index * width_; }

    // The row's number, and whether it was added just now. `row` must not point into this table.
    std::pair<std::uint32_t, bool> add(const std::int32_t* row) {
        if (count_ * 2 >= slots_.size()) grow();
        std::size_t at = hash(row) & (slots_.size() - 1);
        for (; slots_[at] != empty; at = (at + 1) & (slots_.size() - 1))
            if (std::equal(row, row + width_, this->row(slots_[at]))) return {slots_[at], false};
        slots_[at] = static_cast<std::uint32_t>(count_);
        rows_.insert(rows_.end(), row, row + width_);
        ++count_;
        return {slots_[at], true};
    }

  private:
    static constexpr std::uint32_t empty = 0xFFFF'FFFFU;

    std::size_t hash(const std::int32_t* row) const {
        std::uint64_t mixed = 0x9E37'79B9'7F4A'7C15U;
        for (std::size_t i = 0; i < width_; ++i) {
            mixed = (mixed ^ static_cast<std::uint32_t>(row[i])) * 0xFF51'AFD7'ED55'8CCDU;
            mixed ^= mixed >> 32U;
        }
        return static_cast<std::size_t>(mixed);
    }

    void grow() {
        std::vector<std::uint32_t> wider(slots_.size() * 2, empty);
        for (std::uint32_t index = 0; index < count_; ++index) {
            std::size_t at = hash(row(index)) & (wider.size() - 1);
            while (wider[at] != empty) at = (at + 1) & (wider.size() - 1);
            wider[at] = index;
        }
        slots_ = std::move(wider);
    }

    std::size_t width_, count_ = 0;
    std::vector<std::int32_t> rows_;
    std::vector<std::uint32_t> slots_;
};

}  // namespace ntk
