#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/report/schemas.h"
#include "engine/text/tree.h"

namespace ntk {

// The codes of what is said about a tree that is read as a file of one kind; each once, in order.
std::vector<std::string> codes_of(std::string_view kind, const Tree& tree);

// A document as the program writes it, and how many of its slips are looked at.
struct DocumentSample {
    std::string name;
    std::string text;
    int one_in = 1;
};

// At least one of each kind.
std::vector<DocumentSample> document_samples();

// A document as a tree. Other than for our readers, null is nothing.
Tree tree_of(const DocumentSample& sample);

// The kind of a document that the program wrote, by what it says under `schema`; null when it is none.
const DocumentKind* document_of(const Tree& tree);

// Of which kind a file is, by its name and its first key; null when it is none that a schema is for.
const SchemaKind* kind_of(std::string_view file_name, const Tree& tree);

// A tree as JSON, as an editor's YAML reader sees it: 3 is a number, true a truth value, nothing is null.
std::string as_json(const Tree& tree);

// Every tree that differs from this one in one place: a field more, a field less, or another sort of value. `take` is
// called for one in `one_in` of them, always the same ones.
void each_slip(const Tree& tree, int one_in, const std::function<void(const Tree&, const std::string& what)>& take);

}  // namespace ntk
