#include "game/opening.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "engine/play/attempt.h"
#include "tests/support/bad_corpus.h"
#include "tests/support/catch.h"
#include "tests/support/page_text.h"
#include "tests/support/play_world.h"
#include "tests/support/rule_packs.h"
#include "tests/support/temporary_folder.h"

using namespace ntk;
namespace fs = std::filesystem;

namespace {

// The learner's data folder, of its own for each test case.
class DataFolder {
  public:
    DataFolder() {
        if (const char* before = std::getenv("XDG_DATA_HOME")) before_ = before;
        ::setenv("XDG_DATA_HOME", temporary_.path.c_str(), 1);
    }
    ~DataFolder() { ::setenv("XDG_DATA_HOME", before_.c_str(), 1); }
    fs::path log() const { return temporary_.path / "needtoknow/attempts/two-doors.jsonl"; }

  private:
    TemporaryFolder temporary_;
    std::string before_;
};

OpenedCase opened() {
    const auto scenario = scenario_at(two_doors);
    return {scenario, rule_book(scenario->packs, scenario->as_of)};
}

Seat sit(bool keep = true, bool afresh = false, Mode mode = Mode::practice) {
    Diagnostics diagnostics;
    return take_seat(opened(), mode, 0, keep, afresh, diagnostics);
}

void decide(Seat& seat, const std::string& option) {
    REQUIRE(play(*seat.player, option).empty());
    REQUIRE(keep_place(seat, *seat.player).empty());
}

}  // namespace

TEST_CASE("a program that is killed takes up the case at the same decision") {
    const DataFolder data;
    std::string scene;
    {
        Seat seat = sit();
        CHECK(seat.note.empty());
        decide(seat, "b");
        go_to_scene(*seat.player);
        scene = page_text(seat.player->page());
    }
    Seat again = sit();
    CHECK(again.resumed);
    CHECK(again.note == "This goes on where you left the case.");
    CHECK(page_text(again.player->page()) == scene);
}

TEST_CASE("a finished case leaves nothing to take up, and neither does beginning again") {
    const DataFolder data;
    {
        Seat seat = sit();
        decide(seat, "aa");
        CHECK(fs::exists(data.log()));
        REQUIRE(play(*seat.player, "a").empty());
        go_to_scene(*seat.player);
        REQUIRE(keep_place(seat, *seat.player).empty());
        CHECK_FALSE(fs::exists(data.log()));
        REQUIRE(seat.player->apply(doing(Input::Kind::back)).empty());
        REQUIRE(keep_place(seat, *seat.player).empty());
        CHECK(fs::exists(data.log()));
    }
    Seat afresh = sit(true, true);
    CHECK_FALSE(afresh.resumed);
    CHECK(afresh.player->page().kind == PageKind::briefing);
    CHECK_FALSE(fs::exists(data.log()));
}

TEST_CASE("a case open elsewhere is played without keeping a place, and that is said") {
    const DataFolder data;
    Seat first = sit();
    decide(first, "a");
    Seat second = sit();
    REQUIRE(second.player);
    CHECK_FALSE(second.file);
    CHECK(second.note == "Your place will not be kept. " + data.log().string() +
                             ": the attempt cannot be taken up: it is open in another program.\n"
                             "go on there, or close it there first.");
    CHECK(keep_place(second, *second.player).empty());
}

TEST_CASE("a place that was changed is not taken up and not touched") {
    const DataFolder data;
    {
        Seat seat = sit();
        decide(seat, "b");
    }
    std::string log = whole_file(data.log());
    log.replace(log.find("\"option\":\"b\""), 12, "\"option\":\"a\"");
    std::ofstream(data.log(), std::ios::binary) << log;
    Diagnostics diagnostics;
    const Seat seat = take_seat(opened(), Mode::practice, 0, true, false, diagnostics);
    CHECK_FALSE(seat.player);
    CHECK(seat.note == "The place kept for this case cannot be taken up.");
    CHECK(diagnostics.render().find("error E707") != std::string::npos);
    CHECK(whole_file(data.log()) == log);
}

TEST_CASE("an assessment is gone on with, even when practice was asked for") {
    const DataFolder data;
    {
        Seat seat = sit(true, false, Mode::assessment);
        decide(seat, "b");
    }
    const Seat seat = sit();
    CHECK(seat.player->mode() == Mode::assessment);
    CHECK(seat.note == "This goes on with the assessment you began.");
}

TEST_CASE("nothing is kept when nothing shall be") {
    const DataFolder data;
    Seat seat = sit(false);
    decide(seat, "a");
    CHECK_FALSE(fs::exists(data.log()));
}

TEST_CASE("a kept place names nobody") {
    const DataFolder data;
    Seat seat = sit();
    decide(seat, "ab");
    const std::string log = whole_file(data.log());
    CHECK(log.find(data.log().parent_path().string()) == std::string::npos);
    if (const char* home = std::getenv("HOME"); home != nullptr && std::string(home).size() > 1)
        CHECK(log.find(home) == std::string::npos);
}

TEST_CASE("a report is written by its name's ending") {
    const DataFolder data;
    Seat seat = sit(false);
    decide(seat, "aaa");
    go_to_scene(*seat.player);
    const fs::path folder = data.log().parent_path().parent_path().parent_path();
    CHECK(write_report(*seat.player, folder / "r.html", "").empty());
    CHECK(whole_file(folder / "r.html").starts_with("<!DOCTYPE html>"));
    CHECK(write_report(*seat.player, folder / "r.json", "").empty());
    CHECK(write_report(*seat.player, folder / "r.jsonl", "").empty());
    CHECK(whole_file(folder / "r.jsonl") == seat.player->log());
    CHECK(write_report(*seat.player, "r.doc", "") ==
          "r.doc: the name of a report ends in .html, .pdf, .json, .csv, .txt or .jsonl (the decision log).");
    CHECK(write_report(*seat.player, folder / "r.pdf", "").empty());
    CHECK(whole_file(folder / "r.pdf").starts_with("%PDF-1.7"));
    CHECK(write_report(*seat.player, folder / "r.csv", "").empty());
    CHECK_FALSE(write_report(*seat.player, folder / "missing/r.pdf", "").empty());
    CHECK_FALSE(fs::exists(folder / "missing"));
    CHECK_FALSE(write_report(*seat.player, folder / "missing/r.html", "").empty());
}
