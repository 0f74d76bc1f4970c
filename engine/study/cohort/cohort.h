#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/scenario/assessment_form.h"
#include "engine/scenario/scenario.h"
#include "engine/study/cohort/case_result.h"
#include "engine/study/cohort/panel.h"
#include "engine/study/statistics/running_pair.h"

namespace ntk {

// What is asked of the results of many learners.
struct CohortRequest {
    std::vector<AssessmentForm> forms;  // sets of cases to look for
    std::optional<Panel> panel;
    std::string before, after;   // two groups to compare person by person; empty for no growth
    std::string mode;            // "practice" or "assessment"; empty for both
    bool each_nameless = false;  // reports without a pseudonym that are alike are different people
    std::uint64_t seed = 1;      // of everything that is drawn
};

// What became of a result that was handed in.
enum class Taken {
    counted,
    copy,           // the same learner, group and log as one counted before
    later_attempt,  // the same learner and case again: only the first counts
    unfinished,
    other_mode
};

// The results of many learners. Results go in one by one; of each only sums and a short row are kept, about half a
// kilobyte, so that a cohort of thousands fits where their reports would not.
class Cohort {
  public:
    explicit Cohort(CohortRequest request) : request_(std::move(request)) {}

    // Takes a result into account. What comes first counts, so the order should be the same everywhere. `group` is what
    // the learner is compared by; empty for none.
    Taken add(const CaseResult& result, const std::string& group);

    // Names the options that a case offers, in its author's order, so that those nobody picked are seen. A case that
    // nobody took, or took in another version, is left alone.
    void know_options(const Scenario& scenario);

    struct OptionSeen {
        std::string id;
        int picked = 0;
        double scored = 0, offered = 0;
        std::array<int, 3> bands = {};  // how often it came out in each DecisionBand
    };
    struct NodeSeen {
        std::string id, title;
        std::vector<OptionSeen> options;
        bool options_known = false;
        int met = 0;
        double scored = 0, offered = 0;  // in whole units: below 2^53, so exact
        RunningPair score_and_rest;
    };
    // One version of one case under one stack of rules; results of others are never mixed in.
    struct CaseSeen {
        std::string id, title, version, sha256, rules_sha256, engine;
        std::vector<NodeSeen> nodes;
        int results = 0;  // first attempts
    };
    struct DecisionRow {
        std::uint32_t node = 0, option = 0;
        std::int64_t net = 0, offered = 0;
    };
    struct Row {
        std::size_t learner = 0, group = 0, of_case = 0;
        bool first = false;  // in any group; otherwise the first in this group only
        Tally overall;
        std::array<Tally, 3> strands;
        CriticalCount criticals;
        Outcome outcome = Outcome::not_yet;
        Skips skips;
        Balance balance;
        std::vector<DecisionRow> decisions;
    };
    struct GroupSeen {
        std::string name;
        int results = 0;
        Tally overall;
        std::vector<ScopeScore> strands, rules, points;
        Balance balance;
        int decisions = 0, waited_for_consent = 0;
        std::set<std::size_t> people;
    };

    const CohortRequest& request() const { return request_; }
    const std::vector<CaseSeen>& cases() const { return cases_; }
    const std::vector<GroupSeen>& groups() const { return groups_; }
    const std::vector<Row>& rows() const { return rows_; }
    std::size_t people() const { return learners_.size(); }
    bool named(std::size_t learner) const { return !learners_[learner].empty(); }
    int count_of(Taken taken) const { return counts_[static_cast<std::size_t>(taken)]; }
    int practice() const { return practice_; }
    int assessment() const { return assessment_; }

  private:
    std::size_t person(const std::string& name);
    std::size_t group(const std::string& name);
    std::size_t case_of(const CaseResult& result);
    void count_items(CaseSeen& seen, Row& row, const CaseResult& result, bool running);

    CohortRequest request_;
    std::vector<CaseSeen> cases_;
    std::vector<GroupSeen> groups_;
    std::vector<Row> rows_;
    std::vector<std::string> learners_;  // pseudonyms; empty for a person without
    std::map<std::string, std::size_t> learner_of_, group_of_, case_of_;
    std::set<std::string> logs_;                           // learner, group and digest of each counted
    std::set<std::array<std::size_t, 2>> first_;           // learner, case
    std::set<std::array<std::size_t, 3>> first_in_group_;  // learner, case, group
    std::array<int, 5> counts_ = {};
    int practice_ = 0, assessment_ = 0;
};

}  // namespace ntk
