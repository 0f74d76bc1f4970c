#include "tests/support/assessment_world.h"

#include <fcntl.h>
#include <unistd.h>

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "engine/host/store/bundle.h"
#include "engine/text/json_reader.h"
#include "engine/text/sha256.h"
#include "tests/support/bad_corpus.h"
#include "tests/support/play_world.h"
#include "tests/support/rule_packs.h"
#include "tests/support/temporary_folder.h"

namespace ntk {

namespace {

void gather_one(ResultStore& store, const std::string& text, Diagnostics& diagnostics) {
    const Tree tree = read_json(text, diagnostics.add_source("gathered.results.json", text), diagnostics);
    const auto bundle = read_bundle(tree, diagnostics);
    PinnedShelf shelf = small_shelf();
    Problem problem;
    if (bundle) gather(store, *bundle, shelf, diagnostics, problem);
    if (!problem.message.empty()) throw std::runtime_error(problem.message);
}

}  // namespace

AssessmentPlan small_plan(int cases, int limit_minutes) {
    AssessmentForm form;
    form.id = "tiny";
    form.title = "A tiny form";
    form.version = "1.0.0";
    AssessmentTerms terms;
    terms.seed = 5;
    terms.limit_minutes = limit_minutes;
    terms.purpose = "A course.";
    terms.contact = "Ann, room 3.";
    terms.keep_days = 30;
    const std::vector<std::shared_ptr<const Scenario>> all(static_cast<std::size_t>(cases), scenario_at(two_doors));
    return set_assessment(form, all, *small_cases(1).front().rules, terms);
}

std::vector<AssessmentCase> small_cases(int cases) {
    const auto scenario = scenario_at(two_doors);
    return std::vector<AssessmentCase>(static_cast<std::size_t>(cases),
                                       {scenario, rule_book(scenario->packs, scenario->as_of)});
}

PinnedShelf small_shelf() {
    const std::filesystem::path root = NTK_ROOT;
    return PinnedShelf({root, root / two_doors, {}});
}

ResultStore opened(const std::filesystem::path& path, const StoreOptions& options) {
    Diagnostics diagnostics;
    auto store = ResultStore::open(path, diagnostics, options);
    if (!store) throw std::runtime_error(diagnostics.render());
    return std::move(*store);
}

StoredAssessment make_small_store(const std::filesystem::path& path, const AssessmentPlan& plan,
                                  const StoreOptions& options) {
    if (const auto made = ResultStore::make(path, plan.keep_days); !made)
        throw std::runtime_error(made.error().message);
    StoredAssessment assessment = stored_assessment(plan);
    ResultStore store = opened(path, options);
    if (const auto added = store.add_assessment(assessment); !added) throw std::runtime_error(added.error().message);
    return assessment;
}

std::string results_file(const std::string& options, const std::string& session, const std::string& learner) {
    const AssessmentPlan plan = small_plan(1);
    const StoredAssessment assessment = {sha256(plan_text(plan)), plan_text(plan), 20'000};
    Player player = player_of(two_doors, Mode::assessment, plan.seed);
    if (const std::string refusal = play(player, options); !refusal.empty()) throw std::runtime_error(refusal);
    WholeSession whole;
    whole.session.id = session;
    whole.session.learner = learner;
    whole.session.assessment = assessment.sha256;
    whole.session.day = 20'000;
    whole.session.submitted = true;
    whole.logs = {player.log()};
    return bundle_text(assessment, whole);
}

std::string diagnose_store(const std::filesystem::path& path) {
    const TemporaryFolder folder;
    const std::filesystem::path file = folder.path / "results.store";
    const AssessmentPlan plan = small_plan(1);
    make_small_store(file, plan);
    Diagnostics diagnostics;
    std::istringstream lines(whole_file(path));
    std::string line, text;
    while (std::getline(lines, line)) {
        if (line.starts_with("result ")) {
            text = results_file(line.substr(7));
        } else if (line.starts_with("replace ")) {
            const std::size_t arrow = line.find(" => ");
            const std::string was = line.substr(8, arrow - 8);
            if (text.find(was) == std::string::npos) throw std::runtime_error("nothing to replace: " + was);
            text.replace(text.find(was), was.size(), line.substr(arrow + 4));
        } else if (line == "digest again") {
            const std::size_t at = text.rfind(",\"sha256\":");
            text = text.substr(0, at) + ",\"sha256\":\"" + sha256(text.substr(0, at) + "}") + "\"}\n";
        } else if (line == "set with another case") {
            AssessmentPlan other = plan;
            other.cases[0].sha256 = std::string(64, '0');
            ResultStore store = opened(file);
            if (!store.add_assessment({sha256(plan_text(other)), plan_text(other), 0})) throw std::runtime_error(line);
        } else if (line == "gather") {
            ResultStore store = opened(file);
            gather_one(store, text, diagnostics);
        } else if (line.starts_with("cut ")) {
            std::filesystem::resize_file(file, std::stoul(line.substr(4)));
        } else if (line == "missing") {
            std::filesystem::remove(file);
        } else if (line.starts_with("beside ")) {
            std::ofstream(file.string() + line.substr(7)) << "something";
        } else if (line.starts_with("bytes ")) {
            std::istringstream words(line.substr(6));
            std::size_t at = 0;
            std::string written;
            words >> at >> written;
            std::fstream(file, std::ios::binary | std::ios::in | std::ios::out).seekp(static_cast<long>(at)) << written;
        } else if (line.starts_with("sql ")) {
            SQLite::Database database(file.c_str(), SQLite::OPEN_READWRITE);
            database.exec(line.substr(4));
        } else if (line.starts_with("take up")) {
            // A session whose rows were changed by hand is opened again.
            ResultStore store = opened(file);
            PinnedShelf shelf = small_shelf();
            Problem problem;
            const auto all = store.assessments();
            AssessmentDesk::open(store, all->front(), "p-0123456789abcdef", shelf, diagnostics, problem);
        } else if (!line.empty()) {
            throw std::runtime_error(path.string() + ": " + line);
        }
    }
    ResultStore::open(file, diagnostics);
    std::string findings = diagnostics.render();
    const std::string place = folder.path.string() + "/";
    for (std::size_t at = findings.find(place); at != std::string::npos; at = findings.find(place, at))
        findings.erase(at, place.size());
    return findings;
}

}  // namespace ntk
