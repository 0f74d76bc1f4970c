#include <algorithm>
#include <filesystem>
#include <fstream>

#include "engine/host/key_files.h"
#include "engine/host/library.h"
#include "engine/host/source_file.h"
#include "engine/host/store/assessment_desk.h"
#include "engine/host/store/sealed_review.h"
#include "game/assessor_desk.h"
#include "tests/support/assessment_world.h"
#include "tests/support/catch.h"
#include "tests/support/desktop_driver.h"
#include "tests/support/desktop_fixture.h"
#include "tests/support/temporary_folder.h"

using namespace ntk;
using namespace ntk::desktop;
namespace fs = std::filesystem;

namespace {

std::string bytes_of(const fs::path& file) { return read_file(file).value_or(""); }

ResultStore store_at(const fs::path& path) {
    Diagnostics diagnostics;
    auto store = ResultStore::open(path, diagnostics);
    REQUIRE(store);
    return std::move(*store);
}

// The assessor's screens over real stores in a folder of their own, and learners who take what is set there.
class AssessorsRoom {
  public:
    AssessorsRoom() : window_(prepared()) {
        std::ofstream(form()) << "form: { id: tiny, title: A tiny form, version: 1.0.0, status: for tests }\n"
                                 "guidance: { packs: [england-2024, plymouth], as_of: 2024-09-01 }\n"
                                 "cases: [three-letters, door-ajar]\n";
    }

    std::string at(const std::string& name) const { return (folder_.path / name).string(); }
    std::string form() const { return at("tiny.yaml"); }
    Driver& window() { return window_; }
    App& app() { return window_.desktop().app(); }
    desktop::AssessorDesk& desk() { return *app().assessor.desk; }

    AssessorTold set(const std::string& store, const std::string& keep_days = "30") {
        return desk().make({form(), at(store), "A course", "Ann", keep_days, ""});
    }
    AssessorList listed() {
        AssessorList list;
        REQUIRE(desk().list(list).done);
        return list;
    }

    // A learner who takes the first of everything, to a page of this id. Returns the pseudonym.
    std::string take(const std::string& store, const std::string& until) {
        ResultStore opened_store = store_at(at(store));
        Diagnostics diagnostics;
        ntk::Problem problem;
        PinnedShelf shelf({NTK_ROOT, {}, {}});
        auto learner =
            AssessmentDesk::open(opened_store, opened_store.assessments()->back(), "", shelf, diagnostics, problem);
        REQUIRE(learner);
        REQUIRE(answer_until(*learner, until) == "");
        return learner->session().learner();
    }

    void click(const std::string& name) {
        INFO(name << " in\n" << window_.outline());
        REQUIRE(window_.click(name));
        CHECK(window_.faults() == std::vector<std::string>{});
    }
    void write(const std::string& label, const std::string& words) {
        click(label);
        window_.type(words);
    }

  private:
    static DesktopOptions prepared() {
        DesktopOptions options = fixture_options();
        options.assessor = [] { return open_assessor_desk(NTK_ROOT); };
        options.start_assessor = true;
        return options;
    }

