#include "tests/support/json_schema.h"

#include <regex>
#include <set>

namespace ntk {

namespace {

using nlohmann::json;

class Checker {
  public:
    explicit Checker(const json& root) : root_(root) {}
    std::string findings;

    void check(const json& value, const json& schema, const std::string& path) {
        if (schema.contains("$ref")) {
            const std::string name = schema["$ref"].get<std::string>().substr(std::string("#/$defs/").size());
            return check(value, root_.at("$defs").at(name), path);
        }
        if (schema.contains("anyOf")) {
            // Null, or the first.
            if (!value.is_null()) check(value, schema["anyOf"][0], path);
            return;
        }
        if (schema.contains("if")) {
            const auto& condition = schema["if"]["properties"].begin();
            const bool holds = value.contains(condition.key()) && value[condition.key()] == condition.value()["const"];
            return check(value, schema[holds ? "then" : "else"], path);
        }
        static const std::set<std::string> known = {
            "$schema", "$id",     "$defs",      "title",    "description",          "type", "const", "enum", "pattern",
            "minimum", "maximum", "properties", "required", "additionalProperties", "items"};
        for (const auto& [keyword, unused] : schema.items())
            if (known.count(keyword) == 0)
                add(path, "the schema uses '" + keyword + "', which this check does not know");
        if (schema.contains("type") && !has_type(value, schema["type"]))
            return add(path, "is no " + schema["type"].dump());
        if (schema.contains("const") && value != schema["const"]) add(path, "is not " + schema["const"].dump());
        if (schema.contains("enum") &&
            std::find(schema["enum"].begin(), schema["enum"].end(), value) == schema["enum"].end())
            add(path, value.dump() + " is not one of " + schema["enum"].dump());
        if (schema.contains("pattern") && value.is_string() &&
            !std::regex_search(value.get<std::string>(), std::regex(schema["pattern"].get<std::string>())))
            add(path, value.dump() + " does not look like " + schema["pattern"].dump());
        if (schema.contains("minimum") && value.is_number() && value < schema["minimum"]) add(path, "is too small");
        if (schema.contains("maximum") && value > schema["maximum"]) add(path, "is too large");
        if (value.is_object()) check_object(value, schema, path);
        if (value.is_array() && schema.contains("items"))
            for (std::size_t i = 0; i < value.size(); ++i)
                check(value[i], schema["items"], path + "/" + std::to_string(i));
    }

  private:
    void add(const std::string& path, const std::string& what) {
        findings += (path.empty() ? "/" : path) + ": " + what + "\n";
    }

    static bool has_type(const json& value, const json& types) {
        if (types.is_string()) return is_a(value, types.get<std::string>());
        for (const json& type : types)
            if (is_a(value, type.get<std::string>())) return true;
        return false;
    }

    static bool is_a(const json& value, const std::string& type) {
        if (type == "null") return value.is_null();
        if (type == "object") return value.is_object();
        if (type == "array") return value.is_array();
        if (type == "string") return value.is_string();
        if (type == "integer") return value.is_number_integer();
        return type == "boolean" && value.is_boolean();
    }

    void check_object(const json& value, const json& schema, const std::string& path) {
        const json properties = schema.value("properties", json::object());
        const json others = schema.value("additionalProperties", json(true));
        for (const auto& [key, member] : value.items()) {
            if (properties.contains(key))
                check(member, properties[key], path + "/" + key);
            else if (others.is_object())
                check(member, others, path + "/" + key);
            else if (others == json(false))
                add(path + "/" + key, "is not allowed");
        }
        for (const json& key : schema.value("required", json::array()))
            if (!value.contains(key.get<std::string>())) add(path, "has no " + key.get<std::string>());
    }

    const json& root_;
};

}  // namespace

std::string schema_findings(const json& value, const json& schema) {
    Checker checker(schema);
    checker.check(value, schema, "");
    return checker.findings;
}

}  // namespace ntk
