#pragma once

#include <string_view>
#include <vector>

namespace ntk {

// One row per diagnostic code: the code, and in a few words what it refuses.
// Ranges: E0xx files, YAML and JSON; E1xx shape of mappings and expressions; E2xx types; E3xx names; E4xx norm and
// score logic; W5xx lint; E6xx scenarios, forms and jigsaws; E67x and W67x translations; E70x and W7xx decision logs;
// E72x sealed reports; E73x results; E74x stores; E75x results that are gathered.
struct CodeInfo {
    std::string_view code;
    std::string_view title;
    std::string_view why = {};  // of a lint: what it costs learners, and where its measure comes from
};

// All codes, in order. tests/bad holds an example and its exact text for every one of them.
const std::vector<CodeInfo>& all_codes();

}  // namespace ntk
