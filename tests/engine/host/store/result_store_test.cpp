#include "engine/host/store/result_store.h"

#include <sys/stat.h>

#include <fstream>

#include "engine/host/store/assessment_desk.h"
#include "engine/host/store/bundle.h"
#include "engine/host/store/name_list.h"
#include "engine/host/store/random_id.h"
#include "engine/host/store/store_schema.h"
#include "engine/play/attempt.h"
#include "engine/text/json_reader.h"
#include "tests/support/assessment_world.h"
#include "tests/support/bad_corpus.h"
#include "tests/support/catch.h"
#include "tests/support/play_world.h"
#include "tests/support/temporary_folder.h"

using namespace ntk;

namespace {

namespace fs = std::filesystem;

// Takes the whole of the assessment that is set in a store; returns the pseudonym.
std::string take_it(ResultStore& store, const std::string& until = "assessment/done") {
    PinnedShelf shelf = small_shelf();
    Diagnostics diagnostics;
    Problem problem;
    const auto all = store.assessments();
    auto desk = AssessmentDesk::open(store, all->front(), {}, shelf, diagnostics, problem);
    REQUIRE(desk);
    REQUIRE(answer_until(*desk, until).empty());
    return desk->session().learner();
}

std::string refusal_of(const fs::path& path) {
    Diagnostics diagnostics;
    const auto store = ResultStore::open(path, diagnostics);
    return store ? std::string() : diagnostics.all().front().code;
}

Bundle bundle_of(const std::string& text) {
    Diagnostics diagnostics;
    const Tree tree = read_json(text, diagnostics.add_source("results", text), diagnostics);
    auto bundle = read_bundle(tree, diagnostics);
    if (!bundle) throw std::runtime_error(diagnostics.render());
    return std::move(*bundle);
}

Gathered gathered(ResultStore& store, const std::string& text) {
    PinnedShelf shelf = small_shelf();
    Diagnostics diagnostics;
    Problem problem;
    const auto done = gather(store, bundle_of(text), shelf, diagnostics, problem);
    if (!done) throw std::runtime_error(diagnostics.render() + problem.message);
    return *done;
}

std::int64_t verdicts_in(ResultStore& store, const std::string& assessment) {
    std::int64_t sum = 0;
    const auto sums = store.rule_sums(assessment);
    for (const RuleSum& one : *sums) sum += one.verdicts;
    return sum;
}

// The bytes of a store and of whatever lies beside it under its name.
std::string bytes_around(const fs::path& path) {
    std::string bytes;
    for (const auto& file : fs::directory_iterator(path.parent_path())) bytes += whole_file(file.path());
    return bytes;
}

}  // namespace

TEST_CASE("a store is for its owner's eyes, and is never made where something is") {
    const TemporaryFolder folder;
    const fs::path path = folder.path / "a.store";
    REQUIRE(ResultStore::make(path, 30));
    {
        ResultStore store = opened(path);
        REQUIRE(store.add_assessment({"x", "y", 1}));
        for (const char* ending : {"", "-wal", "-shm"}) {
            struct stat status {};
            REQUIRE(::stat((path.string() + ending).c_str(), &status) == 0);
            CHECK((status.st_mode & 0777) == 0600);
        }
    }
    const std::string before = whole_file(path);
    CHECK_FALSE(ResultStore::make(path, 30));
    CHECK(whole_file(path) == before);
    CHECK_FALSE(ResultStore::make(folder.path / "b.store", 0));  // no store without a time for which it keeps
    CHECK_FALSE(fs::exists(folder.path / "b.store"));
    fs::permissions(path, fs::perms::owner_all | fs::perms::others_read);
    opened(path);
    CHECK((fs::status(path).permissions() & fs::perms::others_all) == fs::perms::none);
}

