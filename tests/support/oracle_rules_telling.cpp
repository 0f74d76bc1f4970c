// Whether those who can help get to know: don't assume, Rule 1, special category data held back, and enough to act on.

#include <algorithm>

#include "tests/support/oracle_case.h"

namespace ntk::oracle {

namespace {

// Due items that an act keeps back and that have not gone by the end of decision k.
Names kept_back(const Case& c, const Duty& duty, const Deed& d, int k) {
    Names all;
    for (const std::string& i : duty.items())
        if (c.keeps(d, i, duty) && !c.sent(duty, i, k)) all.insert(i);
    return all;
}

bool all_sent(const Case& c, const Duty& duty, const Names& items, int k) {
    return std::all_of(items.begin(), items.end(), [&](const std::string& i) { return c.sent(duty, i, k); });
}

// DA.1: someone able to protect hears something they need, in time; later is worth a half.
void told_a_lead(const Case& c, const Duty& duty, Findings& all) {
    // Choice: whatever a lead asked for counts as well; all that is due falls due at the start here.
    int served = c.served_at(duty);
    for (const Duty& other : c.duties)
        if (other.kind == "request" && c.protective_recipient(other)) {
            const int heard = c.served_at(other);
            if (heard >= 0 && (served < 0 || heard < served)) served = heard;
        }
    if (c.divided_over_leads()) return earn(all, "DA.1", 4, "contested", 0);
    if (served >= 0 && c.in_time(duty, served)) return earn(all, "DA.1", 4, "kept", whole);
    if (served >= 0) return earn(all, "DA.1", 4, "repaired", whole / 2);
    all.push_back({"DA.1", "breached", 0, true, 4, c.dire()});
}

// DA.2: leaving it to someone else, unless it was passed on anyway.
void left_to_others(const Case& c, const Duty& duty, Findings& all) {
    const int served = c.served_at(duty);
    const auto left = [&](int k) {
        const bool assumed = c.any(k, [&](const Deed& d) {
            return d.kind == "assume" ||
                   (Case::holds(d) &&
                    (d.reason == "someone_will" || d.reason == "already_known" || d.reason == "already_confirmed") &&
                    c.about(d, duty));
        });
        return assumed && (served < 0 || served > k);
    };
    if (c.divided()) {
        for (int k = 0; k <= c.last(); ++k)
            if (left(k)) return earn(all, "DA.2", 4, "contested", 0);
        return;
    }
    // Choice of the pack: after the deadline a half is still regained; the design names only the three quarters. To
    // check with one of them in time mends it as well.
    stalls(
        c, all, "DA.2", 4, c.dire(), [&](int k) -> std::int64_t { return left(k) ? 0 : -1; },
        [&](int, int k) -> std::int64_t {
            const bool told = served >= 0 && served <= k;
            const bool checked = c.any(k, [&](const Deed& d) { return d.kind == "check" && meet(d.from, duty.to); });
            if ((told || checked) && c.in_time(duty, k)) return whole * 3 / 4;
            return told ? whole / 2 : 0;
        });
}

// GR1.1 and SC.2: keeping back what is due for a reason that does not hold. 'Sensitive' is SC.2's where the item is
// special category data, and Rule 1's elsewhere. For Rule 1 a timely change of mind undoes it altogether.
void held_back(const Case& c, const Duty& duty, Findings& all, bool as_special) {
    const std::string norm = as_special ? "SC.2" : "GR1.1";
    const auto judged = [&](const Deed& d, const std::string& i) {
        if (d.reason == "sensitive") return as_special == (c.item(i).category == "special");
        return !as_special && (d.reason == "privacy" || d.reason == "dp_fear" || d.reason == "relationship" ||
                               d.reason == "reputation");
    };
    const auto kept_at = [&](int k) {
        Names kept;
        for (const Deed& d : c.deeds(k))
            if (Case::holds(d) && c.about(d, duty))
                for (const std::string& i : kept_back(c, duty, d, k))
                    if (judged(d, i)) kept.insert(i);
        return kept;
    };
    if (as_special && c.divided()) {
        for (int k = 0; k <= c.last(); ++k)
            if (!kept_at(k).empty()) return earn(all, norm, 4, "contested", 0);
        return;
    }
    stalls(
        c, all, norm, 4, !as_special && c.dire(), [&](int k) -> std::int64_t { return kept_at(k).empty() ? -1 : 0; },
        [&](int at, int k) -> std::int64_t {
            if (!all_sent(c, duty, kept_at(at), k)) return 0;
            return !as_special && c.in_time(duty, k) ? whole : whole / 2;
        });
}

// GR6.4: all that the best-served recipient needs; the rest may follow.
void enough(const Case& c, const Duty& duty, Findings& all) {
    if (c.divided()) return earn(all, "GR6.4", 2, "contested", 0);
    Names recipients;
    for (const auto& [item, to] : duty.due) recipients.insert(to.begin(), to.end());
    const auto best = [&](int k) {
        std::int64_t units = 0;
        for (const std::string& r : recipients) {
            std::int64_t got = 0;
            std::int64_t wanted = 0;
            for (const auto& [item, to] : duty.due) {
                if (!has(to, r)) continue;
                ++wanted;
                if (has(c.reached(duty, item, k), r)) ++got;
            }
            units = std::max(units, got * whole / wanted);
        }
        return units;
    };
    int answered = -1;
    for (int k = 0; k <= c.last() && answered < 0; ++k)
        for (const Item& i : c.facts.items)
            if (meet(c.given(k, i.id), recipients)) answered = k;
    if (answered < 0) return earn(all, "GR6.4", 2, "missed", 0);
    std::int64_t later = 0;
    for (int k = answered + 1; k <= c.last() && later == 0; ++k)
        if (best(k) == whole) later = c.in_time(duty, k) ? whole * 3 / 4 : whole / 2;
    earn_mended(all, "GR6.4", 2, best(answered), later);
}

}  // namespace

void judge_telling(const Case& c, Findings& all) {
    for (const Duty& duty : c.duties) {
        if (c.protective(duty)) told_a_lead(c, duty, all);
        enough(c, duty, all);
        left_to_others(c, duty, all);
        if (c.at_risk()) held_back(c, duty, all, false);
        held_back(c, duty, all, true);
    }
}

}  // namespace ntk::oracle
