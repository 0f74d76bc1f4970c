#include "engine/study/cohort/learner_book.h"

namespace ntk {

namespace {

// The value of a digit as pseudonyms are written; -1 for anything else.
int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// Writes "p-" and pairs of digits as a byte for each pair; any other name as it is. The first byte says which.
void pack_name(std::string_view name, std::string& packed) {
    packed.assign(1, '\1');
    bool digits = name.starts_with("p-") && name.size() % 2 == 0;
    for (std::size_t i = 2; digits && i < name.size(); i += 2) {
        const int high = hex_digit(name[i]), low = hex_digit(name[i + 1]);
        digits = high >= 0 && low >= 0;
        packed += static_cast<char>(16 * high + low);
    }
    if (digits) return;
    packed.assign(1, '\0');
    packed += name;
}

}  // namespace

std::string_view LearnerBook::spelled(std::size_t number) const {
    const std::size_t from = number == 0 ? 0 : ends_[number - 1];
    return std::string_view(all_).substr(from, ends_[number] - from);
}

std::uint32_t LearnerBook::number_of(std::string_view name) {
    if (last_number_ != no_number && same_text(name, last_)) return last_number_;
    last_ = name;
    pack_name(name, packed_);
    const std::uint64_t hash = mixed(0, packed_);
    last_number_ = table_.find(hash, [&](std::uint32_t number) { return same_text(spelled(number), packed_); });
    if (last_number_ != no_number) return last_number_;
    last_number_ = static_cast<std::uint32_t>(ends_.size());
    all_ += packed_;
    ends_.push_back(all_.size());
    table_.add_next(hash);
    return last_number_;
}

}  // namespace ntk
