#include <algorithm>

#include "game/desktop/screens/screens.h"

namespace ntk::desktop {

void carry_out(App& app, const AuthorEdit& change, const std::string& done) {
    const std::string refusal = app.author.desk->edit(change);
    refusal.empty() ? app.say(done, Tone::kept) : app.say(refusal, Tone::missed);
}

TextEdit& author_box(App& app, const std::string& key, const std::string& now) {
    TextEdit& begun = app.author.written["begun/" + key];
    const auto [found, fresh] = app.author.written.try_emplace(key);
    if (fresh || (found->second.text == begun.text && begun.text != now)) {
        found->second = TextEdit();
        found->second.text = now;
        begun.text = now;
    }
    return found->second;
}

namespace {

// A text with its box, and a button that appears once it differs from the file.
void words_part(App& app, AuthorEdit change, const std::string& label, const std::string& now, Node& into) {
    const std::string key = change.scene + "/" + change.option + "/" + change.field;
    TextEdit& edit = author_box(app, key, now);
    Node box = text_box("write/" + key, label, edit);
    box.children.back().min_height = 50;  // it grows with its words
    add(into, std::move(box));
    if (edit.text == now) return;
    Node buttons = row(8);
    change.value = edit.text;
    Node save = secondary("save/" + key, Icon::save, "Save this"_en, [&app, change, key] {
        carry_out(app, change, "Written into the file."_en);
        if (app.message_tone == Tone::kept) app.author.written.erase(key);
        app.hands.focus_on("write/" + key, true);
    });
    save.name = fill("Save this: {what}"_en, {{"what", label}});
    add(buttons, std::move(save));
    Node drop = quiet("drop/" + key, Icon::back, "As it was"_en, [&app, key] {
        app.author.written.erase(key);
        app.hands.focus_on("write/" + key, true);
    });
    drop.name = fill("As it was: {what}"_en, {{"what", label}});
    add(buttons, std::move(drop));
    add(into, std::move(buttons));
}

std::string chosen_words(const EditablePart& part) {
    std::string words;
    for (const std::string& id : part.chosen) {
        const auto found = std::find_if(part.answers.begin(), part.answers.end(),
                                        [&](const auto& answer) { return answer.first == id; });
        words += (words.empty() ? "" : ", ") + (found == part.answers.end() ? id : found->second);
    }
    return words.empty() ? "not said"_en : words;
}

void part_of_act(App& app, const EditablePart& part, AuthorEdit change, const std::string& id, Node& into) {
    const bool open = app.is_open(id);
    add(into,
        disclosure(id, Icon::pencil, part.label + ": " + chosen_words(part), open, [&app, id] { app.toggle(id); }));
    if (!open) return;
    Node all = group(id + "/all", part.label, 4);
    for (const auto& answer : part.answers) {
        const bool chosen = std::find(part.chosen.begin(), part.chosen.end(), answer.first) != part.chosen.end();
        change.values = part.several ? part.chosen : std::vector<std::string>();
        if (part.several && chosen)
            std::erase(change.values, answer.first);
        else
            change.values.push_back(answer.first);
        Press press = [&app, change] { carry_out(app, change, "Written into the file."_en); };
        const std::string key = id + "/" + answer.first;
        add(all, part.several ? check(key, answer.second, "", chosen, std::move(press))
                              : radio(key, answer.second, "", chosen, std::move(press)));
    }
    add(into, std::move(all));
}

void act_parts(App& app, const EditableScene& scene, const EditableOption& option, size_t index, Node& into) {
    const EditableAct& act = option.acts[index];
    const std::string id = "act/" + option.id + "/" + std::to_string(index + 1);
    const bool open = app.is_open(id);
    std::string words = act.words.empty() ? "An act"_en : act.words;
    for (const EditablePart& part : act.parts)
        if (!part.chosen.empty()) words += (&part == &act.parts.front() ? ": " : "; ") + chosen_words(part);
    add(into, disclosure(id, Icon::right, words, open, [&app, id] { app.toggle(id); }));
    if (!open) return;
    Node inside = column(4);
    inside.box = Box::quote;
    inside.tone = Tone::accent;
    inside.pad_x = 12;
    AuthorEdit change;
    change.kind = AuthorEdit::Kind::act_part;
    change.scene = scene.id;
    change.option = option.id;
    change.act = index;
    for (const EditablePart& part : act.parts) {
        change.field = part.field;
        part_of_act(app, part, change, id + "/" + part.field, inside);
    }
    change.kind = AuthorEdit::Kind::remove_act;
    Node remove = quiet(id + "/remove", Icon::cross, "Take this act out"_en, [&app, change, id] {
        carry_out(app, change, "The act is taken out."_en);
        app.open.erase(id);
    });
    remove.name = fill("Take this act out: {act}"_en, {{"act", words}});
    add(inside, std::move(remove));
    add(into, std::move(inside));
}

void new_act_part(App& app, const EditableScene& scene, const std::string& option, Node& into) {
    const std::string id = "new-act/" + option;
    const bool open = app.is_open(id);
    add(into, disclosure(id, Icon::tick, "Add an act"_en, open, [&app, id] { app.toggle(id); }));
    if (!open) return;
    Node all = group(id + "/all", "Acts that can be added"_en, 4);
    for (const auto& kind : scene.kinds) {
        AuthorEdit change;
        change.kind = AuthorEdit::Kind::add_act;
        change.scene = scene.id;
        change.option = option;
        change.value = kind.first;
        add(all, quiet(id + "/" + kind.first, Icon::none, kind.second, [&app, change, id] {
                carry_out(app, change, "The act is added. Choose now what it is about."_en);
                app.toggle(id);
                app.hands.focus_on(id, true);
            }));
    }
    add(into, std::move(all));
}

void option_part(App& app, const EditableScene& scene, size_t index, Node& into) {
    const EditableOption& option = scene.options[index];
    const std::string id = "edit/" + option.id;
    const bool open = app.author.editing == option.id;
    add(into, disclosure(id, Icon::list,
                         fill(option.form ? "Form {id}: {says}"_en : "Option {id}: {says}"_en,
                              {{"id", option.id}, {"says", option.say}}),
                         open, [&app, key = option.id, open] { app.author.editing = open ? "" : key; }));
    if (!open) return;
    AuthorEdit change;
    change.scene = scene.id;
    change.option = option.id;
    change.field = option.form ? "title" : "say";
    words_part(app, change, "What the learner reads"_en, option.say, into);
    if (option.form) return author_routes_parts(app, scene, option.id, option.routes, into);
    Node moves = row(8);
    change.kind = AuthorEdit::Kind::move_option;
    for (const int by : {-1, 1}) {
        const bool last = index + 1 == scene.options.size() || scene.options[index + 1].form;
        if (by < 0 ? index == 0 : last) continue;
        change.by = by;
        const std::string words = by < 0 ? "Move up"_en : "Move down"_en;
        Node move = secondary(id + (by < 0 ? "/up" : "/down"), Icon::none, words,
                              [&app, change] { carry_out(app, change, "The option is moved."_en); });
        move.name = fill(by < 0 ? "Move up: option {id}"_en : "Move down: option {id}"_en, {{"id", option.id}});
        move.text = words;
        add(moves, std::move(move));
    }
    if (!moves.children.empty()) add(into, std::move(moves));
    author_routes_parts(app, scene, option.id, option.routes, into);
    for (size_t act = 0; act < option.acts.size(); ++act) act_parts(app, scene, option, act, into);
    new_act_part(app, scene, option.id, into);
}

}  // namespace

void author_edit_sheet(App& app, Node& into) {
    const EditableScene scene = app.author.desk->editable(app.author.desk->view().scene);
    add(into, heading("sheet-title", 1, fill("Change scene {scene}"_en, {{"scene", scene.id}})));
    add(into,
        muted("edit/lead", "Each change is written into the file at once. Comments and layout stay as they are."_en));
    message_part(app, into);
    AuthorEdit change;
    change.scene = scene.id;
    change.field = "title";
    words_part(app, change, "Title"_en, scene.title, into);
    for (size_t i = 0; i < scene.texts.size(); ++i) {
        change.field = scene.texts[i].first;
        words_part(app, change,
                   scene.texts.size() == 1 ? "What happens"_en
                                           : fill("What happens, part {n}"_en, {{"n", std::to_string(i + 1)}}),
                   scene.texts[i].second, into);
    }
    if (scene.options.empty() && !scene.routes.empty()) author_routes_parts(app, scene, "", scene.routes, into);
    for (size_t i = 0; i < scene.options.size(); ++i) option_part(app, scene, i, into);
}

}  // namespace ntk::desktop
