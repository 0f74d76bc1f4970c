#include <algorithm>

#include "engine/play/attempt.h"
#include "engine/rules/score.h"
#include "game/tool/play_script.h"

namespace ntk::tool {

namespace {

// Whether some line of a decision says "breached 1/2: GR6.4 ...".
bool says(const std::vector<std::string>& lines, const std::string& norm, const std::string& state) {
    return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) {
        const std::size_t colon = line.find(": ");
        const std::string found = line.substr(0, colon);
        const std::string rest = line.substr(colon + 2);
        return rest.substr(0, rest.find(' ')) == norm && (found == state || found.starts_with(state + " "));
    });
}

std::string differences(const Plan::Run& planned, const ScriptedRun& run) {
    std::string text;
    const auto add = [&](const std::string& difference) { text += (text.empty() ? "" : "; ") + difference; };
    const Attempt& attempt = run.player->attempt();
    if (!run.problem.empty()) add(run.problem);
    const std::string ending = attempt.ending() == nullptr ? "none" : attempt.ending()->id;
    if (!planned.ending.empty() && ending != planned.ending) add("the ending is " + ending + ", not " + planned.ending);
    if (planned.breaches >= 0 && run.breaches != planned.breaches)
        add(std::to_string(run.breaches) + " decisions have a breach, not " + std::to_string(planned.breaches));
    for (const auto& [node, norms] : planned.verdicts) {
        std::size_t at = 0;
        while (at < run.verdicts.size() && attempt.decisions()[at].node != node) ++at;
        if (at == run.verdicts.size()) {
            add(node + " was never decided");
            continue;
        }
        for (const auto& [norm, state] : norms)
            if (!says(run.verdicts[at], norm, state)) add(norm + " at " + node + " is not " + state);
    }
    return text;
}

}  // namespace

std::string run_plan(const Plan& plan, const std::shared_ptr<const Scenario>& scenario,
                     const std::shared_ptr<const RuleBook>& rules, bool& failed) {
    std::string text;
    for (const Plan::Run& planned : plan.runs) {
        std::string problem;
        const auto choices = read_choices(planned.choices, problem);
        std::string wrong = problem;
        if (problem.empty()) wrong = differences(planned, run_script(scenario, rules, Mode::assessment, 0, choices));
        failed = failed || !wrong.empty();
        text += planned.name + ": " + (wrong.empty() ? "as planned" : wrong) + "\n";
    }
    return text;
}

}  // namespace ntk::tool
