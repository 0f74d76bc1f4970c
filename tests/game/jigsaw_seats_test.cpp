#include "game/jigsaw_seats.h"

#include <stdlib.h>

#include "tests/support/bad_corpus.h"
#include "tests/support/catch.h"
#include "tests/support/jigsaw_world.h"
#include "tests/support/play_world.h"
#include "tests/support/temporary_folder.h"

using namespace ntk;
namespace fs = std::filesystem;

namespace {

// A data folder of its own for one test.
struct DataFolder : TemporaryFolder {
    std::string before;
    DataFolder() {
        if (const char* old = ::getenv("XDG_DATA_HOME")) before = old;
        ::setenv("XDG_DATA_HOME", path.c_str(), 1);
    }
    ~DataFolder() { ::setenv("XDG_DATA_HOME", before.c_str(), 1); }
    bool has_place() const { return has_saved_jigsaw(path / "needtoknow", "small-family"); }
};

JigsawSeats seats(bool keep = true, bool afresh = false) {
    Diagnostics diagnostics;
    JigsawSeats taken = take_jigsaw_seats(small_jigsaw(), keep, afresh, diagnostics);
    CHECK(diagnostics.render() == "");
    REQUIRE(taken.player);
    return taken;
}

}  // namespace

TEST_CASE("the place in a jigsaw is kept chair by chair, and taken up there") {
    const DataFolder data;
    std::string log;
    {
        JigsawSeats taken = seats();
        CHECK_FALSE(taken.resumed);
        REQUIRE(play(*taken.player, "aab") == "");
        CHECK(keep_jigsaw_place(taken) == "");
        log = taken.player->players()[0].log();
    }
    CHECK(data.has_place());
    JigsawSeats again = seats();
    CHECK(again.resumed);
    CHECK(again.player->page().id == "chair-3");
    CHECK(again.player->players()[0].log() == log);
    REQUIRE(play(*again.player, "a") == "");
    REQUIRE(again.player->page().kind == PageKind::picture);
    CHECK(keep_jigsaw_place(again) == "");
    CHECK_FALSE(data.has_place());  // it is over
}

TEST_CASE("a place is dropped by beginning again, and none is kept when none is wanted") {
    const DataFolder data;
    {
        JigsawSeats taken = seats();
        REQUIRE(play(*taken.player, "a") == "");
        keep_jigsaw_place(taken);
    }
    CHECK(seats(false).player->page().id == "chair-1");
    CHECK(data.has_place());
    CHECK(seats(true, true).player->page().id == "chair-1");
    CHECK_FALSE(data.has_place());
}

TEST_CASE("two windows cannot keep the same jigsaw, and the second says so") {
    const DataFolder data;
    const JigsawSeats first = seats();
    const JigsawSeats second = seats();
    CHECK(second.files.empty());
    CHECK(second.note.starts_with("Your place will not be kept."));
}

TEST_CASE("a place that was changed is left as it is") {
    const DataFolder data;
    {
        JigsawSeats taken = seats();
        REQUIRE(play(*taken.player, "a") == "");
        REQUIRE(taken.files[0].save("not a log\n"));
    }
    Diagnostics diagnostics;
    const JigsawSeats again = take_jigsaw_seats(small_jigsaw(), true, false, diagnostics);
    CHECK_FALSE(again.player);
    CHECK(again.note == "The place kept for this jigsaw cannot be taken up.");
    CHECK(diagnostics.render().find("E700") != std::string::npos);
    CHECK(data.has_place());
}

TEST_CASE("the name of a report says what it is to be") {
    const DataFolder data;
    const JigsawPlayer player(small_jigsaw().jigsaw, played_chairs({"aa", "a", "a"}), small_jigsaw().planned);
    for (const char* name : {"a.html", "a.json", "a.txt"}) {
        CHECK(write_jigsaw_report(player, data.path / name) == "");
        CHECK(whole_file(data.path / name).find("Mia has had toothache since March.") != std::string::npos);
    }
    CHECK(write_jigsaw_report(player, data.path / "a.pdf") == "");
    CHECK(whole_file(data.path / "a.pdf").starts_with("%PDF-"));
    CHECK(write_jigsaw_report(player, "a.doc") ==
          "a.doc: the name of a jigsaw's report ends in .html, .pdf, .json or .txt.");
}
