#include "engine/host/yaml_reader.h"

#include <yaml.h>

#include <algorithm>
#include <map>
#include <new>
#include <optional>
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

bool is_null(std::string_view text) {
    return text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL";
}

// Builds the tree from the parser's events and refuses what has more than one reading.
class TreeBuilder {
  public:
    TreeBuilder(std::string_view text, bool scanned_clean, int source, Diagnostics& diagnostics)
        : text_(text), scanned_clean_(scanned_clean), index_(text), source_(source), diagnostics_(diagnostics) {}

    Tree take() { return std::move(root_); }
    bool refused() const { return refused_; }

    void report(std::string_view code, std::size_t offset, std::string message, std::string hint) {
        refused_ = refused_ || code.starts_with('E');
        diagnostics_.report(code, index_.place(offset, source_), std::move(message), std::move(hint));
    }

    void take(const yaml_event_t& event) {
        const std::size_t offset = offset_of(event.start_mark);
        switch (event.type) {
            case YAML_ALIAS_EVENT: take_alias(offset); break;
            case YAML_SCALAR_EVENT: take_scalar(event, offset); break;
            case YAML_SEQUENCE_START_EVENT: {
                const auto& start = event.data.sequence_start;
                check_properties(start.anchor, start.tag, offset);
                open(Tree::Kind::list, offset, start.style == YAML_FLOW_SEQUENCE_STYLE);
                break;
            }
            case YAML_MAPPING_START_EVENT: {
                const auto& start = event.data.mapping_start;
                check_properties(start.anchor, start.tag, offset);
                open(Tree::Kind::mapping, offset, start.style == YAML_FLOW_MAPPING_STYLE);
                break;
            }
            case YAML_SEQUENCE_END_EVENT:
            case YAML_MAPPING_END_EVENT: close(); break;
            case YAML_DOCUMENT_END_EVENT:
                if (root_offset_) refuse_root(root_.kind, *root_offset_);
                break;
            default: break;
        }
    }

    void explain(const yaml_parser_t& parser) {
        YamlFailure failure;
        failure.problem = parser.problem == nullptr ? "" : parser.problem;
        failure.offset = parser.error == YAML_READER_ERROR ? parser.problem_offset : offset_of(parser.problem_mark);
        failure.context = offset_of(parser.context_mark);
        failure.quote_start = quote_start_;
        failure.quote_end = quote_end_;
        failure.after_braces = root_in_braces_;
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

    void take_alias(std::size_t offset) {
        report("E025", offset, "aliases (*name) are not used here", "write the value out where it is needed");
        Tree tree;
        tree.place = index_.place(offset, source_);
        add(std::move(tree), offset, true);
    }

    void take_scalar(const yaml_event_t& event, std::size_t offset) {
        const auto& scalar = event.data.scalar;
        const std::string_view value(reinterpret_cast<const char*>(scalar.value), scalar.length);
        check_properties(scalar.anchor, scalar.tag, offset);
        const bool plain = scalar.style == YAML_PLAIN_SCALAR_STYLE;
        if (plain && is_null(value)) return take_nothing(offset);
        Tree tree;
        tree.kind = Tree::Kind::scalar;
        tree.text = value;
        tree.quoted = !plain;
        tree.place = index_.place(plain ? offset : content_of(event, offset, value), source_);
        if (plain) check_comment(offset, value);
        check_characters(value, offset);
        add(std::move(tree), offset);
    }

    // An empty value, or a word for one.
    void take_nothing(std::size_t offset) {
        Tree tree;
        tree.place = index_.place(offset, source_);
        if (!open_.empty() && open_.back().entry) {
            tree.place = open_.back().entry->key_place;
            if (!follows_colon(open_.back(), offset)) refuse_stray(open_.back());
        } else if (!open_.empty() && open_.back().tree.kind == Tree::Kind::list) {
            // The parser names the spot after an empty entry; its author looks for the dash.
            if (offset > 0 && text_[offset - 1] == '-') tree.place = index_.place(offset - 1, source_);
        }
        add(std::move(tree), offset);
    }

    void open(Tree::Kind kind, std::size_t offset, bool flow) {
        if (open_.empty() && kind == Tree::Kind::list) refuse_root(kind, offset);
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
        open.flow = flow;
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
            if (root_.kind != Tree::Kind::mapping && !excused)
                root_offset_ = offset;  // unless what follows explains it
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

    void refuse_root(Tree::Kind kind, std::size_t offset) {
        report("E021", offset,
               std::string("this file holds ") + (kind == Tree::Kind::list ? "a list" : "one single text") +
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

    void check_properties(const yaml_char_t* anchor, const yaml_char_t* tag, std::size_t offset) {
        if (anchor != nullptr)
            report("E024", offset, "anchors (&name) are not used here", "write the value out where it is needed");
        if (tag != nullptr)
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
    std::size_t content_of(const yaml_event_t& event, std::size_t offset, std::string_view value) {
        const yaml_scalar_style_t style = event.data.scalar.style;
        if (style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE)
            return value.find_first_not_of(" \n") == npos ? offset : block_content(text_, offset);
        quote_start_ = offset;
        quote_end_ = offset_of(event.end_mark) - 1;
        return offset + 1;
    }

    // The parser counts characters.
    std::size_t offset_of(const yaml_mark_t& mark) const { return index_.offset_of_character(mark.index); }

    std::string_view text_;
    bool scanned_clean_;
    TextIndex index_;
    int source_;
    Diagnostics& diagnostics_;
    std::vector<Open> open_;
    Tree root_;
    std::optional<std::size_t> root_offset_;  // of a text where a mapping should be
    bool root_in_braces_ = false;
    bool refused_ = false;
    std::size_t nodes_ = 0;
    std::size_t quote_start_ = 0;
    std::size_t quote_end_ = 0;
};

// The parser of libyaml, one event after the other.
class Parser {
  public:
    explicit Parser(std::string_view text) {
        if (yaml_parser_initialize(&parser_) == 0) throw std::bad_alloc();
        yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;
    ~Parser() {
        yaml_event_delete(&event_);
        yaml_parser_delete(&parser_);
    }

    // Whether there was another event; not after the last one, nor where the text cannot be understood.
    bool next() {
        if (event_.type == YAML_STREAM_END_EVENT) return false;
        yaml_event_delete(&event_);
        return yaml_parser_parse(&parser_, &event_) != 0;
    }
    const yaml_event_t& event() const { return event_; }
    bool failed() const { return parser_.error != YAML_NO_ERROR; }
    const yaml_parser_t& state() const { return parser_; }

  private:
    yaml_parser_t parser_{};
    yaml_event_t event_{};
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
    Parser parser(prepared);
    try {
        while (parser.next()) builder.take(parser.event());
    } catch (const Stop&) {
        return {};
    }
    if (parser.failed()) builder.explain(parser.state());
    return scanned_clean && !builder.refused() ? builder.take() : Tree{};
}

}  // namespace ntk
