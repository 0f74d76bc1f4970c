#include <cstddef>
#include <cstdint>
#include <string_view>

#include "engine/host/yaml_reader.h"
#include "tests/fuzz/tree_check.h"

// Any bytes at all may stand in a scenario file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    ntk::check_reader(ntk::read_yaml, std::string_view(reinterpret_cast<const char*>(data), size));
    return 0;
}
