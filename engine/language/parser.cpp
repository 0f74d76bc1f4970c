#include <string>
#include <utility>

#include "engine/language/lexer.h"
#include "engine/language/syntax.h"
#include "engine/text/limits.h"

namespace ntk {
namespace {

using Kind = Ast::Kind;
using Operation = Ast::Operation;

// A recursive descent over the tokens, one function for each line of the grammar. After the first problem every
// function sees the end of the text, so all of them come to an end quickly and nothing else is reported.
class Parser {
  public:
    Parser(const Tree& tree, Diagnostics& diagnostics) : tree_(tree), diagnostics_(diagnostics) {}

    std::optional<Syntax> read(bool binder) {
        if (!acceptable()) return std::nullopt;
        bool ok = true;
        tokens_ = read_tokens(tree_, diagnostics_, ok);
        if (!ok) return std::nullopt;
        if (tokens_.size() == 1) {
            fail("E101", 0, "an empty expression", "write 'true' for something that always holds");
            return std::nullopt;
        }
        if (binder && !(token().kind == Token::Kind::word && next_is("in")))
            fail("E126", 0, "expected a name and the set it ranges over",
                 "for example: d in dues where (d.kind is lead)");
        syntax_.root = binder ? set() : expression();
        if (token().kind != Token::Kind::end) refuse_rest();
        if (failed_) return std::nullopt;
        return std::move(syntax_);
    }

  private:
    // One level deeper for as long as it lives.
    class Level {
      public:
        explicit Level(Parser& parser) : parser_(parser) {
            if (++parser_.depth_ > limits::expression_depth) parser_.refuse_depth();
        }
        ~Level() { --parser_.depth_; }
        Level(const Level&) = delete;
        Level& operator=(const Level&) = delete;

      private:
        Parser& parser_;
    };

    bool acceptable() {
        if (tree_.kind != Tree::Kind::scalar) {
            diagnostics_.report("E101", tree_.place, "expected an expression, written as text");
            return false;
        }
        if (tree_.text.size() > limits::expression_bytes) {
            diagnostics_.report("E107", tree_.place,
                                "this expression has " + std::to_string(tree_.text.size()) + " bytes; the limit is " +
                                    std::to_string(limits::expression_bytes),
                                "give a part of it a name under 'define'");
            return false;
        }
        return true;
    }

    const Token& token() const { return tokens_[at_]; }
    const Token& next() const { return tokens_[at_ + 1 < tokens_.size() ? at_ + 1 : at_]; }
    bool is(std::string_view text) const { return token().text == text && token().kind != Token::Kind::end; }
    bool next_is(std::string_view text) const { return next().text == text && next().kind != Token::Kind::end; }
    void step() {
        if (at_ + 1 < tokens_.size()) ++at_;
    }
    bool take(std::string_view text) {
        if (!is(text)) return false;
        step();
        return true;
    }
    std::string shown() const {
        return token().kind == Token::Kind::end ? "the end" : "'" + std::string(token().text) + "'";
    }
    std::size_t last_end() const { return at_ == 0 ? 0 : tokens_[at_ - 1].finish(); }

    void fail(std::string_view code, std::size_t offset, std::string message, std::string hint = {}) {
        if (!failed_) diagnostics_.report(code, place_at(tree_, offset), std::move(message), std::move(hint));
        failed_ = true;
        at_ = tokens_.size() - 1;
    }
    void refuse_depth() {
        fail("E108", token().begin, "nested more than " + std::to_string(limits::expression_depth) + " levels deep",
             "give a part of it a name under 'define'");
    }
    void expect(std::string_view text, std::string_view after) {
        if (take(text)) return;
        fail("E103", token().begin,
             "expected '" + std::string(text) + "' after " + std::string(after) + ", found " + shown(),
             is("where") ? "say it with 'and' inside 'have (...)'" : "");
    }
    void close(std::string_view bracket, const Token& opened, std::string hint = {}) {
        if (take(bracket)) return;
        if (token().kind == Token::Kind::end)
            return fail("E104", opened.begin, "this '" + std::string(opened.text) + "' is never closed");
        if (hint.empty()) hint = advice_here();
        fail("E103", token().begin, "expected '" + std::string(bracket) + "', found " + shown(), std::move(hint));
    }
    void refuse_rest() {
        if (is(")") || is("]")) return fail("E104", token().begin, "this " + shown() + " closes nothing");
        fail("E105", token().begin, "expected 'and', 'or' or the end, found " + shown(), advice_here());
    }
    std::string advice_here() const {
        const std::string_view before = at_ == 0 ? std::string_view() : tokens_[at_ - 1].text;
        if (before == "any" || before == "all" || before == "none")
            return "write for example: any i in items have (...)";
        if (operation() != Operation::none) return "compare two things at a time and join the comparisons with 'and'";
        if (is("have")) return "'have' belongs to 'any', 'all' and 'none', for example: any i in items have (...)";
        if (is("where")) return "'where' follows a set, for example: i in items where (...)";
        return {};
    }

