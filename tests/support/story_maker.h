#pragma once

#include <cstdint>
#include <memory>

#include "engine/rules/rule_book.h"
#include "engine/scenario/scenario.h"

namespace ntk {

// Rules that ask nothing, for trying out stories alone.
std::shared_ptr<const RuleBook> no_rules();

// A large story in layers: every scene of one layer leads to scenes of the next, an hour later, until the last layer
// ends it.
struct LayeredStory {
    int layers = 100, width = 100, options = 4;
    std::uint64_t seed = 1;
};
std::shared_ptr<const Scenario> make_layers(const LayeredStory& wanted);

// A small story put together at random: decisions and consequences, times fixed and counted, meters and endings, flags
// and texts that ask for them, acts, and routes whose conditions read what was sent, kept back, revealed or changed.
// It never goes round; its ways are few enough to be gone one by one.
std::shared_ptr<const Scenario> make_small_story(std::uint64_t seed);

}  // namespace ntk
