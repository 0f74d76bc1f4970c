#include "engine/host/yaml_reader.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <exception>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "engine/host/yaml_errors.h"
#include "engine/host/yaml_scan.h"
#include "engine/text/limits.h"
#include "engine/text/text_index.h"
#include "engine/text/utf8.h"

namespace ntk {

namespace {

constexpr auto npos = std::string_view::npos;

// Ends the reading of a text whose rest could not be understood; the reason has been reported.
struct Stop {};

// Builds the tree from the parser's events and refuses what has more than one reading.
class TreeBuilder : public YAML::EventHandler {
  public:
    TreeBuilder(std::string_view text, bool scanned_clean, int source, Diagnostics& diagnostics)
        : text_(text), scanned_clean_(scanned_clean), index_(text), source_(source), diagnostics_(diagnostics) {}

    Tree take() { return std::move(root_); }
    bool refused() const { return refused_; }

    void report(std::string_view code, std::size_t offset, std::string message, std::string hint) {
        refused_ = refused_ || code.starts_with('E');
        diagnostics_.report(code, index_.place(offset, source_), std::move(message), std::move(hint));
    }

    void explain(std::string_view parser_message, int offset) {
        YamlFailure failure{
            parser_message, static_cast<std::size_t>(std::max(offset, 0)), {}, quote_start_, quote_end_};
        for (const Open& open : open_)
            if (open.flow) failure.open_bracket = open.offset;
        YamlExplanation explanation = explain_yaml_failure(text_, failure);
        report(explanation.code, explanation.offset, std::move(explanation.message), std::move(explanation.hint));
    }

