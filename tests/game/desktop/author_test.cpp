#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "engine/host/source_file.h"
#include "game/desktop_host.h"
#include "tests/support/catch.h"
#include "tests/support/desktop_driver.h"
#include "tests/support/desktop_made_up.h"
#include "tests/support/made_up_words.h"
#include "tests/support/temporary_folder.h"

using namespace ntk;
using namespace ntk::desktop;
namespace fs = std::filesystem;

namespace {

// The small case of the tests in a folder of its own, open in author mode.
class AtTheDesk {
  public:
    explicit AtTheDesk(int width = 1280, int height = 800, int percent = 100, const std::string& language = {})
        : host_(NTK_ROOT, language), window_(prepared(width, height, percent)) {
        settle();
    }

    Driver& window() { return window_; }
    std::string text() const { return *read_file(file()); }
    std::string text(const std::string& name) const { return *read_file(folder_.path / name); }
    const fs::path& folder() const { return folder_.path; }
    fs::path file() const { return folder_.path / "two-doors.yaml"; }

    // As another program saves it.
    void save(const std::string& text) { save("two-doors.yaml", text); }
    void save(const std::string& name, const std::string& text) {
        fs::create_directories((folder_.path / name).parent_path());
        std::ofstream(folder_.path / name, std::ios::trunc) << text;
        settle();
    }
    void replace(const std::string& from, const std::string& to) {
        std::string changed = text();
        const std::size_t at = changed.find(from);
        REQUIRE(at != std::string::npos);
        save(changed.replace(at, from.size(), to));
    }

    void click(const std::string& name) {
        INFO(name << " in\n" << window_.outline());
        REQUIRE((window_.click(name) || (window_.click("Outline") && window_.click(name))));
        settle();
    }

    // Everything that takes long has been done, and the window shows it.
    void settle() {
        AuthorDesk& desk = *window_.desktop().app().author.desk;
        for (int look = 0; look < 25; ++look) desk.look();
        while (desk.busy()) desk.work();
        Event again;
        again.kind = Event::Kind::resize;
        window_.desktop().step({again});
    }

    // Compares with a golden file; NTK_RECORD=1 writes it instead.
    void golden(const std::string& name) {
        const std::string path = "tests/golden/desktop/author-" + name + ".txt";
        std::string now = window_.outline();
        for (std::size_t at = now.find(folder_.path.string()); at != std::string::npos;
             at = now.find(folder_.path.string()))
            now.replace(at, folder_.path.string().size(), "FOLDER");
        if (std::getenv("NTK_RECORD") != nullptr) std::ofstream(path) << now;
        INFO(path);
        CHECK(now == read_file(path).value_or(""));
        CHECK(window_.faults() == std::vector<std::string>{});
    }

  private:
    DesktopOptions prepared(int width, int height, int percent) {
        fs::copy_file(NTK_ROOT "/tests/support/two-doors.yaml", file());
        DesktopOptions options = host_.options();
        options.settings = {};
        options.settings.text_percent = percent;
        options.save_settings = nullptr;
        options.read_on = nullptr;
        options.start_author = true;
        options.author_path = file().string();
        options.width = width;
        options.height = height;
        return options;
    }

    TemporaryFolder folder_;
    DesktopHost host_;
    Driver window_;
};

const std::string gate = "D1  At the gate";

}  // namespace

TEST_CASE("every pane of author mode is described as its golden file says") {
    AtTheDesk desk;
    desk.golden("problems");
    desk.click("Files");
    desk.golden("files");
    desk.click("Map");
    desk.golden("map");
    // What follows hangs on the verdicts of the rules, which have tests of their own.
    const auto sound = [&] { CHECK(desk.window().faults() == std::vector<std::string>{}); };
    desk.click(gate);
    sound();
    CHECK(desk.window().shows("The options side by side"));
    CHECK(desk.window().shows("c. Tell the landlord, who knows the family."));
    desk.click("Not kept: GR6.2, Give nothing to those without a role");
    sound();
    desk.click("What if");
    sound();
    CHECK(find_named(desk.window().tree(), "The case, harm: ", true) != nullptr);
    desk.click("Coverage");
    sound();
    CHECK(find_named(desk.window().tree(), "Rule 1", true) != nullptr);
}

