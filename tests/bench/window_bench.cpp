#include <benchmark/benchmark.h>
#include <stdlib.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>
#include <thread>

#include "game/desktop_host.h"
#include "tests/bench/bench_screen.h"
#include "tests/bench/bench_support.h"
#include "tests/support/assessment_world.h"
#include "tests/support/desktop_driver.h"
#include "tests/support/desktop_fixture.h"
#include "tests/support/desktop_sitting.h"
#include "tests/support/desktop_tour.h"

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
    void play(const std::function<void(const std::string&)>& use,
              const std::function<void(int, const Choice&)>& option) {
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

// A short assessment with a time limit, by a store of its own.
class TimedSitting {
  public:
    TimedSitting() : folder_(std::filesystem::temp_directory_path() / "ntk-window-bench-sitting") {
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
        make_small_store(folder_ / "room.store", small_plan(2, 20));
    }
    ~TimedSitting() { std::filesystem::remove_all(folder_); }
    TimedSitting(const TimedSitting&) = delete;
    TimedSitting& operator=(const TimedSitting&) = delete;

    DesktopOptions options() {
        Diagnostics diagnostics;
        ntk::Problem problem;
        std::shared_ptr<AssessmentSeat> seat =
            AssessmentSeat::open(opened(folder_ / "room.store"), small_shelf(), "p-0123456789abcdef",
                                 std::chrono::steady_clock::now, diagnostics, problem);
        if (!seat) throw std::runtime_error(diagnostics.render() + problem.message);
        return sitting_options(std::move(seat));
    }

  private:
    std::filesystem::path folder_;
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

// The same in author mode, with a shipped case of the usual length: opened, checked and studied a little at a time,
// each part shown, each scene visited, and after a change to its file.
void author_standstill(benchmark::State& state) {
    std::string slowest = "nothing";
    double longest = 0;
    std::vector<double> steps;
    for (auto _ : state) {
        Room room;
        const std::filesystem::path folder = std::filesystem::temp_directory_path() / "ntk-window-bench-author";
        std::filesystem::remove_all(folder);
        std::filesystem::create_directories(folder);
        for (const char* end : {".yaml", ".plan.yaml", ".checklist.md"}) {
            const std::filesystem::path from =
                std::filesystem::path(NTK_ROOT) / "scenarios" / ("three-letters" + std::string(end));
            if (std::filesystem::exists(from)) std::filesystem::copy(from, folder);
        }
        const std::string file = (folder / "three-letters.yaml").string();
        Desktop& desktop = room.window().desktop();
        const auto timed = [&](const std::string& what, const std::function<void()>& act) {
            const auto from = std::chrono::steady_clock::now();
            act();
            steps.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - from).count());
            if (steps.back() > longest) slowest = what;
            longest = std::max(longest, steps.back());
        };
        const auto come_to_rest = [&](const std::string& after) {
            for (int n = 0; n < 20000 && (room.app().author.desk->busy() || n == 0); ++n) {
                Window::wake();
                timed("a step after " + after, [&] { desktop.run_once(); });
            }
        };
        timed("opening the folder", [&] {
            room.app().open_author(folder.string());
            room.again();
        });
        come_to_rest("opening the folder");
        timed("opening a case", [&] {
            room.app().author.desk->open(file);
            room.again();
        });
        come_to_rest("opening a case");
        for (const char* pane : {"problems", "outline", "map", "scene", "what-if", "coverage"}) {
            timed(std::string("showing ") + pane, [&] {
                room.app().show_pane(pane);
                room.again();
            });
            come_to_rest(std::string("showing ") + pane);
        }
        std::ofstream(file, std::ios::app) << "\n# changed\n";
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        come_to_rest("a change to the file");
        std::filesystem::remove_all(folder);
    }
    state.SetLabel("slowest: " + slowest);
    state.counters["longest_ms"] = longest;
    state.counters["p99_ms"] = share(steps, 0.99);
    state.counters["steps"] = static_cast<double>(steps.size());
}
BENCHMARK(author_standstill)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);

