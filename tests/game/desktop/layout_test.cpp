#include "game/desktop/layout.h"

#include "game/desktop/ui.h"
#include "tests/support/catch.h"

using namespace ntk::desktop;

namespace {

// Every letter is ten pixels wide and every line twenty high.
class Ruler : public TextMeasure {
  public:
    float advance(Type, char32_t) override { return 10; }
    float line_height(Type) override { return 20; }
};

std::string wrapped(const std::string& text, float width) {
    Ruler ruler;
    std::string out;
    for (const Line& line : wrap(text, Type::body, width, ruler)) {
        out += "[" + text.substr(line.begin, line.end - line.begin) + "]";
    }
    return out;
}

}  // namespace

TEST_CASE("words wrap at spaces and hyphens, and inside a word only when it is too wide alone") {
    CHECK(wrapped("who needs to know", 90) == "[who needs][to know]");
    CHECK(wrapped("part-time work", 60) == "[part-][time][work]");
    CHECK(wrapped("safeguarding", 50) == "[safeg][uardi][ng]");
    CHECK(wrapped("one\n\ntwo", 100) == "[one][][two]");
    CHECK(wrapped("", 100) == "[]");
    CHECK(wrapped("caf\xC3\xA9 noir", 40) == "[caf\xC3\xA9][noir]");
}

TEST_CASE("bytes that are not text are read as one unknown letter each, and the end is not passed") {
    const std::string broken = "a\xE2\x82";
    size_t at = 0;
    CHECK(next_letter(broken, at) == U'a');
    CHECK(next_letter(broken, at) == 0xFFFD);
    CHECK(at == broken.size());
}

TEST_CASE("a scroll keeps within its content and gives children the region they lie in") {
    Ruler ruler;
    std::map<std::string, float> offsets{{"main", 5000}};
    Node page = scroll("main");
    for (int i = 0; i < 10; ++i) add(page, paragraph("p" + std::to_string(i), "words"));
    lay_out(page, {0, 0, 300, 100}, {&ruler, 1, 1, &offsets});
    CHECK(page.content_height == 200);
    CHECK(offsets["main"] == 100);
    CHECK(page.children[9].rect.bottom() == 100);
    CHECK(page.children[9].region == "main");
}

TEST_CASE("a row runs on to a new line when it is full") {
    Ruler ruler;
    std::map<std::string, float> offsets;
    Node line = row(10);
    for (const char* word : {"aaaaa", "bbbbb", "ccccc"}) add(line, paragraph(word, word));
    lay_out(line, {0, 0, 130, 0}, {&ruler, 1, 1, &offsets});
    CHECK(line.children[0].rect.y == line.children[1].rect.y);
    CHECK(line.children[2].rect.y == 30);
    CHECK(line.children[2].rect.x == 0);
}

TEST_CASE("cards in a grid are as high as the highest beside them") {
    Ruler ruler;
    std::map<std::string, float> offsets;
    Node cards = grid(100, 10);
    for (const char* words : {"one", "one two three four five six", "one"}) {
        Node each = card(words, words);
        add(each, paragraph(std::string(words) + "/text", words));
        add(cards, std::move(each));
    }
    lay_out(cards, {0, 0, 250, 0}, {&ruler, 1, 1, &offsets});
    CHECK(cards.children[0].rect.h == cards.children[1].rect.h);
    CHECK(cards.children[2].rect.y > cards.children[0].rect.bottom());
}

TEST_CASE("what waits behind a panel is not described") {
    Ruler ruler;
    std::map<std::string, float> offsets;
    Node window;
    window.role = Role::window;
    window.id = "window";
    window.flow = Flow::layers;
    Node page = column(0);
    page.inert = true;
    add(page, paragraph("behind", "behind"));
    Node panel = column(0);
    add(panel, paragraph("front", "front"));
    add(window, std::move(page));
    add(window, std::move(panel));
    lay_out(window, {0, 0, 300, 300}, {&ruler, 1, 1, &offsets});
    CHECK(outline(describe(window, "")) == "window\n  text \"front\"\n");
}
