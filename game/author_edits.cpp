#include "game/author_edits.h"

#ifndef NTK_NO_DESKTOP

#include <algorithm>
#include <optional>

#include "engine/host/yaml_edit.h"
#include "engine/play/words.h"
#include "engine/text/said.h"
#include "game/author_routes.h"

namespace ntk {

namespace {

const Vocabulary& v() { return vocabulary(); }

using Answers = std::vector<std::pair<std::string, std::string>>;

std::string text_under(const Tree& tree, std::string_view key) {
    const Tree* found = tree.find(key);
    return found == nullptr ? std::string() : found->text;
}

std::optional<ActKind> kind_named(const std::string& name) {
    const int value = v().schema.value_named(v().act_kind, name);
    return value < 0 ? std::nullopt : std::optional(static_cast<ActKind>(value));
}

const FieldInfo& fact_of(const ActField& field) {
    return v().schema.fields[static_cast<std::size_t>(v().*(field.fact))];
}

// What may be answered for a part of an act, by the ids that the file uses; nothing for what is no list of answers.
Answers answers_for(const ActField& field, const Scenario& scenario) {
    const FieldInfo& info = fact_of(field);
    const Type type = info.type;
    Answers answers;
    if (info.index >= 0) return answers;
    if (type.base == Type::Base::boolean) return {{"true", "yes"_en}, {"false", "no"_en}};
    if (type.base == Type::Base::enumeration || type.base == Type::Base::enum_set) {
        const auto& names = v().schema.enums[static_cast<std::size_t>(type.of)].values;
        for (std::size_t i = 0; i < names.size(); ++i)
            answers.emplace_back(names[i], sentence(choice_words(type.of, static_cast<std::int64_t>(i))));
        return answers;
    }
    if (type.base != Type::Base::entity && type.base != Type::Base::entity_set) return answers;
    const Words words(scenario);
    const int table = v().schema.table_of(type.of);
    for (int i = 0; i < scenario.opening.count(table); ++i) {
        const bool fits = type.of == table || scenario.opening.is(i, type.of);
        if (!fits) continue;
        const std::string label = table == v().party  ? words.party(i)
                                  : table == v().item ? sentence(words.label(i))
                                                      : scenario.opening.name(table, i);
        answers.emplace_back(scenario.opening.name(table, i), label);
    }
    return answers;
}

bool takes_several(const ActField& field) { return fact_of(field).type.is_set(); }

desktop::EditableAct editable_act(const Tree& written, const Scenario& scenario) {
    desktop::EditableAct act;
    if (written.kind != Tree::Kind::mapping || written.entries.size() != 1) return act;
    act.kind = written.entries.front().key;
    act.words = sentence(plain(act.kind));
    const Tree& value = written.entries.front().value;
    const auto kind = kind_named(act.kind);
    if (!kind) return act;
    for (const ActField& field : act_fields(*kind)) {
        desktop::EditablePart part;
        part.field = std::string(field.name);
        part.label = sentence(plain(field.name));
        part.several = takes_several(field);
        part.answers = answers_for(field, scenario);
        if (const Tree* now = value.find(field.name)) {
            if (now->kind == Tree::Kind::scalar) part.chosen.push_back(now->text);
            for (const Tree& item : now->items) part.chosen.push_back(item.text);
        }
        if (!part.answers.empty()) act.parts.push_back(std::move(part));
    }
    return act;
}

std::string flow_list(const std::vector<std::string>& ids) {
    std::string text = "[";
    for (const std::string& id : ids) text += (text.size() > 1 ? ", " : "") + id;
    return text + "]";
}

// A new act with one answer for all that it must say; the author then chooses.
std::string new_act(const std::string& name, const Scenario& scenario) {
    const auto kind = kind_named(name);
    if (!kind) return {};
    std::string parts;
    for (const ActField& field : act_fields(*kind)) {
        if (!field.required) continue;
        const Answers answers = answers_for(field, scenario);
        if (answers.empty()) return {};
        const std::string& first = answers.front().first;
        parts += (parts.empty() ? " " : ", ") + std::string(field.name) + ": " +
                 (takes_several(field) ? flow_list({first}) : first);
    }
    return "{ " + name + ": {" + parts + (parts.empty() ? "" : " ") + "} }";
}

Result<std::string> cannot(std::string why) { return tl::unexpected(Problem{std::move(why), ""}); }

// Where an option or a form for an act stands in its scene: "options" or "compose", and its number.
std::optional<std::pair<std::string, std::size_t>> option_place(const Tree& tree, const std::string& scene,
                                                                const std::string& option) {
    for (const char* key : {"options", "compose"}) {
        const Tree* list = find_value(tree, {"nodes", scene, key});
        if (list == nullptr) continue;
        for (std::size_t i = 0; i < list->items.size(); ++i)
            if (text_under(list->items[i], "id") == option) return std::pair(std::string(key), i);
    }
    return std::nullopt;
}

Result<std::string> edit_act(std::string_view yaml, const Tree& tree, const Scenario& scenario,
                             const desktop::AuthorEdit& edit, TreePath option) {
    TreePath acts = option;
    acts.push_back("does");
    const Tree* does = find_value(tree, acts);
    if (edit.kind == desktop::AuthorEdit::Kind::add_act) {
        const std::string act = new_act(edit.value, scenario);
        if (act.empty()) return cannot("This act needs something that the case does not have"_en);
        if (does == nullptr) return add_entry(yaml, option, "does", "[ " + act + " ]");
        return add_item(yaml, acts, act);
    }
    if (does == nullptr || edit.act >= does->items.size()) return cannot("There is no such act any more"_en);
    if (edit.kind == desktop::AuthorEdit::Kind::remove_act) return remove_item(yaml, acts, edit.act);
    const Tree& written = does->items[edit.act];
    if (written.entries.size() != 1) return cannot("This act is written in a way that cannot be changed here"_en);
    const std::string name = written.entries.front().key;
    const auto kind = kind_named(name);
    if (!kind) return cannot(fill("There is no act called {name}"_en, {{"name", name}}));
    const auto& fields = act_fields(*kind);
    const auto field =
        std::find_if(fields.begin(), fields.end(), [&](const ActField& f) { return f.name == edit.field; });
    if (field == fields.end()) return cannot(fill("This act has no part called {name}"_en, {{"name", edit.field}}));
    if (edit.values.empty() && (field->required || !takes_several(*field)))
        return cannot("At least one answer is needed here"_en);
    const std::string flow = takes_several(*field) ? flow_list(edit.values) : edit.values.front();
    TreePath act = acts;
    act.push_back(edit.act);
    act.push_back(name);
    TreePath part = act;
    part.push_back(edit.field);
    const Tree* now = find_value(tree, part);
    if (now == nullptr) return add_entry(yaml, act, edit.field, flow);
    return replace_value(yaml, part, flow);
}

}  // namespace

desktop::EditableScene editable_scene(const Tree& tree, const Scenario& scenario, const std::string& scene) {
    desktop::EditableScene found;
    found.id = scene;
    const Tree* node = find_value(tree, {"nodes", scene});
    if (node == nullptr) return found;
    found.title = text_under(*node, "title");
    found.routes = editable_routes(*node);
    if (const Tree* text = node->find("text")) {
        if (text->kind == Tree::Kind::scalar) found.texts.emplace_back("text", text->text);
        for (std::size_t i = 0; i < text->items.size(); ++i)
            if (text->items[i].kind == Tree::Kind::scalar)
                found.texts.emplace_back("text/" + std::to_string(i), text->items[i].text);
    }
    if (const Tree* options = node->find("options"))
        for (const Tree& written : options->items) {
            desktop::EditableOption option;
            option.id = text_under(written, "id");
            option.say = text_under(written, "say");
            option.routes = editable_routes(written);
            if (const Tree* does = written.find("does"))
                for (const Tree& act : does->items) option.acts.push_back(editable_act(act, scenario));
            found.options.push_back(std::move(option));
        }
    if (const Tree* forms = node->find("compose"))
        for (const Tree& written : forms->items) {
            desktop::EditableOption option;
            option.id = text_under(written, "id");
            option.say = text_under(written, "title");
            option.form = true;
            option.routes = editable_routes(written);
            found.options.push_back(std::move(option));
        }
    if (const Tree* nodes = tree.find("nodes"))
        for (const TreeEntry& each : nodes->entries)
            if (each.key != scene)
                found.targets.emplace_back(each.key, each.key + "  " + text_under(each.value, "title"));
    found.targets.emplace_back("end", "The end"_en);
    for (const std::string& kind : v().schema.enums[static_cast<std::size_t>(v().act_kind)].values)
        if (!new_act(kind, scenario).empty()) found.kinds.emplace_back(kind, sentence(plain(kind)));
    return found;
}

Result<std::string> edited_text(std::string_view yaml, const Tree& tree, const Scenario& scenario,
                                const desktop::AuthorEdit& edit) {
    using Kind = desktop::AuthorEdit::Kind;
    TreePath place = {"nodes", edit.scene};
    const TreePath options = {"nodes", edit.scene, "options"};
    std::size_t index = 0;
    if (!edit.option.empty()) {
        const auto found = option_place(tree, edit.scene, edit.option);
        if (!found) return cannot(fill("There is no option {id} in this scene any more"_en, {{"id", edit.option}}));
        index = found->second;
        place.push_back(found->first);
        place.push_back(index);
    }
    switch (edit.kind) {
        case Kind::text: {
            const std::size_t slash = edit.field.find('/');
            place.push_back(edit.field.substr(0, slash));
            if (slash != std::string::npos) {
                const std::string number = edit.field.substr(slash + 1);
                if (number.empty() || number.size() > 4 || number.find_first_not_of("0123456789") != std::string::npos)
                    return cannot("There is no such text"_en);
                place.push_back(static_cast<std::size_t>(std::stoi(number)));
            }
            return replace_text(yaml, place, edit.value);
        }
        case Kind::target:
        case Kind::condition:
        case Kind::add_route:
        case Kind::remove_route:
        case Kind::move_route: return edited_route(yaml, tree, scenario, edit, place);
        case Kind::move_option: {
            const Tree* list = find_value(tree, options);
            const bool there = edit.by < 0 ? index > 0 : list != nullptr && index + 1 < list->items.size();
            if (edit.option.empty() || !there) return cannot("It cannot be moved further"_en);
            return swap_items(yaml, options, index, edit.by < 0 ? index - 1 : index + 1);
        }
        case Kind::act_part:
        case Kind::add_act:
        case Kind::remove_act: return edit_act(yaml, tree, scenario, edit, place);
        case Kind::move_case:
        case Kind::add_case:
        case Kind::remove_case: break;
    }
    return cannot("There is no such change"_en);
}

}  // namespace ntk

#endif
