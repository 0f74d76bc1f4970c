#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ntk {

// Names and the order in which they were added. All of it lies close together, so that looking up many names in a large
// story stays quick. Of a name added twice the first counts.
class NameTable {
  public:
    NameTable() : slots_(64, empty) {}

    // The name's number, a new one where it was not known.
    int add(std::string_view name) {
        if (names_.size() * 2 >= slots_.size()) grow();
        const std::size_t at = slot_of(name);
        if (slots_[at] != empty) return static_cast<int>(slots_[at]);
        slots_[at] = static_cast<std::uint32_t>(names_.size());
        names_.push_back({static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(name.size())});
        text_ += name;
        return static_cast<int>(slots_[at]);
    }

    // -1 when it is not known.
    int find(std::string_view name) const {
        const std::uint32_t index = slots_[slot_of(name)];
        return index == empty ? -1 : static_cast<int>(index);
    }

  private:
    static constexpr std::uint32_t empty = 0xFFFF'FFFFU;
    struct Name {
        std::uint32_t begin, length;
    };

    std::string_view name(std::uint32_t index) const {
        return std::string_view(text_).substr(names_[index].begin, names_[index].length);
    }

    std::size_t slot_of(std::string_view wanted) const {
        std::size_t at = std::hash<std::string_view>()(wanted) & (slots_.size() - 1);
        while (slots_[at] != empty && name(slots_[at]) != wanted) at = (at + 1) & (slots_.size() - 1);
        return at;
    }

    void grow() {
        slots_.assign(slots_.size() * 4, empty);
        for (std::uint32_t index = 0; index < names_.size(); ++index) slots_[slot_of(name(index))] = index;
    }

    std::string text_;
    std::vector<Name> names_;
    std::vector<std::uint32_t> slots_;
};

}  // namespace ntk
