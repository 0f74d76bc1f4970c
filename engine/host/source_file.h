#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/host/result.h"
#include "engine/text/diagnostic.h"
#include "engine/text/tree.h"

namespace ntk {

// Whether an id can be a file's name: ids come from files that anybody may have written, and must not lead out of a
// folder.
bool is_file_name(std::string_view id);

// The bytes of a file. Refuses what is missing, a folder, not an ordinary file, unreadable or over limits::file_bytes.
Result<std::string> read_file(const std::filesystem::path& path);

// Puts bytes into a file so that a crash or power cut leaves either the old file or the new one, whole. Unless other
// rights are given, only the person who runs the program may read it: what a learner wrote is theirs. `last_look` is
// asked as late as can be whether the new file may take its place; what it refuses leaves everything as it was.
Result<void> write_file_atomically(const std::filesystem::path& path, std::string_view bytes, unsigned rights = 0600,
                                   const std::function<Result<void>()>& last_look = {});

// Reads an authored file, YAML or JSON by its extension, and registers it as a source under the path as given. File
// problems are reported as E001 to E005; after any error the tree is missing.
Tree read_tree_file(const std::filesystem::path& path, Diagnostics& diagnostics);

// The same, for somebody who needs no more than these entries of the outermost mapping of a YAML file: what was read
// before comes quickly, without the rest. Who needs other entries names another `kind`.
Tree read_tree_part(const std::filesystem::path& path, std::string_view kind, const std::vector<std::string>& keys,
                    Diagnostics& diagnostics);

}  // namespace ntk
