#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/scenario/assessment_form.h"
#include "engine/scenario/scenario.h"
#include "engine/study/cohort/cell_table.h"
#include "engine/study/cohort/learner_book.h"
#include "engine/study/cohort/numbering.h"
#include "engine/study/cohort/panel.h"
#include "engine/study/cohort/result_view.h"

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

// The results of many learners. They go in one by one and are counted: what many have in common stands once, with the
// number of those who have it. Of a person only their pseudonym and 36 bytes a result are kept, to know them again
// and to put their cases together.
class Cohort {
  public:
    explicit Cohort(CohortRequest request) : request_(std::move(request)) {}

    // Takes a result into account. What comes first counts, so the order should be the same everywhere. `group` is what
    // the learner is compared by; empty for none.
    Taken add(const ResultView& result, std::string_view group);
    Taken add(const CaseResult& result, std::string_view group) { return add(view_of(result), group); }

    // Names the options that a case offers, in its author's order, so that those nobody picked are seen. A case that
    // nobody took, or took in another version, is left alone.
    void know_options(const Scenario& scenario);

    // What a result came to as a whole, in one group.
    struct Standing {
        std::int64_t net = 0, offered = 0;
        std::uint32_t group = 0;
        int people = 0;  // of whom it is the first attempt
        bool operator==(const Standing& other) const {
            return net == other.net && offered == other.offered && group == other.group;
        }
        std::uint64_t hash() const {
            return mixed(mixed(static_cast<std::uint64_t>(net), static_cast<std::uint64_t>(offered)), group);
        }
    };
    struct alignas(64) NodeSeen {  // what is asked of it with each decision lies together
        std::string id;
        std::uint64_t last_result = 0;  // the number of the one that came by last
        CellTable cells;
        std::string title;
        std::vector<std::string> options;
        bool options_known = false;
    };
    // One version of one case under one stack of rules; results of others are never mixed in.
    struct CaseSeen {
        std::string id, title, version, sha256, rules_sha256, engine;
        std::vector<NodeSeen> nodes;
        Different<Standing> standings;
        int results = 0, met = 0;  // first attempts, and those of them that reached the mark of the case
    };
    // What was scored and offered in a strand.
    struct StrandSum {
        std::int64_t net = 0, offered = 0;
        friend bool operator==(const StrandSum&, const StrandSum&) = default;
        std::uint64_t hash() const {
            return mixed(mixed(0, static_cast<std::uint64_t>(net)), static_cast<std::uint64_t>(offered));
        }
    };
    // What stands beside the sums.
    struct Conduct {
        CriticalCount criticals;
        Balance balance;
        Skips skips;
        bool operator==(const Conduct& other) const;
        std::uint64_t hash() const;
    };
    // What a result came to as a part of a form, as numbers of what it has in common with others.
    struct Summary {
        std::uint32_t of_case = 0, standing = 0;
        std::array<std::uint32_t, 3> strands = {};
        std::uint32_t conduct = 0;
    };
    struct GroupSeen {
        std::string name;
        int results = 0;
        Tally overall;
        std::vector<ScopeScore> strands, rules, points;
        Balance balance;
        int decisions = 0, waited_for_consent = 0;
        int people = 0;
    };
    // What somebody came to, and whether they had not taken the case in another group before.
    struct Attempted {
        const Summary* summary = nullptr;
        bool first = false;
    };

    const CohortRequest& request() const { return request_; }
    const std::vector<CaseSeen>& cases() const { return cases_; }
    std::vector<std::string> case_ids() const;  // of cases(), each once
    const std::vector<GroupSeen>& groups() const { return groups_; }
    const Standing& standing(const Summary& summary) const {
        return cases_[summary.of_case].standings[summary.standing];
    }
    const StrandSum& strand(const Summary& summary, std::size_t which) const {
        return strand_sums_[summary.strands[which]];
    }
    const Conduct& conduct(const Summary& summary) const { return conducts_[summary.conduct]; }
    int people() const { return static_cast<int>(learners_.size()) + nameless_; }
    int count_of(Taken taken) const { return counts_[static_cast<std::size_t>(taken)]; }
    int practice() const { return practice_; }
    int assessment() const { return assessment_; }

    // Gives `look` what each learner with a pseudonym has attempted in each group, learner by learner in the order in
    // which they came and group by group: look(learner, group, attempts).
    template <class F>
    void each_learner(F look) const {
        std::vector<Attempted> attempts;
        for (std::uint32_t learner = 0; learner < learners_.size(); ++learner)
            for (std::uint32_t at = first_taker_[learner]; at != no_number; at = takers_[at].next) {
                attempts_of(takers_[at].notes, attempts);
                look(learner, takers_[at].group, attempts);
            }
    }

  private:
    // A learner in a group.
    struct Taker {
        std::uint32_t group = 0, notes = no_number, next = no_number;  // the learner in the next group
    };
    // A result of a taker: what it came to, and by what to know its log again.
    struct Note {
        Summary summary;                          // of no case: a later attempt, which is not counted
        std::uint32_t log = 0, next = no_number;  // the result before
        bool first = false;                       // they had not taken the case in another group before
        bool counted() const { return summary.of_case != no_number; }
    };
    // The scene of a decision that is about to be counted, and the hash of its cell.
    struct SceneAtHand {
        std::uint32_t node = 0;
        std::uint64_t hash = 0;
    };
    // A log of somebody without a pseudonym.
    struct NamelessLog {
        std::uint64_t print = 0;
        bool operator==(const NamelessLog& other) const { return print == other.print; }
        std::uint64_t hash() const { return print; }
    };

    std::uint32_t group(std::string_view name);
    std::uint32_t find_case(const ResultView& result);
    std::uint32_t new_case(const ResultView& result);
    Taker& taker(std::uint32_t learner, std::uint32_t group);
    Taken known_as(const ResultView& result, std::uint32_t of_case, const Taker& taker, std::uint32_t log) const;
    bool took_elsewhere(std::uint32_t learner, std::uint32_t in_group, std::uint32_t of_case) const;
    Summary count_result(const ResultView& result, std::uint32_t group, std::uint32_t of_case, bool first);
    void find_scenes(CaseSeen& seen, std::uint32_t standing, const ResultView& result);
    void count_decisions(CaseSeen& seen, std::uint32_t standing, const ResultView& result, bool counts);
    void attempts_of(std::uint32_t notes, std::vector<Attempted>& attempts) const;

    CohortRequest request_;
    std::vector<CaseSeen> cases_;
    NumberTable case_table_, group_table_;
    std::vector<GroupSeen> groups_;
    Different<StrandSum> strand_sums_;
    Different<Conduct> conducts_;
    LearnerBook learners_;
    std::vector<std::uint32_t> first_taker_;  // by learner
    Pile<Taker> takers_;
    Pile<Note> notes_;
    Different<NamelessLog> nameless_logs_;
    int nameless_ = 0;
    std::uint32_t last_case_ = no_number;
    std::vector<std::uint32_t> case_after_;  // which case came after each the last time
    std::vector<SceneAtHand> at_hand_;       // of the result that is being counted
    bool comes_back_ = false;                // to a scene, in that result
    std::uint64_t results_ = 0;
    std::array<int, 5> counts_ = {};
    int practice_ = 0, assessment_ = 0;
};

}  // namespace ntk
