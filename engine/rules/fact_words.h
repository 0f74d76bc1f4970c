#pragma once

#include <string>

#include "engine/casework/case_file.h"
#include "engine/rules/judge.h"

namespace ntk {

// How a fact is said: as it was ("Kay could be reached") or as it might have been ("Kay could have been reached").
enum class FactMood { as_it_was, had_it_been };

// One fact with a value, as a clause without a capital or a full stop. Of a set it
// says whether `member` is in it; -1: that nobody is.
std::string fact_clause(const Setting& fact, int member, FactMood mood, const Store& store, const Names& names);

// How readily a fact could have been otherwise in the same case: 0 for what cases turn on (how likely harm looked, an
// objection, whether telling somebody is safe), 1 for other circumstances, 2 for what a thing is like, 3 for who or what
// somebody is; -1 for facts that are never taken to be otherwise.
int ease_of_change(int fact);

}  // namespace ntk
