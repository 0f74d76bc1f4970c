#include "engine/text/json_reader.h"

#include <nlohmann/json.hpp>
#include <random>
#include <string>

#include "engine/text/limits.h"
#include "tests/support/catch.h"
#include "tests/support/tree_dump.h"

using namespace ntk;

namespace {

struct Reading {
    Tree tree;
    std::string findings;
    std::string code;  // of the first finding
};

Reading read(const std::string& text) {
    Diagnostics diagnostics;
    const int source = diagnostics.add_source("a.json", text);
    Reading reading;
    reading.tree = read_json(text, source, diagnostics);
    reading.findings = diagnostics.render();
    if (!diagnostics.empty()) reading.code = diagnostics.all().front().code;
    CHECK((reading.tree.kind == Tree::Kind::missing) == diagnostics.has_errors());
    return reading;
}

// What we refuse on purpose although it is JSON.
bool stricter(const std::string& code) {
    return code == "E011" || code == "E012" || code == "E028" || code == "E031" || code == "E032" || code == "E051";
}

bool same(const Tree& tree, const nlohmann::json& json) {
    switch (tree.kind) {
        case Tree::Kind::missing: return false;
        case Tree::Kind::scalar:
            return tree.quoted ? json.is_string() && json.get<std::string>() == tree.text
                               : !json.is_string() && nlohmann::json::parse(tree.text) == json;
        case Tree::Kind::list:
            if (!json.is_array() || json.size() != tree.items.size()) return false;
            for (std::size_t i = 0; i < json.size(); ++i)
                if (!same(tree.items[i], json[i])) return false;
            return true;
        case Tree::Kind::mapping:
            if (!json.is_object() || json.size() != tree.entries.size()) return false;
            for (const TreeEntry& entry : tree.entries)
                if (!json.contains(entry.key) || !same(entry.value, json[entry.key])) return false;
            return true;
    }
    return false;
}

void compare(const std::string& text) {
    INFO(text);
    const nlohmann::json json = nlohmann::json::parse(text, nullptr, false);
    const Reading reading = read(text);
    INFO(reading.findings);
    if (json.is_discarded())
        CHECK_FALSE(reading.code.empty());
    else if (!stricter(reading.code)) {
        CHECK(reading.code.empty());
        CHECK(same(reading.tree, json));
    }
}

}  // namespace

TEST_CASE("JSON becomes a tree with exact places") {
    CHECK(dump(read("{\"name\": \"M\\u00eda\",\r\n \"age\": -6.50e1, \"ok\" : [true,[],\n  {}, \"\"]}").tree) ==
          "mapping 1:1\n"
          "  name 1:3: \"Mía\" 1:11\n"
          "  age 2:3: '-6.50e1' 2:9\n"
          "  ok 2:19: list 2:25\n"
          "    - 'true' 2:26\n"
          "    - list 2:31\n"
          "    - mapping 3:3\n"
          "    - \"\" 3:8\n");
    CHECK(dump(read("\xEF\xBB\xBF{\"é\": \"x\"}").tree) == "mapping 1:1\n  é 1:3: \"x\" 1:8\n");
    CHECK(dump(read(" \"\\\"\\\\\\/\\n\\t\\ud83d\\ude00\" ").tree) == "\"\"\\/\\n\t😀\" 1:3\n");
    CHECK(dump(read("7").tree) == "'7' 1:1\n");
}

