#include "engine/rules/bench.h"

#include <algorithm>

#include "engine/casework/reader.h"
#include "engine/text/limits.h"

namespace ntk {

namespace {

const Vocabulary& v() {
    static const Vocabulary& known = vocabulary();  // asked for so often that finding it counts
    return known;
}

constexpr int at_close = 60 * 24 * 7 * 520;  // later than any clock in a case: ten years

Frame::Slot entity_slot(int entity) { return {{true, entity}, {}}; }

}  // namespace

Bench::Bench(const RuleBook& rules, const Store& opening, Reading reading, std::shared_ptr<const Names> names,
             Proofs proofs)
    : rules_(&rules),
      names_(std::move(names)),
      proofs_(proofs),
      file_(opening, reading),
      duties_seen_(rules.duties().size(), -1),
      changed_after_(1) {
    for (const Norm& norm : rules.norms()) opened_.emplace_back(norm.families.size());
}

int Bench::this_round() {
    if (changed_in_round_) changed_after_.emplace_back();
    changed_in_round_ = false;
    return static_cast<int>(changed_after_.size()) - 1;
}

void Bench::look_again() {
    const Cells changes = file_.facts().take_changes();
    if (changes.empty()) return;
    for (Cells& after : changed_after_) after.add(changes);
    changed_in_round_ = true;
    answers_.forget(changes);
}

void Bench::arrive(const Arrival& arrival) {
    ++arrivals_;
    settle(arrival.minutes, file_.decision() + 1);
    const int duties_before = file_.facts().count(v().duty);
    file_.arrive(arrival);
    acts_now_ = {};
    upcoming_ = arrival.decision ? file_.decision() : file_.decision() + 1;
    drop_spent();
    open_duties();
    mark_decision(arrival, duties_before);
    look_again();
    open_instances();
    judge_now(false);
}

void Bench::act(const std::vector<Act>& acts) {
    take_in(acts);
    judge_decision_families();
    judge_now(true);
}

// The acts are done and stay on record, so that what follows is true of them. Judging goes on only to find what they
// settle: that is then out of the score (decide), as is all that arose here. A prohibition that arose here and was not
// broken goes on binding what the learner does later.
void Bench::skip(const std::vector<Act>& acts) {
    const int decision = file_.decision();
    skipped_.add(decision);
    take_in(acts);
    judge_now(true);
    for (Instance& instance : instances_) {
        const bool pending = instance.state == VerdictState::pending;
        const bool arose = pending && instance.opened == decision && norm_of(instance).type != NormType::forbid;
        const bool decided = !pending && instance.decided == decision && instance.state != VerdictState::inactive;
        if (arose || decided) lapse(instance);
    }
}

void Bench::take_in(const std::vector<Act>& acts) {
    const Bits waiting = unserved();
    file_.perform(acts, true);
    upcoming_ = file_.decision();
    acts_now_ = {};
    for (const Act& act : acts) acts_now_.add(static_cast<int>(act.kind));
    look_again();
    note_silence(waiting);
}

Bits Bench::unserved() const {
    const Store& facts = file_.facts();
    Bits left;
    facts.all(v().duty).for_each([&](int duty) {
        if (facts.number(v().duty_served, duty) == 0) left.add(duty);
    });
    return left;
}

// Who there was a reason not to tell when something due went out: of the duties `before`, those served since.
void Bench::note_silence(Bits before) {
    Store& facts = file_.facts();
    (before - unserved()).for_each([&](int duty) {
        const Bits spared = spared_now(duty_notes_[static_cast<std::size_t>(duty)]);
        facts.put(v().duty_silent, duty, facts.set(v().duty_silent, duty) | spared);
    });
    look_again();
}

// Who need not be told of what is due, as things stand.
Bits Bench::spared_now(const DutyNote& note) const {
    const DutyRule& rule = rules_->duties()[static_cast<std::size_t>(note.rule)];
    if (!rule.silent) return {};
    Frame frame;
    if (rule.per) frame.slots.push_back(entity_slot(note.bound));
    return set(rule.silent, frame).sure;
}

// Takes an instance out of the score because its decision was skipped. Holding back through a time counts as far as the
// learner did hold back.
void Bench::lapse(Instance& instance) {
    const bool held = family_of(instance).form == Form::keep && instance.state == VerdictState::pending &&
                      instance.last_live >= 0 && !silenced(norm_of(instance).id);
    instance.state = held ? VerdictState::kept : VerdictState::lapsed;
    instance.credit = held ? Credit::full() : Credit{};
    instance.decided = held ? instance.last_live : -1;
    instance.critical = instance.zoned = instance.only_deducts = instance.by_conduct = false;
    instance.skipped = !held;
    instance.proof = nullptr;
    if (held) explain(instance, {});
}

// Whatever was due before this moment, and for which the chances to act are used up, is judged as it stands.
void Bench::settle(int minutes, int next_decision) {
    Store& facts = file_.facts();
    for (std::size_t d = 0; d < duty_notes_.size(); ++d) {
        const DutyNote& note = duty_notes_[d];
        if (note.deadline >= 0 && minutes > note.deadline && next_decision > note.deadline_decision)
            facts.put(v().duty_overdue, static_cast<int>(d), std::int64_t{1});
    }
    look_again();
    for (Instance& instance : instances_) {
        if (instance.state != VerdictState::pending || instance.deadline < 0) continue;
        if (minutes <= instance.deadline || next_decision <= instance.deadline_decision) continue;
        const Family& family = family_of(instance);
        if (norm_of(instance).type == NormType::forbid) continue;
        Frame frame = instance.frame;
        bind_lets(family, frame);
        Finding finding;
        if (family.form == Form::keep) {
            finding.credit = Credit::full();
        } else {
            finding = find(instance, frame);
        }
        instance.frame = frame;
        decide(instance, finding, false);
    }
}

// What has become of no use to a recipient is no longer due to it, unless it has gone already or its time is over.
void Bench::drop_spent() {
    Store& facts = file_.facts();
    for (std::size_t d = 0; d < duty_notes_.size(); ++d) {
        const DutyRule& rule = rules_->duties()[static_cast<std::size_t>(duty_notes_[d].rule)];
        const int duty = static_cast<int>(d);
        const Bits items = facts.set(v().duty_items, duty);
        if (!rule.still || items.empty() || facts.number(v().duty_overdue, duty) != 0) continue;
        Frame frame;
        if (rule.per) frame.slots.push_back(entity_slot(duty_notes_[d].bound));
        const std::size_t to_slot = frame.slots.size();
        bool dropped = false;
        Bits left;
        Bits recipients;
        items.for_each([&](int item) { recipients = recipients | facts.set(v().duty_due, duty, item); });
        recipients.for_each([&](int recipient) {
            frame.slots.resize(to_slot + 1);
            frame.slots[to_slot] = entity_slot(recipient);
            const Bits still = rule.still.set(facts, frame).possible;
            items.for_each([&](int item) {
                Bits due = facts.set(v().duty_due, duty, item);
                const bool gone = facts.set(v().duty_sent, duty, item).has(recipient);
                if (!due.has(recipient) || still.has(item) || gone) return;
                facts.put(v().duty_due, duty, item, due - Bits::of(recipient));
                dropped = true;
            });
        });
        if (!dropped) continue;
        items.for_each([&](int item) {
            if (!facts.set(v().duty_due, duty, item).empty()) left.add(item);
        });
        facts.put(v().duty_items, duty, left);
        if (left.empty()) facts.put(v().duty_current, duty, std::int64_t{0});
        lapse_with(duty);
    }
}

// What was still to be done about a duty lapses when nothing is left of it, or nothing of what a norm binds to.
void Bench::lapse_with(int duty) {
    const Store& facts = file_.facts();
    const bool empty = facts.set(v().duty_items, duty).empty();
    for (Instance& instance : instances_) {
        const Family& family = family_of(instance);
        if (instance.state != VerdictState::pending || instance.entity != duty || family.per != Per::entity ||
            v().schema.table_of(family.bound.element.of) != v().duty)
            continue;
        Frame frame;
        const bool prohibition = norm_of(instance).type == NormType::forbid;
        if (!empty && (prohibition || family.bound.domain.set(facts, frame).possible.has(duty))) continue;
        const bool was_in_force = prohibition && instance.last_live >= 0;
        instance.state = was_in_force ? VerdictState::kept : VerdictState::lapsed;
        instance.credit = was_in_force ? Credit::full() : Credit{};
        instance.decided = was_in_force ? instance.last_live : -1;
    }
}

void Bench::open_duties() {
    const Store& facts = file_.facts();
    for (std::size_t r = 0; r < rules_->duties().size(); ++r) {
        const DutyRule& rule = rules_->duties()[r];
        look_again();
        if (!changed(duties_seen_[r], rule.reads)) continue;
        duties_seen_[r] = this_round();
        Frame frame;
        std::vector<int> bound = {-1};
        if (rule.per) {
            bound.clear();
            set(rule.per.domain, frame).sure.for_each([&](int entity) { bound.push_back(entity); });
        }
        for (const int entity : bound) {
            frame.slots.clear();
            if (rule.per) frame.slots.push_back(entity_slot(entity));
            if (rule.when && test(rule.when, frame) != Tri::yes) continue;
            std::vector<std::pair<int, Bits>> due;  // item, recipients
            const std::size_t to_slot = rule.per ? 1 : 0;
            set(rule.to.domain, frame).sure.for_each([&](int recipient) {
                frame.slots.resize(std::max(frame.slots.size(), to_slot + 1));
                frame.slots[to_slot] = entity_slot(recipient);
                set(rule.items, frame).sure.for_each([&](int item) {
                    for (std::size_t d = 0; d < duty_notes_.size(); ++d) {
                        const DutyRule& other = rules_->duties()[static_cast<std::size_t>(duty_notes_[d].rule)];
                        const bool covers =
                            other.kind == rule.kind && other.rank >= rule.rank &&
                            (!rule.per || facts.number(v().duty_request, static_cast<int>(d)) == entity ||
                             rule.per.element.of != v().request);
                        if (covers && facts.set(v().duty_due, static_cast<int>(d), item).has(recipient)) return;
                    }
                    const auto known =
                        std::find_if(due.begin(), due.end(), [&](const auto& pair) { return pair.first == item; });
                    if (known == due.end())
                        due.emplace_back(item, Bits::of(recipient));
                    else
                        known->second.add(recipient);
                });
            });
            if (!due.empty()) open_duty(static_cast<int>(r), entity, due);
        }
    }
}

void Bench::open_duty(int rule_index, int bound, const std::vector<std::pair<int, Bits>>& due) {
    Store& facts = file_.facts();
    if (facts.count(v().duty) >= limits::entities) return;
    const DutyRule& rule = rules_->duties()[static_cast<std::size_t>(rule_index)];
    DutyNote note;
    note.rule = rule_index;
    note.bound = bound;
    note.opened = upcoming_;
    std::string name = rule.id + ", step " + std::to_string(arrivals_);  // steps are the same under both readings
    if (rule.per && bound >= 0) name += ", " + facts.name(v().schema.table_of(rule.per.element.of), bound);
    const int duty = add_entity(facts, v().duty, std::move(name));
    // What was sent before counts towards a duty that arises by itself, but not towards answering a request.
    const bool answers_request = rule.per && rule.per.element.of == v().request;
    Bits to;
    Bits items;
    bool all_sent = !answers_request;
    for (const auto& [item, recipients] : due) {
        items.add(item);
        to = to | recipients;
        facts.put(v().duty_due, duty, item, recipients);
        const Bits sent = answers_request ? Bits{} : facts.set(v().sent_to, item);
        facts.put(v().duty_sent, duty, item, sent);
        if ((recipients & sent).empty()) all_sent = false;
    }
    for (std::size_t d = 0; d < duty_notes_.size(); ++d) {
        const DutyRule& other = rules_->duties()[static_cast<std::size_t>(duty_notes_[d].rule)];
        const bool same_items = !(facts.set(v().duty_items, static_cast<int>(d)) & items).empty();
        if (other.kind == rule.kind && other.rank < rule.rank && same_items)
            facts.put(v().duty_current, static_cast<int>(d), std::int64_t{0});
    }
    facts.put(v().duty_current, duty, std::int64_t{1});
    look_again();
    Frame frame;
    if (rule.per) frame.slots.push_back(entity_slot(bound));
    set(rule.to.domain, frame).sure.for_each([&](int recipient) { to.add(recipient); });
    facts.put(v().duty_silent, duty, spared_now(note));
    facts.put(v().duty_kind_, duty, std::int64_t{rule.kind});
    facts.put(v().duty_to, duty, to);
    facts.put(v().duty_items, duty, items);
    facts.put(v().duty_opened, duty, std::int64_t{file_.now()});
    if (answers_request) facts.put(v().duty_request, duty, std::int64_t{bound});
    facts.put(v().duty_served, duty, std::int64_t{all_sent});
    facts.put(v().duty_answered, duty, std::int64_t{all_sent});
    look_again();
    set_duty_deadline(rule, bound, note);
    facts.put(v().duty_deadline, duty, std::int64_t{note.deadline < 0 ? at_close : note.deadline});
    duty_notes_.push_back(note);
    const bool ends_quiet =
        rule.kind == enum_value(v().duty_kind, "lead") || rule.kind == enum_value(v().duty_kind, "early_help");
    if (ends_quiet) facts.put(v().phase_open, 0, std::int64_t{0});
    look_again();
}

void Bench::set_duty_deadline(const DutyRule& rule, int bound, DutyNote& note) {
    const Store& facts = file_.facts();
    if (rule.by_request) {
        note.deadline = static_cast<int>(facts.number(v().request_due, bound));
        note.deadline_decision = note.opened;
        return;
    }
    Frame frame;
    for (const DeadlineStep& step : rule.deadline) {
        if (step.when && test(step.when, frame) != Tri::yes) continue;
        if (step.at_close) return;
        const bool timed = step.clock.minutes > 0 || step.clock.working_days > 0;
        note.deadline = timed ? after(file_.now(), step.clock) : file_.now() - 1;  // untimed: the decisions alone count
        if (step.at)
            if (const Number moment = number(step.at, frame); moment.known && moment.value >= 0)
                note.deadline = static_cast<int>(moment.value);
        note.deadline_decision = note.opened + step.decisions;
        return;
    }
}

// A decision point is a scene where something calls for a decision: a duty, request, pull or event arrives.
void Bench::mark_decision(const Arrival& arrival, int duties_before) {
    if (!arrival.decision || file_.decision() < 0) return;
    bool point = file_.facts().count(v().duty) > duties_before;
    for (const EntityRef& ref : arrival.reveals)
        point = point || ref.kind == v().request || ref.kind == v().pull || ref.kind == v().event;
    file_.facts().put(v().decision_point, file_.decision(), std::int64_t{point});
}

bool Bench::zoned(const std::string& norm, std::vector<std::string> Zone::*listed) const {
    Frame frame;
    for (const Zone& zone : rules_->zones())
        if (std::find((zone.*listed).begin(), (zone.*listed).end(), norm) != (zone.*listed).end() &&
            test(zone.when, frame) == Tri::yes)
            return true;
    return false;
}

// Families of one norm that bind to the same things are alternatives: the first that applies judges the thing.
bool Bench::taken_otherwise(int norm, int family, int entity) const {
    const std::vector<Family>& families = rules_->norms()[static_cast<std::size_t>(norm)].families;
    const Family& own = families[static_cast<std::size_t>(family)];
    for (std::size_t f = 0; f < families.size(); ++f) {
        if (static_cast<int>(f) == family || families[f].per != Per::entity || own.per != Per::entity) continue;
        if (families[f].bound.domain.source() != own.bound.domain.source()) continue;
        if (opened_[static_cast<std::size_t>(norm)][f].entities.has(entity)) return true;
    }
    return false;
}

void Bench::open_instances() {
    for (std::size_t n = 0; n < rules_->norms().size(); ++n) {
        const Norm& norm = rules_->norms()[n];
        if (norm.type == NormType::permit) continue;
        for (std::size_t f = 0; f < norm.families.size(); ++f) {
            const Family& family = norm.families[f];
            if (family.per == Per::decision) continue;  // opened when the learner acts
            if (!changed(opened_[n][f].seen, family.index.opening)) continue;
            opened_[n][f].seen = this_round();
            Bits& done = opened_[n][f].entities;
            Bits candidates = Bits::of(0) - done;
            if (family.per == Per::entity) {
                Frame& frame = scratch_;
                frame.slots.clear();
                const SetRange range = set_except(family.bound.domain, frame, done);
                candidates = family.unknown == Family::Unknown::active ? range.possible : range.sure;
            }
            candidates.for_each([&](int entity) {
                Frame& frame = scratch_;
                frame.slots.clear();
                if (family.per == Per::entity) frame.slots.push_back(entity_slot(entity));
                bind_lets(family, frame);
                if (norm.type == NormType::oblige && family.when) {
                    const Tri live = test(family.when, frame);
                    if (live == Tri::no || (live == Tri::unknown && family.unknown != Family::Unknown::active)) return;
                }
                if (taken_otherwise(static_cast<int>(n), static_cast<int>(f), entity)) return;
                done.add(entity);
                open_instance(static_cast<int>(n), static_cast<int>(f), entity, frame);
                // It hangs on what somebody else has just done.
                if (skipped(upcoming_ - 1) && norm.type == NormType::oblige &&
                    family.credit_class == CreditClass::deduct)
                    lapse(instances_.back());
            });
        }
    }
}

void Bench::open_instance(int norm, int family, int entity, Frame frame) {
    Instance instance;
    instance.norm = norm;
    instance.family = family;
    instance.entity = entity;
    instance.opened = upcoming_;
    instance.weight = norm_of(instance).weight;
    instance.frame = std::move(frame);
    set_deadline(instance, family_of(instance));
    instances_.push_back(std::move(instance));
}

void Bench::set_deadline(Instance& instance, const Family& family) {
    const Store& facts = file_.facts();
    switch (family.until) {
        case Family::Until::decisions:
            instance.deadline = file_.now() - 1;
            instance.deadline_decision = instance.opened + family.until_decisions;
            break;
        case Family::Until::duty:
            if (family.per == Per::entity && v().schema.table_of(family.bound.element.of) == v().duty) {
                const DutyNote& note = duty_notes_[static_cast<std::size_t>(instance.entity)];
                instance.deadline = note.deadline;
                instance.deadline_decision = note.deadline_decision;
            }
            break;
        case Family::Until::request:
            if (family.per == Per::entity && family.bound.element.of == v().request) {
                instance.deadline = static_cast<int>(facts.number(v().request_due, instance.entity));
                instance.deadline_decision = instance.opened;
            }
            break;
        case Family::Until::close: break;
    }
}

std::string Bench::key_of(const Instance& instance) const {
    const Family& family = family_of(instance);
    std::string key;
    key.reserve(64);
    switch (family.per) {
        case Per::case_: key += "the case"; break;
        case Per::decision: key.append("decision ").append(std::to_string(instance.entity + 1)); break;
        case Per::entity:
            key += file_.facts().name(v().schema.table_of(family.bound.element.of), instance.entity);
            break;
    }
    if (!family.name.empty()) key.append(" (").append(family.name).append(")");
    return key;
}

void Bench::close() {
    // Past every deadline, with no decision left.
    settle(std::max(file_.now(), 0) + at_close, limits::entities + 1);
    for (Instance& instance : instances_) {
        if (instance.state != VerdictState::pending) continue;
        const Norm& norm = norm_of(instance);
        const Family& family = family_of(instance);
        if (skipped(file_.decision()) && norm.type != NormType::forbid) {
            lapse(instance);
            continue;
        }
        if (norm.type == NormType::forbid || family.form == Form::keep) {
            // Nothing happened that it forbids; if it never bound the learner, it says nothing at all.
            const bool bound = family.form == Form::keep || instance.last_live >= 0;
            instance.state = bound ? VerdictState::kept : VerdictState::inactive;
            instance.credit = Credit::full();
            instance.decided = skipped(file_.decision()) ? instance.last_live : file_.decision();
            if (family.form == Form::keep && silenced(norm.id)) {
                instance.zoned = true;
                instance.state = VerdictState::contested;
                instance.credit = {};
            }
            if (family.form == Form::keep) explain(instance, {});
            continue;
        }
        Frame frame = instance.frame;
        bind_lets(family, frame);
        Finding finding = find(instance, frame);
        instance.frame = frame;
        const bool never_came = family.form == Form::at;
        if (never_came && finding.kind == Finding::Kind::credited) finding.credit = {};
        decide(instance, finding, never_came);
        // What was left undone to the end belongs to the decision at which it arose.
        if (family.per == Per::entity && instance.opened <= file_.decision()) instance.decided = instance.opened;
    }
}

}  // namespace ntk