TEST_CASE("author mode says nothing of the program's that is not in the language chosen, and nothing is cut off") {
    const EnglishAfterwards afterwards;
    AtTheDesk desk(1280, 800, 100, std::string(made_up_language));
    std::vector<std::string> others = {desk.folder().string(), "two-doors.yaml", "safety"};
    for (const AuthorProblem& each : desk.window().desktop().app().author.desk->view().problems)
        for (const std::string& text : {each.problem.message, each.problem.hint})
            if (!text.empty()) others.push_back(text);  // findings are in English
    const std::vector<std::string> written =
        written_in({desk.file().string(), NTK_ROOT "/assets/rulepacks/england-2024.yaml"}, std::move(others));
    const auto all_made_up = [&](const std::string& where) {
        INFO(where);
        CHECK(plain_english(desk.window().tree(), written) == std::vector<std::string>{});
        CHECK(desk.window().faults() == std::vector<std::string>{});
    };
    all_made_up("problems");
    for (const char* pane : {"Files", "Map"}) {
        desk.click(pane);
        all_made_up(pane);
    }
    desk.click(gate);
    all_made_up("scene");
    desk.click("Change this scene");
    desk.click("Option a: Say that you may have to, tell Kay why, and ring the front door.");
    all_made_up("edit");
    desk.click("Close");
    for (const char* pane : {"What if", "Coverage"}) {
        desk.click(pane);
        all_made_up(pane);
    }
}

TEST_CASE("nothing in author mode is cut off or out of reach at any size of window and text") {
    struct Size {
        int width, height, percent;
    };
    for (const Size size : {Size{1280, 800, 200}, Size{1920, 1080, 100}, Size{640, 480, 200}}) {
        INFO(size.width << "x" << size.height << " at " << size.percent << "%");
        AtTheDesk desk(size.width, size.height, size.percent);
        const auto sound = [&] { CHECK(desk.window().faults() == std::vector<std::string>{}); };
        sound();
        desk.click(gate);
        sound();
        desk.click("Change this scene");
        desk.click("Option a: Say that you may have to, tell Kay why, and ring the front door.");
        sound();
        desk.click("Add a way on with a condition");
        desk.click("Choose a condition from a list");
        desk.click("The case");
        desk.click("The case, Harm");
        sound();
        desk.click("Close");
        for (const char* pane : {"What if", "Coverage", "Map", "Files"}) {
            desk.click(pane);
            sound();
        }
    }
}

TEST_CASE("a mistake that is saved shows at once, the scene on show stays, and so does the way back") {
    AtTheDesk desk;
    desk.click("D3  The week after");
    desk.replace("then: D2\n        meters: { safety: 2 }", "then: D7\n        meters: { safety: 2 }");
    CHECK(desk.window().shows("The file has 1 mistake now. What can be played here is the last version without one."));
    CHECK(desk.window().shows("D3, The week after"));
    desk.click("1 mistake");
    const SemNode* message = find_id(desk.window().tree(), "problem/1/message");
    REQUIRE(message != nullptr);
    CHECK(message->name.find("D7") != std::string::npos);
    desk.click(message->name);
    CHECK(find_id(desk.window().tree(), "problem/1/lines") != nullptr);
    desk.click("Show scene D1: two-doors.yaml, line 54, column 15");
    CHECK(desk.window().shows("D1, At the gate"));
    desk.replace("then: D7", "then: D2");
    CHECK_FALSE(
        desk.window().shows("The file has 1 mistake now. What can be played here is the last version without one."));
    CHECK(desk.window().shows("D1, At the gate"));
    desk.save("scenario: [\n");
    CHECK(find_named(desk.window().tree(), "The file has ", true) != nullptr);
    CHECK(desk.window().shows("D2  The form"));
    CHECK(desk.window().shows("D1, At the gate"));
}

