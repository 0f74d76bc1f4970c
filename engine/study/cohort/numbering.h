#pragma once

#include <cstdint>
#include <cstring>
#include <limits>
#include <string_view>
#include <utility>
#include <vector>

namespace ntk {

// What many results say again and again - names of scenes, options and headings, what somebody came to - is given a
// number the first time, so that counting it once more takes a look-up and no memory. Nothing goes by the order of a
// table of hashes: all things stand in the order in which they first came.

constexpr std::uint32_t no_number = std::numeric_limits<std::uint32_t>::max();

// Adds a word to a hash, and the bytes of a text.
inline std::uint64_t mixed(std::uint64_t hash, std::uint64_t word) {
    hash = (hash ^ word) * 0x9E37'79B9'7F4A'7C15U;
    return hash ^ hash >> 29U;
}
inline std::uint64_t mixed(std::uint64_t hash, std::string_view text) {
    hash = mixed(hash, text.size());
    while (text.size() >= sizeof hash) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data(), sizeof word);
        hash = mixed(hash, word);
        text.remove_prefix(sizeof word);
    }
    std::uint64_t last = 0;
    for (const char c : text) last = last << 8U | static_cast<unsigned char>(c);
    return text.empty() ? hash : mixed(hash, last);
}

// Whether two texts are equal, without a call for the short ones that names are.
inline bool same_text(std::string_view a, std::string_view b) {
    const std::size_t n = a.size();
    if (n != b.size()) return false;
    const auto word = [](const char* at, auto value) {
        std::memcpy(&value, at, sizeof value);
        return value;
    };
    const char *x = a.data(), *y = b.data();
    if (n > 16) return std::memcmp(x, y, n) == 0;
    if (n >= 8)
        return word(x, std::uint64_t{}) == word(y, std::uint64_t{}) &&
               word(x + n - 8, std::uint64_t{}) == word(y + n - 8, std::uint64_t{});
    if (n >= 4)
        return word(x, std::uint32_t{}) == word(y, std::uint32_t{}) &&
               word(x + n - 4, std::uint32_t{}) == word(y + n - 4, std::uint32_t{});
    return n == 0 || (x[0] == y[0] && x[n / 2] == y[n / 2] && x[n - 1] == y[n - 1]);
}

// A text as one number: its bytes and its length where it has at most seven, so that no two have the same.
inline std::uint64_t packed_name(std::string_view text) {
    if (text.size() > 7) return mixed(0, text) | std::uint64_t{0xff} << 56U;
    std::uint64_t packed = text.size();
    for (const char c : text) packed = packed << 8U | static_cast<unsigned char>(c);
    return packed;
}

// Asks for memory that will be read soon, so that it can be on its way.
inline void fetch_memory(const void* at) {
#ifdef __GNUC__
    __builtin_prefetch(at);
#else
    static_cast<void>(at);
#endif
}

// Finds numbers by hashes; the things that are numbered stand elsewhere, and are looked at only where the hash agrees.
// Eight bytes a place, at most three quarters of them taken.
class NumberTable {
  public:
    // The number of the thing for which `same(number)` holds; no_number if there is none.
    template <class Same>
    std::uint32_t find(std::uint64_t hash, Same same) const {
        if (places_.empty()) return no_number;
        const auto print = static_cast<std::uint32_t>(hash);
        for (std::size_t at = print & (places_.size() - 1);; at = (at + 1) & (places_.size() - 1)) {
            const Place& place = places_[at];
            if (place.number == no_number) return no_number;
            if (place.print == print && same(place.number)) return place.number;
        }
    }

    // Adds the next number: that of the thing after all that were added before.
    void add_next(std::uint64_t hash) {
        if (4 * (taken_ + std::size_t{1}) > 3 * places_.size()) {
            std::vector<Place> before(places_.empty() ? 8 : 2 * places_.size());
            before.swap(places_);
            for (const Place& place : before)
                if (place.number != no_number) put(place);
        }
        put({static_cast<std::uint32_t>(hash), taken_++});
    }

  private:
    struct Place {
        std::uint32_t print = 0;  // the lower half of the hash
        std::uint32_t number = no_number;
    };

    void put(const Place& place) {
        std::size_t at = place.print & (places_.size() - 1);
        while (places_[at].number != no_number) at = (at + 1) & (places_.size() - 1);
        places_[at] = place;
    }

    std::vector<Place> places_;  // as many as a power of two
    std::uint32_t taken_ = 0;
};

// Different things of one sort, numbered in the order in which they first came. T has hash() and ==.
template <class T>
class Different {
  public:
    // The number of a thing, which is added if it is new.
    std::uint32_t number_of(const T& thing) { return number_of(thing, thing.hash()); }
    std::uint32_t number_of(const T& thing, std::uint64_t hash) {
        const std::uint32_t found = table_.find(hash, [&](std::uint32_t number) { return all_[number] == thing; });
        if (found != no_number) return found;
        all_.push_back(thing);
        table_.add_next(hash);
        return static_cast<std::uint32_t>(all_.size() - 1);
    }
    T& operator[](std::uint32_t number) { return all_[number]; }
    const T& operator[](std::uint32_t number) const { return all_[number]; }
    const std::vector<T>& all() const { return all_; }
    std::size_t size() const { return all_.size(); }

  private:
    std::vector<T> all_;
    NumberTable table_;
};

// A list that only grows, in blocks: nothing moves, and no second copy is made while it grows.
template <class T>
class Pile {
  public:
    void push(T thing) {
        if (size_ % block == 0) blocks_.emplace_back().reserve(block);
        blocks_.back().push_back(std::move(thing));
        ++size_;
    }
    T& operator[](std::size_t at) { return blocks_[at / block][at % block]; }
    const T& operator[](std::size_t at) const { return blocks_[at / block][at % block]; }
    std::size_t size() const { return size_; }

  private:
    static constexpr std::size_t block = 16'384;
    std::vector<std::vector<T>> blocks_;
    std::size_t size_ = 0;
};

}  // namespace ntk
