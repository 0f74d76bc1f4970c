#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/casework/reader.h"
#include "engine/language/expression.h"
#include "engine/scenario/scenario.h"
#include "engine/text/diagnostic.h"
#include "engine/text/fields.h"

namespace ntk {

// One way from a scene to the next, or to the end (`to` is -1), where it is written.
struct Jump {
    int from = -1;
    int to = -1;
    std::string arrive;  // overrides the next scene's time
    Place place;
};

// A scenario while it is being read, with what only the checks need to know.
struct Draft {
    Scenario& scenario;
    CaseReader& cases;
    Diagnostics& diagnostics;
    std::vector<std::string> node_ids = {};  // known before any scene is read, so that scenes may point forward
    std::map<std::string, int> node_indices = {};
    std::optional<Scope> scope = {};  // what conditions may name, once all entities are read
    std::vector<Jump> jumps = {};
    std::vector<Place> at_places = {};         // by scene
    std::map<std::string, Place> places = {};  // where each person, item and so on is described
    bool all_targets_known = true;             // otherwise nothing can be said about which scenes are reached

    void report(std::string_view code, Place place, std::string message, std::string hint = {}) {
        diagnostics.report(code, place, std::move(message), std::move(hint));
    }
    // The scene's index, or -1.
    int node_named(const std::string& id) const;
    // "did you mean 'x'?" when one of the names that `known` returns is like what was written, otherwise the other
    // hint.
    template <class Names>
    std::string hint(std::string_view written, Names&& known, std::string otherwise) const {
        constexpr std::size_t most = 200;  // nobody reads so many findings, and each hint costs time
        std::string like = diagnostics.all().size() > most ? std::string() : did_you_mean(written, known());
        return like.empty() ? otherwise : like;
    }
    Place place_of(const std::string& entity) const;
    // Whether an id is made of letters, digits, - and _; reports E601 with `what` ("the scene") when it is not.
    bool check_id(std::string_view id, std::string_view what, Place place);
    // Whether a time is written well, fixed or counted from the scene before; reports E611 when it is not.
    bool check_time(std::string_view written, Place place);
};

// The keys of a map, for hints.
template <class Map>
std::vector<std::string> keys_of(const Map& map) {
    std::vector<std::string> keys;
    for (const auto& [key, value] : map) keys.push_back(key);
    return keys;
}

// Checks of the whole story, once every scene is read: E605 scenes nobody reaches, E606 dead ends and E607 loops
// without a way out; E612 a clock that would run backwards; E614 what is never revealed and E616 what is used before it
// is known.
void check_story(Draft& draft);

}  // namespace ntk
