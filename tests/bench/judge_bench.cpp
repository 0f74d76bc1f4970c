#include <benchmark/benchmark.h>

#include "engine/play/attempt.h"
#include "engine/play/player.h"
#include "engine/rules/score.h"
#include "tests/bench/bench_support.h"

using namespace ntk;

namespace {

const std::string best_line = "bcdacdacbdab";

// Three letters from the first decision to the close, each decision judged: decisions a second on one core, and how
// that compares with a plain loop over the same data (every option's acts, settings and expectations touched once).
void judged_decisions(benchmark::State& state) {
    const ModelCase model = model_case();
    long decisions = 0;
    double judging = 0;
    double floor = 0;
    for (auto _ : state) {
        double from = cpu_seconds();
        Attempt attempt(model.scenario, model.rules, Proofs::left_out);
        for (const char choice : best_line) {
            attempt.settle();
            attempt.choose(std::string(1, choice));
        }
        attempt.settle();
        benchmark::DoNotOptimize(score(attempt.judge()).overall.earned);
        judging += cpu_seconds() - from;
        decisions += static_cast<long>(best_line.size());

        from = cpu_seconds();
        std::int64_t sum = 0;
        for (const Node& node : model.scenario->nodes)
            for (const Option& option : node.options)
                for (const Act& act : option.acts)
                    for (const Setting& setting : act.settings) sum += setting.number + setting.set.count();
        benchmark::DoNotOptimize(sum);
        floor += cpu_seconds() - from;
    }
    state.counters["decisions/s"] = static_cast<double>(decisions) / judging;
    state.counters["times_a_plain_loop"] = judging / floor;
}
BENCHMARK(judged_decisions)->Unit(benchmark::kMillisecond);

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
    for (auto _ : state) {
        Diagnostics diagnostics;
        RuleShelf shelf(root);
        benchmark::DoNotOptimize(shelf.load({"england-2024", "plymouth"}, "2024-09-01", diagnostics));
    }
}
BENCHMARK(loading_the_rules)->Unit(benchmark::kMillisecond);

}  // namespace
