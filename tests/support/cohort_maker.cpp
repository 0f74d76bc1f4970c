#include "tests/support/cohort_maker.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <stdexcept>

#include "engine/host/form_files.h"
#include "engine/host/source_file.h"
#include "engine/report/report.h"
#include "engine/study/bots.h"
#include "tests/support/play_world.h"
#include "tests/support/rule_packs.h"

namespace ntk {

namespace {

// What the best answers choose at each scene they come to.
std::map<std::string, Move> best_moves(const MadeCase& one) {
    std::map<std::string, Move> moves;
    Attempt attempt = begin_case(one.scenario, one.rules);
    for (const Move& move : one.best) {
        if (!attempt.deciding()) break;
        moves[attempt.node()->id] = move;
        if (!take(attempt, move).empty()) break;
    }
    return moves;
}

Input input_of(const Move& move) { return move.composed ? composing(move.id, move.answers) : choosing(move.id); }

}  // namespace

std::string made_pseudonym(std::uint64_t number) {
    std::string digits;
    for (int i = 0; i < 16; ++i, number /= 16) digits.insert(digits.begin(), "0123456789abcdef"[number % 16]);
    return "p-" + digits;
}

std::vector<MadeCase> made_cases(const std::string& form) {
    Diagnostics diagnostics;
    const std::filesystem::path root(NTK_ROOT);
    const Tree tree = read_tree_file(root / "scenarios" / "forms" / (form + ".yaml"), diagnostics);
    const AssessmentForm read = read_assessment_form(tree, diagnostics);
    std::vector<MadeCase> cases;
    for (FormCase& one : load_form_cases(read, root, diagnostics))
        cases.push_back({one.scenario, rule_book(one.scenario->packs, one.scenario->as_of), std::move(one.best)});
    if (!diagnostics.empty()) throw std::runtime_error(diagnostics.render());
    return cases;
}

Player played_case(const MadeCase& one, const MadeLearner& learner, std::uint64_t seed, Mode mode) {
    const std::map<std::string, Move> best = best_moves(one);
    const std::vector<StrategyBot> bots = strategy_bots(*one.scenario);
    const auto habit =
        std::find_if(bots.begin(), bots.end(), [&](const StrategyBot& bot) { return bot.name == learner.habit; });
    const StrategyBot otherwise = habit == bots.end() ? random_bot(seed) : *habit;
    Dice dice(seed);
    Player player(one.scenario, one.rules, mode);
    for (go_to_scene(player); !player.finished(); go_to_scene(player)) {
        const Attempt& attempt = player.attempt();
        const auto known = best.find(attempt.node()->id);
        const bool knows = dice.roll(100) < static_cast<std::size_t>(learner.skill_percent);
        std::string refused = "untried";
        if (knows && known != best.end()) refused = player.apply(input_of(known->second));
        if (!refused.empty()) refused = player.apply(input_of(otherwise.choose(attempt)));
        // A form may be refused as it was filled in; then another way is tried.
        for (int tries = 0; tries < 1'000 && !refused.empty(); ++tries) {
            const Node& node = *attempt.node();
            refused = player.apply(input_of(node.options.empty() || dice.roll(2) == 0
                                                ? random_answers(attempt, node.composes.front(), dice)
                                                : option_move(node.options[dice.roll(node.options.size())])));
        }
        if (!refused.empty()) throw std::runtime_error(one.scenario->id + ": " + refused);
    }
    return player;
}

std::string made_report(const MadeCase& one, const MadeLearner& learner, std::uint64_t seed) {
    return report_json(played_case(one, learner, seed), learner.pseudonym).pretty() + "\n";
}

}  // namespace ntk
