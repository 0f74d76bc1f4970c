#pragma once

#include <string>
#include <vector>

#include "engine/language/expression.h"
#include "engine/language/store.h"
#include "engine/rules/judge.h"
#include "engine/text/diagnostic.h"

namespace ntk {

// Extra words a template may use beside the variables of its norm.
struct ExplainWords {
    std::string deadline;  // {deadline}
    std::string failed;    // {failed}: the bindings that fell short; before any did, those it was asked for
    std::string missing;   // {missing}: what was wanted and not done
    std::string credit;    // {credit}
};

// Fills the slots of an explanation: {child}, {harm}, {need}, {deadline}, {failed}, {missing}, a variable {d}, or a
// field of one {d.items}. A slot that comes out empty falls back on a general word, so that no sentence has a hole.
std::string fill(const std::string& text, const std::vector<Variable>& variables, const Frame& frame,
                 const Store& store, const Names& names, const ExplainWords& words);

// Reports every slot of a template that can never be filled (E421).
void check_slots(const std::string& norm, const std::string& text, const std::vector<Variable>& variables, Place place,
                 Diagnostics& diagnostics);

// Names of a set of entities or enum values, joined: "Beth, Callum and Ron".
std::string join_names(Bits members, Type set, const Store& store, const Names& names);

// A fact and its value in words, as it stands.
FactShown show_fact(const FactRead& read, const Store& store, const Names& names);

// The words for an enum value: "children's social care", "worry about data protection".
std::string value_words(int enum_index, std::int64_t value);

}  // namespace ntk
