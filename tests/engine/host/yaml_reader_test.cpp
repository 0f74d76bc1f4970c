#include "engine/host/yaml_reader.h"

#include <string>

#include "engine/text/limits.h"
#include "tests/support/catch.h"
#include "tests/support/tree_dump.h"

using namespace ntk;

namespace {

// The dumped tree, or the codes of what was refused.
std::string read(const std::string& text) {
    Diagnostics diagnostics;
    const Tree tree = read_yaml(text, diagnostics.add_source("a.yaml", text), diagnostics);
    CHECK((tree.kind == Tree::Kind::missing) == diagnostics.has_errors());
    if (!diagnostics.has_errors()) return dump(tree);
    std::string codes;
    for (const Diagnostic& found : diagnostics.all()) codes += (codes.empty() ? "" : " ") + found.code;
    return codes;
}

std::string findings(const std::string& text) {
    Diagnostics diagnostics;
    read_yaml(text, diagnostics.add_source("a.yaml", text), diagnostics);
    return diagnostics.render();
}

}  // namespace

TEST_CASE("YAML becomes a tree with exact places") {
    CHECK(dump([] {
              Diagnostics diagnostics;
              const std::string text =
                  "# a case\n"
                  "scenario:\n"
                  "  id: cold-flat\n"
                  "  people:\n"
                  "    mía: { role: child, 'age': 6, \"say\": \"a \\\"b\\\" é\" }   # the child\n"
                  "  to: [csc, \"nurse\", [x]]\n"
                  "  list:\n"
                  "  - one\n"
                  "  -   two: 'it''s'\n"
                  "      three: yes\n"
                  "  text: |\n"
                  "\n"
                  "      first\n"
                  "      second: # kept\n"
                  "  folded: >-\n"
                  "    one\n"
                  "    line\n"
                  "  plain: several\n"
                  "    lines\n";
              return read_yaml(text, diagnostics.add_source("a.yaml", text), diagnostics);
          }()) ==
          "mapping 2:1\n"
          "  scenario 2:1: mapping 3:3\n"
          "    id 3:3: 'cold-flat' 3:7\n"
          "    people 4:3: mapping 5:5\n"
          "      mía 5:5: mapping 5:10\n"
          "        role 5:12: 'child' 5:18\n"
          "        age 5:26: '6' 5:32\n"
          "        say 5:36: \"a \"b\" é\" 5:43\n"
          "    to 6:3: list 6:7\n"
          "      - 'csc' 6:8\n"
          "      - \"nurse\" 6:14\n"
          "      - list 6:22\n"
          "        - 'x' 6:23\n"
          "    list 7:3: list 8:3\n"
          "      - 'one' 8:5\n"
          "      - mapping 9:7\n"
          "        two 9:7: \"it's\" 9:13\n"
          "        three 10:7: 'yes' 10:14\n"
          "    text 11:3: \"\\nfirst\\nsecond: # kept\\n\" 13:7\n"
          "    folded 15:3: \"one line\" 16:5\n"
          "    plain 18:3: 'several lines' 18:10\n");
}

TEST_CASE("line ends and a byte order mark make no difference") {
    const std::string expected = "mapping 1:1\n  a 1:1: \"1\" 1:5\n  b 2:1: '2' 2:4\n";
    CHECK(read("a: '1'\nb: 2\n") == expected);
    CHECK(read("a: '1'\r\nb: 2\r\n") == expected);
    CHECK(read("\xEF\xBB\xBF"
               "a: '1'\r\nb: 2") == expected);
    CHECK(read("a: '1'\r\r\nb: 2\r") == expected);
    CHECK(read("a: 1\rb: 2") == "E011");
}

