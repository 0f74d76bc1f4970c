#include <stdlib.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include "tests/support/catch.h"
#include "tests/support/desktop_driver.h"
#include "tests/support/desktop_fixture.h"
#include "tests/support/desktop_tour.h"

using namespace ntk::desktop;

namespace {

// A speech dispatcher that writes down what it is asked to say.
class Dispatcher {
  public:
    explicit Dispatcher(const char* fails = "") {
        std::filesystem::remove(path_);
        setenv("NTK_SAID", path_.c_str(), 1);
        setenv("NTK_SPEECH_FAILS", fails, 1);
    }
    ~Dispatcher() {
        unsetenv("NTK_SAID");
        unsetenv("NTK_SPEECH_FAILS");
        std::filesystem::remove(path_);
    }

    std::string said() const {
        std::stringstream all;
        all << std::ifstream(path_).rdbuf();
        return all.str();
    }

    // Waits until a line has been written that begins so; the voice has a thread of its own.
    bool hears(const std::string& begin) const {
        for (int i = 0; i < 1000; ++i) {
            if (("\n" + said()).find("\n" + begin) != std::string::npos) return true;
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        return false;
    }

    std::size_t times(const std::string& line) const {
        std::size_t n = 0;
        std::stringstream all(said());
        for (std::string each; std::getline(all, each);) n += each == line ? 1 : 0;
        return n;
    }

    static DesktopOptions options() {
        DesktopOptions options = fixture_options();
        options.speech = NTK_FAKE_SPEECH;
        return options;
    }

  private:
    const std::filesystem::path path_ = std::filesystem::temp_directory_path() / "ntk-said";
};

// Waits until the window says why nothing is read aloud.
std::string problem(Driver& window) {
    for (int i = 0; i < 1000; ++i) {
        window.idle();
        if (const SemNode* told = find_id(window.tree(), "voice")) return told->name;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return "";
}

}  // namespace

TEST_CASE("nothing is read aloud, and no library loaded, before it is switched on") {
    Dispatcher dispatcher;
    Driver window(Dispatcher::options());
    window.press("Tab");
    window.press("F8");
    window.press("F9");
    CHECK(dispatcher.said() == "");
    window.press("F7");
    REQUIRE(dispatcher.hears("say Show: all 3 cases, button, closed"));
    CHECK(dispatcher.said().find("open needtoknow main\nlanguage en-GB\n") == 0);
}

TEST_CASE("what has the keyboard is read aloud with its state, and what happens is too") {
    Dispatcher dispatcher;
    Driver window(Dispatcher::options());
    window.press("F7");
    REQUIRE(dispatcher.hears("say Who needs to know what, when, and how do you tell them? heading"));
    REQUIRE(window.tab_to("Start this case: Three letters"));
    REQUIRE(dispatcher.hears("say Start this case: Three letters, button"));
    window.press("Enter");
    REQUIRE(dispatcher.hears("say Three letters, heading"));
    window.click("Begin");
    window.press("2");
    REQUIRE(
        dispatcher.hears("say Ring the clinic before you file it, and ask what Robin still needs, radio button, "
                         "chosen. Option 2"));
    window.press("Enter");
    REQUIRE(dispatcher.hears("say Do this, button. You chose: Ring the clinic"));
    window.press("Enter");
    REQUIRE(dispatcher.hears("say What followed, heading"));
    window.click("Continue");
    REQUIRE(
        dispatcher.hears("say You did not assume that somebody else would ask. heading. Kept: Do not assume that "
                         "somebody else has shared it"));
}

TEST_CASE("the voice is asked for the language chosen, also when another is chosen while it speaks") {
    Dispatcher dispatcher;
    DesktopOptions options = Dispatcher::options();
    options.settings.language = "cy";
    options.languages = {"cy"};
    Driver window(std::move(options));
    window.press("F7");
    REQUIRE(dispatcher.hears("say Who needs to know what"));
    CHECK(dispatcher.said().find("open needtoknow main\nlanguage cy\n") == 0);
    window.click("Text and colours");
    REQUIRE(dispatcher.hears("say Text and colours"));
    CHECK(dispatcher.times("language cy") == 1);
    window.click("English");
    window.press("Tab");
    REQUIRE(dispatcher.hears("language en-GB"));
}

TEST_CASE("a check box says its new state, a box of writing what is typed, and a notice itself") {
    Dispatcher dispatcher;
    Driver window(Dispatcher::options());
    window.press("F7");
    window.click("Text and colours");
    REQUIRE(window.tab_to("Ask how sure I am at each decision"));
    REQUIRE(dispatcher.hears("say Ask how sure I am at each decision, check box, off. To compare"));
    window.press("Space");
    REQUIRE(dispatcher.hears("say on"));
    window.press("Space");
    REQUIRE(dispatcher.hears("say off"));
    window.press("Ctrl+=");
    REQUIRE(dispatcher.hears("say The text is at 125%."));
    window.press("Ctrl+0");
    window.click("Close");

    tour(window, [](Driver&, const std::string&) {});
    window.click("What will you do differently next week?");
    REQUIRE(dispatcher.hears("say What will you do differently next week? text box: empty"));
    window.type("\xC3\xA9");
    REQUIRE(dispatcher.hears("say \xC3\xA9"));
    window.type(" ");
    REQUIRE(dispatcher.hears("say space"));
}

TEST_CASE("the page is read on request, and one key stops it") {
    Dispatcher dispatcher;
    Driver window(Dispatcher::options());
    window.press("F7");
    window.click("Start this case: Three letters");
    window.click("Begin");
    REQUIRE(dispatcher.hears("say The third letter, heading. The post has come. The third letter about Robin"));
    window.press("F8");
    REQUIRE(dispatcher.hears("say All cases, button."));
    const std::string all = dispatcher.said();
    const std::string page = all.substr(all.rfind("\nsay ") + 1);
    const auto at = [&](const std::string& words) {
        INFO(words);
        const std::size_t found = page.find(words);
        CHECK(found != std::string::npos);
        return found;
    };
    CHECK(at("The third letter, heading. The post has come.") < at("Ring the clinic before you file it"));
    CHECK(page.find("The post has come.", at("The post has come.") + 1) == std::string::npos);
    CHECK(at("radio button, not chosen. Option 2") < at("Do this, button"));
    const std::size_t before = dispatcher.times("cancel");
    window.press("F9");
    for (int i = 0; dispatcher.times("cancel") == before && i < 1000; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    CHECK(dispatcher.times("cancel") == before + 1);
    CHECK(dispatcher.said().substr(all.size()) == "cancel\n");
    window.press("F7");  // off: it falls silent and stays so
    window.press("Tab");
    window.press("F8");
    CHECK(dispatcher.said().find("say", all.size()) == std::string::npos);
}

TEST_CASE("without a speech dispatcher the window says so, and how to do without") {
    DesktopOptions options = fixture_options();
    options.speech = "libspeechd-that-nobody-has.so.2";
    Driver window(options);
    window.press("F7");
    CHECK(problem(window).find("the speech dispatcher is not installed. On Debian the package is called "
                               "speech-dispatcher") != std::string::npos);
    CHECK(window.faults() == std::vector<std::string>{});
    window.click("Text and colours");
    CHECK(find_id(window.tree(), "voice/problem") != nullptr);
    window.click("Close");
    REQUIRE(window.click("Switch reading aloud off"));
    CHECK(find_id(window.tree(), "voice") == nullptr);
    CHECK_FALSE(window.desktop().app().settings.speak);
}

TEST_CASE("a dispatcher that does not answer is named, and one that went away is asked once more") {
    {
        Dispatcher dispatcher("open");
        Driver window(Dispatcher::options());
        window.press("F7");
        CHECK(problem(window) ==
              "Nothing can be read aloud: the speech dispatcher does not answer. It says: Error: can't connect.");
    }
    Dispatcher dispatcher("say");
    Driver window(Dispatcher::options());
    window.press("F7");
    REQUIRE(dispatcher.hears("say Who needs to know"));
    window.press("Tab");
    REQUIRE(dispatcher.hears("close"));
    REQUIRE(dispatcher.hears("say Show: all 3 cases, button, closed"));
    CHECK(find_id(window.tree(), "voice") == nullptr);
}
