#include "engine/rules/judge.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>

#include "engine/rules/bench.h"
#include "engine/text/said.h"

namespace ntk {

namespace {

const Vocabulary& v() {
    static const Vocabulary& known = vocabulary();  // asked for so often that finding it counts
    return known;
}

// Whether a scene brings to light something on whose use practitioners are divided.
bool brings_division(const Arrival& arrival, const CaseFile& file) {
    for (const Setting& change : arrival.changes)
        if (change.fact == v().use_ && !change.unknown && change.number == enum_value(v().use, "contested"))
            return true;
    for (const EntityRef& ref : arrival.reveals)
        if (ref.kind == v().item && file.contested_item(ref.entity)) return true;
    return false;
}

Verdict make_verdict(const Bench& bench, const Instance& instance) {
    const Norm& norm = bench.norm_of(instance);
    Verdict verdict;
    verdict.norm = norm.id;
    verdict.key = bench.key_of(instance);
    verdict.state = instance.state;
    verdict.credit_class = instance.only_deducts ? CreditClass::deduct : bench.family_of(instance).credit_class;
    verdict.weight = instance.weight;
    verdict.credit = instance.credit;
    verdict.critical = instance.critical;
    verdict.group = norm.group;
    verdict.opened = instance.opened;
    verdict.decided = instance.decided;
    if (instance.proof) {
        verdict.text = instance.proof->text;
        verdict.better = instance.proof->better;
        verdict.aloud = instance.proof->aloud;
        verdict.facts = instance.proof->facts;
        verdict.exceptions = instance.proof->exceptions;
    }
    verdict.in_scope = instance.state != VerdictState::excused || instance.by_conduct;
    verdict.last_in_force = instance.last_live;
    if (norm.type == NormType::forbid && instance.last_live >= 0 && verdict.text.empty() && bench.writes_proofs())
        verdict.text = bench.text_when_kept(instance);
    return verdict;
}

std::string text_of(const Instance& instance) { return instance.proof ? instance.proof->text : std::string(); }

bool same_outcome(const Instance& a, const Instance& b) {
    return a.state == b.state && a.credit == b.credit && a.critical == b.critical;
}

void contest(Verdict& verdict, const std::string& other) {
    verdict.state = VerdictState::contested;
    verdict.credit = {};
    verdict.critical = false;
    if (verdict.decided < 0) verdict.decided = verdict.opened;
    verdict.because = fill("Practitioners are divided on whether this was needed. {reading}"_en, {{"reading", other}});
}

// A prohibition that nothing has tested says nothing by standing under one reading only.
bool untested(const Bench& bench, const Instance& instance) {
    return bench.norm_of(instance).type == NormType::forbid &&
           (instance.state == VerdictState::pending || instance.state == VerdictState::kept ||
            instance.state == VerdictState::inactive);
}

// What a deed comes to that both readings judge alike, each in its own way: never a gain, and the lesser of two losses.
struct Alike {
    Credit credit;
    bool critical = false;
};

// What an instance comes to once both readings are set side by side.
struct Ruling {
    const Bench* bench = nullptr;
    const Instance* instance = nullptr;
    const Instance* other = nullptr;         // the same under the other reading, where the two come out differently
    const ProgramText* contested = nullptr;  // said when it is contested because only one reading has it
    bool skipped = false;  // out of the score because it lapsed with a skipped decision under either reading
    // The other reading judges the same deed alike in another way: however the need is read, it comes to this.
    std::optional<Alike> alike = std::nullopt;
    // Both readings find the same fault, and this one names only what both of them call one.
    const Instance* told_by = nullptr;
    bool disputed() const { return other != nullptr || contested != nullptr; }

