#pragma once

#include <filesystem>
#include <set>
#include <string>

namespace ntk {

// Dates and sizes of everything in these folders, to see without reading whether anything may have changed.
std::string stamps_of(const std::set<std::filesystem::path>& folders);

}  // namespace ntk
