#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/casework/case_file.h"
#include "engine/language/answers.h"
#include "engine/rules/judge.h"
#include "engine/rules/rule_book.h"

namespace ntk {

// The proof of a verdict, in words and facts.
struct Proof {
    std::string text, better, aloud;
    std::vector<FactShown> facts;
    std::vector<ExceptionTried> exceptions;
};

// One norm bound to one thing, and what has become of it.
struct Instance {
    int norm = -1, family = -1;  // indices in the rule book
    int entity = -1;             // what it is bound to; the decision index for Per::decision
    int opened = -1;             // decision index at which it arose
    int weight = 1;              // what it counts for
    VerdictState state = VerdictState::pending;
    Credit credit;
    bool critical = false;
    bool zoned = false;                  // contested because a zone silences it
    bool only_deducts = false;           // fell short in what was sent while a zone suspends the share it hangs on
    int decided = -1;                    // decision index its state belongs to
    int last_live = -1;                  // prohibitions: the last decision at which it was in force
    int deadline = -1;                   // minutes; -1: close
    int deadline_decision = -1;          // last decision index that is still in time
    Frame frame;                         // bound thing and lets, as they were when it was decided
    Credit measured;                     // how much was done when it was decided
    Bits failed;                         // bindings that fell short when it was decided
    int excused_by = -1;                 // index in Family::unless
    bool by_conduct = false;             // excused by what the learner did, so it still counts, as kept
    bool skipped = false;                // lapsed because its decision was skipped
    int repaired_by = -1;                // index in Family::repair
    std::shared_ptr<const Proof> proof;  // null until decided, and where proofs are left out

    // When the bench last looked at a part of it, in rounds of changes; -1: not yet.
    int trigger_seen = -1, tried = -1, mending_tried = -1;
    bool live = false;  // whether it was in force then
};

// What judging an instance came to.
struct Finding {
    enum class Kind { nothing_to_judge, excused, credited } kind = Kind::credited;
    Credit credit;
    bool by_conduct = false;  // excused by what the learner did
    int exception = -1;
    Bits failed;        // bindings that fell short
    Bits missing;       // whole without got; of a measure made of checks: their places
    Type missing_type;  // of what is missing; no set for checks
};

// The case judged under one reading of the uses on which practitioners are divided.
class Bench {
  public:
    Bench(const RuleBook& rules, const Store& opening, Reading reading, std::shared_ptr<const Names> names,
          Proofs proofs);

    void arrive(const Arrival& arrival);
    void act(const std::vector<Act>& acts);
    void skip(const std::vector<Act>& acts);
    void close();

    // Whether somebody else took this step: nothing that arose or would be decided there is judged.
    bool skipped(int decision) const { return decision >= 0 && skipped_.has(decision); }
    int skipped_count() const { return skipped_.count(); }

    // From now on everything is evaluated every time, whether or not anything it reads has changed, and nothing is
    // remembered. It must come to the same: for tests.
    void look_at_everything() { looks_at_everything_ = true; }

    const CaseFile& file() const { return file_; }
    void set_reading(Reading reading) { file_.set_reading(reading); }
    bool writes_proofs() const { return proofs_ == Proofs::written; }
    const std::vector<Instance>& instances() const { return instances_; }
    const Norm& norm_of(const Instance& instance) const {
        return rules_->norms()[static_cast<std::size_t>(instance.norm)];
    }
    const Family& family_of(const Instance& instance) const {
        return norm_of(instance).families[static_cast<std::size_t>(instance.family)];
    }
    std::string key_of(const Instance& instance) const;  // the same under both readings
    std::string text_when_kept(const Instance& instance) const;

  private:
    struct DutyNote {  // what the engine remembers of a duty beside its facts
        int rule = -1;
        int bound = -1;     // what its rule is bound to, such as a request
        int opened = -1;    // decision index
        int deadline = -1;  // minutes; -1: close
        int deadline_decision = -1;
    };

    int this_round();  // for noting when something was looked at

