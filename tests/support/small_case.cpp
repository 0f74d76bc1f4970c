#include "tests/support/small_case.h"

#include <stdexcept>
#include <utility>

namespace ntk::testing {
namespace {

using Base = Type::Base;

int add_enum(Schema& s, std::string name, std::vector<std::string> values, bool ordered = false) {
    s.enums.push_back({std::move(name), std::move(values), ordered});
    return static_cast<int>(s.enums.size()) - 1;
}

int add_kind(Schema& s, std::string name, std::string plural, int parent = -1) {
    KindInfo kind;
    kind.single = plural.empty();
    kind.name = std::move(name);
    kind.plural = std::move(plural);
    kind.parent = parent;
    s.kinds.push_back(std::move(kind));
    return static_cast<int>(s.kinds.size()) - 1;
}

int add_fact(Schema& s, int kind, std::string name, Type type, int index = -1, bool conduct = false) {
    FieldInfo field;
    field.kind = kind;
    field.name = std::move(name);
    field.type = type;
    field.index = index;
    field.conduct = conduct;
    s.fields.push_back(std::move(field));
    return static_cast<int>(s.fields.size()) - 1;
}

int add_root(Schema& s, std::string name, Type type, bool conduct = false) {
    s.roots.push_back({std::move(name), type, conduct});
    return static_cast<int>(s.roots.size()) - 1;
}

Type value_of(int index) { return {Base::enumeration, index}; }

SmallVocabulary build() {
    SmallVocabulary v;
    Schema& s = v.schema;
    v.harm = add_enum(s, "harm", {"none", "possible", "likely", "actual"}, true);
    v.role = add_enum(s, "role", {"infant", "carer", "neighbour"});
    v.use = add_enum(s, "use", {"unused", "helpful", "essential"});
    v.part = add_enum(s, "part", {"who", "what", "why", "decision", "none"});

    v.party = add_kind(s, "party", "parties");
    v.person = add_kind(s, "person", "people", v.party);
    v.agency = add_kind(s, "agency", "agencies", v.party);
    v.item = add_kind(s, "item", "items");
    v.duty = add_kind(s, "duty", "dues");
    v.act = add_kind(s, "act", "history");
    v.case_ = add_kind(s, "case", "");

    v.case_harm = add_fact(s, v.case_, "harm", value_of(v.harm));
    v.case_closed = add_fact(s, v.case_, "closed", boolean());
    v.case_limit = add_fact(s, v.case_, "limit", {Base::duration, -1});
    v.case_opened = add_fact(s, v.case_, "opened", {Base::moment, -1});
    v.case_due = add_fact(s, v.case_, "due", {Base::moment, -1});
    v.reachable = add_fact(s, v.party, "reachable", boolean());
    v.role_of = add_fact(s, v.person, "role", value_of(v.role));
    v.unsafe = add_fact(s, v.person, "unsafe", boolean());
    v.age = add_fact(s, v.person, "age", {Base::integer, -1});
    v.danger_to = add_fact(s, v.person, "danger_to", set_of(v.person));
    v.partner = add_fact(s, v.person, "partner", one(v.person));
    v.person_note = add_fact(s, v.person, "note", boolean());
    v.area = add_fact(s, v.agency, "area", {Base::symbol, -1});
    v.onward = add_fact(s, v.agency, "onward", set_of(v.party));
    v.agency_note = add_fact(s, v.agency, "note", boolean());
    v.about = add_fact(s, v.item, "about", set_of(v.person));
    v.source = add_fact(s, v.item, "source", one(v.party));
    v.use_by = add_fact(s, v.item, "use", value_of(v.use), v.party);
    v.shown_to = add_fact(s, v.item, "shown_to", set_of(v.person), v.agency);
    v.duty_items = add_fact(s, v.duty, "items", set_of(v.item));
    v.duty_to = add_fact(s, v.duty, "to", set_of(v.party));
    v.duty_opened = add_fact(s, v.duty, "opened", {Base::moment, -1});
    v.act_items = add_fact(s, v.act, "items", set_of(v.item), -1, true);
    v.act_to = add_fact(s, v.act, "to", set_of(v.party), -1, true);
    v.act_parts = add_fact(s, v.act, "parts", {Base::enum_set, v.part}, -1, true);
    v.act_gate = add_fact(s, v.act, "gate", boolean(), -1, true);
    v.act_reason = add_fact(s, v.act, "reason", value_of(v.part), -1, true);

    v.child = add_root(s, "child", one(v.person));
    v.acts = add_root(s, "acts", set_of(v.act), true);
    v.now = add_root(s, "now", {Base::moment, -1});
    v.decision = add_root(s, "decision", one(v.duty));
    return v;
}

Bits these(std::initializer_list<int> members) {
    Bits set;
    for (const int m : members) set.add(m);
    return set;
}

Scope scope_with(const Definitions& definitions) { return {&small().schema, &definitions, {}}; }

struct Compiled {
    Expression expression;
    std::string problems;
};

Compiled compiled(const std::string& text, Type wanted) {
    static const Definitions definitions = small_definitions();
    Diagnostics diagnostics;
    const Tree tree = written(text, diagnostics);
    Compiled result;
    result.expression = compile(tree, scope_with(definitions), wanted, diagnostics);
    result.problems = diagnostics.render();
    return result;
}

std::string names(Bits set, Type type, const Store& store) {
    std::string text;
    set.for_each([&](int i) {
        const auto of = static_cast<std::size_t>(type.of);
        const bool entities = type.base == Base::entity_set;
        const std::string& name =
            entities ? store.name(type.of, i) : store.schema().enums[of].values[static_cast<std::size_t>(i)];
        text += (text.empty() ? "" : " ") + name;
    });
    return text;
}

}  // namespace

const SmallVocabulary& small() {
    static const SmallVocabulary vocabulary = build();
    return vocabulary;
}

Type boolean() { return {Base::boolean, -1}; }
Type set_of(int kind) { return {Base::entity_set, kind}; }
Type one(int kind) { return {Base::entity, kind}; }

SmallCase::SmallCase() : store(small().schema) {
    const SmallVocabulary& v = small();
    store.add(v.case_, "case");
    robin = store.add(v.person, "Robin");
    ann = store.add(v.person, "Ann");
    bob = store.add(v.person, "Bob");
    nel = store.add(v.person, "Nel");
    desk = store.add(v.agency, "Desk");
    police = store.add(v.agency, "Police");
    letter = store.add(v.item, "letter");
    photo = store.add(v.item, "photo");
    rumour = store.add(v.item, "rumour");
    lead = store.add(v.duty, "lead");
    share = store.add(v.act, "share");

    store.put(v.case_harm, 0, std::int64_t{2});
    store.put(v.case_limit, 0, std::int64_t{240});
    store.put(v.case_opened, 0, std::int64_t{100});
    store.put(v.case_due, 0, std::int64_t{200});
    store.put(v.role_of, ann, std::int64_t{1});
    store.put(v.role_of, bob, std::int64_t{1});
    store.put(v.role_of, nel, std::int64_t{2});
    store.put(v.age, robin, std::int64_t{4});
    store.put(v.age, ann, std::int64_t{30});
    store.put(v.partner, ann, std::int64_t{bob});
    store.put(v.danger_to, bob, these({nel}));
    store.put(v.reachable, ann, std::int64_t{1});
    store.put(v.reachable, desk, std::int64_t{1});
    store.put(v.onward, desk, these({bob}));
    store.put(v.area, desk, std::int64_t{1});
    store.put(v.area, police, std::int64_t{1});
    store.put(v.about, letter, these({robin, nel}));
    store.put(v.about, photo, these({ann}));
    store.put(v.source, letter, std::int64_t{nel});
    store.put(v.source, photo, std::int64_t{desk});
    store.put(v.use_by, letter, desk, std::int64_t{2});
    store.put(v.use_by, photo, desk, std::int64_t{1});
    store.put(v.shown_to, letter, desk, these({ann}));
    store.put(v.duty_items, lead, these({letter, photo}));
    store.put(v.duty_to, lead, these({desk, police}));
    store.put(v.act_items, share, these({letter}));
    store.put(v.act_to, share, these({desk}));
    store.put(v.act_parts, share, these({0, 1}));
    store.put(v.act_reason, share, std::int64_t{-1});
    store.put_root(v.child, std::int64_t{robin});
    store.put_root(v.acts, these({share}));
    store.put_root(v.now, std::int64_t{150});
}

Tree written(std::string text, Diagnostics& diagnostics) {
    Tree tree;
    tree.kind = Tree::Kind::scalar;
    tree.quoted = true;
    tree.place = {diagnostics.add_source("pack.yaml", "\n\nwhen: " + text + "\n"), 3, 7};
    tree.text = std::move(text);
    return tree;
}

Definitions::Definition definition(std::string_view heading, Type result, std::string text, Diagnostics& diagnostics) {
    Definitions::Definition d;
    const std::size_t open = heading.find('(');
    d.name = heading.substr(0, open);
    while (open != std::string_view::npos && heading.back() == ')') {
        heading.remove_prefix(heading.find_first_of("(,") + 1);
        while (heading.front() == ' ') heading.remove_prefix(1);
        Diagnostics quiet;
        if (auto parameter = read_parameter(written(std::string(heading.substr(0, heading.find_first_of(",)"))), quiet),
                                            small().schema, quiet))
            d.parameters.push_back(*parameter);
        if (heading.find(',') == std::string_view::npos) break;
    }
    d.result = result;
    d.written = written(std::move(text), diagnostics);
    d.place = {d.written.place.source, 3, 1};
    return d;
}

Definitions small_definitions() {
    const SmallVocabulary& v = small();
    Diagnostics diagnostics;
    Definitions all;
    const auto add = [&](std::string_view heading, Type result, std::string text) {
        all.add(definition(heading, result, std::move(text), diagnostics), false, diagnostics);
    };
    add("at_risk", boolean(), "case.harm >= possible and not case.closed");
    add("dangerous(p person)", boolean(), "any q in people have (p.danger_to has q)");
    add("hazard(p person, i item, r party)", boolean(),
        "i.about has p and any d in people have (d.danger_to has p and route(d, r))");
    add("route(d person, r party)", boolean(), "d is r or r.onward has d");
    add("wards", set_of(v.person), "q in people where (q is child)");
    add("gated", boolean(), "any a in history have (a.gate)");
    add("first_source(i item)", one(v.party), "i.source");
    add("met(parts set of part)", boolean(), "parts has who and parts has why");
    add("either(a harm, b harm)", boolean(), "case.harm is a or case.harm is b");
    all.finish(v.schema, diagnostics);
    if (diagnostics.has_errors()) throw std::runtime_error(diagnostics.render());
    return all;
}

std::string answer(const std::string& text, const Store& store) {
    const Compiled c = compiled(text, boolean());
    if (!c.expression) return c.problems;
    Frame frame;
    switch (c.expression.test(store, frame)) {
        case Tri::yes: return "yes";
        case Tri::no: return "no";
        case Tri::unknown: return "unknown";
    }
    return {};
}

std::string members(const std::string& text, const Store& store) {
    const Compiled c = compiled(text, {});
    if (!c.expression || !c.expression.type().is_set()) return c.problems + "not a set";
    Frame frame;
    const SetRange range = c.expression.set(store, frame);
    const std::string sure = names(range.sure, c.expression.type(), store);
    const std::string perhaps = names(range.possible - range.sure, c.expression.type(), store);
    return sure + (perhaps.empty() ? "" : (sure.empty() ? "(" : " (") + perhaps + ")");
}

std::string number(const std::string& text, const Store& store) {
    const Compiled c = compiled(text, {});
    if (!c.expression || c.expression.type().is_set() || c.expression.type() == boolean())
        return c.problems + "not a number";
    Frame frame;
    const Number found = c.expression.number(store, frame);
    return found.known ? std::to_string(found.value) : "unknown";
}

std::string problems(const std::string& text, Type wanted) { return compiled(text, wanted).problems; }

}  // namespace ntk::testing
