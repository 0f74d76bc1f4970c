#include <benchmark/benchmark.h>
#include <stdlib.h>

#include <filesystem>

#include "game/desktop_host.h"
#include "tests/bench/bench_support.h"
#include "tests/support/desktop_driver.h"

using namespace ntk;
using namespace ntk::desktop;

namespace {

constexpr const char* best = "bcdacdacbdab";  // of Three letters

// "Three letters" played in the window, without a screen, from the library to its debrief and the parts of it: how long
// the window stood still at most (judging, keeping the place and drawing), beside its median for one picture without
// anything to do.
void longest_standstill(benchmark::State& state) {
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    const auto data = std::filesystem::temp_directory_path() / "ntk-standstill";
    std::filesystem::remove_all(data);
    setenv("XDG_DATA_HOME", data.c_str(), 1);
    std::vector<double> idle;
    std::string slowest = "nothing";
    double longest = 0;
    for (auto _ : state) {
        DesktopHost host(NTK_ROOT);
        DesktopOptions options = host.options();
        options.settings = {};
        options.save_settings = nullptr;
        Driver window(options);
        while (window.desktop().app().options.read_on) window.desktop().app().read_on();
        Event again;
        again.kind = Event::Kind::resize;
        for (int n = 0; n < 50; ++n) {
            const auto from = std::chrono::steady_clock::now();
            window.desktop().step({again});
            idle.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - from).count());
        }
        const auto use = [&](const std::string& name) {
            if (!window.click(name)) state.SkipWithError(("nothing is called " + name).c_str());
            if (window.longest_step() > longest) {
                longest = window.longest_step();
                slowest = name;
            }
        };
        use("Start this case: Three letters");
        use("Begin");
        std::size_t next = 0;
        for (int step = 0; step < 100 && !window.desktop().app().session()->finished(); ++step) {
            const Page page = window.desktop().app().session()->page();
            if (page.kind != PageKind::scene || page.choices.empty()) {
                use("Continue");
                continue;
            }
            const char id = best[next++];
            for (const Choice& each : page.choices)
                if (each.id == std::string(1, id)) use(each.label);
            use("Do this");
        }
        for (const char* part : {"Scores", "Decisions", "Map", "Reflect"}) use(part);
    }
    state.SetLabel("slowest: " + slowest);
    state.counters["longest_ms"] = longest;
    state.counters["picture_ms"] = median(idle);
    std::filesystem::remove_all(data);
}
BENCHMARK(longest_standstill)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
