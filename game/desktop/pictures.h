#pragma once

#include <cstddef>
#include <string>

#include "game/desktop/paint.h"

namespace ntk::desktop {

// The drawings of this project: a few plain shapes in the colours of the theme. None carries anything a learner needs.

// A person of the case: a round token with the first letters of the name; never a face, so never a stereotype.
void draw_person(Painter& p, const Rect& at, const std::string& name, size_t index);
void draw_agency(Painter& p, const Rect& at);

// The place a case is set in ("clinic", "school", "home" ...), as a strip of quiet buildings.
void draw_vignette(Painter& p, const Rect& at, const std::string& setting);
std::string vignette_words(const std::string& setting);

// As much of some words as fits, with dots for the rest; what is drawn is always said in full somewhere else.
std::string shortened(const std::string& words, float room, TextMeasure& measure);

std::string initials(const std::string& name);

}  // namespace ntk::desktop
