#include "tests/support/oracle_case.h"

#include <algorithm>

namespace ntk::oracle {

namespace {

constexpr int never = 1'000'000'000;
constexpr int day = 1'440;

int next_working_day(int from) {
    int at = from + day;
    while (at % (7 * day) >= 5 * day) at += day;
    return at;
}

const Names& safeguarding_kinds() {
    static const Names all = {"childrens_social_care", "police",        "emergency", "health", "school",
                              "early_years",           "internal_lead", "early_help"};
    return all;
}

}  // namespace

bool has(const Names& set, const std::string& one) { return set.count(one) > 0; }

bool meet(const Names& a, const Names& b) {
    return std::any_of(a.begin(), a.end(), [&](const std::string& one) { return has(b, one); });
}

Names Duty::items() const {
    Names all;
    for (const auto& entry : due) all.insert(entry.first);
    return all;
}

Case::Case(const Story& told) : story(told), facts(told.facts) {
    const auto open = [&](const std::string& kind, const Names& to, const Names* only, const std::string& request) {
        Duty duty{kind, to, {}, request};
        // Choice: what a lead has itself asked for, and may have, is due as its request alone.
        const auto asked_for = [&](const Item& i, const std::string& r) {
            return kind == "lead" && std::any_of(facts.requests.begin(), facts.requests.end(), [&](const Request& q) {
                       return q.from == r && has(q.items, i.id) && justified(q);
                   });
        };
        for (const Item& i : facts.items)
            for (const std::string& r : to)
                if ((only == nullptr || has(*only, i.id)) && essential(i, r) && !asked_for(i, r))
                    duty.due[i.id].insert(r);
        if (!duty.due.empty()) duties.push_back(duty);
    };
    Names leads;
    for (const Agency& a : facts.agencies)
        if (lead(a) && (statutory() || at_risk())) leads.insert(a.id);
    open("lead", leads, nullptr, "");
    Names helpers;
    // Choice of the pack: the early-help route is an early-help service, or one that supports families and can act.
    for (const Agency& a : facts.agencies)
        if ((a.kind == "early_help" || (a.can_act && has_role(a.id) && a.kind != "police" && a.kind != "emergency")) &&
            !objected(a.id))
            helpers.insert(a.id);
    const bool agreed = std::any_of(facts.people.begin(), facts.people.end(),
                                    [](const Person& p) { return p.role == "carer" && p.agreed; });
    if (facts.need == Need::early_help && facts.harm == Harm::none && agreed) open("early_help", helpers, nullptr, "");
    for (const Request& q : facts.requests)
        if (justified(q)) open("request", {q.from}, &q.items, q.id);
}

bool Case::any(int k, const std::function<bool(const Deed&)>& is) const {
    return std::any_of(deeds(k).begin(), deeds(k).end(), is);
}

bool Case::did(int k, const std::string& kind) const {
    return any(k, [&](const Deed& d) { return d.kind == kind; });
}

const Person* Case::person(const std::string& id) const {
    for (const Person& p : facts.people)
        if (p.id == id) return &p;
    return nullptr;
}

const Agency* Case::agency(const std::string& id) const {
    for (const Agency& a : facts.agencies)
        if (a.id == id) return &a;
    return nullptr;
}

const Item& Case::item(const std::string& id) const {
    return *std::find_if(facts.items.begin(), facts.items.end(), [&](const Item& i) { return i.id == id; });
}

const Request* Case::request(const std::string& id) const {
    for (const Request& q : facts.requests)
        if (q.id == id) return &q;
    return nullptr;
}

bool Case::nobody_objects() const {
    return std::all_of(facts.people.begin(), facts.people.end(), [](const Person& p) { return p.objects_to.empty(); });
}

bool Case::objected(const std::string& recipient) const {
    return std::any_of(facts.people.begin(), facts.people.end(), [&](const Person& p) {
        return (p.role == "child" || p.role == "carer") && has(p.objects_to, recipient);
    });
}

bool Case::lead(const Agency& a) const {
    if (a.kind == "childrens_social_care" || a.kind == "police") return true;
    return (a.kind == "emergency" && facts.harm == Harm::immediate) || (a.can_act && !statutory());
}

bool Case::contested_for(const Agency& a) const {
    const bool due = std::any_of(duties.begin(), duties.end(), [&](const Duty& d) { return has(d.to, a.id); });
    const bool asks =
        std::any_of(facts.requests.begin(), facts.requests.end(), [&](const Request& q) { return q.from == a.id; });
    return objected(a.id) && has_role(a.id) && (due || asks);
}

bool Case::divided() const {
    return facts.need == Need::child_in_need && facts.harm == Harm::none &&
           std::any_of(facts.agencies.begin(), facts.agencies.end(), [&](const Agency& a) { return contested_for(a); });
}

bool Case::divided_over_leads() const {
    return divided() && std::any_of(facts.agencies.begin(), facts.agencies.end(),
                                    [&](const Agency& a) { return contested_for(a) && lead(a); });
}

bool Case::ordered(const Item& i, const std::string& recipient) const {
    const Agency* a = agency(recipient);
    return a != nullptr && a->kind == "court" &&
           std::any_of(facts.requests.begin(), facts.requests.end(),
                       [&](const Request& q) { return q.from == recipient && has(q.items, i.id); });
}

bool Case::surplus(const Item& i, const std::string& recipient) const {
    return !needed(i, recipient) && !tolerated(i, recipient) && !ordered(i, recipient);
}

// Choice: where nothing is due to a lead of itself, its request is where it has to hear of it.
bool Case::protective(const Duty& duty) const {
    if (duty.kind == "lead") return true;
    const bool other = std::any_of(duties.begin(), duties.end(), [](const Duty& d) { return d.kind == "lead"; });
    if (duty.kind != "request" || other || !(at_risk() || statutory())) return false;
    return protective_recipient(duty);
}

bool Case::protective_recipient(const Duty& duty) const {
    const Agency* from = agency(request(duty.request)->from);
    return from != nullptr && lead(*from);
}

bool Case::reach(const std::string& p, const std::string& recipient) const {
    const Agency* a = agency(recipient);
    return std::any_of(facts.people.begin(), facts.people.end(), [&](const Person& d) {
        if (!has(d.danger_to, p) || has(d.knows, p)) return false;
        return recipient == d.id || has(d.associates, recipient) ||
               (a != nullptr && (!a->onward_known || has(a->onward, d.id)));
    });
}

bool Case::needs_identity(const std::string& recipient, const std::string& p) const {
    const Agency* a = agency(recipient);
    return a != nullptr && has(a->needs_identity, p);
}

// Choice: a warning or a plan that names nobody is for whoever was given away.
bool Case::warned(const std::string& p, int k) const {
    if (k > last()) return false;
    return any(k,
               [&](const Deed& d) {
                   return d.kind == "notify_leak" && (has(d.who, p) || (d.who.empty() && d.to.empty()));
               }) &&
           any(k, [&](const Deed& d) { return d.kind == "safety_plan" && (has(d.who, p) || d.who.empty()); });
}

bool Case::has_role(const std::string& recipient) const {
    const Agency* a = agency(recipient);
    return a != nullptr && has(safeguarding_kinds(), a->kind);
}

bool Case::family(const std::string& recipient) const {
    const Person* p = person(recipient);
    return p != nullptr && (p->role == "child" || p->role == "carer" || p->role == "sibling" || p->role == "relative");
}

bool Case::essential(const Item& i, const std::string& recipient) const {
    const auto use = i.use.find(recipient);
    return use != i.use.end() && use->second == "essential";
}

bool Case::justified(const Request& q) const {
    const bool some =
        std::any_of(q.items.begin(), q.items.end(), [&](const std::string& i) { return essential(item(i), q.from); });
    return has_role(q.from) && q.purpose && some && concern() && (at_risk() || statutory() || !objected(q.from));
}

bool Case::needed(const Item& i, const std::string& recipient) const {
    const Person* p = person(recipient);
    if (p == nullptr) return concern() && has_role(recipient) && essential(i, recipient);
    for (const std::string& one : i.identifies)
        if (hazard(one, i, recipient)) return false;
    return essential(i, recipient) || has(i.about, recipient) || (p->carer_of_child && has(i.about, child()));
}

bool Case::tolerated(const Item& i, const std::string& recipient) const {
    const auto use = i.use.find(recipient);
    return i.category == "ordinary" && has_role(recipient) && use != i.use.end() && use->second == "helpful";
}

bool Case::called_for(const Item& i) const {
    return concern() && std::any_of(facts.agencies.begin(), facts.agencies.end(),
                                    [&](const Agency& a) { return has_role(a.id) && essential(i, a.id); });
}

bool Case::exempt(const Person& p) const {
    return p.unsafe || !p.reachable || p.mutes_child || facts.harm == Harm::immediate;
}

bool Case::endangered(const std::string& p) const {
    return std::any_of(facts.people.begin(), facts.people.end(),
                       [&](const Person& d) { return has(d.danger_to, p) && !has(d.knows, p); });
}

bool Case::hazard(const std::string& p, const Item& i, const std::string& recipient) const {
    return has(i.identifies, p) && reach(p, recipient);
}

bool Case::due_to_anyone(const std::string& i, const std::string& recipient) const {
    for (const Duty& d : duties)
        if (const auto due = d.due.find(i); due != d.due.end() && has(due->second, recipient)) return true;
    return false;
}

bool Case::moves(const Deed& d) {
    return d.kind == "share" || d.kind == "hand_over" || (d.kind == "inform" && !d.items.empty());
}

Names Case::receivers(const Deed& d) { return d.kind == "inform" ? d.who : d.to; }

bool Case::shields(const Deed& d, const std::string& p) { return has(d.redact, p) || d.handling; }

bool Case::keeps(const Deed& d, const std::string& i, const Duty& duty) const {
    const auto due = duty.due.find(i);
    if (due == duty.due.end()) return false;
    const Request* asked = request(d.request);
    // Choice: a refusal that names nothing keeps back all that was asked for, from the asker.
    if (d.items.empty())
        return asked != nullptr && has(asked->items, i) &&
               (duty.request == asked->id ||
                (has(due->second, asked->from) && std::none_of(duties.begin(), duties.end(), [&](const Duty& other) {
                     return other.request == asked->id;
                 })));
    // Choice: what is kept "from" nobody in particular is kept from everyone; a refused request names its asker.
    const Names from = d.from.empty() && asked != nullptr ? Names{asked->from} : d.from;
    return has(d.items, i) && (from.empty() || meet(from, due->second));
}

bool Case::about(const Deed& d, const Duty& duty) const {
    const Names items = duty.items();
    return std::any_of(items.begin(), items.end(), [&](const std::string& i) { return keeps(d, i, duty); });
}

bool Case::serves(const Deed& d, const Duty& duty) const {
    return (d.kind == "share" || d.kind == "hand_over") &&
           std::any_of(duty.due.begin(), duty.due.end(),
                       [&](const auto& due) { return has(d.items, due.first) && meet(d.to, due.second); });
}

bool Case::sent_more(const Duty& duty, int k) const {
    return std::any_of(duty.due.begin(), duty.due.end(),
                       [&](const auto& due) { return meet(given(k, due.first), due.second); });
}

Names Case::given(int k, const std::string& i) const {
    Names all;
    for (const Deed& d : deeds(k))
        if (moves(d) && has(d.items, i))
            for (const std::string& r : receivers(d)) all.insert(r);
    return all;
}

bool Case::anything_moved(int k) const {
    return any(k, [](const Deed& d) { return moves(d) && !d.items.empty() && !receivers(d).empty(); });
}

Names Case::strays(int k) const {
    Names all;
    for (const Item& i : facts.items)
        for (const std::string& r : given(k, i.id))
            if (surplus(i, r)) all.insert(i.id);
    return all;
}

Names Case::reached(const Duty& duty, const std::string& i, int k) const {
    Names all;
    const auto due = duty.due.find(i);
    if (due == duty.due.end()) return all;
    for (int j = 0; j <= k; ++j)
        for (const std::string& r : given(j, i))
            if (has(due->second, r)) all.insert(r);
    return all;
}

int Case::served_at(const Duty& duty) const { return first_sent(duty, duty.items()); }

int Case::first_sent(const Duty& duty, const Names& items) const {
    for (int k = 0; k <= last(); ++k)
        for (const std::string& i : items)
            if (sent(duty, i, k)) return k;
    return -1;
}

int Case::clock_limit(const Duty& duty) const {
    const int opened = time(0);
    if (!duty.request.empty()) return opened + request(duty.request)->due_in;
    // Choice: where only decisions count, no time on the clock is left.
    if (facts.harm == Harm::immediate || facts.harm == Harm::actual) return opened - 1;
    return facts.harm == Harm::likely ? next_working_day(opened) : never;
}

bool Case::in_time(const Duty& duty, int k) const {
    if (time(k) <= clock_limit(duty)) return true;
    if (!duty.request.empty()) return k == 0;
    return k <= (facts.harm == Harm::immediate ? 0 : facts.harm == Harm::actual ? 1 : 2);
}

Names Case::recorded(int k, int until) const {
    Names all;
    int covered = -1;  // the last decision that has an entry
    for (int j = 0; j <= until; ++j) {
        for (const Deed& d : deeds(j))
            if (d.kind == "record" && (d.since_last ? covered + 1 : j) <= k && k <= j)
                all.insert(d.parts.begin(), d.parts.end());
        if (did(j, "record")) covered = j;
    }
    return all;
}

bool Case::recorded_late(int k, int until) const {
    int covered = -1;
    bool late = false;
    for (int j = 0; j <= until; ++j) {
        for (const Deed& d : deeds(j))
            if (d.kind == "record" && (d.since_last ? covered + 1 : j) <= k && k < j && d.marked_late) late = true;
        if (did(j, "record")) covered = j;
    }
    return late;
}

void stalls(const Case& c, Findings& all, const std::string& norm, int weight, bool critical,
            const std::function<std::int64_t(int)>& breach, const std::function<std::int64_t(int, int)>& mend) {
    int at = -1;  // of the breach that counts now
    std::int64_t units = whole;
    bool mended = false;
    for (int k = 0; k <= c.last(); ++k) {
        if (at >= 0 && at < k) {
            const std::int64_t better = mend(at, k);
            if (better >= whole)
                at = -1, units = whole;
            else if (better > units)
                units = better, mended = true;
        }
        if (units == 0) continue;
        const std::int64_t left = breach(k);
        if (left >= 0 && left < units) at = k, units = left, mended = false;
    }
    deduct(all, norm, weight, units, mended, critical && units == 0);
}

void earn(Findings& all, const std::string& norm, int weight, const std::string& state, std::int64_t units) {
    all.push_back({norm, state, units, true, weight, false});
}

void deduct(Findings& all, const std::string& norm, int weight, std::int64_t units, bool mended, bool critical) {
    if (units < whole) all.push_back({norm, mended ? "repaired" : "breached", units, false, weight, critical});
}

void earn_mended(Findings& all, const std::string& norm, int weight, std::int64_t first, std::int64_t later) {
    if (first >= whole) return earn(all, norm, weight, "kept", whole);
    later > first ? earn(all, norm, weight, "repaired", later) : earn(all, norm, weight, "breached", first);
}

void keep_on_earning(const Case& c, const Duty& duty, Findings& all, const std::string& norm, int weight, int first,
                     const std::function<std::int64_t(int)>& measure,
                     const std::function<std::int64_t(int, int)>& mend) {
    int at = -1;  // of the shortfall that counts now
    std::int64_t units = whole;
    bool mended = false;
    for (int k = first; k >= 0 && k <= c.last(); ++k) {
        if (at >= 0)
            if (const std::int64_t better = mend(at, k); better > units) units = better, mended = true;
        if ((k > first && !c.sent_more(duty, k)) || units == 0) continue;
        if (const std::int64_t now = measure(k); now < units) at = k, units = now, mended = false;
    }
    if (at >= 0 && c.divided()) return deduct(all, norm, weight, units, mended);
    if (at >= 0) return earn(all, norm, weight, mended ? "repaired" : "breached", units);
    if (c.divided()) return earn(all, norm, weight, "contested", 0);
    earn(all, norm, weight, first < 0 ? "missed" : "kept", first < 0 ? 0 : whole);
}

void deduct_mended(Findings& all, const std::string& norm, int weight, std::int64_t first, std::int64_t later) {
    deduct(all, norm, weight, std::max(first, later), later > first);
}

}  // namespace ntk::oracle