TEST_CASE("values left empty are missing, and so are null and its other names") {
    CHECK(read("a:\nb: ~\nc: null\nd: Null\ne: [~, 1, ]\nf: ''\ng: 'null'\nh:\n-\n- x\n-\n") ==
          "mapping 1:1\n"
          "  a 1:1: missing 1:1\n"
          "  b 2:1: missing 2:1\n"
          "  c 3:1: missing 3:1\n"
          "  d 4:1: missing 4:1\n"
          "  e 5:1: list 5:4\n"
          "    - missing 5:5\n"
          "    - '1' 5:8\n"
          "  f 6:1: \"\" 6:5\n"
          "  g 7:1: \"null\" 7:5\n"
          "  h 8:1: list 9:1\n"
          "    - missing 9:1\n"
          "    - 'x' 10:3\n"
          "    - missing 11:1\n");
    CHECK(read("a: { b: , c: ~ }\n") ==
          "mapping 1:1\n  a 1:1: mapping 1:4\n    b 1:6: missing 1:6\n    c 1:11: missing 1:11\n");
}

TEST_CASE("braces at the top and pairs in lists are plain YAML") {
    CHECK(read("{ a: 1,\n  b: [c: d] }\n# end\n") ==
          "mapping 1:1\n  a 1:3: '1' 1:6\n  b 2:3: list 2:6\n    - mapping 2:7\n      c 2:7: 'd' 2:10\n");
}

TEST_CASE("text blocks begin at their first character") {
    CHECK(read("a: |\n\n   x\nb: >\n\nc: |+\n\nd: |2\n    y\n") ==
          "mapping 1:1\n"
          "  a 1:1: \"\\nx\\n\" 3:4\n"
          "  b 4:1: \"\" 4:4\n"
          "  c 6:1: \"\\n\" 6:4\n"
          "  d 8:1: \"  y\\n\" 9:5\n");
}

TEST_CASE("everything with two readings is refused, all in one run") {
    CHECK(read("a: &x 1\nb: *x\nc: !!int 2\na: 3\n<<: {d: 4}\n[e]: 5\nf: {g, h: i(j, k)}\nl: \"\\0\"\n") ==
          "E024 E025 E027 E028 E026 E029 E033 E033 E011");
    CHECK(read("---\na: 1\na: 2\n") == "E022 E028");
    CHECK(read("a: 1\n--- b\n...\n%TAG\n") == "E022 E022 E023");
    CHECK(read("a: '---'\nb: ----\nc: ...d\nd: |\n  ---\n  %x\n").starts_with("mapping"));
    CHECK(read("a: b\nc: \xE2\x80\xAE"
               "d\nc: e\n") == "E012 E028");
    CHECK(read("? a\n") == "E029");
    CHECK(read("a: {? b : c, d: 1}\n") == "E029");
    CHECK(read("a: who?\nb: 1\n").starts_with("mapping"));
    CHECK(read("{a: 1}\n{b: 2}\n") == "E040");
    CHECK(read("- a\nb: 1\n") == "E021");
    CHECK(read("~\n") == "E021");
    CHECK(read("'a'\n") == "E021");
    CHECK(read("*a") == "E025");
    CHECK(read("") == "E020");
    CHECK(read("\xEF\xBB\xBF# x\n") == "E020");
}

TEST_CASE("a key without a colon is refused wherever it stands") {
    CHECK(read("a: 1\nb\n") == "E033");
    CHECK(read("a:\n  b: 1\n  c\nd: 2\n") == "E033");
    CHECK(read("a:\n  b:\n  c\n") == "E033");
    CHECK(read("a:\n  - b: 1\n    'c'\n") == "E035");
    CHECK(read("a: {b, c: , d:1, \"e\", f}\n") == "E033 E033 E033 E033");
    CHECK(read("a: [b, , c]\n") == "E033");
    CHECK(read("d: [,]\n") == "E033");
    CHECK(read("a: {b: 1, : 2}\n") == "E029");
    CHECK(read("a: {b:[c]}\n") == "E037");
    CHECK(read("a:\nb:\n  c:\n  - d:\n").starts_with("mapping"));
}

