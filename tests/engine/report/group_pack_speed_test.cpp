// Facilitators' packs of whole cases, beside what a learner is told.

#include <filesystem>

#include "engine/play/player.h"
#include "engine/study/plan.h"
#include "tests/support/catch.h"
#include "tests/support/html_checks.h"
#include "tests/support/packed_case.h"
#include "tests/support/play_world.h"

using namespace ntk;

namespace {

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

TEST_CASE("every case of the library makes a sound pack without an empty section") {
    int cases = 0;
    for (const auto& entry : std::filesystem::directory_iterator("scenarios")) {
        const std::string path = entry.path().string();
        if (!path.ends_with(".yaml") || path.ends_with(".plan.yaml")) continue;
        INFO(path);
        ++cases;
        const PackedCase one = packed_case(path);
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
    const PackedCase one = packed_case(three_letters);
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

TEST_CASE("a way on which something falls short is not recommended, and without a plan one is looked for") {
    const PackedCase one = packed_case(three_letters);
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
