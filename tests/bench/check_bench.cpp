#include <benchmark/benchmark.h>

#include "game/tool/check_files.h"
#include "tests/bench/bench_support.h"

using namespace ntk;

namespace {

// Checking the model case with its plan and checklist: afresh, which plays it, beside taking up what was found before.
// Both make their Checker anew, as each start of the program does.
void check_again(benchmark::State& state) {
    const std::filesystem::path file = std::filesystem::path(NTK_ROOT) / "scenarios/three-letters.yaml";
    std::vector<double> afresh, again;
    tool::Checker().check(file);
    for (auto _ : state) {
        double from = cpu_seconds();
        benchmark::DoNotOptimize(tool::Checker(false).check(file));
        afresh.push_back(cpu_seconds() - from);
        from = cpu_seconds();
        benchmark::DoNotOptimize(tool::Checker().check(file));
        again.push_back(cpu_seconds() - from);
    }
    state.counters["cpu_ms_afresh"] = median(afresh) * 1e3;
    state.counters["cpu_ms_again"] = median(again) * 1e3;
    state.counters["times_faster"] = median(afresh) / std::max(1e-6, median(again));
}
BENCHMARK(check_again)->Unit(benchmark::kMillisecond);

}  // namespace
