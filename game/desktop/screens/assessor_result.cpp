#include "game/desktop/assessor_room.h"
#include "game/desktop/screens/screens.h"

namespace ntk::desktop {

namespace {

Node labelled(const std::string& id, Icon icon, const std::string& label, const std::string& text) {
    Node block = column(2);
    Node name = strong(id + "/label", label);
    name.icon = icon;
    name.ink = Ink::muted;
    add(block, std::move(name));
    add(block, paragraph(id, text));
    return block;
}

void list_of(const std::string& id, Icon icon, const std::string& label, const std::vector<std::string>& lines,
             Node& into) {
    if (lines.empty()) return;
    Node block = labelled(id, icon, label, lines.front());
    for (size_t i = 1; i < lines.size(); ++i) add(block, paragraph(id + "/" + std::to_string(i + 1), lines[i]));
    add(into, std::move(block));
}

// A verdict with what was done and why it fell short side by side, and what it rests on below.
Node verdict_card(App& app, const AssessorVerdict& shown, const std::string& id, Tone tone) {
    const VerdictView& verdict = shown.verdict;
    Node whole = edged(id, verdict.norm + " " + verdict.title + ": " + verdict.word, tone);
    Node top = row(12);
    Node word = strong(id + "/word", verdict.word + (verdict.credit.empty() ? "" : " (" + verdict.credit + ")"));
    word.icon = verdict.critical ? Icon::flag : Icon::missed;
    word.tone = tone;
    word.ink = Ink::toned;
    word.min_width = 1;
    add(top, std::move(word));
    add(top, muted(id + "/cost", shown.cost));
    add(whole, std::move(top));
    Node title = heading(id + "/title", 3, verdict.norm + ", " + verdict.title);
    title.before = 0;
    add(whole, std::move(title));
    Node place = muted(id + "/place", shown.case_title + (shown.scene.empty() ? "" : ": " + shown.scene) +
                                          (shown.when.empty() ? "" : ", " + shown.when));
    place.icon = Icon::calendar;
    add(whole, std::move(place));
    Node sides = grid(230, 18);
    add(sides, labelled(id + "/did", Icon::person, "What the learner did"_en, shown.did));
    add(sides, labelled(id + "/because", Icon::balance, "Why it came out so"_en, verdict.because));
    if (!verdict.better.empty())
        add(sides, labelled(id + "/better", Icon::idea, "What would have kept it"_en, verdict.better));
    add(whole, std::move(sides));
    const bool open = app.is_open(id);
    Node fold =
        disclosure(id + "/more", Icon::list,
                   fill("Facts and source: {rule}, {scene}"_en, {{"rule", verdict.norm}, {"scene", shown.scene}}), open,
                   [&app, id] { app.toggle(id); });
    fold.text = "Facts and source"_en;
    fold.max_width = 260;
    add(whole, std::move(fold));
    if (!open) return whole;
    Node rests = grid(230, 18);
    list_of(id + "/facts", Icon::list, "What this looked at"_en, verdict.facts, rests);
    list_of(id + "/excuses", Icon::question, "Exceptions that were tried"_en, verdict.excuses, rests);
    list_of(id + "/sources", Icon::book, "Where the rule comes from"_en, verdict.citations, rests);
    add(whole, std::move(rests));
    return whole;
}

void proposal_part(const AssessorResult& result, Node& into) {
    const bool met = result.proposal_name == "met";
    const Tone tone = met ? Tone::kept : result.proposal_name == "not_yet" ? Tone::missed : Tone::mended;
    Node whole = tinted("proposal", "What the engine proposes"_en, tone);
    add(whole, muted("proposal/label", "What the engine proposes"_en));
    Node words = heading("proposal/words", 2, result.proposal);
    words.before = 0;
    words.icon = met ? Icon::kept : Icon::flag;
    words.tone = tone;
    add(whole, std::move(words));
    for (size_t i = 0; i < result.reasons.size(); ++i)
        add(whole, paragraph("reason/" + std::to_string(i + 1), result.reasons[i]));
    if (!result.doubt.empty()) add(whole, note("proposal/doubt", Icon::missed, result.doubt, Tone::missed));
    add(into, std::move(whole));
}

void scores_part(App& app, const AssessorResult& result, Node& into) {
    add(into, heading("scores/title", 2, "Scores"_en));
    add(into, bar("overall", "Overall"_en, result.overall.score, result.overall.percent,
                  result.mark + (result.error.empty() ? "" : " " + result.error)));
    Node strands = grid(230, 18);
    for (const auto& [line, floor] : result.strands)
        add(strands, bar("strand/" + line.id, line.label, line.score, line.percent, floor));
    add(into, std::move(strands));
    const bool open = app.is_open("cases");
    add(into, disclosure("cases", Icon::list, "What each case came to"_en, open, [&app] { app.toggle("cases"); }));
    if (!open) return;
    Node all = grid(350, 6);
    for (size_t i = 0; i < result.cases.size(); ++i)
        add(all, paragraph("case/" + std::to_string(i + 1),
                           std::to_string(i + 1) + ". " + result.cases[i].first + ": " + result.cases[i].second));
    add(into, std::move(all));
}

void verdict_list(App& app, const std::vector<AssessorVerdict>& all, const std::string& prefix, Tone tone, Node& into) {
    for (size_t i = 0; i < all.size(); ++i)
        add(into, verdict_card(app, all[i], prefix + "/" + std::to_string(i + 1), tone));
}

void save_part(App& app, Node& into) {
    Node whole = card("save-card", "Save the report"_en);
    add(whole, heading("save/title", 2, "Save the report"_en));
    add(whole, paragraph("save/lead",
                         "The result with all decisions beside it, and of each case the report as page, paper and "
                         "data with its decision log. Seal the data with: needtoknow seal."_en));
    add(whole, line_box("save", "The folder it goes to"_en, assessor_box(app, "save"), [&app] { assessor_save(app); }));
    Node buttons = row(10);
    add(buttons, secondary("save/go", Icon::save, "Save the report"_en, [&app] { assessor_save(app); }));
    add(whole, std::move(buttons));
    add(into, std::move(whole));
}

}  // namespace

void assessor_result_parts(App& app, Node& into) {
    const AssessorResult& result = app.assessor.result;
    Node about = column(2);
    add(about, strong("learner", result.row.learner));
    add(about, muted("about", result.title + ". " + result.row.where + ". " + result.row.last + "."));
    add(into, std::move(about));
    proposal_part(result, into);
    scores_part(app, result, into);
    if (!result.criticals.empty()) {
        add(into, heading("criticals/title", 2, "Critical: no score makes up for these"_en));
        verdict_list(app, result.criticals, "critical", Tone::missed, into);
    }
    if (!result.losses.empty()) {
        add(into, heading("losses/title", 2, "What the score lost, the heaviest first"_en));
        verdict_list(app, result.losses, "loss", Tone::mended, into);
        if (result.more_losses > 0)
            add(into,
                muted("losses/more", number_of<"And {n} lighter one, which the saved report has. | And {n} lighter "
                                               "ones, which the saved report has.">(result.more_losses)));
    }
    if (app.view.narrow()) assessor_decide_parts(app, into);
    save_part(app, into);
}

}  // namespace ntk::desktop
