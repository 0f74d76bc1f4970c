#include "engine/language/schema.h"

namespace ntk {
namespace {

template <class Row>
int position(const std::vector<Row>& rows, std::string_view name) {
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].name == name) return static_cast<int>(i);
    return -1;
}

int own_field(const Schema& schema, int kind, std::string_view name) {
    for (std::size_t i = 0; i < schema.fields.size(); ++i)
        if (schema.fields[i].kind == kind && schema.fields[i].name == name) return static_cast<int>(i);
    return -1;
}

}  // namespace

int Schema::enum_named(std::string_view name) const { return position(enums, name); }

int Schema::kind_named(std::string_view name) const { return position(kinds, name); }

int Schema::root_named(std::string_view name) const { return position(roots, name); }

int Schema::table_of(int kind) const {
    while (kinds[static_cast<std::size_t>(kind)].parent >= 0) kind = kinds[static_cast<std::size_t>(kind)].parent;
    return kind;
}

int Schema::field_named(int kind, std::string_view name) const {
    for (int k = kind; k >= 0; k = kinds[static_cast<std::size_t>(k)].parent)
        if (const int field = own_field(*this, k, name); field >= 0) return field;
    for (std::size_t k = 0; k < kinds.size(); ++k)
        if (kinds[k].parent == kind)
            if (const int field = own_field(*this, static_cast<int>(k), name); field >= 0) return field;
    return -1;
}

int Schema::value_named(int enum_index, std::string_view name) const {
    const std::vector<std::string>& values = enums[static_cast<std::size_t>(enum_index)].values;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (values[i] == name) return static_cast<int>(i);
    return -1;
}

std::string Schema::type_name(Type type) const {
    switch (type.base) {
        case Type::Base::none: return "nothing";
        case Type::Base::boolean: return "yes or no";
        case Type::Base::integer: return "count";
        case Type::Base::moment: return "moment";
        case Type::Base::duration: return "length of time";
        case Type::Base::symbol: return "name";
        case Type::Base::enumeration: return enums[static_cast<std::size_t>(type.of)].name;
        case Type::Base::entity: return kinds[static_cast<std::size_t>(type.of)].name;
        case Type::Base::enum_set: return "set of " + enums[static_cast<std::size_t>(type.of)].name;
        case Type::Base::entity_set: return "set of " + kinds[static_cast<std::size_t>(type.of)].name;
    }
    return "nothing";
}

}  // namespace ntk
