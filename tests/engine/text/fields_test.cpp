#include "engine/text/fields.h"

#include <limits>

#include "engine/text/json_reader.h"
#include "tests/support/catch.h"

using namespace ntk;

namespace {

// A mapping written as JSON, and what Fields says about it.
struct Form {
    Diagnostics diagnostics;
    Tree tree;

    explicit Form(const std::string& text) {
        tree = read_json(text, diagnostics.add_source("form", text), diagnostics);
    }
    Fields fields() { return Fields(tree, "the item 'letter'", diagnostics); }
    std::string codes() const {
        std::string all;
        for (const Diagnostic& found : diagnostics.all()) all += (all.empty() ? "" : " ") + found.code;
        return all;
    }
    const std::string& message() const { return diagnostics.all().back().message; }
};

}  // namespace

TEST_CASE("fields are read as they are written") {
    Form form(
        R"({"say": "hello", "open": true, "shut": false, "age": 6, "least": -9, "to": ["csc", "nurse"], "who": "mia",
                  "parts": [1, [2]], "people": {"mia": 1, "joe": 2}})");
    Fields fields = form.fields();
    CHECK(fields.require_text("say") == "hello");
    CHECK(fields.flag("open", false));
    CHECK_FALSE(fields.flag("shut", true));
    CHECK(fields.number("age", 0, 0, 120) == 6);
    CHECK(fields.number("least", 0, -9, 0) == -9);
    CHECK(fields.names("to") == std::vector<std::string>{"csc", "nurse"});
    CHECK(fields.names("who") == std::vector<std::string>{"mia"});
    CHECK(fields.list("parts").size() == 2);
    REQUIRE(fields.entries("people").size() == 2);
    CHECK(fields.entries("people")[1]->key == "joe");
    CHECK(fields.require("parts") == form.tree.find("parts"));
    CHECK(fields.what() == "the item 'letter'");
    CHECK(fields.place() == Place{0, 1, 1});
    fields.finish();
    CHECK(form.codes().empty());
}

TEST_CASE("absent fields leave what the reader proposes") {
    Form form("{}");
    Fields fields = form.fields();
    CHECK(fields.find("x") == nullptr);
    CHECK(fields.text("x", "proposed") == "proposed");
    CHECK(fields.flag("x", true));
    CHECK(fields.number("x", 7, 0, 9) == 7);
    CHECK(fields.names("x").empty());
    CHECK(fields.list("x").empty());
    CHECK(fields.entries("x").empty());
    CHECK(form.codes().empty());
    CHECK(fields.require("about") == nullptr);
    CHECK(form.message() == "the item 'letter' has no 'about'");
    CHECK(fields.require_text("say").empty());
    CHECK(form.codes() == "E111 E111");
}

TEST_CASE("a field of another kind is refused and the proposal kept") {
    Form form(R"({"list": [1], "map": {"a": 1}, "yes": "true", "no": 0, "blank": " \n", "say": "hello"})");
    Fields fields = form.fields();
    CHECK(fields.text("list", "proposed") == "proposed");
    CHECK(form.message() == "'list' of the item 'letter' must be a text, but is a list");
    CHECK(fields.require_text("blank") == " \n");
    CHECK(form.message() == "'blank' of the item 'letter' is left empty");
    CHECK(fields.flag("yes", false) == false);
    CHECK(form.message() == "'yes' of the item 'letter' must be true or false, but is the quoted text 'true'");
    CHECK(fields.flag("no", true));
    CHECK(form.message() == "'no' of the item 'letter' must be true or false, but is '0'");
    CHECK(fields.list("say").empty());
    CHECK(form.message() == "'say' of the item 'letter' must be a list, but is a text");
    CHECK(fields.names("map").empty());
    CHECK(fields.entries("list").empty());
    CHECK(form.message() == "'list' of the item 'letter' must be a mapping, but is a list");
    CHECK(form.codes() == "E116 E116 E113 E113 E112 E112 E110");
}

