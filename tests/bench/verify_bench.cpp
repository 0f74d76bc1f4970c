#include <benchmark/benchmark.h>

#include "engine/host/sealed_files.h"
#include "engine/host/source_file.h"
#include "engine/play/attempt.h"
#include "engine/text/sha256.h"
#include "tests/bench/bench_support.h"

using namespace ntk;

namespace {

// A sealed report of Three letters in a folder of its own, as an assessor gets it.
struct SealedLetters {
    std::filesystem::path folder = std::filesystem::temp_directory_path() / "needtoknow-verify-bench";
    std::filesystem::path report = folder / "report.json", log = folder / "log.jsonl";
    PublicKey key;

    SealedLetters() {
        const ModelCase model = model_case();
        Player player(model.scenario, model.rules, Mode::assessment);
        std::size_t next = 0;
        while (!player.finished()) {
            Input input;
            if (player.page().kind == PageKind::scene) {
                input.kind = Input::Kind::choose;
                input.id = std::string(1, std::string_view("bcdacdacbdab")[next++]);
            }
            player.apply(input);
        }
        const auto made = make_key();
        key = made->public_key();
        std::filesystem::create_directories(folder);
        const std::string text = report_file(player, {});
        Diagnostics ignored;
        const auto head = read_report_head(text, ignored.add_source("report", text), ignored);
        const std::string comment = seal_comment(text, *head);
        for (const auto& [path, bytes] : {std::pair(report, text), std::pair(log, player.log())}) {
            static_cast<void>(write_file_atomically(path, bytes));
            static_cast<void>(write_file_atomically(path.string() + ".minisig", sign(bytes, comment, *made)));
        }
    }
    ~SealedLetters() { std::filesystem::remove_all(folder); }

    SealedFiles read() const {
        const auto named = [](const std::string& path) { return NamedFile{path, read_file(path).value_or("")}; };
        SealedFiles files;
        files.report = named(report.string());
        files.report_seal = named(report.string() + ".minisig");
        files.log = named(log.string());
        files.log_seal = named(log.string() + ".minisig");
        return files;
    }
};

// Verifying one report from its files, with the case and the rules read afresh each time: milliseconds of processor
// time, and how many times as long as reading the same four files and hashing them.
void verifying_a_report(benchmark::State& state) {
    const SealedLetters letters;
    double verifying = 0;
    double floor = 0;
    for (auto _ : state) {
        double from = cpu_seconds();
        const SealedFiles files = letters.read();
        Diagnostics diagnostics;
        PinnedShelf shelf({NTK_ROOT, {}, {}});
        if (!verify_sealed(files, letters.key, shelf, diagnostics)) {
            state.SkipWithError(diagnostics.render().c_str());
            return;
        }
        verifying += cpu_seconds() - from;

        from = cpu_seconds();
        const SealedFiles again = letters.read();
        for (const NamedFile* file : {&again.report, &again.report_seal, &again.log, &*again.log_seal})
            benchmark::DoNotOptimize(sha256(file->bytes));
        floor += cpu_seconds() - from;
    }
    state.counters["verify_ms"] = benchmark::Counter(verifying * 1e3, benchmark::Counter::kAvgIterations);
    state.counters["times_reading_and_hashing"] = verifying / floor;
}
BENCHMARK(verifying_a_report)->Unit(benchmark::kMillisecond);

}  // namespace