TEST_CASE("changing a fact turns verdicts, and taking it back turns them back") {
    AtTheDesk desk;
    desk.click(gate);
    desk.click("What if");
    desk.click("Change a fact");
    desk.click("The case");
    const AuthorView& view = desk.window().desktop().app().author.desk->view();
    desk.click("harm: likely");
    desk.click("none");
    REQUIRE(view.changes.size() == 1);
    CHECK(view.changes[0].words == "The case, harm: none");
    CHECK_FALSE(view.flips.empty());
    desk.click("Close");
    CHECK(desk.window().shows("What all of this turns"));
    desk.click("Take back: The case, harm: none");
    CHECK(view.changes.empty());
    CHECK(view.flips.empty());
    CHECK_FALSE(view.flip_table.empty());
    desk.click("safety one more");
    CHECK(view.changes[0].words == "Safety: 6");
}

TEST_CASE("changes made in the window are written into the file, and nothing else is") {
    AtTheDesk desk;
    const std::string before = desk.text();
    const auto changed = [&](const std::string& from, const std::string& to) {
        std::string text = before;
        const std::size_t at = text.find(from);
        REQUIRE(at != std::string::npos);
        return text.replace(at, from.size(), to);
    };
    desk.click(gate);
    desk.click("Change this scene");
    desk.golden("edit");
    desk.click("Title");
    desk.window().press("End");
    desk.window().type(", at four");
    desk.click("Save this: Title");
    CHECK(desk.text() == changed("title: At the gate", "title: At the gate, at four"));
    CHECK(desk.window().shows("Written into the file."));
    desk.save(before);
    desk.click("Option b: Promise, and see how it goes.");
    desk.click("Leads to: C1");
    desk.click("D3  The week after");
    CHECK(desk.text() == changed("then: C1\n        flags", "then: D3\n        flags"));
    desk.save(before);
    desk.click("Withhold: \u201CMia takes bread from other children\u201D; Front door; It would harm the relationship");
    desk.click("From: Front door");
    desk.click("Landlord");
    CHECK(desk.text() == changed("from: [csc], reason", "from: [csc, landlord], reason"));
    desk.save(before);
    desk.click("Move up: option b");
    CHECK(desk.text().find("- id: b") < desk.text().find("- id: a"));
    desk.click("Move down: option b");
    CHECK(desk.text() == before);
}

TEST_CASE("ways on with conditions are added, changed and taken out, and each condition is compiled first") {
    AtTheDesk desk;
    const std::string before = desk.text();
    const auto changed = [&](const std::string& from, const std::string& to) {
        std::string text = before;
        const std::size_t at = text.find(from);
        REQUIRE(at != std::string::npos);
        return text.replace(at, from.size(), to);
    };
    const std::string plain = "then: C1\n        flags";
    desk.click(gate);
    desk.click("Change this scene");
    desk.click("Option b: Promise, and see how it goes.");
    desk.click("Add a way on with a condition");
    desk.click("When it is taken");
    desk.window().type("hunger.sent_to has cscc");
    desk.settle();
    const SemNode* fault = find_id(desk.window().tree(), "fault/D1/new-route/b/when");
    REQUIRE(fault != nullptr);
    CHECK(fault->name.find("cscc") != std::string::npos);
    CHECK_FALSE(desk.window().click("Then: D3  The week after"));

    desk.click("Choose a condition from a list");
    const SemNode* item = find_id(desk.window().tree(), "pick/D1/new-route/b/when/hunger");
    REQUIRE(item != nullptr);
    const std::string hunger = item->name;
    desk.click(hunger);
    desk.click(hunger + ", Sent to");
    desk.golden("route");
    desk.click("Front door: hunger.sent_to has csc");
    CHECK(find_id(desk.window().tree(), "fault/D1/new-route/b/when") == nullptr);
    CHECK(desk.text() == before);
    desk.click("Then: D3  The week after");
    const std::string added = "then: [ { when: hunger.sent_to has csc, then: D3 }, { then: C1 } ]\n        flags";
    CHECK(desk.text() == changed(plain, added));

    desk.click("If hunger.sent_to has csc, leads to: D3");
    desk.click("D2  The form");
    CHECK(desk.text() ==
          changed(plain, "then: [ { when: hunger.sent_to has csc, then: D2 }, { then: C1 } ]\n        flags"));
    desk.click("Otherwise leads to: C1");
    desk.click("The end");
    CHECK(desk.text() ==
          changed(plain, "then: [ { when: hunger.sent_to has csc, then: D2 }, { then: end } ]\n        flags"));
    desk.click("If hunger.sent_to has csc, leads to: D2");
    desk.click("When it is taken");
    desk.window().press("End");
    desk.window().type(" or case.harm in [likely]");
    desk.click("Save this condition");
    CHECK(desk.text().find("{ when: \"hunger.sent_to has csc or case.harm in [likely]\", then: D2 }") !=
          std::string::npos);
    desk.click("Take this way on out: if hunger.sent_to has csc or case.harm in [likely]");
    CHECK(desk.text() == changed(plain, "then: end\n        flags"));
}

