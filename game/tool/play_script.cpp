#include "game/tool/play_script.h"

#include <algorithm>

#include "engine/play/attempt.h"
#include "engine/play/expect.h"
#include "engine/play/views.h"
#include "engine/report/report.h"

namespace ntk::tool {

namespace {

std::string verdict_line(const Verdict& verdict, const RuleBook& rules) {
    const bool partly = verdict.credit.units > 0 && verdict.credit.units < Credit::whole;
    const Norm* norm = rules.norm(verdict.norm);
    return state_name(verdict.state) + (partly ? " " + verdict.credit.text() : "") + ": " + verdict.norm +
           (norm == nullptr ? "" : " " + norm->title);
}

std::string without_stop(std::string sentence) {
    if (sentence.ends_with('.')) sentence.pop_back();
    return sentence;
}

// The verdicts on the last decision worth a line: what is kept without having been at stake is left out.
std::vector<std::string> verdict_lines(const Attempt& attempt, bool& breached) {
    std::vector<Verdict> verdicts = attempt.judge().verdicts_of(static_cast<int>(attempt.decisions().size()) - 1);
    sort_for_reading(verdicts);
    std::vector<std::string> lines;
    for (const Verdict& verdict : verdicts) {
        breached |= verdict.state == VerdictState::breached;
        if (verdict.live_now) continue;
        std::string line = verdict_line(verdict, attempt.rules());
        if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace

ScriptedRun run_script(std::shared_ptr<const Scenario> scenario, std::shared_ptr<const RuleBook> rules, Mode mode,
                       std::int64_t seed, const std::vector<ScriptedChoice>& choices) {
    ScriptedRun run;
    run.player = std::make_unique<Player>(std::move(scenario), std::move(rules), mode, seed);
    Player& player = *run.player;
    std::size_t used = 0;
    while (!player.finished()) {
        if (player.page().kind != PageKind::scene) {
            player.apply({});
            continue;
        }
        if (used == choices.size()) {
            run.problem = "there are no more choices, and the case stands at " + player.page().id;
            return run;
        }
        const Attempt before = player.attempt();
        const ScriptedChoice& choice = choices[used++];
        if (const std::string refusal = player.apply(choice.input); !refusal.empty()) {
            run.problem = "at " + before.node()->id + ": " + without_stop(refusal);
            return run;
        }
        bool breached = false;
        run.verdicts.push_back(verdict_lines(player.attempt(), breached));
        run.breaches += breached ? 1 : 0;
        for (const Unexpected& wrong : compare_expectations(before, player.attempt()))
            run.unexpected.push_back(wrong.node + " " + wrong.option + ": " + wrong.norm + " was expected to be " +
                                     wrong.expected + ", and is " + wrong.found);
    }
    if (used < choices.size()) run.problem = "the case was over after " + std::to_string(used) + " choices";
    return run;
}

std::string run_text(const ScriptedRun& run) {
    const Attempt& attempt = run.player->attempt();
    std::string text;
    for (std::size_t i = 0; i < run.verdicts.size(); ++i) {
        const DecisionMade& made = attempt.decisions()[i];
        text += made.node + " " + made.option + "\n";
        for (const std::string& line : run.verdicts[i]) text += "  " + line + "\n";
    }
    if (run.player->score_card() != nullptr) {
        text += "\n" + report_text(*run.player);
    } else {
        text += "\nStopped: " + run.problem + ".\n";
    }
    return text;
}

}  // namespace ntk::tool
