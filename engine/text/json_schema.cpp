#include "engine/text/json_schema.h"

#include <algorithm>
#include <limits>

namespace ntk {

namespace {

// Editors see a YAML 3 as a number and true as a truth value; to our readers each is a text as well.
Json::List scalar_types() { return {"string", "number", "boolean"}; }

bool is_whole_number(const std::string& text) {
    const std::size_t start = text.starts_with('-') ? 1 : 0;
    return text.size() > start && text.size() < 10 &&
           text.find_first_not_of("0123456789", start) == std::string::npos && (text[start] != '0' || text == "0");
}

class Writer {
  public:
    Json write(const FieldTable& file, std::string_view id, std::string_view title, std::string_view describes) {
        Json schema = table(file);
        schema["$schema"] = "https://json-schema.org/draft/2020-12/schema";
        schema["$id"] = id;
        schema["title"] = title;
        schema["description"] = describes;
        if (!definitions_.empty()) schema["$defs"] = definitions_;
        return schema;
    }

  private:
    Json value(const Shape& shape) {
        Json json = present(shape);
        if (!shape.or_null) return json;
        if (shape.kind == Shape::Kind::text || shape.kind == Shape::Kind::number) {
            json["type"] = Json::List{shape.kind == Shape::Kind::text ? "string" : "integer", "null"};
            return json;
        }
        Json either;
        either["anyOf"].push_back(std::move(json));
        Json nothing;
        nothing["type"] = "null";
        either["anyOf"].push_back(std::move(nothing));
        return either;
    }

    Json present(const Shape& shape) {
        Json json = Json::Object{};
        switch (shape.kind) {
            case Shape::Kind::any: break;
            case Shape::Kind::text:
                // A number can be an id, but never a date.
                if (shape.quoted)
                    json["type"] = "string";
                else if (shape.pattern.empty() || shape.pattern == shape::id().pattern)
                    json["type"] = scalar_types();
                else
                    json["type"] = "string";
                if (shape.filled) json["pattern"] = "[^ \\t\\n]";
                if (!shape.pattern.empty()) json["pattern"] = shape.pattern;
                break;
            case Shape::Kind::flag: json["type"] = "boolean"; break;
            case Shape::Kind::number:
                json["type"] = "integer";
                json["minimum"] = shape.least;
                if (shape.most < std::numeric_limits<std::int64_t>::max()) json["maximum"] = shape.most;
                break;
            case Shape::Kind::choice: json["enum"] = choices(shape.values); break;
            case Shape::Kind::list:
                json["type"] = "array";
                json["items"] = value(shape.parts[0]);
                if (shape.fewest > 0) json["minItems"] = static_cast<std::int64_t>(shape.fewest);
                if (shape.exactly > 0) {
                    json["minItems"] = static_cast<std::int64_t>(shape.exactly);
                    json["maxItems"] = static_cast<std::int64_t>(shape.exactly);
                }
                break;
            case Shape::Kind::keyed: return keyed(shape);
            case Shape::Kind::mapping: json["$ref"] = "#/$defs/" + defined(shape.fields); break;
            case Shape::Kind::either:
                for (const Shape& part : shape.parts) json["anyOf"].push_back(value(part));
                break;
        }
        return json;
    }

    static Json choices(const std::vector<std::string>& values) {
        Json::List list;
        for (const std::string& text : values) {
            list.emplace_back(text);
            if (is_whole_number(text)) list.emplace_back(std::stoi(text));
            if (text == "true" || text == "false") list.emplace_back(text == "true");
        }
        return list;
    }

    Json keyed(const Shape& shape) {
        Json json;
        json["type"] = "object";
        if (!shape.pattern.empty()) json["propertyNames"]["pattern"] = shape.pattern;
        for (const FieldRow& row : shape.keys) json["patternProperties"][row.name] = described(row);
        if (shape.parts[0].kind != Shape::Kind::any) json["additionalProperties"] = value(shape.parts[0]);
        return json;
    }

    // A description may stand beside $ref since draft 2019-09.
    Json described(const FieldRow& row) {
        Json json = value(row.shape);
        if (!row.says.empty()) json["description"] = row.says;
        return json;
    }

    Json table(const FieldTable& fields) {
        Json own;
        own["type"] = "object";
        own["additionalProperties"] = false;
        own["properties"] = Json::Object{};
        for (const FieldRow& row : fields.rows) {
            own["properties"][row.name] = described(row);
            if (row.required) own["required"].push_back(row.name);
        }
        if (fields.exactly_one) {
            own["minProperties"] = 1;
            own["maxProperties"] = 1;
        }
        for (auto other = fields.instead.rbegin(); other != fields.instead.rend(); ++other) {
            Json choice;
            choice["if"]["type"] = "object";
            choice["if"]["required"].push_back(other->key);
            if (other->value == "true" || other->value == "false")
                choice["if"]["properties"][other->key]["const"] = other->value == "true";
            else if (!other->value.empty())
                choice["if"]["properties"][other->key]["const"] = other->value;
            choice["then"]["$ref"] = "#/$defs/" + defined(other->table);
            choice["else"] = std::move(own);
            own = std::move(choice);
        }
        return own;
    }

    // The name under which a table stands among the definitions; a table may hold itself.
    std::string defined(const FieldTable& (*fields)()) {
        std::string name = fields().name;
        std::replace(name.begin(), name.end(), ' ', '_');
        if (definitions_.emplace(name, Json{}).second) {
            Json json = table(fields());
            definitions_[name] = std::move(json);
        }
        return name;
    }

    Json::Object definitions_;
};

}  // namespace

Json json_schema(const FieldTable& file, std::string_view id, std::string_view title, std::string_view describes) {
    return Writer().write(file, id, title, describes);
}

}  // namespace ntk
