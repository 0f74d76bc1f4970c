#include "engine/study/watched_facts.h"

#include <algorithm>
#include <string_view>

#include "engine/language/syntax.h"
#include "engine/scenario/scope.h"
#include "engine/text/diagnostic.h"

namespace ntk {

namespace {

const Vocabulary& v() { return vocabulary(); }

const FieldInfo& field_info(int field) { return v().schema.fields[static_cast<std::size_t>(field)]; }

int table_of_field(int field) { return v().schema.table_of(field_info(field).kind); }

bool contains(const std::vector<int>& sorted, int value) {
    return std::binary_search(sorted.begin(), sorted.end(), value);
}

void sort_once(std::vector<int>& values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

Tree text_tree(std::string text) {
    Tree tree;
    tree.kind = Tree::Kind::scalar;
    tree.text = std::move(text);
    return tree;
}

}  // namespace

// Goes through one condition as it is written and collects what it needs.
class ConditionReader {
  public:
    ConditionReader(WatchedFacts& facts, const Expression& condition)
        : facts_(facts),
          scope_(scenario_scope(facts.scenario_->opening)),
          source_(condition.source()),
          tree_(text_tree(source_)),
          fields_(condition.fields_read()) {}

    WatchedFacts::Needs read() {
        Diagnostics diagnostics;
        syntax_ = parse_expression(tree_, diagnostics);
        if (!syntax_) {
            needs_.unclear = "the condition could not be read again";
            return needs_;
        }
        walk(syntax_->root);
        // Acts drop what has not come to light, and sets show only what has.
        need({WatchedFacts::Watch::Kind::light});
        for (const int field : fields_) read_field(field);
        if (whole_history_) {
            WatchedFacts::Watch watch{WatchedFacts::Watch::Kind::history};
            for (const int field : fields_)
                if (field_info(field).kind == v().act) watch.fields.push_back(field);
            need(watch);
        }
        if (needs_.clock) need({WatchedFacts::Watch::Kind::clock});
        return needs_;
    }

  private:
    const Ast& at(int node) const { return syntax_->at(node); }

    void need(WatchedFacts::Watch watch) {
        const std::size_t index = facts_.add(std::move(watch));
        if (std::find(needs_.watches.begin(), needs_.watches.end(), index) == needs_.watches.end())
            needs_.watches.push_back(index);
    }

    void need_fact(int field, int entity) {
        WatchedFacts::Watch watch{WatchedFacts::Watch::Kind::fact};
        watch.field = field;
        watch.entity = entity;
        need(watch);
    }

    void unclear(const std::string& what) {
        if (needs_.unclear.empty()) needs_.unclear = "it asks about " + what + ", which the rules keep";
    }

    void walk(int node) {
        const Ast& ast = at(node);
        const bool quantifier = ast.kind == Ast::Kind::any || ast.kind == Ast::Kind::all || ast.kind == Ast::Kind::none;
        if (quantifier && is_history(ast.parts[0]) && looks_at_act_only(ast.parts[1], {ast.name})) {
            const std::string text = source_.substr(ast.begin, ast.end - ast.begin);
            WatchedFacts::Watch watch{WatchedFacts::Watch::Kind::answer};
            Diagnostics diagnostics;
            watch.answer = compile(text_tree(text), scope_, {Type::Base::boolean, -1}, diagnostics);
            if (watch.answer) {
                need(std::move(watch));
                return;
            }
        }
        if (ast.kind == Ast::Kind::name) read_name(ast.name);
        for (const int part : ast.parts) walk(part);
    }

    bool is_history(int node) const { return at(node).kind == Ast::Kind::name && at(node).name == "history"; }

    void read_name(std::string_view name) {
        if (name == "history") whole_history_ = true;
        if (name == "now") needs_.clock = true;
        if (name == "dues" || name == "phases" || name == "decisions" || name == "decision") unclear(std::string(name));
    }

