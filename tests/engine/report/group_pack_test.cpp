#include "engine/report/group_pack.h"

#include <algorithm>
#include <filesystem>

#include "engine/host/library.h"
#include "engine/host/pdf_writer.h"
#include "engine/host/source_file.h"
#include "engine/play/player.h"
#include "engine/study/plan.h"
#include "tests/support/catch.h"
#include "tests/support/html_checks.h"
#include "tests/support/play_world.h"

using namespace ntk;

namespace {

struct Case {
    std::shared_ptr<const Scenario> scenario;
    std::shared_ptr<const RuleBook> rules;
    std::vector<Way> known;
    ReportDocument pack() const { return group_pack(scenario, rules, known); }
};

std::vector<Way> planned(const std::filesystem::path& path) {
    Diagnostics diagnostics;
    const Plan plan = read_plan(read_tree_file(path, diagnostics), diagnostics);
    REQUIRE(diagnostics.render() == "");
    std::vector<Way> ways;
    for (const Plan::Run& run : plan.runs) {
        std::string problem;
        Way way;
        for (const ScriptedChoice& choice : read_choices(run.choices, problem))
            way.push_back({choice.input.id, choice.input.kind == Input::Kind::compose, choice.input.answers});
        REQUIRE(problem == "");
        ways.push_back(std::move(way));
    }
    return ways;
}

Case case_at(std::string path) {
    Case found;
    found.scenario = scenario_at(path);
    found.rules = player_of(path).attempt().judge().rules();
    path.replace(path.size() - 5, 5, ".plan.yaml");
    if (std::filesystem::exists(path)) found.known = planned(path);
    return found;
}

// Where a heading has nothing under it before the next of its level or above.
std::string empty_sections(const ReportDocument& document) {
    std::string found;
    const auto& parts = document.parts();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].kind != ReportPart::Kind::heading) continue;
        if (parts[i].text.empty()) found += "a heading without words\n";
        const bool last = i + 1 == parts.size();
        if (last || (parts[i + 1].kind == ReportPart::Kind::heading && parts[i + 1].level <= parts[i].level))
            found += parts[i].text + " is empty\n";
    }
    return found;
}

// The part of a pack's text from one heading up to another.
std::string part_of(const std::string& text, const std::string& from, const std::string& to) {
    const std::size_t begin = text.find(from);
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find(to, begin + from.size()) - begin);
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("the pack of a case reads as its golden files say") {
    const ReportDocument pack = case_at(two_doors).pack();
    CHECK(differs_from_golden("tests/golden/play/two-doors-pack.txt", document_text(pack)) == "");
    CHECK(differs_from_golden("tests/golden/play/two-doors-pack.html", document_html(pack)) == "");
}

TEST_CASE("every case of the library makes a sound pack without an empty section") {
    int cases = 0;
    for (const auto& entry : std::filesystem::directory_iterator("scenarios")) {
        const std::string path = entry.path().string();
        if (!path.ends_with(".yaml") || path.ends_with(".plan.yaml")) continue;
        INFO(path);
        ++cases;
        const Case one = case_at(path);
        const ReportDocument pack = one.pack();
        CHECK(empty_sections(pack) == "");
        CHECK(page_faults(document_html(pack)) == "");
        const std::string text = document_text(pack);
        CHECK(has(text, "On it nothing falls short."));
        CHECK(has(text, "\nContent note\n" + one.scenario->content_note));
        for (const Node& node : one.scenario->nodes) {
            CHECK(has(text, node.title));
            CHECK((node.prompt.empty() || has(text, "To talk about: " + node.prompt)));
            for (const Option& option : node.options) CHECK(has(text, option.say));
        }
        for (const auto* lines : {&one.scenario->facilitator, &one.scenario->questions, &one.scenario->sources})
            for (const std::string& line : *lines) CHECK(has(text, line));
        CHECK(!has(text, "It cannot be chosen on this way"));
    }
    CHECK(cases >= 18);
}

TEST_CASE("the verdicts of a pack are the ones a player is told who comes the recommended way") {
    const Case one = case_at(three_letters);
    const Way way = recommended_way(one.scenario, one.rules, one.known);
    const std::string text = document_text(one.pack());
    Player on_the_way(one.scenario, one.rules, Mode::practice);
    for (std::size_t i = 0; i < way.size(); ++i) {
        go_to_scene(on_the_way);
        const Page scene = on_the_way.page();
        const std::string part = part_of(text, "\n" + std::to_string(i + 1) + ". " + scene.title + " (",
                                         "\n" + std::to_string(i + 2) + ". ");
        for (std::size_t k = 0; k < scene.choices.size(); ++k) {
            Player other(one.scenario, one.rules, Mode::practice);
            for (std::size_t j = 0; j < i; ++j) {
                go_to_scene(other);
                REQUIRE(other.apply(choosing(way[j].id)) == "");
            }
            go_to_scene(other);
            REQUIRE(other.apply(choosing(scene.choices[k].id)) == "");
            while (other.page().kind != PageKind::feedback) REQUIRE(other.apply(doing(Input::Kind::go_on)) == "");
            const std::string option = part_of(part, "\nOption " + std::to_string(k + 1), "\n\n");
            std::size_t at = 0;
            for (const VerdictView& verdict : other.page().feedback.verdicts) {
                INFO(scene.title << ", option " << k + 1 << ", " << verdict.norm << "\n" << option);
                if (verdict.state == "kept" && verdict.credit.empty()) {
                    const std::size_t kept = option.find("\nKept: ");
                    REQUIRE(kept != std::string::npos);
                    CHECK(option.find(verdict.title + " (" + verdict.norm + ")", kept) != std::string::npos);
                    continue;
                }
                at = option.find("- " + verdict.norm + ", " + verdict.title, at);
                REQUIRE(at != std::string::npos);
                at = option.find("Verdict: " + verdict.word, at);
                REQUIRE(at != std::string::npos);
                if (!verdict.better.empty())
                    CHECK(option.find("Would have kept it: " + verdict.better, at) < option.size());
            }
        }
        on_the_way.apply(choosing(way[i].id));
    }
}

TEST_CASE("at a contested decision no option is called right") {
    const std::string text = document_text(case_at(three_letters).pack());
    const std::string part = part_of(text, ". One line on Beth (", "\n10. ");
    CHECK(has(part, "Contested: practitioners are divided here, and there is no right answer."));
    CHECK(has(part, "Verdict: Practitioners are divided"));
    CHECK(has(part, "(the way of this pack takes it; here it is no better than the others)"));
    CHECK(!has(part, "recommended"));
}

TEST_CASE("a way on which something falls short is not recommended, and without a plan one is looked for") {
    const Case one = case_at(three_letters);
    std::string problem;
    Way poor;
    for (const ScriptedChoice& choice : read_choices("aaaaaaaaaaaa", problem)) poor.push_back({choice.input.id});
    const std::string best = way_text(recommended_way(one.scenario, one.rules, one.known));
    std::vector<Way> ways = one.known;
    ways.insert(ways.begin(), poor);
    CHECK(way_text(recommended_way(one.scenario, one.rules, ways)) == best);
    const Way found = recommended_way(one.scenario, one.rules, {});
    CHECK(has(document_text(group_pack(one.scenario, one.rules, {})), "It is " + way_text(found)));
    CHECK(found.size() == 12);
}

TEST_CASE("a pack goes on paper too") {
    const auto paper = report_pdf(case_at(two_doors).pack(), "Facilitator's pack");
    REQUIRE(paper);
    CHECK(paper->starts_with("%PDF-"));
}
