#pragma once

#include <string>
#include <vector>

#include "engine/text/json.h"
#include "engine/text/shape.h"

namespace ntk {

// What a document that a program is about to write has otherwise than its table says: a field that no row names, one
// that is needed and missing, a value of another sort or out of bounds. One line each, with the way to it. Patterns of
// texts are left to JSON Schema.
std::vector<std::string> json_misfits(const Json& document, const FieldTable& table);

// The document as its table knows it. Writers give back nothing else, so no field can leave that its JSON Schema does
// not have: a debug build stops at a misfit, and any build leaves unknown fields out.
Json by_table(Json document, const FieldTable& table);

}  // namespace ntk
