#include "game/author_form.h"

#ifndef NTK_NO_DESKTOP

#include <algorithm>

#include "engine/host/yaml_edit.h"
#include "engine/text/said.h"

namespace ntk {

namespace {

using Kind = desktop::AuthorEdit::Kind;

Result<std::string> cannot(std::string why) { return tl::unexpected(Problem{std::move(why), ""}); }

}  // namespace

Result<std::string> edited_form(std::string_view yaml, const Tree& tree, const desktop::AuthorEdit& edit) {
    TreePath path = {"cases"};
    if (tree.find("cases") == nullptr) path = {"draw", edit.list, "from"};
    const Tree* list = find_value(tree, path);
    if (list == nullptr || list->kind != Tree::Kind::list) return cannot("There is no such list of cases any more"_en);
    const std::size_t cases = list->items.size();
    if (edit.kind == Kind::add_case) {
        if (std::any_of(list->items.begin(), list->items.end(),
                        [&](const Tree& each) { return each.text == edit.value; }))
            return cannot(fill("{case} is there already"_en, {{"case", edit.value}}));
        return add_item(yaml, path, edit.value);
    }
    // It is named as well, so that nothing else is moved when the file has changed meanwhile.
    if (edit.at >= cases || list->items[edit.at].text != edit.value) return cannot("There is no such case any more"_en);
    if (edit.kind == Kind::remove_case) return remove_item(yaml, path, edit.at);
    if (edit.kind != Kind::move_case) return cannot("There is no such change of a form"_en);
    if (edit.by < 0 ? edit.at == 0 : edit.at + 1 == cases) return cannot("It cannot be moved further"_en);
    return swap_items(yaml, path, edit.at, edit.by < 0 ? edit.at - 1 : edit.at + 1);
}

}  // namespace ntk

#endif