TEST_CASE("the routes of a form for an act keep their meters and comments when one is changed") {
    AtTheDesk desk;
    const std::string with_remark = "          # the clinic's letter\n          - { when: any a in acts";
    desk.replace("          - { when: any a in acts", with_remark);
    const std::string before = desk.text();
    desk.click("D2  The form");
    desk.click("Change this scene");
    desk.click("Form own: Fill in the form yourself");
    desk.click("Otherwise leads to: D3");
    desk.click("The end");
    std::string wanted = before;
    wanted.replace(wanted.find("{ then: D3, meters"), 10, "{ then: end");
    CHECK(desk.text() == wanted);
    desk.save(before);
    desk.click("Add a way on with a condition");
    desk.click("When it is taken");
    desk.window().type("case.harm is likely");
    desk.settle();
    desk.click("Then: D3  The week after");
    wanted = before;
    wanted.insert(wanted.find("          - { then: D3, meters"),
                  "          - { when: case.harm is likely, then: D3 }\n");
    CHECK(desk.text() == wanted);
    // A remark would go with what it is about, so nothing is written.
    desk.click("If any a in acts have (a.items has ivf), leads to: C2");
    desk.click("Take this way on out: if any a in acts have (a.items has ivf)");
    CHECK(desk.text() == wanted);
    CHECK(find_named(desk.window().tree(), "There is a comment with what would be taken out", true) != nullptr);
}

TEST_CASE("ways on with conditions are put in another order, comments and layout and all") {
    AtTheDesk desk;
    const std::string first =
        "          # the clinic's letter\n          - { when: any a in acts have (a.items has ivf), then: C2 }\n";
    const std::string second = "          - when: case.harm is likely   # as it looks now\n            then: D3\n";
    const std::string last = "          - { then: D3, meters: { safety: 1 } }\n";
    desk.replace("          - { when: any a in acts have (a.items has ivf), then: C2 }\n", first + second);
    const std::string before = desk.text();
    REQUIRE(before.find(first + second + last) != std::string::npos);
    desk.click("D2  The form");
    desk.click("Change this scene");
    desk.click("Form own: Fill in the form yourself");
    desk.click("If case.harm is likely, leads to: D3");
    CHECK_FALSE(desk.window().shows("Move down"));  // the last way on has no condition and stays the last
    desk.click("When it is taken");
    desk.window().press("End");
    desk.window().type(" or case.harm in [possible]");
    desk.settle();
    desk.click("Move up: if case.harm is likely");
    std::string wanted = before;
    wanted.replace(wanted.find(first), first.size() + second.size(), second + first);
    CHECK(desk.text() == wanted);
    desk.click("Move down: if case.harm is likely");
    CHECK(desk.text() == before);
    desk.click("Move up: if case.harm is likely");
    desk.click("Save this condition");
    CHECK(desk.text().find("case.harm in [possible]") < desk.text().find("a.items has ivf"));
    CHECK(desk.text().find("# as it looks now") != std::string::npos);
}

