#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <fstream>

#include "engine/host/store/assessment_desk.h"
#include "tests/support/assessment_world.h"
#include "tests/support/bad_corpus.h"
#include "tests/support/catch.h"
#include "tests/support/fault_layer.h"
#include "tests/support/play_world.h"
#include "tests/support/temporary_folder.h"

using namespace ntk;

namespace {

const std::string learner = "p-0123456789abcdef";

AssessmentDesk desk_at(ResultStore& store, const StoredAssessment& assessment) {
    PinnedShelf shelf = small_shelf();
    Diagnostics diagnostics;
    Problem problem;
    auto desk = AssessmentDesk::open(store, assessment, learner, shelf, diagnostics, problem);
    if (!desk) throw std::runtime_error(diagnostics.render() + problem.message);
    return std::move(*desk);
}

// Everything a store holds of the learner's session: the logs one after the other, and whether it is handed in.
std::string held(ResultStore& store) {
    std::string text;
    const auto sessions = store.sessions();
    if (!sessions) throw std::runtime_error(sessions.error().message);
    for (const StoredSession& session : *sessions) {
        const auto logs = store.logs(session);
        if (!logs) throw std::runtime_error(logs.error().message);
        for (const std::string& log : *logs) text += log;
        if (session.submitted) text += "handed in\n";
    }
    return text;
}

// The next input of somebody who takes the first of everything.
Input next_input(const Page& page) {
    if (page.choices.empty()) return doing(Input::Kind::go_on);
    return choosing(page.choices.front().id);
}

// What was held once a call had come back, and how many steps the disk had seen by then.
struct Kept {
    std::size_t steps = 0;
    std::string text;
};

}  // namespace

TEST_CASE("a power cut at any write loses at most the decision being written") {
    const TemporaryFolder folder;
    const std::filesystem::path path = folder.path / "a.store";
    const StoredAssessment assessment = make_small_store(path, small_plan());
    const std::string before = whole_file(path);
    fault_layer::begin();
    std::vector<Kept> kept;
    {
        ResultStore store = opened(path, {fault_layer::name, 5000, 6});
        AssessmentDesk desk = desk_at(store, assessment);
        kept.push_back({fault_layer::steps().size(), held(store)});
        for (int i = 0; i < 100 && !desk.session().submitted(); ++i) {
            REQUIRE(desk.apply(next_input(desk.page())).empty());
            std::string now = held(store);
            if (now != kept.back().text) kept.push_back({fault_layer::steps().size(), std::move(now)});
        }
        REQUIRE(desk.session().submitted());
    }
    REQUIRE(kept.size() > 8);  // nothing, a first line, six decisions, handed in
    const std::vector<FileStep> steps = fault_layer::steps();
    REQUIRE(std::count_if(steps.begin(), steps.end(), [&](const FileStep& step) {
                return step.kind == FileStep::Kind::sync && step.file == path.string();
            }) > 2);  // the write-ahead log has been worked into the file more than once

    int cuts = 0, in_flight = 0;
    for (std::size_t count = 0; count <= steps.size(); ++count) {
        for (const Unsynced lost : {Unsynced::dropped, Unsynced::kept, Unsynced::torn, Unsynced::in_another_order}) {
            const TemporaryFolder afterwards;
            const std::filesystem::path file = afterwards.path / "a.store";
            std::vector<FileStep> all = {{FileStep::Kind::write, path.string(), 0, before},
                                         {FileStep::Kind::sync, path.string(), 0, {}}};
            all.insert(all.end(), steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(count));
            for (const auto& [name, bytes] : after_a_power_cut(all, all.size(), lost))
                std::ofstream(afterwards.path / std::filesystem::path(name).filename(), std::ios::binary) << bytes;
            Diagnostics diagnostics;
            auto store = ResultStore::open(file, diagnostics);
            INFO("cut after step " << count << " of " << steps.size() << "\n" << diagnostics.render());
            REQUIRE(store);
            const std::string now = held(*store);
            std::size_t done = 0;
            while (done + 1 < kept.size() && kept[done + 1].steps <= count) ++done;
            const bool next_too = done + 1 < kept.size() && now == kept[done + 1].text;
            const bool good = now == kept[done].text || next_too;
            CHECK(good);
            ++cuts;
            in_flight += next_too ? 1 : 0;
        }
    }
    CHECK(cuts > 400);
    CHECK(in_flight > 0);
}

