#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "engine/host/result.h"

namespace ntk {

// Who has which pseudonym: a file of its own that an assessor keeps, never a part of a store. One line to each:
// pseudonym, comma, name.
struct NamedLearner {
    std::string learner, name;
};

// Reads a list; one that is not there is empty. Refuses lines of another form and a pseudonym with two names.
Result<std::vector<NamedLearner>> read_names(const std::filesystem::path& path);

// Writes a list, whole or not at all, for its owner's eyes only.
Result<void> write_names(const std::filesystem::path& path, const std::vector<NamedLearner>& names);

}  // namespace ntk
