#include <algorithm>

#include "engine/study/paths.h"

namespace ntk {

namespace {

std::string padded(std::string text, std::size_t width) {
    text.resize(std::max(text.size(), width), ' ');
    return text;
}

std::string percent_text(int percent) { return percent < 0 ? "-" : std::to_string(percent) + "%"; }

std::string outcome_name(Outcome outcome) {
    return outcome == Outcome::met ? "passes" : outcome == Outcome::refer ? "referred" : "not yet";
}

std::string counted(long number, const std::string& one, const std::string& many) {
    return std::to_string(number) + " " + (number == 1 ? one : many);
}

std::string result_line(const WayResult& result) {
    std::string text = percent_text(result.percent) + " (";
    bool first = true;
    for (const auto& [id, percent] : result.strands) {
        text += (first ? "" : ", ") + id + " " + percent_text(percent);
        first = false;
    }
    text += "), " + outcome_name(result.outcome) + ", ending " + (result.ending.empty() ? "none" : result.ending);
    text += "; " + std::to_string(result.breached) + " breached, " + std::to_string(result.missed) + " missed, " +
            std::to_string(result.repaired) + " mended, " +
            counted(result.criticals_open, "critical breach left open", "critical breaches left open");
    return text;
}

struct Lines {
    std::string text;
    int findings = 0;
    void say(const std::string& line) { text += line + "\n"; }
    void find(const std::string& line) {
        text += "  ! " + line + "\n";
        ++findings;
    }
};

void scenes(const Survey& survey, const Scenario& scenario, Lines& out) {
    out.say("\nScenes and endings");
    long met = 0;
    for (const Node& node : scenario.nodes) {
        if (survey.nodes().count(node.id) != 0)
            ++met;
        else
            out.find("no way judged comes to the scene " + node.id);
    }
    out.say("  " + std::to_string(met) + " of " + std::to_string(scenario.nodes.size()) + " scenes met.");
    for (const Ending& ending : scenario.endings) {
        const auto found = survey.endings().find(ending.id);
        if (found == survey.endings().end())
            out.find("no way judged comes to the ending " + ending.id);
        else
            out.say("  ending " + ending.id + ": for example " + found->second);
    }
}

void options(const Survey& survey, const Scenario& scenario, Lines& out) {
    out.say("\nOptions (tried / broke some norm)");
    for (const Node& node : scenario.nodes) {
        if (node.options.empty()) continue;
        std::string line = "  " + padded(node.id, 5);
        bool some_clean = false, some_broken = false;
        for (const Option& option : node.options) {
            const auto seen = survey.options().find({node.id, option.id});
            if (seen == survey.options().end()) continue;
            line += " " + option.id + " " + std::to_string(seen->second.tried) + "/" +
                    std::to_string(seen->second.breached) + " ";
            some_clean = some_clean || seen->second.breached < seen->second.tried;
            some_broken = some_broken || seen->second.breached > 0;
        }
        while (line.back() == ' ') line.pop_back();
        out.say(line);
        for (const Option& option : node.options)
            if (survey.options().count({node.id, option.id}) == 0)
                out.find(node.id + option.id + " was never tried");
        if (!some_broken) out.find(node.id + " tests nothing: no option broke a norm on any way judged");
        if (!some_clean) out.find(node.id + " has no clean option: each broke some norm on every way judged");
        const auto decision = survey.decisions().find(node.id);
        if (decision == survey.decisions().end()) continue;
        const DecisionSeen& seen = decision->second;
        if (!seen.forced_after.empty())
            out.find("at " + node.id + " every option breaks some norm though all was kept before: after '" +
                     seen.forced_after + "'");
        else if (some_clean && seen.all_broke > 0)
            out.say("        every option broke some norm " + counted(seen.all_broke, "time", "times") + " in " +
                    std::to_string(seen.met) + ", after earlier breaches: for example after '" + seen.all_broke_after +
                    "'");
    }
}

void expectations(const Survey& survey, Lines& out) {
    out.say("\nExpectations");
    for (const auto& [what, way] : survey.unexpected()) out.find(what + " after '" + way + "'");
    for (const std::string& unseen : survey.expectations_unseen())
        out.find("never looked at, for its 'when' held on no way judged: " + unseen);
    if (survey.unexpected().empty()) out.say("  All hold on every way judged.");
    for (const auto& [what, way] : survey.faults()) out.find(what + " ('" + way + "')");
}

void ranges(const Survey& survey, Lines& out) {
    out.say("\nScores on the ways judged (least and most)");
    const auto line = [&](const std::string& name, const Range& range) {
        if (!range.empty)
            out.say("  " + padded(name, 9) + percent_text(range.least) + " to " + percent_text(range.most));
    };
    line("overall", survey.overall());
    for (const auto& [id, range] : survey.strands()) line(id, range);
    for (const auto& [id, range] : survey.rules()) line(id, range);
    std::string chances;
    for (const auto& [id, range] : survey.opportunities())
        chances += (chances.empty() ? "  Chances to earn, by rule: " : ", ") + id + " " + std::to_string(range.least) +
                   (range.least == range.most ? "" : " to " + std::to_string(range.most));
    if (!chances.empty()) out.say(chances);
    for (const auto& [id, range] : survey.opportunities())
        if (range.least < 3 && range.most > 0)
            out.say("  Fewer than three chances for " + id + " on some ways: it gets no score of its own there.");
    const auto count = [&](Outcome outcome) {
        const auto found = survey.outcomes().find(outcome);
        return found == survey.outcomes().end() ? 0L : found->second;
    };
    out.say("  Of " + std::to_string(survey.finished()) + " ways judged to the end, " +
            std::to_string(count(Outcome::met)) + " pass, " + std::to_string(count(Outcome::refer)) +
            " are referred, " + std::to_string(count(Outcome::not_yet)) + " are not yet met.");
    if (survey.passed_with_critical().empty())
        out.say("  No way judged passes with a critical breach left open.");
    else
        out.find("a way passes with a critical breach left open: " + survey.passed_with_critical());
}

void habits(const PathsReport& report, Lines& out) {
    out.say("\nHabits (every one should fail)");
    std::size_t width = 0;
    for (const BotResult& bot : report.bots) width = std::max(width, bot.name.size() + 2);
    for (const BotResult& bot : report.bots) {
        out.say("  " + padded(bot.name, width) + result_line(bot.result) + "  [" + bot.result.way + "]");
        if (!bot.problem.empty()) out.find("the habit '" + bot.name + "' is " + bot.problem);
        if (bot.result.outcome == Outcome::met) out.find("the habit '" + bot.name + "' passes");
    }
}

Lines write(const PathsReport& report, const Scenario& scenario) {
    Lines out;
    out.say(scenario.title + " (" + scenario.id + " " + scenario.version + ")");
    out.say("\nBest line found: " + report.best.way);
    out.say("  " + result_line(report.best));
    if (report.best.kept())
        out.say("  Everything is kept: no breach, nothing missed, nothing that had to be mended.");
    else
        out.find("no line was found on which everything is kept");
    out.say("Worst line found: " + report.worst.way);
    out.say("  " + result_line(report.worst));
    out.say("\nWhat was judged");
    for (const Coverage& part : report.coverage)
        out.say("  " + part.what + ": " + counted(part.judged, "decision", "decisions") +
                (part.whole ? "" : " (not all of it: the budget was spent)"));
    scenes(report.survey, scenario, out);
    options(report.survey, scenario, out);
    expectations(report.survey, out);
    ranges(report.survey, out);
    habits(report, out);
    out.say("\n" + (out.findings == 0 ? std::string("No findings.") : counted(out.findings, "finding", "findings") +
                                                                          ", marked with '!'."));
    return out;
}

}  // namespace

bool has_findings(const PathsReport& report, const Scenario& scenario) { return write(report, scenario).findings > 0; }

std::string paths_text(const PathsReport& report, const Scenario& scenario, const RuleBook&) {
    return write(report, scenario).text;
}

}  // namespace ntk