    // Whether a question about an act of the past can never come out differently later on.
    bool looks_at_act_only(int node, std::vector<std::string_view> bound) const {
        const Ast& ast = at(node);
        if (ast.kind == Ast::Kind::call) return false;
        if (ast.kind == Ast::Kind::name) {
            const bool own = std::find(bound.begin(), bound.end(), ast.name) != bound.end();
            return own || is_entity(ast.name) || !is_root(ast.name);
        }
        if (ast.kind == Ast::Kind::field) {
            for (const int field : fields_) {
                if (field_info(field).name != ast.name) continue;
                const bool of_act = field_info(field).kind == v().act;
                if (of_act ? facts_.names_hidden(field) : field_info(field).conduct || facts_.changes(field) ||
                                                              field_info(field).type.is_set())
                    return false;
            }
        }
        if (ast.kind == Ast::Kind::any || ast.kind == Ast::Kind::all || ast.kind == Ast::Kind::none ||
            ast.kind == Ast::Kind::comprehension)
            bound.push_back(ast.name);
        return std::all_of(ast.parts.begin(), ast.parts.end(),
                           [&](int part) { return looks_at_act_only(part, bound); });
    }

    bool is_entity(std::string_view name) const {
        return std::any_of(scope_.variables.begin(), scope_.variables.end(),
                           [&](const Variable& variable) { return variable.name == name; });
    }

    static bool is_root(std::string_view name) {
        const Schema& schema = v().schema;
        return schema.root_named(name) >= 0 ||
               std::any_of(schema.kinds.begin(), schema.kinds.end(), [&](const KindInfo& kind) {
                   return kind.single ? kind.name == name : kind.plural == name;
               });
    }

    void read_field(int field) {
        const int kind = field_info(field).kind;
        if (kind == v().act) {
            // Labels follow the grade an item has when it is told.
            if (field == v().act_labels) need_fact(v().grade_, -1);
            return;
        }
        if (kind == v().duty || kind == v().phase || kind == v().decision) return unclear(field_info(field).name);
        // What people were told of follows from who is due something when nothing is sent with it.
        if (field == v().told_who || field == v().told_what || field == v().told_why)
            return unclear(field_info(field).name);
        if (field == v().given_to) return;  // set afresh at every scene
        if (field == v().answers_by || field == v().event_at || field == v().request_due) {
            needs_.clock = true;
            need_fact(v().adviser, -1);
            need_fact(v().answers_in, -1);
        }
        if (field == v().request_answered || field == v().request_refused) {
            need_fact(v().request_from, -1);
            need_fact(v().request_items, -1);
        }
        for (const int entity : named_owners(field)) need_fact(field, entity);
    }

    // The entities whose fact is read, or -1 alone where it may be anybody's.
    std::vector<int> named_owners(int field) const {
        std::vector<int> owners;
        const std::string& name = field_info(field).name;
        for (const Ast& ast : syntax_->nodes) {
            if (ast.kind != Ast::Kind::field || ast.name != name) continue;
            const Ast& owner = at(ast.parts[0]);
            if (owner.kind != Ast::Kind::name || !is_entity(owner.name)) {
                const bool single = owner.kind == Ast::Kind::name && (owner.name == "case" || owner.name == "learner");
                if (!single) return {-1};
                owners.push_back(0);
                continue;
            }
            const int entity = facts_.scenario_->opening.find(table_of_field(field), owner.name);
            if (entity >= 0) owners.push_back(entity);
        }
        sort_once(owners);
        return owners.empty() ? std::vector<int>{-1} : owners;
    }

