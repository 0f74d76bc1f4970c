#include "engine/report/cohort_shapes.h"

namespace ntk {

namespace {

using shape::needed;

// A figure with its point, as text, so that every machine writes the same; null when it is hidden or cannot be worked
// out.
Shape figure() {
    Shape shape = shape::string();
    shape.pattern = "^-?[0-9]+([.][0-9]+)?$";
    return shape::or_null(shape);
}

Shape digits() {
    Shape shape = shape::string();
    shape.pattern = "^[0-9]+$";
    return shape;
}

// People; null stands for one to four, or keeps them from being worked out.
Shape people() { return shape::or_null(shape::count()); }

Shape all(const FieldTable& (*fields)()) { return shape::list(shape::mapping(fields)); }

const FieldTable& interval_figures() {
    static const FieldTable table{
        "interval",
        {{"low", figure(), needed, "The lower end of 95%."}, {"high", figure(), needed, "The upper end of 95%."}}};
    return table;
}

Shape interval() { return shape::or_null(shape::mapping(interval_figures)); }

const FieldTable& option_figures() {
    static const FieldTable table{
        "option",
        {{"id", shape::string(), needed, "The option, by its id."},
         {"picked", people(), needed, "People who picked it."},
         {"lowest_third", people(), needed, "Those of them in the lowest third by the rest of the case."},
         {"middle_third", people(), needed, "Those of them in the middle third."},
         {"highest_third", people(), needed, "Those of them in the highest third."},
         {"score_percent", figure(), needed, "What it earns of this decision."},
         {"rare", shape::flag(), needed, "Whether hardly anybody picks it."},
         {"tempts_the_best", shape::flag(), needed,
          "Whether the highest third picks it more than the lowest though it falls short."}}};
    return table;
}

const FieldTable& decision_figures() {
    static const FieldTable table{
        "decision",
        {{"node", shape::string(), needed, "The scene, by its id."},
         {"title", shape::string(), needed, "Its title."},
         {"met_by", people(), needed, "People who met it."},
         {"facility", figure(), needed, "The mean share of what it offers, from 0 to 1."},
         {"discrimination", figure(), needed, "How it goes with the rest of the case, in percent."},
         {"efficiency", figure(), needed, "Its discrimination as a share of the most there could be, in percent."},
         {"all_options_known", shape::flag(), needed,
          "Whether every option that was picked stands in the case as it is now."},
         {"options", all(option_figures), needed, "Each option."}}};
    return table;
}

const FieldTable& case_figures() {
    static const FieldTable table{"case",
                                  {{"id", shape::string(), needed, "The case, by its id."},
                                   {"title", shape::string(), needed, "Its title."},
                                   {"version", shape::string(), needed, "Its version."},
                                   {"sha256", shape::digest(), needed, "The digest of its content."},
                                   {"rules_sha256", shape::digest(), needed, "The digest of the rules."},
                                   {"engine", shape::string(), needed, "The version of the program that judged it."},
                                   {"results", people(), needed, "How many results there are."},
                                   {"mean_percent", figure(), needed, "The mean score."},
                                   {"sd_points", figure(), needed, "The standard deviation."},
                                   {"skewness", figure(), needed, "The skewness of the scores."},
                                   {"kurtosis", figure(), needed, "The excess kurtosis of the scores."},
                                   {"met_percent", figure(), needed, "The share that reached the mark."},
                                   {"met_interval", interval(), needed, "The interval of that share."},
                                   {"decisions", all(decision_figures), needed, "Each decision."}}};
    return table;
}

const FieldTable& angoff_figures() {
    static const FieldTable table{"angoff",
                                  {{"judges", shape::count(), needed, "How many judges."},
                                   {"decisions", shape::count(), needed, "Decisions they rated."},
                                   {"left_out", shape::count(), needed, "Decisions nobody rated."},
                                   {"cut_percent", figure(), needed, "The mark their ratings come to."},
                                   {"error_points", figure(), needed, "Its standard error."}}};
    return table;
}

const FieldTable& form_case_figures() {
    static const FieldTable table{
        "case of a form",
        {{"id", shape::string(), needed, "The case, by its id."},
         {"mean_percent", figure(), needed, "The mean score."},
         {"discrimination", figure(), needed, "How it goes with the rest of the form, in percent."},
         {"effective_weight_percent", figure(), needed, "Its share in the spread of the scores."}}};
    return table;
}

const FieldTable& score_range() {
    static const FieldTable table{"range of scores",
                                  {{"from", shape::count(), needed, "The lowest score."},
                                   {"to", shape::count(), needed, "The highest."},
                                   {"people", shape::count(), needed, "How many people."}}};
    return table;
}

const FieldTable& form_figures() {
    static const FieldTable table{
        "form",
        {{"id", shape::string(), needed, "The form, by its id."},
         {"title", shape::string(), needed, "Its title."},
         {"version", shape::string(), needed, "Its version."},
         {"people", people(), needed, "People with a result in every case of it."},
         {"cut_percent", shape::count(), needed, "The mark."},
         {"strand_floor_percent", shape::count(), needed, "The mark in each strand."},
         {"mean_percent", figure(), needed, "The mean score."},
         {"sd_points", figure(), needed, "The standard deviation."},
         {"skewness", figure(), needed, "The skewness of the scores."},
         {"kurtosis", figure(), needed, "The excess kurtosis of the scores."},
         {"met_percent", figure(), needed, "The share that reached the mark."},
         {"met_interval", interval(), needed, "The interval of that share."},
         {"refer_percent", figure(), needed, "The share that goes to an assessor."},
         {"alpha", figure(), needed, "Cronbach's alpha over the cases."},
         {"alpha_interval", interval(), needed, "The interval of alpha."},
         {"sem_points", figure(), needed, "The standard error of a score."},
         {"error_ratio_percent", figure(), needed, "The standard error as a share of the standard deviation."},
         {"error_at_cut_points", figure(), needed, "The standard error at the mark."},
         {"livingston", figure(), needed, "Livingston's coefficient at the mark."},
         {"phi_lambda", figure(), needed, "The dependability of decisions at the mark."},
         {"near_cut_percent", figure(), needed, "The share within one standard error of the mark."},
         {"cases", all(form_case_figures), needed, "Each case of the form."},
         {"scores", all(score_range), needed, "People by their score in percent, in ranges of five people or more."},
         {"angoff", shape::mapping(angoff_figures), false, "The mark that a panel would set."}}};
    return table;
}

const FieldTable& heading_figures() {
    static const FieldTable table{
        "heading",
        {{"label", shape::string(), needed, "Its name for people."}, {"percent", figure(), needed, "The mean score."}}};
    return table;
}

Shape headings() { return shape::keyed(shape::mapping(heading_figures)); }

const FieldTable& group_figures() {
    static const FieldTable table{
        "group",
        {{"name", shape::string(), needed, "The group, as it was named."},
         {"people", people(), needed, "How many people are in it."},
         {"score_percent", figure(), needed, "The mean score."},
         {"j_percent", figure(), needed, "How well the group tells what to share from what not to share."},
         {"lean", figure(), needed, "Which way it leans: above 0 to sharing too much."},
         {"waits_for_consent_percent", figure(), needed,
          "The share of decisions that waited for consent and fell short."},
         {"strands", headings(), needed, "The score of each strand."},
         {"rules", headings(), needed, "The score of each rule."},
         {"points", headings(), needed, "The score of each point."},
         {"words", shape::list(shape::string()), needed, "The same in words."}}};
    return table;
}

const FieldTable& difference_figures() {
    static const FieldTable table{
        "difference",
        {{"case", shape::string(), needed, "The case, by its id."},
         {"node", shape::string(), needed, "The decision, by its scene."},
         {"reference", shape::string(), needed, "The group it is compared with."},
         {"focal", shape::string(), needed, "The group that is compared."},
         {"odds_ratio", figure(), needed, "The common odds ratio of Mantel and Haenszel; screening only."},
         {"odds_interval", interval(), needed, "The interval of the odds ratio."},
         {"delta", figure(), needed, "The same on the scale of delta."},
         {"grade", shape::choice({"", "A", "B", "C"}), needed, "A, B or C by size; empty where it cannot be said."}}};
    return table;
}

const FieldTable& panel_figures() {
    static const FieldTable table{
        "panel",
        {{"title", shape::string(), needed, "The title of the panel."},
         {"options_rated", shape::count(), needed, "Options that were rated."},
         {"options_seen", shape::count(), needed, "Those of them that somebody picked."},
         {"among_judges", figure(), needed, "How far judges agree, as weighted kappa."},
         {"among_judges_interval", interval(), needed, "The interval of that."},
         {"with_engine", figure(), needed, "How far they agree with the engine."},
         {"with_engine_interval", interval(), needed, "The interval of that."},
         {"two_apart", shape::list(shape::string()), needed, "Options where judges and engine are two steps apart."},
         {"divided", shape::list(shape::string()), needed, "Options on which the judges are divided."}}};
    return table;
}

const FieldTable& growth_figures() {
    static const FieldTable table{"growth",
                                  {{"before", shape::string(), needed, "The results before, as they were named."},
                                   {"after", shape::string(), needed, "The results after."},
                                   {"people", people(), needed, "People in both."},
                                   {"same_form", shape::flag(), needed, "Whether both sat the same cases."},
                                   {"change_points", figure(), needed, "The mean change of score."},
                                   {"change_interval", interval(), needed, "The interval of that."},
                                   {"j_before", figure(), needed, "How well they told what to share before."},
                                   {"j_after", figure(), needed, "How well they did after."},
                                   {"lean_before", figure(), needed, "Which way they leaned before."},
                                   {"lean_after", figure(), needed, "Which way they leaned after."}}};
    return table;
}

}  // namespace

const FieldTable& cohort_file() {
    static const FieldTable table{
        "cohort",
        {{"schema", shape::choice({"cohort/1"}), needed, "What this document is."},
         {"note", shape::string(), needed, "What the figures are for."},
         {"people", shape::count(), needed, "How many people."},
         {"results", shape::count(), needed, "How many results."},
         {"copies", shape::count(), needed, "Results that were there twice and count once."},
         {"later_attempts", shape::count(), needed, "Later attempts at the same case, which are left out."},
         {"unfinished", shape::count(), needed, "Attempts that were not finished, which are left out."},
         {"other_mode", shape::count(), needed, "Results in another mode, which are left out."},
         {"practice", shape::count(), needed, "Results in practice."},
         {"assessment", shape::count(), needed, "Results in assessments."},
         {"seed", digits(), needed, "What was drawn at random follows from it."},
         {"forms", all(form_figures), needed, "Each form."},
         {"cases", all(case_figures), needed, "Each case."},
         {"groups", all(group_figures), needed, "Each group."},
         {"differences", all(difference_figures), needed, "Decisions that may favour a group."},
         {"panel", shape::mapping(panel_figures), false, "What a panel of practitioners says beside the engine."},
         {"growth", shape::mapping(growth_figures), false, "What changed between two sittings."}}};
    return table;
}

}  // namespace ntk