TEST_CASE("whatever the disk refuses is not decided, and goes on once it takes it") {
    using fault_layer::Refusal;
    const auto [how, words] =
        GENERATE(table<Refusal, std::string>({{Refusal::full, "there is no room left on the disk"},
                                              {Refusal::broken, "the store cannot be used: "},
                                              {Refusal::read_only, "the store cannot be written"}}));
    const TemporaryFolder folder;
    const std::filesystem::path path = folder.path / "a.store";
    const StoredAssessment assessment = make_small_store(path, small_plan());
    fault_layer::begin();
    ResultStore store = opened(path, {fault_layer::name, 100, 12});
    AssessmentDesk desk = desk_at(store, assessment);
    int refused = 0;
    for (int i = 0; i < 200 && !desk.session().submitted(); ++i) {
        // Each input is first tried on a disk that refuses at its first, second ... step.
        for (long long at = 0; at < 6 && !desk.session().submitted(); ++at) {
            const std::string before = held(store);
            const PageKind kind = desk.page().kind;
            const std::string id = desk.page().id;
            fault_layer::refuse_from(at, how);
            const std::string said = desk.apply(next_input(desk.page()));
            fault_layer::refuse_from(0, Refusal::none, 0);
            if (said.empty()) break;  // it wrote less than that
            ++refused;
            INFO(said);
            CHECK(said.find("This could not be kept, so it has not been done.") == 0);
            CHECK(said.find(words) != std::string::npos);
            CHECK(held(store).find(before) == 0);
            if (kind == PageKind::scene) {
                CHECK(desk.page().id == id);
                CHECK(held(store) == before);
            }
        }
        if (!desk.session().submitted()) REQUIRE(desk.apply(next_input(desk.page())).empty());
    }
    CHECK(desk.session().submitted());
    CHECK(refused > 8);
    Diagnostics diagnostics;
    CHECK(ResultStore::open(path, diagnostics));
}

TEST_CASE("a program that is killed goes on at the same decision") {
    const TemporaryFolder folder;
    const std::filesystem::path path = folder.path / "a.store";
    const StoredAssessment assessment = make_small_store(path, small_plan());
    int lives = 0;
    std::string before;
    for (; lives < 60; ++lives) {
        // Each life decides a little, says what it was told is kept, and is killed without warning.
        int pipe_ends[2];
        REQUIRE(::pipe(pipe_ends) == 0);
        const pid_t child = ::fork();
        if (child == 0) {
            ResultStore store = opened(path);
            AssessmentDesk desk = desk_at(store, assessment);
            for (int i = 0; i < 2 + lives % 3 && !desk.session().submitted(); ++i) {
                desk.apply(next_input(desk.page()));
                const std::string now = held(store) + '\0';
                if (::write(pipe_ends[1], now.data(), now.size()) < 0) break;
            }
            ::kill(::getpid(), SIGKILL);
        }
        ::close(pipe_ends[1]);
        std::string told;
        char part[4096];
        for (ssize_t got = 0; (got = ::read(pipe_ends[0], part, sizeof part)) > 0;)
            told.append(part, static_cast<std::size_t>(got));
        ::close(pipe_ends[0]);
        int status = 0;
        ::waitpid(child, &status, 0);
        REQUIRE(WIFSIGNALED(status));
        REQUIRE_FALSE(told.empty());
        told.pop_back();
        const std::string last = told.substr(told.rfind('\0') + 1);
        ResultStore store = opened(path);
        CHECK(held(store) == last);
        CHECK(last.find(before) == 0);
        before = last;
        if (last.ends_with("handed in\n")) break;
    }
    CHECK(before.ends_with("handed in\n"));
    CHECK(lives > 3);
}
