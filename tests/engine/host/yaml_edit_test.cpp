#include "engine/host/yaml_edit.h"

#include <filesystem>
#include <fstream>
#include <functional>

#include "engine/host/changed_file.h"
#include "engine/host/source_file.h"
#include "engine/host/yaml_reader.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

using namespace ntk;

namespace {

const std::string written =
    "# The case.\n"
    "title: At the gate   # short\n"
    "say: 'It''s late.'\n"
    "note: \"a \\\"b\\\"\"\n"
    "text: >-\n"
    "  One line\n"
    "  and another.\n"
    "\n"
    "long: one thing\n"
    "  and the next  # kept\n"
    "options:\n"
    "  # the first\n"
    "  - id: a\n"
    "    say: Ring.\n"
    "    does: [ { share: { items: [letter], to: [csc] } } ]  # one act\n"
    "\n"
    "  # the second\n"
    "  - id: b\n"
    "    then: D2\n"
    "  - { id: c, then: end }\n"
    "list: [ one, { two: [2, 3] }, 'it''s, three' ]\n";

std::string outcome(const Result<std::string>& result) {
    return result ? *result : "refused: " + result.error().message;
}

// The text with one part of it replaced, as the edit should leave it.
std::string with(const std::string& from, const std::string& to) {
    std::string text = written;
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a text is replaced as it was written, and all else stays") {
    CHECK(outcome(replace_text(written, {"title"}, "At the door")) == with("At the gate", "At the door"));
    CHECK(outcome(replace_text(written, {"title"}, "Yes: now")) == with("At the gate", "\"Yes: now\""));
    CHECK(outcome(replace_text(written, {"title"}, "12")) == with("At the gate", "\"12\""));
    CHECK(outcome(replace_text(written, {"say"}, "Don't.")) == with("'It''s late.'", "'Don''t.'"));
    CHECK(outcome(replace_text(written, {"note"}, "c \"d\" \\")) == with("a \\\"b\\\"", "c \\\"d\\\" \\\\"));
    CHECK(outcome(replace_text(written, {"text"}, "Two lines, # and no comment.")) ==
          with("One line\n  and another.", "Two lines, # and no comment."));
    CHECK(outcome(replace_text(written, {"long"}, "short")) == with("one thing\n  and the next", "short"));
    CHECK(outcome(replace_text(written, {"options", std::size_t{2}, "then"}, "D9")) == with("then: end", "then: D9"));
    CHECK(outcome(replace_text(written, {"list", std::size_t{2}}, "four, five")) ==
          with("'it''s, three'", "'four, five'"));
    CHECK(outcome(replace_text(written, {"title"}, "  \n ")) == "refused: A text cannot be left empty");
    CHECK(outcome(replace_text(written, {"nothing"}, "x")) == "refused: There is no text at this place");
}

TEST_CASE("a long text is folded within the width of the file") {
    std::string words;
    for (int i = 0; i < 40; ++i) words += "seven77 ";
    for (const char* key : {"title", "say", "note", "text"}) {
        const auto result = replace_text(written, {key}, words);
        REQUIRE(result);
        std::size_t from = 0;
        for (std::size_t end = result->find('\n'); end != std::string::npos; end = result->find('\n', from)) {
            CHECK(end - from <= 130);  // a comment may follow
            from = end + 1;
        }
    }
}

TEST_CASE("items of lists change places with the comments above them") {
    const auto swapped = swap_items(written, {"options"}, 1, 0);
    REQUIRE(swapped);
    const std::string first = written.substr(written.find("  # the first"),
                                             written.find("\n\n  # the second") - written.find("  # the first"));
    const std::string second = "  # the second\n  - id: b\n    then: D2";
    CHECK(swapped->find(second + "\n\n" + first + "\n  - { id: c") != std::string::npos);
    CHECK(outcome(swap_items(*swapped, {"options"}, 0, 1)) == written);
    CHECK(outcome(swap_items(written, {"list"}, 0, 2)) ==
          with("one, { two: [2, 3] }, 'it''s, three'", "'it''s, three', { two: [2, 3] }, one"));
    CHECK(outcome(swap_items(written, {"options"}, 0, 7)) == "refused: There is no such item");
}

TEST_CASE("values, items and entries are put in and taken out") {
    const TreePath items = {"options", std::size_t{0}, "does", std::size_t{0}, "share", "items"};
    CHECK(outcome(replace_value(written, items, "[letter, log]")) == with("[letter]", "[letter, log]"));
    CHECK(outcome(replace_value(written, {"options"}, "[]")) ==
          "refused: There is a comment inside what would be replaced");
    CHECK(outcome(add_item(written, {"options", std::size_t{0}, "does"}, "{ wait: { reason: x } }")) ==
          with("} } ]  # one act", "} }, { wait: { reason: x } } ]  # one act"));
    CHECK(outcome(add_item(written, {"options"}, "{ id: d }")) ==
          with("then: end }\n", "then: end }\n  - { id: d }\n"));
    CHECK(outcome(add_item(written, {"list"}, "a\nb")) ==
          "refused: What was to be written is not one value in one line");
    CHECK(outcome(remove_item(written, {"list"}, 1)) == with("{ two: [2, 3] }, ", ""));
    CHECK(outcome(remove_item(written, {"list"}, 2)) == with(", 'it''s, three'", ""));
    CHECK(outcome(remove_item(written, {"options"}, 2)) == with("  - { id: c, then: end }\n", ""));
    CHECK(outcome(remove_item(written, {"options"}, 1)) == "refused: There is a comment with what would be taken out");
    CHECK(outcome(remove_item(written, {"options", std::size_t{0}, "does"}, 0)) ==
          with("[ { share: { items: [letter], to: [csc] } } ]", "[]"));
    CHECK(outcome(add_entry(written, {"options", std::size_t{1}}, "does", "[ { wait: {} } ]")) ==
          with("then: D2\n", "then: D2\n    does: [ { wait: {} } ]\n"));
    CHECK(outcome(add_entry(written, {"options", std::size_t{2}}, "say", "Go.")) ==
          with("then: end }", "then: end, say: Go. }"));
    CHECK(outcome(add_entry(written, {"options", std::size_t{2}}, "then", "x")) == "refused: 'then' is there already");
}

TEST_CASE("a list in block form below its key becomes one in brackets") {
    CHECK(outcome(replace_value("a:\n  - x\n  - y\nb: 1\n", {"a"}, "[z]")) == "a: [z]\nb: 1\n");
    CHECK(outcome(remove_item("a:\n  - x\nb: 1\n", {"a"}, 0)) == "a: []\nb: 1\n");
}

TEST_CASE("line ends, the mark at the beginning and an open end stay as they were") {
    const std::string mark = "\xEF\xBB\xBF";
    CHECK(outcome(replace_text(mark + "a: x\r\nb: y\r\n", {"b"}, "z")) == mark + "a: x\r\nb: z\r\n");
    CHECK(outcome(replace_text("a: x\nb: y", {"a"}, "z")) == "a: z\nb: y");
    CHECK(outcome(replace_text("a: x\r\nb: y\n", {"a"}, "z")) ==
          "refused: Some lines of the file end as on Windows and some do not; save it in one of both ways first.");
    CHECK(outcome(replace_text("a: [x\n", {"a"}, "z")) ==
          "refused: The file has mistakes in its YAML; they must be mended first.");
}

TEST_CASE("every text of a case can be changed") {
    const std::string yaml = *read_file(std::string(NTK_ROOT) + "/tests/support/two-doors.yaml");
    Diagnostics diagnostics;
    const Tree tree = read_yaml(yaml, diagnostics.add_source("case", yaml), diagnostics);
    int changed = 0;
    const std::function<void(const Tree&, const TreePath&)> visit = [&](const Tree& at, const TreePath& path) {
        if (at.kind == Tree::Kind::scalar) {
            const auto once = replace_text(yaml, path, "other words");
            INFO(at.place.line << ": " << at.text);
            REQUIRE(once);
            CHECK(find_value(tree, path)->text == at.text);
            CHECK(once->size() + at.text.size() + 40 > yaml.size());
            ++changed;
        }
        for (std::size_t i = 0; i < at.items.size(); ++i) {
            TreePath inside = path;
            inside.push_back(i);
            visit(at.items[i], inside);
        }
        for (const TreeEntry& entry : at.entries) {
            TreePath inside = path;
            inside.push_back(entry.key);
            visit(entry.value, inside);
        }
    };
    visit(tree, {});
    CHECK(changed > 150);
}

TEST_CASE("a remark is no part of a value") {
    const std::string text = "a: 1\nlist:\n  - one\n";
    CHECK_FALSE(replace_value(text, {"a"}, "2 # so"));
    CHECK_FALSE(add_item(text, {"list"}, "two # so"));
    CHECK_FALSE(add_entry(text, {}, "b", "3 # so"));
    CHECK(replace_value(text, {"a"}, "\"2 # so\"").value_or("") == "a: \"2 # so\"\nlist:\n  - one\n");
}

TEST_CASE("a file is changed only as long as it reads as it did, and keeps its rights") {
    const TemporaryFolder folder;
    const std::filesystem::path path = folder.path / "case.yaml";
    std::ofstream(path) << "a: 1\n";
    std::filesystem::permissions(path, std::filesystem::perms(0644));
    REQUIRE(change_file(path, "a: 1\n", "a: 2\n"));
    CHECK(*read_file(path) == "a: 2\n");
    CHECK(std::filesystem::status(path).permissions() == std::filesystem::perms(0644));
    const auto refused = change_file(path, "a: 1\n", "a: 3\n");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message ==
          path.string() + " has been changed by another program meanwhile, so nothing was written");
    CHECK(*read_file(path) == "a: 2\n");
    std::filesystem::create_symlink(path, folder.path / "link.yaml");
    REQUIRE(change_file(folder.path / "link.yaml", "a: 2\n", "a: 4\n"));
    CHECK(std::filesystem::is_symlink(folder.path / "link.yaml"));
    CHECK(*read_file(path) == "a: 4\n");
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path), {}) == 2);
    CHECK_FALSE(change_file(folder.path / "none.yaml", "", "x"));
}
