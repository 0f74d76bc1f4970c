#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/language/cells.h"
#include "engine/language/syntax.h"
#include "engine/study/watched_facts.h"

namespace ntk {

// Goes through the condition of a route as it is written and collects what has to be remembered for it.
class ConditionReader {
  public:
    ConditionReader(WatchedFacts& facts, const Expression& condition);
    WatchedFacts::Needs read();

  private:
    const Ast& at(int node) const { return syntax_->at(node); }
    void need(WatchedFacts::Watch watch);
    void need_fact(int field, int entity);
    void unclear(const std::string& what);

    void walk(int node);
    bool is_history(int node) const { return at(node).kind == Ast::Kind::name && at(node).name == "history"; }
    void read_name(std::string_view name);
    void read_field(int field);

    bool looks_at_act_only(int node, std::vector<std::string_view> bound) const;
    bool is_entity(std::string_view name) const;
    bool is_root(std::string_view name) const;
    bool reads_root(int root) const;
    std::vector<int> named_owners(int field) const;

    WatchedFacts& facts_;
    Scope scope_;
    std::string source_;
    Tree tree_;
    std::vector<int> fields_;
    Cells cells_;  // what the compiled condition reads: a name may be a value as well as a root
    std::optional<Syntax> syntax_;
    WatchedFacts::Needs needs_;
    bool whole_history_ = false;
};

}  // namespace ntk
