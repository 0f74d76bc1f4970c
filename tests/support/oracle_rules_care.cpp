// Who could be hurt, and right facts to right people in the right amount: Rules 5 and 6.

#include <algorithm>

#include "tests/support/oracle_case.h"

namespace ntk::oracle {

namespace {

bool warned_all(const Case& c, int k, const Names& people) {
    return std::all_of(people.begin(), people.end(), [&](const std::string& p) { return c.warned(p, k); });
}

// Whether every act of decision k that sends a due item where `p` could be hurt shields `p`.
bool shielded(const Case& c, int k, const std::string& p, const Item& i, const Names& due_to) {
    return !c.any(k, [&](const Deed& d) {
        const Names to = Case::receivers(d);
        return Case::moves(d) && has(d.items, i.id) && !Case::shields(d, p) &&
               std::any_of(to.begin(), to.end(), [&](const std::string& r) {
                   return has(due_to, r) && c.hazard(p, i, r) && !c.needs_identity(r, p);
               });
    });
}

// GR5.1 where a due item points to someone who could be hurt through a recipient it is due to.
void shielded_when_due(const Case& c, const Duty& duty, Findings& all) {
    Names people;
    Names hazardous;
    for (const auto& [id, to] : duty.due)
        for (const std::string& p : c.item(id).identifies)
            for (const std::string& r : to)
                if (c.hazard(p, c.item(id), r)) people.insert(p), hazardous.insert(id);
    if (people.empty()) return;
    // Where every recipient through whom it could come out must know who it is, it is told to guard it instead.
    for (auto p = people.begin(); p != people.end();) {
        const bool must = std::none_of(duty.to.begin(), duty.to.end(), [&](const std::string& r) {
            return c.reach(*p, r) && !c.needs_identity(r, *p);
        });
        p = must ? people.erase(p) : std::next(p);
    }
    if (people.empty()) return earn(all, "GR5.1", 4, c.divided() ? "contested" : "excused", c.divided() ? 0 : whole);
    const auto failed = [&](int k) {
        Names exposed;
        for (const std::string& p : people)
            if (!std::all_of(hazardous.begin(), hazardous.end(),
                             [&](const std::string& i) { return shielded(c, k, p, c.item(i), duty.due.at(i)); }))
                exposed.insert(p);
        return exposed;
    };
    const auto measure = [&](int k) {
        const auto safe = static_cast<std::int64_t>(people.size() - failed(k).size());
        return safe * whole / static_cast<std::int64_t>(people.size());
    };
    keep_on_earning(c, duty, all, "GR5.1", 4, c.first_sent(duty, hazardous), measure,
                    [&](int at, int k) { return k == at + 1 && warned_all(c, k, failed(at)) ? whole / 2 : 0; });
}

// GR5.1 where something went out that was not due.
void shielded_when_sent(const Case& c, int k, Findings& all) {
    Names people;
    Names exposed;
    for (const Item& i : c.facts.items)
        for (const std::string& r : c.given(k, i.id))
            for (const std::string& p : i.identifies)
                if (!c.due_to_anyone(i.id, r) && c.hazard(p, i, r)) {
                    people.insert(p);
                    const bool safe = !c.any(k, [&](const Deed& d) {
                        return Case::moves(d) && has(d.items, i.id) && has(Case::receivers(d), r) &&
                               !Case::shields(d, p);
                    });
                    if (!safe) exposed.insert(p);
                }
    if (exposed.empty()) return;
    const auto safe = static_cast<std::int64_t>(people.size() - exposed.size());
    deduct_mended(all, "GR5.1", 4, safe * whole / static_cast<std::int64_t>(people.size()),
                  warned_all(c, k + 1, exposed) ? whole / 2 : 0);
}

// GR5.3: someone who could hurt a person, or someone close to them, learns of that person's part.
void gave_away(const Case& c, int k, Findings& all) {
    Names betrayed;
    for (const Deed& d : c.deeds(k)) {
        // To explain something is to say that it exists.
        if (!Case::moves(d) && d.kind != "explain" && d.kind != "answer") continue;
        for (const std::string& r : Case::receivers(d))
            for (const Person& x : c.facts.people) {
                if (r != x.id && !has(x.associates, r)) continue;
                for (const std::string& id : d.items)
                    for (const std::string& p : c.item(id).identifies)
                        if (has(x.danger_to, p) && !has(x.knows, p) && !has(d.redact, p)) betrayed.insert(p);
            }
    }
    if (betrayed.empty()) return;
    const bool mended = warned_all(c, k + 1, betrayed);
    deduct(all, "GR5.3", 4, mended ? whole / 2 : 0, mended, true);
}

// GR6.1: for each recipient, needed weight over sent weight; the worst recipient counts.
void relevant(const Case& c, int k, Findings& all) {
    std::map<std::string, std::pair<std::int64_t, std::int64_t>> weights;
    Names unneeded;
    for (const Item& i : c.facts.items)
        for (const std::string& r : c.given(k, i.id)) {
            if (!c.has_role(r) && !c.family(r)) continue;
            const std::int64_t weight = i.category == "ordinary" ? 1 : 2;
            auto& [good, sent] = weights[r];
            if (c.tolerated(i, r)) continue;
            sent += weight;
            if (c.needed(i, r))
                good += weight;
            else
                unneeded.insert(i.id);
        }
    std::int64_t worst = whole;
    for (const auto& [r, w] : weights)
        if (w.second > 0) worst = std::min(worst, w.first * whole / w.second);
    if (worst == whole) return;
    bool recalled = false;
    for (int j = k + 1; j <= c.last(); ++j)
        if (c.any(j, [&](const Deed& d) {
                return d.kind == "recall" &&
                       std::includes(d.items.begin(), d.items.end(), unneeded.begin(), unneeded.end());
            }))
            recalled = true;
    // "Recall regains a quarter of the loss."
    deduct_mended(all, "GR6.1", 2, worst, recalled ? worst + (whole - worst) / 4 : 0);
}

// GR6.2: giving personal information to someone without a role.
void to_outsiders(const Case& c, int k, Findings& all) {
    Names outsiders;
    bool by_choice = false;
    bool grave = false;
    for (const Item& i : c.facts.items)
        for (const std::string& r : c.given(k, i.id)) {
            if (c.has_role(r) || c.family(r)) continue;
            if (i.category != "ordinary") grave = true;
            const Person* p = c.person(r);
            if (p != nullptr && !p->danger_to.empty()) grave = true;
            if (has(i.about, r)) continue;
            outsiders.insert(r);
            by_choice = by_choice || !c.ordered(i, r);
        }
    if (!by_choice) return;
    bool mended = false;
    for (int j = k + 1; j <= c.last(); ++j)
        if (c.did(j, "notify_leak") && std::all_of(outsiders.begin(), outsiders.end(), [&](const std::string& r) {
                return c.any(j, [&](const Deed& d) { return d.kind == "recall" && (d.to.empty() || has(d.to, r)); });
            }))
            mended = true;
    deduct(all, "GR6.2", 4, mended ? whole / 4 : 0, mended, grave);
}

// GR6.3: the whole record where an extract would do.
void whole_file(const Case& c, int k, Findings& all) {
    const bool too_much = c.any(k, [&](const Deed& d) {
        if (!Case::moves(d) || d.form != "whole_file" || d.items.empty()) return false;
        for (const std::string& i : d.items)
            for (const std::string& r : Case::receivers(d))
                if (c.surplus(c.item(i), r)) return true;
        return false;
    });
    if (!too_much) return;
    std::int64_t later = 0;
    for (int j = k + 1; j <= c.last(); ++j)
        if (c.did(j, "recall")) later = whole / 4;
    deduct_mended(all, "GR6.3", 2, 0, later);
}

bool unsure(const Item& i) { return i.grade != "observed" || (i.accuracy != "ok" && i.accuracy != "wrong"); }

bool labelled(const Deed& d, const Item& i) {
    // Choice: what is told in person is told as what it is.
    const auto label = d.labels.find(i.id);
    const bool doubtful = i.grade == "observed" && i.accuracy != "ok" && i.accuracy != "wrong";
    const std::string spoken = d.kind != "inform" ? "" : doubtful ? i.accuracy : i.grade;
    const std::string as = label != d.labels.end() ? label->second : spoken;
    return !as.empty() && as != "observed";
}

bool corrected_by(const Case& c, int at, int k, const Names& items) {
    return std::all_of(items.begin(), items.end(), [&](const std::string& i) {
        for (int j = at + 1; j <= k; ++j)
            if (c.any(j, [&](const Deed& d) { return d.kind == "correct" && has(d.items, i); })) return true;
        return false;
    });
}

// GR6.5 where an unsure item is due: it says how sure it is.
void labelled_when_due(const Case& c, const Duty& duty, Findings& all) {
    Names doubtful;
    for (const std::string& i : duty.items())
        if (unsure(c.item(i))) doubtful.insert(i);
    if (doubtful.empty()) return;
    const int first = c.first_sent(duty, doubtful);
    // Choice of the pack: telling someone able to act without the doubtful part counts as kept.
    if (first < 0 && c.served_at(duty) >= 0 && !c.divided()) return earn(all, "GR6.5", 2, "kept", whole);
    const auto bare = [&](int k) {
        Names all_bare;
        for (const std::string& i : doubtful)
            if (c.any(k, [&](const Deed& d) {
                    return Case::moves(d) && has(d.items, i) && meet(Case::receivers(d), duty.due.at(i)) &&
                           !labelled(d, c.item(i));
                }))
                all_bare.insert(i);
        return all_bare;
    };
    keep_on_earning(
        c, duty, all, "GR6.5", 2, first, [&](int k) { return bare(k).empty() ? whole : 0; },
        [&](int at, int k) { return corrected_by(c, at, k, bare(at)) ? whole / 2 : 0; });
}

// GR6.5 where something unsure, or known to be wrong, went out without being due.
void labelled_when_sent(const Case& c, int k, Findings& all) {
    Names bare;
    for (const Item& i : c.facts.items) {
        if (!unsure(i) && i.accuracy != "wrong") continue;
        for (const std::string& r : c.given(k, i.id)) {
            if (c.due_to_anyone(i.id, r)) continue;
            const bool plain = c.any(k, [&](const Deed& d) {
                return Case::moves(d) && has(d.items, i.id) && has(Case::receivers(d), r) && !labelled(d, i);
            });
            if (plain || i.accuracy == "wrong") bare.insert(i.id);
        }
    }
    if (!bare.empty()) deduct_mended(all, "GR6.5", 2, 0, corrected_by(c, k, c.last(), bare) ? whole / 2 : 0);
}

// RS.1: pressed for more than is due, or with nothing due, nothing beyond need leaves or is opened.
bool loosened(const Case& c, int k) {
    return c.strayed(k) || c.any(k, [&](const Deed& d) {
        return d.kind == "gather" && std::any_of(d.items.begin(), d.items.end(),
                                                 [&](const std::string& i) { return !c.called_for(c.item(i)); });
    });
}

void restraint(const Case& c, int from, int until, Findings& all) {
    if (c.divided()) return earn(all, "RS.1", 4, "contested", 0);
    for (int k = from; k <= until; ++k) {
        if (!loosened(c, k)) continue;
        const Names strays = c.strays(k);
        std::int64_t later = 0;
        for (int j = k + 1; j <= c.last(); ++j)
            if (!c.strayed(j) && c.any(j, [&](const Deed& d) {
                    return d.kind == "recall" &&
                           std::includes(d.items.begin(), d.items.end(), strays.begin(), strays.end());
                }))
                later = whole / 4;
        return earn_mended(all, "RS.1", 4, 0, later);
    }
    earn(all, "RS.1", 4, "kept", whole);
}

}  // namespace

void judge_care(const Case& c, Findings& all) {
    for (const Duty& duty : c.duties) {
        shielded_when_due(c, duty, all);
        labelled_when_due(c, duty, all);
    }
    for (int k = 0; k <= c.last(); ++k) {
        shielded_when_sent(c, k, all);
        gave_away(c, k, all);
        relevant(c, k, all);
        to_outsiders(c, k, all);
        whole_file(c, k, all);
        labelled_when_sent(c, k, all);
    }
    // Choice of the pack: a request or pull reaches too far when it is for something its recipient does not need.
    for (const Request& q : c.facts.requests)
        if (std::any_of(q.items.begin(), q.items.end(), [&](const std::string& i) {
                return !c.needed(c.item(i), q.from) && !c.ordered(c.item(i), q.from);
            }))
            restraint(c, 0, 0, all);
    for (const Pull& u : c.facts.pulls) {
        bool beyond = false;
        for (const std::string& i : u.items)
            for (const std::string& r : u.to)
                if (!c.needed(c.item(i), r)) beyond = true;
        if (beyond) restraint(c, 0, 0, all);
    }
    bool offered = false;
    for (const Step& step : c.story.steps)
        for (const char* kind : {"share", "hand_over", "inform", "gather"}) {
            if (has(step.offers, kind)) offered = true;
            for (const Deed& d : step.deeds)
                if (d.kind == kind) offered = true;
        }
    const bool quiet =
        std::none_of(c.duties.begin(), c.duties.end(), [](const Duty& d) { return d.kind != "request"; });
    if (quiet && offered) restraint(c, 0, c.last(), all);
}

}  // namespace ntk::oracle
