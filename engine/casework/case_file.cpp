#include "engine/casework/case_file.h"

#include "engine/text/limits.h"

namespace ntk {

namespace {

const Vocabulary& v() {
    static const Vocabulary& known = vocabulary();  // asked for so often that finding it counts
    return known;
}

bool moves_information(const Act& act) {
    return act.kind == ActKind::share || act.kind == ActKind::hand_over ||
           (act.kind == ActKind::inform && !act_set(act, v().act_items).empty());
}

// The people or bodies an act gives information to.
Bits recipients(const Act& act) { return act_set(act, act.kind == ActKind::inform ? v().act_who : v().act_to); }

}  // namespace

std::int64_t act_number(const Act& act, int fact, std::int64_t fallback) {
    for (const Setting& s : act.settings)
        if (s.fact == fact && s.key < 0) return s.number;
    return fallback;
}

Span length_of(const Store& facts, int fact, int days_fact, int entity) {
    const auto days = static_cast<int>(facts.number(days_fact, entity));
    return days > 0 ? Span{0, days} : Span{static_cast<int>(facts.number(fact, entity)), 0};
}

std::int64_t label_of(const Store& facts, int item) {
    const std::int64_t grade = facts.number(v().grade_, item);
    if (grade != enum_value(v().grade, "observed")) return grade;  // the labels begin with the grades
    const std::int64_t accuracy = facts.number(v().accuracy_, item);
    for (const char* doubt : {"unverified", "disputed", "outdated"})
        if (accuracy == enum_value(v().accuracy, doubt)) return enum_value(v().label, doubt);
    return grade;
}

Bits act_set(const Act& act, int fact) {
    for (const Setting& s : act.settings)
        if (s.fact == fact && s.key < 0) return s.set;
    return {};
}

Store new_case() {
    Store store(v().schema);
    store.add(v().case_, "case");
    store.add(v().learner, "learner");
    const int quiet = store.add(v().phase, "the quiet time");
    store.put(v().phase_open, quiet, std::int64_t{1});
    store.put(v().case_need, 0, std::int64_t{0});
    store.put(v().case_harm, 0, std::int64_t{0});
    store.put_root(v().root_child, std::int64_t{-1});
    store.put_root(v().root_decision, std::int64_t{-1});
    return store;
}

CaseFile::CaseFile(Store opening, Reading reading) : facts_(std::move(opening)), reading_(reading) {
    const int contested = enum_value(v().use, "contested");
    for (int item = 0; item < facts_.count(v().item); ++item)
        for (int party = 0; party < facts_.count(v().party); ++party)
            if (facts_.number(v().use_, item, party) == contested) contested_.push_back({item, party});
    set_reading(reading);
}

void CaseFile::set_reading(Reading reading) {
    reading_ = reading;
    for (const auto& [item, party] : contested_) facts_.put(v().use_, item, party, std::int64_t{use_as_read()});
}

int CaseFile::use_as_read() const { return enum_value(v().use, reading_ == Reading::as_needed ? "essential" : "none"); }

bool CaseFile::divided() const {
    for (const auto& [item, party] : contested_)
        if (facts_.shown(v().item, item)) return true;
    return false;
}

bool CaseFile::contested_item(int item) const {
    for (const auto& [contested, party] : contested_)
        if (contested == item) return true;
    return false;
}

void CaseFile::apply(const Setting& setting) {
    if (setting.unknown) {
        facts_.forget(setting.fact, setting.entity);
    } else if (v().schema.fields[static_cast<std::size_t>(setting.fact)].type.is_set()) {
        if (setting.key >= 0)
            facts_.put(setting.fact, setting.entity, setting.key, setting.set);
        else
            facts_.put(setting.fact, setting.entity, setting.set);
    } else {
        std::int64_t value = setting.number;
        if (setting.fact == v().use_) {
            const std::pair cell{setting.entity, setting.key};
            std::erase(contested_, cell);
            if (value == enum_value(v().use, "contested")) {
                contested_.push_back(cell);
                value = use_as_read();
            }
        }
        if (setting.key >= 0)
            facts_.put(setting.fact, setting.entity, setting.key, value);
        else
            facts_.put(setting.fact, setting.entity, value);
    }
    facts_.learned(setting.fact, setting.entity, now_);
}

void CaseFile::arrive(const Arrival& arrival) {
    now_ = arrival.minutes;
    facts_.put_root(v().root_now, std::int64_t{now_});
    for (const EntityRef& ref : arrival.reveals) {
        facts_.show(ref.kind, ref.entity, true);
        facts_.came_to_light(ref.kind, ref.entity, now_);
        if (ref.kind == v().event) facts_.put(v().event_at, ref.entity, std::int64_t{now_});
        // One that says neither by when nor how soon is due with the decision at which it comes.
        if (ref.kind == v().request && facts_.number(v().request_due, ref.entity) < 0)
            facts_.put(
                v().request_due, ref.entity,
                std::int64_t{after(now_, length_of(facts_, v().request_due_in, v().request_due_in_days, ref.entity))});
    }
    for (const Setting& change : arrival.changes) apply(change);
    for (int party = 0; party < facts_.count(v().party); ++party)
        if (facts_.number(v().adviser, party) != 0)
            facts_.put(v().answers_by, party,
                       std::int64_t{after(now_, length_of(facts_, v().answers_in, v().answers_in_days, party))});
    facts_.put_root(v().root_acts, Bits{});
    facts_.all(v().item).for_each([&](int item) { facts_.put(v().given_to, item, Bits{}); });
    perform(arrival.story, false);
    if (!arrival.decision) return;
    if (facts_.count(v().decision) >= limits::entities) return;
    recorded_before_ = last_recorded_;
    decision_ = facts_.add(v().decision, "decision " + std::to_string(facts_.count(v().decision) + 1));
    facts_.put(v().decision_index, decision_, std::int64_t{decision_});
    facts_.put(v().decision_at, decision_, std::int64_t{now_});
    facts_.put(v().decision_offers, decision_, arrival.offers);
    facts_.put(v().decision_standing, decision_, std::int64_t{arrival.standing_record});
    facts_.put_root(v().root_decision, std::int64_t{decision_});
    const bool share_on_offer = arrival.offers.has(static_cast<int>(ActKind::share)) ||
                                arrival.offers.has(static_cast<int>(ActKind::inform)) ||
                                arrival.offers.has(static_cast<int>(ActKind::hand_over)) ||
                                arrival.offers.has(static_cast<int>(ActKind::gather));
    if (share_on_offer && facts_.number(v().phase_open, 0) != 0) facts_.put(v().phase_offered, 0, std::int64_t{1});
}

void CaseFile::perform(const std::vector<Act>& acts, bool by_learner) {
    Bits given_now;
    for (const Act& act : acts)
        if (act.kind == ActKind::share || act.kind == ActKind::hand_over)
            given_now = given_now | act_set(act, v().act_to);
    if (given_now.empty())
        facts_.all(v().duty).for_each([&](int duty) { given_now = given_now | facts_.set(v().duty_to, duty); });
    if (by_learner)
        for (const Act& act : acts) add_to_history(act);
    for (const Act& act : acts) {
        if (moves_information(act)) give(act_set(act, v().act_items), recipients(act), by_learner);
        carry_out(act, given_now);
    }
    refresh_duties();
}

void CaseFile::add_to_history(const Act& act) {
    if (facts_.count(v().act) >= limits::entities) return;
    const int entity = facts_.add(v().act, "act " + std::to_string(facts_.count(v().act) + 1));
    for (const int fact : {v().act_reason, v().act_basis, v().act_condition, v().act_ground, v().act_request,
                           v().act_that, v().act_party, v().act_to_area})
        facts_.put(fact, entity, std::int64_t{-1});
    facts_.put(v().act_form, entity, std::int64_t{enum_value(v().form, "extract")});
    facts_.put(v().act_truthful, entity, std::int64_t{1});
    for (int item = 0; item < facts_.count(v().item); ++item) {
        // What is told in person is told as what it is, unless the act says otherwise.
        const bool spoken = act.kind == ActKind::inform;
        facts_.put(v().act_labels, entity, item, spoken ? label_of(facts_, item) : std::int64_t{-1});
        facts_.put(v().act_classify, entity, item, std::int64_t{-1});
    }
    for (Setting setting : act.settings) {
        setting.entity = entity;
        apply(setting);
    }
    facts_.put(v().act_kind_, entity, static_cast<std::int64_t>(act.kind));
    facts_.put(v().act_at, entity, std::int64_t{now_});
    facts_.put(v().act_decision, entity, std::int64_t{decision_});
    facts_.put(v().act_moves, entity, std::int64_t{moves_information(act)});
    if (act.kind == ActKind::inform) facts_.put(v().act_to, entity, act_set(act, v().act_who));
    Bits now_acts = facts_.root_set(v().root_acts);
    now_acts.add(entity);
    facts_.put_root(v().root_acts, now_acts);
}

void CaseFile::give(Bits items, Bits to, bool by_learner) {
    if (items.empty() || to.empty()) return;
    items.for_each([&](int item) {
        if (!by_learner) return;
        facts_.put(v().sent_to, item, facts_.set(v().sent_to, item) | to);
        facts_.put(v().given_to, item, facts_.set(v().given_to, item) | to);
    });
    if (by_learner && decision_ >= 0) facts_.put(v().decision_moved, decision_, std::int64_t{1});
    facts_.all(v().request).for_each([&](int request) {
        const auto from = static_cast<int>(facts_.number(v().request_from, request));
        if (by_learner && from >= 0 && to.has(from)) facts_.put(v().request_answered, request, std::int64_t{1});
    });
}

void CaseFile::carry_out(const Act& act, Bits recipients_now) {
    const auto mark = [&](int fact, int entity, Bits more) {
        facts_.put(fact, entity, facts_.set(fact, entity) | more);
    };
    const auto request = static_cast<int>(act_number(act, v().act_request, -1));
    const Bits items = act_set(act, v().act_items);
    switch (act.kind) {
        case ActKind::inform: {
            const Bits named = act_set(act, v().act_recipients);
            const Bits about = named.empty() ? recipients_now : named;
            const Bits parts = act_set(act, v().act_parts);
            act_set(act, v().act_who).for_each([&](int person) {
                if (parts.has(enum_value(v().part, "who"))) mark(v().told_who, person, about);
                if (parts.has(enum_value(v().part, "what"))) {
                    mark(v().told_what, person, about);
                    facts_.all(v().item).for_each([&](int item) {  // what comes to light later was not told
                        facts_.put(v().told_of, item, person, facts_.set(v().told_of, item, person) | about);
                    });
                }
                if (parts.has(enum_value(v().part, "why"))) mark(v().told_why, person, about);
                mark(v().told_items, person, items);
            });
            break;
        }
        case ActKind::engage:
            act_set(act, v().act_who).for_each([&](int person) {
                mark(v().engaged, person, act_set(act, v().act_parts));
            });
            break;
        case ActKind::engage_child:
            if (act_number(act, v().act_apart, 0) != 0)
                facts_.all(v().item).for_each([&](int item) { facts_.put(v().child_heard, item, std::int64_t{1}); });
            break;
        case ActKind::withhold:  // telling an asker that something stays out is an answer
            facts_.all(v().request).for_each([&](int asked) {
                const auto from = static_cast<int>(facts_.number(v().request_from, asked));
                const bool concerns = !(items & facts_.set(v().request_items, asked)).empty();
                if (from >= 0 && concerns && act_set(act, v().act_from).has(from))
                    facts_.put(v().request_answered, asked, std::int64_t{1});
            });
            break;
        case ActKind::record: cover_decisions(act); break;
        case ActKind::refuse:
            if (request >= 0) {
                facts_.put(v().request_refused, request, std::int64_t{1});
                facts_.put(v().request_answered, request, std::int64_t{1});
            }
            break;
        case ActKind::explain:
        case ActKind::answer:
            if (request >= 0) {
                facts_.put(v().request_explained, request, std::int64_t{1});
                facts_.put(v().request_answered, request, std::int64_t{1});
            }
            break;
        case ActKind::reconsider:
            if (request >= 0) facts_.put(v().request_reconsidered, request, std::int64_t{1});
            break;
        case ActKind::confirm_receipt:
            items.for_each([&](int item) { mark(v().confirmed_by, item, act_set(act, v().act_from)); });
            break;
        case ActKind::correct:
            items.for_each([&](int item) { mark(v().corrected_to, item, act_set(act, v().act_to)); });
            break;
        case ActKind::recall:
            items.for_each([&](int item) { mark(v().recalled_from, item, act_set(act, v().act_to)); });
            break;
        case ActKind::close: facts_.put(v().case_closed, 0, std::int64_t{1}); break;
        default: break;
    }
}

void CaseFile::cover_decisions(const Act& record) {
    if (decision_ < 0) return;
    const Bits parts = act_set(record, v().act_parts);
    const bool since_last = act_number(record, v().act_since_last, 0) != 0;
    const bool marked_late = act_number(record, v().act_marked_late, 0) != 0;
    for (int d = since_last ? recorded_before_ + 1 : decision_; d <= decision_; ++d) {
        facts_.put(v().decision_recorded, d, facts_.set(v().decision_recorded, d) | parts);
        if (d < decision_ && marked_late) facts_.put(v().decision_late_record, d, std::int64_t{1});
    }
    if (!parts.empty()) last_recorded_ = decision_;
}

void CaseFile::refresh_duties() {
    facts_.all(v().duty).for_each([&](int duty) {
        Bits recipients_due;
        bool served = facts_.number(v().duty_served, duty) != 0;
        bool answered = facts_.number(v().duty_answered, duty) != 0;
        facts_.set(v().duty_items, duty).for_each([&](int item) {
            const Bits due_to = facts_.set(v().duty_due, duty, item);
            const Bits given = facts_.set(v().given_to, item);
            recipients_due = recipients_due | due_to;
            facts_.put(v().duty_sent, duty, item, facts_.set(v().duty_sent, duty, item) | given);
            if (!(due_to & given).empty()) served = true;
        });
        facts_.all(v().item).for_each([&](int item) {
            if (!(facts_.set(v().given_to, item) & recipients_due).empty()) answered = true;
        });
        facts_.put(v().duty_served, duty, std::int64_t{served});
        facts_.put(v().duty_answered, duty, std::int64_t{answered || served});
    });
}

}  // namespace ntk
