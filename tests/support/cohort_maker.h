#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "engine/play/player.h"
#include "engine/rules/rule_book.h"
#include "engine/scenario/scenario.h"
#include "engine/study/way.h"

namespace ntk {

// How a made-up learner decides: as the best answers do with this chance, otherwise by a habit of engine/study/bots.h,
// or at random where none is named or the case does not offer it.
struct MadeLearner {
    std::string pseudonym;
    int skill_percent = 50;
    std::string habit = {};
};

// A pseudonym for a number.
std::string made_pseudonym(std::uint64_t number);

// A case, its rules and its best answers, as a cohort plays it again and again.
struct MadeCase {
    std::shared_ptr<const Scenario> scenario;
    std::shared_ptr<const RuleBook> rules;
    Way best;
};

// The cases of a shipped form.
std::vector<MadeCase> made_cases(const std::string& form);

// The learner's finished attempt; the same for the same seed on every machine.
Player played_case(const MadeCase& one, const MadeLearner& learner, std::uint64_t seed, Mode mode = Mode::assessment);

// Its report, as the program writes it.
std::string made_report(const MadeCase& one, const MadeLearner& learner, std::uint64_t seed);

}  // namespace ntk