TEST_CASE("the JSON reader agrees with another library on what is JSON") {
    for (const char* text : {"",
                             " ",
                             "{}",
                             "[]",
                             "{",
                             "}",
                             "[",
                             "]",
                             "[1,]",
                             "[,1]",
                             "[1 2]",
                             "{\"a\"}",
                             "{\"a\":}",
                             "{\"a\":1,}",
                             "{a:1}",
                             "{'a':1}",
                             "{\"a\":1 \"b\":2}",
                             "[1]]",
                             "1 2",
                             "tru",
                             "true",
                             "True",
                             "truex",
                             "nul",
                             "NaN",
                             "Infinity",
                             "-",
                             "-1",
                             "- 1",
                             "+1",
                             "0",
                             "-0",
                             "00",
                             "01",
                             "-01",
                             "1.",
                             ".5",
                             "0.5",
                             "1.5.2",
                             "1e5",
                             "1E+5",
                             "1e-5",
                             "1e",
                             "1e+",
                             "0e0",
                             "0x1F",
                             "1_000",
                             "\"",
                             "\"a",
                             "\"\\\"",
                             "\"\\x\"",
                             "\"\\u12\"",
                             "\"\\u12G4\"",
                             "\"\\u0041\"",
                             "\"\\ud800\"",
                             "\"\\ud800\\u0041\"",
                             "\"\\ud83d\\ude00\"",
                             "\"\\ude00\"",
                             "\"\\ud83dx\"",
                             "\"\t\"",
                             "\"\n\"",
                             "\"\x01\"",
                             "\"\x7F\"",
                             "// x\n1",
                             "1 // x",
                             "/* */ 1",
                             "[1,\n2\t,\r3]",
                             "\"é\"",
                             "\"\xFF\"",
                             "\xFF",
                             "\v1",
                             "1\f",
                             "[\"a\":1]",
                             "{1:2}",
                             "{\"a\":{\"b\":[1,2,{\"c\":false}]}}",
                             "\xEF\xBB\xBF[]"})
        compare(text);
    compare(std::string("\0", 1));
    compare(std::string("[1\0]", 4));
}

TEST_CASE("the JSON reader agrees with another library on mangled JSON") {
    const std::string base =
        R"({"a": [1, -2.5e3, true, "x\n\u00e9\ud83d\ude00é"], "b": {"c": "", "d": false, "e": {}}})";
    const std::string letters = "{}[]:,\"\\/ \n01-+.eEtfnu\xC3\xA9xd8";
    std::mt19937 random(1);
    const auto below = [&](std::size_t limit) { return random() % limit; };
    for (int round = 0; round < 5000; ++round) {
        std::string text = base;
        for (std::size_t changes = 1 + below(3); changes > 0; --changes) {
            const std::size_t at = below(text.size());
            switch (below(3)) {
                case 0: text.erase(at, 1 + below(3)); break;
                case 1: text.insert(at, 1, letters[below(letters.size())]); break;
                default: text[at] = letters[below(letters.size())];
            }
        }
        compare(text);
    }
}

TEST_CASE("the JSON reader finds all that can be found in one run") {
    CHECK(read("{\"a\": null, \"b\": \"\\u0007\",\n \"a\": [null]}").findings ==
          "a.json:1:7: error E051: null is not used here\n"
          "  {\"a\": null, \"b\": \"\\u0007\",\n"
          "        ^\n"
          "  hint: leave the field out, or write a value\n"
          "a.json:1:19: error E011: this text holds the control character U+0007\n"
          "  {\"a\": null, \"b\": \"\\u0007\",\n"
          "                    ^\n"
          "  hint: take it away; only new lines and tabs are allowed besides visible characters\n"
          "a.json:2:3: error E028: the key 'a' is here a second time\n"
          "   \"a\": [null]}\n"
          "    ^\n"
          "  hint: it was first written in line 1\n"
          "a.json:2:8: error E051: null is not used here\n"
          "   \"a\": [null]}\n"
          "         ^\n"
          "  hint: leave the field out, or write a value\n");
}

TEST_CASE("the JSON reader keeps to its limits") {
    const auto nested = [](int depth) {
        const auto levels = static_cast<std::size_t>(depth);
        return std::string(levels, '[') + std::string(levels, ']');
    };
    CHECK(read(nested(limits::tree_depth)).code.empty());
    CHECK(read(nested(limits::tree_depth + 1)).code == "E031");
    CHECK(read(std::string(1'000'000, '[')).code == "E031");
    std::string many = "[0";
    for (std::size_t i = 2; i < limits::tree_nodes; ++i) many += ",0";
    CHECK(read(many + "]").code.empty());
    CHECK(read(many + ",0]").code == "E032");
    CHECK(read(std::string(limits::file_bytes + 1, ' ')).code == "E004");
}
