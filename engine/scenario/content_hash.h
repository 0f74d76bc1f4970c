#pragma once

#include <string>

#include "engine/text/tree.h"

namespace ntk {

// The SHA-256 of what a learner can meet in a scenario. Comments, the order of keys, `review`, `expect` and `lint` stay out, so
// that a note to colleagues does not make old results unreadable; every word that may be shown stays in.
std::string content_hash(const Tree& scenario);

}  // namespace ntk
