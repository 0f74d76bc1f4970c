#include "engine/report/cited_sources.h"

#include <algorithm>

namespace ntk {

std::string CitedSources::cite(const std::vector<std::string>& citations) {
    std::string lines;
    for (const std::string& citation : citations) {
        if (!lines.empty()) lines += "\n";
        const std::size_t open = citation.find(" (");
        if (open == std::string::npos || citation.back() != ')') {
            lines += citation;
            continue;
        }
        const std::string source = citation.substr(open + 2, citation.size() - open - 3);
        auto found = std::find(sources_.begin(), sources_.end(), source);
        if (found == sources_.end()) found = sources_.insert(found, source);
        lines += citation.substr(0, open) + " [" + std::to_string(found - sources_.begin() + 1) + "]";
    }
    return lines;
}

std::vector<std::string> CitedSources::lines() const {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < sources_.size(); ++i) lines.push_back("[" + std::to_string(i + 1) + "] " + sources_[i]);
    return lines;
}

}  // namespace ntk
