#include <CLI/CLI.hpp>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "game/tool/cohort.h"
#include "tests/support/bad_corpus.h"
#include "tests/support/catch.h"
#include "tests/support/cohort_maker.h"
#include "tests/support/json_schema.h"

using namespace ntk;

namespace {

namespace fs = std::filesystem;

// A folder that is gone after the test.
struct ScratchFolder {
    fs::path path = fs::temp_directory_path() / ("cohort-" + std::to_string(::getpid()));
    ScratchFolder() { fs::create_directories(path); }
    ~ScratchFolder() { fs::remove_all(path); }
};

struct Ran {
    int code = -1;
    std::string out, err;
};

Ran run(std::vector<std::string> words) {
    CLI::App app("x", "needtoknow");
    tool::CohortCommand cohort(app);
    words.insert(words.begin(), "cohort");
    std::reverse(words.begin(), words.end());  // CLI11 takes them from the back
    app.parse(words);
    std::ostringstream out, err;
    const int code = cohort.run(out, err);
    return {code, out.str(), err.str()};
}

nlohmann::json figures_of(const fs::path& folder, std::vector<std::string> more = {}) {
    const fs::path report = folder.parent_path() / (folder.filename().string() + ".json");
    more.insert(more.begin(), {folder.string(), "--report", report.string()});
    const Ran ran = run(more);
    INFO(ran.err);
    REQUIRE(ran.code == 0);
    auto json = nlohmann::json::parse(whole_file(report));
    fs::remove(report);
    return json;
}

double number(const nlohmann::json& json) { return json.is_null() ? std::nan("") : std::stod(json.get<std::string>()); }

const nlohmann::json& named(const nlohmann::json& all, const std::string& key, const std::string& value) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one[key] == value; });
    REQUIRE(found != all.end());
    return *found;
}

// Learners of every skill, half of whom overshare when they slip and half of whom wait for consent.
void write_cohort(const fs::path& folder, int each) {
    const std::vector<MadeCase> cases = made_cases("form-a");
    std::uint64_t number = 0;
    for (const char* group : {"schools", "housing"}) {
        const std::string habit = group == std::string("schools") ? "consent first" : "share all";
        fs::create_directories(folder / group);
        for (int i = 0; i < each; ++i) {
            const MadeLearner learner{made_pseudonym(++number), 100 * i / (each - 1), i % 3 == 0 ? "" : habit};
            for (std::size_t c = 0; c < cases.size(); ++c)
                std::ofstream(folder / group / (learner.pseudonym + "-" + std::to_string(c) + ".json"),
                              std::ios::binary)
                    << made_report(cases[c], learner, number * 100 + c);
        }
    }
}

}  // namespace

TEST_CASE("a made-up cohort on a shipped form shows what it was made of") {
    const ScratchFolder scratch;
    const fs::path folder = scratch.path / "results";
    write_cohort(folder, 20);
    const auto json = figures_of(folder);
    CHECK(schema_findings(json, nlohmann::json::parse(whole_file("assets/schema/cohort-1.schema.json"))) == "");
    CHECK(json["people"] == 40);
    CHECK(json["results"] == 320);

    // People of very different skill: the cases agree, and everything points the same way.
    const auto& form = named(json["forms"], "id", "form-a");
    CHECK(form["people"] == 40);
    CHECK(number(form["alpha"]) > 0.8);
    CHECK(number(form["alpha_interval"]["low"]) < number(form["alpha"]));
    CHECK(number(form["alpha_interval"]["high"]) > number(form["alpha"]));
    CHECK(number(form["sem_points"]) < number(form["sd_points"]));
    CHECK(number(form["livingston"]) >= number(form["alpha"]) - 0.01);
    for (const auto& one : form["cases"]) CHECK(number(one["discrimination"]) > 0);
    double weight = 0;
    for (const auto& one : form["cases"]) weight += number(one["effective_weight_percent"]);
    CHECK(weight == Approx(100).margin(4));  // eight figures, each rounded

    const auto& over = named(json["groups"], "name", "housing");
    const auto& waiting = named(json["groups"], "name", "schools");
    CHECK(number(over["lean"]) > number(waiting["lean"]) + 30);
    CHECK(number(waiting["waits_for_consent_percent"]) > 2 * number(over["waits_for_consent_percent"]));

    for (const auto& one : json["cases"])
        for (const auto& item : one["decisions"])
            for (const auto& option : item["options"])
                if (option["picked"].is_number()) CHECK((option["picked"] == 0 || option["picked"] >= 5));
}

TEST_CASE("learners who all decide at random do not agree, and the report says so") {
    const ScratchFolder scratch;
    const fs::path folder = scratch.path / "random";
    fs::create_directories(folder);
    const std::vector<MadeCase> cases = made_cases("form-a");
    for (std::uint64_t person = 1; person <= 30; ++person)
        for (std::size_t c = 0; c < cases.size(); ++c)
            std::ofstream(folder / (std::to_string(person) + "-" + std::to_string(c) + ".json"), std::ios::binary)
                << made_report(cases[c], {made_pseudonym(person), 0, ""}, person * 1000 + c);
    const auto json = figures_of(folder);
    const auto& form = named(json["forms"], "id", "form-a");
    CHECK(number(form["alpha"]) < 0.5);
    CHECK(number(form["met_percent"]) == 0);
    // The same files twice are the same people once.
    const fs::path twice = scratch.path / "again";
    fs::copy(folder, twice);
    const Ran both =
        run({folder.string(), twice.string(), "--form", std::string(NTK_ROOT) + "/scenarios/forms/form-a.yaml"});
    CHECK(both.code == 0);
    CHECK(both.out.find("240 later attempts") == std::string::npos);
}
