#include "engine/text/text_index.h"

#include <algorithm>

#include "engine/text/utf8.h"

namespace ntk {

namespace {

constexpr std::size_t block = 256;

}  // namespace

TextIndex::TextIndex(std::string_view text) : text_(text), starts_{0} {
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
        starts_.push_back(at + 1);
    std::size_t characters = 0;
    for (std::size_t at = 0; at <= text.size(); at += block) {
        counts_.push_back(characters);
        characters += count_characters(text.substr(at, block));
    }
    // Most files have one byte for each character; then there is nothing to count.
    if (characters == text.size()) counts_.clear();
}

std::size_t TextIndex::characters_before(std::size_t offset) const {
    if (counts_.empty()) return offset;
    const std::size_t from = offset / block;
    return counts_[from] + count_characters(text_.substr(from * block, offset - from * block));
}

std::size_t TextIndex::offset_of_character(std::size_t number) const {
    if (counts_.empty()) return std::min(number, text_.size());
    const auto after = std::upper_bound(counts_.begin(), counts_.end(), number);
    const auto from = static_cast<std::size_t>(after - counts_.begin()) - 1;
    std::size_t left = number - counts_[from];
    std::size_t offset = from * block;
    while (offset < text_.size()) {
        const bool begins = (static_cast<unsigned char>(text_[offset]) & 0xC0U) != 0x80U;
        if (begins && left == 0) break;
        if (begins) --left;
        ++offset;
    }
    return offset;
}

Place TextIndex::place(std::size_t offset, int source) const {
    offset = std::min(offset, text_.size());
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
    const auto line = static_cast<std::size_t>(after - starts_.begin()) - 1;
    const std::size_t column = characters_before(offset) - characters_before(starts_[line]);
    return {source, static_cast<int>(line) + 1, static_cast<int>(column) + 1};
}

std::string_view TextIndex::line(int line) const {
    if (line < 1 || line > lines()) return {};
    const auto i = static_cast<std::size_t>(line) - 1;
    if (i + 1 == starts_.size()) return text_.substr(starts_[i]);
    std::string_view found = text_.substr(starts_[i], starts_[i + 1] - 1 - starts_[i]);
    if (found.ends_with('\r')) found.remove_suffix(1);
    return found;
}

int TextIndex::columns(int line) const {
    const std::string_view found = this->line(line);
    if (found.empty()) return 0;
    const auto start = static_cast<std::size_t>(found.data() - text_.data());
    return static_cast<int>(characters_before(start + found.size()) - characters_before(start));
}

std::string_view TextIndex::part(int line, int from, int to) const {
    const int last = columns(line) + 1;
    from = std::clamp(from, 1, last);
    to = std::clamp(to, from, last);
    if (from == to) return {};
    const std::string_view found = this->line(line);
    const auto start = static_cast<std::size_t>(found.data() - text_.data());
    const std::size_t before = characters_before(start);
    const std::size_t begin = offset_of_character(before + static_cast<std::size_t>(from) - 1);
    const std::size_t end = offset_of_character(before + static_cast<std::size_t>(to) - 1);
    return text_.substr(begin, std::min(end, start + found.size()) - begin);
}

}  // namespace ntk
