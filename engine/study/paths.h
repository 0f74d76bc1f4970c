#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "engine/study/judged_ways.h"
#include "engine/study/story_walk.h"
#include "engine/study/survey.h"
#include "engine/study/way.h"

namespace ntk {

// What a study of all ways through one case may spend, and what it starts from.
struct PathsRequest {
    long budget = 25'000;    // decisions judged at most, beside the search for the best and the worst line
    std::uint64_t seed = 1;  // of the ways at random
    std::vector<Way> known;  // ways of the author's plan
};

// What a habit came to.
struct BotResult {
    std::string name;
    WayResult result;
    std::string problem;  // why it did not reach the end; empty otherwise
};

// The study of one case.
struct PathsReport {
    explicit PathsReport(const Scenario& scenario) : survey(scenario) {}
    StoryProof story;
    Survey survey;
    WayResult best, worst;
    std::vector<Coverage> coverage;
    std::vector<BotResult> bots;
    int random_ways = 0;
    long merged = 0;          // options that were the same as another from then on, and were followed once
    bool exhaustive = false;  // every way was judged
};

PathsReport study_paths(const std::shared_ptr<const Scenario>& scenario, const std::shared_ptr<const RuleBook>& rules,
                        const PathsRequest& request);

// Whether the study found something an author has to mend.
bool has_findings(const PathsReport& report, const Scenario& scenario);

// The study in plain words.
std::string paths_text(const PathsReport& report, const Scenario& scenario);

}  // namespace ntk
