#include "engine/rules/condition_words.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "engine/casework/vocabulary.h"
#include "engine/language/syntax.h"
#include "engine/rules/explain.h"

namespace ntk {

namespace {

const Schema& schema() { return vocabulary().schema; }

std::string spaced(std::string_view name) {
    std::string text(name);
    std::replace(text.begin(), text.end(), '_', ' ');
    return text;
}

// A sentence as part of another: without its full stop, and small at the start unless the second letter is a capital
// too.
std::string as_clause(std::string text) {
    if (text.ends_with('.')) text.pop_back();
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (text.size() > 1 && is_capital(text[0]) && !is_capital(text[1]))
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

// The text of a condition, parsed again for reading.
struct Read {
    std::unique_ptr<Tree> tree = std::make_unique<Tree>();  // stays where it is: names in the syntax point into it
    std::optional<Syntax> syntax;
};

Read read(const std::string& source, bool binder) {
    Read result;
    Diagnostics ignored;
    result.tree->kind = Tree::Kind::scalar;
    result.tree->text = source;
    result.syntax = binder ? parse_binder(*result.tree, ignored) : parse_expression(*result.tree, ignored);
    return result;
}

class Speaker {
  public:
    Speaker(const std::vector<Variable>& variables, const Definitions& definitions) : definitions_(definitions) {
        for (const Variable& variable : variables) {
            const bool one = variable.type.base == Type::Base::entity;
            const bool set = variable.type.is_set();
            if (one) bind(variable.name, kind_noun(variable.type.of), variable.type.of);
            if (set) bound_.push_back({variable.name, "\"" + variable.says + "\"", variable.type.of, true});
        }
    }

    // `syntax` must outlive what is said about it.
    void take(const Syntax& syntax) { syntax_ = &syntax; }

    std::string say(const Ast& ast) {
        using Kind = Ast::Kind;
        switch (ast.kind) {
            case Kind::disjunction: return joined(ast, ", or ");
            case Kind::conjunction: return joined(ast, ", and ");
            case Kind::negation: return "not (" + say(part(ast, 0)) + ")";
            case Kind::any: return quantified("there is a", ast);
            case Kind::all: return quantified("each", ast);
            case Kind::none: return quantified("there is no", ast);
            case Kind::comparison: return comparison(ast);
            case Kind::comprehension: return comprehension(ast, "those of ");
            case Kind::united: return say(part(ast, 0)) + " together with " + say(part(ast, 1));
            case Kind::without: return say(part(ast, 0)) + " other than " + say(part(ast, 1));
            case Kind::shared: return "what is both in " + say(part(ast, 0)) + " and in " + say(part(ast, 1));
            case Kind::exists: return "there is something in " + say(part(ast, 0));
            case Kind::count: return "the number of " + say(part(ast, 0));
            case Kind::known: return "it is known (" + say(part(ast, 0)) + ")";
            case Kind::call: return call(ast);
            case Kind::list: return joined(ast, ", ");
            case Kind::name: return name(ast);
            case Kind::field: return field(ast);
            case Kind::index: return say(part(ast, 0)) + " for " + say(part(ast, 1));
            case Kind::integer: return std::to_string(ast.value);
            case Kind::duration: return span_words(ast.value);
            case Kind::truth: return ast.value != 0 ? "always" : "never";
        }
        return {};
    }

    // "each duty among what is due, where (...)".
    std::string comprehension(const Ast& ast, const std::string& opening) {
        const int kind = element(part(ast, 0));
        const std::string source = say(part(ast, 0));
        if (ast.parts.size() < 2) return opening + source;
        bind(std::string(ast.name), noun_of(part(ast, 0), kind), kind);
        std::string text = opening + source + " where (" + say(part(ast, 1)) + ")";
        bound_.pop_back();
        return text;
    }

  private:
    struct Bound {
        std::string name, noun;
        int kind = -1;
        bool set = false;  // a name the norm gives to a set
    };

    static std::string span_words(std::int64_t minutes) {
        if (minutes % 1440 == 0 && minutes > 0) return std::to_string(minutes / 1440) + " days";
        if (minutes % 60 == 0 && minutes > 0) return std::to_string(minutes / 60) + " hours";
        return std::to_string(minutes) + " minutes";
    }

    static std::string kind_noun(int kind) {
        return kind < 0 ? "one" : schema().kinds[static_cast<std::size_t>(kind)].name;
    }

    const Ast& part(const Ast& ast, std::size_t i) const { return syntax_->part(ast, i); }

    void bind(std::string name, std::string noun, int kind) {
        const bool taken =
            std::any_of(bound_.begin(), bound_.end(), [&](const Bound& bound) { return bound.noun == noun; });
        if (taken) noun += " " + name;  // "act b": two of one noun would not tell apart
        bound_.push_back({std::move(name), std::move(noun), kind, false});
    }

    const Bound* bound(std::string_view name) const {
        for (auto it = bound_.rbegin(); it != bound_.rend(); ++it)
            if (it->name == name) return &*it;
        return nullptr;
    }

    std::string joined(const Ast& ast, const std::string& by) {
        std::string text;
        for (std::size_t i = 0; i < ast.parts.size(); ++i) {
            const Ast& one = part(ast, i);
            const bool mixed = ast.kind == Ast::Kind::conjunction && one.kind == Ast::Kind::disjunction;
            const bool nested = ast.kind == Ast::Kind::disjunction && one.kind == Ast::Kind::conjunction;
            text += (i == 0 ? "" : by) + (mixed || nested ? "(" + say(one) + ")" : say(one));
        }
        return ast.kind == Ast::Kind::list ? "one of: " + text : text;
    }

    std::string noun_of(const Ast& source, int kind) const {
        if (source.kind == Ast::Kind::field &&
            (source.name == "to" || source.name == "sent_to" || source.name == "given_to"))
            return "recipient";
        return kind_noun(kind);
    }

    std::string quantified(const std::string& how_many, const Ast& ast) {
        const Ast& source = part(ast, 0);
        const int kind = element(source);
        const std::string among = say(source);
        bind(std::string(ast.name), noun_of(source, kind), kind);
        const std::string noun = bound_.back().noun;
        const bool vowel = std::string_view("aeio").find(noun.front()) != std::string_view::npos;
        std::string text = how_many + (how_many.ends_with(" a") && vowel ? "n " : " ") + noun + " in " + among +
                           (ast.kind == Ast::Kind::all ? " meets (" : " where (") + say(part(ast, 1)) + ")";
        bound_.pop_back();
        return text;
    }

    std::string comparison(const Ast& ast) {
        static const std::vector<std::string> words = {
            "",           " is ",          " is not ",   " is below ", " is at most ",
            " is above ", " is at least ", " is among ", " includes ", " overlaps with "};
        const Ast& right = part(ast, 1);
        const std::string left = subject(part(ast, 0));
        const int values = enum_of(part(ast, 0));
        if (ast.operation == Ast::Operation::in && right.kind == Ast::Kind::list)
            return left + " is one of: " + members(right, values);
        return left + words[static_cast<std::size_t>(ast.operation)] + value(right, values);
    }

    // The enum that a fact's values come from, or -1. A value may have the name of a definition: kind is lead.
    int enum_of(const Ast& ast) const {
        const FieldInfo* info = ast.kind == Ast::Kind::index   ? fact(part(ast, 0))
                                : ast.kind == Ast::Kind::field ? fact(ast)
                                                               : nullptr;
        const bool listed =
            info != nullptr && (info->type.base == Type::Base::enumeration || info->type.base == Type::Base::enum_set);
        return listed ? info->type.of : -1;
    }

    std::string value(const Ast& ast, int values) {
        const int found = ast.kind == Ast::Kind::name && values >= 0 ? schema().value_named(values, ast.name) : -1;
        return found >= 0 ? "\"" + value_words(values, found) + "\"" : subject(ast);
    }

    std::string members(const Ast& list, int values) {
        std::string text;
        for (std::size_t i = 0; i < list.parts.size(); ++i) text += (i == 0 ? "" : ", ") + value(part(list, i), values);
        return text;
    }

    // What is compared: never the meaning of a yes-or-no fact, which is a sentence of its own.
    std::string subject(const Ast& ast) { return ast.kind == Ast::Kind::field ? path(ast) : say(ast); }

    std::string call(const Ast& ast) {
        std::string about;
        for (std::size_t i = 0; i < ast.parts.size(); ++i) about += (i == 0 ? "" : ", ") + subject(part(ast, i));
        return meaning(ast.name, about);
    }

    std::string meaning(std::string_view name, const std::string& about) const {
        const Definitions::Definition* definition = definitions_.find(name);
        const std::string says = definition == nullptr ? spaced(name) : as_clause(definition->says);
        return (about.empty() ? "" : about + ": ") + says;
    }

    std::string name(const Ast& ast) const {
        if (const Bound* found = bound(ast.name)) return found->set ? found->noun : "the " + found->noun;
        if (definitions_.find(ast.name) != nullptr) return meaning(ast.name, "");
        static const std::vector<std::pair<std::string_view, std::string_view>> roots = {
            {"acts", "what is done now"},
            {"history", "what has been done so far"},
            {"dues", "what is due"},
            {"people", "the people"},
            {"items", "the information"},
            {"agencies", "the agencies"},
            {"parties", "the people and agencies"},
            {"child", "the child"},
            {"learner", "the practitioner"},
            {"case", "the case"},
            {"decision", "this decision"},
            {"now", "now"}};
        for (const auto& [root, words] : roots)
            if (root == ast.name) return std::string(words);
        for (const EnumInfo& info : schema().enums)
            if (const int value = schema().value_named(static_cast<int>(&info - schema().enums.data()), ast.name);
                value >= 0)
                return value_words(static_cast<int>(&info - schema().enums.data()), value);
        return spaced(ast.name);
    }

    // The kind of entity a path or set is made of, or -1.
    int element(const Ast& ast) const {
        switch (ast.kind) {
            case Ast::Kind::name: {
                if (const Bound* found = bound(ast.name)) return found->kind;
                if (const int root = schema().root_named(ast.name); root >= 0)
                    return schema().roots[static_cast<std::size_t>(root)].type.of;
                for (const KindInfo& kind : schema().kinds)
                    if (kind.plural == ast.name || (kind.single && kind.name == ast.name))
                        return static_cast<int>(&kind - schema().kinds.data());
                return -1;
            }
            case Ast::Kind::call: {
                const Definitions::Definition* definition = definitions_.find(ast.name);
                return definition == nullptr ? -1 : definition->result.of;
            }
            case Ast::Kind::field: {
                const FieldInfo* info = fact(ast);
                const bool of_words = info == nullptr || info->type.base == Type::Base::enumeration ||
                                      info->type.base == Type::Base::enum_set;
                return of_words ? -1 : info->type.of;
            }
            case Ast::Kind::comprehension:
            case Ast::Kind::index:
            case Ast::Kind::united:
            case Ast::Kind::without:
            case Ast::Kind::shared: return element(part(ast, 0));
            default: return -1;
        }
    }

    const FieldInfo* fact(const Ast& ast) const {
        const int kind = element(part(ast, 0));
        const int found = kind < 0 ? -1 : schema().field_named(kind, ast.name);
        return found < 0 ? nullptr : &schema().fields[static_cast<std::size_t>(found)];
    }

    std::string path(const Ast& ast) {
        const Ast& owner = part(ast, 0);
        const std::string who = subject(owner);
        return who == "the case" ? "the level of " + spaced(ast.name) : who + "'s " + fact_words(ast.name);
    }

    // A fact's name as a noun, where the name alone would not read as one.
    static std::string fact_words(std::string_view name) {
        static const std::vector<std::pair<std::string_view, std::string_view>> nouns = {
            {"to", "recipients"},
            {"given_to", "recipients now"},
            {"sent_to", "recipients so far"},
            {"from", "other side"},
            {"identifies", "identifiable people"},
            {"due", "due recipients"},
            {"sent", "recipients reached"},
            {"who", "people concerned"},
            {"about", "subjects"},
            {"objects_to", "objections"},
            {"by", "author"},
            {"danger_to", "possible victims"},
            {"at", "time"},
            {"confirmed_by", "confirmations"},
            {"redact", "people left out"},
            {"pseudonym", "people renamed"},
            {"silent", "people not told"},
            {"needs_identity", "people to be known"},
            {"onward_risk", "possible listeners"}};
        for (const auto& [fact, noun] : nouns)
            if (fact == name) return std::string(noun);
        return spaced(name);
    }

    std::string field(const Ast& ast) {
        const FieldInfo* info = fact(ast);
        if (info == nullptr || info->type.base != Type::Base::boolean) return path(ast);
        return subject(part(ast, 0)) + ": " + as_clause(info->meaning);
    }

    const Definitions& definitions_;
    const Syntax* syntax_ = nullptr;
    std::vector<Bound> bound_;
};

}  // namespace

std::string condition_words(const Expression& condition, const std::vector<Variable>& variables,
                            const Definitions& definitions) {
    return condition ? written_condition_words(condition.source(), variables, definitions) : std::string();
}

std::string written_condition_words(const std::string& written, const std::vector<Variable>& variables,
                                    const Definitions& definitions) {
    const Read text = read(written, false);
    if (!text.syntax) return written;
    Speaker speaker(variables, definitions);
    speaker.take(*text.syntax);
    return speaker.say(text.syntax->at(text.syntax->root));
}

std::string binder_words(const Binder& binder, const std::vector<Variable>& variables, const Definitions& definitions) {
    if (!binder) return {};
    const Read text = read(binder.domain.source(), true);
    if (!text.syntax) return binder.domain.source();
    Speaker speaker(variables, definitions);
    speaker.take(*text.syntax);
    return speaker.comprehension(text.syntax->at(text.syntax->root), "");
}

std::vector<std::string> definitions_called(const Expression& condition, const Definitions& definitions) {
    std::vector<std::string> called;
    if (!condition) return called;
    Read text = read(condition.source(), false);
    if (!text.syntax) text = read(condition.source(), true);
    if (!text.syntax) return called;
    for (const Ast& ast : text.syntax->nodes) {
        const bool named = ast.kind == Ast::Kind::call || ast.kind == Ast::Kind::name;
        const std::string name(ast.name);
        if (named && definitions.find(name) != nullptr && std::find(called.begin(), called.end(), name) == called.end())
            called.push_back(name);
    }
    return called;
}

}  // namespace ntk
