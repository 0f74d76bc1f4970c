#pragma once

#include <string>

#include "engine/report/drawing.h"
#include "engine/study/cohort/figures.h"

namespace ntk {

// A drawing and the same in words.
struct DrawnFigure {
    Drawing drawing;  // empty where there is nothing to draw
    std::string words;
};

// How many people scored in which range, with the cut.
DrawnFigure score_drawing(const FormFigures& form, const std::string& id);

// Facility of each decision of a case as a bar, with its discrimination beside it.
DrawnFigure item_drawing(const CaseFigures& one, const std::string& id);

// Rules down, groups across: the lower the score, the darker the field. `points`: the leaflet's points, not its rules.
DrawnFigure heat_drawing(const std::vector<GroupFigures>& groups, bool points, const std::string& id);

}  // namespace ntk