    // Takes in what has changed since the last look; to be called after every change, before anything is evaluated.
    void look_again();
    Answers& answers() const {
        if (looks_at_everything_) answers_ = {};
        return answers_;
    }
    Tri test(const Expression& question, Frame& frame) const { return answers().test(question, file_.facts(), frame); }
    Bits those_with(const Expression& question, Frame& frame, std::size_t slot, Bits members) const {
        return answers().those_with(question, file_.facts(), frame, static_cast<int>(slot), members);
    }
    SetRange set(const Expression& members, Frame& frame) const { return answers().set(members, file_.facts(), frame); }
    SetRange set_except(const Expression& members, Frame& frame, Bits known) const {
        return answers().set_except(members, file_.facts(), frame, known);
    }
    Number number(const Expression& value, Frame& frame) const { return answers().number(value, file_.facts(), frame); }
    bool changed(int seen, const Cells& cells) const {
        return seen < 0 || looks_at_everything_ || changed_after_[static_cast<std::size_t>(seen)].overlaps(cells);
    }
    bool in_force(Instance& instance, const Family& family);
    bool done_now(const MemberBound& kinds) const { return !kinds || !(*kinds & acts_now_).empty(); }

    void take_in(const std::vector<Act>& acts);
    Bits spared_now(const DutyNote& note) const;
    Bits unserved() const;
    void note_silence(Bits before);
    void lapse(Instance& instance);
    void settle(int minutes, int next_decision);
    void drop_spent();
    void lapse_with(int duty);
    void open_duties();
    void open_duty(int rule, int bound, const std::vector<std::pair<int, Bits>>& due);
    void set_duty_deadline(const DutyRule& rule, int bound, DutyNote& note);
    void mark_decision(const Arrival& arrival, int duties_before);
    void open_instances();
    void open_instance(int norm, int family, int entity, Frame frame);
    void set_deadline(Instance& instance, const Family& family);
    bool silenced(const std::string& norm) const { return zoned(norm, &Zone::silences); }
    bool zoned(const std::string& norm, std::vector<std::string> Zone::*listed) const;
    bool taken_otherwise(int norm, int family, int entity) const;

    void judge_now(bool after_act);
    void judge_decision_families();
    void judge_decision(int norm, int family);
    void judge_pending(Instance& instance, bool after_act);
    void judge_forbidden(Instance& instance, bool after_act);
    void judge_obligation(Instance& instance);
    void judge_again(Instance& instance);
    void consider_repair(Instance& instance);
    bool mends(const Family& family, const Instance& instance, const RepairStep& step, Frame frame) const;
    void decide(Instance& instance, const Finding& finding, bool missed);
    Finding find(const Instance& instance, Frame& frame) const;
    Finding find_one(const Family& family, Frame& frame) const;
    Finding find_each(const Family& family, Frame& frame, Bits members) const;
    void measure_into(const Family& family, Frame& frame, Finding& finding, std::int64_t& got,
                      std::int64_t& whole) const;
    int excuse(const Family& family, Frame& frame) const;      // index of a live exception, or -1
    Bits asked_for(const Family& family, Frame& frame) const;  // bindings that nothing excuses
    void bind_lets(const Family& family, Frame& frame) const;
    void explain(Instance& instance, const Finding& finding);
    std::string deadline_words(const Instance& instance) const;
    bool in_time(const Instance& instance) const;
    int skipped_since(int decision) const;

    const RuleBook* rules_;
    std::shared_ptr<const Names> names_;
    Proofs proofs_;
    CaseFile file_;
    int arrivals_ = 0;  // scenes come to so far
    int upcoming_ = 0;  // index of the decision now due or next to come
    Bits skipped_;      // indices of decisions
    std::vector<Instance> instances_;
    std::vector<DutyNote> duty_notes_;  // by duty entity
    // By norm, by family: entities already bound, and when it was last seen that there is no other. For a family bound
    // to decisions: whether it is in force, and when that was last seen.
    struct Opened {
        Bits entities;
        int seen = -1;
        bool in_force = false;
    };
    std::vector<std::vector<Opened>> opened_;
    std::vector<int> duties_seen_;      // by duty rule
    std::vector<Cells> changed_after_;  // by round: what has changed since
    bool changed_in_round_ = false;     // since the last of them began
    // A frame to try things out in, with the bound thing and lets of `instance`; good until the next one is asked for.
    Frame& frame_of(const Instance& instance) {
        scratch_.slots = instance.frame.slots;
        return scratch_;
    }
    Frame scratch_;
    mutable Answers answers_;  // a memory only: what it holds follows from the facts
    bool looks_at_everything_ = false;
    Bits acts_now_;  // kinds of act done with this decision
};

}  // namespace ntk
