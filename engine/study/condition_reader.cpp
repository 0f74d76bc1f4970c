#include "engine/study/condition_reader.h"

#include <algorithm>

#include "engine/language/analysis.h"
#include "engine/scenario/scope.h"
#include "engine/text/diagnostic.h"

namespace ntk {

namespace {

const Vocabulary& v() { return vocabulary(); }

const FieldInfo& field_info(int field) { return v().schema.fields[static_cast<std::size_t>(field)]; }

int table_of_field(int field) { return v().schema.table_of(field_info(field).kind); }

Tree text_tree(std::string text) {
    Tree tree;
    tree.kind = Tree::Kind::scalar;
    tree.text = std::move(text);
    return tree;
}

}  // namespace

ConditionReader::ConditionReader(WatchedFacts& facts, const Expression& condition)
    : facts_(facts),
      scope_(scenario_scope(facts.scenario_->opening)),
      source_(condition.source()),
      tree_(text_tree(source_)),
      fields_(condition.fields_read()),
      cells_(reads_of(condition, v().schema).cells) {}

WatchedFacts::Needs ConditionReader::read() {
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

void ConditionReader::need(WatchedFacts::Watch watch) {
    const std::size_t index = facts_.add(std::move(watch));
    if (std::find(needs_.watches.begin(), needs_.watches.end(), index) == needs_.watches.end())
        needs_.watches.push_back(index);
}

void ConditionReader::need_fact(int field, int entity) {
    WatchedFacts::Watch watch{WatchedFacts::Watch::Kind::fact};
    watch.field = field;
    watch.entity = entity;
    need(watch);
}

void ConditionReader::unclear(const std::string& what) {
    if (needs_.unclear.empty()) needs_.unclear = "it asks about " + what + ", which the rules keep";
}

void ConditionReader::walk(int node) {
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

void ConditionReader::read_name(std::string_view name) {
    if (name == "history") whole_history_ = true;
    if (name == "now") needs_.clock = needs_.clock || reads_root(v().root_now);
    const bool current = name == "decision" && reads_root(v().root_decision);
    if (name == "dues" || name == "phases" || name == "decisions" || current) unclear(std::string(name));
}

// Whether a question about an act of the past can never come out differently later on.
bool ConditionReader::looks_at_act_only(int node, std::vector<std::string_view> bound) const {
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
            if (of_act ? facts_.names_hidden(field)
                       : field_info(field).conduct || facts_.changes(field) || field_info(field).type.is_set())
                return false;
        }
    }
    if (ast.kind == Ast::Kind::any || ast.kind == Ast::Kind::all || ast.kind == Ast::Kind::none ||
        ast.kind == Ast::Kind::comprehension)
        bound.push_back(ast.name);
    return std::all_of(ast.parts.begin(), ast.parts.end(), [&](int part) { return looks_at_act_only(part, bound); });
}

bool ConditionReader::is_entity(std::string_view name) const {
    return std::any_of(scope_.variables.begin(), scope_.variables.end(),
                       [&](const Variable& variable) { return variable.name == name; });
}

bool ConditionReader::reads_root(int root) const {
    Cells wanted;
    wanted.add(v().schema.fields.size() + v().schema.kinds.size() + static_cast<std::size_t>(root));
    return cells_.overlaps(wanted);
}

// A root may share its name with a value, such as `decision`; then it counts only where it is read as a root.
bool ConditionReader::is_root(std::string_view name) const {
    const Schema& schema = v().schema;
    if (const int root = schema.root_named(name); root >= 0) return reads_root(root);
    return std::any_of(schema.kinds.begin(), schema.kinds.end(),
                       [&](const KindInfo& kind) { return kind.single ? kind.name == name : kind.plural == name; });
}

void ConditionReader::read_field(int field) {
    const int kind = field_info(field).kind;
    if (kind == v().act) {
        // Labels follow what an item is when it is told.
        if (field == v().act_labels) {
            need_fact(v().grade_, -1);
            need_fact(v().accuracy_, -1);
        }
        return;
    }
    if (kind == v().duty || kind == v().phase || kind == v().decision) return unclear(field_info(field).name);
    // What people were told of follows from who is due something when nothing is sent with it.
    if (field == v().told_who || field == v().told_what || field == v().told_why || field == v().told_of)
        return unclear(field_info(field).name);
    if (field == v().given_to) return;  // set afresh at every scene
    if (field == v().answers_by || field == v().event_at || field == v().request_due) {
        needs_.clock = true;
        need_fact(v().adviser, -1);
        need_fact(v().answers_in, -1);
        need_fact(v().answers_in_days, -1);
    }
    if (field == v().request_answered || field == v().request_refused) {
        need_fact(v().request_from, -1);
        need_fact(v().request_items, -1);
    }
    for (const int entity : named_owners(field)) need_fact(field, entity);
}

// The entities whose fact is read, or -1 alone where it may be anybody's.
std::vector<int> ConditionReader::named_owners(int field) const {
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
    std::sort(owners.begin(), owners.end());
    owners.erase(std::unique(owners.begin(), owners.end()), owners.end());
    return owners.empty() ? std::vector<int>{-1} : owners;
}

}  // namespace ntk
