#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "engine/host/result.h"

namespace ntk {

// A file to be made.
struct NewFile {
    std::string name;  // inside the folder
    std::string bytes;
};

// Makes files in a folder, all of them or none, and never in the place of anything that is there. The folder is made
// when only its last part is missing. Others may read the files as far as the person's own settings allow.
Result<void> write_new_files(const std::filesystem::path& folder, const std::vector<NewFile>& files);

// Today where the program runs, as authors write it: "2026-11-22".
std::string today();

}  // namespace ntk
