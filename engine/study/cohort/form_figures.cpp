#include <algorithm>
#include <cmath>

#include "engine/study/cohort/figures.h"
#include "engine/study/cohort/form_score.h"
#include "engine/study/cohort/node_sums.h"
#include "engine/study/statistics/alpha.h"
#include "engine/study/statistics/angoff.h"
#include "engine/study/statistics/decision_consistency.h"
#include "engine/study/statistics/effective_weight.h"
#include "engine/study/statistics/error_of_measurement.h"
#include "engine/study/statistics/joint_spread.h"
#include "engine/study/statistics/moments.h"
#include "engine/study/statistics/small_cells.h"

namespace ntk {

namespace {

constexpr double reach = 10;  // points from the cut within which a score counts as near it

// Looks at everybody who has been through a form whole and could earn something in each of its cases.
class WholeForms {
  public:
    WholeForms(const Cohort& cohort, const AssessmentForm& form) : cohort_(cohort), people_(cohort, form) {}

    // Whether somebody has been through it, whatever they could earn.
    bool anybody() {
        bool found = false;
        each_row([&](const FormRows&) { found = true; });
        return found;
    }

    // Calls look(rows, units): the results of the form's cases, and what each gave.
    template <class F>
    void each(F look) {
        std::vector<UnitScore> units;
        each_row([&](const FormRows& rows) {
            units.clear();
            bool chances = true;
            for (const Cohort::Summary* row : rows) {
                const Cohort::Standing& whole = cohort_.standing(*row);
                chances = chances && whole.offered > 0;
                units.push_back({static_cast<double>(whole.net), static_cast<double>(whole.offered)});
            }
            if (chances) look(rows, units);
        });
    }

  private:
    template <class F>
    void each_row(F look) {
        if (!people_.possible()) return;
        cohort_.each_learner([&](std::uint32_t, std::uint32_t, const auto& attempts) {
            if (const FormRows* rows = people_.rows_of(attempts, true)) look(*rows);
        });
    }

    const Cohort& cohort_;
    FormPeople people_;
};

// What is found out about a form in a first look at everybody: all but what hangs on how much each case weighs.
struct FirstLook {
    explicit FirstLook(const AssessmentForm& form) : shares(form.cases.size()), offered(form.cases.size()) {}

