#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "engine/host/seal.h"
#include "engine/report/sealed_report.h"

using namespace ntk;

// What a stranger may hand an assessor: a signature, a public key, a report's head.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    Diagnostics diagnostics;
    const int source = diagnostics.add_source("input", std::string(bytes));
    const auto key = read_public_key(bytes, source, diagnostics);
    const auto comment = check_signature(bytes, "the report", bytes, source, key.value_or(PublicKey()), diagnostics);
    if (comment) std::abort();  // nothing signs itself
    const auto head = read_report_head(bytes, source, diagnostics);
    if (head && seal_comment(bytes, *head).find('\n') != std::string::npos) std::abort();
    diagnostics.render();
    return 0;
}
