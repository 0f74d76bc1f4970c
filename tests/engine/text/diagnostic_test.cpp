#include "engine/text/diagnostic.h"

#include "tests/support/catch.h"

using namespace ntk;

TEST_CASE("a finding shows its line, a caret and a hint") {
    Diagnostics diagnostics;
    const int source = diagnostics.add_source("pack.yaml", "norms:\n  when: case.harm >= possable\n");
    diagnostics.report("E204", {source, 2, 22}, "'possable' is not a value of harm", " did you mean 'possible'?");
    CHECK(diagnostics.has_errors());
    CHECK(diagnostics.all().front().hint == "did you mean 'possible'?");
    CHECK(diagnostics.render() ==
          "pack.yaml:2:22: error E204: 'possable' is not a value of harm\n"
          "    when: case.harm >= possable\n"
          "                       ^\n"
          "  hint: did you mean 'possible'?\n");
}

TEST_CASE("findings come in order of place, those about the whole source first") {
    Diagnostics diagnostics;
    const int one = diagnostics.add_source("one.yaml", "a: 1\nb: 2\n");
    const int two = diagnostics.add_source("two.yaml", "c: 3\n");
    diagnostics.report("E100", {two, 1, 1}, "fifth");
    diagnostics.report("E100", {one, 2, 4}, "third");
    diagnostics.report("W500", {one, 2, 4}, "fourth");
    diagnostics.report("E100", {one, 2, 1}, "second");
    diagnostics.report("E100", {one, 0, 0}, "first");
    CHECK(diagnostics.render() ==
          "one.yaml: error E100: first\n"
          "one.yaml:2:1: error E100: second\n"
          "  b: 2\n"
          "  ^\n"
          "one.yaml:2:4: error E100: third\n"
          "  b: 2\n"
          "     ^\n"
          "one.yaml:2:4: warning W500: fourth\n"
          "  b: 2\n"
          "     ^\n"
          "two.yaml:1:1: error E100: fifth\n"
          "  c: 3\n"
          "  ^\n");
}

TEST_CASE("warnings alone are no errors") {
    Diagnostics diagnostics;
    CHECK(diagnostics.empty());
    CHECK(diagnostics.render().empty());
    diagnostics.report("W500", {}, "a comment");
    CHECK_FALSE(diagnostics.empty());
    CHECK_FALSE(diagnostics.has_errors());
    CHECK(diagnostics.render() == "warning W500: a comment\n");
}

TEST_CASE("the caret stands under the character whatever precedes it") {
    Diagnostics diagnostics;
    const int source = diagnostics.add_source("a.yaml", "\xEF\xBB\xBFné: €x\r\nsay:\ta\tb\n\n");
    diagnostics.report("E100", {source, 1, 6}, "after letters of several bytes, a byte order mark and CRLF");
    diagnostics.report("E100", {source, 2, 8}, "after tabs");
    diagnostics.report("E100", {source, 2, 9}, "at the end of the line");
    diagnostics.report("E100", {source, 3, 1}, "in an empty line");
    diagnostics.report("E100", {source, 9, 1}, "past the end of the text");
    CHECK(diagnostics.render() ==
          "a.yaml:1:6: error E100: after letters of several bytes, a byte order mark and CRLF\n"
          "  né: €x\n"
          "       ^\n"
          "a.yaml:2:8: error E100: after tabs\n"
          "  say:    a   b\n"
          "              ^\n"
          "a.yaml:2:9: error E100: at the end of the line\n"
          "  say:    a   b\n"
          "               ^\n"
          "a.yaml:3:1: error E100: in an empty line\n"
          "a.yaml:9:1: error E100: past the end of the text\n");
}

TEST_CASE("a very long line is cut around the caret") {
    Diagnostics diagnostics;
    const std::string line = std::string(200, 'a') + "X" + std::string(200, 'b');
    const int source = diagnostics.add_source("a.yaml", line);
    diagnostics.report("E100", {source, 1, 1}, "at the start");
    diagnostics.report("E100", {source, 1, 201}, "in the middle");
    diagnostics.report("E100", {source, 1, 402}, "at the end");
    CHECK(diagnostics.render() == "a.yaml:1:1: error E100: at the start\n  " + std::string(100, 'a') +
                                      "...\n  ^\n"
                                      "a.yaml:1:201: error E100: in the middle\n  ..." +
                                      std::string(50, 'a') + "X" + std::string(49, 'b') + "...\n  " +
                                      std::string(53, ' ') + "^\na.yaml:1:402: error E100: at the end\n  ..." +
                                      std::string(100, 'b') + "\n  " + std::string(103, ' ') + "^\n");
}

TEST_CASE("nothing an author wrote can steer the terminal or pass for a finding") {
    Diagnostics diagnostics;
    const int source = diagnostics.add_source("a\x1B[2J.yaml", "key: \x1B[31m\n");
    diagnostics.report("E100", {source, 1, 1}, "'x\na.yaml:1:1: error E999: forged' is unknown", "not\x07 that");
    CHECK(diagnostics.render() ==
          "a\uFFFD[2J.yaml:1:1: error E100: 'x\n"
          "    a.yaml:1:1: error E999: forged' is unknown\n"
          "  key: \uFFFD[31m\n"
          "  ^\n"
          "  hint: not\uFFFD that\n");
}

TEST_CASE("a flood of findings is cut short") {
    Diagnostics diagnostics;
    for (int i = 0; i < 250; ++i) diagnostics.report("E100", {}, "again");
    const std::string text = diagnostics.render();
    CHECK(text.ends_with("error E100: again\nand 50 more findings, not shown\n"));
    CHECK(diagnostics.all().size() == 250);
}
