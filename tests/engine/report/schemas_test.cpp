#include "engine/report/schemas.h"

#include <set>

#include "engine/casework/vocabulary.h"
#include "tests/support/catch.h"
#include "tests/support/play_world.h"

using namespace ntk;

namespace {

// Every table that can be come to, each once.
void gather(const Shape& shape, std::set<const FieldTable*>& tables);

void gather(const FieldTable& table, std::set<const FieldTable*>& tables) {
    if (!tables.insert(&table).second) return;
    for (const FieldRow& row : table.rows) gather(row.shape, tables);
    for (const FieldTable::Instead& other : table.instead) gather(other.table(), tables);
}

void gather(const Shape& shape, std::set<const FieldTable*>& tables) {
    if (shape.kind == Shape::Kind::mapping) gather(shape.fields(), tables);
    for (const Shape& part : shape.parts) gather(part, tables);
    for (const FieldRow& row : shape.keys) gather(row.shape, tables);
}

std::set<const FieldTable*> tables_of(const FieldTable& file) {
    std::set<const FieldTable*> tables;
    gather(file, tables);
    return tables;
}

void check_words(std::string_view kind, const FieldTable& file) {
    std::set<std::string> names;
    for (const FieldTable* table : tables_of(file)) {
        INFO(kind << ": " << table->name);
        CHECK(names.insert(table->name).second);
        std::set<std::string> keys;
        for (const FieldRow& row : table->rows) {
            INFO(row.name);
            CHECK(keys.insert(row.name).second);
            CHECK_FALSE(row.says.empty());
            CHECK((row.says.ends_with('.') || row.says.ends_with('}') || row.says.ends_with(']')));
        }
    }
}

}  // namespace

TEST_CASE("every field of every file says what it is in one sentence, and tables have names of their own",
          "[schemas]") {
    for (const SchemaKind& kind : schema_kinds()) check_words(kind.name, kind.file());
    for (const DocumentKind& kind : document_kinds()) check_words(kind.name, kind.file());
}

TEST_CASE("the schemas of what the program writes stand beside it as their tables make them", "[schemas]") {
    for (const DocumentKind& kind : document_kinds()) {
        const std::string file = "assets/schema/" + std::string(kind.name) + "-1.schema.json";
        CHECK(differs_from_golden(file, schema_json(kind).pretty() + "\n") == "");
    }
}

TEST_CASE("the values of the vocabulary are in the schemas") {
    const std::string schema = schema_json(*schema_kind("scenario")).canonical();
    for (const char* value : {"significant_harm", "alleged_source", "recognised_legitimate_interest", "W503"})
        CHECK(schema.find('"' + std::string(value) + '"') != std::string::npos);
    for (const std::string& act : vocabulary().schema.enums[static_cast<std::size_t>(vocabulary().act_kind)].values)
        CHECK(schema.find("\"act_" + act + "\"") != std::string::npos);
    CHECK(schema_kind("letter") == nullptr);
}
