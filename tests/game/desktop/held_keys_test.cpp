#include "game/desktop/screen_reader/held_keys.h"

#include <map>

#include "tests/support/catch.h"

using namespace ntk::desktop;
using namespace std::chrono_literals;

namespace {

Event key(char letter, bool pressed = true) {
    Event event;
    event.kind = pressed ? Event::Kind::key : Event::Kind::stroke;
    event.key = Key::letter;
    event.letter = letter;
    event.stroke = {pressed, static_cast<unsigned>(letter), 38, 0, 0, std::string(1, letter)};
    return event;
}

Event typed(const std::string& words) {
    Event event;
    event.kind = Event::Kind::typed;
    event.text = words;
    return event;
}

// A screen reader whose answers the test gives, and the keys held for it.
struct Reader {
    bool wants = true;
    std::map<int, bool> answers;
    std::string offered;
    HeldKeys held;
    HeldKeys::Clock::time_point now{};
    KeyTaker taker{[this](const KeyStroke& stroke) {
                       if (!wants) return 0;
                       offered += stroke.pressed ? stroke.text : "/";
                       return static_cast<int>(offered.size());
                   },
                   [this](int number) {
                       const auto found = answers.find(number);
                       return found == answers.end() ? std::nullopt : std::optional(found->second);
                   }};

    Reader() { now += 1h; }
    void add(Event event) { held.add(std::move(event), taker, now); }
    // What comes through, in letters: a key in capitals, typed words as they are.
    std::string through() {
        std::string all;
        for (const Event& event : held.ready(taker, now))
            all += event.kind == Event::Kind::typed ? event.text
                   : event.kind == Event::Kind::key ? std::string(1, static_cast<char>(event.letter - 'a' + 'A'))
                                                    : "?";
        return all;
    }
};

}  // namespace

TEST_CASE("where nobody wants to hear of keys they come through at once, and the others never do") {
    Reader reader;
    reader.wants = false;
    reader.add(key('a'));
    reader.add(typed("a"));
    reader.add(key('a', false));
    CHECK(reader.through() == "Aa");
    CHECK(reader.held.patience(reader.now) < 0);
}

TEST_CASE("a key is held until it is answered, and whatever comes behind it waits in its order") {
    Reader reader;
    reader.add(key('a'));
    reader.add(typed("a"));
    reader.add(key('b'));
    reader.add(typed("b"));
    CHECK(reader.offered == "ab");
    CHECK(reader.through().empty());
    CHECK(reader.held.patience(reader.now) == 300);
    reader.answers = {{2, false}};
    CHECK(reader.through().empty());  // the first has no answer yet
    reader.answers = {{1, false}, {2, true}};
    CHECK(reader.through() == "Aa");  // b is taken, with what it would have typed
    reader.add(key('c'));
    reader.add(typed("c"));
    reader.answers = {{3, false}};
    CHECK(reader.through() == "Cc");
}

TEST_CASE("letting go of a key that was taken does not bring back what it types") {
    Reader reader;
    reader.answers = {{1, true}, {2, false}};
    reader.add(key('a'));
    reader.add(key('a', false));
    reader.add(typed("a"));
    CHECK(reader.through().empty());
    reader.answers = {{3, false}};
    reader.add(key('b'));
    reader.add(typed("b"));
    CHECK(reader.through() == "Bb");
}

TEST_CASE("a reader that does not answer is waited for once, and then left alone for a while") {
    Reader reader;
    reader.add(key('a'));
    reader.now += 299ms;
    CHECK(reader.held.patience(reader.now) == 1);
    CHECK(reader.through().empty());
    reader.now += 1ms;
    CHECK(reader.held.patience(reader.now) == 0);
    CHECK(reader.through() == "A");
    reader.now += 4s;
    reader.add(key('b'));
    CHECK(reader.through() == "B");
    CHECK(reader.offered == "a");
    reader.now += 2s;
    reader.add(key('c'));
    CHECK(reader.offered == "ac");
    CHECK(reader.through().empty());
}
