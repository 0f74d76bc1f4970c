#include "engine/language/answers.h"

#include <algorithm>

#include "engine/language/code.h"

namespace ntk {

namespace {

std::size_t index(int i) { return static_cast<std::size_t>(i); }

// Gives a table room for one more row, at the end of `cells` unless it is there already.
template <class Table, class Cell>
void make_room(Table& table, std::vector<Cell>& cells, int row) {
    const int wanted = std::max(row + 1, table.rows + 4);
    const auto first = static_cast<int>(cells.size());
    cells.resize(cells.size() + index(wanted));
    std::copy_n(cells.begin() + table.first, table.rows, cells.begin() + first);
    table.first = first;
    table.rows = wanted;
}

}  // namespace

Answers::Table& Answers::table(const Code& definition, int lane) {
    const std::size_t number = index(definition.definition * 2 + (lane > 0 ? 1 : 0));
    if (number >= tables_.size()) tables_.resize(number + 1);
    Table& table = tables_[number];
    if (table.code == nullptr) {
        table.code = &definition;
        in_use_.push_back(static_cast<int>(number));
    }
    table.in_use = true;
    return table;
}

Answers::Truths& Answers::truths(const Code& definition, int lane, int row) {
    Table& rows = table(definition, lane);
    if (row >= rows.rows) make_room(rows, truths_, row);
    return truths_[index(rows.first + row)];
}

SetRange& Answers::remembered(Table& table, int row) {
    if (row >= table.rows) make_room(table, sets_, row);
    return sets_[index(table.first + row)];
}

void Answers::forget(const Cells& changed) {
    for (const int number : in_use_) {
        Table& table = tables_[index(number)];
        if (!table.in_use || !table.code->reads.overlaps(changed)) continue;
        table.in_use = false;
        table.worked_out = {};
        if (table.code->type.is_set()) continue;
        for (int row = 0; row < table.rows; ++row) truths_[index(table.first + row)] = {};
    }
}

}  // namespace ntk
