#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "engine/study/story_walk.h"
#include "engine/study/survey.h"

namespace ntk {

struct RandomRequest {
    std::uint64_t seed = 1;
    int runs = 100;
};

// Something that must never be, with all that is needed to see it again.
struct RandomFailure {
    int run = 0;  // counted from 1
    std::string what;
    std::string way;  // the choices, as `play --choices` reads them
};

// Ways through a case at random, the least used option first.
struct RandomReport {
    explicit RandomReport(const Scenario& scenario) : survey(scenario) {}
    Survey survey;
    StoryProof story;
    int runs = 0;
    std::vector<RandomFailure> failures;
};

// Plays a case so many times, forms included. A run fails when the case comes to a stop, the clock runs backwards, an
// expectation does not hold, no ending fits, a verdict or score is not a proper one, the same choices come out
// differently when they are made again, the decision log cannot be replayed, or the run does what the proof of the
// story says no way can do.
RandomReport random_ways(const std::shared_ptr<const Scenario>& scenario, const std::shared_ptr<const RuleBook>& rules,
                         const RandomRequest& request);

}  // namespace ntk