    VerdictState state() const {
        return skipped ? VerdictState::lapsed : disputed() ? VerdictState::contested : instance->state;
    }
    int decided() const {
        if (skipped) return -1;
        return disputed() && instance->decided < 0 ? instance->opened : instance->decided;
    }
};

Verdict written_out(const Ruling& ruling) {
    Verdict verdict = make_verdict(*ruling.bench, *ruling.instance);
    if (ruling.skipped) {
        verdict.state = VerdictState::lapsed;
        verdict.credit = {};
        verdict.critical = false;
        verdict.decided = -1;
        verdict.text = "This scene was skipped, so nothing was judged."_en;
        return verdict;
    }
    if (ruling.told_by != nullptr && ruling.told_by->proof) {
        verdict.text = ruling.told_by->proof->text;
        verdict.better = ruling.told_by->proof->better;
        verdict.aloud = ruling.told_by->proof->aloud;
    }
    if (ruling.instance->zoned)
        verdict.because = "Guidance pulls two ways here, so this is explained and not scored."_en;
    if (ruling.alike) {
        verdict.credit_class = CreditClass::deduct;
        verdict.credit = ruling.alike->credit;
        verdict.critical = ruling.alike->critical;
    }
    if (ruling.disputed())
        contest(verdict, ruling.other != nullptr ? text_of(*ruling.other) : ruling.contested->said());
    if (verdict.state == VerdictState::contested && verdict.text.empty())
        verdict.text = ruling.bench->norm_of(*ruling.instance).says;
    return verdict;
}

// The instances of the other reading, found again by what they are about.
class Counterparts {
  public:
    Counterparts(const Bench& from, const Bench& to) : from_(from), to_(to), found_(to.instances().size(), false) {}

    // The same instance under the other reading, or null. Both readings open most of them in the same order. Where only
    // one of the two found anything to judge, it has none; a prohibition that was never in force is still the same one.
    const Instance* find(const Instance& instance) {
        const std::size_t at = place_of(instance);
        if (at == none) return nullptr;
        const Instance& other = to_.instances()[at];
        const bool alone = to_.norm_of(other).type != NormType::forbid &&
                           (other.state == VerdictState::inactive) != (instance.state == VerdictState::inactive);
        found_[at] = !alone || other.state == VerdictState::inactive;
        return alone ? nullptr : &other;
    }

    // Those that were never found, in the order of their names.
    std::vector<const Instance*> left() const {
        std::map<std::pair<std::string, std::string>, const Instance*> sorted;
        for (std::size_t i = 0; i < found_.size(); ++i)
            if (const Instance& instance = to_.instances()[i]; !found_[i])
                sorted[{to_.norm_of(instance).id, to_.key_of(instance)}] = &instance;
        std::vector<const Instance*> left;
        for (const auto& [key, instance] : sorted) left.push_back(instance);
        return left;
    }

  private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    std::size_t place_of(const Instance& instance) {
        if (next_ < to_.instances().size() && same_thing(instance, to_.instances()[next_])) return next_++;
        if (of_norm_.empty()) sort_by_norm();
        if (static_cast<std::size_t>(instance.norm) >= of_norm_.size()) return none;
        for (const std::size_t at : of_norm_[static_cast<std::size_t>(instance.norm)])
            if (same_thing(instance, to_.instances()[at])) {
                next_ = at + 1;
                return at;
            }
        return none;
    }

    void sort_by_norm() {
        for (std::size_t at = 0; at < to_.instances().size(); ++at) {
            const auto norm = static_cast<std::size_t>(to_.instances()[at].norm);
            if (norm >= of_norm_.size()) of_norm_.resize(norm + 1);
            of_norm_[norm].push_back(at);
        }
    }

    bool same_thing(const Instance& a, const Instance& b) const {
        if (a.norm != b.norm || a.family != b.family) return false;
        const Family& family = from_.family_of(a);
        if (family.per != Per::entity) return family.per == Per::case_ || a.entity == b.entity;
        // Duties arise by the way, so the same one may have another number.
        const int kind = v().schema.table_of(family.bound.element.of);
        if (kind != v().duty && a.entity == b.entity) return true;
        return from_.file().facts().name(kind, a.entity) == to_.file().facts().name(kind, b.entity);
    }

