#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/play/attempt.h"
#include "engine/study/big_count.h"
#include "engine/study/dice.h"

namespace ntk {

// What is answered at one decision: an option, or a form with its answers.
struct Move {
    std::string id;
    bool composed = false;
    Answers answers = {};
};

// The choices of a run, in order. It may break off before the end.
using Way = std::vector<Move>;

// The start of a case, at its first decision or its end. Many ways are judged several times as fast without proofs.
Attempt begin_case(std::shared_ptr<const Scenario> scenario, std::shared_ptr<const RuleBook> rules,
                   Proofs proofs = Proofs::left_out);

// Carries out a choice and goes on to the next decision or the end. Returns an empty string, or in plain words why it
// cannot be done; then nothing has changed.
std::string take(Attempt& attempt, const Move& choice);

// The choices made so far.
Way way_of(const Attempt& attempt);

// A way as `play --choices` reads it: "bcda", or "b,own:{items=a+b;to=csc},d".
std::string way_text(const Way& way);
std::string way_text(const Attempt& attempt);

// One option of the scene as a choice.
Move option_move(const Option& option);

// A form answered as it stands at the start, with everything that can be ticked ticked, and at random.
Move usual_answers(const Compose& form);
Move all_answers(const Attempt& attempt, const Compose& form);
Move random_answers(const Attempt& attempt, const Compose& form, Dice& dice);

// In how many ways a form can be answered at most, with everything known that may come to light.
BigCount ways_to_answer(const Scenario& scenario, const Compose& form);

// The answers that differ from `from` in one place: an answer more or less, or another one where only one is given.
std::vector<Move> changed_answers(const Attempt& attempt, const Compose& form, const Move& from);

}  // namespace ntk
