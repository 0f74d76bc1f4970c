#include <cstddef>
#include <cstdint>
#include <string_view>

#include "engine/text/json_reader.h"
#include "tests/fuzz/tree_check.h"

// Any bytes at all may stand in a packed scenario or a decision log.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    ntk::check_reader(ntk::read_json, std::string_view(reinterpret_cast<const char*>(data), size));
    return 0;
}
