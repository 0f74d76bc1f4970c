// The same choices must come to the same bytes whoever compiles the engine and however it is optimised. This program
// plays fixed lines through shipped cases, compose decisions among them, and compares what came of each decision, the
// scores, and the digests of the decision log and of the report with tests/golden/logs. It is built by g++ and by
// clang, with and without optimisation, and is small so that this costs little: no Catch2, no window.
//
//   golden_logs            compares
//   NTK_RECORD=1           writes the golden files instead
//   NTK_LOGS=folder        also writes every whole log and report there, to be compared by hand

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "engine/host/library.h"
#include "engine/host/source_file.h"
#include "engine/play/views.h"
#include "engine/report/report.h"
#include "engine/rules/score.h"
#include "engine/study/plan.h"
#include "engine/text/sha256.h"

using namespace ntk;

namespace {

constexpr const char* cases[] = {"three-letters", "half-a-sandwich", "front-desk", "friday-club", "off-roll"};
constexpr std::uint64_t seeds[] = {11, 12};

const std::filesystem::path golden_folder = "tests/golden/logs";

void write_whole(const std::filesystem::path& path, const std::string& text) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

std::string whole(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

// The first planned run of a case: what its author holds to be best.
Way planned_way(const std::string& name, Diagnostics& diagnostics) {
    const Tree tree = read_tree_file("scenarios/" + name + ".plan.yaml", diagnostics);
    return diagnostics.has_errors() ? Way{} : best_way(read_plan(tree, diagnostics));
}

// What is done next: as planned while the plan lasts, else drawn by lot among options and forms.
Move next_move(const Attempt& attempt, const Way& planned, Dice& dice) {
    const std::size_t made = attempt.decisions().size();
    if (made < planned.size()) return planned[made];
    const Node& node = *attempt.node();
    // Forms come up in half of the draws wherever there are any, for there are fewer of them.
    if (!node.composes.empty() && (node.options.empty() || dice.roll(2) == 0))
        return random_answers(attempt, node.composes[dice.roll(node.composes.size())], dice);
    return option_move(node.options[dice.roll(node.options.size())]);
}

// One line for each verdict on the last decision, without prose.
std::string verdict_lines(const Attempt& attempt) {
    std::string text;
    for (const Verdict& verdict : attempt.judge().verdicts_of(static_cast<int>(attempt.decisions().size()) - 1))
        if (!verdict.live_now)
            text += "  " + verdict.norm + ", " + verdict.key + ": " + state_name(verdict.state) + " " +
                    verdict.credit.text() + (verdict.critical ? ", critical" : "") + "\n";
    return text;
}

// Plays one line to its end, and puts what came of it into `golden`. Returns what was refused, or an empty string.
std::string play_line(Player& player, const Way& planned, std::uint64_t seed, const std::string& name,
                      std::string& golden) {
    Dice dice(seed);
    int refused = 0;
    while (!player.finished()) {
        if (player.page().kind != PageKind::scene) {
            player.apply({});
            continue;
        }
        const Move move = next_move(player.attempt(), planned, dice);
        Input input;
        input.kind = move.composed ? Input::Kind::compose : Input::Kind::choose;
        input.id = move.id;
        input.answers = move.answers;
        const std::string at = player.page().id;
        const std::string refusal = player.apply(input);
        if (!refusal.empty() && (!move.composed || ++refused > 100)) return name + ": " + refusal;
        golden += at + " " + move.id + (refusal.empty() ? "" : ": " + refusal) + "\n";
        if (refusal.empty()) golden += verdict_lines(player.attempt());  // else answers are drawn anew
    }
    const std::string log = player.log();
    const std::string report = report_json(player).canonical();
    const ScoreCard& card = *player.score_card();
    golden += "score " + std::to_string(card.overall.earned) + " - " + std::to_string(card.overall.lost) + " of " +
              std::to_string(card.overall.offered) + ", " + std::to_string(card.overall.percent()) + "%\nlog " +
              sha256(log) + "\nreport " + sha256(report) + "\n";
    if (const char* folder = std::getenv("NTK_LOGS")) {
        write_whole(std::filesystem::path(folder) / (name + ".jsonl"), log);
        write_whole(std::filesystem::path(folder) / (name + ".json"), report);
    }
    return {};
}

// The first line in which two texts differ.
std::string first_difference(const std::string& expected, const std::string& found) {
    std::istringstream before(expected), now(found);
    std::string a, b;
    for (int line = 1;; ++line) {
        const bool more_before = static_cast<bool>(std::getline(before, a));
        const bool more_now = static_cast<bool>(std::getline(now, b));
        if (!more_before && !more_now) return {};
        if (!more_before) a = "(the end)";
        if (!more_now) b = "(the end)";
        if (a != b) return "line " + std::to_string(line) + "\n  expected: " + a + "\n  found:    " + b;
    }
}

}  // namespace

int main() {
    if (const char* root = std::getenv("NTK_ROOT")) std::filesystem::current_path(root);
    Diagnostics diagnostics;
    RuleShelf shelf(".");
    int composed = 0;
    bool good = true;
    for (const std::string name : cases) {
        const auto scenario = load_scenario("scenarios/" + name + ".yaml", diagnostics);
        const auto rules = scenario ? shelf.load_for(*scenario, diagnostics) : nullptr;
        const Way planned = planned_way(name, diagnostics);
        if (!scenario || !rules || diagnostics.has_errors()) {
            std::cerr << diagnostics.render();
            return 1;
        }
        std::string golden;
        std::string problem;
        for (std::size_t line = 0; line <= std::size(seeds) && problem.empty(); ++line) {
            // The planned line in assessment, where nothing is shown on the way; those drawn by lot in practice.
            Player player(scenario, rules, line == 0 ? Mode::assessment : Mode::practice, 0);
            golden += "line " + std::to_string(line) + "\n";
            problem = play_line(player, line == 0 ? planned : Way{}, line == 0 ? 1 : seeds[line - 1],
                                name + "-" + std::to_string(line), golden);
            for (const DecisionMade& made : player.attempt().decisions()) composed += made.composed ? 1 : 0;
        }
        const std::filesystem::path path = golden_folder / (name + ".txt");
        if (std::getenv("NTK_RECORD") != nullptr) write_whole(path, golden);
        if (problem.empty()) problem = first_difference(whole(path), golden);
        if (problem.empty()) continue;
        std::cerr << path.string() << ": " << problem << "\n";
        good = false;
    }
    if (composed == 0) {
        std::cerr << "No line composed an act.\n";
        good = false;
    }
    std::cout << (good ? "The logs are as they were, " : "The logs differ; ") << composed << " acts composed.\n";
    return good ? 0 : 1;
}
