#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "engine/study/cohort/cohort.h"
#include "engine/study/statistics/group_difference.h"
#include "engine/study/statistics/interval.h"

namespace ntk {

// The figures of a cohort as they may leave the program: nothing rests on fewer than five people. What cannot be worked
// out is missing, never 0. Scores are in percent of what was offered, facilities and coefficients from 0 to 1.

struct OptionFigures {
    std::string id;
    std::optional<int> picked;                   // missing: one to four people, or hidden for their sake
    std::array<std::optional<int>, 3> by_third;  // lowest, middle, highest on the rest of the case
    std::optional<double> score;                 // of those who picked it, at this decision
    bool rare = false;                           // under 5% picked it
    bool tempts_the_best = false;  // the worst of the options, and the highest third picked it at least as often
};

struct ItemFigures {
    std::string node, title;
    int n = 0;
    std::optional<double> facility, discrimination, efficiency;
    std::vector<OptionFigures> options;
    bool options_known = false;
};

struct CaseFigures {
    std::string id, title, version, sha256, rules_sha256, engine;
    int n = 0;
    bool hidden = false;  // fewer than five: no figures
    std::optional<double> mean, sd, skewness, kurtosis;
    std::optional<double> met;  // share that reached the mark of the case
    std::optional<Interval> met_interval;
    std::vector<ItemFigures> items;
};

struct FormCaseFigures {
    std::string id, title;
    std::optional<double> mean, discrimination, weight;
};

// People by their score, in ranges wide enough for five each.
struct ScoreRange {
    int low = 0, high = 0;  // percent; the last one includes its end
    int people = 0;
};

struct CutFigures {
    int judges = 0, decisions = 0, left_out = 0;  // left out: decisions of the form that the panel did not rate
    double cut = 0;                               // percent
    std::optional<double> error;
};

struct FormFigures {
    std::string id, title, version;
    int n = 0;
    int cut = 0, floor = 0;
    bool hidden = false;
    std::optional<double> mean, sd, skewness, kurtosis;
    std::optional<double> alpha;
    std::optional<Interval> alpha_interval;
    std::optional<double> error, error_ratio;  // of measurement: points, and percent of the spread
    std::optional<double> error_at_cut;        // points
    int near_cut_people = 0;                   // within 10 points of the cut
    std::optional<double> livingston, phi, near_cut;
    std::optional<double> met, refer;  // shares of all
    std::optional<Interval> met_interval;
    std::vector<FormCaseFigures> cases;
    std::vector<ScoreRange> scores;
    std::optional<CutFigures> angoff;
};

struct HeadingFigures {
    std::string id, label;
    std::optional<double> score;  // percent; missing when nothing was offered
};

struct GroupFigures {
    std::string name;  // "Everyone" for all; "(no group)" for files that lie in none
    int people = 0, results = 0;
    bool hidden = false;
    std::optional<double> score;
    std::vector<HeadingFigures> strands, rules, points;
    std::optional<double> j;                   // hit rate less false-alarm rate, percent
    std::optional<double> lean;                // -100 holds back ... 100 shares too much
    std::optional<double> waited_for_consent;  // percent of decisions
    std::vector<std::string> words;            // what stands out, in plain words
};

struct DifferenceFigures {
    std::string case_id, node, title, reference, focal;
    GroupDifference difference;
};

struct PanelFigures {
    std::string title;
    int options_rated = 0, options_seen = 0;  // seen: that somebody in the cohort picked
    std::optional<double> among_judges;       // Krippendorff's alpha, ordinal
    std::optional<Interval> among_judges_interval;
    std::optional<double> with_engine;  // quadratic weighted kappa of the panel's median band with the engine's
    std::optional<Interval> with_engine_interval;
    std::vector<std::string> two_apart;  // "case node option": panel and engine at opposite ends
    std::vector<std::string> divided;    // the middle half of the panel spreads over more than one band
};

struct GrowthFigures {
    std::string before, after;
    int people = 0;
    bool hidden = false;
    bool same_form = false;  // some took the same cases twice: practice effect
    std::optional<double> mean;
    std::optional<Interval> interval;
    std::optional<double> j_before, j_after, lean_before, lean_after;
};

struct CohortFigures {
    int people = 0, results = 0, copies = 0, later_attempts = 0, unfinished = 0, other_mode = 0;
    int practice = 0, assessment = 0;
    std::uint64_t seed = 0;
    std::vector<CaseFigures> cases;
    std::vector<FormFigures> forms;
    std::vector<GroupFigures> groups;  // everyone first
    std::vector<DifferenceFigures> differences;
    std::optional<PanelFigures> panel;
    std::optional<GrowthFigures> growth;
};

// Works everything out from what was taken in. Sums go in the order in which results came.
CohortFigures cohort_figures(const Cohort& cohort);

// Its parts.
std::vector<CaseFigures> case_figures(const Cohort& cohort);
std::vector<FormFigures> form_figures(const Cohort& cohort);
std::vector<GroupFigures> group_figures(const Cohort& cohort);
std::vector<DifferenceFigures> difference_figures(const Cohort& cohort);
std::optional<PanelFigures> panel_figures(const Cohort& cohort);
std::optional<GrowthFigures> growth_figures(const Cohort& cohort);

// A score in percent, floored at nothing; missing when nothing was offered.
std::optional<double> percent_of(const Tally& tally);

}  // namespace ntk
