#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/diagnostic.h"
#include "engine/text/shape.h"
#include "engine/text/tree.h"

namespace ntk {

// Strict access to one mapping: every field is asked for by name, and finish() refuses all others. With a table, the
// fields are those of the table, which JSON Schema is written from as well, and a debug build holds every question to
// it: no field that is not in it, and none asked for as something else.
class Fields {
  public:
    // `what` names the mapping in messages: "the item 'letter'". A tree that is not a mapping is reported once (E110).
    Fields(const Tree& tree, std::string what, Diagnostics& diagnostics);
    Fields(const Tree& tree, std::string what, Diagnostics& diagnostics, const FieldTable& table);

    // Each of these marks the key as known. require_* reports E111 when the key is absent.
    const Tree* find(std::string_view key);
    const Tree* require(std::string_view key);
    std::string text(std::string_view key, std::string fallback = {});
    std::string require_text(std::string_view key);
    bool flag(std::string_view key, bool fallback);  // plain true or false only (E113)
    std::int64_t number(std::string_view key, std::int64_t fallback, std::int64_t least, std::int64_t most);  // E114
    std::int64_t number(std::string_view key, std::int64_t fallback);  // the bounds are those of the table
    // The position among the choices of the table; "a {what}" in the refusal (E117).
    std::optional<int> choice(std::string_view key, std::string_view what);
    std::vector<std::string> names(std::string_view key);         // a list of scalars, or one scalar
    std::vector<Place> places(std::string_view key) const;        // of those names
    std::vector<const Tree*> list(std::string_view key);          // the items of a list (E112 when it is not one)
    std::vector<const TreeEntry*> entries(std::string_view key);  // the entries of a mapping (E110 when it is not one)

    const Tree& tree() const { return tree_; }
    const std::string& what() const { return what_; }
    Place place() const { return tree_.place; }

    // Reports every key that is not in the table, or without one that nobody asked for (E115, with "did you mean" among
    // the known keys). Call once, last.
    void finish();

  private:
    const FieldRow* row(std::string_view key) const;
    std::optional<std::string> text_of(const Tree& tree, std::string_view key);
    std::optional<std::string> read_string(const Tree& tree, const std::string& what);

    const Tree& tree_;
    std::string what_;
    Diagnostics& diagnostics_;
    const FieldTable* table_ = nullptr;
    std::vector<std::string> known_;  // without a table: the fields asked for
};

// Scalar readers shared by all readers; each reports and returns nothing when the tree is of another kind.
std::optional<std::string> read_text(const Tree& tree, std::string_view what, Diagnostics& diagnostics);  // E116
std::optional<bool> read_flag(const Tree& tree, std::string_view what, Diagnostics& diagnostics);         // E113
std::optional<std::int64_t> read_number(const Tree& tree, std::string_view what, std::int64_t least, std::int64_t most,
                                        Diagnostics& diagnostics);  // E114
// The position of `text` in `allowed`; otherwise reports E117 "'{text}' is not a {what}" with "did you mean".
std::optional<int> read_choice(const Tree& tree, std::string_view what, const std::vector<std::string>& allowed,
                               Diagnostics& diagnostics);

// The table that applies to a mapping: another one takes over when the mapping has the key that it names.
const FieldTable& table_of(const Tree& tree, const FieldTable& table);

// " did you mean 'x'?" when a candidate is close enough or begins or ends with the words written, otherwise empty; for
// hints.
std::string did_you_mean(std::string_view written, const std::vector<std::string>& candidates);

// "known here: a, b, c": what might have been written, in its order; for hints.
std::string known_here(const std::vector<std::string>& names);

}  // namespace ntk
