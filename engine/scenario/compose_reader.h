#pragma once

#include <string>
#include <vector>

#include "engine/scenario/draft.h"
#include "engine/text/tree.h"

namespace ntk {

// Reads a decision at which the learner builds the act; reports E619 when a question is asked that has no answers.
Compose read_compose(const Tree& tree, int node, Draft& draft);

// What a form may ask.
const std::vector<std::string>& compose_questions();

}  // namespace ntk
