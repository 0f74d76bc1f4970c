#include "game/author_routes.h"

#ifndef NTK_NO_DESKTOP

#include <algorithm>

#include "engine/play/words.h"
#include "engine/text/said.h"

namespace ntk {

namespace {

using Kind = desktop::AuthorEdit::Kind;

Result<std::string> cannot(std::string why) { return tl::unexpected(Problem{std::move(why), ""}); }

// A condition in one line, in quotes where brackets or signs could be taken for YAML.
std::string in_flow(const std::string& words) {
    const bool bare = words.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_. ()") ==
                      std::string::npos;
    if (bare && !words.empty() && words.front() != '(' && words.front() != '.') return words;
    std::string text = "\"";
    for (const char c : words) text += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    return text + "\"";
}

// The words of a text with one space between them.
std::string tidy(const std::string& text) {
    std::string words;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!space) words += c;
        if (space && !words.empty() && words.back() != ' ') words += ' ';
    }
    if (words.ends_with(' ')) words.pop_back();
    return words;
}

Result<std::string> add_route(std::string_view yaml, const TreePath& then, const Tree* now,
                              const desktop::AuthorEdit& edit) {
    const std::string route = "{ when: " + in_flow(tidy(edit.condition)) + ", then: " + edit.value + " }";
    if (now == nullptr) return cannot("It leads nowhere yet; choose first where"_en);
    if (now->kind == Tree::Kind::scalar)
        return replace_value(yaml, then, "[ " + route + ", { then: " + now->text + " } ]");
    const std::size_t last = now->items.size();
    if (last == 0) return cannot("It leads nowhere yet; write that in the file first"_en);
    // The last one is taken when none above it holds, and stays the last.
    const auto added = add_item(yaml, then, route);
    return added ? swap_items(*added, then, last - 1, last) : added;
}

Result<std::string> remove_route(std::string_view yaml, const TreePath& then, const Tree* now, std::size_t route) {
    if (now == nullptr || route >= now->items.size()) return cannot("There is no such way on any more"_en);
    if (route + 1 == now->items.size())
        return cannot("The last way on has no condition and is needed when none of the others holds"_en);
    // One that has nothing but its scene needs no list.
    const Tree& last = now->items.back();
    if (now->items.size() == 2 && last.entries.size() == 1 && last.find("then") != nullptr)
        if (auto alone = replace_value(yaml, then, last.find("then")->text)) return alone;
    return remove_item(yaml, then, route);
}

// The first route whose condition holds is taken, so their order matters. The last has no condition and stays where it
// is.
Result<std::string> move_route(std::string_view yaml, const TreePath& then, const Tree* now, std::size_t route,
                               int by) {
    const std::size_t with_condition = now == nullptr || now->items.empty() ? 0 : now->items.size() - 1;
    if (route >= with_condition || (by < 0 ? route == 0 : route + 1 >= with_condition))
        return cannot("It cannot be moved further"_en);
    return swap_items(yaml, then, route, by < 0 ? route - 1 : route + 1);
}

}  // namespace

std::vector<desktop::EditableRoute> editable_routes(const Tree& leads_on) {
    std::vector<desktop::EditableRoute> routes;
    const Tree* then = leads_on.find("then");
    if (then == nullptr) return routes;
    if (then->kind == Tree::Kind::scalar) routes.push_back({"", then->text});
    for (const Tree& route : then->items) {
        const Tree* when = route.find("when");
        const Tree* target = route.find("then");
        if (target == nullptr) return {};
        routes.push_back({when == nullptr ? "" : when->text, target->text});
    }
    return routes;
}

Result<std::string> edited_route(std::string_view yaml, const Tree& tree, const Scenario& scenario,
                                 const desktop::AuthorEdit& edit, const TreePath& place) {
    TreePath then = place;
    then.push_back("then");
    const Tree* now = find_value(tree, then);
    if (edit.kind == Kind::condition || edit.kind == Kind::add_route)
        if (const std::string fault = condition_fault(scenario, tidy(edit.condition)); !fault.empty())
            return cannot(fill("The condition cannot stand ({why})"_en, {{"why", fault}}));
    if (edit.kind == Kind::add_route) return add_route(yaml, then, now, edit);
    if (edit.kind == Kind::remove_route) return remove_route(yaml, then, now, edit.route);
    if (edit.kind == Kind::move_route) return move_route(yaml, then, now, edit.route, edit.by);
    const bool list = now != nullptr && now->kind == Tree::Kind::list;
    if (list) {
        if (edit.route >= now->items.size()) return cannot("There is no such way on any more"_en);
        then.push_back(edit.route);
        then.push_back(edit.kind == Kind::target ? "then" : "when");
    }
    if (edit.kind == Kind::condition) {
        if (!list || find_value(tree, then) == nullptr) return cannot("This way on has no condition"_en);
        return replace_text(yaml, then, tidy(edit.condition));
    }
    if (now == nullptr) return add_entry(yaml, place, "then", edit.value);
    return replace_text(yaml, then, edit.value);
}

std::string condition_fault(const Scenario& scenario, const std::string& condition) {
    if (tidy(condition).empty()) return "It is empty."_en;
    const auto ended = [](std::string words) { return words.ends_with('?') ? words : words + "."; };
    std::string fault;
    for (const Diagnostic& each : condition_problems(scenario, tidy(condition)))
        fault += (fault.empty() ? "" : " ") + ended(sentence(each.message)) +
                 (each.hint.empty() ? "" : " " + ended(sentence(each.hint)));
    return fault;
}

}  // namespace ntk

#endif