    TemporaryFolder folder_;
    Driver window_;
};

std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

TEST_CASE("what is missing in a new assessment is said all at once, and nothing is made") {
    AssessorsRoom room;
    const AssessorTold none = room.desk().make({});
    CHECK_FALSE(none.done);
    CHECK(none.problems.size() == 5);
    CHECK_FALSE(room.set("room.store", "a year").done);
    std::ofstream(room.form(), std::ios::app) << "pass: { cut: 700 }\ncasses: [a]\n";
    const AssessorTold wrong = room.set("room.store");
    CHECK_FALSE(wrong.done);
    CHECK(wrong.problems.size() == 2);
    CHECK(wrong.problems[0].place.find("tiny.yaml, line 4") != std::string::npos);
    CHECK_FALSE(wrong.problems[1].hint.empty());
    CHECK_FALSE(fs::exists(room.at("room.store")));
}

TEST_CASE("from a new store to a decision beside the proposal, in the window") {
    AssessorsRoom room;
    REQUIRE(room.set("room.store").done);
    const std::string done = room.take("room.store", "assessment/done");
    const std::string under_way = room.take("room.store", "D2");
    room.write("Where the store is", room.at("room.store"));
    room.click("Open this store");
    CHECK(room.window().shows("A tiny form 1.0.0, set " + day_text(today_in_days()) + ", 2 cases"));
    CHECK(room.window().shows("In progress: 1"));
    CHECK(room.window().shows("Case 1 of 2, 1 decision in it, 1 decision in all."));
    CHECK(room.window().shows("Handed in: 1"));

    room.click("Show the result: " + done);
    const desktop::AssessorResult& result = room.app().assessor.result;
    CHECK(room.window().shows("Not yet, as far as the engine can tell"));
    CHECK(result.doubt.empty());
    REQUIRE_FALSE(result.criticals.empty());
    for (const auto* all : {&result.criticals, &result.losses})
        for (const AssessorVerdict& shown : *all) {
            INFO(shown.verdict.norm);
            CHECK_FALSE(shown.did.empty());
            CHECK_FALSE(shown.verdict.because.empty());
            CHECK_FALSE(shown.verdict.citations.empty());
            CHECK(room.window().shows(shown.did));
            CHECK(room.window().shows(shown.verdict.because));
        }
    room.click("Referred to another assessor");
    room.write("Who decides (name or initials)", "kim");
    room.write("Why, in words that the learner may read", "The second case was interrupted.");
    room.click("Note this decision");
    CHECK(room.window().shows("Noted: Referred to another assessor. What was noted before stays beside it."));
    CHECK(room.window().shows("Not yet, as far as the engine can tell"));
    CHECK(room.window().shows("kim, " + day_text(today_in_days())));
    const SemNode* reason = find_id(room.window().tree(), "note/1/why");
    REQUIRE(reason != nullptr);
    CHECK(shared(reason->rect, reason->clip).h >= reason->rect.h);  // the heading comes with what stands below it
    {
        ResultStore store = store_at(room.at("room.store"));
        const auto sessions = store.sessions();
        REQUIRE(sessions->size() == 2);
        const std::vector<StoredReview> expected = {
            {today_in_days(), "kim", "refer", "The second case was interrupted."}};
        CHECK(*store.reviews((*sessions)[0]) == expected);
        CHECK(store.reviews((*sessions)[1])->empty());
    }
    // One more note, sealed: first with a passphrase that does not fit, then with the one that does.
    REQUIRE(write_new_key(room.at("kim"), Secret("a b c"), KeyCost::light));
    room.click("A note only, for a correction");
    room.write("Why, in words that the learner may read", "The first case was whole.");
    room.write("Your key file, to seal it with (may stay empty)", room.at("kim.key"));
    room.click("Note this decision");
    CHECK(room.window().shows("Write the passphrase of your key, or leave the key out."));
    room.write("The passphrase of your key (shown as dots)", "a b");
    CHECK_FALSE(room.window().shows("a b"));
    room.click("Note this decision");
    CHECK(room.window().shows(room.at("kim.key") + ": the passphrase does not fit this key."));
    CHECK(room.app().assessor.result.notes.size() == 1);
    room.write("The passphrase of your key (shown as dots)", "a b c");
    room.click("Note this decision");
    REQUIRE(room.app().assessor.result.notes.size() == 2);
    CHECK(room.app().assessor.result.notes[0].seal == "Not sealed.");
    CHECK(room.app().assessor.result.notes[1].seal.starts_with("Sealed with key "));
    CHECK(room.window().shows("The first case was whole."));
    {
        Diagnostics diagnostics;
        ResultStore store = store_at(room.at("room.store"));
        const std::vector<StoredSession> sessions = *store.sessions();
        const auto text = bytes_of(room.at("kim.pub"));
        const auto key = read_public_key(text, diagnostics.add_source("kim.pub", text), diagnostics);
        REQUIRE(key);
        bool holds = false;
        CHECK(seal_words(sessions[0], (*store.reviews(sessions[0]))[1], &*key, holds).ends_with("the seal holds."));
        CHECK(holds);
    }
    room.write("The folder it goes to", room.at("saved"));
    room.click("Save the report");
    std::vector<std::string> names;
    for (const char* name :
         {"assessment.html", "assessment.json", "assessment.pdf", "decision-2.json", "decision-2.json.minisig",
          "door-ajar.csv", "door-ajar.html", "door-ajar.json", "door-ajar.jsonl", "door-ajar.pdf", "three-letters.csv",
          "three-letters.html", "three-letters.json", "three-letters.jsonl", "three-letters.pdf"})
        names.push_back(done + "-" + name);
    CHECK(names_in(room.at("saved")) == names);
    CHECK(room.window().shows("Saved: 15 files in " + room.at("saved")));
    const std::string page = bytes_of(room.at("saved/" + done + "-assessment.html"));
    CHECK(page.find("The second case was interrupted.") != std::string::npos);
    CHECK(page.find("Proposal: Not yet, as far as the engine can tell.") != std::string::npos);

    room.click("Sessions");
    CHECK(room.window().shows("Decided: 1"));
    room.click("Show the result: " + under_way);
    CHECK(room.window().shows("Nothing yet: this session is not handed in"));
    CHECK_FALSE(room.window().shows("Met"));  // only to make void, or a note
    CHECK(room.window().shows("Void: it does not count"));
}

TEST_CASE("results go from room to room through the window, and what was altered is refused") {
    AssessorsRoom room;
    REQUIRE(room.set("room.store").done);
    const std::string learner = room.take("room.store", "assessment/done");
    room.take("room.store", "D2");
    CHECK(room.desk().export_to(room.at("stick"), false).words == "1 result file written to " + room.at("stick"));
    CHECK(room.desk().export_to(room.at("all"), true).words == "2 result files written to " + room.at("all"));
    CHECK(room.desk().back_up(room.at("copy.store")).done);
    CHECK_FALSE(room.desk().back_up(room.at("copy.store")).done);  // never over something

    REQUIRE(room.set("other.store").done);
    std::vector<AssessorGathered> gathered;
    CHECK(room.desk().gather({room.at("stick")}, gathered).words ==
          "1 taken in, 0 extended, 0 known already, 0 refused.");
    CHECK(room.desk().gather({room.at("stick")}, gathered).words ==
          "0 taken in, 0 extended, 1 known already, 0 refused.");
    const std::string file = fs::directory_iterator(room.at("stick"))->path().string();
    std::string altered = bytes_of(file);
    char& digit = altered[altered.find(learner) + 2];  // of the pseudonym
    digit = digit == '0' ? '1' : '0';
    std::ofstream(file) << altered;
    CHECK(room.desk().gather({file}, gathered).words == "0 taken in, 0 extended, 0 known already, 1 refused.");
    REQUIRE(gathered.back().problems.size() == 1);
    CHECK(gathered.back().problems[0].code == "E752");
    CHECK(room.listed().rows.size() == 1);
    CHECK(room.listed().rows[0].learner == learner);
}

TEST_CASE("a store that is none is refused in words, and what was open stays open") {
    AssessorsRoom room;
    REQUIRE(room.set("room.store").done);
    std::ofstream(room.at("letter.txt")) << "Dear Ann,\n";
    const AssessorTold told = room.desk().open(room.at("letter.txt"));
    CHECK_FALSE(told.done);
    REQUIRE(told.problems.size() == 1);
    CHECK(told.problems[0].code == "E740");
    CHECK(room.listed().path == room.at("room.store"));
    CHECK_FALSE(room.set("room.store", "31").done);  // its records are kept for 30 days
    CHECK(room.listed().assessments.size() == 1);
}
