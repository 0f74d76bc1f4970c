#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/language/bits.h"
#include "engine/language/cells.h"
#include "engine/language/schema.h"

namespace ntk {

// The facts an expression is evaluated against: tables of entities as the learner could know them at one moment.
// A plain value: copying it is how the engine tries out "what if".
class Store {
  public:
    explicit Store(const Schema& schema);

    const Schema& schema() const { return *layout_->schema; }

    // Adds an entity to the table of `kind` and returns its index; the caller keeps within limits::entities.
    // It is visible, and each of its facts is known and has its default: 0, -1 for entities and symbols, or the empty
    // set. Facts of another kind in the same table (an agency's role) are -1: nothing is written.
    int add(int kind, std::string name);
    int count(int kind) const { return static_cast<int>(table(kind).kinds.size()); }  // of the whole table
    const std::string& name(int kind, int entity) const;
    int find(int kind, std::string_view name) const;  // -1 when absent
    bool is(int entity, int kind) const;              // an entity of kind's table is of exactly this kind

    // Visible entities of a kind (a subset for person and agency). `shown` says whether expressions see an entity.
    Bits all(int kind) const { return visible_[static_cast<std::size_t>(kind)]; }
    void show(int kind, int entity, bool visible);
    bool shown(int kind, int entity) const;

    // Plain fields. Numbers hold every one-integer type; sets hold both kinds of set.
    std::int64_t number(int field, int entity) const {
        const Column& column = at(field);
        return table_at(column).numbers[spot(column, entity)];
    }
    Bits set(int field, int entity) const {
        const Column& column = at(field);
        return table_at(column).sets[spot(column, entity)];
    }
    bool known(int field, int entity) const { return known_[static_cast<std::size_t>(field)].has(entity); }
    int since(int field, int entity) const;  // minutes
    void put(int field, int entity, std::int64_t value);
    void put(int field, int entity, Bits value);
    void forget(int field, int entity);                 // makes the fact unknown
    void learned(int field, int entity, int minutes);   // when the fact took its present value
    void came_to_light(int kind, int entity, int minutes);  // when all that is known of an entity became known

    // Indexed fields: item.use[agency]. A key never written has the field's default, as above.
    std::int64_t number(int field, int entity, int key) const;
    Bits set(int field, int entity, int key) const;
    void put(int field, int entity, int key, std::int64_t value);
    void put(int field, int entity, int key, Bits value);

    // Root slots (Schema::roots).
    std::int64_t root_number(int root) const { return root_numbers_[static_cast<std::size_t>(root)]; }
    Bits root_set(int root) const { return root_sets_[static_cast<std::size_t>(root)]; }
    void put_root(int root, std::int64_t value);
    void put_root(int root, Bits value);

    // What has changed since this was last asked. A fact put again with the value it had has not changed.
    Cells take_changes() { return std::exchange(changed_, Cells{}); }
    std::size_t field_cell(int field) const { return static_cast<std::size_t>(field); }
    std::size_t kind_cell(int kind) const { return schema().fields.size() + static_cast<std::size_t>(kind); }
    std::size_t root_cell(int root) const {
        return schema().fields.size() + schema().kinds.size() + static_cast<std::size_t>(root);
    }

  private:
    // Where a field's cells lie: rows of one table are kept together so that copying a store is a few block copies.
    struct Column {
        int table = 0;
        int width = 0;   // cells of this sort in a row
        int offset = 0;  // within the row; for indexed fields the position in keyed_
    };
    struct Layout {
        const Schema* schema = nullptr;
        std::vector<Column> columns;  // by field
        std::vector<int> tables;      // by kind
        std::vector<int> number_width;
        std::vector<int> set_width;
    };
    struct Table {
        std::vector<std::string> names;
        std::vector<int> revealed;  // minutes
        std::vector<int> kinds;  // the exact kind of each entity
        std::vector<std::int64_t> numbers;
        std::vector<Bits> sets;
    };
    // The cells of one indexed field, one row per entity; rows and keys never written are left out.
    struct Keyed {
        std::size_t keys = 0;
        std::vector<std::int64_t> numbers;
        std::vector<Bits> sets;
    };

    static std::shared_ptr<const Layout> lay_out(const Schema& schema);
    const Column& at(int field) const { return layout_->columns[static_cast<std::size_t>(field)]; }
    const Table& table_at(const Column& column) const { return tables_[static_cast<std::size_t>(column.table)]; }
    const Table& table(int kind) const {
        return tables_[static_cast<std::size_t>(layout_->tables[static_cast<std::size_t>(kind)])];
    }
    static std::size_t spot(const Column& column, int entity) {
        return static_cast<std::size_t>(entity * column.width + column.offset);
    }

    std::shared_ptr<const Layout> layout_;
    std::vector<Table> tables_;           // by kind; only table kinds are used
    std::vector<Bits> visible_;           // by kind
    std::vector<Bits> known_;             // by field
    std::vector<std::vector<int>> since_;  // by field, as long as was ever learned
    std::vector<Keyed> keyed_;
    std::vector<std::int64_t> root_numbers_;
    std::vector<Bits> root_sets_;
    Cells changed_;
};

}  // namespace ntk
