#include "engine/study/paths.h"

#include <utility>

#include "engine/study/bots.h"
#include "engine/study/judged_ways.h"
#include "engine/study/line_search.h"

namespace ntk {

namespace {

constexpr int most_random_ways = 2'000;

}  // namespace

PathsReport study_paths(const std::shared_ptr<const Scenario>& scenario, const std::shared_ptr<const RuleBook>& rules,
                        const PathsRequest& request) {
    PathsReport report(*scenario);
    report.story = prove_story(*scenario);
    const Attempt start = begin_case(scenario, rules);
    const Attempt best = find_line(start, request.known, {});
    LineSearch downwards;
    downwards.width = 4;
    downwards.rounds = 0;
    downwards.worst = true;
    report.best = result_of(best);
    report.worst = result_of(find_line(start, {}, downwards));
    JudgedWays ways(report.survey, start, way_of(best), request.seed);
    bool all_options = false;
    if (decisions_on_all_ways(*scenario, request.budget) <= request.budget) {
        report.exhaustive = ways.everywhere(request.budget);
        all_options = ways.coverage().back().whole;
    }
    if (!all_options) {
        const long spent = report.survey.judged();
        const long half = spent + (request.budget - spent) / 2;
        for (int off = 0; off <= 2; ++off) ways.near_the_line(off, half);
    }
    if (!report.exhaustive) report.random_ways = ways.at_random(request.budget, most_random_ways);
    report.coverage = ways.coverage();
    report.merged = ways.merged();
    for (const StrategyBot& bot : strategy_bots(*scenario)) {
        Attempt attempt = start;
        play(attempt, bot);
        BotResult result{bot.name, result_of(attempt), {}};
        if (!attempt.ended()) result.problem = "stuck at " + attempt.node()->id;
        report.bots.push_back(std::move(result));
    }
    return report;
}

}  // namespace ntk
