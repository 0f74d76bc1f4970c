#include <benchmark/benchmark.h>
#include <stdlib.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>

#include "game/desktop_host.h"
#include "tests/bench/bench_screen.h"
#include "tests/bench/bench_support.h"
#include "tests/support/desktop_driver.h"

using namespace ntk;
using namespace ntk::desktop;

namespace {

constexpr const char* best = "bcdacdacbdab";  // of Three letters

// The window with the real library, and a folder of its own for what it keeps.
class Room {
  public:
    explicit Room(bool on_screen = false) : folder_(std::filesystem::temp_directory_path() / "ntk-window-bench") {
        std::filesystem::remove_all(folder_);
        setenv("XDG_DATA_HOME", folder_.c_str(), 1);
        if (!on_screen) setenv("SDL_VIDEODRIVER", "dummy", 1);
        host_.emplace(NTK_ROOT);
        DesktopOptions options = host_->options();
        options.settings = {};
        options.save_settings = nullptr;
        window_.emplace(options, on_screen);
        while (app().work->busy()) window_->desktop().catch_up(std::chrono::seconds(10));
        while (app().options.read_on) app().read_on();
        again();
    }
    ~Room() {
        window_.reset();
        std::filesystem::remove_all(folder_);
    }
    Room(const Room&) = delete;
    Room& operator=(const Room&) = delete;

    Driver& window() { return *window_; }
    App& app() { return window_->desktop().app(); }
    void again() {
        Event event;
        event.kind = Event::Kind::resize;
        window_->desktop().step({event});
    }

    // "Three letters" from the library to the parts of its debrief, its best answers given. `use` presses what has a
    // name, `option` what has a number.
    void play(const std::function<void(const std::string&)>& use, const std::function<void(int, const Choice&)>& option) {
        use("Start this case: Three letters");
        use("Begin");
        std::size_t next = 0;
        for (int step = 0; step < 100 && !app().session()->finished(); ++step) {
            const Page page = app().session()->page();
            if (page.kind != PageKind::scene || page.choices.empty()) {
                use("Continue");
                continue;
            }
            const std::string id(1, best[next++]);
            for (std::size_t n = 0; n < page.choices.size(); ++n)
                if (page.choices[n].id == id) option(static_cast<int>(n) + 1, page.choices[n]);
            use("Do this");
        }
        for (const char* part : {"Scores", "Decisions", "Map", "Reflect"}) use(part);
    }

  private:
    std::filesystem::path folder_;
    std::optional<DesktopHost> host_;
    std::optional<Driver> window_;
};

double share(std::vector<double> values, double part) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, static_cast<std::size_t>(part * static_cast<double>(values.size())))];
}

// How long the window stood still at most, whatever was clicked (judging, keeping the place and drawing), beside its
// median for one picture without anything to do.
void longest_standstill(benchmark::State& state) {
    std::vector<double> idle;
    std::string slowest = "nothing";
    double longest = 0;
    for (auto _ : state) {
        Room room;
        for (int n = 0; n < 50; ++n) {
            const auto from = std::chrono::steady_clock::now();
            room.again();
            idle.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - from).count());
        }
        const auto use = [&](const std::string& name) {
            if (!room.window().click(name)) state.SkipWithError(("nothing is called " + name).c_str());
            if (room.window().longest_step() > longest) {
                longest = room.window().longest_step();
                slowest = name;
            }
        };
        room.play(use, [&](int, const Choice& choice) { use(choice.label); });
    }
    state.SetLabel("slowest: " + slowest);
    state.counters["longest_ms"] = longest;
    state.counters["picture_ms"] = median(idle);
}
BENCHMARK(longest_standstill)->Unit(benchmark::kMillisecond)->UseRealTime();

