#pragma once

#include <string>
#include <string_view>

#include "engine/play/attempt.h"

namespace ntk {

// What a colleague does at the scene that an attempt stands at, when the learner skips it: of the scene's options the
// one with the best verdicts (fewest critical breaches, then the least lost, then the most earned, then the author's
// order). Where a scene has forms only, the answers that are found by mending the usual ones, one at a time. Every
// option is tried on a copy. The same every time. Without an option when nothing can be done at the scene.
DecisionMade step_of_colleague(const Attempt& attempt);

// What skipping a scene means, as a face says it before it is done.
std::string skip_promise();

// "You skipped this scene. A colleague took this step: ..." and what was done.
std::string skipped_words(const Scenario& scenario, const DecisionMade& made);

}  // namespace ntk