    const Bench& from_;
    const Bench& to_;
    std::vector<bool> found_;
    std::vector<std::vector<std::size_t>> of_norm_;  // empty until it is needed
    std::size_t next_ = 0;
};

enum class Sense { none, well, short_of };
Sense sense_of(const Instance& instance) {
    if (instance.zoned) return Sense::none;
    if (instance.state == VerdictState::kept) return Sense::well;
    const bool fell_short = instance.state == VerdictState::breached || instance.state == VerdictState::repaired;
    return fell_short ? Sense::short_of : Sense::none;
}

// What each reading judges in its own way and alike: what went out was treated well, or fell short, as something due or
// else as something not due. `as_due` are instances that only the one reading has, `left` those that only the other
// has. Each of `left` that is the same deed gets what it comes to; those of `as_due` that it stands for become null.
std::vector<std::optional<Alike>> judged_alike(std::vector<const Instance*>& as_due,
                                               const std::vector<const Instance*>& left) {
    std::vector<std::optional<Alike>> alike(left.size());
    for (std::size_t i = 0; i < left.size(); ++i) {
        const Sense sense = sense_of(*left[i]);
        if (sense == Sense::none) continue;
        std::optional<Credit> worst;
        bool critical = false;
        for (const Instance*& other : as_due) {
            if (other == nullptr || sense_of(*other) != sense || other->norm != left[i]->norm ||
                other->decided != left[i]->decided)
                continue;
            worst = worst ? std::min(*worst, other->credit) : other->credit;
            critical = critical || other->critical;
            other = nullptr;
        }
        if (worst) alike[i] = Alike{std::max(*worst, left[i]->credit), critical && left[i]->critical};
    }
    return alike;
}

// Calls f(ruling) for every instance under either reading; `not_needed` is null when there is only one.
template <class F>
void each_ruling(const Bench& needed, const Bench* not_needed, F&& f) {
    if (not_needed == nullptr) {
        for (const Instance& instance : needed.instances())
            f(Ruling{&needed, &instance, nullptr, nullptr, instance.skipped});
        return;
    }
    Counterparts counterparts(needed, *not_needed);
    std::vector<const Instance*> others;  // by instance
    std::vector<const Instance*> only_needed;
    others.reserve(needed.instances().size());
    for (const Instance& instance : needed.instances()) {
        others.push_back(counterparts.find(instance));
        if (others.back() == nullptr) only_needed.push_back(&instance);
    }
    const std::vector<const Instance*> left = counterparts.left();
    const std::vector<std::optional<Alike>> alike = judged_alike(only_needed, left);
    std::size_t next_unmatched = 0;
    for (std::size_t i = 0; i < others.size(); ++i) {
        const Instance& instance = needed.instances()[i];
        const Instance* other = others[i];
        if (other == nullptr && only_needed[next_unmatched++] == nullptr) continue;  // said under the other reading
        Ruling ruling{&needed, &instance};
        if (instance.zoned) {
            // Explained and not scored, whatever the other reading says.
        } else if (instance.skipped || (other != nullptr && other->skipped)) {
            ruling.skipped = true;
        } else if (other == nullptr) {
            if (untested(needed, instance) || instance.state == VerdictState::inactive) continue;
            ruling.contested = &"Read as not needed, this would not have been due."_text;
        } else if (!(untested(needed, instance) && untested(*not_needed, *other)) && !same_outcome(instance, *other)) {
            ruling.other = other;
        } else if (needed.norm_of(instance).strand == Strand::protect) {
            // Where too little was passed on, the reading that needs less leaves out what practitioners are divided on.
            ruling.told_by = other;
        }
        f(ruling);
    }
    for (std::size_t i = 0; i < left.size(); ++i) {
        const bool silent = left[i]->skipped || left[i]->state == VerdictState::inactive;
        if (silent || untested(*not_needed, *left[i])) continue;
        Ruling ruling{not_needed, left[i]};
        ruling.alike = alike[i];
        if (!alike[i]) ruling.contested = &"Read as needed, this would not have been asked."_text;
        f(ruling);
    }
}

// Whether decision `index` brought this: it was settled there, or is a prohibition that was in force then and stands.
enum class Brought { no, settled, stands };
Brought brought(VerdictState state, int decided, int last_in_force, int index) {
    const bool settled = state != VerdictState::pending && decided == index;
    const bool stands = state == VerdictState::pending || state == VerdictState::kept;
    if (settled && (last_in_force < 0 || !stands)) return Brought::settled;
    return stands && last_in_force == index ? Brought::stands : Brought::no;
}

void let_stand(Verdict& verdict, int index) {
    verdict.state = VerdictState::kept;
    verdict.credit = Credit::full();
    verdict.decided = index;
    verdict.live_now = true;
}

}  // namespace

std::string Credit::text() const {
    if (units == 0) return "0";
    const std::int64_t common = std::gcd(units, whole);
    if (units == whole) return "1";
    return std::to_string(units / common) + "/" + std::to_string(whole / common);
}

struct Judge::Bench : ntk::Bench {
    using ntk::Bench::Bench;

