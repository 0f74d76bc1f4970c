#include "engine/report/rule_book_html.h"

#include <algorithm>
#include <set>

#include "engine/report/html.h"

namespace ntk {

namespace {

using Rows = std::vector<std::vector<std::string>>;

constexpr std::string_view extra_style = R"(.norm tr > :first-child { width: 9rem; }
.written { font-size: 0.875rem; }
.sign td, .sign th { height: 2.25rem; }
.sign thead th { height: auto; }
a { color: var(--mark); }
nav ul { columns: 2; }
@media print { nav { display: none; } h3 { break-before: auto; } .sign { break-inside: avoid; } }
)";

std::string lines(const std::vector<std::string>& all) {
    std::string text;
    for (const std::string& one : all) text += (text.empty() ? "" : "\n") + one;
    return text;
}

std::string listed(const std::vector<std::string>& all) {
    std::string text;
    for (const std::string& one : all) text += (text.empty() ? "" : ", ") + one;
    return text;
}

void row(Rows& rows, const std::string& label, const std::string& text) {
    if (!text.empty()) rows.push_back({label, text});
}

void add_opening(HtmlPage& page, const RuleBook& rules, const std::vector<PackCard>& packs) {
    page.heading(1, "Rule book for review");
    page.paragraph(
        "This is what the program judges by, for safeguarding and information-governance leads to read, comment on and "
        "sign off. It is not legal advice. An assessment should rest only on norms that have been signed off, or that "
        "the source states outright.",
        "note");
    page.paragraph(
        "Each norm stands beside its source. \"Explicit\" means that the source says it. \"Inferred\" means that it "
        "follows "
        "from what the source says, in our reading. \"Local\" means that it comes from law or local practice. Every "
        "wording here is ours.");
    page.heading(2, "What is in force", "packs");
    Rows rows;
    for (const PackCard& pack : packs) {
        std::string valid = "From " + pack.from + (pack.to.empty() ? "" : " to " + pack.to);
        std::string about = pack.title + (pack.note.empty() ? "" : "\n" + pack.note);
        if (!pack.default_on) about += "\nOff unless somebody switches it on.";
        rows.push_back({pack.id + " " + pack.version, about, valid,
                        pack.review_status.empty() ? "No review is stated" : pack.review_status});
    }
    page.table("Rule packs, base first", {"Pack", "What it is", "Valid", "Review"}, rows);
    page.paragraph("Rules as of " + rules.as_of() + ". Digest of the rules: " + rules.sha256());
}

void add_norm(HtmlPage& page, const NormView& norm, const std::vector<std::string>& sentences) {
    page.heading(3, norm.id + " " + norm.title, norm.id);
    Rows rows;
    row(rows, "Says", norm.says);
    row(rows, "Source", lines(norm.citations));
    row(rows, "Sentences of the leaflet", sentences.empty() ? "None leads here" : listed(sentences));
    row(rows, "Grade", norm.grade + ": " + grade_words(norm.grade));
    row(rows, "Counts under", lines(norm.headings));
    row(rows, "Judged as", norm.alias_of.empty() ? "" : norm.alias_of + "; not counted twice");
    row(rows, "Kind", norm.type.empty() ? "" : norm.type + "; strand: " + norm.strand + "; severity: " + norm.severity);
    row(rows, "Notes", lines(norm.notes));
    for (const PartView& part : norm.parts) {
        const std::string of = part.name.empty() ? std::string() : " (" + part.name + ")";
        row(rows, "When it arises" + of,
            part.arises + ".\nBinds: " + (part.binds.empty() ? "always." : "when " + part.binds + "."));
        row(rows, "When it is judged" + of, part.judged);
        row(rows, "Asks or forbids" + of, lines(part.asks));
        row(rows, "Exceptions" + of, lines(part.unless));
        row(rows, "Repair" + of, lines(part.repair));
        row(rows, "Credit" + of, part.credit);
    }
    std::vector<std::string> told;
    for (const auto& [state, text] : norm.explanations) told.push_back(state + ": " + text);
    if (!norm.better.empty()) told.push_back("what would have kept it: " + norm.better);
    if (!norm.aloud.empty()) told.push_back("to say aloud: \"" + norm.aloud + "\"");
    row(rows, "What the learner reads", lines(told));
    std::vector<std::string> written;
    for (const PartView& part : norm.parts)
        for (const auto& [label, text] : part.conditions) written.push_back(label + ": " + text);
    row(rows, "As written in the pack", lines(written));
    page.table("The norm " + norm.id, {"Part", "Words"}, rows, "norm");
    page.table("Review of " + norm.id, {"Reader", "Right as it stands?", "What should change", "Name and role", "Date"},
               {{norm.signoff == "none" ? "Not signed off yet" : "Signed off: " + norm.signoff, "", "", "", ""}},
               "sign");
}

void add_norms(HtmlPage& page, const RuleBook& rules, const SourceTrace& trace) {
    std::set<std::string> shown;
    for (const Heading& heading : rules.headings()) {
        std::vector<std::string> elsewhere;
        page.heading(2, heading.label + ": " + heading.title, "heading-" + heading.id);
        for (const Norm& norm : rules.norms()) {
            if (std::find(norm.reports.begin(), norm.reports.end(), heading.id) == norm.reports.end()) continue;
            if (norm.reports.front() != heading.id) {
                elsewhere.push_back(norm.id);
                continue;
            }
            if (shown.insert(norm.id).second) add_norm(page, norm_view(rules, norm), sentences_for(trace, norm.id));
        }
        page.paragraph(
            elsewhere.empty() ? "" : "Also counts here, and stands under another heading: " + listed(elsewhere) + ".");
    }
}

void add_terms(HtmlPage& page, const RuleBook& rules) {
    page.heading(2, "What is due, and to whom", "duties");
    page.paragraph(
        "A duty opens by itself when its facts are known. Norms then ask whether it was met, how and by when.");
    Rows duties;
    for (const DutyRule& duty : rules.duties())
        duties.push_back({duty.id, duty.says, duty.when ? duty.when.source() : "for each: " + duty.per.domain.source(),
                          rules.citation_text(duty.cite)});
    page.table("Duties", {"Duty", "In words", "When, as written", "Source"}, duties, "wide");
    page.heading(2, "Terms the norms rest on", "terms");
    Rows terms;
    for (const Definitions::Definition& term : rules.definitions().all())
        terms.push_back({term.name, term.says, term.body.source(), rules.citation_text(term.cite)});
    page.table("Terms", {"Term", "In words", "As written", "Source"}, terms, "wide");
    page.heading(2, "Where practice is divided", "zones");
    page.paragraph(
        "Here the listed norms are explained and not scored; or, in the last column, they earn nothing and still cost "
        "where "
        "what was sent fell short.");
    Rows zones;
    for (const Zone& zone : rules.zones())
        zones.push_back({zone.id, zone.says, listed(zone.silences), listed(zone.suspends)});
    page.table("Divided practice", {"Name", "In words", "Not scored", "Only deducts"}, zones);
}

void add_trace(HtmlPage& page, const RuleBook& rules, const SourceTrace& trace) {
    page.heading(2, "From every sentence of the leaflet", "trace");
    page.paragraph(trace.title + ". " + trace.checked +
                   " The sentences are told in our own words; read them beside the leaflet.");
    for (const TracedSection& section : trace.sections) {
        Rows rows;
        for (const TracedSentence& sentence : section.sentences) {
            std::vector<std::string> leads;
            for (const std::string& id : sentence.norms) {
                const Norm* norm = rules.norm(id);
                if (norm == nullptr)
                    leads.push_back(id + " (not in these packs)");
                else
                    leads.push_back(id + (norm->id == id ? "" : " (judged as " + norm->id + ")") + " " + norm->title);
            }
            rows.push_back({sentence.number, sentence.says,
                            sentence.left_to.empty() ? lines(leads) : "Left to people. " + sentence.reason});
        }
        page.table(section.title, {"Sentence", "In our words", "Leads to"}, rows);
    }
    page.heading(2, "Left to people", "people");
    page.paragraph(
        "No rule judges warmth and tone, the quality of a conversation, curiosity, bias in wording, or whether the "
        "level of "
        "need was judged rightly. These go to debrief questions and trainers, never to a score.");
}

}  // namespace

