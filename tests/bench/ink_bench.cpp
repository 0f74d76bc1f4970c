#include <benchmark/benchmark.h>
#include <stdio.h>
#include <stdlib.h>

#include <nlohmann/json.hpp>

#include "engine/host/source_file.h"
#include "engine/play/player.h"
#include "engine/study/dice.h"
#include "game/tool/check_files.h"
#include "tests/bench/bench_support.h"
#include "tests/support/beside_ink.h"
#include "tests/support/temporary_folder.h"

using namespace ntk;

// The same made-up stories checked and played here and by inkjs (tests/bench/ink, from npm), in one run.
namespace {

// What tests/bench/ink/play.cjs printed; empty where node or inkjs is not here.
nlohmann::json inkjs(const std::filesystem::path& folder, int choices) {
    const std::string root = NTK_ROOT;
    const std::string command = "NODE_PATH='" + root + "/build/npm/node_modules' node '" + root +
                                "/tests/bench/ink/play.cjs' '" + folder.string() + "' " + std::to_string(choices) +
                                " 2>/dev/null";
    std::string said;
    if (FILE* pipe = popen(command.c_str(), "r")) {
        char part[4096];
        while (const std::size_t length = fread(part, 1, sizeof part, pipe)) said.append(part, length);
        pclose(pipe);
    }
    return nlohmann::json::parse(said, nullptr, false);
}

long check_all(const std::filesystem::path& folder, int files, bool keep) {
    tool::Checker checker(keep);
    long errors = 0;
    for (int number = 0; number < files; ++number)
        errors += checker.check(folder / ("story-" + std::to_string(number) + ".yaml")).diagnostics.has_errors();
    return errors;
}

// 1,000 scenes in 40 files checked by every lint, cold and again, beside what inkjs takes only to compile them.
void checking_beside_ink(benchmark::State& state) {
    const TemporaryFolder folder;
    write_stories_twice(folder.path, 40, 25);
    std::vector<double> afresh, again, compiling;
    for (auto _ : state) {
        const nlohmann::json ink = inkjs(folder.path, 1);
        if (!ink.is_object()) return state.SkipWithError("node or inkjs is not here (./check installs it)");
        compiling.push_back(ink["compiling"]);
        setenv("XDG_CACHE_HOME", (folder.path / "cache").c_str(), 1);  // nothing read or found before
        double from = cpu_seconds();
        if (check_all(folder.path, 40, false) != 0) return state.SkipWithError("the stories do not read");
        afresh.push_back(cpu_seconds() - from);
        check_all(folder.path, 40, true);
        from = cpu_seconds();
        check_all(folder.path, 40, true);
        again.push_back(cpu_seconds() - from);
    }
    state.counters["cpu_ms_afresh"] = median(afresh) * 1e3;
    state.counters["cpu_ms_again"] = median(again) * 1e3;
    state.counters["cpu_ms_inkjs_compiles"] = median(compiling) * 1e3;
    state.counters["inkjs_times_afresh"] = median(compiling) / median(afresh);
    state.counters["inkjs_times_again"] = median(compiling) / median(again);
}
BENCHMARK(checking_beside_ink)->Unit(benchmark::kMillisecond)->Iterations(1);

// Ways at random through the same stories, each decision judged and its line of the log written, beside inkjs only
// following the links.
void random_play_beside_ink(benchmark::State& state) {
    const TemporaryFolder folder;
    write_stories_twice(folder.path, 40, 25);
    Diagnostics diagnostics;
    RuleShelf shelf(NTK_ROOT);
    std::vector<std::shared_ptr<const Scenario>> stories;
    for (int number = 0; number < 40; ++number)
        stories.push_back(load_scenario(folder.path / ("story-" + std::to_string(number) + ".yaml"), diagnostics));
    const auto rules = shelf.load(stories.front()->packs, stories.front()->as_of, diagnostics);
    double ours = 0, theirs = 0;
    long choices = 0, their_choices = 0;
    Dice dice(1);
    for (auto _ : state) {
        const nlohmann::json ink = inkjs(folder.path, 10'000);
        if (!ink.is_object()) return state.SkipWithError("node or inkjs is not here (./check installs it)");
        theirs += ink["playing"].get<double>();
        their_choices += ink["choices"].get<long>();
        const double from = cpu_seconds();
        for (const auto& story : stories) {
            Player player(story, rules, Mode::assessment);
            while (!player.finished()) {
                Input input;
                if (player.page().kind == PageKind::scene) {
                    const auto& options = player.page().choices;
                    input.kind = Input::Kind::choose;
                    input.id = options[dice.roll(options.size())].id;
                    ++choices;
                }
                if (const std::string refused = player.apply(input); !refused.empty())
                    return state.SkipWithError(refused.c_str());
            }
            benchmark::DoNotOptimize(player.log().size());
        }
        ours += cpu_seconds() - from;
    }
    state.counters["choices/s"] = static_cast<double>(choices) / ours;
    state.counters["inkjs_choices/s"] = static_cast<double>(their_choices) / theirs;
    state.counters["times_inkjs"] =
        (static_cast<double>(choices) / ours) / (static_cast<double>(their_choices) / theirs);
}
BENCHMARK(random_play_beside_ink)->Unit(benchmark::kMillisecond)->Iterations(1);

}  // namespace
