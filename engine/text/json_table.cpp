#include "engine/text/json_table.h"

#include <algorithm>
#include <cassert>
#include <variant>

namespace ntk {

namespace {

// Goes through a document beside its table and notes what differs.
class Holder {
  public:
    explicit Holder(std::vector<std::string>& misfits) : misfits_(misfits) {}

    Json table(const Json& value, const FieldTable& first, const std::string& path) {
        const auto* object = std::get_if<Json::Object>(&value.value());
        if (object == nullptr) return misfit(path, "is no mapping"), value;
        const FieldTable& fields = that_applies(*object, first);
        Json::Object kept;
        for (const auto& [key, member] : *object) {
            const FieldRow* row = fields.find(key);
            if (row == nullptr)
                misfit(path + "/" + key, "is not in the table");
            else
                kept.emplace(key, held(member, row->shape, path + "/" + key));
        }
        for (const FieldRow& row : fields.rows)
            if (row.required && object->count(row.name) == 0) misfit(path + "/" + row.name, "is missing");
        return kept;
    }

  private:
    static const FieldTable& that_applies(const Json::Object& object, const FieldTable& table) {
        for (const FieldTable::Instead& other : table.instead) {
            const auto found = object.find(other.key);
            if (found == object.end()) continue;
            const auto* text = std::get_if<std::string>(&found->second.value());
            const auto* flag = std::get_if<bool>(&found->second.value());
            const bool same =
                text != nullptr ? *text == other.value : flag != nullptr && other.value == (*flag ? "true" : "false");
            if (other.value.empty() || same) return other.table();
        }
        return table;
    }

    Json held(const Json& value, const Shape& shape, const std::string& path) {
        if (shape.or_null && std::holds_alternative<std::monostate>(value.value())) return value;
        switch (shape.kind) {
            case Shape::Kind::any: return value;
            case Shape::Kind::text: check(text(value, shape), path, "is no such text"); return value;
            case Shape::Kind::flag: check(std::get_if<bool>(&value.value()), path, "is no true or false"); return value;
            case Shape::Kind::number: check(number(value, shape), path, "is no such number"); return value;
            case Shape::Kind::choice: check(choice(value, shape), path, "is none of the choices"); return value;
            case Shape::Kind::list: return list(value, shape, path);
            case Shape::Kind::keyed: return keyed(value, shape, path);
            case Shape::Kind::mapping: return table(value, shape.fields(), path);
            case Shape::Kind::either: return value;  // no document has one
        }
        return value;
    }

    static bool text(const Json& value, const Shape& shape) {
        const auto* text = std::get_if<std::string>(&value.value());
        return text != nullptr && (!shape.filled || text->find_first_not_of(" \t\n") != std::string::npos);
    }

    static bool number(const Json& value, const Shape& shape) {
        const auto* number = std::get_if<std::int64_t>(&value.value());
        return number != nullptr && *number >= shape.least && *number <= shape.most;
    }

    static bool choice(const Json& value, const Shape& shape) {
        const auto* text = std::get_if<std::string>(&value.value());
        return text != nullptr && std::find(shape.values.begin(), shape.values.end(), *text) != shape.values.end();
    }

    Json list(const Json& value, const Shape& shape, const std::string& path) {
        const auto* items = std::get_if<Json::List>(&value.value());
        if (items == nullptr) return misfit(path, "is no list"), value;
        Json::List kept;
        for (const Json& item : *items)
            kept.push_back(held(item, shape.parts[0], path + "/" + std::to_string(kept.size())));
        return kept;
    }

    Json keyed(const Json& value, const Shape& shape, const std::string& path) {
        const auto* object = std::get_if<Json::Object>(&value.value());
        if (object == nullptr) return misfit(path, "is no mapping"), value;
        Json::Object kept;
        for (const auto& [key, member] : *object) kept.emplace(key, held(member, shape.parts[0], path + "/" + key));
        return kept;
    }

    void check(bool fits, const std::string& path, const char* what) {
        if (!fits) misfit(path, what);
    }
    void misfit(const std::string& path, const char* what) { misfits_.push_back(path + " " + what); }

    std::vector<std::string>& misfits_;
};

}  // namespace

std::vector<std::string> json_misfits(const Json& document, const FieldTable& table) {
    std::vector<std::string> misfits;
    Holder(misfits).table(document, table, "");
    return misfits;
}

Json by_table(Json document, const FieldTable& table) {
    std::vector<std::string> misfits;
    Json held = Holder(misfits).table(document, table, "");
    assert(misfits.empty());
    return held;
}

}  // namespace ntk
