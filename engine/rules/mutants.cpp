#include "engine/rules/mutants.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "engine/language/syntax.h"
#include "engine/rules/pack_shapes.h"
#include "engine/rules/pack_tests.h"
#include "engine/rules/rule_book.h"
#include "engine/rules/rule_view.h"
#include "engine/text/diagnostic.h"
#include "engine/text/fields.h"

namespace ntk {

namespace {

using Path = std::vector<std::size_t>;

// What follows an operator that is turned round.
const std::map<Ast::Operation, std::string>& opposites() {
    static const std::map<Ast::Operation, std::string> words = {
        {Ast::Operation::is, "is not"},    {Ast::Operation::is_not, "is"},  {Ast::Operation::less, ">="},
        {Ast::Operation::less_equal, ">"}, {Ast::Operation::greater, "<="}, {Ast::Operation::greater_equal, "<"},
    };
    return words;
}

Path with(Path path, std::size_t child) {
    path.push_back(child);
    return path;
}

class Breeder {
  public:
    explicit Breeder(const std::string& as_of) : as_of_(as_of) {}
    std::vector<Mutant> all;

    void pack(const Tree& pack) {
        for (std::size_t i = 0; i < pack.entries.size(); ++i) {
            const TreeEntry& entry = pack.entries[i];
            if (entry.key == "define") definitions(entry.value, {i});
            if (entry.key == "duties" || entry.key == "norms") subjects(entry.value, {i}, entry.key == "norms");
            if (entry.key == "overlay") changes(entry.value, {i});
            if (entry.key == "deadlines") {
                subject_ = "deadlines";
                walk(entry.value, {i});
            }
        }
    }

  private:
    void definitions(const Tree& tree, const Path& path) {
        for (std::size_t i = 0; i < tree.entries.size(); ++i) {
            subject_ = tree.entries[i].key;
            const Tree& body = tree.entries[i].value;
            for (std::size_t k = 0; k < body.entries.size(); ++k) {
                if (body.entries[k].key != "as") continue;
                const Tree& as = body.entries[k].value;
                const Path here = with(with(path, i), k);
                if (as.kind == Tree::Kind::scalar) expression(as, here);
                if (const std::size_t d = in_force(as); d < as.entries.size())
                    expression(as.entries[d].value, with(here, d));
            }
        }
    }

    // The dated entry that applies on the day, past the end when none does.
    std::size_t in_force(const Tree& dated) const {
        std::size_t latest = dated.entries.size();
        for (std::size_t d = 0; d < dated.entries.size(); ++d) {
            const std::string& day = dated.entries[d].key;
            if (day > as_of_) continue;
            if (latest == dated.entries.size() || day > dated.entries[latest].key) latest = d;
        }
        return latest;
    }

    void subjects(const Tree& tree, const Path& path, bool norms) {
        for (std::size_t i = 0; i < tree.items.size(); ++i) subject(tree.items[i], with(path, i), norms);
    }

    void changes(const Tree& tree, const Path& path) {
        for (std::size_t i = 0; i < tree.items.size(); ++i) {
            const Tree& change = tree.items[i];
            for (std::size_t k = 0; k < change.entries.size(); ++k) {
                if (change.entries[k].key == "norm") subject(change.entries[k].value, with(with(path, i), k), false);
                if (change.entries[k].key != "unless") continue;
                const Tree* target = change.find("target");
                subject_ = target == nullptr ? "?" : target->text;
                walk(change.entries[k].value, with(with(path, i), k));
            }
        }
    }

    void subject(const Tree& tree, const Path& path, bool can_go) {
        const Tree* id = tree.find("id");
        subject_ = id == nullptr ? "?" : id->text;
        const Tree* type = tree.find("type");
        if (tree.find("alias_of") != nullptr || (type != nullptr && type->text == "permit")) return;  // never judged
        if (can_go) leave_out("left out the norm", tree.place, path);
        walk(tree, path);
    }

    // Every part of a norm, duty or table of deadlines that can be got wrong.
    void walk(const Tree& tree, const Path& path) {
        for (std::size_t i = 0; i < tree.items.size(); ++i) walk(tree.items[i], with(path, i));
        for (std::size_t i = 0; i < tree.entries.size(); ++i) {
            const TreeEntry& entry = tree.entries[i];
            const Path here = with(path, i);
            part(entry, here);
        }
    }

