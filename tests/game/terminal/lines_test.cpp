#include "game/terminal/lines.h"

#include <sstream>

#include "tests/support/catch.h"

using namespace ntk::terminal;

namespace {

template <class F>
std::string written(int width, bool bold, F&& write) {
    std::ostringstream out;
    Lines lines(out, width, bold);
    write(lines);
    return out.str();
}

}  // namespace

TEST_CASE("text is wrapped between words, and a mark hangs before it") {
    CHECK(written(30, false, [](Lines& l) { l.text("One two three four five six seven eight"); }) ==
          "One two three four five six\nseven eight\n");
    CHECK(written(30, false, [](Lines& l) { l.item("12.", "One two three four five six seven", 2); }) ==
          "  12. One two three four five\n      six seven\n");
    CHECK(written(0, false, [](Lines& l) { l.text("One two three four five six seven eight nine ten"); }) ==
          "One two three four five six seven eight nine ten\n");
}

TEST_CASE("a word longer than the line stays whole") {
    CHECK(written(22, false, [](Lines& l) { l.text("a Donaudampfschifffahrtsgesellschaft b"); }) ==
          "a\nDonaudampfschifffahrtsgesellschaft\nb\n");
}

TEST_CASE("one empty line stands before a heading, never two") {
    CHECK(written(40, false, [](Lines& l) {
              l.heading("First");
              l.text("words");
              l.blank();
              l.blank();
              l.heading("Second");
          }) == "First\nwords\n\nSecond\n");
    CHECK(written(40, true, [](Lines& l) { l.heading("First"); }) == "\x1b[1mFirst\x1b[0m\n");
}

TEST_CASE("what an author wrote cannot steer the terminal") {
    CHECK(written(60, false, [](Lines& l) { l.text("red \x1b[31m text\x07"); }) ==
          "red \xEF\xBF\xBD[31m text\xEF\xBF\xBD\n");
}
