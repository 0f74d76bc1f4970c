#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "engine/host/yaml_format.h"

// Whatever reads is formatted or left alone; what comes out must come out again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    ntk::Diagnostics diagnostics;
    const ntk::FormattedYaml once =
        ntk::format_yaml(text, diagnostics.add_source("fuzz", std::string(text)), diagnostics);
    if (once.text.empty()) {
        if (once.why.empty() != diagnostics.has_errors()) std::abort();
        return 0;
    }
    const ntk::FormattedYaml twice = ntk::format_yaml(once.text, 0, diagnostics);
    if (twice.text != once.text) std::abort();
    return 0;
}
