#include <algorithm>

#include "engine/casework/clock.h"
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

std::string span_of_time(int earliest, int latest) {
    return earliest == latest ? moment_text(earliest) : moment_text(earliest) + " to " + moment_text(latest);
}

void story(const StoryProof& proof, const Scenario& scenario, Lines& out) {
    out.say("\nThe story: all ways by the options");
    if (!proof.complete) out.find("not proved: see the notes below");
    out.say("  " + std::string(proof.exact && proof.complete ? "" : "at most ") + proof.ways.text() +
            " different ways, of " + std::to_string(proof.shortest) +
            (proof.shortest == proof.longest ? "" : " to " + std::to_string(proof.longest)) + " decisions (" +
            counted(static_cast<long>(proof.states), "state", "states") + " looked at).");
    long met = 0;
    for (std::size_t i = 0; i < scenario.nodes.size(); ++i) {
        const StoryProof::SceneSeen& seen = proof.scenes[i];
        met += seen.reached || seen.by_form ? 1 : 0;
        if (seen.by_form)
            out.say("  The scene " + scenario.nodes[i].id + " is come to by a form only.");
        else if (!seen.reached)
            out.find("no way comes to the scene " + scenario.nodes[i].id);
    }
    out.say("  " + std::to_string(met) + " of " + std::to_string(scenario.nodes.size()) +
            " scenes can be reached. Every way comes to an end" +
            (proof.cut_off.ways.zero() ? "." : ", but some only because they are cut off."));
    for (std::size_t i = 0; i < scenario.endings.size(); ++i) {
        const StoryProof::Outcome& ending = proof.endings[i];
        if (ending.by_form)
            out.say("  ending " + scenario.endings[i].id + ": by a form only");
        else if (ending.ways.zero())
            out.find("no way comes to the ending " + scenario.endings[i].id);
        else
            out.say("  ending " + scenario.endings[i].id + ": " + ending.ways.text() + " ways, for example " +
                    ending.way);
    }
    if (!proof.without_ending.ways.zero() && !scenario.endings.empty())
        out.find("no ending fits on " + proof.without_ending.ways.text() + " ways, for example " +
                 proof.without_ending.way);
    if (!proof.cut_off.ways.zero())
        out.find("the story can go round until it is cut off, for example " + proof.cut_off.way.substr(0, 60));
    for (const StoryProof::Fault& fault : proof.backwards) out.find(fault.what + ": " + fault.way);
    if (proof.backwards.empty()) out.say("  The clock never runs backwards.");
    for (const std::string& route : proof.routes_never_taken) out.find("a route is never taken: " + route);
    for (const std::string& passage : proof.passages_never_shown) out.find("a text is never shown: " + passage);
    for (const std::string& note : proof.notes) out.say("  Note: " + note + ".");
}

void times(const StoryProof& proof, const Scenario& scenario, Lines& out) {
    out.say("\nWhen each scene is come to");
    for (std::size_t i = 0; i < scenario.nodes.size(); ++i)
        if (proof.scenes[i].reached)
            out.say("  " + padded(scenario.nodes[i].id, 5) +
                    span_of_time(proof.scenes[i].earliest, proof.scenes[i].latest));
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
            if (survey.options().count({node.id, option.id}) == 0) out.find(node.id + option.id + " was never tried");
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

void expectations(const PathsReport& report, Lines& out) {
    const Survey& survey = report.survey;
    out.say("\nExpectations");
    for (const auto& [what, way] : survey.unexpected()) out.find(what + " after '" + way + "'");
    const std::vector<std::string> unseen = survey.expectations_unseen();
    const bool looked =
        std::all_of(report.coverage.begin(), report.coverage.end(), [](const Coverage& part) { return part.whole; });
    for (const std::string& one : unseen)
        if (looked) out.find("never looked at, for its 'when' held on no way judged: " + one);
    if (!looked && !unseen.empty())
        out.say("  " + counted(static_cast<long>(unseen.size()), "expectation was", "expectations were") +
                " not looked at within this budget.");
    if (survey.unexpected().empty()) out.say("  All that were looked at hold on every way judged.");
    for (const auto& [what, way] : survey.faults()) out.find(what + " ('" + way + "')");
}

void ranges(const PathsReport& report, const Survey& survey, Lines& out) {
    out.say("\nScores on the ways judged (least and most)");
    const bool all = !report.coverage.empty() && report.coverage.front().whole &&
                     report.coverage.front().what == JudgedWays::every_way;
    out.say(report.exhaustive ? "  Proved: every way was judged."
            : all             ? "  Proved for every way by the options; a sample of those with forms."
                              : "  A sample: more may be found on ways that were not judged.");
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
    std::vector<std::pair<std::string, const BotResult*>> by_way;
    for (const BotResult& bot : report.bots) {
        const auto same = std::find_if(by_way.begin(), by_way.end(),
                                       [&](const auto& one) { return one.second->result.way == bot.result.way; });
        if (same == by_way.end())
            by_way.emplace_back(bot.name, &bot);
        else
            same->first += "; " + bot.name;
        if (!bot.problem.empty()) out.find("the habit '" + bot.name + "' is " + bot.problem);
        if (bot.result.outcome == Outcome::met) out.find("the habit '" + bot.name + "' passes");
    }
    for (const auto& [names, bot] : by_way) {
        out.say("  " + bot->result.way + "  " + names);
        out.say("    " + result_line(bot->result));
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
    story(report.story, scenario, out);
    out.say("\nWhat was judged");
    for (const Coverage& part : report.coverage)
        out.say("  " + part.what + ": " + counted(part.judged, "decision", "decisions") +
                (part.whole ? "" : " (not all of it: the budget was spent)"));
    if (report.merged > 0)
        out.say("  " + counted(report.merged, "option", "options") +
                " did the same as another one there and led to the same, and were followed once.");
    for (const Node& node : scenario.nodes)
        for (const Compose& form : node.composes) {
            const auto sent = report.survey.forms().find({node.id, form.id});
            out.say("  The form " + form.id + " at " + node.id + " can be answered in up to " +
                    ways_to_answer(scenario, form).text() + " ways; " +
                    counted(sent == report.survey.forms().end() ? 0 : sent->second, "answer was", "answers were") +
                    " judged.");
        }
    options(report.survey, scenario, out);
    expectations(report, out);
    ranges(report, report.survey, out);
    habits(report, out);
    times(report.story, scenario, out);
    out.say("\n" + (out.findings == 0 ? std::string("No findings.")
                                      : counted(out.findings, "finding", "findings") + ", marked with '!'."));
    return out;
}

}  // namespace

bool has_findings(const PathsReport& report, const Scenario& scenario) { return write(report, scenario).findings > 0; }

std::string paths_text(const PathsReport& report, const Scenario& scenario) { return write(report, scenario).text; }

}  // namespace ntk
