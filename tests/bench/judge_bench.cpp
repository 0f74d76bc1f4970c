#include <benchmark/benchmark.h>

#include "engine/play/attempt.h"
#include "engine/play/player.h"
#include "engine/rules/score.h"
#include "tests/bench/bench_support.h"
#include "tests/support/logged_attempts.h"

using namespace ntk;

namespace {

const std::string best_line = "bcdacdacbdab";

// A plain loop over the same data: every option's acts, settings and expectations touched once.
std::int64_t plain_loop(const Scenario& scenario) {
    std::int64_t sum = 0;
    for (const Node& node : scenario.nodes)
        for (const Option& option : node.options)
            for (const Act& act : option.acts)
                for (const Setting& setting : act.settings) sum += setting.number + setting.set.count();
    return sum;
}

// Decisions judged a second on one core with the decision log written, over eight ways through a case: whole attempts
// from the first scene to the close and the score. `times_a_plain_loop` sets it beside a plain loop over the same data.
void judged_with_log(benchmark::State& state, const char* path) {
    const ModelCase model = model_case(path);
    long decisions = 0;
    double judging = 0;
    double floor = 0;
    LogSink sink;
    for (auto _ : state) {
        double from = cpu_seconds();
        for (std::size_t way = 0; way < ways_to_choose; ++way)
            decisions += logged_attempt(model.scenario, model.rules, way_to_choose(way), sink);
        judging += cpu_seconds() - from;
        from = cpu_seconds();
        for (std::size_t way = 0; way < ways_to_choose; ++way) benchmark::DoNotOptimize(plain_loop(*model.scenario));
        floor += cpu_seconds() - from;
    }
    benchmark::DoNotOptimize(sink.size());
    state.counters["decisions/s"] = static_cast<double>(decisions) / judging;
    state.counters["times_a_plain_loop"] = judging / floor;
}
BENCHMARK_CAPTURE(judged_with_log, three_letters, "scenarios/three-letters.yaml")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(judged_with_log, front_desk, "scenarios/front-desk.yaml")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(judged_with_log, door_ajar, "scenarios/door-ajar.yaml")->Unit(benchmark::kMillisecond);

// The best line alone, where most is judged: with the log and without it.
void best_line_judged(benchmark::State& state, bool with_log) {
    const ModelCase model = model_case();
    long decisions = 0;
    double judging = 0;
    LogSink sink;
    for (auto _ : state) {
        const double from = cpu_seconds();
        if (with_log) {
            decisions += logged_attempt(
                model.scenario, model.rules,
                [](const Node&, std::size_t decision) { return std::string(1, best_line.at(decision)); }, sink);
        } else {
            Attempt attempt(model.scenario, model.rules, Proofs::left_out);
            for (const char choice : best_line) {
                attempt.settle();
                attempt.choose(std::string(1, choice));
            }
            attempt.settle();
            decisions += static_cast<long>(best_line.size());
            benchmark::DoNotOptimize(score(attempt.judge()).overall.earned);
        }
        judging += cpu_seconds() - from;
    }
    state.counters["decisions/s"] = static_cast<double>(decisions) / judging;
}
BENCHMARK_CAPTURE(best_line_judged, with_log, true)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(best_line_judged, without_log, false)->Unit(benchmark::kMillisecond);

// The same through the Player, with pages, feedback, siblings tried and the decision log written.
void played_decisions_with_log(benchmark::State& state) {
    const ModelCase model = model_case();
    long decisions = 0;
    for (auto _ : state) {
        Player player(model.scenario, model.rules, Mode::practice);
        std::size_t next = 0;
        while (!player.finished()) {
            Input input;
            if (player.page().kind == PageKind::scene) {
                input.kind = Input::Kind::choose;
                input.id = std::string(1, best_line[next++]);
                ++decisions;
            }
            if (const std::string refused = player.apply(input); !refused.empty()) {
                state.SkipWithError(refused.c_str());
                return;
            }
        }
        benchmark::DoNotOptimize(player.log().size());
    }
    state.counters["decisions/s"] = benchmark::Counter(static_cast<double>(decisions), benchmark::Counter::kIsRate);
}
BENCHMARK(played_decisions_with_log)->Unit(benchmark::kMillisecond);

// Reading, merging and analysing the two shipped packs: milliseconds of processor time.
void loading_the_rules(benchmark::State& state) {
    const std::filesystem::path root = NTK_ROOT;
    double loading = 0;
    long loaded = 0;
    for (auto _ : state) {
        const double from = cpu_seconds();
        Diagnostics diagnostics;
        RuleShelf shelf(root);
        benchmark::DoNotOptimize(shelf.load({"england-2024", "plymouth"}, "2024-09-01", diagnostics));
        loading += cpu_seconds() - from;
        ++loaded;
    }
    state.counters["cpu_ms"] = loading * 1000 / static_cast<double>(loaded);
}
BENCHMARK(loading_the_rules)->Unit(benchmark::kMillisecond);

}  // namespace
