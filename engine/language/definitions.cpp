#include <algorithm>

#include "engine/language/compiler.h"
#include "engine/language/lexer.h"
#include "engine/text/fields.h"
#include "engine/text/limits.h"

namespace ntk {
namespace {

using Definition = Definitions::Definition;

std::string quoted(std::string_view name) { return "'" + std::string(name) + "'"; }

// Which definitions call which, as far as their texts could be read.
struct Calls {
    std::vector<std::optional<Syntax>> texts;
    std::vector<std::vector<std::size_t>> callees;
    std::vector<std::vector<std::size_t>> callers;
};

Calls read_calls(const Definitions& definitions, const std::vector<bool>& named_well, Diagnostics& diagnostics) {
    const std::vector<Definition>& all = definitions.all();
    Calls calls;
    calls.callees.resize(all.size());
    calls.callers.resize(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        calls.texts.push_back(parse_expression(all[i].written, diagnostics));
        if (!calls.texts[i]) continue;
        for (const Ast& ast : calls.texts[i]->nodes) {
            if (ast.kind != Ast::Kind::name && ast.kind != Ast::Kind::call) continue;
            const Definition* called = definitions.find(ast.name);
            if (called == nullptr || (ast.kind == Ast::Kind::name && !called->parameters.empty())) continue;
            const auto callee = static_cast<std::size_t>(called - all.data());
            if (!named_well[callee]) continue;  // the word means what it means elsewhere
            std::vector<std::size_t>& known = calls.callees[i];
            if (std::find(known.begin(), known.end(), callee) != known.end()) continue;
            known.push_back(callee);
            calls.callers[callee].push_back(i);
        }
    }
    return calls;
}

// Every definition after those it calls; the ones in a cycle, and those that call them, are left out.
std::vector<std::size_t> callees_first(const Calls& calls) {
    std::vector<std::size_t> waiting_for;
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < calls.callees.size(); ++i) {
        waiting_for.push_back(calls.callees[i].size());
        if (waiting_for[i] == 0) order.push_back(i);
    }
    for (std::size_t next = 0; next < order.size(); ++next)
        for (const std::size_t caller : calls.callers[order[next]])
            if (--waiting_for[caller] == 0) order.push_back(caller);
    return order;
}

// Follows unsettled definitions from each one until a name comes round again, and reports that cycle once.
void report_cycles(const std::vector<Definition>& all, const Calls& calls, const std::vector<bool>& settled,
                   Diagnostics& diagnostics) {
    std::vector<std::size_t> walk_of(all.size(), 0);  // the walk that first met each one, from 1
    for (std::size_t start = 0; start < all.size(); ++start) {
        std::vector<std::size_t> walk;
        std::size_t at = start;
        while (!settled[at] && walk_of[at] == 0) {
            walk_of[at] = start + 1;
            walk.push_back(at);
            at = *std::find_if(calls.callees[at].begin(), calls.callees[at].end(),
                               [&](std::size_t c) { return !settled[c]; });
        }
        if (walk.empty() || settled[at] || walk_of[at] != start + 1) continue;
        walk.erase(walk.begin(), std::find(walk.begin(), walk.end(), at));
        std::rotate(walk.begin(), std::min_element(walk.begin(), walk.end()), walk.end());
        std::string round;
        for (const std::size_t i : walk) round += all[i].name + " -> ";
        diagnostics.report("E205", all[walk[0]].place,
                           quoted(all[walk[0]].name) + " is defined by way of itself: " + round + all[walk[0]].name);
    }
}

// A definition with parameters is always written with brackets, so only one without can be mistaken for a value.
bool check_name(const Definition& definition, const Schema& schema, Diagnostics& diagnostics) {
    std::string owner = name_owner(definition.name, schema);
    if (!is_word(definition.name)) owner = "not one word of letters, digits and underscores";
    if (!definition.parameters.empty() && owner.starts_with("a value")) owner.clear();
    if (owner.empty()) return true;
    diagnostics.report("E310", definition.place,
                       quoted(definition.name) + " cannot name a definition, because it is " + owner);
    return false;
}

bool check_parameters(const Definitions& definitions, const Definition& definition, Diagnostics& diagnostics) {
    bool sound = true;
    for (std::size_t i = 0; i < definition.parameters.size(); ++i) {
        const std::string& name = definition.parameters[i].name;
        std::string owner;
        if (definitions.find(name) != nullptr) owner = "a definition";
        for (std::size_t j = 0; j < i; ++j)
            if (definition.parameters[j].name == name) owner = "in use here already";
        if (owner.empty()) continue;
        diagnostics.report("E307", definition.place, quoted(name) + " is " + owner, "choose another name");
        sound = false;
    }
    return sound;
}

// Whether Answers has room for what it comes to: a truth for up to two entities, a set for up to one.
bool can_be_remembered(const Definition& definition) {
    const std::size_t most = definition.result.is_set() ? 1 : definition.result.base == Type::Base::boolean ? 2 : 0;
    return most > 0 && definition.parameters.size() <= most &&
           std::none_of(definition.parameters.begin(), definition.parameters.end(),
                        [](const Variable& parameter) { return parameter.type.is_set(); });
}

}  // namespace

void Definitions::add(Definition definition, bool replace, Diagnostics& diagnostics) {
    const auto same = std::find_if(definitions_.begin(), definitions_.end(),
                                   [&](const Definition& other) { return other.name == definition.name; });
    if (replace && same != definitions_.end()) {
        *same = std::move(definition);
    } else if (replace) {
        std::vector<std::string> names;
        for (const Definition& other : definitions_) names.push_back(other.name);
        diagnostics.report("E309", definition.place,
                           "there is no definition " + quoted(definition.name) + " to replace",
                           did_you_mean(definition.name, names));
    } else if (same != definitions_.end()) {
        diagnostics.report("E311", definition.place, quoted(definition.name) + " is defined twice");
    } else if (definitions_.size() == limits::definitions) {
        diagnostics.report("E308", definition.place,
                           "more than " + std::to_string(limits::definitions) + " definitions");
    } else {
        definitions_.push_back(std::move(definition));
    }
}

void Definitions::finish(const Schema& schema, Diagnostics& diagnostics) {
    std::vector<bool> named_well;
    for (const Definition& definition : definitions_) named_well.push_back(check_name(definition, schema, diagnostics));
    const Calls calls = read_calls(*this, named_well, diagnostics);
    std::vector<bool> settled(definitions_.size(), false);
    for (Definition& definition : definitions_) definition.body = {};
    for (const std::size_t i : callees_first(calls)) {
        settled[i] = true;
        Definition& definition = definitions_[i];
        const bool sound = check_parameters(*this, definition, diagnostics) && named_well[i];
        if (!calls.texts[i]) continue;
        Scope scope{&schema, this, definition.parameters};
        Compiler compiler(definition.written, *calls.texts[i], scope, diagnostics);
        Expression body = can_be_remembered(definition) ? compiler.definition(definition.result, static_cast<int>(i))
                                                        : compiler.expression(definition.result);
        if (sound) definition.body = std::move(body);
    }
    report_cycles(definitions_, calls, settled, diagnostics);
}

const Definition* Definitions::find(std::string_view name) const {
    const auto found = std::find_if(definitions_.begin(), definitions_.end(),
                                    [&](const Definition& definition) { return definition.name == name; });
    return found == definitions_.end() ? nullptr : &*found;
}

}  // namespace ntk
