#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "engine/host/store/result_store.h"
#include "tests/fuzz/patched.h"
#include "tests/support/temporary_folder.h"

using namespace ntk;

namespace {

namespace fs = std::filesystem;

void demand(bool holds) {
    if (!holds) std::abort();
}

std::string bytes_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// A store with one of everything.
std::string good_store(const fs::path& path) {
    demand(ResultStore::make(path, 30).has_value());
    {
        Diagnostics diagnostics;
        auto store = ResultStore::open(path, diagnostics);
        demand(store && store->add_assessment({"plan", "{}", 20'000}));
        StoredSession session;
        session.id = "s-0123456789abcdef0123456789abcdef";
        session.learner = "p-0123456789abcdef";
        session.assessment = "plan";
        session.day = 20'000;
        StoredResult result;
        result.result.learner = session.learner;
        result.result.complete = true;
        result.result.decisions.push_back({"A", "A decision", "a", {1, 0, 2, 1}, DecisionBand::sound, false});
        result.rules[{"GR1.1", 1}] = 1;
        demand(store->begin_session(session).has_value());
        demand(store->keep(session, {{0, 0, {"a line", "another"}}}).has_value());
        demand(
            store->submit(session, {}, {{0, "digest", "a report"}, {-1, "digest", "the whole"}}, {result}).has_value());
        demand(store->add_review(session, {20'001, "Ann", "met", "all is well"}).has_value());
    }
    return bytes_of(path);
}

// Everything that can be asked of a store, and a few things that change it; each may be refused in words.
void use(ResultStore& store) {
    const auto said = [](const auto& result) { demand(result || !result.error().message.empty()); };
    said(store.assessments());
    said(store.rule_sums("plan"));
    said(store.each_result([](const StoredResult&) {}, true));
    said(store.look_through());
    const auto sessions = store.sessions();
    said(sessions);
    if (!sessions) return;
    for (const StoredSession& session : *sessions) {
        said(store.logs(session));
        said(store.reports(session));
        said(store.reviews(session));
        said(store.keep(session, {{0, 2, {"a third"}}}));
        said(store.add_review(session, {20'002, "Bea", "note", "seen"}));
    }
    said(store.erase(*sessions));
}

}  // namespace

// Whatever lies in the place of a store, whole, changed or cut short: it is refused and stays as it is, to the byte, or
// it can be used.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const TemporaryFolder folder;
    static const std::string good = good_store(folder.path / "good.store");
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const fs::path path = folder.path / "a.store";
    const std::string bytes = input.starts_with("SQLite format 3") ? std::string(input) : patched(good, input);
    for (const char* ending : {"", "-wal", "-shm", "-journal"}) fs::remove(path.string() + ending);
    std::ofstream(path, std::ios::binary) << bytes;
    Diagnostics diagnostics;
    if (auto store = ResultStore::open(path, diagnostics)) {
        use(*store);
        return 0;
    }
    demand(diagnostics.has_errors() && bytes_of(path) == bytes);
    return 0;
}
