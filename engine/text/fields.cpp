#include "engine/text/fields.h"

#include <algorithm>
#include <cassert>
#include <limits>

namespace ntk {

namespace {

std::string_view kind_name(Tree::Kind kind) {
    switch (kind) {
        case Tree::Kind::missing: return "left empty";
        case Tree::Kind::scalar: return "a text";
        case Tree::Kind::list: return "a list";
        case Tree::Kind::mapping: return "a mapping";
    }
    return "left empty";
}

// What stands in place of what was wanted: "'maybe'", "the quoted text '3'", "a list", "left empty".
std::string written_as(const Tree& tree) {
    if (tree.kind != Tree::Kind::scalar) return std::string(kind_name(tree.kind));
    return (tree.quoted ? "the quoted text '" : "'") + tree.text + "'";
}

bool blank(std::string_view text) { return text.find_first_not_of(" \t\n") == std::string_view::npos; }

// Digits with an optional minus, written the one canonical way: no leading zero, no plus sign, no point.
std::optional<std::int64_t> canonical_integer(std::string_view text) {
    const bool negative = text.starts_with('-');
    const std::string_view digits = text.substr(negative ? 1 : 0);
    if (digits.empty() || digits.size() > 18 || (digits[0] == '0' && text != "0")) return std::nullopt;
    std::int64_t value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return negative ? -value : value;
}

std::string range(std::int64_t least, std::int64_t most) {
    const bool bounded_below = least != std::numeric_limits<std::int64_t>::min();
    const bool bounded_above = most != std::numeric_limits<std::int64_t>::max();
    if (bounded_below && bounded_above) return " from " + std::to_string(least) + " to " + std::to_string(most);
    if (bounded_below) return " of at least " + std::to_string(least);
    if (bounded_above) return " of at most " + std::to_string(most);
    return {};
}

std::string field_of(std::string_view key, const std::string& what) { return "'" + std::string(key) + "' of " + what; }

void refuse_mapping(const Tree& tree, const std::string& what, Diagnostics& diagnostics) {
    diagnostics.report("E110", tree.place, what + " must be a mapping, but is " + std::string(kind_name(tree.kind)),
                       "write lines of the form 'name: value', or { name: value }");
}

}  // namespace

const FieldTable& table_of(const Tree& tree, const FieldTable& table) {
    for (const FieldTable::Instead& other : table.instead) {
        const Tree* found = tree.find(other.key);
        if (found == nullptr) continue;
        if (other.value.empty() || (found->kind == Tree::Kind::scalar && found->text == other.value))
            return other.table();
    }
    return table;
}

Fields::Fields(const Tree& tree, std::string what, Diagnostics& diagnostics)
    : tree_(tree), what_(std::move(what)), diagnostics_(diagnostics) {
    if (tree.kind != Tree::Kind::mapping) refuse_mapping(tree, what_, diagnostics);
}

Fields::Fields(const Tree& tree, std::string what, Diagnostics& diagnostics, const FieldTable& table)
    : Fields(tree, std::move(what), diagnostics) {
    table_ = &table_of(tree, table);
}

const FieldRow* Fields::row(std::string_view key) const { return table_ == nullptr ? nullptr : table_->find(key); }

const Tree* Fields::find(std::string_view key) {
    if (table_ != nullptr) {
        assert(row(key) != nullptr);
        return tree_.find(key);
    }
    if (std::find(known_.begin(), known_.end(), key) == known_.end()) known_.emplace_back(key);
    return tree_.find(key);
}

const Tree* Fields::require(std::string_view key) {
    const Tree* found = find(key);
    assert(table_ == nullptr || row(key)->required);
    // A tree that is no mapping at all has been reported already.
    if (found == nullptr && tree_.kind == Tree::Kind::mapping)
        diagnostics_.report("E111", tree_.place, what_ + " has no '" + std::string(key) + "'",
                            "add a line '" + std::string(key) + ": ...'");
    return found;
}

std::optional<std::string> Fields::text_of(const Tree& tree, std::string_view key) {
    const FieldRow* wanted = row(key);
    const bool strict = wanted != nullptr && wanted->shape.quoted;
    return strict ? read_string(tree, field_of(key, what_)) : read_text(tree, field_of(key, what_), diagnostics_);
}

std::optional<std::string> Fields::read_string(const Tree& tree, const std::string& what) {
    if (tree.kind != Tree::Kind::scalar || tree.quoted) return read_text(tree, what, diagnostics_);
    diagnostics_.report("E116", tree.place, what + " must be a text, but is " + written_as(tree) + " without quotes",
                        "programs write every text in quotes");
    return std::nullopt;
}

std::string Fields::text(std::string_view key, std::string fallback) {
    const Tree* found = find(key);
    if (found == nullptr) return fallback;
    return text_of(*found, key).value_or(std::move(fallback));
}

std::string Fields::require_text(std::string_view key) {
    const Tree* found = require(key);
    if (found == nullptr) return {};
    const std::optional<std::string> text = text_of(*found, key);
    if (text && blank(*text)) diagnostics_.report("E116", found->place, field_of(key, what_) + " is left empty");
    return text.value_or("");
}

bool Fields::flag(std::string_view key, bool fallback) {
    const Tree* found = find(key);
    assert(table_ == nullptr || row(key)->shape.kind == Shape::Kind::flag);
    if (found == nullptr) return fallback;
    return read_flag(*found, field_of(key, what_), diagnostics_).value_or(fallback);
}

std::int64_t Fields::number(std::string_view key, std::int64_t fallback, std::int64_t least, std::int64_t most) {
    const Tree* found = find(key);
    if (found == nullptr) return fallback;
    return read_number(*found, field_of(key, what_), least, most, diagnostics_).value_or(fallback);
}

std::int64_t Fields::number(std::string_view key, std::int64_t fallback) {
    const FieldRow* wanted = row(key);
    assert(wanted != nullptr && wanted->shape.kind == Shape::Kind::number);
    return number(key, fallback, wanted->shape.least, wanted->shape.most);
}

std::optional<int> Fields::choice(std::string_view key, std::string_view what) {
    const FieldRow* wanted = row(key);
    assert(wanted != nullptr && wanted->shape.kind == Shape::Kind::choice);
    const Tree* found = wanted->required ? require(key) : find(key);
    return found == nullptr ? std::nullopt : read_choice(*found, what, wanted->shape.values, diagnostics_);
}

std::vector<std::string> Fields::names(std::string_view key) {
    const Tree* found = find(key);
    std::vector<std::string> names;
    if (found == nullptr) return names;
    const FieldRow* wanted = row(key);
    const bool strict = wanted != nullptr && wanted->shape.kind == Shape::Kind::list && wanted->shape.parts[0].quoted;
    if (found->kind == Tree::Kind::scalar && !strict) return {found->text};
    for (const Tree* item : list(key)) {
        const std::string what = "an entry of " + field_of(key, what_);
        if (std::optional<std::string> name = strict ? read_string(*item, what) : read_text(*item, what, diagnostics_))
            names.push_back(std::move(*name));
    }
    return names;
}

std::vector<Place> Fields::places(std::string_view key) const {
    const Tree* found = tree_.find(key);
    if (found == nullptr) return {};
    if (found->kind == Tree::Kind::scalar) return {found->place};
    std::vector<Place> places;
    for (const Tree& item : found->items) places.push_back(item.place);
    return places;
}

std::vector<const Tree*> Fields::list(std::string_view key) {
    const Tree* found = find(key);
    std::vector<const Tree*> items;
    if (found == nullptr) return items;
    if (found->kind != Tree::Kind::list)
        diagnostics_.report("E112", found->place,
                            field_of(key, what_) + " must be a list, but is " + std::string(kind_name(found->kind)),
                            "write [ first, second ], or one line with '- ' for each entry");
    for (const Tree& item : found->items) items.push_back(&item);
    return items;
}

std::vector<const TreeEntry*> Fields::entries(std::string_view key) {
    const Tree* found = find(key);
    std::vector<const TreeEntry*> entries;
    if (found == nullptr) return entries;
    if (found->kind != Tree::Kind::mapping) refuse_mapping(*found, field_of(key, what_), diagnostics_);
    for (const TreeEntry& entry : found->entries) entries.push_back(&entry);
    return entries;
}

void Fields::finish() {
    for (const TreeEntry& entry : tree_.entries) {
        if (table_ != nullptr && table_->find(entry.key) != nullptr) continue;
        if (table_ != nullptr && known_.empty())
            for (const FieldRow& known : table_->rows) known_.push_back(known.name);
        if (std::find(known_.begin(), known_.end(), entry.key) != known_.end()) continue;
        std::string hint = did_you_mean(entry.key, known_);
        if (hint.empty()) hint = known_.empty() ? "no fields are known here" : known_here(known_);
        diagnostics_.report("E115", entry.key_place, what_ + " has no field named '" + entry.key + "'",
                            std::move(hint));
    }
}

std::optional<std::string> read_text(const Tree& tree, std::string_view what, Diagnostics& diagnostics) {
    if (tree.kind == Tree::Kind::scalar) return tree.text;
    const bool missing = tree.kind == Tree::Kind::missing;
    diagnostics.report("E116", tree.place,
                       std::string(what) + (missing ? " is left empty" : " must be a text, but is ") +
                           (missing ? std::string() : std::string(kind_name(tree.kind))),
                       missing
                           ? "write a value, or leave the field out; the words null and ~ count as empty unless quoted"
                           : "write one text; put it in quotes when it holds brackets, braces or ': '");
    return std::nullopt;
}

std::optional<bool> read_flag(const Tree& tree, std::string_view what, Diagnostics& diagnostics) {
    const bool plain = tree.kind == Tree::Kind::scalar && !tree.quoted;
    if (plain && tree.text == "true") return true;
    if (plain && tree.text == "false") return false;
    diagnostics.report("E113", tree.place, std::string(what) + " must be true or false, but is " + written_as(tree),
                       "write true or false, in small letters and without quotes");
    return std::nullopt;
}

std::optional<std::int64_t> read_number(const Tree& tree, std::string_view what, std::int64_t least, std::int64_t most,
                                        Diagnostics& diagnostics) {
    if (tree.kind == Tree::Kind::scalar && !tree.quoted) {
        const std::optional<std::int64_t> value = canonical_integer(tree.text);
        if (value && *value >= least && *value <= most) return value;
    }
    diagnostics.report(
        "E114", tree.place,
        std::string(what) + " must be a whole number" + range(least, most) + ", but is " + written_as(tree),
        "write digits only: no quotes, no point, no leading zero");
    return std::nullopt;
}

std::optional<int> read_choice(const Tree& tree, std::string_view what, const std::vector<std::string>& allowed,
                               Diagnostics& diagnostics) {
    const std::optional<std::string> text = read_text(tree, "the " + std::string(what), diagnostics);
    if (!text) return std::nullopt;
    const auto found = std::find(allowed.begin(), allowed.end(), *text);
    if (found != allowed.end()) return static_cast<int>(found - allowed.begin());
    std::string hint = did_you_mean(*text, allowed);
    if (hint.empty() && !allowed.empty()) hint = known_here(allowed);
    const bool vowel = !what.empty() && std::string_view("aeiou").find(what[0]) != std::string_view::npos;
    diagnostics.report("E117", tree.place, "'" + *text + "' is not " + (vowel ? "an " : "a ") + std::string(what),
                       std::move(hint));
    return std::nullopt;
}

}  // namespace ntk
