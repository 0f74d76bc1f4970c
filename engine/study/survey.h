#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/play/attempt.h"
#include "engine/rules/score.h"
#include "engine/study/way.h"

namespace ntk {

// What a finished way came to, as far as studies compare it.
struct WayResult {
    std::string way;     // as `play --choices` reads it
    std::string ending;  // its id; empty when none fits
    int percent = -1;
    std::map<std::string, int> strands, rules;  // percent by id; -1: nothing was offered
    std::map<std::string, int> opportunities;   // chances to earn, by rule
    Outcome outcome = Outcome::not_yet;
    int breached = 0, missed = 0, repaired = 0;  // verdicts, as they stand at the end
    int criticals_open = 0;                      // critical breaches that were not mended
    bool kept() const { return breached == 0 && missed == 0 && repaired == 0; }
};

WayResult result_of(const Attempt& ended);
WayResult result_of(const Attempt& ended, const ScoreCard& card);

// The lowest and highest value met, each with a way that came to it.
struct Range {
    int least = 0, most = 0;
    std::string least_way, most_way;
    bool empty = true;
    void add(int value, const std::string& way);
};

// What one option of the case came to on the ways that were judged.
struct OptionSeen {
    long tried = 0;
    long breached = 0;  // times it broke some norm
};

// What one decision of the case came to.
struct DecisionSeen {
    long met = 0;                 // times every option was tried there
    long none_broke = 0;          // times none of them broke a norm
    long all_broke = 0;           // times each of them did
    std::string all_broke_after;  // a way that leads to such a place
    std::string forced_after;     // the same, and nothing had been broken before: then the case leaves no clean way
};

// Gathers what judged ways through one case come to. Every count is of ways judged, never an estimate.
class Survey {
  public:
    explicit Survey(const Scenario& scenario) : scenario_(&scenario) {}

    // Takes a choice where `before` stands and judges it: expectations compared, verdicts and scenes noted. Returns
    // where it leads. A choice that is refused is noted as a fault and leads nowhere.
    Attempt judge(const Attempt& before, const Move& choice);

    // Every option where `before` stands, in turn; hands each over with where it leads.
    template <class F>
    void judge_all(const Attempt& before, F&& go_on) {
        int broke = 0;
        for (const Option& option : before.node()->options) {
            Attempt after = judge(before, option_move(option));
            broke += last_broke_ ? 1 : 0;
            go_on(option, after);
        }
        note_decision(before, broke);
    }

    bool last_broke() const { return last_broke_; }  // the choice judged last broke some norm
    long judged() const { return judged_; }
    long finished() const { return static_cast<long>(finished_); }
    const std::map<std::pair<std::string, std::string>, OptionSeen>& options() const { return options_; }
    const std::map<std::pair<std::string, std::string>, long>& forms() const { return forms_; }  // times sent
    const std::map<std::string, DecisionSeen>& decisions() const { return decisions_; }
    const std::map<std::string, std::string>& nodes() const { return nodes_; }      // scene -> a way that met it
    const std::map<std::string, std::string>& endings() const { return endings_; }  // ending -> a way that met it
    const std::map<std::string, std::set<std::string>>& states() const { return states_; }  // norm -> verdicts
    const std::map<std::string, std::string>& unexpected() const { return unexpected_; }    // what -> a way there
    const std::map<std::string, std::string>& faults() const { return faults_; }            // what -> a way there
    std::vector<std::string> take_new_faults();            // unexpected verdicts and faults of the last choice judged
    std::vector<std::string> expectations_unseen() const;  // those whose `when` held on no way judged

    const Range& overall() const { return overall_; }
    const std::map<std::string, Range>& strands() const { return strands_; }
    const std::map<std::string, Range>& rules() const { return rules_; }
    const std::map<std::string, Range>& opportunities() const { return opportunities_; }
    const std::map<Outcome, long>& outcomes() const { return outcomes_; }
    const std::string& passed_with_critical() const { return passed_with_critical_; }  // a way; empty: none met

  private:
    void note_decision(const Attempt& before, int broke);
    void note_expectations(const Attempt& before, const Move& choice);
    void note_scenes(const Attempt& before, const Attempt& after);
    void note_end(const Attempt& after);
    void note_fault(std::string what, const std::string& way);

    const Scenario* scenario_;
    long judged_ = 0;
    long finished_ = 0;
    bool last_broke_ = false;
    std::vector<std::string> last_faults_;
    std::map<std::pair<std::string, std::string>, OptionSeen> options_;
    std::map<std::pair<std::string, std::string>, long> forms_;
    std::map<std::string, DecisionSeen> decisions_;
    std::map<std::string, std::string> nodes_, endings_, unexpected_, faults_;
    std::map<std::string, std::set<std::string>> states_;
    std::set<const Expectation*> expectations_seen_;
    Range overall_;
    std::map<std::string, Range> strands_, rules_, opportunities_;
    std::map<Outcome, long> outcomes_;
    std::string passed_with_critical_;
};

}  // namespace ntk
