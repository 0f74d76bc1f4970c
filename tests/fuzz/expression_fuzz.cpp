#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "engine/casework/vocabulary.h"
#include "engine/language/expression.h"
#include "engine/text/codes.h"
#include "engine/text/limits.h"

namespace {

using namespace ntk;

void demand(bool holds) {
    if (!holds) std::abort();
}

Tree scalar(std::string text, int source) {
    Tree tree;
    tree.kind = Tree::Kind::scalar;
    tree.text = std::move(text);
    tree.place = {source, 1, 1};
    return tree;
}

// A case of a few people, agencies and items, in which every third fact is unknown.
Store some_case() {
    const Vocabulary& v = vocabulary();
    Store store(v.schema);
    for (const int kind : {v.case_, v.learner, v.person, v.person, v.agency, v.item, v.item, v.duty, v.act, v.request})
        store.add(kind, "x");
    for (std::size_t f = 0; f < v.schema.fields.size(); ++f) {
        const FieldInfo& field = v.schema.fields[f];
        const int fact = static_cast<int>(f);
        for (int e = 0; e < store.count(field.kind); ++e) {
            const std::int64_t value = (fact + e) % 3 - 1;
            if (field.index >= 0 && field.type.is_set())
                store.put(fact, e, 0, Bits::of(e));
            else if (field.index >= 0)
                store.put(fact, e, 0, field.type.base == Type::Base::entity ? -1 : value);
            else if (field.type.is_set())
                store.put(fact, e, Bits::of(e));
            else
                store.put(fact, e, field.type.base == Type::Base::entity ? -1 : value);
            if ((fact + e) % 3 == 0) store.forget(fact, e);
        }
    }
    store.put_root(v.root_child, std::int64_t{0});
    return store;
}

const Definitions& some_definitions() {
    static const Definitions definitions = [] {
        const Vocabulary& v = vocabulary();
        Definitions all;
        Diagnostics diagnostics;
        const auto add = [&](std::string name, std::vector<Variable> parameters, Type result, std::string text) {
            Definitions::Definition d;
            d.name = std::move(name);
            d.parameters = std::move(parameters);
            d.result = result;
            d.written = scalar(std::move(text), diagnostics.add_source("d", {}));
            all.add(std::move(d), false, diagnostics);
        };
        const Type person{Type::Base::entity, v.person};
        add("at_risk", {}, {Type::Base::boolean, -1}, "case.harm >= possible");
        add("risky", {{"p", person}}, {Type::Base::boolean, -1},
            "any q in people have (p.danger_to has q) and at_risk");
        add("wards", {}, {Type::Base::entity_set, v.person}, "q in people where (q is child)");
        add("self", {{"p", person}}, person, "p");
        all.finish(v.schema, diagnostics);
        demand(!diagnostics.has_errors());
        return all;
    }();
    return definitions;
}

// What may be asked of any expression that was accepted.
void evaluate(const Expression& expression) {
    static const Store store = some_case();
    demand(expression.cost() > 0 && expression.cost() <= limits::expression_cost);
    Frame frame;
    if (expression.type().is_set()) {
        const SetRange range = expression.set(store, frame);
        demand((range.sure - range.possible).empty());
    } else if (expression.type().base == Type::Base::boolean) {
        Trace trace;
        const Tri answer = expression.test(store, frame);
        demand(expression.test(store, frame, &trace) == answer);
        demand(trace.failed.empty() == (answer == Tri::yes));
    } else {
        expression.number(store, frame);
    }
}

void check_findings(const Diagnostics& diagnostics, const std::string& text) {
    for (const Diagnostic& found : diagnostics.all()) {
        bool listed = false;
        for (const CodeInfo& info : all_codes()) listed = listed || info.code == found.code;
        demand(listed && !found.message.empty());
        demand(found.place.line >= 1 && found.place.column >= 1);
        demand(static_cast<std::size_t>(found.place.column) <= text.size() + 1);
    }
    diagnostics.render();
}

}  // namespace

// Whatever stands where a rule pack has a condition, a binder, a parameter, a type or a definition.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
    const Schema& schema = vocabulary().schema;
    Diagnostics diagnostics;
    const Tree tree = scalar(text, diagnostics.add_source("pack.yaml", text));
    const Scope scope{&schema, &some_definitions(), {}};
    const auto check = [&](const Expression& expression) {
        demand(static_cast<bool>(expression) != diagnostics.has_errors());
        if (expression) evaluate(expression);
    };
    switch (data[0] % 8) {
        case 0: check(compile_binder(tree, scope, diagnostics).domain); break;
        case 1: demand(read_parameter(tree, schema, diagnostics).has_value() != diagnostics.has_errors()); break;
        case 2: demand((read_type(tree, schema, diagnostics) != Type{}) != diagnostics.has_errors()); break;
        case 3: {
            Definitions definitions = some_definitions();
            Definitions::Definition changed = *definitions.find("at_risk");
            changed.written = tree;
            changed.place = tree.place;
            definitions.add(std::move(changed), true, diagnostics);
            definitions.finish(schema, diagnostics);
            check(definitions.find("risky")->body);
            break;
        }
        case 4: check(compile(tree, scope, {Type::Base::boolean, -1}, diagnostics)); break;
        default: check(compile(tree, scope, {}, diagnostics)); break;
    }
    check_findings(diagnostics, text);
    return 0;
}
