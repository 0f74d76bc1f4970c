#include "engine/rules/explain.h"

#include <cctype>
#include <map>

#include "engine/casework/clock.h"
#include "engine/casework/vocabulary.h"
#include "engine/casework/vocabulary_words.h"
#include "engine/text/fields.h"
#include "engine/text/said.h"

namespace ntk {

namespace {

const Vocabulary& v() { return vocabulary(); }

const std::vector<std::string>& extra_slots() {
    static const std::vector<std::string> slots = {"child", "harm", "need", "deadline", "failed", "missing", "credit"};
    return slots;
}

struct Slot {
    std::size_t begin, end;  // of "{...}"
    std::string variable, field;
};

std::vector<Slot> slots_of(const std::string& text) {
    std::vector<Slot> slots;
    for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
        const std::size_t close = text.find('}', open);
        if (close == std::string::npos) break;
        const std::string inside = text.substr(open + 1, close - open - 1);
        const std::size_t dot = inside.find('.');
        slots.push_back(
            {open, close + 1, inside.substr(0, dot), dot == std::string::npos ? "" : inside.substr(dot + 1)});
    }
    return slots;
}

std::string join(const std::vector<std::string>& parts) { return and_list(parts); }

std::string entity_name(int kind, int entity, const Store& store, const Names& names) {
    if (entity < 0) return {};
    const int table = v().schema.table_of(kind);
    const std::vector<std::string>* words = table == v().party     ? &names.parties
                                            : table == v().item    ? &names.items
                                            : table == v().request ? &names.requests
                                                                   : nullptr;
    const auto index = static_cast<std::size_t>(entity);
    if (words != nullptr && index < words->size() && !(*words)[index].empty()) return (*words)[index];
    return store.name(table, entity);
}

// A value of a field in words, or of every member when `entities` is a set.
std::string field_words(Bits entities, int kind, const std::string& field_name, const Store& store,
                        const Names& names) {
    const int field = v().schema.field_named(kind, field_name);
    if (field < 0) return {};
    const FieldInfo& info = v().schema.fields[static_cast<std::size_t>(field)];
    std::vector<std::string> parts;
    Bits all;
    const auto add = [&](std::string word) {
        for (const std::string& part : parts)
            if (part == word) return;
        if (!word.empty()) parts.push_back(std::move(word));
    };
    entities.for_each([&](int entity) {
        if (info.index >= 0) return;
        if (info.type.is_set())
            all = all | store.set(field, entity);
        else if (info.type.base == Type::Base::enumeration)
            add(value_words(info.type.of, store.number(field, entity)));
        else if (info.type.base == Type::Base::entity)
            add(entity_name(info.type.of, static_cast<int>(store.number(field, entity)), store, names));
        else if (info.type.base == Type::Base::moment)
            add(moment_text(static_cast<int>(store.number(field, entity))));
    });
    return info.type.is_set() ? join_names(all, info.type, store, names) : join(parts);
}

std::string fallback(Type type) {
    const int table =
        type.base == Type::Base::entity || type.base == Type::Base::entity_set ? v().schema.table_of(type.of) : -1;
    if (table == v().party) return "someone"_en;
    if (table == v().item) return "what was due"_en;
    return "this"_en;
}

}  // namespace

std::string value_words(int enum_index, std::int64_t value) {
    static const std::map<std::string, const ProgramText*> special = {
        {"childrens_social_care", &"children's social care"_text},
        {"dp_fear", &"worry about data protection"_text},
        {"early_years", &"early years"_text},
        {"no_consent", &"no consent"_text},
        {"no_role", &"not being in the plan"_text},
        {"not_necessary", &"not seeing the need"_text},
        {"relationship", &"concern for the relationship"_text},
        {"sensitive", &"worry that it was too sensitive"_text},
        {"uncertain", &"not being sure"_text},
        {"someone_will", &"thinking someone else will"_text},
        {"fear_criticism", &"fear of criticism"_text},
        {"already_known", &"its being known already"_text},
        {"objection", &"an objection"_text},
        {"unsafe", &"a risk in telling"_text},
        {"cin", &"child in need"_text},
        {"cpp", &"child protection plan"_text},
        {"reputation", &"concern for a good name"_text},
        {"safety", &"the child's safety"_text}};
    static const std::map<std::string, const ProgramText*> topics = {{"law", &"the law"_text},
                                                                     {"threshold", &"the level of need"_text},
                                                                     {"whom", &"whom to tell"_text},
                                                                     {"what", &"what to share"_text}};
    static const std::map<std::string, const ProgramText*> parts = {{"decision", &"what you decided"_text},
                                                                    {"reason", &"the reason"_text},
                                                                    {"recipient", &"who was given what"_text}};
    const auto& values = v().schema.enums[static_cast<std::size_t>(enum_index)].values;
    if (value < 0 || static_cast<std::size_t>(value) >= values.size()) return {};
    const std::string& id = values[static_cast<std::size_t>(value)];
    if (const auto topic = topics.find(id); enum_index == v().topic && topic != topics.end())
        return topic->second->said();
    if (const auto part = parts.find(id); enum_index == v().part && part != parts.end()) return part->second->said();
    if (const auto found = special.find(id); found != special.end()) return found->second->said();
    return said_name(id);
}

