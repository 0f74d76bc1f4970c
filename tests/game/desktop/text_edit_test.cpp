#include "game/desktop/text_edit.h"

#include "tests/support/catch.h"

using namespace ntk::desktop;

TEST_CASE("words are typed where the caret is, in place of what is selected") {
    TextEdit edit;
    edit.type("Told Beth");
    edit.key(EditKey::left, true, true, {});
    CHECK(edit.selected() == "Beth");
    edit.type("Ron");
    CHECK(edit.text == "Told Ron");
    edit.key(EditKey::undo, false, false, {});
    CHECK(edit.text == "Told Beth");
}

TEST_CASE("the caret never stands inside a letter") {
    TextEdit edit;
    edit.type("caf\xC3\xA9");
    edit.key(EditKey::left, false, false, {});
    CHECK(edit.caret == 3);
    edit.key(EditKey::erase, false, false, {});
    CHECK(edit.text == "caf");
    edit.key(EditKey::backspace, false, false, {});
    CHECK(edit.text == "ca");
}

TEST_CASE("up and down go by the lines as they are wrapped") {
    TextEdit edit;
    edit.type("one two three");
    const std::vector<std::pair<size_t, size_t>> lines{{0, 7}, {8, 13}};
    edit.key(EditKey::up, false, false, lines);
    CHECK(edit.caret == 5);
    edit.key(EditKey::up, false, false, lines);
    CHECK(edit.caret == 0);
    edit.key(EditKey::end, false, false, lines);
    CHECK(edit.caret == 7);
}

TEST_CASE("too much is refused whole, and control characters are dropped") {
    TextEdit edit;
    edit.most = 10;
    edit.type("12345");
    edit.type("678901");
    CHECK(edit.text == "12345");
    edit.type(
        "\x07"
        "6\t7");
    CHECK(edit.text == "1234567");
}

TEST_CASE("a hidden box shows a dot for each letter, and gives its letters away once and to nobody else") {
    TextEdit edit;
    edit.hidden = edit.one_line = true;
    edit.type("caf\xC3\xA9 noir");
    CHECK(edit.text == "\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022");
    edit.key(EditKey::home, false, false, {});
    for (int i = 0; i < 3; ++i) edit.key(EditKey::right, false, false, {});
    edit.key(EditKey::erase, false, false, {});  // the accented letter
    edit.type("e");
    edit.key(EditKey::end, true, false, {});
    CHECK(edit.selected() == "\u2022\u2022\u2022\u2022\u2022");
    edit.type("s");
    edit.key(EditKey::undo, false, false, {});  // there is nothing to bring back
    edit.key(EditKey::backspace, false, false, {});
    edit.type("!");
    CHECK(edit.take_hidden().text() == "cafe!");
    CHECK(edit.text.empty());
    CHECK(edit.take_hidden().empty());
    edit.type("again");
    CHECK(edit.take_hidden().text() == "again");
}
