#include "engine/report/group_scenes.h"

#include "engine/play/compose.h"
#include "engine/play/pages.h"
#include "engine/play/words.h"
#include "engine/study/author/option_table.h"

namespace ntk {

namespace {

using Tone = ReportDocument::Tone;

// What has to hold for a passage to be told: 'after "The shared office"', 'without "promised" noted'.
std::string condition_words(const Scenario& scenario, const std::vector<std::string>& when) {
    std::vector<std::string> parts;
    for (const std::string& each : when) {
        const bool negated = each.rfind("not ", 0) == 0;
        const std::string name = negated ? each.substr(4) : each;
        if (const Node* node = scenario.node(name))
            parts.push_back((negated ? "not after \"" : "after \"") + node->title + "\"");
        else
            parts.push_back((negated ? "unless the story has noted \"" : "when the story has noted \"") + plain(name) +
                            "\"");
    }
    return listed(parts);
}

std::string rule_words(const VerdictView& verdict) {
    std::string text = verdict.norm + "\n" + verdict.title;
    for (const std::string& heading : verdict.headings) text += "\n" + heading;
    return text;
}

std::string why_words(const VerdictView& verdict) {
    std::string text = verdict.because;
    if (!verdict.better.empty()) text += "\nWould have kept it: " + verdict.better;
    if (!verdict.repair.empty()) text += "\nCan still be put right: " + verdict.repair;
    return text;
}

std::string taken_words(bool contested) {
    return contested ? " (the way of this pack takes it; here it is no better than the others)"
                     : " (on the recommended way)";
}

}  // namespace

void GroupScenes::words(const Scenario& scenario, const Node& node, const Attempt* at) {
    for (const Passage& passage : node.text) {
        std::string text = passage.speaker.empty() ? passage.text : passage.speaker + ": " + passage.text;
        const bool told = at != nullptr ? at->holds(passage.when) : passage.when.empty();
        if (!told) text = "Told only " + condition_words(scenario, passage.when) + ": " + text;
        report_.paragraph(text);
    }
    if (!node.childs_day.empty()) report_.paragraph("The child's day: " + node.childs_day);
    if (!node.contested.empty())
        report_.paragraph("Contested: practitioners are divided here, and there is no right answer. " + node.contested +
                              " What is told as contested below is never scored; anything else holds whichever side "
                              "one takes.",
                          Tone::note);
    if (!node.prompt.empty()) report_.paragraph("To talk about: " + node.prompt, Tone::note);
}

void GroupScenes::one_option(const Attempt& at, std::size_t index, bool taken) {
    const Node& node = *at.node();
    const Option& option = node.options[index];
    report_.heading(
        3, "Option " + std::to_string(index + 1) + (taken ? taken_words(!node.contested.empty()) : std::string()));
    report_.paragraph(option.say, Tone::lead);
    Attempt after = at;
    if (const std::string refusal = after.choose(option.id); !refusal.empty())
        return report_.paragraph("It cannot be chosen on this way: " + refusal);
    const DecisionMade made = after.decisions().back();
    const std::string acts = Words(at.scenario()).acts(made.acts);
    report_.paragraph(acts.empty() ? "What is done: nothing is sent, recorded or said." : "What is done: " + acts);
    after.move_on();
    std::string leads_to = after.ended() ? std::string("the end of the case") : "\"" + after.node()->title + "\"";
    after.settle();
    if (after.ended() && after.ending() != nullptr) leads_to += ", which is then \"" + after.ending()->title + "\"";
    report_.paragraph("Leads to: " + leads_to + ".");
    // What a group would be shown, by the same page.
    const FeedbackView told = feedback_page(at, after, OtherWays(at, made), {}).feedback;
    if (!told.tempting.empty()) report_.paragraph("Why somebody would choose it: " + told.tempting);
    if (!told.aloud.empty()) report_.paragraph("Words one could use: " + told.aloud);
    if (told.verdicts.empty()) return report_.paragraph("No rule turns on this choice.");
    std::vector<std::vector<std::string>> rows;
    std::string kept;  // on one line: what went well needs no table, and the pack stays fit to print
    for (const VerdictView& verdict : told.verdicts) {
        if (verdict.state == "kept" && verdict.credit.empty()) {
            kept += (kept.empty() ? "Kept: " : "; ") + verdict.title + " (" + verdict.norm + ")";
            continue;
        }
        std::string word = verdict.word + (verdict.credit.empty() ? "" : " (" + verdict.credit + ")");
        if (verdict.critical) word += "\nCritical";
        rows.push_back({rule_words(verdict), std::move(word), why_words(verdict), sources_.cite(verdict.citations)});
    }
    if (!rows.empty())
        report_.table("What the rules say about option " + std::to_string(index + 1) + " of \"" + node.title + "\"",
                      {"Rule", "Verdict", "Why", "Source"}, std::move(rows), TableShape::wide);
    if (!kept.empty()) report_.paragraph(kept + ".");
}

void GroupScenes::forms(const Attempt& at, const std::string& taken) {
    const Node& node = *at.node();
    for (const Compose& compose : node.composes) {
        report_.heading(3,
                        compose.title + (taken == compose.id ? taken_words(!node.contested.empty()) : std::string()));
        report_.paragraph("The group puts this together itself, and it is judged as it is sent. It is asked:");
        std::vector<std::string> questions;
        for (const Field& field : compose_form(at.scenario(), at.facts(), compose).fields) {
            std::vector<std::string> answers;
            for (const Field::Answer& answer : field.answers) answers.push_back(answer.label);
            questions.push_back(field.question + (answers.empty() ? "" : " " + listed(answers) + "."));
        }
        report_.list(questions);
    }
}

void GroupScenes::decision(const std::string& number, const Attempt& at, const std::string& taken) {
    const Node& node = *at.node();
    report_.heading(2, number + (number.empty() ? "" : ". ") + node.title + " (" + when_words(at.minutes()) + ")",
                    "scene-" + node.id);
    words(at.scenario(), node, &at);
    for (std::size_t i = 0; i < node.options.size(); ++i) one_option(at, i, node.options[i].id == taken);
    forms(at, taken);
    if (const OptionTable table = option_table(at); !table.kept_by_all.empty()) {
        report_.heading(3, "Kept by every option here");
        report_.list(table.kept_by_all);
    }
}

void GroupScenes::consequence(const Attempt& at) {
    report_.heading(2, "What follows: " + at.node()->title + " (" + when_words(at.minutes()) + ")");
    words(at.scenario(), *at.node(), &at);
}

void GroupScenes::unjudged(const Scenario& scenario, const Node& node) {
    report_.heading(2, node.title, "scene-" + node.id);
    report_.paragraph("Only what a group puts together itself leads here, so no verdicts are given.");
    words(scenario, node, nullptr);
    for (std::size_t i = 0; i < node.options.size(); ++i) {
        report_.heading(3, "Option " + std::to_string(i + 1));
        report_.paragraph(node.options[i].say, Tone::lead);
    }
}

}  // namespace ntk
