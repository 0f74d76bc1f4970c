#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "engine/host/yaml_reader.h"
#include "engine/rules/pack_tests.h"
#include "engine/rules/rule_book.h"

// Whatever stands in a rule pack, reading it ends with a rule book or with at least one error, never with both; and the
// tests it may carry can be run against it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    ntk::Diagnostics diagnostics;
    const int source = diagnostics.add_source("pack.yaml", text);
    const ntk::Tree tree = ntk::read_yaml(text, source, diagnostics);
    if (diagnostics.has_errors()) return 0;
    const auto rules = ntk::read_rule_book({&tree}, "2024-09-01", diagnostics);
    if ((rules == nullptr) != diagnostics.has_errors()) std::abort();
    if (rules != nullptr) ntk::run_pack_tests(tree, rules, diagnostics);
    diagnostics.render();
    return 0;
}
