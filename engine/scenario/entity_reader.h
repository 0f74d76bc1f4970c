#pragma once

#include "engine/scenario/draft.h"
#include "engine/text/fields.h"

namespace ntk {

// Reads who and what a case is about: people, agencies, items, requests, pulls and events with their words and facts,
// then the case and the learner. Everything has an id of its own, so that scenes and conditions can name it.
void read_entities(Fields& root, Draft& draft);

}  // namespace ntk
