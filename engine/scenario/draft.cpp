#include "engine/scenario/draft.h"

#include <algorithm>

#include "engine/casework/clock.h"

namespace ntk {

int Draft::node_named(const std::string& id) const {
    const auto found = node_indices.find(id);
    return found == node_indices.end() ? -1 : found->second;
}

Place Draft::place_of(const std::string& entity) const {
    const auto found = places.find(entity);
    return found == places.end() ? Place{} : found->second;
}

bool Draft::check_id(std::string_view id, std::string_view what, Place place) {
    const bool good = !id.empty() && id.size() <= 64 && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    });
    if (!good)
        report("E601", place, "'" + std::string(id) + "' cannot name " + std::string(what),
               "use up to 64 letters, digits, - and _");
    return good;
}

bool Draft::check_time(std::string_view written, Place place) {
    if (read_moment(written) || read_later(written, 0)) return true;
    report("E611", place, "'" + std::string(written) + "' is not a time",
           "write \"w2 Mon 14:30\", or from the scene before: \"+1d 09:30\", \"+2h\" or \"next Fri 09:00\"");
    return false;
}

}  // namespace ntk
