#include <benchmark/benchmark.h>

#include <unordered_map>

#include "engine/study/story_walk.h"
#include "tests/bench/bench_support.h"
#include "tests/support/story_maker.h"

using namespace ntk;

namespace {

// The least that counting the ways and proving that each comes to an end can cost: follow the scenario's own routes,
// nothing kept of clock, meters, flags or facts.
struct PlainWalk {
    BigCount ways;
    bool all_end = true;
};

PlainWalk plain_walk(const Scenario& story) {
    std::unordered_map<std::string, int> ids;
    for (std::size_t i = 0; i < story.nodes.size(); ++i) ids.emplace(story.nodes[i].id, static_cast<int>(i));
    std::vector<std::vector<int>> next(story.nodes.size());
    for (std::size_t i = 0; i < story.nodes.size(); ++i)
        for (const Option& option : story.nodes[i].options) {
            const auto target = ids.find(option.routes.front().then);
            next[i].push_back(target == ids.end() ? -1 : target->second);
        }
    std::vector<int> waiting(story.nodes.size(), 0);
    std::vector<bool> met(story.nodes.size(), false);
    std::vector<std::size_t> open = {static_cast<std::size_t>(ids.at(story.start))};
    met[open.front()] = true;
    for (std::size_t k = 0; k < open.size(); ++k)
        for (const int target : next[open[k]]) {
            if (target < 0) continue;
            const auto to = static_cast<std::size_t>(target);
            ++waiting[to];
            if (!met[to]) open.push_back(to);
            met[to] = true;
        }
    std::vector<BigCount> ways(story.nodes.size());
    std::vector<std::size_t> ready = {open.front()};
    ways[ready.front()] = 1;
    PlainWalk walk;
    for (std::size_t k = 0; k < ready.size(); ++k) {
        const std::size_t at = ready[k];
        walk.all_end = walk.all_end && !next[at].empty();
        for (const int target : next[at]) {
            if (target < 0) {
                walk.ways += ways[at];
                continue;
            }
            const auto to = static_cast<std::size_t>(target);
            ways[to] += ways[at];
            if (--waiting[to] == 0) ready.push_back(to);
        }
    }
    walk.all_end = walk.all_end && ready.size() == open.size();
    return walk;
}

// All ways through a story of 10,000 scenes in 100 layers counted and proved to end, beside the plain walk of the same
// story: how many times as long it takes. And beside ten stories of 1,000 scenes one after the other, so that neither
// side finds its story in the cache: how many times as long as one of those.
void proving_a_large_story(benchmark::State& state) {
    const auto large = make_layers({100, 100, 4, 1});
    std::vector<std::shared_ptr<const Scenario>> small;
    for (std::uint64_t seed = 1; seed <= 10; ++seed) small.push_back(make_layers({100, 10, 4, seed}));
    if (!(prove_story(*large).ways == plain_walk(*large).ways)) state.SkipWithError("the two walks differ");
    // Each is timed for itself, some times in a row.
    const auto seconds = [](auto&& work) {
        std::vector<double> times;
        for (int i = 0; i < 7; ++i) {
            const double from = cpu_seconds();
            work();
            times.push_back(cpu_seconds() - from);
        }
        return median(times);
    };
    std::vector<double> large_seconds, plain_seconds, small_seconds;
    for (auto _ : state) {
        plain_seconds.push_back(seconds([&] { benchmark::DoNotOptimize(plain_walk(*large).all_end); }));
        large_seconds.push_back(seconds([&] { benchmark::DoNotOptimize(prove_story(*large).states); }));
        small_seconds.push_back(seconds([&] {
                                    for (const auto& story : small)
                                        benchmark::DoNotOptimize(prove_story(*story).states);
                                }) /
                                10);
    }
    state.counters["times_a_plain_walk"] = median(large_seconds) / median(plain_seconds);
    state.counters["times_a_tenth"] = median(large_seconds) / median(small_seconds);
    state.counters["scenes/s"] = 10'000 / median(large_seconds);
}
BENCHMARK(proving_a_large_story)->Unit(benchmark::kMillisecond);

// The proof of the model case: every one of its ways, by merged states.
void proving_the_model_case(benchmark::State& state) {
    const ModelCase model = model_case();
    StoryProof proof;
    for (auto _ : state) proof = prove_story(*model.scenario);
    if (proof.ways.text() != "16,777,216") state.SkipWithError("the ways of the model case have changed");
    state.counters["states"] = static_cast<double>(proof.states);
}
BENCHMARK(proving_the_model_case)->Unit(benchmark::kMillisecond);

}  // namespace
