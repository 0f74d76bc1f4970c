#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace ntk {

// A set of the parts of a store that can change: one for each field, for what is visible of each kind and for each
// root. It tells whether an expression may come out differently than it did.
struct Cells {
    static constexpr std::size_t most = 320;
    std::array<std::uint64_t, most / 64> words{};

    void add(std::size_t cell) { words[cell / 64] |= std::uint64_t{1} << (cell % 64); }
    void add(const Cells& other) {
        for (std::size_t w = 0; w < words.size(); ++w) words[w] |= other.words[w];
    }
    bool overlaps(const Cells& other) const {
        std::uint64_t common = 0;
        for (std::size_t w = 0; w < words.size(); ++w) common |= words[w] & other.words[w];
        return common != 0;
    }
    bool empty() const { return *this == Cells{}; }
    friend bool operator==(const Cells&, const Cells&) = default;
};

}  // namespace ntk
