#include "tests/support/packed_case.h"

#include <filesystem>

#include "engine/host/source_file.h"
#include "engine/play/player.h"
#include "engine/study/plan.h"
#include "tests/support/catch.h"
#include "tests/support/play_world.h"

namespace ntk {

namespace {

std::vector<Way> planned(const std::filesystem::path& path) {
    Diagnostics diagnostics;
    const Plan plan = read_plan(read_tree_file(path, diagnostics), diagnostics);
    REQUIRE(diagnostics.render() == "");
    std::vector<Way> ways;
    for (const Plan::Run& run : plan.runs) {
        std::string problem;
        Way way;
        for (const ScriptedChoice& choice : read_choices(run.choices, problem))
            way.push_back({choice.input.id, choice.input.kind == Input::Kind::compose, choice.input.answers});
        REQUIRE(problem == "");
        ways.push_back(std::move(way));
    }
    return ways;
}

}  // namespace

PackedCase packed_case(std::string path) {
    PackedCase found;
    found.scenario = scenario_at(path);
    found.rules = player_of(path).attempt().judge().rules();
    path.replace(path.size() - 5, 5, ".plan.yaml");
    if (std::filesystem::exists(path)) found.known = planned(path);
    return found;
}

}  // namespace ntk
