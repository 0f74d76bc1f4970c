#pragma once

#include <string>
#include <vector>

#include "engine/play/page.h"
#include "game/desktop/layout.h"

namespace ntk::desktop {

// Where a person stands in the drawing of a case's people: a round token with the name under it, as far as it fits.
struct PersonPlace {
    Rect token, words;
    std::string name;

    Rect whole() const;  // both of them
};

// Gives everybody a place inside `at`, in the order of `people`: who is looked after in the middle, everybody else
// round them. No token or name lies over another, as long as all of them fit side by side at all, and as far as there
// is room nobody stands on the line between two others. `token` is the width of one, `gap` the least room between two
// people, and `widest` that of a name.
std::vector<PersonPlace> place_people(const std::vector<PersonView>& people, const Rect& at, float token, float gap,
                                      float widest, TextMeasure& measure);

}  // namespace ntk::desktop