    Ast make(Kind kind) const {
        Ast ast;
        ast.kind = kind;
        ast.begin = token().begin;
        return ast;
    }
    int add(Ast ast) {
        ast.end = last_end();
        syntax_.nodes.push_back(std::move(ast));
        return static_cast<int>(syntax_.nodes.size()) - 1;
    }
    void name(Ast& ast, std::string_view what) {
        if (token().kind != Token::Kind::word)
            return fail("E103", token().begin, "expected " + std::string(what) + ", found " + shown());
        if (is_reserved(token().text))
            return fail("E109", token().begin, shown() + " is a word of the language and cannot be a name");
        ast.name = token().text;
        ast.name_at = token().begin;
        step();
    }

    int expression() {
        Ast ast = make(Kind::disjunction);
        ast.parts.push_back(conjunction());
        while (take("or")) ast.parts.push_back(conjunction());
        return ast.parts.size() == 1 ? ast.parts[0] : add(std::move(ast));
    }

    int conjunction() {
        Ast ast = make(Kind::conjunction);
        ast.parts.push_back(unary());
        while (take("and")) ast.parts.push_back(unary());
        return ast.parts.size() == 1 ? ast.parts[0] : add(std::move(ast));
    }

    int unary() {
        if (is("not")) {
            const Level level(*this);
            Ast ast = make(Kind::negation);
            step();
            ast.parts.push_back(unary());
            return add(std::move(ast));
        }
        if (at_ + 2 < tokens_.size() && tokens_[at_ + 2].text == "in" && next().kind == Token::Kind::word) {
            if (is("any")) return quantifier(Kind::any);
            if (is("all")) return quantifier(Kind::all);
            if (is("none")) return quantifier(Kind::none);
        }
        return comparison();
    }

    int quantifier(Kind kind) {
        Ast ast = make(kind);
        step();
        name(ast, "a name");
        expect("in", "the name");
        ast.parts.push_back(source());
        expect("have", "the set");
        ast.parts.push_back(bracketed("'have'"));
        return add(std::move(ast));
    }

    int bracketed(std::string_view after) {
        const Level level(*this);
        const Token opened = token();
        expect("(", after);
        const int inner = expression();
        close(")", opened);
        return inner;
    }

    Operation operation() const {
        if (is("is")) return Operation::is;
        if (is("<")) return Operation::less;
        if (is("<=")) return Operation::less_equal;
        if (is(">")) return Operation::greater;
        if (is(">=")) return Operation::greater_equal;
        if (is("in")) return Operation::in;
        if (is("has")) return Operation::has;
        if (is("overlaps")) return Operation::overlaps;
        return Operation::none;
    }

    int comparison() {
        Ast ast = make(Kind::comparison);
        const int left = chain(false);
        ast.operation = operation();
        if (ast.operation == Operation::none) return left;
        step();
        if (ast.operation == Operation::is && take("not")) ast.operation = Operation::is_not;
        ast.parts = {left, chain(ast.operation == Operation::in)};
        if (ast.operation == Operation::in && is("where") && syntax_.at(left).kind == Kind::name) {
            ast.kind = Kind::comprehension;
            ast.name = syntax_.at(left).name;
            ast.name_at = ast.begin;
            step();
            ast.parts = {ast.parts[1], bracketed("'where'")};
        }
        return add(std::move(ast));
    }

    int source() { return chain(true); }

