#include "engine/casework/reader.h"

#include <algorithm>

#include "engine/casework/case_shapes.h"
#include "engine/casework/clock.h"
#include "engine/text/limits.h"

namespace ntk {

namespace {

const Vocabulary& v() { return vocabulary(); }

std::vector<std::string> names_of(const Store& store, int kind) {
    std::vector<std::string> names;
    for (int e = 0; e < store.count(kind); ++e) names.push_back(store.name(kind, e));
    return names;
}

// Whether an agency of this kind has a safeguarding or support role when the author does not say.
bool safeguards_by_kind(std::int64_t kind) {
    for (const char* name :
         {"childrens_social_care", "police", "emergency", "health", "school", "early_years", "internal_lead"})
        if (kind == enum_value(v().agency_kind, name)) return true;
    return false;
}

// The working days in a length of time that has been read, 0 when it was written in minutes, hours or days.
std::int64_t working_days(const Tree& written) {
    const auto span = read_span(written.text);
    return span ? span->working_days : 0;
}

bool supports_by_kind(std::int64_t kind) {
    for (const char* name : {"childrens_social_care", "health", "school", "early_years", "early_help"})
        if (kind == enum_value(v().agency_kind, name)) return true;
    return false;
}

}  // namespace

int add_entity(Store& store, int kind, std::string name) {
    const int entity = store.add(kind, std::move(name));
    const auto& schema = v().schema;
    for (std::size_t f = 0; f < schema.fields.size(); ++f) {
        const FieldInfo& field = schema.fields[f];
        if (field.index >= 0 || schema.table_of(field.kind) != schema.table_of(kind)) continue;
        const bool none_written = field.type.base == Type::Base::enumeration || field.type.base == Type::Base::entity ||
                                  field.type.base == Type::Base::symbol || field.type.base == Type::Base::moment;
        if (none_written) store.put(static_cast<int>(f), entity, std::int64_t{-1});
    }
    if (kind == v().item) {
        store.put(v().grade_, entity, std::int64_t{enum_value(v().grade, "observed")});
        store.put(v().accuracy_, entity, std::int64_t{enum_value(v().accuracy, "ok")});
        store.put(v().category_, entity, std::int64_t{enum_value(v().category, "ordinary")});
    }
    if (kind == v().person) {
        store.put(v().reachable, entity, std::int64_t{1});
        store.put(v().consent_, entity, std::int64_t{0});
        store.put(v().agreement_, entity, std::int64_t{0});
    }
    if (kind == v().agency) store.forget(v().onward_risk, entity);
    if (kind == v().request) store.put(v().request_legitimate, entity, std::int64_t{1});
    return entity;
}

int CaseReader::entity(int kind, const Tree& tree) {
    const auto name = read_text(tree, v().schema.kinds[static_cast<std::size_t>(kind)].name, diagnostics_);
    if (!name) return -1;
    const int found = store_.find(kind, *name);
    const bool wrong_kind =
        found >= 0 && kind != v().party && v().schema.table_of(kind) == v().party && !store_.is(found, kind);
    if (found >= 0 && !wrong_kind) return found;
    const std::string& what = v().schema.kinds[static_cast<std::size_t>(kind)].name;
    diagnostics_.report("E301", tree.place, "there is no " + what + " called '" + *name + "'",
                        wrong_kind ? "'" + *name + "' is not a " + what : did_you_mean(*name, names_of(store_, kind)));
    return -1;
}

std::optional<std::int64_t> CaseReader::read_number_of(Type type, const std::string& what, const Tree& tree) {
    switch (type.base) {
        case Type::Base::boolean: {
            const auto flag = read_flag(tree, what, diagnostics_);
            return flag ? std::optional<std::int64_t>(*flag ? 1 : 0) : std::nullopt;
        }
        case Type::Base::integer: return read_number(tree, what, 0, 1'000, diagnostics_);
        case Type::Base::enumeration: {
            const auto& info = v().schema.enums[static_cast<std::size_t>(type.of)];
            const auto value = read_choice(tree, what, info.values, diagnostics_);
            return value ? std::optional<std::int64_t>(*value) : std::nullopt;
        }
        case Type::Base::entity: {
            const int found = entity(type.of, tree);
            return found >= 0 ? std::optional<std::int64_t>(found) : std::nullopt;
        }
        case Type::Base::symbol: {
            const auto text = read_text(tree, what, diagnostics_);
            if (!text) return std::nullopt;
            const auto known = std::find(symbols_.begin(), symbols_.end(), *text);
            if (known != symbols_.end()) return known - symbols_.begin();
            symbols_.push_back(*text);
            return static_cast<std::int64_t>(symbols_.size()) - 1;
        }
        case Type::Base::moment: {
            const auto text = read_text(tree, what, diagnostics_);
            if (!text) return std::nullopt;
            if (const auto at = read_moment(*text)) return *at;
            diagnostics_.report("E118", tree.place, "'" + *text + "' is not a time",
                                "write week, day and time: \"w2 Mon 14:30\"");
            return std::nullopt;
        }
        case Type::Base::duration: {
            const auto text = read_text(tree, what, diagnostics_);
            if (!text) return std::nullopt;
            if (const auto span = read_span(*text)) return after(0, *span);
            diagnostics_.report("E119", tree.place, "'" + *text + "' is not a length of time",
                                "write a number and m, h, d or wd: 30m, 4h, 2d, 1wd");
            return std::nullopt;
        }
        default: return std::nullopt;
    }
}

std::optional<Bits> CaseReader::read_set_of(Type type, const std::string& what, const Tree& tree) {
    const Type one{type.base == Type::Base::enum_set ? Type::Base::enumeration : Type::Base::entity, type.of};
    Bits members;
    bool good = true;
    const auto add = [&](const Tree& member) {
        const auto value = read_number_of(one, what, member);
        if (value)
            members.add(static_cast<int>(*value));
        else
            good = false;
    };
    if (tree.kind == Tree::Kind::list) {
        for (const Tree& member : tree.items) add(member);
    } else {
        add(tree);
    }
    return good ? std::optional<Bits>(members) : std::nullopt;
}

std::vector<Setting> CaseReader::read_settings(int fact, int entity_index, const Tree& tree) {
    const FieldInfo& field = v().schema.fields[static_cast<std::size_t>(fact)];
    std::vector<Setting> settings;
    const auto read_one = [&](const Tree& value, int key) {
        Setting setting;
        setting.fact = fact;
        setting.entity = entity_index;
        setting.key = key;
        if (key < 0 && value.kind == Tree::Kind::scalar && !value.quoted && value.text == "unknown") {
            setting.unknown = true;
        } else if (field.type.is_set()) {
            const auto set = read_set_of(field.type, field.name, value);
            if (!set) return;
            setting.set = *set;
        } else {
            const auto number = read_number_of(field.type, field.name, value);
            if (!number) return;
            setting.number = *number;
        }
        settings.push_back(setting);
        const int days_fact = fact == v().answers_in       ? v().answers_in_days
                              : fact == v().request_due_in ? v().request_due_in_days
                                                           : -1;
        if (days_fact < 0) return;
        Setting days;
        days.fact = days_fact;
        days.entity = entity_index;
        days.number = setting.unknown ? 0 : working_days(value);
        settings.push_back(days);
    };
    if (field.index < 0) {
        read_one(tree, -1);
        return settings;
    }
    if (tree.kind != Tree::Kind::mapping) {
        diagnostics_.report("E110", tree.place, "'" + field.name + "' needs a mapping",
                            "write one line for each: { csc: essential }");
        return settings;
    }
    for (const TreeEntry& entry : tree.entries) {
        Tree key;
        key.kind = Tree::Kind::scalar;
        key.text = entry.key;
        key.quoted = true;
        key.place = entry.key_place;
        const int index = entity(field.index, key);
        if (index >= 0) read_one(entry.value, index);
    }
    return settings;
}

void CaseReader::read_facts(int kind, int entity_index, Fields& fields) {
    const auto& schema = v().schema;
    Bits written;
    for (std::size_t f = 0; f < schema.fields.size(); ++f) {
        const FieldInfo& field = schema.fields[f];
        if (!field.situation || (field.kind != kind && field.kind != schema.table_of(kind))) continue;
        const Tree* tree = fields.find(field.name);
        if (tree == nullptr) continue;
        if (static_cast<int>(f) == v().safeguards_child) written.add(0);
        if (static_cast<int>(f) == v().supports_family) written.add(1);
        for (const Setting& s : read_settings(static_cast<int>(f), entity_index, *tree)) {
            if (s.unknown)
                store_.forget(s.fact, s.entity);
            else if (field.type.is_set())
                s.key >= 0 ? store_.put(s.fact, s.entity, s.key, s.set) : store_.put(s.fact, s.entity, s.set);
            else
                s.key >= 0 ? store_.put(s.fact, s.entity, s.key, s.number) : store_.put(s.fact, s.entity, s.number);
        }
    }
    if (kind == v().agency) {
        const auto agency_kind = store_.number(v().kind_, entity_index);
        if (!written.has(0))
            store_.put(v().safeguards_child, entity_index, std::int64_t{safeguards_by_kind(agency_kind)});
        if (!written.has(1)) store_.put(v().supports_family, entity_index, std::int64_t{supports_by_kind(agency_kind)});
    }
    if (kind == v().learner)
        if (const Tree* advisers = fields.find("advisers")) read_advisers(*advisers);
}

void CaseReader::read_advisers(const Tree& tree) {
    if (tree.kind != Tree::Kind::mapping) {
        diagnostics_.report("E110", tree.place, "'advisers' needs a mapping",
                            "write who advises and how long they take: { named_nurse: 30m }");
        return;
    }
    for (const TreeEntry& entry : tree.entries) {
        Tree key;
        key.kind = Tree::Kind::scalar;
        key.text = entry.key;
        key.place = entry.key_place;
        const int who = entity(v().person, key);
        const auto takes = read_number_of({Type::Base::duration, -1}, "advisers", entry.value);
        if (who < 0 || !takes) continue;
        store_.put(v().adviser, who, std::int64_t{1});
        store_.put(v().answers_in, who, *takes);
        store_.put(v().answers_in_days, who, working_days(entry.value));
    }
}

std::vector<Setting> CaseReader::read_change(const TreeEntry& entry) {
    const auto& schema = v().schema;
    const std::size_t dot = entry.key.find('.');
    const auto refuse = [&](const std::string& message, const std::string& hint) {
        diagnostics_.report("E302", entry.key_place, message, hint);
        return std::vector<Setting>{};
    };
    if (dot == std::string::npos)
        return refuse("'" + entry.key + "' does not name a fact", "write whose fact it is: case.harm, letter.accuracy");
    const std::string owner = entry.key.substr(0, dot);
    const std::string fact_name = entry.key.substr(dot + 1);
    int kind = -1;
    int who = -1;
    std::vector<std::string> owners;
    if (owner == "case" || owner == "learner" || owner == "child") {
        kind = owner == "case" ? v().case_ : owner == "learner" ? v().learner : v().person;
        who = owner == "child" ? static_cast<int>(store_.root_number(v().root_child)) : 0;
    } else {
        for (const int candidate : {v().party, v().item, v().request, v().pull, v().event}) {
            if (const int found = store_.find(candidate, owner); found >= 0 && who < 0) {
                who = found;
                kind = candidate == v().party ? (store_.is(found, v().person) ? v().person : v().agency) : candidate;
            }
            for (const std::string& name : names_of(store_, candidate)) owners.push_back(name);
        }
    }
    if (who < 0) return refuse("nothing here is called '" + owner + "'", did_you_mean(owner, owners));
    const int fact = schema.field_named(kind, fact_name);
    if (fact < 0 || !schema.fields[static_cast<std::size_t>(fact)].situation) {
        std::vector<std::string> names;
        for (const FieldInfo& field : schema.fields)
            if (field.situation && (field.kind == kind || field.kind == schema.table_of(kind)))
                names.push_back(field.name);
        return refuse("'" + owner + "' has no fact '" + fact_name + "'", did_you_mean(fact_name, names));
    }
    return read_settings(fact, who, entry.value);
}

std::optional<Act> CaseReader::read_act(const Tree& tree) {
    if (tree.kind != Tree::Kind::mapping || tree.entries.size() != 1) {
        diagnostics_.report("E110", tree.place, "an act is written as its name and what belongs to it",
                            "for example  - share: { items: [letter], to: [csc] }");
        return std::nullopt;
    }
    const TreeEntry& entry = tree.entries.front();
    const auto& kinds = v().schema.enums[static_cast<std::size_t>(v().act_kind)].values;
    const auto named = std::find(kinds.begin(), kinds.end(), entry.key);
    if (named == kinds.end()) {
        const std::string meant = did_you_mean(entry.key, kinds);
        diagnostics_.report("E303", entry.key_place, "there is no act called '" + entry.key + "'",
                            meant.empty() ? known_here(kinds) : meant);
        return std::nullopt;
    }
    Act act;
    act.kind = static_cast<ActKind>(named - kinds.begin());
    act.place = entry.key_place;
    Fields fields(entry.value, "the act '" + entry.key + "'", diagnostics_,
                  act_fields_by_kind().find(entry.key)->shape.fields());
    for (const ActField& field : act_fields(act.kind)) {
        const Tree* value = field.required ? fields.require(field.name) : fields.find(field.name);
        if (value == nullptr) continue;
        for (const Setting& setting : read_settings(v().*(field.fact), -1, *value)) act.settings.push_back(setting);
    }
    fields.finish();
    return act;
}

std::vector<Act> CaseReader::read_acts(const Tree& list) {
    std::vector<Act> acts;
    if (list.kind != Tree::Kind::list) {
        diagnostics_.report("E112", list.place, "acts are written as a list",
                            "start each with a dash:  - record: { parts: [reason] }");
        return acts;
    }
    for (const Tree& item : list.items)
        if (auto act = read_act(item)) acts.push_back(std::move(*act));
    return acts;
}

void CaseReader::read_case(Fields& root) {
    struct Section {
        const char* key;
        int kind;
        const FieldTable& (*fields)();
    };
    const std::vector<Section> sections = {
        {"people", v().person, person_facts}, {"agencies", v().agency, agency_facts},
        {"items", v().item, item_facts},      {"requests", v().request, request_facts},
        {"pulls", v().pull, pull_facts},      {"events", v().event, event_facts}};
    struct Named {
        const TreeEntry* entry;
        EntityRef ref;
        const FieldTable& (*fields)();
    };
    std::vector<Named> named;
    for (const Section& section : sections)
        for (const TreeEntry* entry : root.entries(section.key)) {
            const int table = v().schema.table_of(section.kind);
            if (store_.find(table, entry->key) >= 0) {
                diagnostics_.report("E307", entry->key_place,
                                    "'" + entry->key + "' is already the name of a person or agency",
                                    "give each its own name");
                continue;
            }
            if (store_.count(table) >= limits::entities) {
                diagnostics_.report("E308", entry->key_place,
                                    "there are too many entries in '" + std::string(section.key) + "'",
                                    "the most is " + std::to_string(limits::entities));
                break;
            }
            named.push_back({entry, {section.kind, add_entity(store_, section.kind, entry->key)}, section.fields});
        }
    for (const auto& [entry, ref, table] : named) {
        Fields fields(entry->value, "'" + entry->key + "'", diagnostics_, table());
        read_facts(ref.kind, ref.entity, fields);
        if (ref.kind == v().person && store_.number(v().role_, ref.entity) == enum_value(v().role, "child") &&
            store_.root_number(v().root_child) < 0)
            store_.put_root(v().root_child, std::int64_t{ref.entity});
        fields.finish();
    }
    if (const Tree* tree = root.find("case")) {
        Fields fields(*tree, "the case", diagnostics_, case_facts());
        read_facts(v().case_, 0, fields);
        fields.finish();
    }
    if (const Tree* tree = root.find("learner")) {
        Fields fields(*tree, "the learner", diagnostics_, learner_facts());
        read_facts(v().learner, 0, fields);
        fields.finish();
    }
}

}  // namespace ntk