TEST_CASE("a form is opened beside the cases, and its cases are moved, added and taken out") {
    AtTheDesk desk;
    const std::string form =
        "# Spring\nform: { id: spring, title: Spring form, version: 1.0.0, status: not yet tried }\n"
        "guidance: { packs: [england-2024, plymouth], as_of: 2024-09-01 }\ncases:\n"
        "  - two-doors      # the short one\n  - two-gates\n";
    std::string other = desk.text();
    other.replace(other.find("two-doors"), 9, "two-gates");
    desk.save("two-gates.yaml", other);
    desk.save("three-doors.yaml", other.replace(other.find("two-gates"), 9, "three-doors"));
    desk.save("forms/spring.yaml", form);
    desk.click("Files");
    desk.click("spring.yaml");
    CHECK(desk.window().shows("Spring form"));
    desk.golden("form");
    desk.click("Move down: two-doors");
    CHECK(desk.text("forms/spring.yaml") ==
          form.substr(0, form.find("  - two-doors")) + "  - two-gates\n  - two-doors      # the short one\n");
    desk.click("Move up: two-doors");
    CHECK(desk.text("forms/spring.yaml") == form);
    desk.click("Add a case");
    desk.click("three-doors  Two doors");
    CHECK(desk.text("forms/spring.yaml") == form + "  - three-doors\n");
    desk.click("Take out: three-doors");
    CHECK(desk.text("forms/spring.yaml") == form);
    desk.click("Take out: two-gates");
    CHECK(find_named(desk.window().tree(), "Mistake E641", true) != nullptr);
    // A form that draws from pools has a list for each.
    const std::string drawn = form.substr(0, form.find("cases:")) +
                              "draw:\n  - { take: 1, from: [two-doors, two-gates] }\n"
                              "  - { take: 1, from: [three-doors] }\n";
    desk.save("forms/spring.yaml", drawn);
    CHECK(desk.window().shows("Pool 2: 1 of these are drawn"));
    desk.click("Move down: two-doors");
    CHECK(desk.text("forms/spring.yaml").find("from: [two-gates, two-doors] }") != std::string::npos);
    desk.click("Take out: two-gates");
    CHECK(desk.text("forms/spring.yaml").find("from: [two-doors] }") != std::string::npos);
    // What another program writes is seen at once, and never written over.
    desk.save("forms/spring.yaml", form + "  - no-such-case\n");
    CHECK(desk.window().shows("3. no-such-case, which is not there"));
    CHECK(find_named(desk.window().tree(), "Mistake E642", true) != nullptr);
    std::ofstream(desk.folder() / "forms/spring.yaml", std::ios::trunc) << form << "# later\n";
    REQUIRE(desk.window().click("Move down: two-doors"));
    CHECK(desk.text("forms/spring.yaml") == form + "# later\n");
    const std::string name = (desk.folder() / "forms/spring.yaml").string();
    CHECK(find_named(desk.window().tree(), name + " has been changed by another program meanwhile", true) != nullptr);
}

TEST_CASE("a change is not made over a file that has changed underneath") {
    AtTheDesk desk;
    desk.click(gate);
    desk.click("Change this scene");
    desk.click("Option b: Promise, and see how it goes.");
    const std::string other = desk.text() + "# one more line\n";
    std::ofstream(desk.file(), std::ios::trunc) << other;  // and the window has not looked yet
    REQUIRE(desk.window().click("Move up: option b"));
    CHECK(desk.text() == other);
    CHECK(desk.window().shows(desk.file().string() +
                              " has been changed by another program meanwhile, so nothing was written. Look at it "
                              "again, and then make the change once more."));
}

TEST_CASE("the library leads to its folder in author mode") {
    DesktopHost host(NTK_ROOT);
    DesktopOptions options = host.options();
    options.save_settings = nullptr;
    options.settings = {};
    Driver window(options);
    window.read_library();
    window.idle();
    Event again;
    again.kind = Event::Kind::resize;
    window.desktop().step({again});
    REQUIRE(window.click("Write and check cases"));
    CHECK(window.shows("Cases in this folder"));
    REQUIRE(window.click("friday-club.yaml"));
    CHECK(window.shows("Friday club"));
    window.press("Escape");
    CHECK(window.shows("Who needs to know what, when, and how do you tell them?"));
}
