#include "tests/support/page_text.h"

namespace ntk {

namespace {

class Writer {
  public:
    std::string text;

    void line(const std::string& words) { text += words + "\n"; }
    void pair(const std::string& name, const std::string& words) {
        if (!words.empty()) line(name + ": " + words);
    }
    void list(const std::string& name, const std::vector<std::string>& all) {
        for (const std::string& one : all) line(name + ": " + one);
    }
};

void write(Writer& out, const ActForm& form) {
    out.line("form " + form.id + ": " + form.title);
    for (const Field& field : form.fields) {
        const char* kind = field.kind == Field::Kind::pick_many  ? "any"
                           : field.kind == Field::Kind::pick_one ? "one"
                                                                 : "text";
        out.line("  " + field.id + " (" + kind + (field.optional ? "" : ", needed") + "): " + field.question);
        if (!field.help.empty()) out.line("    " + field.help);
        for (const Field::Answer& answer : field.answers) {
            bool chosen = false;
            for (const std::string& id : field.chosen) chosen = chosen || id == answer.id;
            out.line(std::string("    ") + (chosen ? "[x] " : "[ ] ") + answer.id + ": " + answer.label +
                     (answer.detail.empty() ? "" : " (" + answer.detail + ")"));
        }
    }
    out.line("  send: " + form.send);
}

void write(Writer& out, const VerdictView& verdict) {
    out.line(verdict.word + (verdict.credit.empty() ? "" : " (" + verdict.credit + ")") + ": " + verdict.norm + " " +
             verdict.title + (verdict.critical ? " [critical]" : ""));
    out.pair("  because", verdict.because);
    out.pair("  would have kept it", verdict.better);
    out.pair("  can be mended", verdict.repair);
    out.list("  fact", verdict.facts);
    out.list("  exception", verdict.excuses);
    out.list("  source", verdict.citations);
    out.list("  heading", verdict.headings);
}

void write(Writer& out, const CaseFileView& file) {
    out.line("-- case file");
    const auto people = [&](const char* name, const std::vector<PersonView>& all) {
        for (const PersonView& person : all) {
            std::string words = std::string(name) + " " + person.id + ": " + person.name;
            if (!person.role.empty()) words += ", " + person.role;
            if (!person.about.empty()) words += ". " + person.about;
            for (const std::string& link : person.links) words += " [" + link + "]";
            out.line(words);
        }
    };
    people("person", file.people);
    people("agency", file.agencies);
    for (const ItemView& item : file.items) {
        out.line("item " + item.id + ": " + item.text);
        out.line("  " + item.grade + "; " + item.category + "; from " + item.source + "; known " + item.known);
        out.list("  about", item.about);
        out.list("  at risk", item.at_risk);
        out.list("  sent to", item.sent_to);
    }
    const auto events = [&](const char* name, const std::vector<EventView>& all) {
        for (const EventView& event : all) out.line(std::string(name) + " " + event.when + ": " + event.text);
    };
    events("time", file.timeline);
    events("recorded", file.recorded);
    events("shared", file.shared);
}

void write(Writer& out, const DebriefView& view) {
    out.pair("ending", view.ending_title);
    out.pair("  ", view.ending_text);
    out.pair("the child's week", view.childs_week);
    out.pair("summary", view.summary);
    const auto line = [&](const ScoreLine& score) {
        out.line("score " + score.id + " (" + score.label + "): " + score.score + ", " +
                 std::to_string(score.opportunities) + " chances");
    };
    line(view.overall);
    for (const ScoreLine& score : view.strands) line(score);
    for (const ScoreLine& score : view.rules) line(score);
    for (const ScoreLine& score : view.points) line(score);
    out.pair("balance", view.balance);
    out.list("critical", view.criticals);
    for (const DecisionView& decision : view.decisions) {
        out.line("decision " + decision.node + " " + decision.title + ", " + decision.when + ": " + decision.chosen);
        for (const VerdictView& verdict : decision.verdicts) write(out, verdict);
    }
    for (const EventView& day : view.childs_days) out.line("the child's day, " + day.when + ": " + day.text);
    for (const MapNode& node : view.map) {
        std::string words =
            "map " + node.id + " (" + std::to_string(node.column) + ", " + std::to_string(node.row) + ") " + node.title;
        if (node.decision) words += " [decision]";
        if (node.visited) words += " [visited]";
        for (const std::string& next : node.next) words += " -> " + next;
        for (const std::string& taken : node.taken) words += " => " + taken;
        out.line(words);
    }
    out.list("question", view.questions);
    out.list("objective", view.objectives);
    out.pair("versions", view.versions);
}

void write(Writer& out, const PictureView& view) {
    out.line("lead: " + view.lead);
    out.line("summary: " + view.summary);
    out.line("sees: " + view.sees);
    for (const SightView& sight : view.fuller) out.line("fuller: " + sight.says + " [" + sight.missing + "]");
    for (const PieceView& piece : view.pieces) {
        out.line("piece " + piece.id + ": " + piece.word + (piece.arrived ? " [x] " : " [ ] ") + piece.says);
        out.list("  by", piece.lines);
        out.pair("  planned", piece.planned);
    }
    for (const ChairView& chair : view.chairs) out.line("chair " + chair.who + ": " + chair.holds + " " + chair.part);
    out.pair("planned", view.planned);
    out.pair("planned sees", view.planned_sees);
    out.list("question", view.questions);
    out.pair("versions", view.versions);
}

}  // namespace

std::string page_text(const Page& page, bool with_case_file) {
    Writer out;
    out.line("== " + page.id + ": " + page.title);
    out.line(page.case_title + (page.when.empty() ? "" : "; " + page.when) + "; decision " + std::to_string(page.step) +
             " of " + std::to_string(page.steps));
    for (const Block& block : page.blocks) {
        const char* mark = block.kind == Block::Kind::heading ? "# " : block.kind == Block::Kind::note ? "(note) " : "";
        out.line(mark + (block.speaker.empty() ? "" : block.speaker + ": ") + block.text);
    }
    out.pair("headline", page.feedback.headline);
    out.pair("tempting", page.feedback.tempting);
    out.pair("aloud", page.feedback.aloud);
    for (const VerdictView& verdict : page.feedback.verdicts) write(out, verdict);
    if (page.kind == PageKind::debrief) write(out, page.debrief);
    if (page.kind == PageKind::picture) write(out, page.picture);
    for (const Choice& choice : page.choices) out.line("choice " + choice.id + ": " + choice.label);
    for (const ActForm& form : page.forms) write(out, form);
    std::string actions;
    for (const std::string& action : page.actions) actions += " " + action;
    out.line("actions:" + actions);
    for (const Term& term : page.glossary) out.line("term " + term.word + ": " + term.meaning);
    out.list("advice", page.advice);
    if (with_case_file) write(out, page.case_file);
    return out.text;
}

}  // namespace ntk
