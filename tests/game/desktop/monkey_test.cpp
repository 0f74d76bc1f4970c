#include <malloc.h>
#include <stdlib.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <random>
#include <utility>

#include "game/desktop_host.h"
#include "tests/support/catch.h"
#include "tests/support/deep.h"
#include "tests/support/desktop_driver.h"
#include "tests/support/temporary_folder.h"

// Given by the address sanitizer, where there is one.
extern "C" [[gnu::weak]] std::size_t __sanitizer_get_current_allocated_bytes();

using namespace ntk;
using namespace ntk::desktop;

namespace {

// Bytes asked for and not given back; what is resident would also count what the sanitizer holds back.
std::size_t bytes_in_use() {
    if (__sanitizer_get_current_allocated_bytes != nullptr) return __sanitizer_get_current_allocated_bytes();
    return mallinfo2().uordblks;
}

// Anything a hand on a keyboard or mouse can do, and a window manager.
Event anything(std::mt19937& dice, float width, float height) {
    const auto roll = [&](unsigned sides) { return static_cast<unsigned>(dice()) % sides; };
    Event event;
    event.x = static_cast<float>(roll(static_cast<unsigned>(width)));
    event.y = static_cast<float>(roll(static_cast<unsigned>(height)));
    switch (roll(12)) {
        case 0: event.kind = Event::Kind::move; break;
        case 1:
        case 2: event.kind = Event::Kind::press; break;
        case 3:
        case 4: event.kind = Event::Kind::release; break;
        case 5:
            event.kind = Event::Kind::wheel;
            event.wheel = static_cast<float>(roll(7)) - 3;
            break;
        case 6:
            event.kind = Event::Kind::typed;
            event.text = std::string(1 + roll(3), static_cast<char>(' ' + roll(95))) + (roll(3) == 0 ? "\xC3\xA9" : "");
            break;
        default: {
            static constexpr Key keys[] = {Key::tab,       Key::tab,       Key::tab,     Key::enter,  Key::enter,
                                           Key::enter,     Key::space,     Key::left,    Key::right,  Key::up,
                                           Key::down,      Key::page_down, Key::home,    Key::end,    Key::escape,
                                           Key::backspace, Key::erase,     Key::page_up, Key::bigger, Key::smaller};
            event.key = keys[roll(std::size(keys))];
            if (roll(4) == 0) {
                event.key = Key::digit;
                event.letter = static_cast<char>('1' + roll(9));
            }
            if (roll(8) == 0) {
                event.key = Key::letter;
                event.letter = static_cast<char>('a' + roll(26));
            }
            event.shift = roll(5) == 0;
            event.control = roll(9) == 0 && event.letter != 'q';
            event.repeat = roll(20) == 0;
        }
    }
    return event;
}

// Everything the learner may have heaped up is put down, so that two moments can be compared.
void at_rest(Driver& window) {
    App& app = window.desktop().app();
    app.to_library();
    app.sessions.clear();
    app.drafts.clear();
    app.reflections.clear();
    app.open.clear();
    app.author = {};
    app.changed_facts.clear();
    app.filter = {};
    app.filters_open = false;
    app.hands.scroll().clear();
    app.set_text_size(100);
    window.resize(1280, 800, 100);
    window.idle();
}

}  // namespace

TEST_CASE("random keys and clicks break nothing and leave no memory behind") {
    // In author mode it may change cases, so it has a library of its own.
    const TemporaryFolder own;
    for (const char* part : {"scenarios", "assets"})
        std::filesystem::copy(std::filesystem::path(NTK_ROOT) / part, own.path / part,
                              std::filesystem::copy_options::recursive);
    setenv("XDG_DATA_HOME", (own.path / "data").c_str(), 1);
    const bool long_run = deep_check();
    const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(10);
    DesktopHost host(own.path);
    DesktopOptions options = host.options();
    options.settings = {};
    options.save_settings = nullptr;
    options.width = 800;
    options.height = 600;
    Driver window(options);
    window.read_library();
    // A letter that the typeface lacks brings in another one for good, so it comes before anything is measured.
    const std::string footer = std::exchange(window.desktop().app().options.footer, "\xD0\x96");
    at_rest(window);
    window.desktop().app().options.footer = footer;
    std::mt19937 dice(20'240'901);
    std::vector<std::size_t> used;
    int events = 0;
    for (int round = 0; long_run ? std::chrono::steady_clock::now() < end : round < 6; ++round) {
        for (int batch = 0; batch < (long_run ? 200 : 40); ++batch) {
            std::vector<Event> some;
            for (unsigned n = 1 + static_cast<unsigned>(dice()) % 4; n > 0; --n) {
                some.push_back(anything(dice, static_cast<float>(window.desktop().window().width()),
                                        static_cast<float>(window.desktop().window().height())));
            }
            events += static_cast<int>(some.size());
            window.desktop().step(some);
            window.desktop().app().quit = false;
            INFO("after " << events << " events:\n" << window.outline());
            REQUIRE(find_focused(window.tree()) != nullptr);
            REQUIRE(desktop::faults(window.tree(), 44 * window.desktop().scale()) == std::vector<std::string>{});
        }
        at_rest(window);
        used.push_back(bytes_in_use());
    }
    WARN(events << " events in " << used.size() << " rounds; bytes in use from " << used.front() << " to "
                << used.back());
    // Caches may fill in the first rounds; after that the use is flat.
    const std::size_t third = used.size() / 3;
    const std::size_t early = *std::max_element(used.begin() + static_cast<std::ptrdiff_t>(third),
                                                used.begin() + static_cast<std::ptrdiff_t>(2 * third));
    REQUIRE(used.back() > 100'000);  // else nothing was measured
    CHECK(used.back() < early + early / 20 + 512 * 1024);
}
