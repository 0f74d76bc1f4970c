#include "engine/study/author/condition_list.h"

#include "engine/casework/vocabulary.h"
#include "engine/play/words.h"
#include "engine/scenario/scope.h"
#include "engine/text/said.h"

namespace ntk {

namespace {

const Vocabulary& v() { return vocabulary(); }

class ConditionLister {
  public:
    explicit ConditionLister(const Scenario& scenario)
        : scenario_(scenario), words_(scenario), scope_(scenario_scope(scenario.opening)) {}

    std::vector<ConditionSubject> subjects() const {
        std::vector<ConditionSubject> all;
        all.push_back({"case", "The case"_en});
        for (const int table : {v().party, v().item, v().request})
            for (int i = 0; i < scenario_.opening.count(table); ++i) all.push_back({name(table, i), label(table, i)});
        return all;
    }

    std::vector<ConditionFact> facts_of(const std::string& subject) const {
        std::vector<ConditionFact> facts;
        if (subject == "case") add_facts(v().case_, v().case_, subject, facts);
        for (const int table : {v().party, v().item, v().request})
            for (int i = 0; i < scenario_.opening.count(table); ++i) {
                if (name(table, i) != subject) continue;
                const int kind = table != v().party                    ? table
                                 : scenario_.opening.is(i, v().person) ? v().person
                                                                       : v().agency;
                add_facts(kind, table, subject, facts);
            }
        return facts;
    }

    std::vector<Diagnostic> problems(const std::string& condition) const {
        Diagnostics diagnostics;
        Tree tree;
        tree.kind = Tree::Kind::scalar;
        tree.text = condition;
        tree.place = {diagnostics.add_source("the condition", condition), 1, 1};
        compile(tree, scope_, {Type::Base::boolean, -1}, diagnostics);
        return diagnostics.all();
    }

  private:
    const std::string& name(int table, int entity) const { return scenario_.opening.name(table, entity); }

    std::string label(int table, int entity) const {
        if (table == v().party) return words_.party(entity);
        return table == v().item ? sentence(words_.label(entity))
                                 : fill("A request: {request}"_en, {{"request", words_.request(entity)}});
    }

    void add_facts(int kind, int table, const std::string& subject, std::vector<ConditionFact>& facts) const {
        for (const FieldInfo& info : v().schema.fields) {
            if (info.kind != kind && info.kind != table) continue;
            const std::string path = subject + "." + info.name;
            if (info.index < 0) {
                add_fact(info, path, sentence(plain(info.name)), facts);
                continue;
            }
            const int keys = v().schema.table_of(info.index);
            for (int i = 0; i < scenario_.opening.count(keys); ++i)
                if (info.index == keys || scenario_.opening.is(i, info.index))
                    add_fact(
                        info, path + "[" + name(keys, i) + "]",
                        fill("{fact} for {whom}"_en, {{"fact", sentence(plain(info.name))}, {"whom", label(keys, i)}}),
                        facts);
        }
    }

    void add_fact(const FieldInfo& info, const std::string& path, std::string fact_name,
                  std::vector<ConditionFact>& facts) const {
        ConditionFact fact{std::move(fact_name), {}};
        const auto offer = [&](std::string words, std::string condition) {
            if (problems(condition).empty()) fact.choices.push_back({std::move(words), std::move(condition)});
        };
        const Type type = info.type;
        const std::string link = type.is_set() ? " has " : " is ";
        if (type.base == Type::Base::boolean) {
            offer("Yes"_en, path);
            offer("No"_en, "not " + path);
        } else if (type.base == Type::Base::enumeration || type.base == Type::Base::enum_set) {
            const auto& values = v().schema.enums[static_cast<std::size_t>(type.of)].values;
            for (std::size_t i = 0; i < values.size(); ++i)
                offer(sentence(choice_words(type.of, static_cast<std::int64_t>(i))), path + link + values[i]);
        } else if (type.base == Type::Base::entity || type.base == Type::Base::entity_set) {
            const int table = v().schema.table_of(type.of);
            if (table != v().party && table != v().item && table != v().request) return;
            for (int i = 0; i < scenario_.opening.count(table); ++i)
                if (type.of == table || scenario_.opening.is(i, type.of))
                    offer(label(table, i), path + link + name(table, i));
        }
        if (!fact.choices.empty()) facts.push_back(std::move(fact));
    }

    const Scenario& scenario_;
    Words words_;
    Scope scope_;
};

}  // namespace

std::vector<ConditionSubject> condition_subjects(const Scenario& scenario) {
    return ConditionLister(scenario).subjects();
}

std::vector<ConditionFact> condition_facts(const Scenario& scenario, const std::string& subject) {
    return ConditionLister(scenario).facts_of(subject);
}

std::vector<Diagnostic> condition_problems(const Scenario& scenario, const std::string& condition) {
    return ConditionLister(scenario).problems(condition);
}

}  // namespace ntk
