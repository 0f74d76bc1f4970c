#include "engine/rules/fact_candidates.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <string>
#include <tuple>

#include "engine/rules/fact_words.h"

namespace ntk {

namespace {

const Vocabulary& v() { return vocabulary(); }

// The fields that a norm may read, through definitions, and where it is about duties those that make something due.
std::set<int> fields_of(const RuleBook& rules, const Norm& norm) {
    std::set<int> fields;
    const auto add = [&](const Expression& expression) {
        if (!expression) return;
        for (const int field : expression.fields_read()) fields.insert(field);
    };
    bool of_duties = false;
    for (const Family& family : norm.families) {
        add(family.bound.domain);
        for (const auto& [name, value] : family.lets) add(value);
        add(family.each.domain);
        for (const Expression* part : {&family.when, &family.moment, &family.demand, &family.forbidden,
                                       &family.measure.got, &family.measure.whole, &family.measure.heavy})
            add(*part);
        for (const Check& check : family.measure.checks) add(check.when);
        for (const auto& [when, credit] : family.measure.steps) add(when);
        for (const Exception& exception : family.unless) add(exception.when);
        of_duties |= family.bound && family.bound.element.of == v().duty;
    }
    for (const Zone& zone : rules.zones()) {
        const bool silences = std::find(zone.silences.begin(), zone.silences.end(), norm.id) != zone.silences.end();
        if (silences) add(zone.when);
    }
    const auto reads_duties = [&](int field) {
        return v().schema.fields[static_cast<std::size_t>(field)].kind == v().duty;
    };
    if (!of_duties && std::none_of(fields.begin(), fields.end(), reads_duties)) return fields;
    for (const DutyRule& rule : rules.duties()) {
        for (const Expression* part : {&rule.per.domain, &rule.when, &rule.to.domain, &rule.items, &rule.silent})
            add(*part);
        for (const DeadlineStep& step : rule.deadline) add(step.when);
    }
    return fields;
}

// Need and harm as they usually go together.
bool goes_together(const Store& written, const Setting& changed) {
    const auto value = [&](int fact) {
        return changed.fact == fact ? static_cast<int>(changed.number) : static_cast<int>(written.number(fact, 0));
    };
    const int need = value(v().case_need);
    const int harm = value(v().case_harm);
    const int significant = enum_value(v().need, "significant_harm");
    if (harm >= enum_value(v().harm, "likely")) return need == significant;
    if (harm == enum_value(v().harm, "possible")) return need > 0 && need < significant;
    return need < significant;
}

class Lister {
  public:
    Lister(const Store& written, const Verdict& verdict) : written_(written), verdict_(verdict) {}

    void add_field(int field) {
        const int ease = ease_of_change(field);
        if (ease < 0) return;
        const FieldInfo& info = v().schema.fields[static_cast<std::size_t>(field)];
        written_.all(info.kind).for_each([&](int entity) {
            if (info.index < 0) return add_fact(field, entity, -1, ease);
            written_.all(info.index).for_each([&](int key) { add_fact(field, entity, key, ease); });
        });
    }

    std::vector<FactCandidate> in_order() {
        std::stable_sort(all_.begin(), all_.end(), [](const FactCandidate& a, const FactCandidate& b) {
            return std::tuple(a.ease >= 3, a.odd, !a.shown, a.ease, a.distance) <
                   std::tuple(b.ease >= 3, b.odd, !b.shown, b.ease, b.distance);
        });
        return std::move(all_);
    }

  private:
    void add_fact(int field, int entity, int key, int ease) {
        const FieldInfo& info = v().schema.fields[static_cast<std::size_t>(field)];
        FactCandidate candidate;
        candidate.ease = ease;
        candidate.was.fact = field;
        candidate.was.entity = entity;
        candidate.was.key = key;
        candidate.was.unknown = !written_.known(field, entity) && key < 0;
        if (!info.type.is_set())
            candidate.was.number = key < 0 ? written_.number(field, entity) : written_.number(field, entity, key);
        else
            candidate.was.set = written_.set(field, entity);
        std::string path = written_.name(info.kind, entity) + "." + info.name;
        if (key >= 0) path += "[" + written_.name(info.index, key) + "]";
        candidate.shown = std::any_of(verdict_.facts.begin(), verdict_.facts.end(),
                                      [&](const FactShown& fact) { return fact.path == path; });
        if (info.type.is_set())
            add_members(info.type, candidate);
        else
            add_values(info.type, candidate);
    }

    void add_values(Type type, const FactCandidate& of) {
        const bool named = type.base == Type::Base::enumeration;
        const auto index = static_cast<std::size_t>(type.of);
        const int count = named ? static_cast<int>(v().schema.enums[index].values.size()) : 2;
        const bool ordered = named && v().schema.enums[index].ordered;
        for (int value = 0; value < count; ++value) {
            if (!of.was.unknown && of.was.number == value) continue;
            FactCandidate one = of;
            one.would_be = of.was;
            one.would_be.unknown = false;
            one.would_be.number = value;
            if (ordered && !of.was.unknown) one.distance = std::abs(value - static_cast<int>(of.was.number));
            const bool of_case = of.was.fact == v().case_need || of.was.fact == v().case_harm;
            one.odd = of_case && !goes_together(written_, one.would_be);
            all_.push_back(std::move(one));
        }
    }

    void add_members(Type type, const FactCandidate& of) {
        const Bits known =
            type.base == Type::Base::enum_set
                ? Bits::first(static_cast<int>(v().schema.enums[static_cast<std::size_t>(type.of)].values.size()))
                : written_.all(type.of);
        const auto add = [&](int member, Bits set) {
            FactCandidate one = of;
            one.would_be = of.was;
            one.would_be.unknown = false;
            one.would_be.set = set;
            one.member = member;
            all_.push_back(std::move(one));
        };
        const bool of_party = type.base == Type::Base::entity_set &&
                              v().schema.table_of(v().schema.fields[static_cast<std::size_t>(of.was.fact)].kind) ==
                                  v().schema.table_of(type.of);
        known.for_each([&](int member) {
            if (of_party && member == of.was.entity) return;
            Bits set = of.was.unknown ? Bits{} : of.was.set;
            if (set.has(member))
                set.remove(member);
            else
                set.add(member);
            add(member, set);
        });
        if (of.was.unknown) add(-1, Bits{});  // it may also be known to hold for nobody
    }

    const Store& written_;
    const Verdict& verdict_;
    std::vector<FactCandidate> all_;
};

}  // namespace

std::vector<FactCandidate> fact_candidates(const RuleBook& rules, const Norm& norm, const Verdict& verdict,
                                           const Store& written) {
    Lister lister(written, verdict);
    for (const int field : fields_of(rules, norm)) lister.add_field(field);
    return lister.in_order();
}

}  // namespace ntk