TEST_CASE("a store that an older version made is brought up to date, and nothing in it is lost") {
    const TemporaryFolder folder;
    const fs::path path = folder.path / "old.store";
    {
        SQLite::Database old(path.c_str(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        old.exec(std::string(store::migrations()[0].sql));
        old.exec(
            "INSERT INTO setting VALUES ('keep_days', '30'); INSERT INTO assessment VALUES ('x', 'y', 3);"
            "PRAGMA user_version = 1; PRAGMA application_id = " +
            std::to_string(store::application_id));
    }
    ResultStore store = opened(path);
    REQUIRE(store.assessments()->size() == 1);
    CHECK(store.rule_sums("x")->empty());
    CHECK(SQLite::Database(path.c_str()).execAndGet("PRAGMA user_version").getInt() ==
          static_cast<int>(store::migrations().size()));
}

TEST_CASE("a store cut short or with bytes changed is refused or still whole, and never written to when refused") {
    const TemporaryFolder folder;
    const fs::path path = folder.path / "a.store";
    make_small_store(path, small_plan(1));
    {
        ResultStore store = opened(path);
        take_it(store);
    }
    const std::string whole = whole_file(path);
    const fs::path spoilt = folder.path / "spoilt" / "b.store";
    fs::create_directories(spoilt.parent_path());
    int refused = 0, taken = 0;
    const auto try_bytes = [&](const std::string& bytes) {
        for (const auto& file : fs::directory_iterator(spoilt.parent_path())) fs::remove(file.path());
        std::ofstream(spoilt, std::ios::binary) << bytes;
        const std::string code = refusal_of(spoilt);
        if (code.empty()) {
            ++taken;
            return;
        }
        ++refused;
        CHECK(code.substr(0, 3) == "E74");
        CHECK(whole_file(spoilt) == bytes);
    };
    for (std::size_t size = 0; size < whole.size(); size += 1021) try_bytes(whole.substr(0, size));
    CHECK(taken == 0);  // what was cut short is never taken
    for (std::size_t at = 0; at < whole.size(); at += at < 4096 ? 37 : 613) {
        std::string bytes = whole;
        bytes[at] = static_cast<char>(~bytes[at]);
        try_bytes(bytes);
    }
    CHECK(refused > 60);
}

TEST_CASE("two programs on one store: what one has kept the other cannot overwrite") {
    const TemporaryFolder folder;
    const fs::path path = folder.path / "a.store";
    make_small_store(path, small_plan());
    ResultStore first = opened(path);
    const std::string learner = take_it(first, "D1");
    ResultStore second = opened(path);
    PinnedShelf shelf = small_shelf();
    Diagnostics diagnostics;
    Problem problem;
    auto here = AssessmentDesk::open(first, first.assessments()->front(), learner, shelf, diagnostics, problem);
    auto there = AssessmentDesk::open(second, second.assessments()->front(), learner, shelf, diagnostics, problem);
    REQUIRE((here && there));
    for (AssessmentDesk* desk : {&*here, &*there}) desk->apply(doing(Input::Kind::go_on));
    REQUIRE(here->apply(choosing("a")).empty());
    const std::string said = there->apply(choosing("b"));
    CHECK(said.find("another program has gone on with this session") != std::string::npos);
    const auto logs = first.logs(first.sessions()->front());
    CHECK(logs->front().find("\"option\":\"a\"") != std::string::npos);
    CHECK(logs->front().find("\"option\":\"b\"") == std::string::npos);
    // Different sessions do not stand in each other's way.
    take_it(first);
    take_it(second);
    CHECK(first.sessions()->size() == 3);
}

TEST_CASE("a room of machines is gathered into one store, as often as one likes") {
    const TemporaryFolder folder;
    const fs::path path = folder.path / "all.store";
    make_small_store(path, small_plan(1));
    ResultStore store = opened(path);
    const std::string ada = results_file("aaa", "s-00000000000000aa", "p-00000000000000aa");
    const std::string bob = results_file("bba", "s-00000000000000bb", "p-00000000000000bb");
    CHECK(gathered(store, ada) == Gathered::added);
    CHECK(gathered(store, bob) == Gathered::added);
    const auto sha = store.sessions()->front().assessment;
    const std::int64_t verdicts = verdicts_in(store, sha);
    CHECK(verdicts > 10);
    for (int i = 0; i < 3; ++i) CHECK(gathered(store, ada) == Gathered::known);
    CHECK(store.sessions()->size() == 2);
    CHECK(verdicts_in(store, sha) == verdicts);

    // What an assessor decided elsewhere comes along; what contradicts is refused and changes nothing.
    Bundle more = bundle_of(ada);
    more.whole.reviews.push_back({20'001, "kim", "met", "Seen and agreed."});
    CHECK(gathered(store, bundle_text(more.assessment, more.whole)) == Gathered::extended);
    Bundle other = more;
    other.whole.reviews[0].decision = "not_yet";
    PinnedShelf shelf = small_shelf();
    Diagnostics diagnostics;
    Problem problem;
    CHECK_FALSE(gather(store, other, shelf, diagnostics, problem));
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].code == "E751");
    REQUIRE(store.reviews(store.sessions()->front())->size() == 1);
    CHECK(store.reviews(store.sessions()->front())->front().decision == "met");

    int results = 0;
    REQUIRE(store.each_result([&](const StoredResult& one) {
        ++results;
        CHECK(one.result.complete);
        CHECK(one.result.decisions.size() == 3);
    }));
    CHECK(results == 2);
}

TEST_CASE("a session that goes on elsewhere is extended by what was decided there") {
    const TemporaryFolder folder;
    const fs::path path = folder.path / "all.store";
    make_small_store(path, small_plan(1));
    ResultStore store = opened(path);
    Bundle begun = bundle_of(results_file("aaa"));
    const std::string whole = begun.whole.logs[0];
    begun.whole.session.submitted = false;
    begun.whole.logs[0] = whole.substr(0, whole.find('\n', whole.find('\n') + 1) + 1);
    CHECK(gathered(store, bundle_text(begun.assessment, begun.whole)) == Gathered::added);
    CHECK(gathered(store, results_file("aaa")) == Gathered::extended);
    CHECK(store.logs(store.sessions()->front())->front() == whole);
    CHECK(store.sessions()->front().submitted);
    CHECK(gathered(store, bundle_text(begun.assessment, begun.whole)) == Gathered::known);  // the older copy again
}

TEST_CASE("a file of results with a byte changed is refused") {
    const std::string text = results_file("aaa");
    for (std::size_t at = 0; at + 1 < text.size(); at += 97) {
        std::string spoilt = text;
        spoilt[at] = spoilt[at] == 'x' ? 'y' : 'x';
        Diagnostics diagnostics;
        const Tree tree = read_json(spoilt, diagnostics.add_source("results", spoilt), diagnostics);
        INFO(at);
        CHECK((diagnostics.has_errors() || !read_bundle(tree, diagnostics)));
        CHECK(diagnostics.has_errors());
    }
}

TEST_CASE("one learner is erased to the last byte, and the others stay") {
    const TemporaryFolder folder;
    const fs::path path = folder.path / "a.store";
    make_small_store(path, small_plan(1));
    ResultStore store = opened(path);
    std::vector<std::string> learners;
    for (int i = 0; i < 4; ++i) learners.push_back(take_it(store));
    const std::string goes = learners[1];
    const std::string sha = store.assessments()->front().sha256;
    const std::int64_t verdicts = verdicts_in(store, sha);
    std::vector<StoredSession> sessions;
    const auto all = store.sessions();
    for (const StoredSession& one : *all)
        if (one.learner == goes) sessions.push_back(one);
    REQUIRE(store.add_review(sessions[0], {1, "kim", "met", "a-reason-in-words"}));
    REQUIRE(bytes_around(path).find(goes) != std::string::npos);
    REQUIRE(store.erase(sessions));
    for (const std::string& trace : {goes, sessions[0].id, std::string("a-reason-in-words")})
        CHECK(bytes_around(path).find(trace) == std::string::npos);
    CHECK(store.sessions()->size() == 3);
    CHECK(verdicts_in(store, sha) * 4 == verdicts * 3);
    for (const std::string& stays : {learners[0], learners[2], learners[3]})
        CHECK(bytes_around(path).find(stays) != std::string::npos);
    Diagnostics diagnostics;
    CHECK(ResultStore::open(path, diagnostics));
}

TEST_CASE("a backup is whole while others write, and comes back as a store") {
    const TemporaryFolder folder;
    const fs::path path = folder.path / "a.store", copy = folder.path / "b.store", back = folder.path / "c.store";
    make_small_store(path, small_plan(1));
    ResultStore store = opened(path);
    const std::string learner = take_it(store);
    REQUIRE(store.back_up(copy));
    CHECK_FALSE(store.back_up(copy));  // never over something
    REQUIRE(opened(copy).back_up(back));
    CHECK(opened(back).sessions()->front().learner == learner);
    CHECK((fs::status(back).permissions() & fs::perms::mask) == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("a result comes back from its bytes, and from nothing else") {
    const TemporaryFolder folder;
    make_small_store(folder.path / "a.store", small_plan(1));
    ResultStore store = opened(folder.path / "a.store");
    take_it(store);
    std::string bytes;
    StoredResult stored;
    REQUIRE(store.each_result([&](const StoredResult& one) { stored = one; }, true));
    bytes = pack_result(stored);
    StoredResult again;
    REQUIRE(unpack_result(bytes, again));
    CHECK(pack_result(again) == bytes);
    CHECK(again.rules == stored.rules);
    for (std::size_t size = 0; size < bytes.size(); ++size) CHECK_FALSE(unpack_result(bytes.substr(0, size), again));
    CHECK_FALSE(unpack_result(bytes + "x", again));
    for (std::size_t at = 0; at < bytes.size();
         ++at) {  // whatever stands there: an answer, and no more memory than it is
        std::string spoilt = bytes;
        spoilt[at] = static_cast<char>(0xff);
        unpack_result(spoilt, again);
    }
    // What was skipped by choice is kept beside the rest.
    StoredResult skipped = stored;
    skipped.result.outcome = Outcome::not_enough;
    skipped.result.skipped = 7;
    REQUIRE(unpack_result(pack_result(skipped), again));
    CHECK(again.result.outcome == Outcome::not_enough);
    CHECK(again.result.skipped == 7);
    CHECK(again.result.complete == stored.result.complete);
    skipped.result.skipped = 1'000'000;
    CHECK_FALSE(unpack_result(pack_result(skipped), again));
    // Sums that no case comes to could not be added up.
    for (const std::int64_t sum : {std::int64_t{-1}, std::int64_t{1'000'000'000'001}, INT64_MAX}) {
        StoredResult other = stored;
        other.result.overall.earned = sum;
        CHECK_FALSE(unpack_result(pack_result(other), again));
        other = stored;
        other.result.balance.privacy_loss = sum;
        CHECK_FALSE(unpack_result(pack_result(other), again));
        other = stored;
        other.rules.begin()->second = sum;
        CHECK_FALSE(unpack_result(pack_result(other), again));
    }
}

TEST_CASE("pseudonyms are random, and their list is kept apart") {
    const auto id = random_id("p-");
    REQUIRE(id);
    CHECK(is_random_id(*id, "p-"));
    CHECK(id->size() == 34);  // 128 bits
    CHECK(*id != *random_id("p-"));
    CHECK_FALSE(is_random_id("p-Ann", "p-"));
    const TemporaryFolder folder;
    const fs::path list = folder.path / "names.csv";
    REQUIRE(read_names(list)->empty());
    REQUIRE(write_names(list, {{*id, "Ann, of room 3"}}));
    REQUIRE(read_names(list)->size() == 1);
    CHECK(read_names(list)->front().name == "Ann, of room 3");
    CHECK((fs::status(list).permissions() & fs::perms::mask) == (fs::perms::owner_read | fs::perms::owner_write));
    std::ofstream(list, std::ios::app) << "Bob\n";
    CHECK_FALSE(read_names(list));
}
