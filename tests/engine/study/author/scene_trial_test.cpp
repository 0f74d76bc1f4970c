#include "engine/study/author/scene_trial.h"

#include "engine/study/author/case_coverage.h"
#include "engine/study/author/option_table.h"
#include "engine/study/author/settable_facts.h"
#include "tests/support/catch.h"
#include "tests/support/play_world.h"

using namespace ntk;

namespace {

std::shared_ptr<const RuleBook> rules() {
    static const Player player = player_of(two_doors);
    return player.attempt().judge().rules();
}

SceneTrial trial_at(const std::string& scene, Way way, std::vector<Setting> facts = {},
                    std::map<std::string, int> meters = {}) {
    TrialRequest request;
    request.scene = scene;
    request.way = std::move(way);
    request.facts = std::move(facts);
    request.meters = std::move(meters);
    return come_to(scenario_at(two_doors), rules(), request, Proofs::written);
}

const SettableFact* fact_at(const std::vector<FactSubject>& subjects, const std::string& path) {
    for (const FactSubject& subject : subjects)
        for (const SettableFact& fact : subject.facts)
            if (fact.path == path) return &fact;
    return nullptr;
}

}  // namespace

TEST_CASE("the shortest way to every scene is found, and those only a form leads to are left out") {
    const auto ways = shortest_ways(*scenario_at(two_doors));
    std::map<std::string, std::string> words;
    for (const auto& [scene, way] : ways) words[scene] = way_text(way);
    CHECK(words == std::map<std::string, std::string>{{"D1", ""}, {"C1", "b"}, {"D2", "a"}, {"D3", "aa"}});
}

TEST_CASE("a scene is come to by a way, or it is said why not") {
    const SceneTrial by_promise = trial_at("D2", {{"b"}});
    REQUIRE(by_promise.at);
    CHECK(by_promise.at->visited("C1"));
    CHECK(trial_at("C1", {{"b"}}).at->node()->id == "C1");
    CHECK(trial_at("C1", {{"a"}}).problem == "The way ends at D2, before this scene.");
    CHECK(trial_at("D2", {{"x"}}).problem == "At D1: There is no choice 'x' here.");
    CHECK(trial_at("C2", {{"a"}, {"a"}, {"a"}}).problem == "The way goes to the end without this scene.");
    CHECK(way_text(*way_up_to(scenario_at(two_doors), rules(), {{"b"}, {"a"}, {"b"}}, "D2")) == "b");
    CHECK_FALSE(way_up_to(scenario_at(two_doors), rules(), {{"a"}, {"a"}, {"b"}}, "C1"));
}

TEST_CASE("meters stand as they are set, and endings follow") {
    const SceneTrial low = trial_at("D3", {{"a"}, {"a"}}, {}, {{"safety", -4}});
    REQUIRE(low.at);
    CHECK(low.at->meters().at("safety") == -4);
    CHECK(option_table(*low.at).rows.at(0).ending == "Slowly");
    CHECK(option_table(*trial_at("D3", {{"a"}, {"a"}}).at).rows.at(0).ending == "Fed");
}

TEST_CASE("the options of a scene stand side by side with acts, verdicts and where they lead") {
    const OptionTable table = option_table(*trial_at("D1", {}).at);
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[0].id == "a");
    CHECK(table.rows[0].leads_to == "D2");
    CHECK(table.rows[0].meters == std::vector<std::string>{"safety +2"});
    CHECK(table.rows[1].leads_to == "C1");
    CHECK_FALSE(table.rows[1].acts.empty());
    const auto broken = [](const OptionRow& row) {
        int count = 0;
        for (const VerdictView& verdict : row.verdicts) count += verdict.state == "breached" ? 1 : 0;
        return count;
    };
    CHECK(broken(table.rows[0]) == 0);
    CHECK(broken(table.rows[2]) > 0);
    CHECK_FALSE(table.facts_read.empty());
    const OptionTable form = option_table(*trial_at("D2", {{"a"}}).at);
    REQUIRE(form.rows.size() == 3);
    CHECK(form.rows[2].form);
    CHECK(form.rows[2].problem == "You send nothing: say why, or choose what to send.");
    CHECK(option_table(*trial_at("C1", {{"b"}}).at).rows.empty());
}

TEST_CASE("a fact set otherwise turns verdicts") {
    const SceneTrial as_written = trial_at("D1", {});
    const auto subjects = settable_facts(*scenario_at(two_doors), as_written.at->facts());
    const SettableFact* harm = fact_at(subjects, "case.harm");
    REQUIRE(harm != nullptr);
    CHECK(harm->now == "likely");
    const SettableFact* use = fact_at(subjects, "hunger.use[csc]");
    REQUIRE(use != nullptr);
    CHECK(use->now == "essential");
    CHECK(fact_at(subjects, "alone.grade") == nullptr);  // not known yet
    CHECK(fact_at(subjects, "mia.age") == nullptr);
    const auto none = std::find_if(use->values.begin(), use->values.end(),
                                   [](const FactValue& value) { return value.words == "none"; });
    REQUIRE(none != use->values.end());
    const Outcomes before = outcomes_at(*as_written.at);
    CHECK(flips_between(before, before, *rules()).empty());
    const Outcomes after = outcomes_at(*trial_at("D1", {}, {none->setting}).at);
    const auto flips = flips_between(before, after, *rules());
    CHECK(std::any_of(flips.begin(), flips.end(), [](const VerdictFlip& flip) { return flip.option == "a"; }));
    for (const VerdictFlip& flip : flips) CHECK(flip.before != flip.after);
}

TEST_CASE("coverage says which norms the options of a scene have met, and under which rule") {
    CaseCoverage coverage;
    coverage.add(*trial_at("D1", {}).at);
    CHECK(coverage.tried() == 3);
    const auto headings = coverage_by_heading(coverage, *rules());
    REQUIRE_FALSE(headings.empty());
    std::size_t met = 0;
    for (const CoveredHeading& heading : headings) {
        CHECK(heading.met() <= heading.norms.size());
        met += heading.met();
        for (const CoveredNorm& norm : heading.norms)
            for (const auto& scene : norm.scenes) CHECK(scene.first == "D1");
    }
    CHECK(met > 3);
}
