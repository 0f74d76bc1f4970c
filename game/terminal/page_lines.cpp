#include "game/terminal/page_lines.h"

#include <algorithm>

#include "engine/text/said.h"

namespace ntk::terminal {

namespace {

bool offers(const Page& page, std::string_view action) {
    return std::find(page.actions.begin(), page.actions.end(), action) != page.actions.end();
}

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
    return text;
}

void write_blocks(Lines& lines, const Page& page) {
    for (const Block& block : page.blocks) {
        if (block.kind == Block::Kind::heading) {
            lines.heading(block.text);
            continue;
        }
        lines.blank();
        if (block.kind == Block::Kind::speech && !block.speaker.empty())
            lines.text(block.speaker + ": " + block.text);
        else
            lines.text(block.kind == Block::Kind::note ? fill("Note: {text}"_en, {{"text", block.text}}) : block.text);
    }
}

void write_options(Lines& lines, const Page& page) {
    if (page.choices.empty() && page.forms.empty()) return;
    lines.blank();
    int number = 0;
    for (const Choice& choice : page.choices) lines.item(std::to_string(++number) + ".", choice.label);
    for (const ActForm& form : page.forms)
        lines.item(std::to_string(++number) + ".", fill("{form} (a few questions)"_en, {{"form", form.title}}));
}

void write_feedback(Lines& lines, const FeedbackView& feedback) {
    lines.heading(feedback.headline);
    for (const VerdictView& verdict : feedback.verdicts) {
        lines.blank();
        write_verdict(lines, verdict, false);
    }
    lines.blank();
    if (!feedback.tempting.empty()) lines.text(fill("Why it tempts: {why}"_en, {{"why", feedback.tempting}}));
    if (!feedback.aloud.empty()) lines.text(fill("You could say: {words}"_en, {{"words", feedback.aloud}}));
}

void write_scores(Lines& lines, const std::string& title, const std::vector<ScoreLine>& scores) {
    if (scores.empty()) return;
    lines.heading(title);
    for (const ScoreLine& score : scores) lines.text(score.label + ": " + score.score);
}

void write_debrief(Lines& lines, const DebriefView& view) {
    if (!view.ending_title.empty()) {
        lines.heading(fill("How it ended: {ending}"_en, {{"ending", view.ending_title}}));
        lines.text(view.ending_text);
    }
    if (!view.childs_week.empty()) lines.text(fill("The child's week: {week}"_en, {{"week", view.childs_week}}));
    lines.heading("In short"_en);
    lines.text(view.summary);
    for (const std::string& critical : view.criticals) lines.item("-", critical);
    write_scores(lines, "Three strands"_en, view.strands);
    write_scores(lines, "Seven golden rules"_en, view.rules);
    write_scores(lines, "Key points"_en, view.points);
    if (!view.balance.empty()) {
        lines.heading("Sharing balance"_en);
        lines.text(view.balance);
    }
    lines.heading("Your decisions"_en);
    int number = 0;
    for (const DecisionView& decision : view.decisions) {
        std::string words = decision.title + " (" + decision.when + "): " + decision.chosen;
        if (decision.skipped) {
            lines.item(std::to_string(++number) + ".", words);
            continue;
        }
        int fallen = 0;
        for (const VerdictView& verdict : decision.verdicts)
            if (verdict.state == "breached" || verdict.state == "missed" || verdict.state == "repaired") ++fallen;
        words += " " + (fallen == 0 ? "Nothing fell short."_en
                                    : fill("Fell short: {number}."_en, {{"number", std::to_string(fallen)}}));
        lines.item(std::to_string(++number) + ".", words);
    }
    if (!view.childs_days.empty()) {
        lines.heading("The child's days"_en);
        for (const EventView& day : view.childs_days) lines.item("-", day.when + ": " + day.text);
    }
    if (!view.questions.empty()) {
        lines.heading("To think about"_en);
        for (const std::string& question : view.questions) lines.item("-", question);
    }
    lines.blank();
    lines.text(view.versions);
}

void write_picture(Lines& lines, const PictureView& view) {
    lines.text(view.summary);
    lines.blank();
    lines.text(view.sees);
    if (!view.fuller.empty()) lines.heading("With more pieces it could see"_en);
    for (const SightView& sight : view.fuller) {
        lines.item("-", sight.says);
        lines.text(sight.missing, 2);
    }
    lines.heading("The pieces"_en);
    int number = 0;
    for (const PieceView& piece : view.pieces) {
        lines.item(std::to_string(++number) + ".", piece.word + ": " + piece.says);
        for (const std::string& line : piece.lines) lines.text(line, 3);
        if (!piece.planned.empty()) lines.text(piece.planned, 3);
    }
    if (!view.planned.empty()) {
        lines.heading("Had every chair sent what it should"_en);
        lines.text(view.planned);
        lines.blank();
        lines.text(view.planned_sees == view.sees ? "It would see the same."_en : view.planned_sees);
    }
    lines.heading("The chairs"_en);
    for (const ChairView& chair : view.chairs) lines.item("-", chair.who + ": " + chair.part);
    if (!view.questions.empty()) lines.heading("To talk about"_en);
    for (const std::string& question : view.questions) lines.item("-", question);
    lines.blank();
    lines.text(view.versions);
}

void write_people(Lines& lines, const std::string& title, const std::vector<PersonView>& people) {
    if (people.empty()) return;
    lines.heading(title);
    for (const PersonView& person : people) {
        std::string words = person.name;
        if (!person.role.empty()) words += " (" + person.role + ")";
        if (!person.about.empty()) words += ". " + person.about;
        for (const std::string& link : person.links) words += " " + person.name + " " + link + ".";
        lines.item("-", words);
    }
}

void write_events(Lines& lines, const std::string& title, const std::vector<EventView>& events) {
    if (events.empty()) return;
    lines.heading(title);
    for (const EventView& event : events) lines.item("-", event.when + ": " + event.text);
}

}  // namespace

