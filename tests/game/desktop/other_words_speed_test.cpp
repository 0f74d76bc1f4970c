#include "game/desktop_host.h"
#include "tests/support/catch.h"
#include "tests/support/desktop_driver.h"
#include "tests/support/desktop_fixture.h"
#include "tests/support/desktop_made_up.h"
#include "tests/support/made_up_words.h"

using namespace ntk;
using namespace ntk::desktop;

namespace {

using Found = std::vector<std::string>;

// A shipped case in the made-up language, played through the window.
struct MadeUpCase {
    explicit MadeUpCase(const std::string& name) : host(NTK_ROOT, std::string(made_up_language)) {
        DesktopOptions options = host.options();
        options.width = 1280;
        options.height = 800;
        window = std::make_unique<Driver>(std::move(options));
        window->read_library();
        app().start(name, false);
        show();
    }
    ~MadeUpCase() { use_program_words({}); }
    MadeUpCase(const MadeUpCase&) = delete;
    MadeUpCase& operator=(const MadeUpCase&) = delete;

    App& app() { return window->desktop().app(); }

    void show() {
        Event again;
        again.kind = Event::Kind::resize;
        window->desktop().step({again});
        while (app().work->busy()) window->desktop().catch_up(std::chrono::seconds(10));
        window->desktop().step({again});
    }

    Found english() {
        show();
        return plain_english(window->tree());
    }

    DesktopHost host;
    std::unique_ptr<Driver> window;
};

}  // namespace

TEST_CASE("a whole case in the made-up language: pages, verdicts, facts, what if and debrief have no English left") {
    for (const char* name : {"three-letters", "door-ajar"}) {
        MadeUpCase played(name);
        App& app = played.app();
        REQUIRE(app.page() != nullptr);
        int pages = 0, choice = 0, asked = 0;
        for (; pages < 80 && app.page()->kind != PageKind::debrief; ++pages) {
            const Page& page = *app.page();
            INFO(name << " " << page.id);
            for (const char* part :
                 {"file-people", "file-items", "file-agencies", "file-timeline", "file-shared", "file-recorded"})
                if (!app.is_open(part)) app.toggle(part);
            for (const VerdictView& verdict : page.feedback.verdicts) {
                const std::string id = page.id + "/" + verdict.norm;
                if (!app.is_open(id)) app.toggle(id);
                // Many facts are tried for each answer: some stand for all.
                if (asked++ % 8 == 0) app.toggle(id + "/what-if");
            }
            CHECK(played.english() == Found{});
            for (const ActForm& form : page.forms) {
                app.form = form.id;
                CHECK(played.english() == Found{});
                app.form.clear();
            }
            if (page.choices.empty()) {
                app.simple(Input::Kind::go_on);
            } else {
                const auto all = page.choices.size();
                app.chosen = page.choices[static_cast<std::size_t>(choice++) % all].id;
                app.do_chosen();
            }
            played.show();
        }
        REQUIRE(app.page()->kind == PageKind::debrief);
        CHECK(pages > 20);
        app.message.clear();  // where the report is, in a folder of this machine
        for (const char* tab : {"ending", "scores", "decisions", "map", "reflect"}) {
            INFO(name << " " << tab);
            app.debrief_tab = tab;
            CHECK(played.english() == Found{});
        }
    }
}
