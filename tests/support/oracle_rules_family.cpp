// Being open with the family, and what their yes or no is worth: Rules 2 and 3.

#include <algorithm>

#include "tests/support/oracle_case.h"

namespace ntk::oracle {

namespace {

// Of which recipients `p` had been told this part (who, what or why) by the end of decision `until`.
Names told(const Case& c, const Person& p, const std::string& part, int until) {
    Names all;
    for (int k = 0; k <= until; ++k) {
        // Choice: whoever is named; else those given something in the same breath; else those it is due to.
        Names now;
        for (const Deed& d : c.deeds(k))
            if (d.kind == "share" || d.kind == "hand_over") now.insert(d.to.begin(), d.to.end());
        if (now.empty())
            for (const Duty& duty : c.duties) now.insert(duty.to.begin(), duty.to.end());
        for (const Deed& d : c.deeds(k)) {
            if (d.kind != "inform" || !has(d.who, p.id) || !has(d.parts, part)) continue;
            const Names& of = d.about.empty() ? now : d.about;
            all.insert(of.begin(), of.end());
        }
    }
    return all;
}

// GR2.1: who gets it, what and why, told with the share or before.
void told_the_family(const Case& c, const Duty& duty, Findings& all) {
    std::vector<const Person*> people;
    bool anyone = false;
    for (const Person& p : c.facts.people) {
        const Names items = duty.items();
        const bool own =
            p.role == "relative" &&  // and siblings who can be engaged with; no one here can
            std::any_of(items.begin(), items.end(), [&](const std::string& i) { return has(c.item(i).about, p.id); });
        if (p.role != "carer" && !own) continue;
        anyone = true;
        if (!c.exempt(p)) people.push_back(&p);
    }
    if (!anyone) return;
    if (c.divided()) return earn(all, "GR2.1", 2, "contested", 0);
    if (people.empty()) return earn(all, "GR2.1", 2, "excused", whole);
    // Choice: telling them afterwards is about those who had it at the time of the share.
    const auto measure = [&](int shared, int k) {
        Names reached;
        for (const std::string& i : duty.items())
            for (const std::string& r : c.reached(duty, i, shared)) reached.insert(r);
        std::int64_t parts = 0;
        for (const Person* p : people)
            for (const char* part : {"who", "what", "why"}) {
                const Names known = told(c, *p, part, k);
                if (std::includes(known.begin(), known.end(), reached.begin(), reached.end())) ++parts;
            }
        return parts * whole / (3 * static_cast<std::int64_t>(people.size()));
    };
    keep_on_earning(
        c, duty, all, "GR2.1", 2, c.served_at(duty), [&](int k) { return measure(k, k); },
        [&](int shared, int k) { return measure(shared, k) / 2; });
}

// GR2.3: alerting someone it is unsafe to tell, unless it is part of a plan made with a lead at the same time.
void alerted(const Case& c, int k, Findings& all) {
    const auto planned = [&](int j) {
        return j <= c.last() && c.did(j, "safety_plan") &&
               std::any_of(c.duties.begin(), c.duties.end(), [&](const Duty& duty) {
                   const int served = c.served_at(duty);
                   return c.protective(duty) && served >= 0 && served <= j;
               });
    };
    const bool alert = std::any_of(c.facts.people.begin(), c.facts.people.end(), [&](const Person& p) {
        return p.unsafe && c.any(k, [&](const Deed& d) {
            const bool asked = (d.kind == "seek_consent" || d.kind == "seek_agreement") && has(d.from, p.id);
            const bool copied = Case::moves(d) && !d.items.empty() && has(d.to, p.id);
            const bool own = c.request(d.request) != nullptr && c.request(d.request)->from == p.id;
            const bool said = (d.kind == "explain" || d.kind == "answer") && has(d.to, p.id) &&
                              (!d.items.empty() || (c.request(d.request) != nullptr && !own));
            const bool checked = d.kind == "check" && has(d.from, p.id) && !d.items.empty();
            return asked || copied || said || checked || (d.kind == "inform" && has(d.who, p.id));
        });
    });
    if (!alert || planned(k)) return;
    const bool mended = planned(k + 1);
    deduct(all, "GR2.3", 4, mended ? whole / 2 : 0, mended, c.dire() && !mended);
}

// GR3.1: letting a share that is due wait on a yes. Where it has gone, nothing waits; sharing at the same time leaves
// three quarters.
void made_it_wait(const Case& c, const Duty& duty, Findings& all) {
    const auto shares = [&](int k, const std::string& item) {
        return c.any(k, [&](const Deed& d) { return c.serves(d, duty) && (item.empty() || has(d.items, item)); });
    };
    const auto breach = [&](int k) -> std::int64_t {
        Names owed;
        for (const auto& [item, recipients] : duty.due)
            if (!c.sent(duty, item, k) || shares(k, item)) owed.insert(recipients.begin(), recipients.end());
        const bool waits = c.any(k, [&](const Deed& d) {
            if (d.kind == "seek_consent" && d.gate) return !owed.empty() && (d.to.empty() || meet(d.to, owed));
            if (!Case::holds(d) || d.reason != "no_consent") return false;
            const Names items = duty.items();
            return std::any_of(items.begin(), items.end(),
                               [&](const std::string& i) { return c.keeps(d, i, duty) && !c.sent(duty, i, k); });
        });
        if (!waits) return -1;
        return shares(k, "") ? whole * 3 / 4 : 0;
    };
    stalls(c, all, "GR3.1", 4, c.dire(), breach, [&](int, int k) -> std::int64_t {
        if (!shares(k, "")) return 0;
        return c.in_time(duty, k) ? whole * 3 / 4 : whole / 2;
    });
}

// GR3.2: consent named as the basis of a share that would happen anyway. Choice of the pack: one that protects the
// child.
void rested_on_consent(const Case& c, int k, Findings& all) {
    const bool rests = c.any(k, [&](const Deed& d) {
        for (const std::string& i : d.items)
            for (const std::string& r : d.to)
                if (Case::moves(d) && d.basis == "consent" && c.necessary(c.item(i), r)) return true;
        return false;
    });
    if (!rests) return;
    std::int64_t later = 0;
    for (int j = k + 1; j <= c.last(); ++j)
        if (c.any(j, [](const Deed& d) { return d.kind == "record" && has(d.parts, "basis"); })) later = whole / 2;
    deduct_mended(all, "GR3.2", 1, 0, later);
}

// GR3.3: an objection to what is due or asked for is weighed, whichever way it goes.
void weighed(const Case& c, const Person& p, const std::string& to, Findings& all) {
    if (p.role != "child" && p.role != "carer") return;
    const bool due = std::any_of(c.duties.begin(), c.duties.end(), [&](const Duty& d) { return has(d.to, to); });
    const bool asked =
        std::any_of(c.facts.requests.begin(), c.facts.requests.end(), [&](const Request& q) { return q.from == to; });
    if (!due && !asked) return;
    for (int k = 0; k <= c.last(); ++k)
        if (c.any(k, [&](const Deed& d) { return d.kind == "weigh_objection" && has(d.who, p.id); })) {
            const bool in_time = k == 0 || (k == 1 && c.facts.harm == Harm::immediate);
            return earn(all, "GR3.3", 2, in_time ? "kept" : "repaired", in_time ? whole : whole / 2);
        }
    earn(all, "GR3.3", 2, "breached", 0);
}

// GR3.5: sharing over an objection what is not needed to protect the child.
void shared_over_objection(const Case& c, int k, Findings& all) {
    Names wrongly;
    bool by_choice = false;
    for (const Item& i : c.facts.items)
        for (const std::string& r : c.given(k, i.id))
            for (const Person& p : c.facts.people)
                if (has(p.objects_to, r) && !c.necessary(i, r) &&
                    (has(i.about, p.id) || (p.carer_of_child && has(i.about, c.child()))))
                    wrongly.insert(i.id), by_choice = by_choice || !c.ordered(i, r);
    if (!by_choice) return;
    if (c.divided()) return earn(all, "GR3.5", 4, "contested", 0);
    std::int64_t later = 0;
    for (int j = k + 1; j <= c.last(); ++j)
        if (c.did(j, "apologise") &&
            c.any(j, [&](const Deed& d) { return d.kind == "recall" && meet(d.items, wrongly); }))
            later = whole / 4;
    deduct_mended(all, "GR3.5", 4, 0, later);
}

// GR3.6: after overriding an objection, saying so and why.
void said_so(const Case& c, int k, Findings& all) {
    Names overridden;
    for (const Deed& d : c.deeds(k))
        if (d.kind == "override_objection")
            for (const std::string& p : d.who)
                if (!c.exempt(*c.person(p))) overridden.insert(p);
    const auto told_why = [&](const std::string& p, int from, int until) {
        for (int j = from; j <= until; ++j)
            if (c.any(j, [&](const Deed& d) { return d.kind == "inform" && has(d.who, p) && has(d.parts, "why"); }))
                return true;
        return false;
    };
    Names left;
    for (const std::string& p : overridden)
        if (!told_why(p, k, k)) left.insert(p);
    if (left.empty()) return;
    const bool mended =
        std::all_of(left.begin(), left.end(), [&](const std::string& p) { return told_why(p, k + 1, c.last()); });
    deduct_mended(all, "GR3.6", 1, 0, mended ? whole / 2 : 0);
}

}  // namespace

void judge_family(const Case& c, Findings& all) {
    for (const Duty& duty : c.duties) {
        told_the_family(c, duty, all);
        if (c.at_risk()) made_it_wait(c, duty, all);
    }
    for (const Person& p : c.facts.people)
        for (const std::string& to : p.objects_to) weighed(c, p, to, all);
    for (int k = 0; k <= c.last(); ++k) {
        alerted(c, k, all);
        if (c.at_risk()) rested_on_consent(c, k, all);
        shared_over_objection(c, k, all);
        said_so(c, k, all);
    }
}

}  // namespace ntk::oracle
