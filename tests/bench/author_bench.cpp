#include <benchmark/benchmark.h>

#include <chrono>
#include <filesystem>
#include <fstream>

#include "engine/host/source_file.h"
#include "game/desktop/app.h"
#include "game/desktop_host.h"
#include "game/tool/check_files.h"
#include "tests/bench/bench_support.h"
#include "tests/support/temporary_folder.h"

using namespace ntk;

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point from) {
    return std::chrono::duration<double, std::milli>(Clock::now() - from).count();
}

// The model case is open in author mode at a scene, and saved by another program with other words in it: how long until
// the window shows them, and until the whole check, which plays the case along its plan, is done. The time the window
// takes to notice is in it. Beside it, how long the same check takes by itself.
void author_reload(benchmark::State& state) {
    const TemporaryFolder folder;
    const std::filesystem::path from = std::filesystem::path(NTK_ROOT) / "scenarios";
    for (const char* name : {"three-letters.yaml", "three-letters.plan.yaml", "three-letters.checklist.md"})
        std::filesystem::copy_file(from / name, folder.path / name);
    const std::filesystem::path file = folder.path / "three-letters.yaml";
    const std::string before = read_file(file).value_or("");
    DesktopHost host(NTK_ROOT);
    desktop::DesktopOptions options = host.options();
    options.save_settings = nullptr;
    options.read_on = nullptr;
    options.hidden = true;
    options.start_author = true;
    options.author_path = file.string();
    desktop::Desktop window;
    if (const std::string missing = window.open(options); !missing.empty()) {
        state.SkipWithError(missing.c_str());
        return;
    }
    desktop::App& app = window.app();
    while (app.author.desk->busy()) window.run_once();
    app.author.desk->show_scene("D2");
    app.show_pane("scene");
    std::vector<double> seen, checked, alone;
    int round = 0;
    for (auto _ : state) {
        while (app.author.desk->busy()) window.run_once();
        const std::string title = "The note, version " + std::to_string(++round);
        std::string text = before;
        text.replace(text.find("title: The note"), 15, "title: " + title);
        std::ofstream(file, std::ios::trunc) << text;
        const auto saved = Clock::now();
        while (desktop::find_named(window.tree(), "D2, " + title) == nullptr) window.run_once();
        seen.push_back(milliseconds_since(saved));
        while (!app.author.desk->view().checked) window.run_once();
        checked.push_back(milliseconds_since(saved));
        const auto begun = Clock::now();
        benchmark::DoNotOptimize(tool::Checker(false).check(file));
        alone.push_back(milliseconds_since(begun));
    }
    state.counters["ms_until_seen"] = median(seen);
    state.counters["ms_until_seen_at_worst"] = *std::max_element(seen.begin(), seen.end());
    state.counters["ms_until_checked"] = median(checked);
    state.counters["seen_in_checks_alone"] = median(seen) / std::max(1e-6, median(alone));
}
BENCHMARK(author_reload)->Unit(benchmark::kMillisecond)->Iterations(rounds(30));

}  // namespace