    Bench read_as(Reading reading) const {
        Bench copy = *this;
        copy.set_reading(reading);
        return copy;
    }
};

Judge::Judge(std::shared_ptr<const RuleBook> rules, const Store& opening, Names names, Proofs proofs)
    : rules_(std::move(rules)),
      needed_(std::make_shared<Bench>(*rules_, opening, Reading::as_needed,
                                      std::make_shared<const Names>(std::move(names)), proofs)) {
    if (needed_->file().divided()) not_needed_ = std::make_shared<Bench>(needed_->read_as(Reading::as_not_needed));
}

namespace {

template <class B, class F>
void on_own_copy(std::shared_ptr<B>& bench, F&& change) {
    if (!bench) return;
    if (bench.use_count() > 1) bench = std::make_shared<B>(*bench);
    change(*bench);
}

}  // namespace

void Judge::arrive(const Arrival& arrival) {
    // Until practitioners are divided on something that is known, both readings are one.
    if (!not_needed_ && brings_division(arrival, needed_->file()))
        not_needed_ = std::make_shared<Bench>(needed_->read_as(Reading::as_not_needed));
    for (auto* bench : {&needed_, &not_needed_}) on_own_copy(*bench, [&](Bench& b) { b.arrive(arrival); });
}

void Judge::act(const std::vector<Act>& acts) {
    for (auto* bench : {&needed_, &not_needed_}) on_own_copy(*bench, [&](Bench& b) { b.act(acts); });
}

void Judge::skip(const std::vector<Act>& acts) {
    for (auto* bench : {&needed_, &not_needed_}) on_own_copy(*bench, [&](Bench& b) { b.skip(acts); });
}

bool Judge::skipped(int decision) const { return needed_->skipped(decision); }
int Judge::skipped_count() const { return needed_->skipped_count(); }

void Judge::close() {
    for (auto* bench : {&needed_, &not_needed_}) on_own_copy(*bench, [](Bench& b) { b.close(); });
}

const CaseFile& Judge::case_file() const { return needed_->file(); }
int Judge::decision() const { return needed_->file().decision(); }
const std::shared_ptr<const RuleBook>& Judge::rules() const { return rules_; }

std::vector<Verdict> Judge::verdicts() const {
    std::vector<Verdict> all;
    all.reserve(needed_->instances().size());
    each_ruling(*needed_, not_needed_.get(), [&](const Ruling& ruling) {
        if (ruling.state() != VerdictState::inactive) all.push_back(written_out(ruling));
    });
    return all;
}

std::vector<Verdict> Judge::verdicts_of(int index) const {
    std::vector<Verdict> chosen;
    chosen.reserve(32);
    each_ruling(*needed_, not_needed_.get(), [&](const Ruling& ruling) {
        const Brought how = brought(ruling.state(), ruling.decided(), ruling.instance->last_live, index);
        if (how == Brought::no || ruling.state() == VerdictState::inactive) return;
        chosen.push_back(written_out(ruling));
        if (how == Brought::stands) let_stand(chosen.back(), index);
    });
    return chosen;
}

std::vector<Verdict> brought_by(std::vector<Verdict> all, int index) {
    std::vector<Verdict> chosen;
    for (Verdict& verdict : all) {
        const Brought how = brought(verdict.state, verdict.decided, verdict.last_in_force, index);
        if (how == Brought::no) continue;
        chosen.push_back(std::move(verdict));
        if (how == Brought::stands) let_stand(chosen.back(), index);
    }
    return chosen;
}

}  // namespace ntk
