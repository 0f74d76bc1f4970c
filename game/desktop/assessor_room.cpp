#include "game/desktop/assessor_room.h"

#include <chrono>
#include <utility>

#include "engine/text/said.h"
#include "game/desktop/state.h"

namespace ntk::desktop {

namespace {

using Pane = AssessorRoom::Pane;

// Too short to be felt; most of what is asked for is done by then.
constexpr std::chrono::milliseconds patience(40);

// What is asked of the desk, and what is done with its answer on the window's thread.
using Asked = std::function<AssessorTold(AssessorDesk&)>;
using Then = std::function<void(const AssessorTold&)>;

void ask(App& app, const std::string& what, Asked asked, Then then) {
    AssessorRoom& room = app.assessor;
    if (room.asked != 0) return app.say(room.asked_what + " " + "Wait until that is done."_en, Tone::waiting);
    room.problems.clear();
    app.message.clear();
    const Work::Job job = [&app, asked = std::move(asked), then = std::move(then), desk = room.desk]() -> Work::Then {
        const auto told = std::make_shared<AssessorTold>(asked(*desk));
        return [&app, told, then] {
            app.assessor.asked = 0;
            app.assessor.problems = told->problems;
            then(*told);
            if (!told->words.empty()) app.say(told->words, told->done ? Tone::kept : Tone::missed);
            if (app.where == App::Where::assessor && app.assessor.pane != Pane::result) app.hands.rewind("main");
            if (!told->done) app.hands.focus_on("title", true);
            if (const auto more = std::exchange(app.assessor.dropped, {}); !more.empty()) assessor_gather(app, more);
        };
    };
    if (!app.work) return job()();
    room.asked_what = what;
    room.asked = app.work->start(job);
    app.work->finish(patience);
}

// Says what is missing before anything can be asked for, and gives the keyboard to `id`.
void refuse(App& app, const std::string& words, const std::string& id = "title") {
    app.say(words, Tone::missed);
    app.hands.focus_on(id, true);
}

void show(App& app, Pane pane) {
    app.assessor.pane = pane;
    if (app.where == App::Where::assessor) app.settle_on_page();
}

std::string written(App& app, const char* name) { return assessor_box(app, name).text; }

// Reads the list anew after something that may have changed it, and goes on with `then`.
AssessorTold with_list(AssessorDesk& desk, AssessorTold told, AssessorList& into) {
    if (!told.done) return told;
    const AssessorTold read = desk.list(into);
    return read.done ? told : read;
}

// Asks for something about the store that is open, and shows its list as it is then.
void ask_and_list(App& app, const std::string& what, Asked asked, std::function<void()> then) {
    const auto list = std::make_shared<AssessorList>();
    ask(
        app, what, [asked = std::move(asked), list](AssessorDesk& desk) { return with_list(desk, asked(desk), *list); },
        [&app, list, then = std::move(then)](const AssessorTold& told) {
            if (!told.done) return;
            app.assessor.list = std::move(*list);
            if (then) then();
        });
}

}  // namespace

TextEdit& assessor_box(App& app, const std::string& name) { return app.assessor.written[name]; }

void App::open_assessor(const std::string& store) {
    if (!options.assessor) return;
    if (assessor.asked != 0 && work) work->drop(assessor.asked);
    assessor = AssessorRoom();
    assessor.desk = options.assessor();
    where = Where::assessor;
    problems.clear();
    settle_on_page();
    if (store.empty()) return;
    assessor_box(*this, "store").type(store);
    assessor_open(*this, store);
}

void assessor_open(App& app, const std::string& store) {
    if (store.empty()) return refuse(app, "Write where the store is."_en);
    ask_and_list(
        app, "The store is being opened."_en, [store](AssessorDesk& desk) { return desk.open(store); },
        [&app] { show(app, Pane::sessions); });
}

void assessor_show_new(App& app) {
    show(app, Pane::make);
    if (app.assessor.forms_read) return;
    const auto forms = std::make_shared<std::vector<AssessorForm>>();
    ask(
        app, "The forms are being read and proved."_en,
        [forms](AssessorDesk& desk) {
            *forms = desk.forms();
            AssessorTold told;
            told.done = true;
            return told;
        },
        [&app, forms](const AssessorTold&) {
            app.assessor.forms = std::move(*forms);
            app.assessor.forms_read = true;
        });
}

void assessor_make(App& app) {
    AssessorTerms terms;
    terms.form = app.assessor.form;
    terms.store = written(app, "new-store");
    terms.purpose = written(app, "purpose");
    terms.contact = written(app, "contact");
    terms.keep_days = written(app, "keep-days");
    if (app.assessor.limited) {
        terms.limit_minutes = written(app, "limit");
        if (terms.limit_minutes.empty()) return refuse(app, "Write how many minutes there are."_en);
    }
    ask_and_list(
        app, "The assessment is being set."_en, [terms](AssessorDesk& desk) { return desk.make(terms); },
        [&app] { show(app, Pane::sessions); });
}

void assessor_refresh(App& app) {
    ask_and_list(app, "The store is being read again."_en,
                 [](AssessorDesk&) {
                     AssessorTold told;
                     told.done = true;
                     told.words = "Read again."_en;
                     return told;
                 },
                 {});
}

void assessor_gather(App& app, const std::vector<std::string>& files) {
    if (files.empty() || files.front().empty()) return refuse(app, "Write which file to gather."_en);
    const auto gathered = std::make_shared<std::vector<AssessorGathered>>();
    ask_and_list(
        app, "Results are being gathered: every log is replayed."_en,
        [files, gathered](AssessorDesk& desk) { return desk.gather(files, *gathered); },
        [&app, gathered] {
            auto& all = app.assessor.gathered;
            all.insert(all.begin(), gathered->begin(), gathered->end());
            assessor_box(app, "gather") = TextEdit();
            if (app.assessor.pane != Pane::carry && app.assessor.pane != Pane::result) show(app, Pane::carry);
        });
}

void assessor_export(App& app) {
    const std::string folder = written(app, "export");
    if (folder.empty()) return refuse(app, "Write the folder that the result files go to."_en);
    ask(
        app, "Result files are being written."_en,
        [folder, all = app.assessor.export_all](AssessorDesk& desk) { return desk.export_to(folder, all); },
        [](const AssessorTold&) {});
}

void assessor_back_up(App& app) {
    const std::string file = written(app, "backup");
    if (file.empty()) return refuse(app, "Write a file name for the copy."_en);
    ask(
        app, "The store is being copied."_en, [file](AssessorDesk& desk) { return desk.back_up(file); },
        [](const AssessorTold&) {});
}

void assessor_show_result(App& app, const std::string& session) {
    const auto result = std::make_shared<AssessorResult>();
    ask(
        app, "The result is being made again from its decision logs."_en,
        [session, result](AssessorDesk& desk) { return desk.result(session, *result); },
        [&app, session, result](const AssessorTold& told) {
            if (!told.done) return;
            AssessorRoom& room = app.assessor;
            if (room.result.row.id != session) {  // what was written about another learner never goes to this one
                room.decision.clear();
                room.written.erase("reason");
            }
            room.result = std::move(*result);
            app.open.clear();
            app.hands.rewind("file");
            show(app, Pane::result);
        });
}

void assessor_decide(App& app) {
    AssessorRoom& room = app.assessor;
    const std::string who = written(app, "assessor"), why = written(app, "reason"), what = room.decision;
    if (what.empty()) return refuse(app, "Choose what you decide."_en, "decide/" + room.result.choices.front().first);
    if (who.empty()) return refuse(app, "Write who decides: your name or initials."_en, "assessor");
    if (why.empty()) return refuse(app, "Write the reason. The learner may read it."_en, "reason");
    AssessorWritten decided{what, who, why, written(app, "key-file"), nullptr};
    if (!decided.key_file.empty() && assessor_box(app, "passphrase").text.empty())
        return refuse(app, "Write the passphrase of your key, or leave the key out."_en, "passphrase");
    if (!decided.key_file.empty())
        decided.passphrase = std::make_shared<Secret>(assessor_box(app, "passphrase").take_hidden());
    const auto result = std::make_shared<AssessorResult>();
    ask_and_list(
        app,
        decided.key_file.empty() ? "The decision is being noted."_en : "The decision is being sealed and noted."_en,
        [session = room.result.row.id, decided, result](AssessorDesk& desk) {
            const AssessorTold told = desk.decide(session, decided);
            if (!told.done) return told;
            const AssessorTold read = desk.result(session, *result);
            return read.done ? told : read;
        },
        [&app, result] {
            AssessorRoom& here = app.assessor;
            if (here.result.row.id == result->row.id) here.result = std::move(*result);
            here.decision.clear();
            here.written.erase("reason");
            app.hands.focus_on("notes/title", true);
        });
}

void assessor_save(App& app) {
    const std::string folder = written(app, "save");
    if (folder.empty()) return refuse(app, "Write the folder that the report goes to."_en, "save");
    ask(
        app, "The report is being saved."_en,
        [session = app.assessor.result.row.id, folder](AssessorDesk& desk) { return desk.save(session, folder); },
        [](const AssessorTold&) {});
}

void assessor_dropped(App& app, const std::string& path) {
    switch (app.assessor.pane) {
        case Pane::start: return assessor_open(app, path);
        case Pane::make:
            app.say("A form is chosen from the list; a file cannot be dropped here."_en, Tone::waiting);
            return;
        case Pane::sessions:
        case Pane::carry:
        case Pane::result:
            if (app.assessor.asked != 0) return app.assessor.dropped.push_back(path);
            return assessor_gather(app, {path});
    }
}

void assessor_back(App& app) {
    switch (app.assessor.pane) {
        case Pane::start: return app.to_library();
        case Pane::make:
        case Pane::sessions: return show(app, Pane::start);
        case Pane::carry:
        case Pane::result: return show(app, Pane::sessions);
    }
}

std::string word_for(SessionState state) {
    switch (state) {
        case SessionState::not_begun: return "Not begun"_en;
        case SessionState::in_progress: return "In progress"_en;
        case SessionState::handed_in: return "Handed in"_en;
        case SessionState::waits: return "Waits for an assessor"_en;
        case SessionState::decided: return "Decided"_en;
    }
    return "";
}

}  // namespace ntk::desktop
