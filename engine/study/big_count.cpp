#include "engine/study/big_count.h"

#include <algorithm>

namespace ntk {

namespace {

// a * b + carry in two words, by halves: no type wider than 64 bits is in the standard.
std::uint64_t multiply(std::uint64_t a, std::uint64_t b, std::uint64_t& carry) {
    constexpr std::uint64_t half = 0xFFFF'FFFFU;
    const std::uint64_t a0 = a & half, a1 = a >> 32U, b0 = b & half, b1 = b >> 32U;
    const std::uint64_t low = a0 * b0;
    const std::uint64_t middle = a1 * b0 + (low >> 32U);
    const std::uint64_t cross = a0 * b1 + (middle & half);
    std::uint64_t high = a1 * b1 + (middle >> 32U) + (cross >> 32U);
    std::uint64_t result = (cross << 32U) | (low & half);
    result += carry;
    if (result < carry) ++high;
    carry = high;
    return result;
}

// a + b + carry.
std::uint64_t add(std::uint64_t a, std::uint64_t b, bool& carry) {
    std::uint64_t sum = a + b;
    bool over = sum < a;
    if (carry) over = ++sum == 0 || over;
    carry = over;
    return sum;
}

}  // namespace

BigCount& BigCount::operator+=(const BigCount& other) {
    bool carry = false;
    for (std::size_t i = 0; i < near; ++i) near_[i] = add(near_[i], other.near_[i], carry);
    if (!carry && other.more_.empty()) return *this;
    if (more_.size() < other.more_.size()) more_.resize(other.more_.size(), 0);
    for (std::size_t i = 0; i < more_.size(); ++i) more_[i] = add(more_[i], other.word(near + i), carry);
    if (carry) more_.push_back(1);
    return *this;
}

BigCount& BigCount::operator*=(const BigCount& other) {
    std::vector<std::uint64_t> product(words() + other.words(), 0);
    for (std::size_t i = 0; i < words(); ++i) {
        std::uint64_t carry = 0;
        for (std::size_t j = 0; j < other.words(); ++j) {
            std::uint64_t part = multiply(word(i), other.word(j), carry);
            product[i + j] += part;
            if (product[i + j] < part) ++carry;
        }
        product[i + other.words()] = carry;
    }
    while (product.size() > near && product.back() == 0) product.pop_back();
    std::copy_n(product.begin(), near, near_.begin());
    more_.assign(product.begin() + near, product.end());
    return *this;
}

bool BigCount::operator<(const BigCount& other) const {
    if (words() != other.words()) return words() < other.words();
    for (std::size_t i = words(); i-- > 0;)
        if (word(i) != other.word(i)) return word(i) < other.word(i);
    return false;
}

std::string BigCount::text() const {
    std::vector<std::uint64_t> left(words());
    for (std::size_t i = 0; i < words(); ++i) left[i] = word(i);
    while (!left.empty() && left.back() == 0) left.pop_back();
    std::string digits;
    while (!left.empty()) {
        // One division by a thousand million, in halves so that nothing overflows; then its digits.
        constexpr std::uint64_t group = 1'000'000'000;
        std::uint64_t rest = 0;
        for (std::size_t i = left.size(); i-- > 0;) {
            const std::uint64_t high = (rest << 32U) | (left[i] >> 32U);
            const std::uint64_t low = ((high % group) << 32U) | (left[i] & 0xFFFF'FFFFU);
            left[i] = ((high / group) << 32U) | (low / group);
            rest = low % group;
        }
        while (!left.empty() && left.back() == 0) left.pop_back();
        for (int i = 0; i < 9 && (!left.empty() || rest > 0); ++i) {
            digits += static_cast<char>('0' + rest % 10);
            rest /= 10;
        }
    }
    if (digits.empty()) return "0";
    std::string text;
    for (std::size_t i = digits.size(); i-- > 0;) {
        text += digits[i];
        if (i > 0 && i % 3 == 0) text += ',';
    }
    return text;
}

}  // namespace ntk
