#pragma once

#include "engine/language/expression.h"
#include "engine/scenario/scenario.h"

namespace ntk {

// What the conditions of routes may name besides facts: every person, agency, item, request, pull and event by its id,
// so that an author can write "letter.given_to has csc".
Scope scenario_scope(const Store& opening);

// The values of those names, fitting every condition of the scenario. Take one for each evaluation or reuse it.
Frame scenario_frame(const Scenario& scenario);

}  // namespace ntk