std::string join_names(Bits members, Type set, const Store& store, const Names& names) {
    std::vector<std::string> parts;
    members.for_each([&](int member) {
        parts.push_back(set.base == Type::Base::enum_set ? value_words(set.of, member)
                                                         : entity_name(set.of, member, store, names));
    });
    return join(parts);
}

std::string fill(const std::string& text, const std::vector<Variable>& variables, const Frame& frame,
                 const Store& store, const Names& names, const ExplainWords& words) {
    std::string out;
    std::size_t from = 0;
    for (const Slot& slot : slots_of(text)) {
        out += text.substr(from, slot.begin - from);
        from = slot.end;
        std::string word;
        Type type;
        const int child = static_cast<int>(store.root_number(v().root_child));
        if (slot.variable == "child") word = child >= 0 ? entity_name(v().person, child, store, names) : "the child"_en;
        if (slot.variable == "harm") word = value_words(v().harm, store.number(v().case_harm, 0));
        if (slot.variable == "need") word = value_words(v().need, store.number(v().case_need, 0));
        if (slot.variable == "deadline") word = words.deadline.empty() ? "the end"_en : words.deadline;
        if (slot.variable == "failed") word = words.failed.empty() ? "those concerned"_en : words.failed;
        if (slot.variable == "missing") word = words.missing.empty() ? "some of it"_en : words.missing;
        if (slot.variable == "credit") word = words.credit;
        for (std::size_t i = 0; i < variables.size() && i < frame.slots.size(); ++i) {
            if (variables[i].name != slot.variable) continue;
            type = variables[i].type;
            Bits members = frame.slots[i].set.sure;
            if (!type.is_set())
                members =
                    frame.slots[i].number.known ? Bits::of(static_cast<int>(frame.slots[i].number.value)) : Bits{};
            const bool of_entities = type.base == Type::Base::entity || type.base == Type::Base::entity_set;
            if (!slot.field.empty() && of_entities)
                word = field_words(members, type.of, slot.field, store, names);
            else if (of_entities)
                word = join_names(members, {Type::Base::entity_set, type.of}, store, names);
            else if (type.is_set())
                word = join_names(members, type, store, names);
            if (!slot.field.empty() && of_entities) {
                const int field = v().schema.field_named(type.of, slot.field);
                if (field >= 0) type = v().schema.fields[static_cast<std::size_t>(field)].type;
            }
        }
        if (word.empty()) word = fallback(type);
        // A name that opens a sentence opens it with a capital: "the front door" becomes "The front door".
        if (out.ends_with(". ")) word[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(word[0])));
        out += word;
    }
    out += text.substr(from);
    if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
    return out;
}

void check_slots(const std::string& norm, const std::string& text, const std::vector<Variable>& variables, Place place,
                 Diagnostics& diagnostics) {
    for (const Slot& slot : slots_of(text)) {
        std::vector<std::string> known = extra_slots();
        bool good = false;
        for (const std::string& extra : known) good = good || (slot.variable == extra && slot.field.empty());
        for (const Variable& variable : variables) {
            known.push_back(variable.name);
            if (variable.name != slot.variable) continue;
            const bool of_entities =
                variable.type.base == Type::Base::entity || variable.type.base == Type::Base::entity_set;
            good = slot.field.empty() || (of_entities && v().schema.field_named(variable.type.of, slot.field) >= 0);
        }
        if (!good)
            diagnostics.report("E421", place,
                               "the norm " + norm + " explains itself with {" + slot.variable +
                                   (slot.field.empty() ? "" : "." + slot.field) + "}, which nothing fills",
                               did_you_mean(slot.variable, known));
    }
}

FactShown show_fact(const FactRead& read, const Store& store, const Names& names) {
    const FieldInfo& info = v().schema.fields[static_cast<std::size_t>(read.field)];
    const int table = v().schema.table_of(info.kind);
    FactShown shown;
    shown.path = store.name(table, read.entity) + "." + info.name;
    if (read.key >= 0) shown.path += "[" + store.name(v().schema.table_of(info.index), read.key) + "]";
    shown.known_at = store.since(read.field, read.entity);
    if (!store.known(read.field, read.entity)) {
        shown.value = "not known"_en;
    } else if (info.type.is_set()) {
        const Bits members =
            read.key >= 0 ? store.set(read.field, read.entity, read.key) : store.set(read.field, read.entity);
        shown.value = members.empty() ? "none"_en : join_names(members, info.type, store, names);
    } else {
        const std::int64_t value =
            read.key >= 0 ? store.number(read.field, read.entity, read.key) : store.number(read.field, read.entity);
        switch (info.type.base) {
            case Type::Base::boolean: shown.value = value != 0 ? "yes"_en : "no"_en; break;
            case Type::Base::enumeration:
                shown.value = value < 0 ? "not stated"_en : value_words(info.type.of, value);
                break;
            case Type::Base::entity:
                shown.value =
                    value < 0 ? "nobody"_en : entity_name(info.type.of, static_cast<int>(value), store, names);
                break;
            case Type::Base::moment:
                shown.value = value < 0 ? "not stated"_en : moment_text(static_cast<int>(value));
                break;
            default: shown.value = std::to_string(value); break;
        }
    }
    return shown;
}

}  // namespace ntk
