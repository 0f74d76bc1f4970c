// How it was done: advice, records and answers (Rules 4 and 7), lawful bases and conditions.

#include <algorithm>

#include "tests/support/oracle_case.h"

namespace ntk::oracle {

namespace {

// GR4.1: unsure, so ask someone fitting who can answer in time.
void asked_advice(const Case& c, int k, Findings& all) {
    const auto covers = [&](const Deed& d) {
        return d.kind == "seek_advice" && std::includes(d.topics.begin(), d.topics.end(), c.facts.unsure_about.begin(),
                                                        c.facts.unsure_about.end());
    };
    std::int64_t best = 0;
    for (const Deed& d : c.deeds(k)) {
        if (!covers(d)) continue;
        for (const std::string& from : d.from) {
            const Person& p = *c.person(from);
            if (!p.adviser) continue;
            // Choice of the pack: in time is before the next clock deadline; when that has gone, within four hours.
            // Choice of the pack: nor is an answer prompt that takes more than a day, where another adviser is quicker.
            bool late = p.answers_in > 1'440 &&
                        std::any_of(c.facts.people.begin(), c.facts.people.end(), [&](const Person& other) {
                            return other.adviser && other.answers_in < p.answers_in;
                        });
            for (const Duty& duty : c.duties) {
                const int served = c.served_at(duty);
                if (served >= 0 && served <= k) continue;
                const int limit = c.clock_limit(duty);
                if (limit >= c.time(k) ? limit < c.time(k) + p.answers_in : p.answers_in > 240) late = true;
            }
            best = std::max(best, late ? whole / 2 : whole);
        }
    }
    // "Same question already answered". Choice of the pack: already asked of someone fitting is enough.
    for (int j = 0; j < k; ++j)
        if (c.any(j, [&](const Deed& d) {
                return covers(d) && std::any_of(d.from.begin(), d.from.end(),
                                                [&](const std::string& p) { return c.person(p)->adviser; });
            }))
            return earn(all, "GR4.1", 2, "kept", whole);
    earn_mended(all, "GR4.1", 2, best, 0);
}

// GR4.3: asking someone unfitting in a way that gives the family away.
void asked_the_wrong_one(const Case& c, int k, Findings& all) {
    const bool wrong = c.any(k, [&](const Deed& d) {
        return d.kind == "seek_advice" && d.identifiable &&
               std::any_of(d.from.begin(), d.from.end(), [&](const std::string& p) { return !c.person(p)->adviser; });
    });
    if (wrong) deduct_mended(all, "GR4.3", 2, 0, k + 1 <= c.last() && c.did(k + 1, "notify_leak") ? whole / 2 : 0);
}

// GR7.1 at a decision point: what was decided, why, and who was given it when something moved.
void recorded_point(const Case& c, Findings& all) {
    const auto parts = [&](int until) {
        const Names on_record = c.recorded(0, until);
        std::int64_t wanted = 2;
        std::int64_t got = has(on_record, "decision") + has(on_record, "reason");
        if (c.anything_moved(0)) ++wanted, got += has(on_record, "recipient");
        return got * whole / wanted;
    };
    // Choice of the pack: an entry marked as late is worth a half once decision and reason are there.
    const Names in_the_end = c.recorded(0, c.last());
    const bool late = c.recorded_late(0, c.last()) && has(in_the_end, "decision") && has(in_the_end, "reason");
    earn_mended(all, "GR7.1", 2, parts(0), late ? whole / 2 : 0);
}

// GR7.1 elsewhere: a share or refusal that nothing called for.
void recorded_unprompted(const Case& c, int k, Findings& all) {
    const bool held = c.any(k, [](const Deed& d) { return d.kind == "refuse" || d.kind == "withhold"; });
    if (!held && !c.anything_moved(k)) return;
    const Names on_record = c.recorded(k, k);
    if (!has(on_record, "decision") || !has(on_record, "reason")) deduct_mended(all, "GR7.1", 2, 0, 0);
}

// GR7.5: an answer, whichever way, by the time it is due.
void answered(const Case& c, const Request& q, Findings& all) {
    for (int k = 0; k <= c.last(); ++k) {
        const bool answer = c.any(k, [&](const Deed& d) {
            // Choice: telling an asker what stays out is an answer, and so is sending them anything.
            const bool said = (d.kind == "refuse" || d.kind == "answer" || d.kind == "explain") && d.request == q.id;
            const bool kept = d.kind == "withhold" && has(d.from, q.from) && meet(d.items, q.items);
            return said || kept || (Case::moves(d) && !d.items.empty() && has(Case::receivers(d), q.from));
        });
        if (!answer) continue;
        const bool in_time = k == 0 || c.time(k) <= c.time(0) + q.due_in;
        return earn(all, "GR7.5", 2, in_time ? "kept" : "repaired", in_time ? whole : whole / 2);
    }
    earn(all, "GR7.5", 2, "breached", 0);
}

bool names_basis(const Deed& d) { return !d.basis.empty(); }

// 2: fits, 1: can be argued for, 0: neither (parameter valid_bases).
int fit(const Case& c, const Deed& d) {
    const bool body = c.facts.organisation != "voluntary" && c.facts.organisation != "private";
    if (d.basis == "vital_interests" && c.facts.harm == Harm::immediate) return 2;
    if (body) {
        if (d.basis == "public_task" || d.basis == "legal_obligation") return 2;
        return d.basis == "vital_interests" || d.basis == "legitimate_interests" ? 1 : 0;
    }
    if (d.basis == "legitimate_interests") return 2;
    return d.basis == "legal_obligation" || d.basis == "public_task" || d.basis == "vital_interests" ? 1 : 0;
}

bool recorded_at(const Case& c, int k, const std::string& part) {
    return c.any(k, [&](const Deed& d) { return d.kind == "record" && has(d.parts, part); });
}

bool recorded_after(const Case& c, int k, const std::string& part) {
    for (int j = k + 1; j <= c.last(); ++j)
        if (recorded_at(c, j, part)) return true;
    return false;
}

// LB.1 and LO.1: a lawful basis is named, and it fits the body.
void lawful_basis(const Case& c, const Duty& duty, Findings& all) {
    // The least that any share of decision k is worth.
    const auto least = [&](int k, const std::function<std::int64_t(const Deed&, bool)>& worth) {
        std::int64_t units = whole;
        for (const Deed& d : c.deeds(k))
            // Choice of the pack: the record of the same decision may name the basis instead of the share.
            if (c.serves(d, duty)) units = std::min(units, worth(d, has(c.recorded(k, k), "basis")));
        return units;
    };
    const auto later = [&](int, int k) { return recorded_at(c, k, "basis") ? whole / 2 : 0; };
    const int first = c.served_at(duty);
    keep_on_earning(
        c, duty, all, "LB.1", 1, first,
        [&](int k) {
            return least(k, [&](const Deed& d, bool on_record) { return names_basis(d) || on_record ? whole : 0; });
        },
        later);
    keep_on_earning(
        c, duty, all, "LO.1", 1, first,
        [&](int k) {
            return least(k, [&](const Deed& d, bool on_record) {
                // A record of a basis that does not fit does not make it fit.
                return std::max(fit(c, d), on_record && !names_basis(d) ? 1 : 0) * whole / 2;
            });
        },
        later);
}

bool special(const Case& c, const Deed& d) {
    return std::any_of(d.items.begin(), d.items.end(),
                       [&](const std::string& i) { return c.item(i).category == "special"; });
}

// Whether what is due to those it went to is marked.
bool due_classified(const Case& c, const Duty& duty, const Deed& d) {
    return std::all_of(duty.due.begin(), duty.due.end(), [&](const auto& due) {
        const auto as = d.classify.find(due.first);
        return !has(d.items, due.first) || !meet(d.to, due.second) || c.item(due.first).category != "special" ||
               (as != d.classify.end() && as->second == "special");
    });
}

// Choice of the pack: explicit consent must have been given, and in these stories nobody has given it.
bool condition_holds(const Case& c, const Deed& d) {
    return d.condition == "safeguarding" || (d.condition == "vital_interests" && c.facts.harm == Harm::immediate);
}

// SC.1 and PC.1 where special category data is due.
void special_due(const Case& c, const Duty& duty, Findings& all) {
    Names items;
    for (const std::string& i : duty.items())
        if (c.item(i).category == "special") items.insert(i);
    if (items.empty()) return;
    const auto keep_on = [&](const std::string& norm, int weight, const std::string& part,
                             const std::function<bool(const Deed&, bool)>& well_done) {
        const auto measure = [&](int k) {
            for (const Deed& d : c.deeds(k))
                if (c.serves(d, duty) && special(c, d) && !well_done(d, has(c.recorded(k, k), part)))
                    return std::int64_t{0};
            return whole;
        };
        keep_on_earning(c, duty, all, norm, weight, c.first_sent(duty, items), measure,
                        [&](int, int k) { return recorded_at(c, k, part) ? whole / 2 : 0; });
    };
    keep_on("SC.1", 1, "classification",
            [&](const Deed& d, bool recorded) { return recorded || due_classified(c, duty, d); });
    keep_on("PC.1", 2, "condition", [&](const Deed& d, bool recorded) {
        // A condition that does not hold is not made good by writing it down.
        return condition_holds(c, d) || (recorded && d.condition.empty());
    });
}

// SC.1 where special category data went to an agency without being due.
void special_undue(const Case& c, int k, Findings& all) {
    const auto unmarked = [&](const Deed& d, const std::string& i) {
        const auto as = d.classify.find(i);
        return c.item(i).category == "special" && (as == d.classify.end() || as->second != "special");
    };
    const bool bare = c.any(k, [&](const Deed& d) {
        if (d.kind != "share" && d.kind != "hand_over") return false;
        return std::any_of(d.items.begin(), d.items.end(), [&](const std::string& i) {
            return unmarked(d, i) && std::any_of(d.to.begin(), d.to.end(), [&](const std::string& r) {
                       return !c.due_to_anyone(i, r) && c.agency(r) != nullptr;
                   });
        });
    });
    if (bare && !has(c.recorded(k, k), "classification"))
        deduct_mended(all, "SC.1", 1, 0, recorded_after(c, k, "classification") ? whole / 2 : 0);
}

}  // namespace

void judge_process(const Case& c, Findings& all) {
    const bool objections = !c.nobody_objects();
    const bool point = !c.duties.empty() || !c.facts.requests.empty() || !c.facts.pulls.empty() || objections;
    if (point) recorded_point(c, all);
    for (int k = 0; k <= c.last(); ++k) {
        if (!c.facts.unsure_about.empty() && c.facts.harm != Harm::immediate) asked_advice(c, k, all);
        asked_the_wrong_one(c, k, all);
        if (k > 0 || !point) recorded_unprompted(c, k, all);
        special_undue(c, k, all);
    }
    for (const Request& q : c.facts.requests) answered(c, q, all);
    for (const Duty& duty : c.duties) {
        lawful_basis(c, duty, all);
        special_due(c, duty, all);
    }
}

const std::vector<std::string>& norms() {
    static const std::vector<std::string> all = {"DA.1",  "DA.2",  "GR1.1", "GR2.1", "GR2.3", "GR3.1", "GR3.2",
                                                 "GR3.3", "GR3.5", "GR3.6", "GR4.1", "GR4.3", "GR5.1", "GR5.3",
                                                 "GR6.1", "GR6.2", "GR6.3", "GR6.4", "GR6.5", "RS.1",  "GR7.1",
                                                 "GR7.5", "SC.1",  "SC.2",  "PC.1",  "LB.1",  "LO.1"};
    return all;
}

Findings judge(const Story& story) {
    const Case c(story);
    Findings all;
    judge_telling(c, all);
    judge_family(c, all);
    judge_care(c, all);
    judge_process(c, all);
    return all;
}

}  // namespace ntk::oracle