    // Sets joined by union, except and both, from left to right; `of_set` tells what brackets may hold.
    int chain(bool of_set) {
        Ast ast = make(Kind::united);
        int left = term(of_set);
        for (int joined = 1; is("union") || is("except") || is("both"); ++joined) {
            if (depth_ + joined > limits::expression_depth) refuse_depth();
            ast.kind = is("union") ? Kind::united : is("except") ? Kind::without : Kind::shared;
            step();
            const int right = term(of_set);
            ast.parts = {left, right};
            left = add(ast);
        }
        return left;
    }

    int set() {
        if (token().kind != Token::Kind::word || !next_is("in")) return chain(true);
        Ast ast = make(Kind::comprehension);
        name(ast, "a name");
        expect("in", "the name");
        ast.parts.push_back(source());
        if (take("where")) ast.parts.push_back(bracketed("'where'"));
        return add(std::move(ast));
    }

    int term(bool of_set) {
        const Level level(*this);
        const Token first = token();
        if (take("(")) {
            const int inner = of_set ? set() : expression();
            close(")", first);
            return inner;
        }
        if (is("[")) return list();
        if (first.kind == Token::Kind::integer || first.kind == Token::Kind::duration) {
            Ast ast = make(first.kind == Token::Kind::integer ? Kind::integer : Kind::duration);
            ast.value = first.value;
            step();
            return add(std::move(ast));
        }
        if (first.kind == Token::Kind::word) return word(of_set);
        fail("E103", first.begin, "expected a fact, a name or a value, found " + shown());
        return add(make(Kind::name));
    }

    int list() {
        Ast ast = make(Kind::list);
        const Token opened = token();
        step();
        do ast.parts.push_back(chain(false));
        while (take(","));
        close("]", opened);
        return add(std::move(ast));
    }

    int word(bool of_set) {
        if (is("true") || is("false")) {
            Ast ast = make(Kind::truth);
            ast.value = is("true") ? 1 : 0;
            step();
            return add(std::move(ast));
        }
        if (is_reserved(token().text)) {
            fail("E103", token().begin, "expected a fact, a name or a value, found " + shown());
            return add(make(Kind::name));
        }
        return next_is("(") ? call(of_set) : path();
    }

    int call(bool of_set) {
        const bool built_in = is("exists") || is("count") || is("known");
        Ast ast = make(is("exists")  ? Kind::exists
                       : is("count") ? Kind::count
                       : is("known") ? Kind::known
                                     : Kind::call);
        const bool known = ast.kind == Kind::known;
        name(ast, "a name");
        const Token opened = token();
        step();
        if (built_in) {
            if (known && token().kind != Token::Kind::word)
                fail("E103", token().begin, "expected a fact after 'known(', found " + shown());
            ast.parts.push_back(known ? path() : set());
        } else if (!is(")")) {
            do ast.parts.push_back(chain(false));
            while (take(","));
        }
        // "any i in items (...)" looks like a call of items.
        close(")", opened, of_set && !built_in ? "was 'have' or 'where' left out before the '('?" : "");
        return add(std::move(ast));
    }

    int path() {
        Ast root = make(Kind::name);
        name(root, "a name");
        const std::size_t begin = root.begin;
        int left = add(std::move(root));
        for (int steps = 1; is(".") || is("["); ++steps) {
            if (depth_ + steps > limits::expression_depth) refuse_depth();
            Ast ast = make(is(".") ? Kind::field : Kind::index);
            ast.begin = begin;
            const Token opened = token();
            step();
            ast.parts.push_back(left);
            if (ast.kind == Kind::index) {
                ast.parts.push_back(term(false));
                close("]", opened);
            } else if (token().kind == Token::Kind::word) {
                ast.name = token().text;
                ast.name_at = token().begin;
                step();
            } else {
                fail("E103", token().begin, "expected the name of a fact after '.', found " + shown());
            }
            left = add(std::move(ast));
        }
        return left;
    }

    const Tree& tree_;
    Diagnostics& diagnostics_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    int depth_ = 0;
    bool failed_ = false;
    Syntax syntax_;
};

}  // namespace

std::optional<Syntax> parse_expression(const Tree& tree, Diagnostics& diagnostics) {
    return Parser(tree, diagnostics).read(false);
}

std::optional<Syntax> parse_binder(const Tree& tree, Diagnostics& diagnostics) {
    return Parser(tree, diagnostics).read(true);
}

}  // namespace ntk
