#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "engine/rules/judge.h"
#include "engine/scenario/scenario.h"

namespace ntk {

// Answers to a form: field id -> ids of the answers given.
using Answers = std::map<std::string, std::vector<std::string>>;

// One decision of a learner, as it was carried out.
struct DecisionMade {
    std::string node;
    std::string option;  // the id of the option, or of the form when composed
    bool composed = false;
    bool skipped = false;   // the learner skipped the scene, and a colleague took this step
    Answers answers;        // composed: every question with its answer
    int confidence = -1;    // 0..100, or -1 when not asked
    int minutes = 0;        // case time
    std::vector<Act> acts;  // all that was done, standing acts included
};

// A scene the learner came to, and when.
struct Visit {
    std::string node;
    int minutes = 0;
};

// One learner's way through one case: where they are, what they have done and how it is judged. A plain value: copying
// it is how the other way is tried out. It stands at a decision, at a consequence, or at the end.
class Attempt {
  public:
    // Arrives at the first scene.
    Attempt(std::shared_ptr<const Scenario> scenario, std::shared_ptr<const RuleBook> rules,
            Proofs proofs = Proofs::written);

    const Scenario& scenario() const { return *scenario_; }
    const std::shared_ptr<const Scenario>& scenario_ptr() const { return scenario_; }
    const RuleBook& rules() const { return *judge_.rules(); }
    const Judge& judge() const { return judge_; }
    const Store& facts() const { return judge_.case_file().facts(); }

    const Node* node() const { return node_; }  // null at the end
    bool ended() const { return node_ == nullptr; }
    bool deciding() const { return node_ != nullptr && node_->decision() && !decided_; }
    int minutes() const { return minutes_; }
    const std::vector<DecisionMade>& decisions() const { return decisions_; }
    const std::vector<Visit>& visits() const { return visits_; }
    const std::map<std::string, int>& meters() const { return meters_; }
    const std::set<std::string>& flags() const { return flags_; }
    bool visited(const std::string& node) const { return visited_.count(node) != 0; }

    // What choosing an option would do here: information not yet known drops out, an act left without what it needs is
    // dropped, and standing acts of other kinds are added.
    std::vector<Act> acts_of(const std::vector<Act>& written) const;

    // Carries out an option, or a form with its answers. Returns an empty string, or in plain words why it cannot be
    // done; then nothing has changed. The story waits for move_on().
    std::string choose(const std::string& option, int confidence = -1);
    std::string compose(const std::string& form, const Answers& answers, int confidence = -1);

    // Skips the decision: a colleague takes the step that comes out best there (engine/play/skip.h), and nothing about
    // it is judged (Judge::skip). Returns as choose().
    std::string skip_scene();

    // Carries out a decision as it was made somewhere else: its option or answers, and whether it was skipped. Returns
    // as choose().
    std::string repeat(const DecisionMade& made);

    // Goes on from a decision just made, or from a consequence, to the next scene or the end.
    void move_on();

    // Goes on until there is something to decide, or the end.
    void settle();

    // Whether all of these hold: flags raised and scenes visited; "not X" negates.
    bool holds(const std::vector<std::string>& conditions) const;

    // The ending that fits the meters; null before the end or when the scenario has none.
    const Ending* ending() const;

  private:
    void arrive(const Node& node, const std::string& when);
    void finish();
    void follow(const std::vector<Route>& routes);
    void change_meters(const std::vector<MeterChange>& changes);
    std::string take_option(DecisionMade made);
    std::string take_form(DecisionMade made);
    void carry_out(DecisionMade made, const std::vector<Route>& routes);

    std::shared_ptr<const Scenario> scenario_;
    Judge judge_;
    const Node* node_ = nullptr;
    bool decided_ = false;
    std::string next_;     // where the story goes from a decision just made: a node id, or "end"
    std::string next_at_;  // overrides that node's time when not empty
    int minutes_ = 0;
    std::map<std::string, int> meters_;
    std::set<std::string> flags_;
    std::set<std::string> visited_;
    std::vector<Visit> visits_;
    std::vector<DecisionMade> decisions_;
};

// What doing these acts would come to where these are the facts known, standing acts included: Attempt::acts_of.
std::vector<Act> acts_to_do(const Scenario& scenario, const Store& facts, const std::vector<Act>& written);

// What the learner meets on arriving at a scene at a given time.
Arrival arrival_at(const Scenario& scenario, const Node& node, int minutes);

// The time written "w2 Mon 14:30" or "+1d 09:30", seen from `now`; never before it.
int arrival_time(const std::string& written, int now);

}  // namespace ntk