// From a key to the picture it makes, the whole case by keyboard alone, on a screen if there is one: choices by their
// numbers, Tab to what is next, Page Down and Home to read.
void key_to_pixels(benchmark::State& state) {
    const BenchScreen screen;
    std::vector<double> took;
    std::string slowest;
    for (auto _ : state) {
        Room room(true);
        Driver& window = room.window();
        double longest = 0;
        const auto press = [&](const std::string& key) {
            const std::string before = window.focused();
            window.press(key);
            took.push_back(window.last_step());
            if (took.back() > longest) slowest = key + " at " + before;
            longest = std::max(longest, took.back());
        };
        const auto use = [&](const std::string& name) {
            for (int tabs = 0; window.focused() != name; ++tabs) {
                if (tabs == 200) return state.SkipWithError(("Tab does not reach " + name).c_str());
                press("Tab");
            }
            press("Enter");
        };
        room.play(use, [&](int number, const Choice&) {
            press("PageDown");
            press("Home");
            press(std::to_string(number));
        });
    }
    state.SetLabel(std::string(screen.name()) + "; slowest: " + slowest);
    state.counters["keys"] = static_cast<double>(took.size());
    state.counters["median_ms"] = median(took);
    state.counters["p95_ms"] = share(took, 0.95);
    state.counters["longest_ms"] = share(took, 1);
}
BENCHMARK(key_to_pixels)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);

// Writes the words a picture shows, with their faces and places, for bare_imgui.
void write_words(const desktop::Node& node, std::ofstream& file) {
    const Rect seen = shared(node.rect, node.clip);
    if (seen.w <= 0 || seen.h <= 0) return;
    for (std::size_t n = 0; node.flow == Flow::leaf && n < node.lines.size(); ++n) {
        const float height = node.words.h / static_cast<float>(node.lines.size());
        const float y = node.words.y + static_cast<float>(n) * height;
        if (y + height <= seen.y || y >= seen.bottom()) continue;
        const std::string& text = node.edit != nullptr ? node.edit->text : node.text;
        file << static_cast<int>(node.type) << ' ' << node.words.x << ' ' << y << ' ' << node.words.w + 8 << ' '
             << text.substr(node.lines[n].begin, node.lines[n].end - node.lines[n].begin) << '\n';
    }
    for (const desktop::Node& child : node.children) write_words(child, file);
}

// What a program says in one line; empty when it is not there.
std::string said_by(const std::string& command) {
    std::string words;
    FILE* program = popen(command.c_str(), "r");
    if (program == nullptr) return words;
    for (int letter = std::fgetc(program); letter != EOF && letter != '\n'; letter = std::fgetc(program))
        words += static_cast<char>(letter);
    pclose(program);
    return words;
}

std::filesystem::path beside(const char* name) {
    const char* program = std::getenv("NTK_PROGRAM");
    const std::filesystem::path folder = program != nullptr ? std::filesystem::path(program).parent_path()
                                                            : std::filesystem::path(NTK_ROOT) / "build/release";
    return folder / "tests" / name;
}

// Processor time of drawing everything anew at 1280x800 (screen built, laid out, painted and handed over), page by
// page through the case, beside bare ImGui with SDL's renderer drawing the words of the same page and nothing else.
void full_redraw(benchmark::State& state) {
    std::vector<double> ours, bare, times;
    std::string worst_at;
    for (auto _ : state) {
        Room room;
        const std::string words = (std::filesystem::temp_directory_path() / "ntk-window-bench.txt").string();
        const auto measure = [&](const std::string& at) {
            {
                std::ofstream file(words);
                write_words(room.window().desktop().layout(), file);
            }
            std::vector<double> each;
            for (int n = 0; n < 40; ++n) {
                room.window().desktop().window().forget_picture();
                const double from = cpu_seconds();
                room.again();
                each.push_back((cpu_seconds() - from) * 1e3);
            }
            const std::string said = said_by(beside("bare_imgui").string() + " " + words + " 40");
            if (said.empty()) return state.SkipWithError("bare_imgui is not there");
            ours.push_back(median(each));
            bare.push_back(std::stod(said));
            times.push_back(ours.back() / bare.back());
            if (times.back() >= share(times, 1)) worst_at = at;
        };
        measure("library");
        const auto use = [&](const std::string& name) {
            if (!room.window().click(name)) return state.SkipWithError(("nothing is called " + name).c_str());
            measure(name);
        };
        room.play(use, [&](int, const Choice& choice) { room.window().click(choice.label); });
        std::filesystem::remove(words);
    }
    state.SetLabel("most beside bare ImGui: after " + worst_at);
    state.counters["pages"] = static_cast<double>(ours.size());
    state.counters["ours_cpu_ms"] = median(ours);
    state.counters["bare_cpu_ms"] = median(bare);
    state.counters["times_bare"] = median(ours) / std::max(1e-6, median(bare));
    state.counters["times_bare_most"] = share(times, 1);
}
BENCHMARK(full_redraw)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);

}  // namespace
