#include "game/desktop/screen_reader/screen_reader.h"

#include <stdlib.h>

#include <chrono>
#include <map>
#include <thread>

#include "tests/support/catch.h"
#include "tests/support/desktop_driver.h"
#include "tests/support/desktop_fixture.h"

using namespace ntk::desktop;

// What a screen reader is told over the bus is tested with a real one in tests/xvfb/reader_*.

namespace {

// Variables as a session sets them; put back at the end.
class Surroundings {
  public:
    ~Surroundings() {
        for (const auto& [name, value] : before_) {
            if (value.empty())
                unsetenv(name.c_str());
            else
                setenv(name.c_str(), value.c_str(), 1);
        }
    }
    void set(const std::string& name, const std::string& value) {
        const char* was = std::getenv(name.c_str());
        before_.emplace(name, was != nullptr ? was : "");
        setenv(name.c_str(), value.c_str(), 1);
    }

  private:
    std::map<std::string, std::string> before_;
};

}  // namespace

TEST_CASE("libraries for screen readers are only looked for in a session with a bus") {
    Surroundings session;
    for (const char* name : {"NO_AT_BRIDGE", "AT_SPI_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"})
        session.set(name, "");
    CHECK_FALSE(session_has_bus());
    session.set("XDG_RUNTIME_DIR", "tests");  // there is no socket in it
    CHECK_FALSE(session_has_bus());
    session.set("DBUS_SESSION_BUS_ADDRESS", "disabled:");
    CHECK_FALSE(session_has_bus());
    session.set("DBUS_SESSION_BUS_ADDRESS", "unix:path=somewhere");
    CHECK(session_has_bus());
    session.set("NO_AT_BRIDGE", "1");
    CHECK_FALSE(session_has_bus());
    session.set("NO_AT_BRIDGE", "");
    session.set("DBUS_SESSION_BUS_ADDRESS", "");
    session.set("AT_SPI_BUS_ADDRESS", "unix:path=somewhere");
    CHECK(session_has_bus());
}

TEST_CASE("a library that is not there, or is something else, leaves the window alone") {
    Surroundings session;
    session.set("NO_AT_BRIDGE", "");
    session.set("DBUS_SESSION_BUS_ADDRESS", "unix:path=somewhere");
    for (const char* library : {"/nowhere/needtoknow-screen-reader.so", "libm.so.6", NTK_ROOT "/README.md"}) {
        ScreenReader reader;
        reader.start(library, [] {});
        for (int i = 0; reader.listening() && i < 500; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
        INFO(library);
        CHECK_FALSE(reader.listening());
        reader.show({});
        CHECK(reader.take().empty());
    }
    ScreenReader none;
    none.start("", [] {});
    CHECK_FALSE(none.listening());
}

TEST_CASE("what is asked for through a screen reader is done as a key does it") {
    Driver window(fixture_options());
    const auto id_of = [&](const std::string& name) {
        const SemNode* found = find_named(window.tree(), name);
        REQUIRE(found != nullptr);
        return found->id;
    };
    const auto ask = [&](ReaderRequest::Kind kind, const std::string& id, const std::string& text = "") {
        window.desktop().answer({kind, id, text});
        window.idle();
    };
    ask(ReaderRequest::Kind::press, id_of("Start this case: Three letters"));
    CHECK(window.focused() == "Three letters");
    ask(ReaderRequest::Kind::press, "nobody has this id");
    ask(ReaderRequest::Kind::press, "title");  // a heading has nothing to press
    CHECK(window.focused() == "Three letters");
    ask(ReaderRequest::Kind::press, id_of("Begin"));
    const std::string option = "Ring the clinic before you file it, and ask what Robin still needs";
    ask(ReaderRequest::Kind::focus, id_of(option));
    CHECK(window.focused() == option);
    CHECK_FALSE(find_named(window.tree(), option)->checked);
    ask(ReaderRequest::Kind::press, id_of(option));
    CHECK(find_named(window.tree(), option)->checked);
    ask(ReaderRequest::Kind::press, id_of("Do this"));
    CHECK(window.focused() == "What followed");

    ask(ReaderRequest::Kind::press, id_of("Continue"));
    ask(ReaderRequest::Kind::press, id_of("Continue"));
    ask(ReaderRequest::Kind::press, id_of("Put the package together yourself"));
    REQUIRE(window.tab_to("What do you write down, and why?"));
    const std::string box = find_focused(window.tree())->id;
    ask(ReaderRequest::Kind::write, box, "First.");
    ask(ReaderRequest::Kind::write, box, "D\xC3\xA9j\xC3\xA0.\x07");
    CHECK(find_id(window.tree(), box)->value == "D\xC3\xA9j\xC3\xA0.");
    CHECK(find_id(window.tree(), box)->caret == 5);
    ask(ReaderRequest::Kind::write, "title", "A heading holds no writing");
    CHECK(window.faults() == std::vector<std::string>{});
}
