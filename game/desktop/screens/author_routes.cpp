#include "game/desktop/screens/screens.h"

namespace ntk::desktop {

namespace {

// Buttons for every condition the case knows; the one pressed is put into the box.
void condition_list(App& app, const std::string& id, const std::string& box, Node& into) {
    const bool open = app.is_open(id);
    add(into, disclosure(id, Icon::list, "Choose a condition from a list"_en, open, [&app, id] { app.toggle(id); }));
    if (!open) return;
    Node all = column(4);
    all.box = Box::quote;
    all.tone = Tone::accent;
    all.pad_x = 12;
    for (const ConditionSubject& subject : app.author.desk->condition_subjects()) {
        const std::string about = id + "/" + subject.id;
        const bool shown = app.is_open(about);
        add(all, disclosure(about, Icon::right, subject.name, shown, [&app, about] { app.toggle(about); }));
        if (!shown) continue;
        for (const ConditionFact& fact : app.author.desk->condition_facts(subject.id)) {
            const std::string asks = about + "/" + fact.name;
            const bool unfolded = app.is_open(asks);
            add(all, disclosure(asks, Icon::right, subject.name + ", " + fact.name, unfolded,
                                [&app, asks] { app.toggle(asks); }));
            if (!unfolded) continue;
            Node answers = group(asks + "/all", fact.name, 4);
            for (const ConditionChoice& choice : fact.choices) {
                Node button = quiet(asks + "/" + choice.condition, Icon::none, choice.words,
                                    [&app, id, box, condition = choice.condition] {
                                        TextEdit edit;
                                        edit.text = condition;
                                        app.author.written[box] = std::move(edit);
                                        app.toggle(id);
                                        app.hands.focus_on("write/" + box, true);
                                    });
                button.name = choice.words + ": " + choice.condition;
                button.text = choice.words;
                add(answers, std::move(button));
            }
            add(all, std::move(answers));
        }
    }
    add(into, std::move(all));
}

// The box for a condition, with what the compiler says of it beside it. Returns whether it can stand.
bool condition_box(App& app, const std::string& key, const std::string& label, const std::string& now, Node& into) {
    TextEdit& edit = author_box(app, key, now);
    Node box = text_box("write/" + key, label, edit);
    box.children.back().min_height = 50;
    add(into, std::move(box));
    const std::string fault = edit.text == now ? "" : app.author.desk->condition_fault(edit.text);
    if (!fault.empty()) add(into, note("fault/" + key, Icon::missed, fault, Tone::missed));
    condition_list(app, "pick/" + key, key, into);
    return fault.empty() && edit.text != now;
}

void targets(App& app, const EditableScene& scene, const AuthorEdit& change, const std::string& id,
             const std::string& now, Node& into) {
    Node all = group(id + "/all", "Where it leads"_en, 4);
    for (const auto& each : scene.targets) {
        AuthorEdit made = change;
        made.value = each.first;
        add(all, radio(id + "/" + each.first, each.second, "", each.first == now, [&app, made, id] {
                carry_out(app, made, fill("It leads to {scene} now."_en, {{"scene", made.value}}));
                app.toggle(id);
                app.hands.focus_on(id, true);
            }));
    }
    add(into, std::move(all));
}

std::string id_of_route(const AuthorEdit& change, size_t route) {
    return "target/" + change.option + (route == 0 ? "" : "/" + std::to_string(route));
}

std::string box_of_route(const AuthorEdit& change, size_t route) {
    return change.scene + "/" + id_of_route(change, route) + "/when";
}

// Up and down among the ways on with a condition, of which the first that holds is taken. What stands open, and what is
// written and not saved, goes along.
void route_moves(App& app, const std::vector<EditableRoute>& routes, AuthorEdit change, Node& into) {
    Node moves = row(8);
    change.kind = AuthorEdit::Kind::move_route;
    for (const int by : {-1, 1}) {
        const size_t other = by < 0 ? change.route - 1 : change.route + 1;
        if (by < 0 ? change.route == 0 : other == routes.size() || routes[other].when.empty()) continue;
        change.by = by;
        const std::string words = by < 0 ? "Move up"_en : "Move down"_en;
        const std::string way = by < 0 ? "/up" : "/down";
        Node move = secondary(id_of_route(change, change.route) + way, Icon::none, words, [&app, change, other, way] {
            carry_out(app, change, "The way on is moved."_en);
            if (app.message_tone != Tone::kept) return;
            const std::string from = id_of_route(change, change.route);
            const std::string to = id_of_route(change, other);
            if (app.is_open(from) != app.is_open(to)) {
                app.toggle(from);
                app.toggle(to);
            }
            for (const char* kept : {"", "begun/"})
                std::swap(app.author.written[kept + box_of_route(change, change.route)],
                          app.author.written[kept + box_of_route(change, other)]);
            app.hands.focus_on(to, true);
        });
        move.name = fill(by < 0 ? "Move up: if {condition}"_en : "Move down: if {condition}"_en,
                         {{"condition", routes[change.route].when}});
        move.text = words;
        add(moves, std::move(move));
    }
    if (!moves.children.empty()) add(into, std::move(moves));
}

void route_part(App& app, const EditableScene& scene, const std::vector<EditableRoute>& routes, AuthorEdit change,
                Node& into) {
    const EditableRoute& route = routes[change.route];
    const std::string id = id_of_route(change, change.route);
    const std::string label = fill(routes.size() == 1   ? "Leads to: {scene}"_en
                                   : route.when.empty() ? "Otherwise leads to: {scene}"_en
                                                        : "If {condition}, leads to: {scene}"_en,
                                   {{"condition", route.when}, {"scene", route.target}});
    const bool open = app.is_open(id);
    add(into, disclosure(id, Icon::arrow_right, label, open, [&app, id] { app.toggle(id); }));
    if (!open) return;
    change.kind = AuthorEdit::Kind::target;
    if (route.when.empty()) return targets(app, scene, change, id, route.target, into);
    Node inside = column(6);
    inside.box = Box::quote;
    inside.tone = Tone::accent;
    inside.pad_x = 12;
    route_moves(app, routes, change, inside);
    const std::string key = box_of_route(change, change.route);
    if (condition_box(app, key, "When it is taken"_en, route.when, inside)) {
        AuthorEdit made = change;
        made.kind = AuthorEdit::Kind::condition;
        add(inside, secondary("save/" + key, Icon::save, "Save this condition"_en, [&app, made, key]() mutable {
                made.condition = app.author.written[key].text;
                carry_out(app, made, "Written into the file."_en);
                if (app.message_tone == Tone::kept) app.author.written.erase(key);
                app.hands.focus_on("write/" + key, true);
            }));
    }
    targets(app, scene, change, id, route.target, inside);
    change.kind = AuthorEdit::Kind::remove_route;
    Node remove = quiet(id + "/remove", Icon::cross, "Take this way on out"_en, [&app, change, id, key] {
        carry_out(app, change, "The way on is taken out."_en);
        app.author.written.erase(key);
        app.open.erase(id);
    });
    remove.name = fill("Take this way on out: if {condition}"_en, {{"condition", route.when}});
    add(inside, std::move(remove));
    add(into, std::move(inside));
}

void new_route_part(App& app, const EditableScene& scene, AuthorEdit change, Node& into) {
    const std::string id = "new-route/" + change.option;
    const bool open = app.is_open(id);
    add(into, disclosure(id, Icon::tick, "Add a way on with a condition"_en, open, [&app, id] { app.toggle(id); }));
    if (!open) return;
    Node inside = column(6);
    inside.box = Box::quote;
    inside.tone = Tone::accent;
    inside.pad_x = 12;
    const std::string key = scene.id + "/" + id + "/when";
    if (!condition_box(app, key, "When it is taken"_en, "", inside)) {
        add(inside, muted(id + "/then", "Once the condition can stand, choose here where it leads."_en));
    } else {
        Node all = group(id + "/all", "Where it leads"_en, 4);
        change.kind = AuthorEdit::Kind::add_route;
        for (const auto& each : scene.targets) {
            change.value = each.first;
            Node button = quiet(id + "/" + each.first, Icon::arrow_right,
                                fill("Then: {scene}"_en, {{"scene", each.second}}), [&app, change, id, key]() mutable {
                                    change.condition = app.author.written[key].text;
                                    carry_out(app, change, "The way on is added."_en);
                                    if (app.message_tone != Tone::kept) return;
                                    app.author.written.erase(key);
                                    app.toggle(id);
                                    app.hands.focus_on(id, true);
                                });
            add(all, std::move(button));
        }
        add(inside, std::move(all));
    }
    add(into, std::move(inside));
}

}  // namespace

void author_routes_parts(App& app, const EditableScene& scene, const std::string& option,
                         const std::vector<EditableRoute>& routes, Node& into) {
    AuthorEdit change;
    change.scene = scene.id;
    change.option = option;
    for (change.route = 0; change.route < routes.size(); ++change.route) route_part(app, scene, routes, change, into);
    if (!routes.empty()) new_route_part(app, scene, change, into);
}

}  // namespace ntk::desktop
