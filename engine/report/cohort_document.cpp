#include "engine/report/cohort_drawings.h"
#include "engine/report/cohort_report.h"
#include "engine/report/cohort_words.h"
#include "engine/report/document.h"
#include "engine/study/statistics/decimal.h"

namespace ntk {

namespace {

constexpr const char* too_few = "Fewer than five people: nothing is shown.";

using Rows = std::vector<std::vector<std::string>>;

void add_lines(ReportDocument& page, const std::string& caption, const std::vector<FigureLine>& lines) {
    Rows rows;
    for (const FigureLine& line : lines) rows.push_back({line.name, line.value, line.words});
    page.table(caption, {"Figure", "Value", "What it says"}, rows);
}

void add_drawing(ReportDocument& page, const DrawnFigure& drawn) { page.figure(drawn.drawing, drawn.words); }

void add_form(ReportDocument& page, const FormFigures& form, const std::string& id) {
    page.heading(2, "Form: " + form.title, id);
    page.paragraph("Version " + form.version + " (" + form.id + "). A form is scored as one: sums over all its cases.");
    if (form.hidden) return page.paragraph(too_few);
    add_lines(page, "Figures of the form", form_lines(form));
    add_drawing(page, score_drawing(form, id + "-scores"));
    Rows rows;
    for (const FormCaseFigures& one : form.cases)
        rows.push_back({one.title.empty() ? one.id : one.title, shown(one.mean, 0, "%"), shown(one.discrimination, 0),
                        shown(one.weight, 0, "%")});
    page.table("Its cases: a whole case is the unit, for decisions of one story hang together",
               {"Case", "Mean", "Discrimination", "Share in deciding who comes first"}, rows);
}

void add_groups(ReportDocument& page, const CohortFigures& figures) {
    page.heading(2, "Rules by group", "groups");
    page.paragraph(
        "What each group scored under each rule, of what the situations offered. Groups differ in cases, training and "
        "work, so a difference is a question for the course, not a verdict on people.");
    Rows rows;
    for (const GroupFigures& group : figures.groups) {
        if (group.hidden) {
            rows.push_back({group.name, "hidden", "hidden", "hidden", "hidden", ""});
            continue;
        }
        std::string words;
        for (const std::string& one : group.words) words += (words.empty() ? "" : "\n") + one;
        rows.push_back({group.name, std::to_string(group.people), shown(group.score, 0, "%"), shown(group.j, 0),
                        shown(group.lean, 0), words});
    }
    page.table("Which way each group leans", {"Group", "People", "Score", "J", "Lean", "What stands out"}, rows);
    page.paragraph(
        "J is the share of duties served less the share of decisions at which something unneeded left: near 0 for any "
        "habit that does not look at the case. The lean runs from -100, all losses by holding back, to 100, all by "
        "sharing too much.");
    add_drawing(page, heat_drawing(figures.groups, false, "heat-rules"));
    add_drawing(page, heat_drawing(figures.groups, true, "heat-points"));
}

void add_differences(ReportDocument& page, const std::vector<DifferenceFigures>& differences) {
    if (differences.empty()) return;
    page.heading(2, "Decisions that may favour a group", "differences");
    page.paragraph(
        "People of two groups who do equally well on the rest of a case, compared at one decision (Mantel and "
        "Haenszel). "
        "A is negligible, B moderate, C large. This only says which texts to read again with people of both groups; "
        "with "
        "many decisions some come out as C by chance. It is shown only where each group has ten right and ten wrong.");
    Rows rows;
    for (const DifferenceFigures& one : differences)
        rows.push_back({one.case_id + " " + one.node, one.title, one.reference + " against " + one.focal,
                        one.difference.grade.empty() ? "not known" : one.difference.grade,
                        shown(one.difference.odds_ratio, one.difference.odds_interval, 2)});
    page.table("Screening", {"Decision", "Title", "Groups", "Grade", "Odds ratio"}, rows);
}

void add_case(ReportDocument& page, const CaseFigures& one, const std::string& id) {
    page.heading(2, "Case: " + one.title, id);
    page.paragraph("Version " + one.version + " (" + one.id + "), engine " + one.engine + ".");
    if (one.hidden) return page.paragraph(too_few);
    add_lines(page, "Figures of the case", case_lines(one));
    add_drawing(page, item_drawing(one, id + "-items"));
    Rows items, options;
    bool known = true;
    for (const ItemFigures& item : one.items) {
        if (item.n == 0) {
            items.push_back({item.node + " " + item.title, "under 5", "", "", "", ""});
            continue;
        }
        known = known && item.options_known;
        items.push_back({item.node + " " + item.title, std::to_string(item.n), shown(item.facility, 2),
                         shown(item.discrimination, 0), shown(item.efficiency, 0), item_words(item)});
        for (const OptionFigures& option : item.options)
            options.push_back({item.node + " " + option.id, shown_count(option.picked), shown_count(option.by_third[0]),
                               shown_count(option.by_third[1]), shown_count(option.by_third[2]),
                               shown(option.score, 0, "%"), option_words(option, item)});
    }
    page.table("Decisions, of those who met them",
               {"Decision", "Met by", "Facility", "Discrimination", "Efficiency", "Look at"}, items);
    page.table("Options, by thirds of the score on the rest of the case",
               {"Option", "Picked", "Lowest third", "Middle", "Highest third", "Scores", "Look at"}, options);
    if (!known)
        page.paragraph("This version of the case is not in the library: options that nobody picked are not seen.");
}

void add_reading(ReportDocument& page) {
    page.heading(2, "How to read this", "reading");
    page.list({
        "Facility: what was scored at a decision of what could be, 1 for everything. Below 0, more was lost than "
        "earned.",
        "Discrimination: whether those who do well on the rest do well here, from -100 to 100. Not known where "
        "everybody "
        "came out the same; that is not 0.",
        "Efficiency: discrimination as a share of the most that these scores could show.",
        "Decisions of one story hang together. That is why agreement is worked out over whole cases.",
        "A range in brackets is where the true figure may well lie. With few people it is wide; trust the range, not "
        "the "
        "figure.",
        "What was not met is left out. It counts neither as right nor as wrong.",
        "Results of different versions of a case or of the rules are never put together.",
        "Reports are not proof against change. A decision log is: it is replayed, and only what comes out again "
        "counts.",
    });
}

}  // namespace

ReportDocument cohort_document(const CohortFigures& figures) {
    ReportDocument page("Results of many learners");
    page.heading(1, "Results of many learners");
    for (const std::string& words : counting_words(figures)) page.paragraph(words, ReportDocument::Tone::note);
    const auto numbered = [](const std::string& kind, std::size_t i) { return kind + "-" + std::to_string(i + 1); };
    page.contents();

    for (std::size_t i = 0; i < figures.forms.size(); ++i) add_form(page, figures.forms[i], numbered("form", i));
    add_groups(page, figures);
    if (figures.growth) {
        page.heading(2, "From " + figures.growth->before + " to " + figures.growth->after, "growth");
        if (figures.growth->hidden)
            page.paragraph(too_few);
        else
            add_lines(page, "The same people at two times", growth_lines(*figures.growth));
    }
    if (figures.panel) {
        page.heading(2, "Panel: " + figures.panel->title, "panel");
        add_lines(page, "Practitioners and the engine", panel_lines(*figures.panel));
    }
    add_differences(page, figures.differences);
    for (std::size_t i = 0; i < figures.cases.size(); ++i) add_case(page, figures.cases[i], numbered("case", i));
    add_reading(page);
    page.paragraph("What was drawn at random followed from the number " + std::to_string(figures.seed) + ".");
    return page;
}

std::string cohort_html(const CohortFigures& figures) { return document_html(cohort_document(figures)); }

}  // namespace ntk
