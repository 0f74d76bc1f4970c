#pragma once

#include <string>
#include <string_view>

#include "engine/text/json.h"
#include "engine/text/shape.h"

namespace ntk {

// JSON Schema (draft 2020-12) for files whose top is a mapping with these fields. `id` is its $id, `title` and
// `describes` are for people. Whatever a table of fields says is in it; what takes more than shape (which names exist,
// whether a story ends) is left to the reader.
Json json_schema(const FieldTable& file, std::string_view id, std::string_view title, std::string_view describes);

}  // namespace ntk
