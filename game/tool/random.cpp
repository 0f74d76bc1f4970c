#include "game/tool/random.h"

#include <CLI/CLI.hpp>
#include <ostream>

#include "engine/study/random_ways.h"
#include "game/tool/rule_coverage.h"
#include "game/tool/study_case.h"

namespace ntk::tool {

namespace {

constexpr int ok = 0;
constexpr int failed = 1;
constexpr int cannot_read = 3;

std::string coverage_of_options(const Survey& survey, const Scenario& scenario) {
    std::string text;
    long tried = 0;
    long all = 0;
    for (const Node& node : scenario.nodes) {
        if (node.options.empty()) continue;
        text += "  " + node.id + ":";
        for (const Option& option : node.options) {
            const auto seen = survey.options().find({node.id, option.id});
            const long times = seen == survey.options().end() ? 0 : seen->second.tried;
            text += " " + option.id + " " + std::to_string(times);
            ++all;
            tried += times > 0 ? 1 : 0;
        }
        text += "\n";
    }
    return std::to_string(tried) + " of " + std::to_string(all) + " options taken, so many times each:\n" + text;
}

std::string coverage_of_scenes(const Survey& survey, const Scenario& scenario) {
    std::string missing;
    std::size_t met = 0;
    for (const Node& node : scenario.nodes) {
        if (survey.nodes().count(node.id) != 0)
            ++met;
        else
            missing += (missing.empty() ? "" : ", ") + node.id;
    }
    std::string text = std::to_string(met) + " of " + std::to_string(scenario.nodes.size()) + " scenes met" +
                       (missing.empty() ? "" : "; not met: " + missing) + "\n";
    text +=
        std::to_string(survey.endings().size()) + " of " + std::to_string(scenario.endings.size()) + " endings met\n";
    return text;
}

}  // namespace

RandomCommand::RandomCommand(CLI::App& app) {
    command_ = app.add_subcommand("random", "Play a case at random, the least used option first, and look for faults");
    command_->add_option("scenario", file_, "The scenario file")->required();
    command_->add_option("--seed", seed_, "The number from which all choices follow")->capture_default_str();
    command_->add_option("--runs", runs_, "How many times to play")
        ->check(CLI::Range(1, 1'000'000))
        ->capture_default_str();
}

bool RandomCommand::chosen() const { return command_->parsed(); }

int RandomCommand::run(std::ostream& out, std::ostream& err) const {
    const StudyCase found = read_study_case(file_, err);
    if (!found) return cannot_read;
    const RandomReport report = random_ways(found.scenario, found.rules, {seed_, runs_});
    for (const RandomFailure& failure : report.failures)
        out << "Run " << failure.run << " of seed " << seed_ << " failed: " << failure.what << "\n  needtoknow play "
            << file_ << " --keep-nothing --expect --choices '" << failure.way << "'\n";
    const auto passes = report.survey.outcomes().find(Outcome::met);
    out << report.runs << " runs from seed " << seed_ << ", " << report.survey.judged() << " decisions, "
        << report.failures.size() << (report.failures.size() == 1 ? " failure" : " failures") << "; "
        << (passes == report.survey.outcomes().end() ? 0 : passes->second) << " would pass by luck\n\n"
        << coverage_of_scenes(report.survey, *found.scenario) << coverage_of_options(report.survey, *found.scenario)
        << "\nVerdicts met, by norm\n"
        << state_table(*found.rules, report.survey.states(), "");
    return report.failures.empty() ? ok : failed;
}

}  // namespace ntk::tool