    JointSpread shares;           // of what each case offered, from 0 to 1; below 0 when more was lost
    std::vector<double> offered;  // by each case, to all of them together
    std::vector<double> scores;   // in percent, by person
    int met = 0, refer = 0, near_cut = 0;
    std::vector<std::uint32_t> cases;  // by place in the form
};

FirstLook first_look(const Cohort& cohort, const AssessmentForm& form, WholeForms& people) {
    FirstLook found(form);
    std::vector<double> shares;
    people.each([&](const FormRows& rows, const std::vector<UnitScore>& units) {
        shares.clear();
        for (std::size_t i = 0; i < units.size(); ++i) {
            shares.push_back(units[i].scored / units[i].offered);
            found.offered[i] += units[i].offered;
        }
        found.shares.add(shares);
        const FormScore score = form_score(cohort, rows, {form.cut_percent, form.strand_floor_percent});
        found.scores.push_back(percent_of(score.overall).value_or(0));
        found.met += score.outcome == Outcome::met ? 1 : 0;
        found.refer += score.outcome == Outcome::refer ? 1 : 0;
        found.near_cut += near_the_cut(units, form.cut_percent, reach) ? 1 : 0;
        if (found.cases.empty())
            for (const Cohort::Summary* row : rows) found.cases.push_back(row->of_case);
    });
    return found;
}

// What each case weighs in points of the form's hundred: what it offers on average.
std::vector<double> points_of_cases(const FirstLook& look) {
    double sum = 0;
    for (const double offered : look.offered) sum += offered;
    std::vector<double> points;
    for (const double offered : look.offered) points.push_back(100 * offered / sum);
    return points;
}

// Ranges of ten points, joined from below until each holds five people.
std::vector<ScoreRange> ranges_of(const std::vector<double>& scores) {
    std::array<int, 10> tens = {};
    for (const double score : scores)
        ++tens[static_cast<std::size_t>(std::clamp(static_cast<int>(std::floor(score / 10)), 0, 9))];
    std::vector<ScoreRange> ranges;
    ScoreRange open;
    for (int i = 0; i < 10; ++i) {
        open.high = 10 * (i + 1);
        open.people += tens[static_cast<std::size_t>(i)];
        if (open.people < least_shown && i < 9) continue;
        if (open.people < least_shown && !ranges.empty()) {
            ranges.back().high = open.high;
            ranges.back().people += open.people;
        } else {
            ranges.push_back(open);
        }
        open = {open.high, open.high, 0};
    }
    return ranges;
}

std::vector<FormCaseFigures> cases_of(const Cohort& cohort, const FirstLook& look, const JointSpread& points) {
    std::vector<FormCaseFigures> found;
    std::vector<double> covariances;
    for (std::size_t i = 0; i < look.cases.size(); ++i) {
        const Cohort::CaseSeen& seen = cohort.cases()[look.cases[i]];
        const auto correlation = correlation_with_rest(points, i);
        found.push_back({seen.id, seen.title, 100 * look.shares.mean(i),
                         correlation ? std::optional(100 * *correlation) : std::nullopt, std::nullopt});
        covariances.push_back(points.covariance_with_sum(i));
    }
    const auto weights = effective_weights(covariances);
    for (std::size_t i = 0; i < found.size(); ++i) found[i].weight = weights[i];
    return found;
}

std::optional<CutFigures> angoff_of(const Cohort& cohort, const std::vector<std::uint32_t>& cases) {
    if (!cohort.request().panel) return std::nullopt;
    const Panel& panel = *cohort.request().panel;
    CutFigures figures;
    figures.judges = static_cast<int>(panel.judges.size());
    ScoreTable ratings(panel.judges.size());
    std::vector<double> most;
    double all = 0;
    for (const std::uint32_t of_case : cases) {
        const Cohort::CaseSeen& seen = cohort.cases()[of_case];
        for (const Cohort::NodeSeen& node : seen.nodes) {
            const double offered = sums_of(node).offered;
            if (!(offered > 0)) continue;
            const auto rated = panel.cut.find({seen.id, node.id, {}});
            if (rated == panel.cut.end() || rated->second.size() != panel.judges.size()) {
                ++figures.left_out;
                continue;
            }
            ++figures.decisions;
            most.push_back(offered / seen.results);
            all += most.back();
            for (std::size_t judge = 0; judge < ratings.size(); ++judge) ratings[judge].push_back(rated->second[judge]);
        }
    }
    const auto cut = angoff_cut(ratings, most);
    if (!cut || !(all > 0)) return std::nullopt;
    figures.cut = 100 * cut->cut / all;
    if (cut->error) figures.error = 100 * *cut->error / all;
    return figures;
}

void reliability(WholeForms& people, const FirstLook& look, const std::vector<double>& weights,
                 const JointSpread& points, std::uint64_t seed, FormFigures& found) {
    CutErrorDraws drawing(found.cut, reach, seed, draws_for(look.near_cut));
    std::vector<double> totals;
    totals.reserve(look.scores.size());
    people.each([&](const FormRows&, const std::vector<UnitScore>& units) {
        double total = 0;
        for (std::size_t i = 0; i < units.size(); ++i) total += weights[i] * units[i].scored / units[i].offered;
        totals.push_back(total);
        drawing.add(units);
    });
    const Moments spread = moments_of(totals);
    found.alpha = cronbach_alpha(points, spread.variance.value_or(0));
    const CutError near = drawing.found();
    // An error that rests on fewer than five people would say something about them.
    if (near.people >= least_shown) {
        found.error_at_cut = near.error;
        found.near_cut_people = near.people;
    }
    found.phi = phi_lambda(look.shares, found.cut / 100.0);
    if (!found.alpha) return;
    found.alpha_interval = alpha_interval(*found.alpha, found.n, static_cast<int>(points.figures()));
    found.error = standard_error(*spread.sd, *found.alpha);
    found.error_ratio = error_ratio(*found.alpha);
    found.livingston = livingston(*found.alpha, *spread.variance, *spread.mean, found.cut);
    if (found.error) found.near_cut = share_near_cut(totals, found.cut, *found.error);
}

FormFigures figures_of(const Cohort& cohort, const AssessmentForm& form, WholeForms& people) {
    FormFigures found;
    found.id = form.id;
    found.title = form.title;
    found.version = form.version;
    found.cut = form.cut_percent;
    found.floor = form.strand_floor_percent;
    const FirstLook look = first_look(cohort, form, people);
    found.hidden = look.scores.size() < least_shown;
    if (found.hidden) return found;
    found.n = static_cast<int>(look.scores.size());
    const Moments spread = moments_of(look.scores);
    found.mean = spread.mean;
    found.sd = spread.sd;
    found.skewness = spread.skewness;
    found.kurtosis = spread.kurtosis;
    found.met = static_cast<double>(look.met) / found.n;
    found.refer = static_cast<double>(look.refer) / found.n;
    found.met_interval = wilson_interval(look.met, found.n);
    found.scores = ranges_of(look.scores);
    const std::vector<double> weights = points_of_cases(look);
    const JointSpread points = look.shares.times(weights);
    found.cases = cases_of(cohort, look, points);
    found.angoff = angoff_of(cohort, look.cases);
    reliability(people, look, weights, points, cohort.request().seed, found);
    return found;
}

}  // namespace

std::vector<FormFigures> form_figures(const Cohort& cohort) {
    std::vector<FormFigures> found;
    for (const AssessmentForm& form : cohort.request().forms) {
        // A form that nobody has been through is not part of this cohort.
        WholeForms people(cohort, form);
        if (people.anybody()) found.push_back(figures_of(cohort, form, people));
    }
    return found;
}

}  // namespace ntk
