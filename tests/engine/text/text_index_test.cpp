#include "engine/text/text_index.h"

#include <string>

#include "tests/support/catch.h"

using namespace ntk;

TEST_CASE("offsets become lines and columns counted in characters") {
    const std::string text = "é1\nab\r\n\n€x";
    const TextIndex index(text);
    CHECK(index.lines() == 4);
    CHECK(index.place(0, 3) == Place{3, 1, 1});
    CHECK(index.place(2, 0) == Place{0, 1, 2});
    CHECK(index.place(3, 0) == Place{0, 1, 3});  // the line end belongs to its line
    CHECK(index.place(4, 0) == Place{0, 2, 1});
    CHECK(index.place(text.size() - 1, 0) == Place{0, 4, 2});
    CHECK(index.place(text.size() + 50, 0) == Place{0, 4, 3});
    CHECK(index.line(1) == "é1");
    CHECK(index.line(2) == "ab");
    CHECK(index.line(3).empty());
    CHECK(index.line(4) == "€x");
    CHECK(index.line(0).empty());
    CHECK(index.line(5).empty());
    CHECK(index.columns(4) == 2);
}

TEST_CASE("parts of a line are cut between characters") {
    const TextIndex index("first\naé€b\n");
    CHECK(index.part(2, 1, 3) == "aé");
    CHECK(index.part(2, 3, 4) == "€");
    CHECK(index.part(2, 2, 99) == "é€b");
    CHECK(index.part(2, 5, 9).empty());
    CHECK(index.part(7, 1, 2).empty());
}

TEST_CASE("a text of one very long line is indexed like a short one") {
    std::string text;
    for (int i = 0; i < 2000; ++i) text += "aé€";
    const TextIndex index(text);
    for (int i = 0; i < 2000; ++i) {
        const auto at = static_cast<std::size_t>(6 * i);
        CHECK(index.place(at + 3, 0).column == 3 * i + 3);
        CHECK(index.part(1, 3 * i + 1, 3 * i + 4) == "aé€");
    }
}