    void part(const TreeEntry& entry, const Path& path) {
        static const std::array<const char*, 15> questions = {"when",  "forbid", "do",          "moment", "each",
                                                              "got",   "of",     "double",      "as",     "to",
                                                              "items", "silent", "critical_if", "at",     "double_if"};
        const std::string& key = entry.key;
        const Tree& value = entry.value;
        if (key == "unless" || key == "repair") {
            for (std::size_t i = 0; i < value.items.size(); ++i) {
                const Tree& one = value.items[i];
                leave_out(key == "unless" ? "left out an exception" : "left out a repair", one.place, with(path, i));
                for (std::size_t k = 0; k < one.entries.size(); ++k)
                    if (key == "unless" && one.entries[k].key == "when")
                        rewrite("made an exception always hold", one.entries[k].value, with(with(path, i), k),
                                "exists(people)");
                walk(one, with(path, i));
            }
            return;
        }
        if (key == "families" || key == "measure" || key == "severity" || key == "deadline" ||
            value.kind == Tree::Kind::mapping) {
            if (key != "explain") walk(value, path);
            return;
        }
        if (value.kind == Tree::Kind::list) {
            if (key != "cite" && key != "reports" && key != "defeats") walk(value, path);
            return;
        }
        if (key == "for_each" && value.text != "case" && value.text != "decision") expression(value, path);
        if (std::find(questions.begin(), questions.end(), key) != questions.end()) expression(value, path);
        if (key == "decisions") rewrite("one decision later", value, path, next_number(value.text));
        if (key == "clock") rewrite("a later clock", value, path, "9" + value.text);
        if (key == "credit") rewrite("another credit", value, path, value.text == "1/2" ? "1/4" : "1/2");
        if (key == "until" && value.text != "close") rewrite("due only at the close", value, path, "close");
        if (key == "base") rewrite("another severity", value, path, value.text == "M" ? "m" : "M");
        if (key == "group") leave_out("left out the group", value.place, path);
        if (key == "within" && value.text != "close") rewrite("mended at any time", value, path, "close");
    }

    static std::string next_number(const std::string& text) {
        return text.size() == 1 && text[0] >= '0' && text[0] < '9' ? std::string(1, static_cast<char>(text[0] + 1))
                                                                   : "9";
    }

    void expression(const Tree& tree, const Path& path) {
        if (tree.kind != Tree::Kind::scalar) return;
        Diagnostics unread;
        std::optional<Syntax> syntax = parse_expression(tree, unread);
        if (!syntax) return;
        conditions(tree, path, *syntax, syntax->root);
    }

    void conditions(const Tree& tree, const Path& path, const Syntax& syntax, int index) {
        const Ast& ast = syntax.at(index);
        const std::string whole = tree.text.substr(ast.begin, ast.end - ast.begin);
        const auto splice = [&](const std::string& says, std::size_t begin, std::size_t end, const std::string& text) {
            rewrite(says, tree, path, tree.text.substr(0, begin) + text + tree.text.substr(end));
        };
        if (ast.kind == Ast::Kind::conjunction || ast.kind == Ast::Kind::disjunction) {
            const bool both = ast.kind == Ast::Kind::conjunction;
            for (std::size_t i = 0; i < ast.parts.size(); ++i) {
                std::string left;
                for (std::size_t k = 0; k < ast.parts.size(); ++k) {
                    if (k == i) continue;
                    const Ast& part = syntax.part(ast, k);
                    left += (left.empty() ? "("
                             : both       ? ") and ("
                                          : ") or (") +
                            tree.text.substr(part.begin, part.end - part.begin);
                }
                const Ast& gone = syntax.part(ast, i);
                splice("left out '" + tree.text.substr(gone.begin, gone.end - gone.begin) + "'", ast.begin, ast.end,
                       "(" + left + "))");
            }
        }
        if (ast.kind == Ast::Kind::comparison) {
            const auto opposite = opposites().find(ast.operation);
            const Ast& left = syntax.part(ast, 0);
            const Ast& right = syntax.part(ast, 1);
            if (opposite != opposites().end())
                splice("turned round '" + whole + "'", left.end, right.begin, " " + opposite->second + " ");
            else
                splice("turned round '" + whole + "'", ast.begin, ast.end, "(not (" + whole + "))");
        }
        if (ast.kind == Ast::Kind::negation) {
            const Ast& inner = syntax.part(ast, 0);
            splice("turned round '" + whole + "'", ast.begin, ast.end,
                   "(" + tree.text.substr(inner.begin, inner.end - inner.begin) + ")");
        }
        if (ast.kind == Ast::Kind::any || ast.kind == Ast::Kind::all || ast.kind == Ast::Kind::none) {
            const std::string word = ast.kind == Ast::Kind::any ? "any" : ast.kind == Ast::Kind::all ? "all" : "none";
            if (tree.text.compare(ast.begin, word.size(), word) == 0)
                splice("'" + word + "' became '" + (word == "any" ? "all" : "any") + "' in '" + whole + "'", ast.begin,
                       ast.begin + word.size(), word == "any" ? "all" : "any");
        }
        for (const int part : ast.parts) conditions(tree, path, syntax, part);
    }