  private:
    // A list or mapping whose end has not come yet.
    struct Open {
        Tree tree;
        std::size_t offset = 0;
        bool flow = false;
        std::optional<TreeEntry> entry;  // a key that waits for its value
        std::size_t entry_offset = 0;
        bool keep = true;                        // false when that key was refused
        std::map<std::string, int> first_lines;  // of the keys so far
    };

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (++documents_ == 1) return;
        if (root_in_braces_)
            report("E040", offset_of(mark), "there is text after the closing bracket",
                   "one file holds one mapping; take away what follows it");
        else
            report("E035", offset_of(mark), "this line is indented less than the first line of the file",
                   "begin all keys of the file in the same column");
        throw Stop{};
    }

    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        const std::size_t offset = offset_of(mark);
        check_anchor(anchor, offset);
        Tree tree;
        tree.place = index_.place(offset, source_);
        if (!open_.empty() && open_.back().entry) {
            tree.place = open_.back().entry->key_place;
            if (!follows_colon(open_.back(), offset)) refuse_stray(open_.back());
        } else if (!open_.empty() && open_.back().tree.kind == Tree::Kind::list) {
            // The parser names the spot after an empty entry; its author looks for the dash.
            const std::size_t last = last_before(offset);
            if (last != npos && text_[last] == '-') tree.place = index_.place(last, source_);
            if (text_.substr(offset, 1) == ",")
                report("E033", offset, "there is nothing before this comma", "take the comma away");
        }
        add(std::move(tree), offset);
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        const std::size_t offset = offset_of(mark);
        report("E025", offset, "aliases (*name) are not used here", "write the value out where it is needed");
        Tree tree;
        tree.place = index_.place(offset, source_);
        add(std::move(tree), offset, true);
    }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        const std::size_t offset = offset_of(mark);
        check_anchor(anchor, offset);
        check_tag(tag == "?" || tag == "!", offset);
        Tree tree;
        tree.kind = Tree::Kind::scalar;
        tree.text = value;
        tree.quoted = tag == "!";
        tree.place = index_.place(tree.quoted ? content_of(offset, value) : offset, source_);
        if (!tree.quoted) check_comment(offset, value);
        check_characters(value, offset);
        add(std::move(tree), offset);
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override {
        open(Tree::Kind::list, mark, tag, anchor, style);
    }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override {
        open(Tree::Kind::mapping, mark, tag, anchor, style);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapEnd() override { close(); }

    void open(Tree::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
              YAML::EmitterStyle::value style) {
        const std::size_t offset = offset_of(mark);
        check_anchor(anchor, offset);
        check_tag(tag == "?", offset);
        if (open_.size() >= static_cast<std::size_t>(limits::tree_depth)) {
            report("E031", offset,
                   "lists and mappings are nested more than " + std::to_string(limits::tree_depth) + " levels deep",
                   "a case needs far fewer levels; is a bracket left open?");
            throw Stop{};
        }
        Open& open = open_.emplace_back();
        open.tree.kind = kind;
        open.tree.place = index_.place(offset, source_);
        open.offset = offset;
        open.flow = style == YAML::EmitterStyle::Flow;
    }

    void close() {
        Tree tree = std::move(open_.back().tree);
        const std::size_t offset = open_.back().offset;
        if (open_.size() == 1) root_in_braces_ = open_.back().flow;
        open_.pop_back();
        add(std::move(tree), offset);
    }

    // Puts a finished value where it belongs; as a key when a mapping waits for one.
    void add(Tree value, std::size_t offset, bool excused = false) {
        if (++nodes_ > limits::tree_nodes) {
            report("E032", offset, "there are more than " + std::to_string(limits::tree_nodes) + " values in this file",
                   "split the file into several");
            throw Stop{};
        }
        if (open_.empty()) {
            root_ = std::move(value);
            if (root_.kind != Tree::Kind::mapping && !excused) refuse_root(offset);
            return;
        }
        Open& open = open_.back();
        if (open.tree.kind == Tree::Kind::list) {
            open.tree.items.push_back(std::move(value));
        } else if (!open.entry) {
            open.keep = !excused && check_key(open, value, offset);
            open.entry = TreeEntry{std::move(value.text), value.place, {}};
            open.entry_offset = offset;
        } else {
            check_indentation(open, value, offset);
            open.entry->value = std::move(value);
            if (open.keep) open.tree.entries.push_back(std::move(*open.entry));
            open.entry.reset();
        }
    }

    void refuse_root(std::size_t offset) {
        report("E021", offset,
               std::string("this file holds ") + (root_.kind == Tree::Kind::list ? "a list" : "one single text") +
                   " instead of a mapping",
               "begin with a line of the form 'name: value'; is a space missing after a colon?");
        throw Stop{};
    }

    bool check_key(Open& open, const Tree& key, std::size_t offset) {
        if (key.kind != Tree::Kind::scalar) {
            report("E029", offset,
                   key.kind == Tree::Kind::missing ? "there is no key here" : "the key of this entry is not a text",
                   "write 'name: value'; put a name in quotes when it is null, ~ or begins with a bracket");
            return false;
        }
        const std::size_t before = offset == 0 ? npos : text_.find_last_not_of(' ', offset - 1);
        if (before != npos && text_[before] == '?') {
            report("E029", before, "a key marked with ? is not used here", "write 'name: value'");
            return false;
        }
        if (key.text == "<<" && !key.quoted) {
            report("E026", offset, "merge keys (<<) are not used here", "write the fields out where they are needed");
            return false;
        }
        const auto [first, fresh] = open.first_lines.emplace(key.text, key.place.line);
        if (!fresh)
            report("E028", offset, "the key '" + key.text + "' is here a second time",
                   "it was first written in line " + std::to_string(first->second));
        return fresh;
    }

    // The parser takes a value below its key for one of its own even when it is not indented deeper. Only the dashes
    // of a list may stand in the column of their key.
    void check_indentation(const Open& open, const Tree& value, std::size_t offset) {
        if (open.flow || value.kind == Tree::Kind::missing || text_.substr(offset, 1) == "-") return;
        const Place key = index_.place(open.entry_offset, source_);
        const Place place = index_.place(offset, source_);
        if (place.line > key.line && place.column <= key.column)
            report("E035", offset, "this value is not indented deeper than its key", "put it in the line of its key");
    }

    void check_anchor(YAML::anchor_t anchor, std::size_t offset) {
        if (anchor != 0)
            report("E024", offset, "anchors (&name) are not used here", "write the value out where it is needed");
    }

    void check_tag(bool plain, std::size_t offset) {
        if (!plain || text_.substr(offset, 1) == "!")
            report("E027", offset, "tags (!name) are not used here", "take the tag away, or put the text in quotes");
    }

    std::size_t last_before(std::size_t offset) const {
        return offset == 0 ? npos : text_.find_last_not_of(" \n", offset - 1);
    }

    // Whether an empty value that the parser found at `offset` has the colon of its key before it. Between braces the
    // parser supplies a missing colon by itself; on the last line of a mapping it then names the key's own place.
    bool follows_colon(const Open& open, std::size_t offset) const {
        if (offset <= open.entry_offset) return false;
        const std::size_t last = last_before(offset);
        return !open.flow || (last != npos && text_[last] == ':');
    }

    // In { x: f(a, b) } the comma ends the value, and 'b)' is left over as a key.
    void refuse_stray(const Open& open) {
        report("E033", open.entry_offset, "'" + open.entry->key + "' has no colon after it",
               open.flow ? "write 'name: value' with a space after the colon; put a text that holds a comma in quotes"
                         : "write 'name: value' with a space after the colon");
    }

    // Those written as they are have been found by the scan; these come from escapes such as "\0".
    void check_characters(std::string_view value, std::size_t offset) {
        const std::optional<std::size_t> found = first_unwanted(value);
        if (!found || !scanned_clean_) return;
        const char32_t code = read_utf8(value, *found).code;
        const bool control = is_control(code);
        report(control ? "E011" : "E012", offset,
               "this text holds the " + std::string(control ? "control" : "hidden") + " character " +
                   code_point_name(code),
               "take it away; only new lines and tabs are allowed besides visible characters");
    }

    void check_comment(std::size_t offset, std::string_view value) {
        if (const std::optional<std::size_t> hash = dropped_words(text_, offset, value))
            report("W500", *hash, "the words from here on are dropped as a comment",
                   "put the text in quotes to keep them, or write '# ' with a space to begin a comment");
    }

    // The first character of a text in quotes or in a block.
    std::size_t content_of(std::size_t offset, std::string_view value) {
        const char sign = offset < text_.size() ? text_[offset] : '\0';
        if (sign == '|' || sign == '>')
            return value.find_first_not_of(" \n") == npos ? offset : block_content(text_, offset);
        if (sign != '"' && sign != '\'') return offset;
        quote_start_ = offset;
        quote_end_ = closing_quote(text_, offset);
        if (quote_end_ != npos) return offset + 1;
        report("E030", offset, "this quotation mark is never closed", "put a quotation mark at the end of the text");
        throw Stop{};
    }

    std::size_t offset_of(const YAML::Mark& mark) const {
        return std::min(static_cast<std::size_t>(std::max(mark.pos, 0)), text_.size());
    }

    std::string_view text_;
    bool scanned_clean_;
    TextIndex index_;
    int source_;
    Diagnostics& diagnostics_;
    std::vector<Open> open_;
    Tree root_;
    bool root_in_braces_ = false;
    bool refused_ = false;
    int documents_ = 0;
    std::size_t nodes_ = 0;
    std::size_t quote_start_ = 0;
    std::size_t quote_end_ = 0;
};

}  // namespace

Tree read_yaml(std::string_view text, int source, Diagnostics& diagnostics) {
    if (text.size() > limits::file_bytes) {
        diagnostics.report("E004", {source, 0, 0},
                           "this is larger than the " + std::to_string(limits::file_bytes) + " bytes allowed");
        return {};
    }
    const std::size_t before = diagnostics.all().size();
    const std::string prepared = prepare_yaml(text);
    if (!scan_yaml(prepared, source, diagnostics)) return {};
    const bool scanned_clean = diagnostics.all().size() == before;

    TreeBuilder builder(prepared, scanned_clean, source, diagnostics);
    try {
        std::istringstream input(prepared);
        YAML::Parser parser(input);
        while (parser.HandleNextDocument(builder)) {
        }
    } catch (const Stop&) {
        return {};
    } catch (const YAML::Exception& failure) {
        builder.explain(failure.msg, failure.mark.pos);
    } catch (const std::exception& failure) {
        builder.explain(failure.what(), 0);
    }
    return scanned_clean && !builder.refused() ? builder.take() : Tree{};
}

}  // namespace ntk