// From a key to the picture it makes, the whole case by keyboard alone, on a screen if there is one: choices by their
// numbers, Tab to what is next, Page Down and Home to read.
void key_to_pixels(benchmark::State& state) {
    const BenchScreen screen;
    std::vector<double> took, redrawn;
    std::string slowest;
    for (auto _ : state) {
        Room room(true);
        Driver& window = room.window();
        double longest = 0;
        const auto press = [&](const std::string& key) {
            const std::string before = window.focused();
            window.press(key);
            took.push_back(window.last_step());
            const Window& shown = window.desktop().window();
            redrawn.push_back(100.0 * static_cast<double>(shown.redrawn().pixels) / shown.width() / shown.height());
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
    state.counters["redrawn_median_percent"] = median(redrawn);
    const auto below = [&](double most) {
        const auto less = std::count_if(redrawn.begin(), redrawn.end(), [&](double each) { return each < most; });
        return 100.0 * static_cast<double>(less) / static_cast<double>(redrawn.size());
    };
    state.counters["keys_below_all_percent"] = below(99.9);
    state.counters["keys_below_half_percent"] = below(50);
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
            for (int n = 0; n < rounds(40); ++n) {
                room.window().desktop().window().forget_picture();
                const double from = cpu_seconds();
                room.again();
                each.push_back((cpu_seconds() - from) * 1e3);
            }
            const std::string said =
                said_by(beside("bare_imgui").string() + " " + words + " " + std::to_string(rounds(40)));
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

// How often every thread of this process has gone to sleep of its own will, and woken again.
long wake_ups() {
    long all = 0;
    std::error_code ignored;
    for (const auto& thread : std::filesystem::directory_iterator("/proc/self/task", ignored)) {
        std::ifstream status(thread.path() / "status");
        for (std::string line; std::getline(status, line);)
            if (line.rfind("voluntary_ctxt_switches:", 0) == 0) all += std::stol(line.substr(24));
    }
    return all;
}

// The loop of the window for some seconds in which nobody does anything, screen by screen: processor time and
// wake-ups. Five of them, as the clock of a timed sitting looks every five seconds. It is ended by one wake-up of ours,
// which is not counted.
void idle(benchmark::State& state) {
    const BenchScreen screen;
    const char* asked = std::getenv("NTK_IDLE_SECONDS");
    const double seconds = asked != nullptr ? std::stod(asked) : 5;
    double most_cpu = 0, most_wakes = 0, cpu_elsewhere = 0, wakes_elsewhere = 0;  // elsewhere: not author mode
    std::string cpu_at, wakes_at;
    int screens = 0;
    for (auto _ : state) {
        const auto rest = [&](Desktop& desktop, const std::string& at) {
            for (int settle = 0; settle < 60; ++settle) {  // what the screen still has to do, and X11 to tell
                Window::wake();
                desktop.run_once();
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
            }
            while (desktop.may_wait() == 0) desktop.run_once();
            const auto until = std::chrono::steady_clock::now() + std::chrono::duration<double>(seconds);
            std::thread clock([&] {
                std::this_thread::sleep_until(until);
                Window::wake();
            });
            const long before = wake_ups();
            const double cpu = cpu_seconds();
            while (std::chrono::steady_clock::now() < until) desktop.run_once();
            const double used = (cpu_seconds() - cpu) / seconds * 100;
            const double wakes = static_cast<double>(wake_ups() - before - 2) / seconds;  // the clock's, and ours of it
            clock.join();
            ++screens;
            if (used >= most_cpu) cpu_at = at;
            if (wakes >= most_wakes) wakes_at = at;
            if (at.rfind("author", 0) != 0) {
                cpu_elsewhere = std::max(cpu_elsewhere, used);
                wakes_elsewhere = std::max(wakes_elsewhere, wakes);
            }
            most_cpu = std::max(most_cpu, used);
            most_wakes = std::max(most_wakes, wakes);
        };
        {
            Driver window(fixture_options(), true);
            tour(window, [&](Driver& shown, const std::string& name) { rest(shown.desktop(), name); });
        }
        {
            Room room(true);
            Driver& window = room.window();
            rest(window.desktop(), "library");
            room.app().open_author("");
            room.again();
            rest(window.desktop(), "author: files");
            room.app().author.desk->open(std::string(NTK_ROOT) + "/scenarios/three-letters.yaml");
            for (const char* pane : {"problems", "outline", "map", "scene", "what-if", "coverage"}) {
                room.app().show_pane(pane);
                room.again();
                rest(window.desktop(), std::string("author: ") + pane);
            }
            room.app().open_assessor("");
            room.again();
            rest(window.desktop(), "assessor");

            const auto use = [&](const std::string& name) {
                if (!window.click(name)) state.SkipWithError(("nothing is called " + name).c_str());
            };
            room.app().to_library();
            room.again();
            use("With a group: Three letters");
            rest(window.desktop(), "group: briefing");
            use("Begin");
            for (int step = 0; step < 20 && room.app().page()->kind != PageKind::scene; ++step) use("Continue");
            rest(window.desktop(), "group: vote");
            use("Pause and talk");
            rest(window.desktop(), "group: pause");
            room.app().to_library();
            room.again();
            use("Start this jigsaw: Tuesday to Friday");
            rest(window.desktop(), "jigsaw: chair");
            use("Take this chair");
            rest(window.desktop(), "jigsaw: briefing");
        }

        TimedSitting sitting;
        Driver timed(sitting.options(), true);
        const auto sit = [&](const std::string& name) {
            if (!timed.click(name)) state.SkipWithError(("nothing is called " + name).c_str());
        };
        rest(timed.desktop(), "sitting: notice");
        sit("I have read this and want to begin");
        sit("20 minutes");
        rest(timed.desktop(), "sitting: briefing");
        sit("Begin");
        rest(timed.desktop(), "sitting: scene");
        sit("Time");
        rest(timed.desktop(), "sitting: time left");
    }
    state.SetLabel(std::string(screen.name()) + "; most CPU at " + cpu_at + ", most wake-ups at " + wakes_at);
    state.counters["screens"] = screens;
    state.counters["most_cpu_percent"] = most_cpu;
    state.counters["most_wakes_a_second"] = most_wakes;
    state.counters["cpu_percent_not_author"] = cpu_elsewhere;
    state.counters["wakes_a_second_not_author"] = wakes_elsewhere;
}
BENCHMARK(idle)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);

// The memory a program of its own has after it has shown its first screen and come to rest, in MB: what is its alone,
// and its part of what it shares.
double memory_of(const std::vector<std::string>& words) {
    const pid_t child = fork();
    if (child == 0) {
        if (std::freopen("/dev/null", "w", stdout) == nullptr) _exit(127);
        std::vector<char*> arguments;
        for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
        arguments.push_back(nullptr);
        execv(arguments[0], arguments.data());
        _exit(127);
    }
    std::this_thread::sleep_for(std::chrono::seconds(3));
    double kilobytes = 0;
    std::ifstream file("/proc/" + std::to_string(child) + "/smaps_rollup");
    for (std::string line; std::getline(file, line);)
        if (line.rfind("Pss:", 0) == 0) kilobytes = std::stod(line.substr(4));
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    return kilobytes / 1024;
}

// The library on show, beside bare ImGui with its words on show.
void memory(benchmark::State& state) {
    const BenchScreen screen;
    double ours = 0, bare = 0;
    for (auto _ : state) {
        const std::string words = (std::filesystem::temp_directory_path() / "ntk-window-bench.txt").string();
        {
            Room room(true);
            std::ofstream file(words);
            write_words(room.window().desktop().layout(), file);
        }
        ours = memory_of({beside("../needtoknow").string()});
        bare = memory_of({beside("bare_imgui").string(), words});
        std::filesystem::remove(words);
    }
    state.SetLabel(screen.name());
    state.counters["ours_mb"] = ours;
    state.counters["bare_mb"] = bare;
    state.counters["times_bare"] = ours / std::max(1e-6, bare);
}
BENCHMARK(memory)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);

}  // namespace
