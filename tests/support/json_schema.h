#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace ntk {

// Checks a value against the parts of JSON Schema that our own schemas use (type, const, enum, pattern, minimum,
// maximum, properties, required, additionalProperties, items, $ref to $defs); a keyword it does not know is a finding,
// so that no schema goes unchecked. Returns one line for each finding.
std::string schema_findings(const nlohmann::json& value, const nlohmann::json& schema);

}  // namespace ntk
