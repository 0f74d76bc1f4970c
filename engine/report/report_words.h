#pragma once

#include <string>

#include "engine/text/said.h"

namespace ntk {

// How to contest a verdict, as every form of a report says it.
inline std::string contest_words() {
    return "Every verdict names the facts it rests on, the exceptions that were tried and its source. If a fact was "
           "read wrongly, if an exception should have applied, or if local guidance says otherwise, tell your assessor "
           "which decision and which rule you mean, and why. A person must look at it again. Where practitioners are "
           "divided nothing is scored."_en;
}

// What a report says of a decision that the learner skipped: no reason is asked, and none is kept.
inline std::string skipped_by_choice() { return "Skipped by choice."_en; }

}  // namespace ntk