    WatchedFacts& facts_;
    Scope scope_;
    std::string source_;
    Tree tree_;
    std::vector<int> fields_;
    std::optional<Syntax> syntax_;
    WatchedFacts::Needs needs_;
    bool whole_history_ = false;
};

std::string WatchedFacts::Watch::key() const {
    std::string text = std::to_string(static_cast<int>(kind)) + " " + std::to_string(field) + " " +
                       std::to_string(entity) + " " + answer.source();
    for (const int one : fields) text += " " + std::to_string(one);
    return text;
}

WatchedFacts::WatchedFacts(const Scenario& scenario) : scenario_(&scenario) {}

// Only stories with conditions are looked at.
void WatchedFacts::look_at_story() {
    if (looked_) return;
    looked_ = true;
    const Store& opening = scenario_->opening;
    const auto look = [&](const std::vector<Act>& acts) {
        for (const Act& act : acts)
            for (const Setting& setting : act.settings) {
                const Type type = field_info(setting.fact).type;
                const bool entities = type.base == Type::Base::entity_set || type.base == Type::Base::entity;
                if (!entities || v().schema.table_of(type.of) == v().item) continue;
                const Bits named = type.is_set() ? setting.set
                                   : setting.number >= 0 ? Bits::of(static_cast<int>(setting.number)) : Bits{};
                named.for_each([&](int entity) {
                    const int table = v().schema.table_of(type.of);
                    const int exact = table != v().party                  ? table
                                      : opening.is(entity, v().person) ? v().person
                                                                       : v().agency;
                    if (!opening.shown(exact, entity)) hidden_named_.push_back(setting.fact);
                });
            }
    };
    for (const Node& node : scenario_->nodes) {
        for (const Setting& change : node.changes) changed_.push_back(change.fact);
        look(node.story);
        for (const Option& option : node.options) look(option.acts);
        for (const Compose& form : node.composes) look(form.also);
    }
    look(scenario_->standing);
    sort_once(changed_);
    sort_once(hidden_named_);
}

bool WatchedFacts::changes(int field) const { return contains(changed_, field); }
bool WatchedFacts::names_hidden(int field) const { return contains(hidden_named_, field); }

std::size_t WatchedFacts::add(Watch watch) {
    const std::string key = watch.key();
    for (std::size_t i = 0; i < watches_.size(); ++i)
        if (watches_[i].key() == key) return i;
    watches_.push_back(std::move(watch));
    return watches_.size() - 1;
}

WatchedFacts::Needs WatchedFacts::needs_of(const Expression& condition) {
    look_at_story();
    return ConditionReader(*this, condition).read();
}

namespace {

void append(Bits bits, std::vector<std::int64_t>& memory) {
    for (const std::uint64_t word : bits.words) memory.push_back(static_cast<std::int64_t>(word));
}

void append_fact(const Store& facts, int field, int entity, std::vector<std::int64_t>& memory) {
    const FieldInfo& info = field_info(field);
    memory.push_back(facts.known(field, entity) ? 1 : 0);
    if (info.index >= 0) {
        for (int key = 0; key < facts.count(info.index); ++key) {
            if (info.type.is_set())
                append(facts.set(field, entity, key), memory);
            else
                memory.push_back(facts.number(field, entity, key));
        }
    } else if (info.type.is_set()) {
        append(facts.set(field, entity), memory);
    } else {
        memory.push_back(facts.number(field, entity));
    }
}

}  // namespace

void WatchedFacts::remember(const Watch& watch, const CaseFile& file, std::vector<std::int64_t>& memory) const {
    const Store& facts = file.facts();
    switch (watch.kind) {
        case Watch::Kind::light:
            for (const int kind : {v().person, v().agency, v().item, v().request, v().pull, v().event})
                append(facts.all(kind), memory);
            break;
        case Watch::Kind::fact:
            if (watch.entity >= 0) {
                append_fact(facts, watch.field, watch.entity, memory);
            } else {
                for (int entity = 0; entity < facts.count(field_info(watch.field).kind); ++entity)
                    append_fact(facts, watch.field, entity, memory);
            }
            break;
        case Watch::Kind::answer: {
            Frame frame = scenario_frame(*scenario_);
            memory.push_back(static_cast<std::int64_t>(watch.answer.test(facts, frame)));
            break;
        }
        case Watch::Kind::history: {
            // The order of acts says nothing, so it is left out.
            std::vector<std::vector<std::int64_t>> acts;
            for (int act = 0; act < facts.count(v().act); ++act) {
                acts.emplace_back();
                for (const int field : watch.fields) append_fact(facts, field, act, acts.back());
            }
            std::sort(acts.begin(), acts.end());
            memory.push_back(static_cast<std::int64_t>(acts.size()));
            for (const auto& act : acts) memory.insert(memory.end(), act.begin(), act.end());
            break;
        }
        case Watch::Kind::clock: memory.push_back(file.now()); break;
    }
}

}  // namespace ntk