TEST_CASE("empty values are refused wherever a value is wanted") {
    Diagnostics diagnostics;
    Tree tree;
    tree.kind = Tree::Kind::mapping;
    tree.entries.push_back({"x", {}, {}});
    Fields fields(tree, "the form", diagnostics);
    CHECK(fields.text("x", "proposed") == "proposed");
    CHECK(diagnostics.all().back().message == "'x' of the form is left empty");
    CHECK(fields.names("x").empty());
    CHECK(diagnostics.all().back().message == "'x' of the form must be a list, but is left empty");
    CHECK(fields.entries("x").empty());
    CHECK_FALSE(fields.flag("x", false));
    CHECK(fields.number("x", 3, 0, 9) == 3);
    CHECK(diagnostics.all().size() == 5);
}

TEST_CASE("numbers have one way of writing and a range") {
    const auto reads = [](const std::string& written, std::int64_t least, std::int64_t most) {
        Diagnostics diagnostics;
        Tree tree;
        tree.kind = Tree::Kind::scalar;
        tree.text = written;
        const std::optional<std::int64_t> value = read_number(tree, "the age", least, most, diagnostics);
        CHECK(value.has_value() == diagnostics.empty());
        return value ? std::to_string(*value) : diagnostics.all().front().message;
    };
    constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
    constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();
    CHECK(reads("0", 0, 9) == "0");
    CHECK(reads("-12", lowest, highest) == "-12");
    CHECK(reads("999999999999999999", lowest, highest) == "999999999999999999");
    CHECK(reads("10", 0, 9) == "the age must be a whole number from 0 to 9, but is '10'");
    CHECK(reads("-1", 0, highest) == "the age must be a whole number of at least 0, but is '-1'");
    CHECK(reads("3", lowest, 2) == "the age must be a whole number of at most 2, but is '3'");
    for (const char* written : {"", "-", "-0", "012", "0x1F", "+1", "0o14", "1e3", "3.0", "12abc", " 1", "1_000",
                                "1000000000000000000", "99999999999999999999999999"})
        CHECK(reads(written, lowest, highest) ==
              "the age must be a whole number, but is '" + std::string(written) + "'");
}

TEST_CASE("a choice is the position of its name") {
    const std::vector<std::string> harms = {"none", "possible", "likely", "actual"};
    Form form(R"(["likely", "possable", "severe", ["likely"]])");
    CHECK(read_choice(form.tree.items[0], "value of harm", harms, form.diagnostics) == 2);
    CHECK_FALSE(read_choice(form.tree.items[1], "value of harm", harms, form.diagnostics).has_value());
    CHECK(form.message() == "'possable' is not a value of harm");
    CHECK(form.diagnostics.all().back().hint == "did you mean 'possible'?");
    CHECK_FALSE(read_choice(form.tree.items[2], "area", harms, form.diagnostics).has_value());
    CHECK(form.message() == "'severe' is not an area");
    CHECK(form.diagnostics.all().back().hint == "known here: none, possible, likely, actual");
    CHECK_FALSE(read_choice(form.tree.items[3], "value of harm", harms, form.diagnostics).has_value());
    CHECK(form.message() == "the value of harm must be a text, but is a list");
    CHECK(form.codes() == "E117 E117 E116");
}

TEST_CASE("fields nobody asked for are refused at their key") {
    Form form(R"({"about": "mia", "abuot": "joe", "colour": 1})");
    Fields fields = form.fields();
    fields.text("about");
    fields.find("grade");
    fields.finish();
    CHECK(form.diagnostics.render() ==
          "form:1:19: error E115: the item 'letter' has no field named 'abuot'\n"
          "  {\"about\": \"mia\", \"abuot\": \"joe\", \"colour\": 1}\n"
          "                    ^\n"
          "  hint: did you mean 'about'?\n"
          "form:1:35: error E115: the item 'letter' has no field named 'colour'\n"
          "  {\"about\": \"mia\", \"abuot\": \"joe\", \"colour\": 1}\n"
          "                                    ^\n"
          "  hint: known here: about, grade\n");
}

TEST_CASE("what is no mapping is reported once") {
    Form form("[1]");
    Fields fields = form.fields();
    fields.require("about");
    fields.require_text("say");
    fields.finish();
    CHECK(form.codes() == "E110");
    CHECK(form.message() == "the item 'letter' must be a mapping, but is a list");
}
