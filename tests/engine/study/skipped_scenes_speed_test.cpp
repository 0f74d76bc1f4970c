#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "engine/host/library.h"
#include "engine/host/source_file.h"
#include "engine/play/skip.h"
#include "engine/play/views.h"
#include "engine/rules/score.h"
#include "engine/study/plan.h"
#include "tests/support/catch.h"

using namespace ntk;

// That a scene can be skipped at no cost, in every case we ship and at every decision of its best answers.

namespace {

struct PlannedCase {
    std::string name;
    std::shared_ptr<const Scenario> scenario;
    std::shared_ptr<const RuleBook> rules;
    Way best;
};

std::vector<PlannedCase> planned_cases() {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(NTK_ROOT) / "scenarios"))
        if (entry.path().filename().string().ends_with(".plan.yaml")) paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    std::vector<PlannedCase> cases;
    RuleShelf shelf(NTK_ROOT);
    for (const auto& path : paths) {
        Diagnostics diagnostics;
        PlannedCase one;
        one.name = path.stem().stem().string();
        one.scenario = load_scenario(path.parent_path() / (one.name + ".yaml"), diagnostics);
        REQUIRE(one.scenario);
        one.rules = shelf.load_for(*one.scenario, diagnostics);
        one.best = best_way(read_plan(read_tree_file(path, diagnostics), diagnostics));
        REQUIRE(diagnostics.render() == "");
        cases.push_back(std::move(one));
    }
    return cases;
}

int fallen_short(const ScoreCard& card) {
    return static_cast<int>(std::count_if(card.verdicts.begin(), card.verdicts.end(), fell_short));
}

// Goes on with what is best at each scene: as planned, or as a colleague would do where the plan never came.
void play_on(Attempt& attempt, const std::map<std::string, Move>& planned) {
    while (!attempt.ended()) {
        const auto move = planned.find(attempt.node()->id);
        if (move != planned.end() && take(attempt, move->second).empty()) continue;
        DecisionMade step = step_of_colleague(attempt);
        step.skipped = false;
        REQUIRE(attempt.repeat(step) == "");
        attempt.settle();
    }
}

}  // namespace

TEST_CASE("to skip any one scene of any shipped case costs nothing") {
    int tried = 0;
    for (const PlannedCase& one : planned_cases()) {
        std::vector<Attempt> before;
        std::map<std::string, Move> planned;
        Attempt whole = begin_case(one.scenario, one.rules, Proofs::left_out);
        for (const Move& move : one.best) {
            planned[whole.node()->id] = move;
            before.push_back(whole);
            REQUIRE(take(whole, move) == "");
        }
        REQUIRE(whole.ended());
        const ScoreCard best = score(whole.judge());
        for (std::size_t at = 0; at < before.size(); ++at) {
            INFO(one.name << ", " << before[at].node()->id);
            Attempt attempt = before[at];
            REQUIRE(attempt.skip_scene() == "");
            attempt.settle();
            play_on(attempt, planned);
            const ScoreCard card = score(attempt.judge());
            CHECK(card.overall.percent() >= best.overall.percent());
            CHECK(card.overall.lost <= best.overall.lost);
            CHECK(card.overall.offered <= best.overall.offered);
            CHECK(fallen_short(card) <= fallen_short(best));
            CHECK(card.criticals.size() <= best.criticals.size());
            CHECK(card.skips.skipped == 1);
            CHECK(attempt.judge().verdicts_of(static_cast<int>(at)).empty());
            ++tried;
        }
    }
    CHECK(tried > 150);
}

TEST_CASE("to skip everything ends every shipped case with nothing judged") {
    for (const PlannedCase& one : planned_cases()) {
        INFO(one.name);
        Attempt attempt = begin_case(one.scenario, one.rules, Proofs::left_out);
        while (!attempt.ended()) {
            REQUIRE(attempt.skip_scene() == "");
            attempt.settle();
        }
        const ScoreCard card = score(attempt.judge());
        CHECK(card.overall.offered == 0);
        CHECK(card.overall.lost == 0);
        CHECK(card.overall.percent() == -1);
        CHECK(card.criticals.empty());
        CHECK(card.balance.restraints == 0);
        CHECK(card.balance.duties == 0);
        CHECK(card.outcome == Outcome::not_enough);
    }
}
