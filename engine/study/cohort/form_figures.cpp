#include <algorithm>
#include <cmath>

#include "engine/study/cohort/figures.h"
#include "engine/study/cohort/form_score.h"
#include "engine/study/statistics/alpha.h"
#include "engine/study/statistics/angoff.h"
#include "engine/study/statistics/decision_consistency.h"
#include "engine/study/statistics/discrimination.h"
#include "engine/study/statistics/effective_weight.h"
#include "engine/study/statistics/error_of_measurement.h"
#include "engine/study/statistics/moments.h"
#include "engine/study/statistics/small_cells.h"

namespace ntk {

namespace {

constexpr double reach = 10;  // points from the cut within which a score counts as near it

double net_of(const Cohort::Row& row) { return static_cast<double>(row.overall.earned - row.overall.lost); }
double offered_of(const Cohort::Row& row) { return static_cast<double>(row.overall.offered); }

// What each person scored in each case, in three ways.
struct Tables {
    ScoreTable shares;  // of what the case offered, from 0 to 1; below 0 when more was lost
    ScoreTable points;  // the same in points of the form's hundred: each case weighs what it offers on average
    std::vector<std::vector<UnitScore>> units;
};

Tables tables_of(const std::vector<FormRows>& people) {
    Tables tables;
    std::vector<double> weights(people.front().size());
    double sum = 0;
    for (const FormRows& rows : people)
        for (std::size_t i = 0; i < rows.size(); ++i) {
            weights[i] += offered_of(*rows[i]);
            sum += offered_of(*rows[i]);
        }
    for (const FormRows& rows : people) {
        std::vector<double> shares, points;
        std::vector<UnitScore> units;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            shares.push_back(net_of(*rows[i]) / offered_of(*rows[i]));
            points.push_back(100 * shares.back() * weights[i] / sum);
            units.push_back({net_of(*rows[i]), offered_of(*rows[i])});
        }
        tables.shares.push_back(std::move(shares));
        tables.points.push_back(std::move(points));
        tables.units.push_back(std::move(units));
    }
    return tables;
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

std::vector<FormCaseFigures> cases_of(const Cohort& cohort, const std::vector<FormRows>& people, const Tables& tables,
                                      const std::vector<double>& totals) {
    std::vector<FormCaseFigures> found;
    std::vector<double> covariances;
    for (std::size_t i = 0; i < people.front().size(); ++i) {
        const Cohort::CaseSeen& seen = cohort.cases()[people.front()[i]->of_case];
        RunningPair with_rest, with_total;
        double sum = 0;
        for (std::size_t p = 0; p < people.size(); ++p) {
            with_rest.add(tables.points[p][i], totals[p] - tables.points[p][i]);
            with_total.add(tables.points[p][i], totals[p]);
            sum += tables.shares[p][i];
        }
        found.push_back({seen.id, seen.title, 100 * sum / static_cast<double>(people.size()), discrimination(with_rest),
                         std::nullopt});
        covariances.push_back(with_total.covariance().value_or(0));
    }
    const auto weights = effective_weights(covariances);
    for (std::size_t i = 0; i < found.size(); ++i) found[i].weight = weights[i];
    return found;
}

std::optional<CutFigures> angoff_of(const Cohort& cohort, const std::vector<FormRows>& people) {
    if (!cohort.request().panel) return std::nullopt;
    const Panel& panel = *cohort.request().panel;
    CutFigures figures;
    figures.judges = static_cast<int>(panel.judges.size());
    ScoreTable ratings(panel.judges.size());
    std::vector<double> most;
    double all = 0;
    for (const Cohort::Row* row : people.front()) {
        const Cohort::CaseSeen& seen = cohort.cases()[row->of_case];
        for (const Cohort::NodeSeen& node : seen.nodes) {
            if (!(node.offered > 0)) continue;
            const auto rated = panel.cut.find({seen.id, node.id, {}});
            if (rated == panel.cut.end() || rated->second.size() != panel.judges.size()) {
                ++figures.left_out;
                continue;
            }
            ++figures.decisions;
            most.push_back(node.offered / seen.results);
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

void reliability(const std::vector<FormRows>& people, const Tables& tables, const std::vector<double>& totals,
                 std::uint64_t seed, FormFigures& found) {
    const Moments spread = moments_of(totals);
    const int units = static_cast<int>(people.front().size());
    found.alpha = cronbach_alpha(tables.points);
    const CutError near = error_at_cut(tables.units, found.cut, reach, seed);
    // An error that rests on fewer than five people would say something about them.
    if (near.people >= least_shown) {
        found.error_at_cut = near.error;
        found.near_cut_people = near.people;
    }
    found.phi = phi_lambda(tables.shares, found.cut / 100.0);
    if (!found.alpha) return;
    found.alpha_interval = alpha_interval(*found.alpha, found.n, units);
    found.error = standard_error(*spread.sd, *found.alpha);
    found.error_ratio = error_ratio(*found.alpha);
    found.livingston = livingston(*found.alpha, *spread.variance, *spread.mean, found.cut);
    if (found.error) found.near_cut = share_near_cut(totals, found.cut, *found.error);
}

FormFigures figures_of(const Cohort& cohort, const AssessmentForm& form, std::vector<FormRows> people) {
    FormFigures found;
    found.id = form.id;
    found.title = form.title;
    found.version = form.version;
    found.cut = form.cut_percent;
    found.floor = form.strand_floor_percent;
    const auto without_chances = [](const FormRows& rows) {
        return std::any_of(rows.begin(), rows.end(), [](const auto* row) { return row->overall.offered <= 0; });
    };
    people.erase(std::remove_if(people.begin(), people.end(), without_chances), people.end());
    found.hidden = people.size() < least_shown;
    if (found.hidden) return found;
    found.n = static_cast<int>(people.size());

    const Tables tables = tables_of(people);
    std::vector<double> totals, scores;
    int met = 0, refer = 0;
    for (std::size_t p = 0; p < people.size(); ++p) {
        double total = 0;
        for (const double points : tables.points[p]) total += points;
        totals.push_back(total);
        const FormScore score = form_score(people[p], {form.cut_percent, form.strand_floor_percent});
        scores.push_back(percent_of(score.overall).value_or(0));
        met += score.outcome == Outcome::met ? 1 : 0;
        refer += score.outcome == Outcome::refer ? 1 : 0;
    }
    const Moments spread = moments_of(scores);
    found.mean = spread.mean;
    found.sd = spread.sd;
    found.skewness = spread.skewness;
    found.kurtosis = spread.kurtosis;
    found.met = static_cast<double>(met) / found.n;
    found.refer = static_cast<double>(refer) / found.n;
    found.met_interval = wilson_interval(met, found.n);
    found.scores = ranges_of(scores);
    found.cases = cases_of(cohort, people, tables, totals);
    found.angoff = angoff_of(cohort, people);
    reliability(people, tables, totals, cohort.request().seed, found);
    return found;
}

}  // namespace

std::vector<FormFigures> form_figures(const Cohort& cohort) {
    std::vector<FormFigures> found;
    for (const AssessmentForm& form : cohort.request().forms) {
        // A form that nobody has been through is not part of this cohort.
        std::vector<FormRows> people = people_of_form(cohort, form, -1, true);
        if (people.empty()) continue;
        found.push_back(figures_of(cohort, form, std::move(people)));
    }
    return found;
}

}  // namespace ntk
