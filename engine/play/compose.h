#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/play/attempt.h"
#include "engine/play/page.h"
#include "engine/scenario/scenario.h"

namespace ntk {

// The form by which a learner builds an act instead of choosing one, as things stand: only what they know is on offer,
// and the usual answers are filled in.
ActForm compose_form(const Scenario& scenario, const Store& facts, const Compose& compose);

// What answering a form comes to.
struct Composed {
    std::string refusal;    // in plain words why it cannot be done; empty when it can
    std::vector<Act> acts;  // standing acts not yet added
    Answers answers;        // every question with its answers, in the order offered: what the log keeps
};

// Turns answers into acts. Questions left out keep what is filled in at the start; unknown questions and answers are
// refused in words.
Composed compose_acts(const Scenario& scenario, const Store& facts, const Compose& compose, const Answers& answers);

// Each way of answering a form that differs from these answers in one: ticked or not, or another one chosen. Questions
// that `from` leaves out stand as the form fills them in.
std::vector<Answers> one_answer_changed(const ActForm& form, const Answers& from);

// The kinds of act a form can bring about.
std::vector<ActKind> composable_acts(const Compose& compose);

}  // namespace ntk
