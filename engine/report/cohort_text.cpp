#include "engine/report/cohort_report.h"
#include "engine/report/cohort_words.h"
#include "engine/study/statistics/decimal.h"

namespace ntk {

namespace {

constexpr const char* too_few = "Fewer than five people: nothing is shown.\n";

std::string lines_text(const std::vector<FigureLine>& lines) {
    std::string text;
    for (const FigureLine& line : lines) text += "  " + line.name + ": " + line.value + "\n    " + line.words + "\n";
    return text;
}

std::string case_text(const CaseFigures& one) {
    std::string text = "\nCase: " + one.title + " (" + one.id + " " + one.version + ")\n";
    if (one.hidden) return text + too_few;
    text += lines_text(case_lines(one));
    for (const ItemFigures& item : one.items) {
        text += "  " + item.node + " " + item.title + ": ";
        if (item.n == 0) {
            text += "met by fewer than five\n";
            continue;
        }
        text += "met by " + std::to_string(item.n) + ", facility " + shown(item.facility, 2) + ", discrimination " +
                shown(item.discrimination, 0) + ", efficiency " + shown(item.efficiency, 0) + "\n";
        if (const std::string words = item_words(item); !words.empty()) text += "    ! " + words + "\n";
        for (const OptionFigures& option : item.options) {
            text += "    " + option.id + ": " + shown_count(option.picked);
            if (option.picked && *option.picked > 0)
                text += " (lowest third " + shown_count(option.by_third[0]) + ", middle " +
                        shown_count(option.by_third[1]) + ", highest " + shown_count(option.by_third[2]) +
                        "), scores " + shown(option.score, 0, "%");
            const std::string words = option_words(option, item);
            text += (words.empty() ? "" : ". " + words) + "\n";
        }
    }
    return text;
}

std::string group_text(const GroupFigures& group) {
    std::string text = "  " + group.name + ": ";
    if (group.hidden) return text + "hidden\n";
    text += std::to_string(group.people) + " people, score " + shown(group.score, 0, "%") + ", J " + shown(group.j, 0) +
            ", lean " + shown(group.lean, 0) + ", waits for consent at " + shown(group.waited_for_consent, 0, "%") +
            " of decisions\n   ";
    for (const auto* headings : {&group.rules, &group.points})
        for (const HeadingFigures& heading : *headings) text += " " + heading.id + " " + shown(heading.score, 0);
    text += "\n";
    for (const std::string& words : group.words) text += "    " + words + "\n";
    return text;
}

}  // namespace

std::string cohort_text(const CohortFigures& figures) {
    std::string text = "Results of many learners\n";
    for (const std::string& words : counting_words(figures)) text += words + "\n";
    for (const FormFigures& form : figures.forms) {
        text += "\nForm: " + form.title + " (" + form.id + " " + form.version + ")\n";
        text += form.hidden ? too_few : lines_text(form_lines(form));
        for (const FormCaseFigures& one : form.cases)
            text += "  " + one.id + ": mean " + shown(one.mean, 0, "%") + ", discrimination " +
                    shown(one.discrimination, 0) + ", decides " + shown(one.weight, 0, "%") + " of the order\n";
    }
    text += "\nRules by group, in percent of what was offered\n";
    for (const GroupFigures& group : figures.groups) text += group_text(group);
    if (figures.growth) {
        text += "\nFrom " + figures.growth->before + " to " + figures.growth->after + "\n";
        text += figures.growth->hidden ? too_few : lines_text(growth_lines(*figures.growth));
    }
    if (figures.panel) text += "\nPanel: " + figures.panel->title + "\n" + lines_text(panel_lines(*figures.panel));
    if (!figures.differences.empty())
        text += "\nDecisions that may favour a group (screening only; texts to read again)\n";
    for (const DifferenceFigures& one : figures.differences)
        text += "  " + one.case_id + " " + one.node + ", " + one.reference + " against " + one.focal + ": " +
                (one.difference.grade.empty() ? "not known"
                                              : one.difference.grade + ", odds " +
                                                    shown(one.difference.odds_ratio, one.difference.odds_interval, 2)) +
                "\n";
    for (const CaseFigures& one : figures.cases) text += case_text(one);
    return text;
}

}  // namespace ntk
