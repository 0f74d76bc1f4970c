#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/support/oracle.h"

namespace ntk::oracle {

bool has(const Names& set, const std::string& one);
bool meet(const Names& a, const Names& b);  // they share a member

// What is due, from facts alone (engine.md section 3).
struct Duty {
    std::string kind;  // lead, early_help, request
    Names to;
    std::map<std::string, Names> due;  // item -> who it is due to
    std::string request;
    Names items() const;
};

// A story with the definitions of engine.md section 3 worked out. All facts are visible from the first decision.
class Case {
  public:
    explicit Case(const Story& story);

    const Story& story;
    const Facts& facts;
    std::vector<Duty> duties;

    int last() const { return static_cast<int>(story.steps.size()) - 1; }
    const std::vector<Deed>& deeds(int k) const { return story.steps[static_cast<std::size_t>(k)].deeds; }
    int time(int k) const { return story.steps[static_cast<std::size_t>(k)].minutes; }
    bool any(int k, const std::function<bool(const Deed&)>& is) const;
    bool did(int k, const std::string& kind) const;

    const Person* person(const std::string& id) const;  // null when it is an agency
    const Agency* agency(const std::string& id) const;
    const Item& item(const std::string& id) const;
    const Request* request(const std::string& id) const;
    const std::string& child() const { return facts.people.front().id; }

    bool concern() const { return facts.need >= Need::early_help || at_risk(); }
    bool at_risk() const { return facts.harm >= Harm::possible; }
    bool statutory() const { return facts.need >= Need::child_in_need || facts.harm >= Harm::likely; }
    bool dire() const { return facts.harm >= Harm::likely; }  // where severity C is critical
    bool nobody_objects() const;
    bool objected(const std::string& recipient) const;  // the child or a carer does not want it told
    bool lead(const Agency& a) const;                   // able to protect at this level
    bool contested_for(const Agency& a) const;          // objected to, and due something or asking
    bool divided() const;                               // zones CZ1 and CZ1-local
    bool divided_over_leads() const;                    // zone CZ1-local-lead
    bool has_role(const std::string& recipient) const;
    bool family(const std::string& recipient) const;
    bool essential(const Item& i, const std::string& recipient) const;
    bool justified(const Request& q) const;
    bool needed(const Item& i, const std::string& recipient) const;
    bool tolerated(const Item& i, const std::string& recipient) const;
    bool ordered(const Item& i, const std::string& recipient) const;  // by a court
    bool surplus(const Item& i, const std::string& recipient) const;  // more than the recipient needs or may have
    bool protective_recipient(const Duty& request) const;             // it was a lead that asked
    bool protective(const Duty& duty) const;                          // someone able to protect is to hear of it
    bool necessary(const Item& i, const std::string& r) const { return essential(i, r) && (at_risk() || statutory()); }
    bool called_for(const Item& i) const;  // someone with a task needs it
    bool exempt(const Person& p) const;    // need not be told
    bool endangered(const std::string& p) const;
    bool reach(const std::string& p, const std::string& recipient) const;  // who endangers `p` may learn it there
    bool needs_identity(const std::string& recipient, const std::string& p) const;
    bool warned(const std::string& p, int k) const;  // with a plan for their safety, at decision k
    bool hazard(const std::string& p, const Item& i, const std::string& recipient) const;
    bool due_to_anyone(const std::string& item, const std::string& recipient) const;

    // Acts.
    static bool moves(const Deed& d);
    static Names receivers(const Deed& d);
    static bool holds(const Deed& d) { return d.kind == "withhold" || d.kind == "refuse" || d.kind == "wait"; }
    static bool shields(const Deed& d, const std::string& p);
    bool keeps(const Deed& holding, const std::string& item, const Duty& duty) const;  // back from whom it is due to
    bool about(const Deed& holding, const Duty& duty) const;  // keeping back what this duty is about
    bool serves(const Deed& share, const Duty& duty) const;

    // What moved.
    Names given(int k, const std::string& item) const;  // to whom, with decision k
    bool anything_moved(int k) const;
    Names strays(int k) const;  // what left without its recipient needing it
    bool strayed(int k) const { return !strays(k).empty(); }
    Names reached(const Duty& duty, const std::string& item, int k) const;  // fitting recipients by the end of k
    int served_at(const Duty& duty) const;  // first decision at which something due arrived; -1: never
    int first_sent(const Duty& duty, const Names& items) const;
    bool sent_more(const Duty& duty, int k) const;  // something due went with decision k
    bool sent(const Duty& duty, const std::string& item, int k) const { return !reached(duty, item, k).empty(); }
    bool in_time(const Duty& duty, int k) const;
    int clock_limit(const Duty& duty) const;  // minutes; far away when the case's end is the limit

    // The record for decision k, with everything entered up to decision `until`.
    Names recorded(int k, int until) const;
    bool recorded_late(int k, int until) const;  // a later entry covers it and says that it is late
};

using Findings = std::vector<Finding>;

// A prohibition on one duty over a whole story: each decision may mend the last breach and may break it anew.
// `breach(k)` is the credit left at once by a breach at decision k, or -1; `mend(at, k)` what doing better at decision
// k makes of a breach at decision `at`: nothing, a part, or all of it.
void stalls(const Case& c, Findings& all, const std::string& norm, int weight, bool critical,
            const std::function<std::int64_t(int)>& breach, const std::function<std::int64_t(int, int)>& mend);

// Adds what came of an obligation that earns.
void earn(Findings& all, const std::string& norm, int weight, const std::string& state, std::int64_t units);
// Adds a deduction; nothing is added when nothing was lost.
void deduct(Findings& all, const std::string& norm, int weight, std::int64_t units, bool mended, bool critical = false);

// Credit at first, and what it was mended to later (never less). Sets kept, breached or repaired.
void earn_mended(Findings& all, const std::string& norm, int weight, std::int64_t first, std::int64_t later);
void deduct_mended(Findings& all, const std::string& norm, int weight, std::int64_t first, std::int64_t later);

// An obligation met as far as `measure(k)` says when something first went with decision k, and again whenever more
// goes: where it falls short counts, and `mend(at, k)` is what decision k makes of a shortfall at decision `at`. In a
// divided case only falling short counts.
void keep_on_earning(const Case& c, const Duty& duty, Findings& all, const std::string& norm, int weight, int first,
                     const std::function<std::int64_t(int)>& measure,
                     const std::function<std::int64_t(int, int)>& mend);

void judge_telling(const Case& c, Findings& all);  // don't assume, Rule 1, special category, enough
void judge_family(const Case& c, Findings& all);   // Rules 2 and 3
void judge_care(const Case& c, Findings& all);     // Rules 5 and 6
void judge_process(const Case& c, Findings& all);  // Rules 4 and 7, bases and conditions

}  // namespace ntk::oracle
