#include "engine/language/store.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace ntk {
namespace {

std::size_t index(int i) { return static_cast<std::size_t>(i); }

bool names_something(Type type) { return type.base == Type::Base::entity || type.base == Type::Base::symbol; }

std::int64_t default_of(Type type) { return names_something(type) ? -1 : 0; }

// What a fact reads as on an entity of a kind that does not have it, for example the role of an agency.
std::int64_t absent(Type type) { return names_something(type) || type.base == Type::Base::enumeration ? -1 : 0; }

bool has_fact(const Schema& schema, int kind, const FieldInfo& field) {
    for (int k = kind; k >= 0; k = schema.kinds[index(k)].parent)
        if (k == field.kind) return true;
    return false;
}

// Gives a table of cells at least `rows` rows and `keys` columns, filling new cells with `blank`.
template <class Cell>
void widen(std::vector<Cell>& cells, std::size_t& width, std::size_t rows, std::size_t keys, Cell blank) {
    if (keys > width) {
        const std::size_t wider = (keys + 7) / 8 * 8;
        const std::size_t old_rows = width == 0 ? 0 : cells.size() / width;
        std::vector<Cell> moved(wider * std::max(rows, old_rows), blank);
        for (std::size_t r = 0; r < old_rows; ++r)
            for (std::size_t k = 0; k < width; ++k) moved[r * wider + k] = cells[r * width + k];
        cells = std::move(moved);
        width = wider;
    }
    if (cells.size() < rows * width) cells.resize(rows * width, blank);
}

}  // namespace

std::shared_ptr<const Store::Layout> Store::lay_out(const Schema& schema) {
    auto layout = std::make_shared<Layout>();
    layout->schema = &schema;
    layout->number_width.resize(schema.kinds.size());
    layout->set_width.resize(schema.kinds.size());
    for (std::size_t k = 0; k < schema.kinds.size(); ++k)
        layout->tables.push_back(schema.table_of(static_cast<int>(k)));

    int keyed = 0;
    for (const FieldInfo& field : schema.fields) {
        Column column;
        column.table = layout->tables[index(field.kind)];
        if (field.index >= 0) {
            column.offset = keyed++;
        } else {
            std::vector<int>& widths = field.type.is_set() ? layout->set_width : layout->number_width;
            column.offset = widths[index(column.table)]++;
        }
        layout->columns.push_back(column);
    }
    for (std::size_t f = 0; f < schema.fields.size(); ++f) {
        Column& column = layout->columns[f];
        column.width = (schema.fields[f].type.is_set() ? layout->set_width : layout->number_width)[index(column.table)];
    }
    return layout;
}

Store::Store(const Schema& schema)
    : layout_(lay_out(schema)),
      tables_(schema.kinds.size()),
      visible_(schema.kinds.size()),
      known_(schema.fields.size(), Bits::first(128)),
      since_(schema.fields.size()),
      root_numbers_(schema.roots.size(), -1),
      root_sets_(schema.roots.size()) {
    assert(schema.fields.size() + schema.kinds.size() + schema.roots.size() <= Cells::most);
    std::size_t keyed = 0;
    for (const FieldInfo& field : schema.fields)
        if (field.index >= 0) ++keyed;
    keyed_.resize(keyed);
}

int Store::add(int kind, std::string name) {
    const int table_kind = layout_->tables[index(kind)];
    Table& table = tables_[index(table_kind)];
    const int entity = static_cast<int>(table.kinds.size());
    table.names.push_back(std::move(name));
    table.kinds.push_back(kind);
    table.revealed.push_back(0);
    const std::size_t number_width = index(layout_->number_width[index(table_kind)]);
    table.numbers.resize(table.numbers.size() + number_width);
    table.sets.resize(table.sets.size() + index(layout_->set_width[index(table_kind)]));
    for (std::size_t f = 0; f < schema().fields.size(); ++f) {
        const FieldInfo& field = schema().fields[f];
        const Column& column = layout_->columns[f];
        if (column.table != table_kind || field.index >= 0 || field.type.is_set()) continue;
        const bool has = has_fact(schema(), kind, field);
        table.numbers[spot(column, entity)] = has ? default_of(field.type) : absent(field.type);
    }
    show(kind, entity, true);
    return entity;
}

const std::string& Store::name(int kind, int entity) const { return table(kind).names[index(entity)]; }

