#include "engine/report/cohort_words.h"

#include "engine/study/statistics/decimal.h"
#include "engine/study/statistics/small_cells.h"

namespace ntk {

namespace {

constexpr int few = 30;
constexpr int few_judges = 5;

std::string counted(int number, const std::string& one, const std::string& many) {
    return std::to_string(number) + " " + (number == 1 ? one : many);
}

std::string few_words(int n) {
    return n < few ? " With " + std::to_string(n) + " people every figure is rough." : std::string();
}

FigureLine spread_line(const std::optional<double>& sd, const std::optional<double>& skewness,
                       const std::optional<double>& kurtosis) {
    return {"Spread (standard deviation)", shown(sd, 1, " points"),
            "How far scores lie apart. Skewness " + shown(skewness, 2) + ", kurtosis " + shown(kurtosis, 2) +
                ": 0 each for a bell shape, below 0 skewness for a tail of low scores."};
}

std::string alpha_words(const FormFigures& form) {
    if (!form.alpha) return "There is nothing to compare: the totals do not differ.";
    std::string words =
        "Whether the cases agree about who does well, from 0 to 1. The range says how sure that is (95%, Feldt, with "
        "n - 1 and (n - 1)(k - 1) degrees of freedom).";
    if (*form.alpha < 0)
        words += " Below 0 the cases contradict each other: do not compare people by this form.";
    else if (*form.alpha < 0.7)
        words += " Under 0.7 a form is too uneven to decide about single people on its own.";
    return words;
}

FigureLine angoff_line(const CutFigures& cut) {
    std::string words = counted(cut.judges, "judge", "judges") + " on " +
                        counted(cut.decisions, "decision", "decisions") +
                        "; the error is how far another panel like it might come out, if the ratings were made before "
                        "the judges talked.";
    if (cut.judges < few_judges) words += " Fewer than five judges are too few to set a cut.";
    if (cut.left_out > 0)
        words += " " + counted(cut.left_out, "decision was", "decisions were") +
                 " not rated and left out: the cut holds only if they are like the others.";
    return {"Cut set by the panel (Angoff)",
            decimal(cut.cut, 1) + "%" + (cut.error ? ", error " + decimal(cut.error, 1) + " points" : ""), words};
}

}  // namespace

std::string shown(const std::optional<double>& value, int digits, const std::string& unit) {
    const std::string text = decimal(value, digits);
    return text.empty() ? "not known" : text + unit;
}

std::string shown(const std::optional<double>& value, const std::optional<Interval>& interval, int digits,
                  double factor, const std::string& unit) {
    if (!value) return "not known";
    std::string text = decimal(*value * factor, digits) + unit;
    if (interval)
        text +=
            " (" + decimal(interval->low * factor, digits) + " to " + decimal(interval->high * factor, digits) + ")";
    return text;
}

std::string shown_count(const std::optional<int>& count) { return count ? std::to_string(*count) : "hidden"; }

std::vector<std::string> counting_words(const CohortFigures& figures) {
    std::vector<std::string> words;
    words.push_back(counted(figures.results, "result", "results") + " of " +
                    counted(figures.people, "person", "people") + " counted; the first attempt of each at each case.");
    if (figures.copies > 0)
        words.push_back(
            counted(figures.copies, "file is a copy", "files are copies") +
            " of others by digest and counted once. Reports without a pseudonym that are alike are taken for "
            "copies too; --each-nameless counts each as a person.");
    if (figures.later_attempts > 0)
        words.push_back(counted(figures.later_attempts, "later attempt was", "later attempts were") + " left out.");
    if (figures.unfinished > 0)
        words.push_back(counted(figures.unfinished, "unfinished attempt was", "unfinished attempts were") +
                        " left out.");
    if (figures.other_mode > 0)
        words.push_back(counted(figures.other_mode, "result of the other mode was", "results of the other mode were") +
                        " left out.");
    if (figures.practice > 0 && figures.assessment > 0)
        words.push_back(
            "Practice (" + std::to_string(figures.practice) + ") and assessment (" +
            std::to_string(figures.assessment) +
            ") are mixed. Practice tells the answer after each decision, so compare them apart with --mode.");
    words.push_back(
        "Nothing here rests on fewer than five people. \"hidden\" stands for one to four people, or keeps them "
        "from being worked out; \"not known\" stands for what cannot be worked out.");
    words.push_back("These figures are for judging cases and courses. They are not made to watch single people.");
    return words;
}

std::vector<FigureLine> form_lines(const FormFigures& form) {
    if (form.hidden) return {};
    std::vector<FigureLine> lines;
    lines.push_back({"Mean score", shown(form.mean, 1, "%"),
                     "Of " + counted(form.n, "person", "people") + " who finished every case." + few_words(form.n)});
    lines.push_back(spread_line(form.sd, form.skewness, form.kurtosis));
    lines.push_back(
        {"Reached the mark", shown(form.met, form.met_interval, 0, 100, "%"),
         "The mark is " + std::to_string(form.cut) + "%, " + std::to_string(form.floor) +
             "% in each strand and no critical breach. The range is where the share of all such learners may "
             "lie (95%, Wilson). For " +
             shown(form.refer ? std::optional(100 * *form.refer) : std::nullopt, 0, "%") +
             " an assessor has to look at a critical breach."});
    lines.push_back({"Agreement between the cases (Cronbach's alpha)", shown(form.alpha, form.alpha_interval, 2),
                     alpha_words(form)});
    lines.push_back({"Error of a score (SEM)", shown(form.error, 1, " points"),
                     "How far the same person's score may move on another form like this one, two times in three. " +
                         std::string("It is ") + shown(form.error_ratio, 0, "%") + " of the spread."});
    lines.push_back(
        {"Error at the cut", shown(form.error_at_cut, 1, " points"),
         form.error_at_cut
             ? "The same for the " + std::to_string(form.near_cut_people) +
                   " people within 10 points of the cut, by drawing cases anew. It may differ from the error "
                   "of all; this one counts for decisions."
             : "Too few cases (under four) or fewer than five people within 10 points of the cut."});
    lines.push_back({"Sureness of decisions (Livingston)", shown(form.livingston, 2),
                     "How far reaching the mark or not would come out the same on another form, from 0 to 1. High when "
                     "most people are far from the cut, whatever the form is worth."});
    lines.push_back({"Dependability at the cut (phi of lambda)", shown(form.phi, 2),
                     "The same, counting also that other cases may be harder or easier."});
    lines.push_back({"Too near to the cut to call",
                     shown(form.near_cut ? std::optional(100 * *form.near_cut) : std::nullopt, 0, "%"),
                     "Within one error of the cut: chance may have decided, so an assessor should."});
    if (form.angoff) lines.push_back(angoff_line(*form.angoff));
    return lines;
}

std::vector<FigureLine> case_lines(const CaseFigures& one) {
    if (one.hidden) return {};
    return {
        {"Mean score", shown(one.mean, 1, "%"), "Of " + counted(one.n, "result", "results") + "." + few_words(one.n)},
        spread_line(one.sd, one.skewness, one.kurtosis),
        {"Reached the mark", shown(one.met, one.met_interval, 0, 100, "%"),
         "Of this case alone. Nobody should be judged by one case."}};
}

std::vector<FigureLine> panel_lines(const PanelFigures& panel) {
    std::vector<FigureLine> lines;
    lines.push_back({"Agreement within the panel (Krippendorff's alpha)",
                     shown(panel.among_judges, panel.among_judges_interval, 2),
                     "On " + counted(panel.options_rated, "option", "options") +
                         ". Under 0.67 the panel has no common view to compare anything with."});
    lines.push_back(
        {"Agreement of panel and engine (weighted kappa)", shown(panel.with_engine, panel.with_engine_interval, 2),
         "On " + counted(panel.options_seen, "option", "options") +
             " that somebody here picked, by the panel's middle rating. It says whether practitioners see it "
             "as the rules do; it is no key."});
    const auto list = [&](const std::string& name, const std::vector<std::string>& options, const std::string& words) {
        std::string text;
        for (const std::string& option : options) text += (text.empty() ? "" : "; ") + option;
        lines.push_back({name, text.empty() ? "none" : text, words});
    };
    list("At opposite ends", panel.two_apart,
         "The panel and the engine are two bands apart: not fit for assessment until it is settled why.");
    list("Panel divided", panel.divided,
         "The middle half of the panel spreads over more than one band: do not score it.");
    return lines;
}

std::vector<FigureLine> growth_lines(const GrowthFigures& growth) {
    if (growth.hidden) return {};
    std::vector<FigureLine> lines;
    std::string words = "Mean of each person's own change, over " + counted(growth.people, "person", "people") +
                        " who finished a form both times (95%, Student's t)." + few_words(growth.people);
    if (growth.same_form)
        words +=
            " Some took the same form twice: what they remember of it is part of this, so it is no proof of learning.";
    words += " Without a group that had no training, other causes cannot be told from it.";
    lines.push_back({"Change in score", shown(growth.mean, growth.interval, 1, 1, " points"), words});
    lines.push_back(
        {"Telling apart (J), before and after", shown(growth.j_before, 0) + " and " + shown(growth.j_after, 0),
         "Duties served less decisions with something unneeded sent, in percent. Near 0 for any habit that does "
         "not look at the case."});
    lines.push_back({"Lean, before and after", shown(growth.lean_before, 0) + " and " + shown(growth.lean_after, 0),
                     "From -100 (all losses by holding back) to 100 (all by sharing too much)."});
    return lines;
}

std::string item_words(const ItemFigures& item) {
    if (!item.facility) return {};
    if (*item.facility > 0.95) return "Nearly everybody has it: it tells little.";
    if (item.discrimination && *item.discrimination < 0)
        return "Those who do well elsewhere do worse here: read the text again.";
    if (*item.facility < 0.2) return "Very hard: is everything that is needed said?";
    if (item.discrimination && *item.discrimination < 15) return "Hardly tells learners apart.";
    return {};
}

std::string option_words(const OptionFigures& option, const ItemFigures& item) {
    std::string words;
    if (option.tempts_the_best) words = "The worst option, and the best learners pick it: review the text.";
    if (option.rare) words += std::string(words.empty() ? "" : " ") + "Under 5% pick it: it tempts nobody.";
    return item.n == 0 ? std::string() : words;
}

}  // namespace ntk
