#include <benchmark/benchmark.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "tests/bench/bench_screen.h"
#include "tests/bench/bench_support.h"

using namespace ntk;

// Whole programs, started as a user would: NTK_PROGRAM names the simulator (the release build beside this benchmark).
namespace {

std::string program() {
    if (const char* named = std::getenv("NTK_PROGRAM")) return named;
    return std::string(NTK_ROOT) + "/build/release/needtoknow";
}

struct Run {
    double cpu = 0, wall = 0;
};

// Runs a program to its end with nothing to read and its words thrown away; with another library before its own.
Run run(const std::vector<std::string>& words, const std::string& before = {}) {
    const auto from = std::chrono::steady_clock::now();
    const pid_t child = fork();
    if (child == 0) {
        if (std::freopen("/dev/null", "r", stdin) == nullptr || std::freopen("/dev/null", "w", stdout) == nullptr)
            _exit(127);
        if (!before.empty()) setenv("LD_PRELOAD", before.c_str(), 1);
        std::vector<char*> arguments;
        for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
        arguments.push_back(nullptr);
        execv(arguments[0], arguments.data());
        _exit(127);
    }
    int status = 0;
    rusage used{};
    wait4(child, &status, 0, &used);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
    };
    Run result;
    result.cpu = seconds(used.ru_utime) + seconds(used.ru_stime);
    result.wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
    return WIFEXITED(status) && WEXITSTATUS(status) != 127 ? result : Run{};
}

// The terminal player from its start to the first prompt (and then the end of its input): processor milliseconds,
// beside the same program printing only its version. The first round reads the YAML; later ones recall what was read.
void first_prompt(benchmark::State& state) {
    const std::string scenario = std::string(NTK_ROOT) + "/scenarios/three-letters.yaml";
    std::vector<double> prompts, versions;
    for (auto _ : state) {
        prompts.push_back(run({program(), "play", scenario, "--keep-nothing"}).cpu);
        versions.push_back(run({program(), "--version"}).cpu);
    }
    state.counters["cpu_ms_first"] = prompts.front() * 1e3;
    state.counters["cpu_ms_median"] = median(prompts) * 1e3;
    state.counters["times_only_version"] = median(prompts) / std::max(1e-6, median(versions));
}
BENCHMARK(first_prompt)->Unit(benchmark::kMillisecond)->UseRealTime();

// From the start of the program to the moment its first picture, the library, has been handed to the screen; beside a
// bare SDL software window that loads and rasterises the same letters and shows nothing. Both are ended there. The
// library has been read once before, as on every start but the first.
void first_frame(benchmark::State& state) {
    const BenchScreen screen;
    const std::filesystem::path beside = std::filesystem::path(program()).parent_path() / "tests";
    const std::string bare = beside / "bare_window", ending = beside / "first_present.so";
    std::vector<double> ours, theirs, ours_cpu, theirs_cpu;
    run({program()}, ending);
    for (auto _ : state) {
        const Run a = run({bare}, ending);
        const Run b = run({program()}, ending);
        theirs.push_back(a.wall);
        theirs_cpu.push_back(a.cpu);
        ours.push_back(b.wall);
        ours_cpu.push_back(b.cpu);
    }
    state.SetLabel(screen.name());
    state.counters["ours_ms"] = median(ours) * 1e3;
    state.counters["bare_ms"] = median(theirs) * 1e3;
    state.counters["times_bare"] = median(ours) / std::max(1e-6, median(theirs));
    state.counters["times_bare_cpu"] = median(ours_cpu) / std::max(1e-6, median(theirs_cpu));
}
BENCHMARK(first_frame)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(rounds(25));

}  // namespace