TEST_CASE("a value stands beside its key or deeper") {
    CHECK(read("a:\n''\n") == "E035");
    CHECK(read("a:\n  b:\n  [x]\n") == "E035");
    CHECK(read("a:\n {b: 1}\nc:\n- d\n").starts_with("mapping"));
    CHECK(read("a: {\nb:\nc\n}\n").starts_with("mapping"));
}

TEST_CASE("a quotation mark left open is found wherever it is") {
    for (const char* text :
         {"a: \"x", "a: 'x", "a: \"x\nb: 1\n", "a: 'x\nb: 'y'\n", "a: [\"x\n", "a: {'x\n", "\"a: b", "'a",
          "a: \"x\\\"\n", "a: 'x''\n", "a: \"x\\", "a: {b: \"c}\nd: 1\n", "a: \"x\nb: 1\nc: \"d e\"\n"}) {
        INFO(text);
        CHECK(read(text) == "E030");
    }
    CHECK(findings("a: 1\nbé: 'x\nc: 2\n") ==
          "a.yaml:2:5: error E030: this quotation mark is never closed\n"
          "  bé: 'x\n"
          "      ^\n"
          "  hint: put a quotation mark at the end of the text\n");
    CHECK(read("a: \"x\n  y\"\nb: 'it''s'\nc: \"\\\"\"\n").starts_with("mapping"));
}

TEST_CASE("words lost in a comment are warned about") {
    CHECK(findings("a: flat #3\nb: flat # the third\nc: '#3' #4\nd: [x #5\n]\ne: a#b\nf: x #\n") ==
          "a.yaml:1:9: warning W500: the words from here on are dropped as a comment\n"
          "  a: flat #3\n"
          "          ^\n"
          "  hint: put the text in quotes to keep them, or write '# ' with a space to begin a comment\n"
          "a.yaml:4:7: warning W500: the words from here on are dropped as a comment\n"
          "  d: [x #5\n"
          "        ^\n"
          "  hint: put the text in quotes to keep them, or write '# ' with a space to begin a comment\n");
}

TEST_CASE("a file of another format draws a handful of findings") {
    std::string codes = read(std::string("a: ") + std::string(5000, '\x01'));
    CHECK(codes.size() == 20 * 5 - 1);
    CHECK(read(std::string("\xFF\xFE"
                           "a\0:\0 \0b\0",
                           10)) == "E010");
}

TEST_CASE("the YAML reader keeps to its limits") {
    const auto nested = [](int depth) {
        const auto levels = static_cast<std::size_t>(depth - 1);
        return "a: " + std::string(levels, '[') + std::string(levels, ']');
    };
    CHECK(read(nested(limits::tree_depth)).starts_with("mapping"));
    CHECK(read(nested(limits::tree_depth + 1)) == "E031");
    CHECK(read("a: " + std::string(20'000, '[')) == "E031");
    CHECK(read("a: " + std::string(20'000, '{')) == "E031");
    CHECK(read("a: " + std::string(1'000'000, '[')) == "E032");
    std::string dashes = "a:\n  ";
    for (int i = 0; i < 5000; ++i) dashes += "- ";
    CHECK(read(dashes + "x\n") == "E031");
    std::string many = "a:\n";
    for (std::size_t i = 0; i < limits::tree_nodes; ++i) many += "- x\n";
    CHECK(read(many) == "E032");
    CHECK(read("a: " + std::string(limits::file_bytes, 'x')) == "E004");
}

TEST_CASE("an alias bomb is only ever read once") {
    std::string bomb = "a0: &a0 [x, x]\n";
    for (int i = 1; i < 24; ++i) {
        const std::string before = "*a" + std::to_string(i - 1);
        bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before + ", " + before + "]\n";
    }
    CHECK(read(bomb).starts_with("E024 E024 E025 E025"));
    CHECK(read("a: &x [*x]\n") == "E024 E025");
}
