#include <filesystem>

#include "engine/host/run_program.h"
#include "game/tool/graph.h"
#include "game/tool/paths.h"
#include "game/tool/random.h"
#include "tests/support/catch.h"
#include "tests/support/command_run.h"
#include "tests/support/play_world.h"

using namespace ntk;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

const std::string doors = std::string(NTK_ROOT) + "/" + two_doors;

}  // namespace

TEST_CASE("paths says what was proved, what was judged and what to mend") {
    const Ran ran = run_command<tool::PathsCommand>({"paths", doors, "--budget", "60"});
    CHECK(ran.err == "");
    CHECK(ran.code == 1);  // two doors lets habits pass; it is for tests only
    CHECK(has(ran.out, "Two doors (two-doors 1.2.0)\n"));
    CHECK(has(ran.out, "  12 different ways, of 3 decisions (10 states looked at).\n"));
    CHECK(has(ran.out, "  The scene C2 is come to by a form only.\n"));
    CHECK(has(ran.out, "  every way by the options: 21 decisions\n"));
    CHECK(has(ran.out, "  ! the habit 'share all' passes\n"));
    CHECK(has(ran.out, "  D2   week 1, Tuesday 09.00 to week 1, Wednesday 09.00\n"));
    CHECK(run_command<tool::PathsCommand>({"paths"}).code == 2);
    CHECK(run_command<tool::PathsCommand>({"paths", "no-such-file.yaml"}).code == 3);
    const Ran record = run_command<tool::PathsCommand>({"paths", doors, "--record"});
    CHECK(record.code == 3);
    CHECK(record.err == "There is no plan beside " + doors + ".\n");
}

TEST_CASE("random plays as often as asked and shows what was met") {
    const Ran ran = run_command<tool::RandomCommand>({"random", doors, "--seed", "3", "--runs", "20"});
    CHECK(ran.err == "");
    CHECK(ran.code == 0);
    CHECK(has(ran.out, "20 runs from seed 3, 60 decisions, 0 failures; "));
    CHECK(has(ran.out, "\n2 of 2 endings met\n7 of 7 options taken, so many times each:\n"));
    CHECK(has(ran.out, "GR1.1   yes        yes"));
    CHECK(run_command<tool::RandomCommand>({"random", doors, "--seed", "3", "--runs", "20"}).out == ran.out);
    CHECK(run_command<tool::RandomCommand>({"random", doors, "--runs", "0"}).code == 2);
}

TEST_CASE("graph writes the map in the form asked for") {
    CHECK(run_command<tool::GraphCommand>({"graph", doors})
              .out.starts_with("Two doors\n\n5 scenes, of which 3 are decisions."));
    CHECK(run_command<tool::GraphCommand>({"graph", doors, "--as", "mermaid"}).out.starts_with("flowchart TD\n"));
    CHECK(
        run_command<tool::GraphCommand>({"graph", doors, "--as", "dot"}).out.starts_with("digraph \"two-doors\" {\n"));
    CHECK(run_command<tool::GraphCommand>({"graph", doors, "--as", "jpeg"}).code == 2);
    const auto file = std::filesystem::temp_directory_path() / "needtoknow-map.mmd";
    const Ran ran = run_command<tool::GraphCommand>({"graph", doors, "--out", file.string()});
    CHECK(ran.code == 0);
    CHECK(ran.out == "The map is in " + file.string() + ".\n");
    CHECK(std::filesystem::file_size(file) > 100);
    std::filesystem::remove(file);
}

TEST_CASE("graph draws a picture, or says what it takes to draw one") {
    const Ran ran = run_command<tool::GraphCommand>({"graph", doors, "--as", "svg"});
    if (program_exists("dot")) {
        CHECK(ran.code == 0);
        CHECK(has(ran.out, "<svg"));
        CHECK(has(ran.out, "At the gate"));
    } else {
        CHECK(ran.code == 3);
        CHECK(has(ran.err, "Install the package graphviz"));
    }
}
