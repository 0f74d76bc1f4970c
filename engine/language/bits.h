#pragma once

#include <array>
#include <bit>
#include <cstdint>

namespace ntk {

// A set of up to 128 small indices: entities of one kind, or values of one enum.
struct Bits {
    std::array<std::uint64_t, 2> words{};

    static Bits of(int index) { Bits b; b.add(index); return b; }
    static Bits first(int count);  // the indices 0 .. count-1

    bool has(int i) const { return (words[static_cast<unsigned>(i) >> 6U] >> (static_cast<unsigned>(i) & 63U)) & 1U; }
    void add(int i) { words[static_cast<unsigned>(i) >> 6U] |= std::uint64_t{1} << (static_cast<unsigned>(i) & 63U); }
    void remove(int i) { words[static_cast<unsigned>(i) >> 6U] &= ~(std::uint64_t{1} << (static_cast<unsigned>(i) & 63U)); }
    bool empty() const { return (words[0] | words[1]) == 0; }
    int count() const { return std::popcount(words[0]) + std::popcount(words[1]); }

    friend Bits operator|(Bits a, Bits b) { return {{a.words[0] | b.words[0], a.words[1] | b.words[1]}}; }
    friend Bits operator&(Bits a, Bits b) { return {{a.words[0] & b.words[0], a.words[1] & b.words[1]}}; }
    friend Bits operator-(Bits a, Bits b) { return {{a.words[0] & ~b.words[0], a.words[1] & ~b.words[1]}}; }
    friend bool operator==(Bits, Bits) = default;

    // Calls f(index) for every member, in rising order.
    template <class F>
    void for_each(F&& f) const {
        for (unsigned w = 0; w < 2; ++w)
            for (std::uint64_t rest = words[w]; rest != 0; rest &= rest - 1)
                f(static_cast<int>(w * 64U) + std::countr_zero(rest));
    }
};

inline Bits Bits::first(int count) {
    Bits b;
    for (int i = 0; i < count; ++i) b.add(i);
    return b;
}

}  // namespace ntk
