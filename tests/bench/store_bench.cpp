#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <malloc.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <map>

#include "engine/host/form_files.h"
#include "engine/host/source_file.h"
#include "engine/host/store/result_store.h"
#include "engine/host/store/store_file.h"
#include "engine/study/cohort/cohort.h"
#include "engine/study/cohort/figures.h"
#include "engine/study/dice.h"
#include "tests/bench/bench_support.h"
#include "tests/support/temporary_folder.h"

using namespace ntk;

namespace {

double now_seconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

ResultStore new_store(const std::filesystem::path& path) {
    if (const auto made = ResultStore::make(path, 365); !made) throw std::runtime_error(made.error().message);
    Diagnostics diagnostics;
    auto store = ResultStore::open(path, diagnostics);
    if (!store) throw std::runtime_error(diagnostics.render());
    if (!store->add_assessment({"plan", "plan", 1})) throw std::runtime_error("no assessment");
    return std::move(*store);
}

// One decision kept in the store (write-ahead log, synchronous FULL) and the same bytes appended to a plain file with
// fdatasync, in turn, on the same disk: medians over many, in time by the clock, for the disk is what is waited for.
void keeping_a_decision(benchmark::State& state) {
    const TemporaryFolder folder;
    ResultStore store = new_store(folder.path / "a.store");
    StoredSession session;
    session.id = "s-0123456789abcdef";
    session.learner = "p-0123456789abcdef";
    session.assessment = "plan";
    if (!store.begin_session(session)) throw std::runtime_error("no session");
    const int plain = ::open((folder.path / "plain").c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    const auto size = static_cast<std::size_t>(state.range(0));
    const std::string line(size - 1, 'x');
    const std::string bytes = line + "\n";
    std::vector<double> kept, appended;
    int at = 0, position = 0;
    for (auto _ : state) {
        double from = now_seconds();
        if (!store.keep(session, {{position, at, {line}}})) throw std::runtime_error("not kept");
        kept.push_back(now_seconds() - from);
        from = now_seconds();
        if (::write(plain, bytes.data(), bytes.size()) < 0 || ::fdatasync(plain) != 0)
            throw std::runtime_error("no disk");
        appended.push_back(now_seconds() - from);
        if (++at == 14) {
            at = 0;
            position = (position + 1) % 250;
            if (position == 0) {
                session.id += "0";
                if (!store.begin_session(session)) throw std::runtime_error("no session");
            }
        }
    }
    ::close(plain);
    state.counters["keep_us"] = median(kept) * 1e6;
    state.counters["append_us"] = median(appended) * 1e6;
    state.counters["ratio"] = median(kept) / median(appended);
}
BENCHMARK(keeping_a_decision)->Arg(3000)->Arg(7500)->Arg(15000)->Iterations(600)->Unit(benchmark::kMicrosecond);

constexpr int people = 12'500;
constexpr int cases = 8;
constexpr int decisions = 10;
constexpr int norms = 60;

std::string norm_name(std::size_t number) {
    return "GR" + std::to_string(number / 10) + "." + std::to_string(number % 10);
}

// 100,000 results of eight cases with ten decisions each, put into a store in one go.
struct FullStore {
    TemporaryFolder folder;
    std::filesystem::path path = folder.path / "full.store";
    AssessmentForm form;
    // The same once more as plain arrays.
    std::vector<std::uint8_t> norm, state;                 // of each decision
    std::vector<std::array<std::int64_t, 2>> net_offered;  // of each result

    FullStore() {
        form.id = "full";
        form.title = "Full";
        form.version = "1";
        for (int c = 0; c < cases; ++c) form.cases.push_back("case-" + std::to_string(c));
        new_store(path);
        SQLite::Database database(path.c_str(), SQLite::OPEN_READWRITE);
        database.exec("BEGIN");
        SQLite::Statement session(database, "INSERT INTO session VALUES (?, ?, ?, 'plan', 1, 1, 0, 1, 0)");
        SQLite::Statement result(database, "INSERT INTO result VALUES (?, ?)");
        RuleCounts sums;
        Dice dice(1);
        StoredResult stored;
        for (int p = 0; p < people; ++p) {
            char name[40];
            std::snprintf(name, sizeof name, "p-%032x", p);
            session.bind(1, p + 1);
            session.bind(2, "s-" + std::string(name + 2));
            session.bind(3, std::string(name));
            session.exec();
            session.reset();
            const auto skill = static_cast<int>(30 + dice.roll(60));
            for (int c = 0; c < cases; ++c) {
                make_result(stored, name, c, skill, dice);
                for (const auto& [rule, count] : stored.rules) sums[rule] += count;
                const std::string bytes = pack_result(stored);
                result.bind(1, (static_cast<std::int64_t>(p) + 1) * 1048576 + c * 4096);
                result.bind(2, bytes.data(), static_cast<int>(bytes.size()));
                result.exec();
                result.reset();
                net_offered.push_back(
                    {stored.result.overall.earned - stored.result.overall.lost, stored.result.overall.offered});
            }
        }
        for (const auto& [rule, count] : sums)
            database.exec("INSERT INTO rule_sum VALUES ('plan', '" + rule.first + "', " + std::to_string(rule.second) +
                          ", " + std::to_string(count) + ")");
        database.exec("COMMIT");
    }

    void make_result(StoredResult& stored, const char* learner, int c, int skill, Dice& dice) {
        CaseResult& result = stored.result;
        result = {};
        stored.rules.clear();
        result.learner = learner;
        result.assessment = result.complete = true;
        result.case_id = form.cases[static_cast<std::size_t>(c)];
        result.case_title = "A made-up case";
        result.case_version = "1.0.0";
        result.case_sha256 = std::string(63, 'a') + std::to_string(c);
        result.rules_sha256 = std::string(64, 'b');
        result.engine = "0.1.0";
        result.log_sha256 = std::string(24, 'c') + std::string(learner + 2) + std::to_string(c) + "1234567";
        for (const char* id : {"protect", "privacy", "process"}) result.strands.push_back({id, id, {}, true});
        for (int h = 1; h <= 7; ++h) result.rules.push_back({"R" + std::to_string(h), "Rule", {}, true});
        for (int h = 1; h <= 9; ++h) result.points.push_back({"P" + std::to_string(h), "Point", {}, true});
        for (int d = 0; d < decisions; ++d) {
            DecisionResult one;
            one.node = "D" + std::to_string(d + 1);
            one.title = "A decision";
            const bool good = static_cast<int>(dice.roll(100)) < skill;
            one.option = good ? "a" : dice.roll(2) == 0 ? "b" : "c";
            one.tally.offered = 4 * 27'720;
            one.tally.earned = good ? one.tally.offered : 0;
            one.tally.opportunities = 1;
            one.band = good ? DecisionBand::sound : DecisionBand::short_of;
            result.overall.offered += one.tally.offered;
            result.overall.earned += one.tally.earned;
            ++result.overall.opportunities;
            for (auto* scopes : {&result.strands, &result.rules, &result.points}) {
                Tally& tally = (*scopes)[dice.roll(scopes->size())].tally;
                tally.offered += one.tally.offered;
                tally.earned += one.tally.earned;
                ++tally.opportunities;
            }
            const std::size_t which = dice.roll(norms);
            const int how = static_cast<int>(good ? VerdictState::kept : VerdictState::missed);
            ++stored.rules[{norm_name(which), how}];
            norm.push_back(static_cast<std::uint8_t>(which));
            state.push_back(static_cast<std::uint8_t>(how));
            result.decisions.push_back(std::move(one));
        }
    }
};

FullStore& full_store() {
    static FullStore store;
    return store;
}

// Sums by rule over a million stored decisions, and the same sums over plain arrays.
void sums_by_rule(benchmark::State& state) {
    FullStore& full = full_store();
    Diagnostics diagnostics;
    auto store = ResultStore::open(full.path, diagnostics);
    double report = 0, arrays = 0;
    for (auto _ : state) {
        double from = cpu_seconds();
        const auto sums = store->rule_sums("plan");
        report += cpu_seconds() - from;
        from = cpu_seconds();
        std::array<std::array<std::int64_t, 16>, norms> plain{};
        for (std::size_t i = 0; i < full.norm.size(); ++i) ++plain[full.norm[i]][full.state[i]];
        benchmark::DoNotOptimize(plain);
        arrays += cpu_seconds() - from;
        std::int64_t all = 0;
        for (const RuleSum& one : *sums) all += one.verdicts;
        if (all != static_cast<std::int64_t>(full.norm.size())) state.SkipWithError("the sums differ");
    }
    state.counters["decisions"] = static_cast<double>(full.norm.size());
    state.counters["ratio"] = report / arrays;
}
BENCHMARK(sums_by_rule)->Unit(benchmark::kMicrosecond);

// What the program holds of its memory.
std::size_t held_bytes() {
    const struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

// Cohort statistics over 100,000 results, against reading the same rows once from SQLite and going over the scores in
// a plain loop. `figures` counts everything the cohort report needs; `adding` leaves the figures at the end out. The
// lean floor leaves the words of the rows where they are, as the cohort does.
void cohort_of_a_store(benchmark::State& state) {
    FullStore& full = full_store();
    Diagnostics diagnostics;
    auto store = ResultStore::open(full.path, diagnostics);
    double adding = 0, figures = 0, floor = 0, lean = 0;
    std::size_t held = 0;
    for (auto _ : state) {
        const std::size_t held_before = held_bytes();
        double from = cpu_seconds();
        CohortRequest request;
        request.forms = {full.form};
        Cohort cohort(std::move(request));
        if (!store->each_result_view([&](const ResultView& one) { cohort.add(one, {}); }))
            state.SkipWithError("not read");
        adding += cpu_seconds() - from;
        held = held_bytes() - held_before;
        benchmark::DoNotOptimize(cohort_figures(cohort));
        figures += cpu_seconds() - from;

        from = cpu_seconds();
        SQLite::Database database(full.path.c_str());
        SQLite::Statement read(database, "SELECT key, parts FROM result ORDER BY key");
        StoredResult row;
        std::array<double, cases> sum{}, square{};
        std::size_t at = 0;
        while (read.executeStep()) {
            const SQLite::Column parts = read.getColumn(1);
            unpack_result({static_cast<const char*>(parts.getBlob()), static_cast<std::size_t>(parts.getBytes())}, row,
                          false);
            const double score =
                static_cast<double>(row.result.overall.earned) / static_cast<double>(row.result.overall.offered);
            sum[at % cases] += score;
            square[at % cases] += score * score;
            ++at;
        }
        benchmark::DoNotOptimize(sum);
        benchmark::DoNotOptimize(square);
        floor += cpu_seconds() - from;

        from = cpu_seconds();
        ResultView view;
        read.reset();
        at = 0;
        while (read.executeStep()) {
            const SQLite::Column parts = read.getColumn(1);
            view_result({static_cast<const char*>(parts.getBlob()), static_cast<std::size_t>(parts.getBytes())}, view);
            const double score = static_cast<double>(view.overall.earned) / static_cast<double>(view.overall.offered);
            sum[at % cases] += score;
            square[at % cases] += score * score;
            ++at;
        }
        benchmark::DoNotOptimize(sum);
        benchmark::DoNotOptimize(square);
        lean += cpu_seconds() - from;
    }
    state.counters["cohort_bytes_a_result"] = static_cast<double>(held) / static_cast<double>(full.net_offered.size());
    state.counters["lean_floor_ms"] = benchmark::Counter(lean * 1e3, benchmark::Counter::kAvgIterations);
    state.counters["figures_times_lean_floor"] = figures / lean;
    state.counters["floor_ms"] = benchmark::Counter(floor * 1e3, benchmark::Counter::kAvgIterations);
    state.counters["adding_times_floor"] = adding / floor;
    state.counters["figures_times_floor"] = figures / floor;
}
BENCHMARK(cohort_of_a_store)->Unit(benchmark::kMillisecond);

// Opening a store of that size with all its checks.
void opening_a_full_store(benchmark::State& state) {
    FullStore& full = full_store();
    for (auto _ : state) {
        Diagnostics diagnostics;
        if (!ResultStore::open(full.path, diagnostics)) state.SkipWithError("refused");
    }
    state.counters["bytes"] = static_cast<double>(std::filesystem::file_size(full.path));
}
BENCHMARK(opening_a_full_store)->Unit(benchmark::kMillisecond);

}  // namespace
