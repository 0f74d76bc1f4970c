#include "engine/study/lint/files.h"
#include "tests/support/catch.h"

using namespace ntk;

namespace {

std::string said(const std::string& text) {
    Diagnostics diagnostics;
    check_checklist(text, diagnostics.add_source("x.checklist.md", text), diagnostics);
    std::string shown;
    for (const Diagnostic& one : diagnostics.all()) shown += std::to_string(one.place.line) + ": " + one.message + "\n";
    return shown;
}

// All points answered, but the first, which is written as given.
std::string list_with(const std::string& first) {
    std::string text = first + "\n";
    for (int point = 2; point <= 29; ++point) text += std::to_string(point) + ". Point: yes. Seen.\n";
    return text;
}

}  // namespace

TEST_CASE("a checklist answers all 29 points, in any of the usual shapes") {
    CHECK(said(list_with("1. The child's day: partly. At three scenes.")) == "");
    CHECK(said(list_with("| 1 | * | The child's day | no | not yet |")) == "");
    CHECK(said(list_with("- **1** * The child's day (yes)")) == "");
    CHECK(said(list_with("1) The child's day: no")) == "");
}

TEST_CASE("a word inside a sentence is no answer, and a missing line is named") {
    CHECK(said(list_with("1. Several facts, and no single clue settles it")) == "1: point 1 is not answered\n");
    CHECK(said(list_with("The child's day: yes.")) == "1: the checklist has no line for 1\n");
    CHECK(said("Nothing yet") ==
          "1: the checklist has no line for 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, "
          "17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29\n");
    CHECK(said(list_with("1. A yesterday, notes")) == "1: point 1 is not answered\n");
}