int Store::find(int kind, std::string_view name) const {
    const std::vector<std::string>& names = table(kind).names;
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == name) return static_cast<int>(i);
    return -1;
}

bool Store::is(int entity, int kind) const { return table(kind).kinds[index(entity)] == kind; }

void Store::show(int kind, int entity, bool visible) {
    for (int k = table(kind).kinds[index(entity)]; k >= 0; k = schema().kinds[index(k)].parent) {
        if (visible_[index(k)].has(entity) != visible) changed_.add(kind_cell(k));
        if (visible)
            visible_[index(k)].add(entity);
        else
            visible_[index(k)].remove(entity);
    }
}

bool Store::shown(int kind, int entity) const { return visible_[index(layout_->tables[index(kind)])].has(entity); }

int Store::since(int field, int entity) const {
    const std::vector<int>& times = since_[index(field)];
    const int revealed = tables_[index(at(field).table)].revealed[index(entity)];
    return std::max(revealed, index(entity) < times.size() ? times[index(entity)] : 0);
}

void Store::put(int field, int entity, std::int64_t value) {
    const Column& column = at(field);
    std::int64_t& cell = tables_[index(column.table)].numbers[spot(column, entity)];
    if (cell == value && known(field, entity)) return;
    cell = value;
    known_[index(field)].add(entity);
    changed_.add(field_cell(field));
}

void Store::put(int field, int entity, Bits value) {
    const Column& column = at(field);
    Bits& cell = tables_[index(column.table)].sets[spot(column, entity)];
    if (cell == value && known(field, entity)) return;
    cell = value;
    known_[index(field)].add(entity);
    changed_.add(field_cell(field));
}

void Store::forget(int field, int entity) {
    if (known(field, entity)) changed_.add(field_cell(field));
    known_[index(field)].remove(entity);
}

void Store::put_root(int root, std::int64_t value) {
    if (root_number(root) != value) changed_.add(root_cell(root));
    root_numbers_[index(root)] = value;
}

void Store::put_root(int root, Bits value) {
    if (root_set(root) != value) changed_.add(root_cell(root));
    root_sets_[index(root)] = value;
}

void Store::came_to_light(int kind, int entity, int minutes) {
    tables_[index(layout_->tables[index(kind)])].revealed[index(entity)] = minutes;
}

void Store::learned(int field, int entity, int minutes) {
    std::vector<int>& times = since_[index(field)];
    if (times.size() <= index(entity)) times.resize(index(entity) + 1);
    times[index(entity)] = minutes;
}

std::int64_t Store::number(int field, int entity, int key) const {
    const Keyed& cells = keyed_[index(at(field).offset)];
    const std::size_t cell = index(entity) * cells.keys + index(key);
    if (index(key) >= cells.keys || cell >= cells.numbers.size()) return default_of(schema().fields[index(field)].type);
    return cells.numbers[cell];
}

Bits Store::set(int field, int entity, int key) const {
    const Keyed& cells = keyed_[index(at(field).offset)];
    const std::size_t cell = index(entity) * cells.keys + index(key);
    return index(key) >= cells.keys || cell >= cells.sets.size() ? Bits{} : cells.sets[cell];
}

namespace {

// The cell of one entity and key, made when it is not there yet.
template <class Cell>
Cell& cell_for(std::vector<Cell>& cells, std::size_t& keys, int entity, int key, Cell blank) {
    const std::size_t cell = index(entity) * keys + index(key);
    if (index(key) < keys && cell < cells.size()) return cells[cell];
    widen(cells, keys, index(entity) + 1, index(key) + 1, blank);
    return cells[index(entity) * keys + index(key)];
}

}  // namespace

void Store::put(int field, int entity, int key, std::int64_t value) {
    Keyed& cells = keyed_[index(at(field).offset)];
    std::int64_t& cell =
        cell_for(cells.numbers, cells.keys, entity, key, default_of(schema().fields[index(field)].type));
    if (cell == value && known(field, entity)) return;
    cell = value;
    known_[index(field)].add(entity);
    changed_.add(field_cell(field));
}

void Store::put(int field, int entity, int key, Bits value) {
    Keyed& cells = keyed_[index(at(field).offset)];
    Bits& cell = cell_for(cells.sets, cells.keys, entity, key, Bits{});
    if (cell == value && known(field, entity)) return;
    cell = value;
    known_[index(field)].add(entity);
    changed_.add(field_cell(field));
}

}  // namespace ntk
