#include "engine/text/json_schema.h"

#include "engine/text/fields.h"
#include "tests/support/catch.h"

using namespace ntk;

namespace {

const FieldTable& pet();

const FieldTable& dog() {
    static const FieldTable table{"dog",
                                  {{"kind", shape::text(), true, ""}, {"barks", shape::flag(), true, "Loudly."}}};
    return table;
}

const FieldTable& pet() {
    static const FieldTable table{"pet",
                                  {{"name", shape::filled_text(), true, "What it is called."},
                                   {"legs", shape::number(0, 8), false, ""},
                                   {"kind", shape::choice({"cat", "dog", "3"}), true, ""},
                                   {"friends", shape::list(shape::mapping(pet)), false, "Other pets."}},
                                  {{"kind", "dog", dog}}};
    return table;
}

Tree mapping(std::vector<std::pair<std::string, std::string>> fields) {
    Tree tree;
    tree.kind = Tree::Kind::mapping;
    for (auto& [key, text] : fields) {
        Tree value;
        value.kind = Tree::Kind::scalar;
        value.text = text;
        tree.entries.push_back({key, {}, std::move(value)});
    }
    return tree;
}

std::vector<std::string> codes(const Diagnostics& diagnostics) {
    std::vector<std::string> codes;
    for (const Diagnostic& found : diagnostics.all()) codes.push_back(found.code);
    return codes;
}

}  // namespace

TEST_CASE("a table of fields becomes a schema") {
    CHECK(
        json_schema(dog(), "urn:dog", "A dog", "Of any breed.").canonical() ==
        R"({"$id":"urn:dog","$schema":"https://json-schema.org/draft/2020-12/schema","additionalProperties":false,)"
        R"("description":"Of any breed.","properties":{"barks":{"description":"Loudly.","type":"boolean"},)"
        R"("kind":{"type":["string","number","boolean"]}},"required":["kind","barks"],"title":"A dog","type":"object"})");
}

TEST_CASE("a table that another takes over, and that holds itself, is defined once") {
    FieldTable file{"file", {{"pet", shape::mapping(pet), true, ""}}};
    const std::string schema = json_schema(file, "urn:file", "", "").canonical();
    const std::string other = R"("else":{"additionalProperties":false,"properties":{"friends":{"description":"Other )"
                              R"(pets.","items":{"$ref":"#/$defs/pet"},"type":"array"},"kind":{"enum":["cat","dog",)"
                              R"("3",3]},"legs":{"maximum":8,"minimum":0,"type":"integer"})";
    INFO(schema);
    CHECK(schema.find(other) != std::string::npos);
    CHECK(schema.find(R"("if":{"properties":{"kind":{"const":"dog"}},"required":["kind"],"type":"object"})") !=
          std::string::npos);
    CHECK(schema.find(R"("then":{"$ref":"#/$defs/dog"})") != std::string::npos);
}

TEST_CASE("a reader takes its fields, bounds and choices from the same table") {
    Diagnostics diagnostics;
    const Tree cat = mapping({{"name", "Tom"}, {"kind", "dgo"}, {"legs", "9"}, {"tail", "1"}});
    Fields fields(cat, "the pet", diagnostics, pet());
    CHECK(fields.require_text("name") == "Tom");
    CHECK(fields.number("legs", 4) == 4);
    CHECK_FALSE(fields.choice("kind", "kind of pet").has_value());
    fields.finish();
    CHECK(codes(diagnostics) == std::vector<std::string>{"E114", "E117", "E115"});

    Diagnostics clean;
    const Tree rex = mapping({{"kind", "dog"}, {"barks", "true"}});
    Fields barking(rex, "the pet", clean, pet());
    CHECK(barking.flag("barks", false));
    barking.finish();
    CHECK(clean.empty());
}
