#include <algorithm>

#include "engine/casework/clock.h"
#include "engine/rules/bench.h"
#include "engine/rules/explain.h"

namespace ntk {

namespace {

const Vocabulary& v() {
    static const Vocabulary& known = vocabulary();  // asked for so often that finding it counts
    return known;
}

// Number of members, counting those in `heavy` twice.
std::int64_t weigh(Bits members, Bits heavy) { return members.count() + (members & heavy).count(); }

// Whether the instance was broken, mended since or not.
bool broken(const Instance& instance) {
    return instance.state == VerdictState::breached || instance.state == VerdictState::repaired;
}

}  // namespace

void Bench::bind_lets(const Family& family, Frame& frame) const {
    const std::size_t first = first_let(family);
    frame.slots.resize(std::max(frame.slots.size(), first + family.lets.size()));
    for (std::size_t i = 0; i < family.lets.size(); ++i) {
        const Expression& value = family.lets[i].second;
        Frame::Slot slot;
        if (!done_now(family.index.acts_of_lets[i])) {
            // Nothing of the kind was done: the set is empty.
        } else if (value.type().is_set()) {
            slot.set = set(value, frame);
        } else if (value.type().base == Type::Base::boolean) {
            const Tri result = test(value, frame);
            slot.number = {result != Tri::unknown, result == Tri::yes};
        } else {
            slot.number = number(value, frame);
        }
        frame.slots[first + i] = slot;
    }
}

void Bench::judge_now(bool after_act) {
    const bool by_other = skipped(file_.decision());  // then what was decided before stays as it is
    for (Instance& instance : instances_) {
        // One stall that was made good, wholly or in part, does not license the next: the prohibition goes on binding.
        const auto still_bound = [&] {
            const bool made_good =
                (instance.state == VerdictState::excused && instance.by_conduct) ||
                (broken(instance) && instance.credit > Credit{} && instance.decided < file_.decision());
            return !by_other && made_good && norm_of(instance).type == NormType::forbid &&
                   family_of(instance).per == Per::entity;
        };
        const bool mendable = broken(instance);
        if (mendable && after_act && !by_other && instance.decided < file_.decision() &&
            changed(instance.mending_tried, family_of(instance).index.mending)) {
            instance.mending_tried = this_round();
            consider_repair(instance);
        }
        if (instance.state == VerdictState::pending || still_bound())
            judge_pending(instance, after_act);
        else if (after_act && !by_other)
            judge_again(instance);
    }
}

// A duty met, or mended, goes on binding: when more of what is due is sent, that must be done as well.
void Bench::judge_again(Instance& instance) {
    const Family& family = family_of(instance);
    const bool in_part = broken(instance) && instance.credit > Credit{};
    const bool well_done = instance.state == VerdictState::kept || in_part ||
                           (instance.state == VerdictState::excused && instance.by_conduct) ||
                           (instance.zoned && zoned(norm_of(instance).id, &Zone::suspends));
    if (!well_done || norm_of(instance).type != NormType::oblige || family.form != Form::at || !family.moment ||
        family.per != Per::entity || v().schema.table_of(family.bound.element.of) != v().duty ||
        instance.decided >= file_.decision())
        return;
    const Store& facts = file_.facts();
    bool sent = false;
    facts.set(v().duty_items, instance.entity).for_each([&](int item) {
        const Bits due = facts.set(v().duty_due, instance.entity, item);
        sent = sent || !(due & facts.set(v().given_to, item)).empty();
    });
    if (!sent) return;
    Frame frame = instance.frame;
    bind_lets(family, frame);
    const Finding finding = find(instance, frame);
    if (finding.kind != Finding::Kind::credited || finding.credit == Credit::full()) return;
    if (in_part && finding.credit >= instance.credit) return;
    instance.frame = frame;
    instance.zoned = false;
    decide(instance, finding, false);
}

// Families bound to the decision itself: one instance each, judged at once.
void Bench::judge_decision_families() {
    for (std::size_t n = 0; n < rules_->norms().size(); ++n) {
        const Norm& norm = rules_->norms()[n];
        if (norm.type == NormType::permit) continue;
        for (std::size_t f = 0; f < norm.families.size(); ++f)
            if (norm.families[f].per == Per::decision) judge_decision(static_cast<int>(n), static_cast<int>(f));
    }
}

void Bench::judge_decision(int n, int f) {
    const Norm& norm = rules_->norms()[static_cast<std::size_t>(n)];
    const Family& family = norm.families[static_cast<std::size_t>(f)];
    Frame frame;
    const bool prohibition = norm.type == NormType::forbid;
    Opened& memory = opened_[static_cast<std::size_t>(n)][static_cast<std::size_t>(f)];
    if (family.when && changed(memory.seen, family.index.trigger)) {
        memory.seen = this_round();
        if (family.index.lets_in_trigger) bind_lets(family, frame);
        const Tri live = test(family.when, frame);
        memory.in_force = live == Tri::yes || (live == Tri::unknown && family.unknown == Family::Unknown::active);
    }
    if (family.when && !memory.in_force) return;
    if (!prohibition || proofs_ == Proofs::written) bind_lets(family, frame);
    open_instance(n, f, file_.decision(), frame);
    Instance& instance = instances_.back();
    if (prohibition) {
        judge_forbidden(instance, true);
        if (instance.state != VerdictState::pending) return;
        instance.state = VerdictState::kept;
        instance.credit = Credit::full();
        instance.decided = file_.decision();
        return;
    }
    if (family.form == Form::by) return;
    Finding finding = find(instance, frame);
    instance.frame = frame;
    decide(instance, finding, false);
}

void Bench::judge_pending(Instance& instance, bool after_act) {
    const Family& family = family_of(instance);
    if (norm_of(instance).type == NormType::forbid || family.form == Form::keep) {
        judge_forbidden(instance, after_act);
        return;
    }
    if (family.form == Form::at && !family.moment && !after_act) return;
    judge_obligation(instance);
}

// Whether a norm is in force for an instance, looked at again only when something it depends on has changed.
bool Bench::in_force(Instance& instance, const Family& family) {
    if (!family.when) return true;
    if (changed(instance.trigger_seen, family.index.trigger)) {
        instance.trigger_seen = this_round();
        Frame& frame = frame_of(instance);
        if (family.index.lets_in_trigger) bind_lets(family, frame);
        instance.live = test(family.when, frame) == Tri::yes;
    }
    return instance.live;
}

void Bench::judge_forbidden(Instance& instance, bool after_act) {
    const Family& family = family_of(instance);
    if (family.form != Form::keep && !after_act) return;
    if (!in_force(instance, family)) {
        if (family.form != Form::keep) return;
        // The time to hold back is over, and nothing left.
        bind_lets(family, instance.frame);
        Finding kept;
        kept.credit = Credit::full();
        decide(instance, kept, false);
        return;
    }
    if (!after_act) return;
    if (!skipped(file_.decision())) instance.last_live = file_.decision();
    if (!done_now(family.index.acts_forbidden) || !changed(instance.tried, family.index.forbidden)) return;
    instance.tried = this_round();
    Frame& frame = frame_of(instance);
    bind_lets(family, frame);
    if (test(family.forbidden, frame) != Tri::yes) return;
    Finding finding;
    finding.exception = excuse(family, frame);
    if (finding.exception >= 0) {
        finding.kind = Finding::Kind::excused;
        finding.by_conduct = family.unless[static_cast<std::size_t>(finding.exception)].by_conduct;
    } else if (family.measure.kind != Measure::Kind::none) {
        std::int64_t got = 0;
        std::int64_t whole = 0;
        measure_into(family, frame, finding, got, whole);
        finding.credit = Credit::of(got, whole);
        if (finding.credit == Credit::full()) return;
    }
    const bool judged_before = broken(instance);
    if (judged_before && (finding.kind == Finding::Kind::excused || finding.credit >= instance.credit)) return;
    instance.frame = frame;
    instance.tried = -1;
    decide(instance, finding, false);
}

void Bench::judge_obligation(Instance& instance) {
    const Family& family = family_of(instance);
    const bool at = family.form == Form::at;
    if (at && family.moment && !done_now(family.index.acts_of_moment)) return;
    if (!changed(instance.tried, at ? family.index.moment : family.index.asked)) return;
    instance.tried = this_round();
    Frame& frame = frame_of(instance);
    bind_lets(family, frame);
    if (at) {
        if (family.moment && test(family.moment, frame) != Tri::yes) return;
        const Finding finding = find(instance, frame);
        instance.frame = frame;
        decide(instance, finding, false);
        return;
    }
    Finding finding = find(instance, frame);  // by: kept as soon as all of it is done
    if (finding.kind != Finding::Kind::credited || finding.credit < Credit::full()) return;
    instance.frame = frame;
    decide(instance, finding, false);
}

int Bench::excuse(const Family& family, Frame& frame) const {
    for (std::size_t i = 0; i < family.unless.size(); ++i)
        if (test(family.unless[i].when, frame) == Tri::yes) return static_cast<int>(i);
    return -1;
}

void Bench::measure_into(const Family& family, Frame& frame, Finding& finding, std::int64_t& got,
                         std::int64_t& whole) const {
    const Measure& measure = family.measure;
    switch (measure.kind) {
        case Measure::Kind::none: {
            whole = 1;
            got = !family.demand || test(family.demand, frame) == Tri::yes ? 1 : 0;
            break;
        }
        case Measure::Kind::fraction:
        case Measure::Kind::weighted: {
            const Bits all = set(measure.whole, frame).sure;
            const Bits done = set(measure.got, frame).sure & all;
            const Bits heavy = measure.heavy ? set(measure.heavy, frame).sure : Bits{};
            got = weigh(done, heavy);
            whole = weigh(all, heavy);
            finding.missing = finding.missing | (all - done);
            finding.missing_type = measure.whole.type();
            break;
        }
        case Measure::Kind::checks:
            for (std::size_t i = 0; i < measure.checks.size(); ++i)
                if (test(measure.checks[i].when, frame) == Tri::yes)
                    ++got;
                else
                    finding.missing.add(static_cast<int>(i));
            whole = static_cast<std::int64_t>(measure.checks.size());
            break;
        case Measure::Kind::steps:
            whole = Credit::whole;
            for (const auto& [when, credit] : measure.steps)
                if (!when || test(when, frame) == Tri::yes) {
                    got = credit.units;
                    break;
                }
            break;
    }
}

Finding Bench::find_one(const Family& family, Frame& frame) const {
    Finding finding;
    finding.exception = excuse(family, frame);
    if (finding.exception >= 0) {
        finding.kind = Finding::Kind::excused;
        finding.by_conduct = family.unless[static_cast<std::size_t>(finding.exception)].by_conduct;
        finding.credit = Credit::full();
        return finding;
    }
    std::int64_t got = 0;
    std::int64_t whole = 0;
    measure_into(family, frame, finding, got, whole);
    finding.credit = Credit::of(got, whole);
    return finding;
}

// Judges an instance on the facts as they stand.
Finding Bench::find(const Instance& instance, Frame& frame) const {
    const Family& family = family_of(instance);
    if (!family.each) return find_one(family, frame);
    const SetRange range = set(family.each.domain, frame);
    const Bits members = family.unknown == Family::Unknown::active ? range.possible : range.sure;
    if (!members.empty()) return find_each(family, frame, members);
    Finding nothing;
    nothing.kind = Finding::Kind::nothing_to_judge;
    return nothing;
}

Bits Bench::asked_for(const Family& family, Frame& frame) const {
    const SetRange range = set(family.each.domain, frame);
    Bits asked = family.unknown == Family::Unknown::active ? range.possible : range.sure;
    for (const Exception& exception : family.unless)
        asked = asked - those_with(exception.when, frame, family.variables.size() - 1, asked);
    return asked;
}

// The bindings fold into one credit (engine.md section 4.2). What excuses them and whether they do what is demanded is
// asked of all at once.
Finding Bench::find_each(const Family& family, Frame& frame, Bits members) const {
    const std::size_t slot = family.variables.size() - 1;
    frame.slots.resize(std::max(frame.slots.size(), slot + 1));
    std::vector<Bits> excused;  // by exception, the first that is true for a binding
    Bits owing = members, excused_by_conduct;
    for (const Exception& exception : family.unless) {
        excused.push_back(those_with(exception.when, frame, slot, owing));
        owing = owing - excused.back();
        if (exception.by_conduct) excused_by_conduct = excused_by_conduct | excused.back();
    }
    const bool plain = family.measure.kind == Measure::Kind::none;
    const Bits done = !plain || !family.demand ? owing : those_with(family.demand, frame, slot, owing);

    Finding all;
    std::int64_t got_sum = 0, whole_sum = 0;
    Credit folded = family.fold == Family::Fold::best ? Credit{} : Credit::full();
    bool any_by_conduct = false;
    members.for_each([&](int member) {
        frame.slots[slot].number = {true, member};
        Finding one;
        std::int64_t got = 0, whole = 0;
        if (!owing.has(member)) {
            const bool by_conduct = excused_by_conduct.has(member);
            if (by_conduct || !any_by_conduct)  // the one that is owed to the learner
                for (std::size_t i = 0; i < excused.size(); ++i)
                    if (excused[i].has(member)) all.exception = static_cast<int>(i);
            if (!by_conduct) return;
            any_by_conduct = true;
        }
        if (plain) {
            whole = 1;
            got = !owing.has(member) || done.has(member) ? 1 : 0;
        } else {
            measure_into(family, frame, one, got, whole);
            if (!owing.has(member)) {
                got = whole;
                one.missing = {};
            }
        }
        const Credit credit = Credit::of(got, whole);
        if (credit < Credit::full()) all.failed.add(member);
        all.missing = all.missing | one.missing;
        all.missing_type = one.missing_type;
        got_sum += got;
        whole_sum += whole;
        folded = family.fold == Family::Fold::best ? std::max(folded, credit) : std::min(folded, credit);
    });
    if (owing.empty()) {
        all.kind = Finding::Kind::excused;
        all.by_conduct = any_by_conduct;
        all.credit = Credit::full();
        return all;
    }
    all.exception = -1;
    all.credit = family.fold == Family::Fold::pool ? Credit::of(got_sum, whole_sum) : folded;
    return all;
}

// How many decisions after this one were skipped: no chance to mend anything.
int Bench::skipped_since(int decision) const {
    int count = 0;
    for (int later = decision + 1; later <= file_.decision(); ++later) count += skipped(later) ? 1 : 0;
    return count;
}

bool Bench::in_time(const Instance& instance) const {
    return instance.deadline < 0 || file_.now() <= instance.deadline ||
           file_.decision() - skipped_since(instance.decided) <= instance.deadline_decision;
}

void Bench::decide(Instance& instance, const Finding& finding, bool missed) {
    if (skipped(file_.decision())) {
        if (instance.state == VerdictState::pending) lapse(instance);
        return;
    }
    const Norm& norm = norm_of(instance);
    instance.decided = file_.decision();
    instance.measured = finding.credit;
    instance.failed = finding.failed;
    instance.excused_by = finding.exception;
    Frame plain;
    if (norm.double_if) instance.weight = test(norm.double_if, plain) == Tri::yes ? 2 * norm.weight : norm.weight;
    if (finding.kind == Finding::Kind::nothing_to_judge) {
        instance.state = VerdictState::inactive;
        return;
    }
    if (silenced(norm.id)) {  // guidance pulls two ways as things stand now
        instance.zoned = true;
        instance.state = VerdictState::contested;
        instance.credit = {};
        explain(instance, finding);
        return;
    }
    const bool short_of = finding.kind == Finding::Kind::credited && finding.credit < Credit::full() && !missed;
    if (family_of(instance).credit_class == CreditClass::earn && zoned(norm.id, &Zone::suspends)) {
        instance.only_deducts = short_of;
        if (!short_of) {
            instance.zoned = true;
            instance.state = VerdictState::contested;
            instance.credit = {};
            explain(instance, finding);
            return;
        }
    }
    if (finding.kind == Finding::Kind::excused) {
        instance.state = VerdictState::excused;
        instance.credit = Credit::full();
        instance.by_conduct = finding.by_conduct;
    } else if (finding.credit == Credit::full() && norm.type != NormType::forbid) {
        instance.state = VerdictState::kept;
        instance.credit = finding.credit;
    } else {
        instance.state = missed ? VerdictState::missed : VerdictState::breached;
        instance.credit = finding.credit;
        const bool grave = norm.critical_if && test(norm.critical_if, plain) == Tri::yes;
        instance.critical = norm.always_critical || (instance.credit == Credit{} && grave && !missed);
    }
    explain(instance, finding);
}

// Whether a repair holds; where several bindings fell short, it must hold for each of them.
bool Bench::mends(const Family& family, const Instance& instance, const RepairStep& step, Frame frame) const {
    if (!family.each || instance.failed.empty()) return test(step.when, frame) == Tri::yes;
    bool all = true;
    instance.failed.for_each([&](int member) {
        frame.slots[family.variables.size() - 1].number = {true, member};
        all = all && test(step.when, frame) == Tri::yes;
    });
    return all;
}

// A breach may be excused until its deadline, or mended in the windows its norm allows; mending is never worth as much.
void Bench::consider_repair(Instance& instance) {
    const Norm& norm = norm_of(instance);
    const Family& family = family_of(instance);
    Frame frame = instance.frame;
    frame.slots.resize(std::max(frame.slots.size(), family.variables.size()));
    for (std::size_t i = 0; i < family.unless.size(); ++i) {
        const Exception& exception = family.unless[i];
        if (!exception.late || !in_time(instance) || test(exception.when, frame) != Tri::yes) continue;
        instance.state = VerdictState::excused;
        instance.credit = Credit::full();
        instance.critical = false;
        instance.excused_by = static_cast<int>(i);
        instance.by_conduct = true;
        Finding finding;
        finding.kind = Finding::Kind::excused;
        finding.by_conduct = true;
        explain(instance, finding);
        return;
    }
    for (std::size_t i = 0; i < family.repair.size(); ++i) {
        const RepairStep& step = family.repair[i];
        const bool open = step.within == RepairStep::Within::close ||
                          (step.within == RepairStep::Within::next_decision &&
                           file_.decision() - skipped_since(instance.decided) <= instance.decided + 1) ||
                          (step.within == RepairStep::Within::deadline && in_time(instance));
        if (!open) continue;
        Credit worth = step.credit;
        if (step.of_loss)
            worth.units =
                instance.measured.units + step.credit.units * (Credit::whole - instance.measured.units) / Credit::whole;
        if (worth <= instance.credit) continue;  // nor can a share of it be more
        if (step.of_measure) {
            Finding again = find(instance, frame);
            if (again.kind != Finding::Kind::credited) continue;
            if (!step.of_loss) worth.units = step.credit.units * again.credit.units / Credit::whole;
        } else if (step.when && !mends(family, instance, step, frame)) {
            continue;
        }
        if (worth <= instance.credit) continue;
        instance.credit = worth;
        instance.state = VerdictState::repaired;
        instance.repaired_by = static_cast<int>(i);
        if (!norm.always_critical) instance.critical = false;
        explain(instance, {});
        return;
    }
}

}  // namespace ntk