    void rewrite(std::string says, const Tree& tree, const Path& path, std::string text) {
        all.push_back({subject_, std::move(says), tree.place, path, false, std::move(text)});
    }

    void leave_out(std::string says, Place place, const Path& path) {
        all.push_back({subject_, std::move(says), place, path, true, {}});
    }

    const std::string& as_of_;
    std::string subject_;
};

}  // namespace

std::vector<Mutant> mutants_of(const Tree& pack, const std::string& as_of) {
    Breeder breeder(as_of);
    breeder.pack(pack);
    return std::move(breeder.all);
}

std::vector<Unnoticed> read_unnoticed(const Tree& tests, Diagnostics& diagnostics) {
    std::vector<Unnoticed> all;
    for (const Tree* listed : Fields(tests, "the test file", diagnostics, pack_tests_file()).list("unnoticed")) {
        Fields fields(*listed, "a fault that no test notices", diagnostics, unnoticed_fields());
        Unnoticed one;
        one.subject = fields.require_text("of");
        one.says = fields.require_text("fault");
        one.because = fields.require_text("because");
        one.place = listed->place;
        fields.finish();
        all.push_back(std::move(one));
    }
    return all;
}

Tree apply(const Mutant& mutant, Tree pack) {
    Tree* at = &pack;
    for (std::size_t i = 0; i < mutant.path.size(); ++i) {
        const std::size_t child = mutant.path[i];
        const auto offset = static_cast<std::ptrdiff_t>(child);
        const bool list = at->kind == Tree::Kind::list;
        if (mutant.erase && i + 1 == mutant.path.size()) {
            if (list)
                at->items.erase(at->items.begin() + offset);
            else
                at->entries.erase(at->entries.begin() + offset);
            return pack;
        }
        at = list ? &at->items[child] : &at->entries[child].value;
    }
    at->text = mutant.text;
    at->quoted = true;
    return pack;
}

MutantHunt hunt_mutants(const std::vector<Tree>& stack, const Tree& tests, const std::string& as_of,
                        const std::string& subject, int one_in, Diagnostics& diagnostics) {
    MutantHunt hunt;
    hunt.excused = read_unnoticed(tests, diagnostics);
    std::vector<const Tree*> packs;
    for (const Tree& pack : stack) packs.push_back(&pack);
    const auto whole = read_rule_book(packs, as_of, diagnostics);
    if (!whole || diagnostics.has_errors()) return hunt;
    PackTests held_by = PackTests::read(tests, *whole, diagnostics);
    if (diagnostics.has_errors()) return hunt;
    const std::string table = list_text(*whole);
    int number = 0;
    for (Mutant& mutant : mutants_of(stack.back(), as_of)) {
        if (!subject.empty() && mutant.subject != subject) continue;
        if (number++ % one_in != 0) continue;
        const Tree faulty = apply(mutant, stack.back());
        packs.back() = &faulty;
        Diagnostics unread;
        const auto rules = read_rule_book(packs, as_of, unread);
        if (!rules) {
            ++hunt.stillborn;
            continue;
        }
        ++hunt.tried;
        if (list_text(*rules) != table || held_by.some_fails(rules, mutant.subject)) {
            ++hunt.noticed;
            continue;
        }
        const auto listed = std::find_if(hunt.excused.begin(), hunt.excused.end(), [&](const Unnoticed& one) {
            return one.subject == mutant.subject && one.says == mutant.says;
        });
        if (listed == hunt.excused.end())
            hunt.unnoticed.push_back(std::move(mutant));
        else
            listed->used = true;
    }
    return hunt;
}

}  // namespace ntk