std::string rule_book_html(const RuleBook& rules, const std::vector<PackCard>& packs, const SourceTrace& trace) {
    HtmlPage page("Rule book for review", std::string(page_style) + std::string(extra_style));
    add_opening(page, rules, packs);
    page.heading(2, "Contents", "contents");
    std::vector<std::pair<std::string, std::string>> links;
    for (const Heading& heading : rules.headings())
        links.emplace_back("heading-" + heading.id, heading.label + ": " + heading.title);
    for (const auto& [id, words] :
         {std::pair{"duties", "What is due, and to whom"}, std::pair{"terms", "Terms the norms rest on"},
          std::pair{"zones", "Where practice is divided"}, std::pair{"trace", "From every sentence of the leaflet"},
          std::pair{"people", "Left to people"}, std::pair{"signing", "Sign-off"}})
        links.emplace_back(id, words);
    page.contents(links);
    add_norms(page, rules, trace);
    add_terms(page, rules);
    add_trace(page, rules, trace);
    page.heading(2, "Sign-off", "signing");
    page.paragraph("Sign for the packs as a whole only when every norm above has been looked at.");
    Rows rows;
    for (const PackCard& pack : packs)
        for (const char* role : {"Safeguarding lead", "Safeguarding lead", "Information-governance lead"})
            rows.push_back({pack.id + " " + pack.version, role, "", "", ""});
    page.table("Sign-off of the packs", {"Pack", "Role", "Name", "Signature", "Date"}, rows, "sign");
    return page.finish();
}

}  // namespace ntk
