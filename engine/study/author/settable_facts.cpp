#include "engine/study/author/settable_facts.h"

#include <algorithm>

#include "engine/play/words.h"
#include "engine/text/said.h"

namespace ntk {

namespace {

const Vocabulary& v() { return vocabulary(); }

class FactLister {
  public:
    FactLister(const Scenario& scenario, const Store& facts) : words_(scenario), facts_(facts) {}

    std::vector<FactSubject> list() {
        std::vector<FactSubject> subjects;
        for (const int kind : {v().case_, v().learner, v().person, v().agency, v().item, v().request})
            facts_.all(kind).for_each([&](int entity) {
                FactSubject subject;
                subject.id = facts_.name(table_of(kind), entity);
                subject.name = name_of(kind, entity);
                for (std::size_t f = 0; f < v().schema.fields.size(); ++f)
                    add(kind, static_cast<int>(f), entity, subject);
                if (!subject.facts.empty()) subjects.push_back(std::move(subject));
            });
        return subjects;
    }

  private:
    static int table_of(int kind) { return v().schema.table_of(kind); }

    std::string name_of(int kind, int entity) const {
        if (kind == v().case_) return "The case"_en;
        if (kind == v().learner) return "The learner"_en;
        const int table = table_of(kind);
        if (table == v().party) return words_.party(entity);
        if (table == v().item) return sentence(words_.label(entity));
        if (table == v().request) return fill("A request: {request}"_en, {{"request", words_.request(entity)}});
        return facts_.name(table, entity);
    }

    void add(int kind, int field, int entity, FactSubject& subject) const {
        const FieldInfo& info = v().schema.fields[static_cast<std::size_t>(field)];
        const bool ours = info.kind == kind || (info.kind == v().party && table_of(kind) == v().party);
        if (!ours || !info.situation || info.conduct) return;
        if (info.index < 0) return add_one(info, field, entity, -1, plain(info.name), subject);
        facts_.all(info.index).for_each([&](int key) {
            add_one(info, field, entity, key,
                    fill("{fact} for {whom}"_en, {{"fact", plain(info.name)}, {"whom", name_of(info.index, key)}}),
                    subject);
        });
    }

    void add_one(const FieldInfo& info, int field, int entity, int key, std::string name, FactSubject& subject) const {
        SettableFact fact;
        fact.path = subject.id + "." + info.name;
        if (key >= 0) fact.path += "[" + facts_.name(table_of(info.index), key) + "]";
        fact.name = std::move(name);
        Setting as_it_is{field, entity, key, false, 0, {}};
        if (info.type.is_set()) {
            list_members(info.type, as_it_is, fact);
        } else {
            list_values(info.type, as_it_is, fact);
        }
        if (!fact.values.empty()) subject.facts.push_back(std::move(fact));
    }

    void list_members(Type type, Setting as_it_is, SettableFact& fact) const {
        fact.list = true;
        as_it_is.set = as_it_is.key >= 0 ? facts_.set(as_it_is.fact, as_it_is.entity, as_it_is.key)
                                         : facts_.set(as_it_is.fact, as_it_is.entity);
        std::vector<std::string> members;
        const auto offer = [&](int member, const std::string& words) {
            FactValue value{words, as_it_is, as_it_is.set.has(member)};
            value.now ? value.setting.set.remove(member) : value.setting.set.add(member);
            if (value.now) members.push_back(words);
            fact.values.push_back(std::move(value));
        };
        if (type.base == Type::Base::enum_set) {
            const auto& names = v().schema.enums[static_cast<std::size_t>(type.of)].values;
            for (int i = 0; i < static_cast<int>(names.size()); ++i) offer(i, choice_words(type.of, i));
        } else {
            facts_.all(type.of).for_each([&](int member) {
                if (member != as_it_is.entity || table_of(type.of) != v().party)
                    offer(member, name_of(type.of, member));
            });
        }
        fact.now = members.empty() ? "none"_en : listed(members);
    }

    void list_values(Type type, Setting as_it_is, SettableFact& fact) const {
        const bool known = facts_.known(as_it_is.fact, as_it_is.entity);
        const std::int64_t number = as_it_is.key >= 0 ? facts_.number(as_it_is.fact, as_it_is.entity, as_it_is.key)
                                                      : facts_.number(as_it_is.fact, as_it_is.entity);
        const auto offer = [&](std::int64_t to, const std::string& words) {
            FactValue value{words, as_it_is, known && number == to};
            value.setting.number = to;
            if (value.now) fact.now = words;
            fact.values.push_back(std::move(value));
        };
        switch (type.base) {
            case Type::Base::boolean:
                offer(1, "yes"_en);
                offer(0, "no"_en);
                break;
            case Type::Base::enumeration: {
                const auto& names = v().schema.enums[static_cast<std::size_t>(type.of)].values;
                for (int i = 0; i < static_cast<int>(names.size()); ++i) offer(i, choice_words(type.of, i));
                break;
            }
            case Type::Base::entity:
                facts_.all(type.of).for_each([&](int one) { offer(one, name_of(type.of, one)); });
                break;
            default: return;
        }
        if (as_it_is.key < 0) {
            FactValue value{"not known"_en, as_it_is, !known};
            value.setting.unknown = true;
            fact.values.push_back(std::move(value));
        }
        if (!known)
            fact.now = "not known"_en;
        else if (fact.now.empty())
            fact.now = "not stated"_en;
    }

    Words words_;
    const Store& facts_;
};

}  // namespace

std::vector<FactSubject> settable_facts(const Scenario& scenario, const Store& facts) {
    return FactLister(scenario, facts).list();
}

}  // namespace ntk
