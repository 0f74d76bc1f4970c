#include "engine/host/store/name_list.h"

#include <algorithm>
#include <system_error>

#include "engine/host/source_file.h"
#include "engine/host/store/random_id.h"

namespace ntk {

Result<std::vector<NamedLearner>> read_names(const std::filesystem::path& path) {
    std::error_code error;
    std::vector<NamedLearner> names;
    if (!std::filesystem::exists(path, error)) return names;
    const auto bytes = read_file(path);
    if (!bytes) return tl::unexpected(bytes.error());
    int number = 0;
    for (std::size_t from = 0; from < bytes->size();) {
        const std::size_t end = std::min(bytes->find('\n', from), bytes->size());
        const std::string line = bytes->substr(from, end - from);
        from = end + 1;
        ++number;
        const std::size_t comma = line.find(',');
        const auto refuse = [&](const std::string& why) {
            return tl::unexpected(Problem{path.string() + ":" + std::to_string(number) + ": " + why,
                                          "each line holds a pseudonym, a comma and a name"});
        };
        if (line.empty()) continue;
        if (comma == std::string::npos || !is_random_id(line.substr(0, comma), "p-"))
            return refuse("this line does not begin with a pseudonym and a comma");
        NamedLearner one{line.substr(0, comma), line.substr(comma + 1)};
        if (std::any_of(names.begin(), names.end(),
                        [&](const NamedLearner& other) { return other.learner == one.learner; }))
            return refuse("this pseudonym has a name already");
        names.push_back(std::move(one));
    }
    return names;
}

Result<void> write_names(const std::filesystem::path& path, const std::vector<NamedLearner>& names) {
    std::string text;
    for (const NamedLearner& one : names) {
        if (one.name.empty() || one.name.find('\n') != std::string::npos)
            return tl::unexpected(Problem{path.string() + ": a name has one line", {}});
        text += one.learner + "," + one.name + "\n";
    }
    return write_file_atomically(path, text);
}

}  // namespace ntk
