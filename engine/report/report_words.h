#pragma once

#include <string_view>

namespace ntk {

// How to contest a verdict, as every form of a report says it.
inline constexpr std::string_view contest_words =
    "Every verdict names the facts it rests on, the exceptions that were tried and its source. If a fact was read "
    "wrongly, if an exception should have applied, or if local guidance says otherwise, tell your assessor which "
    "decision and which rule you mean, and why. A person must look at it again. Where practitioners are divided "
    "nothing "
    "is scored.";

// What a report says of a decision that the learner skipped: no reason is asked, and none is kept.
inline constexpr std::string_view skipped_by_choice = "Skipped by choice.";

}  // namespace ntk
