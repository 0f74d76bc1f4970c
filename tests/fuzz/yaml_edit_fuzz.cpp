#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "engine/host/yaml_edit.h"
#include "engine/host/yaml_layout.h"
#include "engine/host/yaml_reader.h"
#include "engine/host/yaml_scan.h"

using namespace ntk;

namespace {

constexpr std::string_view texts[] = {"Ring them back.",
                                      "yes",
                                      "12",
                                      "a: b # c",
                                      "- one",
                                      "it's \"so\" \\ {x} [y]",
                                      "\xC3\xA9t\xC3\xA9 & *all*, !now",
                                      "%TAG",
                                      "...",
                                      "? what",
                                      "null",
                                      "a very long text that goes on and on, so that it must be broken over several "
                                      "lines before it could fit into any of them, whatever stood there before it"};
constexpr std::string_view flows[] = {"[letter, log]",
                                      "{ a: 1, b: [x, \"y\"] }",
                                      "text",
                                      "\"#\"",
                                      "~",
                                      "[]",
                                      "yes",
                                      "a # b",
                                      "x: y",
                                      "- x",
                                      "*a",
                                      "|",
                                      "'"};
constexpr std::string_view keys[] = {"note", "new key", "yes", "#", "a: b", "", "- k", "[k]", "title"};

// Numbers that follow from the text, so that each text is always changed in the same places.
class Picks {
  public:
    explicit Picks(std::string_view text) {
        for (const char c : text) state_ = (state_ ^ static_cast<unsigned char>(c)) * 1099511628211U;
    }
    std::size_t below(std::size_t end) {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::size_t>(state_ >> 33U) % end;
    }
    template <std::size_t N>
    std::string_view one_of(const std::string_view (&all)[N]) {
        return all[below(N)];
    }

  private:
    std::uint64_t state_ = 14695981039346656037U;
};

void gather_paths(const Tree& tree, TreePath& at, std::vector<TreePath>& all) {
    all.push_back(at);
    for (std::size_t i = 0; i < tree.items.size(); ++i) {
        at.emplace_back(i);
        gather_paths(tree.items[i], at, all);
        at.pop_back();
    }
    for (const TreeEntry& entry : tree.entries) {
        at.emplace_back(entry.key);
        gather_paths(entry.value, at, all);
        at.pop_back();
    }
}

Tree read(std::string_view text) {
    Diagnostics diagnostics;
    Tree tree = read_yaml(text, diagnostics.add_source("fuzz", std::string(text)), diagnostics);
    return diagnostics.has_errors() ? Tree() : tree;
}

// The remarks as far as the layout is understood; it is believed nowhere without proof.
std::vector<std::string> remarks(std::string_view text) {
    const auto layout = read_yaml_layout(prepare_yaml(text));
    std::vector<std::string> found = layout ? remarks_of(*layout) : std::vector<std::string>();
    for (const std::string& remark : found)
        if (!remark.starts_with('#')) return {};
    std::sort(found.begin(), found.end());
    return found;
}

Tree one_value(std::string_view flow) {
    const Tree tree = read("v: " + std::string(flow) + "\n");
    return tree.entries.size() == 1 ? tree.entries.front().value : Tree();
}

std::string joined(std::string_view words, bool new_line) {
    std::string text;
    for (const char c : words)
        if (c != ' ' || (!text.empty() && text.back() != ' ')) text += c;
    while (text.ends_with(' ')) text.pop_back();
    return text + (new_line ? "\n" : "");
}

// What was meant, worked out here once more from the trees alone.
Result<std::string> edit(std::string_view text, const TreePath& path, Tree& wanted, Picks& picks) {
    Tree& there = *const_cast<Tree*>(find_value(wanted, path));
    switch (picks.below(6)) {
        case 0: {
            const std::string_view words = picks.one_of(texts);
            there.text = joined(words, there.text.ends_with('\n'));
            return replace_text(text, path, words);
        }
        case 1: {
            const std::string_view flow = picks.one_of(flows);
            there = one_value(flow);
            return replace_value(text, path, flow);
        }
        case 2: {
            const std::size_t one = picks.below(there.items.size() + 1), other = picks.below(there.items.size() + 1);
            if (one < there.items.size() && other < there.items.size()) std::swap(there.items[one], there.items[other]);
            return swap_items(text, path, one, other);
        }
        case 3: {
            const std::string_view flow = picks.one_of(flows);
            there.items.push_back(one_value(flow));
            return add_item(text, path, flow);
        }
        case 4: {
            const std::size_t item = picks.below(there.items.size() + 1);
            if (item < there.items.size()) there.items.erase(there.items.begin() + static_cast<std::ptrdiff_t>(item));
            return remove_item(text, path, item);
        }
        default: {
            const std::string_view key = picks.one_of(keys), flow = picks.one_of(flows);
            there.entries.push_back({std::string(key), {}, one_value(flow)});
            return add_entry(text, path, key, flow);
        }
    }
}

}  // namespace

// Whatever is changed in whatever text: either it is refused in words, or the new text says exactly what was meant and
// keeps every remark, its way of ending lines and its mark at the beginning.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const Tree tree = read(text);
    std::vector<TreePath> paths;
    TreePath top;
    gather_paths(tree, top, paths);
    Picks picks(text);
    for (int i = 0; i < 6; ++i) {
        const TreePath& path = paths[picks.below(paths.size())];
        if (find_value(tree, path) == nullptr) continue;  // below an empty key
        Tree wanted = tree;
        const auto changed = edit(text, path, wanted, picks);
        if (!changed) {
            if (changed.error().message.empty() || changed.error().hint.empty()) std::abort();
            continue;
        }
        if (tree.kind == Tree::Kind::missing || !same_content(read(*changed), wanted)) std::abort();
        const auto before = remarks(text), after = remarks(*changed);
        if (!before.empty() && !after.empty() && before != after) std::abort();
        if (text.starts_with("\xEF\xBB\xBF") != changed->starts_with("\xEF\xBB\xBF")) std::abort();
        if ((text.find("\r\n") == std::string_view::npos) != (changed->find('\r') == std::string::npos) &&
            changed->find('\n') != std::string::npos)
            std::abort();
    }
    return 0;
}
