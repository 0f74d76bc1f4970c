#include "engine/rules/judge.h"

#include <map>
#include <numeric>

#include "engine/rules/bench.h"

namespace ntk {

namespace {

const Vocabulary& v() { return vocabulary(); }

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
    verdict.weight = norm.weight;
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
    verdict.because = "Practitioners are divided on whether this was needed. " + other;
}

// A prohibition that nothing has tested says nothing by standing under one reading only.
bool untested(const Bench& bench, const Instance& instance) {
    return bench.norm_of(instance).type == NormType::forbid &&
           (instance.state == VerdictState::pending || instance.state == VerdictState::kept ||
            instance.state == VerdictState::inactive);
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

void Judge::close() {
    for (auto* bench : {&needed_, &not_needed_}) on_own_copy(*bench, [](Bench& b) { b.close(); });
}

const CaseFile& Judge::case_file() const { return needed_->file(); }
int Judge::decision() const { return needed_->file().decision(); }
const std::shared_ptr<const RuleBook>& Judge::rules() const { return rules_; }

std::vector<Verdict> Judge::verdicts() const {
    std::vector<Verdict> all;
    std::map<std::pair<std::string, std::string>, const Instance*> others;
    if (not_needed_)
        for (const Instance& instance : not_needed_->instances())
            others[{not_needed_->norm_of(instance).id, not_needed_->key_of(instance)}] = &instance;
    for (const Instance& instance : needed_->instances()) {
        Verdict verdict = make_verdict(*needed_, instance);
        const auto found = others.find({verdict.norm, verdict.key});
        if (instance.zoned) {
            verdict.because = "Guidance pulls two ways here, so this is explained and not scored.";
            if (found != others.end()) others.erase(found);
        } else if (not_needed_) {
            if (found == others.end()) {
                if (untested(*needed_, instance)) continue;
                contest(verdict, "Read as not needed, this would not have been due.");
            } else {
                const bool untested_twice = untested(*needed_, instance) && untested(*not_needed_, *found->second);
                if (!untested_twice && !same_outcome(instance, *found->second))
                    contest(verdict, text_of(*found->second));
                others.erase(found);
            }
        }
        if (verdict.state == VerdictState::contested && verdict.text.empty())
            verdict.text = needed_->norm_of(instance).says;
        if (verdict.state != VerdictState::inactive) all.push_back(std::move(verdict));
    }
    for (const auto& [key, instance] : others) {
        if (untested(*not_needed_, *instance) || instance->state == VerdictState::inactive) continue;
        Verdict verdict = make_verdict(*not_needed_, *instance);
        contest(verdict, "Read as needed, this would not have been asked.");
        if (verdict.text.empty()) verdict.text = not_needed_->norm_of(*instance).says;
        all.push_back(std::move(verdict));
    }
    return all;
}

std::vector<Verdict> Judge::verdicts_of(int index) const { return brought_by(verdicts(), index); }

std::vector<Verdict> brought_by(std::vector<Verdict> all, int index) {
    std::vector<Verdict> chosen;
    for (Verdict& verdict : all) {
        const bool settled = verdict.state != VerdictState::pending && verdict.decided == index;
        const bool stands = verdict.state == VerdictState::pending || verdict.state == VerdictState::kept;
        if (settled && verdict.last_in_force < 0) {
            chosen.push_back(std::move(verdict));
        } else if (settled && !stands) {
            chosen.push_back(std::move(verdict));
        } else if (stands && verdict.last_in_force == index) {
            verdict.state = VerdictState::kept;
            verdict.credit = Credit::full();
            verdict.decided = index;
            verdict.live_now = true;
            chosen.push_back(std::move(verdict));
        }
    }
    return chosen;
}

}  // namespace ntk