void write_verdict(Lines& lines, const VerdictView& verdict, bool full) {
    std::string head = verdict.word;
    if (!verdict.credit.empty()) head += " (" + verdict.credit + ")";
    lines.text(head + ": " + verdict.title + " (" + verdict.norm + ")." +
               (verdict.critical ? " " + "This is critical."_en : ""));
    if (!verdict.because.empty()) lines.text(verdict.because, 2);
    if (!verdict.better.empty()) lines.text(fill("Would have kept it: {what}"_en, {{"what", verdict.better}}), 2);
    if (!verdict.repair.empty()) lines.text(verdict.repair, 2);
    if (!full) return;
    for (const std::string& fact : verdict.facts) lines.item("-", fill("Known: {fact}"_en, {{"fact", fact}}), 2);
    for (const std::string& excuse : verdict.excuses) lines.item("-", excuse, 2);
    for (const std::string& citation : verdict.citations)
        lines.item("-", fill("Source: {source}"_en, {{"source", citation}}), 2);
}

void write_decision(Lines& lines, const DecisionView& decision) {
    lines.heading(decision.title + " (" + decision.when + ")");
    if (decision.skipped) return lines.text(decision.chosen);
    lines.text(fill("You chose: {what}"_en, {{"what", decision.chosen}}));
    if (decision.verdicts.empty()) lines.text("No rule turned on this choice."_en);
    for (const VerdictView& verdict : decision.verdicts) {
        lines.blank();
        write_verdict(lines, verdict, true);
    }
}

void write_page(Lines& lines, const Page& page) {
    std::string place =
        page.kind == PageKind::feedback ? fill("Looking back: {title}"_en, {{"title", page.title}}) : page.title;
    if (page.kind == PageKind::scene)
        place = fill(
            "Decision {number} of {all}: {title}"_en,
            {{"number", std::to_string(page.step + 1)}, {"all", std::to_string(page.steps)}, {"title", page.title}});
    lines.heading(place);
    if (!page.when.empty()) lines.text(page.when + ".");
    write_blocks(lines, page);
    if (page.kind == PageKind::feedback) write_feedback(lines, page.feedback);
    if (page.kind == PageKind::debrief) write_debrief(lines, page.debrief);
    if (page.kind == PageKind::picture) write_picture(lines, page.picture);
    write_options(lines, page);
    lines.blank();
}

void write_case_file(Lines& lines, const Page& page) {
    const CaseFileView& file = page.case_file;
    lines.heading("Case file"_en);
    write_people(lines, "People"_en, file.people);
    write_people(lines, "Agencies"_en, file.agencies);
    if (!file.items.empty()) lines.heading("What you know"_en);
    for (const ItemView& item : file.items) {
        std::string words = item.text + " (" + item.grade + "; " + item.category;
        if (!item.source.empty()) words += fill("; from {source}"_en, {{"source", item.source}});
        words += fill("; known {when})."_en, {{"when", item.known}});
        if (!item.at_risk.empty())
            words += " " + fill("Could be hurt if it is traced to them: {whom}."_en, {{"whom", joined(item.at_risk)}});
        if (!item.sent_to.empty()) words += " " + fill("Sent to: {whom}."_en, {{"whom", joined(item.sent_to)}});
        lines.item("-", words);
    }
    write_events(lines, "What has happened"_en, file.timeline);
    write_events(lines, "On record"_en, file.recorded);
    write_events(lines, "Shared"_en, file.shared);
    if (!page.advice.empty()) lines.heading("Whom you may ask"_en);
    for (const std::string& advice : page.advice) lines.item("-", advice + ".");
    lines.blank();
}

void write_glossary(Lines& lines, const Page& page) {
    lines.heading("Words on this page"_en);
    if (page.glossary.empty()) lines.text("None of them needs explaining."_en);
    for (const Term& term : page.glossary) lines.item("-", term.word + ": " + term.meaning);
    lines.blank();
}

void write_help(Lines& lines, const Page& page) {
    lines.heading("What you can type"_en);
    if (!page.choices.empty() || !page.forms.empty()) lines.text("A number: choose that option."_en);
    if (page.kind == PageKind::debrief) lines.text("A number: every verdict on that decision."_en);
    if (offers(page, "continue")) lines.text("Enter: go on."_en);
    if (page.kind == PageKind::feedback) lines.text("m: more on each verdict, with facts, exceptions and sources."_en);
    if (offers(page, "what_if"))
        lines.text(
            page.kind == PageKind::debrief
                ? "w and a number: which one fact of the case would have changed the verdicts on that decision."_en
                : "w: which one fact of the case would have changed each verdict."_en);
    lines.text("r: hear this page again."_en);
    lines.text("f: the case file."_en);
    lines.text("g: what the words on this page mean."_en);
    if (offers(page, "back")) lines.text("b: go back and try the other way."_en);
    if (offers(page, "skip_scene")) lines.text("s: skip this scene; a colleague takes this step for you."_en);
    if (offers(page, "skip")) lines.text("d: go to the debrief now; nothing is scored."_en);
    if (offers(page, "replay"))
        lines.text(page.kind == PageKind::picture ? "a: play every chair again."_en : "a: play the case again."_en);
    lines.text("q: leave."_en);
    lines.blank();
}

}  // namespace ntk::terminal
