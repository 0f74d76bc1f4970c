#include "game/tool/rule_coverage.h"

#include <algorithm>
#include <random>

#include "engine/play/attempt.h"
#include "engine/play/views.h"

namespace ntk::tool {

namespace {

constexpr int most_decisions = 200;  // a circle in a story must not hold us

void note(const std::vector<Verdict>& verdicts, ScenarioCoverage& coverage) {
    for (const Verdict& verdict : verdicts) {
        std::string state = verdict.live_now ? "kept" : state_name(verdict.state);
        if (state != "pending" && state != "inactive") coverage.states[verdict.norm].insert(std::move(state));
    }
}

std::int64_t total_loss(const Attempt& attempt) {
    std::int64_t sum = 0;
    for (const Verdict& verdict : attempt.judge().verdicts()) sum += loss(verdict);
    return sum;
}

// Tries every option where `attempt` stands; returns those that can be chosen, with what each has cost so far.
std::vector<std::pair<std::int64_t, std::string>> try_all(const Attempt& attempt, ScenarioCoverage& coverage) {
    std::vector<std::pair<std::int64_t, std::string>> tried;
    for (const Option& option : attempt.node()->options) {
        Attempt copy = attempt;
        if (!copy.choose(option.id).empty()) continue;
        ++coverage.choices;
        note(copy.judge().verdicts_of(static_cast<int>(copy.decisions().size()) - 1), coverage);
        tried.emplace_back(total_loss(copy), option.id);
    }
    return tried;
}

void walk(Attempt attempt, int seed, ScenarioCoverage& coverage) {
    std::mt19937 chance(static_cast<std::mt19937::result_type>(seed));
    for (int made = 0; made < most_decisions; ++made) {
        attempt.settle();
        if (!attempt.deciding()) break;
        const auto tried = try_all(attempt, coverage);
        if (tried.empty()) break;
        const auto chosen = seed == 0 ? std::min_element(tried.begin(), tried.end())
                                      : tried.begin() + static_cast<std::ptrdiff_t>(chance() % tried.size());
        attempt.choose(chosen->second);
    }
    if (!attempt.ended()) return;
    ++coverage.ways;
    note(attempt.judge().verdicts(), coverage);
}

const std::vector<std::string>& shown_states() {
    static const std::vector<std::string> states = {"kept", "breached", "repaired", "missed", "excused", "contested"};
    return states;
}

std::string padded(std::string text, std::size_t width) {
    text.resize(std::max(text.size(), width), ' ');
    return text;
}

}  // namespace

ScenarioCoverage sample_coverage(const std::shared_ptr<const Scenario>& scenario,
                                 const std::shared_ptr<const RuleBook>& rules, int seeded) {
    ScenarioCoverage coverage;
    coverage.id = scenario->id;
    const Attempt start(scenario, rules);
    for (int seed = 0; seed <= seeded; ++seed) walk(start, seed, coverage);
    return coverage;
}

std::string state_table(const RuleBook& rules, const std::map<std::string, std::set<std::string>>& states,
                        const std::string& pack) {
    std::string out = padded("", 8);
    for (const std::string& state : shown_states()) out += padded(state, 11);
    out.erase(out.find_last_not_of(' ') + 1);
    out += "\n";
    for (const Norm& norm : rules.norms()) {
        if (norm.families.empty() || norm.type == NormType::permit || (!pack.empty() && norm.pack != pack)) continue;
        const auto found = states.find(norm.id);
        std::string line = padded(norm.id, 8);
        for (const std::string& state : shown_states())
            line += padded(found != states.end() && found->second.count(state) > 0 ? "yes" : "-", 11);
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + "\n";
    }
    return out;
}

std::string coverage_text(const RuleBook& rules, const std::vector<ScenarioCoverage>& scenarios) {
    std::string out =
        "Verdicts met by the options of the scenarios. This is a sample of ways through each, not all of them.\n";
    std::map<std::string, std::set<std::string>> all;
    for (const ScenarioCoverage& one : scenarios) {
        out += "\n" + one.id + ": " + std::to_string(one.ways) + " ways, " + std::to_string(one.choices) +
               " choices tried, " + std::to_string(one.states.size()) + " norms met\n" +
               state_table(rules, one.states, "");
        for (const auto& [norm, states] : one.states) all[norm].insert(states.begin(), states.end());
    }
    std::string never;
    for (const Norm& norm : rules.norms())
        if (!norm.families.empty() && norm.type != NormType::permit && all.count(norm.id) == 0)
            never += (never.empty() ? "" : ", ") + norm.id;
    return out + "\nMet by no scenario on these ways: " + (never.empty() ? "none" : never) + "\n";
}

}  // namespace ntk::tool
