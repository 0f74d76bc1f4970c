#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "engine/casework/case_file.h"
#include "engine/host/source_file.h"
#include "engine/scenario/reader.h"
#include "tests/support/catch.h"

using namespace ntk;

namespace {

std::shared_ptr<const Scenario> three_letters() {
    Diagnostics diagnostics;
    const Tree tree = read_tree_file("scenarios/three-letters.yaml", diagnostics);
    auto scenario = read_scenario(tree, diagnostics);
    INFO(diagnostics.render());
    REQUIRE(scenario != nullptr);
    CHECK(diagnostics.empty());
    return scenario;
}

std::vector<std::string> sentences(const std::string& text) {
    std::vector<std::string> all;
    std::string sentence;
    for (std::size_t i = 0; i < text.size(); ++i) {
        sentence += text[i];
        const bool stop = text[i] == '.' || text[i] == '?' || text[i] == '!';
        if (!stop || (i + 1 < text.size() && text[i + 1] != ' ' && text[i + 1] != '"')) continue;
        all.push_back(sentence);
        sentence.clear();
    }
    if (!sentence.empty()) all.push_back(sentence);
    return all;
}

long words(const std::string& sentence) {
    long count = 0;
    for (std::size_t i = 0; i < sentence.size(); ++i)
        if (sentence[i] != ' ' && (i == 0 || sentence[i - 1] == ' ')) ++count;
    return count;
}

}  // namespace

TEST_CASE("Three letters is whole") {
    const auto scenario = three_letters();
    CHECK(scenario->id == "three-letters");
    CHECK(scenario->packs == std::vector<std::string>{"england-2024", "plymouth"});
    CHECK(scenario->status == "not yet reviewed by a practitioner");
    CHECK(scenario->minutes_least == 20);
    CHECK(scenario->minutes_most == 25);

    int decisions = 0, options = 0, consequences = 0, forms = 0;
    for (const Node& node : scenario->nodes) {
        decisions += node.decision() ? 1 : 0;
        consequences += node.decision() ? 0 : 1;
        options += static_cast<int>(node.options.size());
        forms += static_cast<int>(node.composes.size());
    }
    CHECK(decisions == 12);
    CHECK(options == 48);
    CHECK(consequences == 10);
    CHECK(forms == 3);
    REQUIRE(scenario->endings.size() == 4);
    CHECK(scenario->endings.front().id == "exposed");
    CHECK(scenario->endings.back().when.empty());
    CHECK(scenario->meters ==
          std::map<std::string, int>{{"days", 0}, {"exposure", 0}, {"picture", 2}, {"safety", 5}, {"trust", 5}});
}

TEST_CASE("every decision of Three letters has what feedback and debrief need") {
    const auto scenario = three_letters();
    for (const Node& node : scenario->nodes) {
        if (!node.decision()) continue;
        INFO(node.id);
        CHECK_FALSE(node.childs_day.empty());
        std::string letters;
        for (const Option& option : node.options) {
            INFO(option.id);
            letters += option.id;
            CHECK_FALSE(option.tempts.empty());
            CHECK_FALSE(option.aloud.empty());
            CHECK_FALSE(option.expect.empty());
            CHECK_FALSE(option.acts.empty());
        }
        CHECK(letters == "abcd");
    }
    CHECK_FALSE(scenario->node("D9")->contested.empty());
    for (const char* stop : {"D4", "D7", "D9", "D11"}) CHECK_FALSE(scenario->node(stop)->prompt.empty());
}

TEST_CASE("options of one decision of Three letters are of much the same length") {
    const auto scenario = three_letters();
    for (const Node& node : scenario->nodes) {
        if (node.options.empty()) continue;
        INFO(node.id);
        const auto [shortest, longest] =
            std::minmax_element(node.options.begin(), node.options.end(),
                                [](const Option& a, const Option& b) { return a.say.size() < b.say.size(); });
        CHECK(longest->say.size() * 100 <= shortest->say.size() * 120);
    }
}

TEST_CASE("the words of Three letters are plain") {
    const auto scenario = three_letters();
    std::vector<std::string> shown = scenario->briefing;
    for (const Node& node : scenario->nodes) {
        for (const Passage& passage : node.text) shown.push_back(passage.text);
        shown.insert(shown.end(), {node.childs_day, node.contested, node.prompt});
        for (const Option& option : node.options) shown.insert(shown.end(), {option.say, option.tempts, option.aloud});
    }
    for (const Ending& ending : scenario->endings) shown.insert(shown.end(), {ending.text, ending.childs_week});
    for (const auto& [term, meaning] : scenario->glossary) shown.push_back(meaning);
    for (const std::string& text : shown)
        for (const std::string& sentence : sentences(text)) {
            INFO(sentence);
            CHECK(words(sentence) <= 25);
            for (const char* label : {"chaotic", "hard to reach", "non-compliant", "did not attend", "vulnerable"})
                CHECK(sentence.find(label) == std::string::npos);
        }
}

TEST_CASE("the letter of Three letters is sent as it came, and all else with its labels") {
    const auto scenario = three_letters();
    const Vocabulary& v = vocabulary();
    const auto labels = [&](const char* node, std::size_t option) {
        int count = 0;
        for (const Act& act : scenario->node(node)->options.at(option).acts)
            for (const Setting& setting : act.settings) count += setting.fact == v.act_labels ? 1 : 0;
        return count;
    };
    CHECK(labels("D1", 2) == 0);
    CHECK(labels("D2", 2) == 3);
    CHECK(labels("D8", 2) == 10);
    CHECK(act_number(scenario->node("D8")->options.at(0).acts.at(0), v.act_form, -1) ==
          enum_value(v.form, "whole_file"));
}

TEST_CASE("the neighbour of Three letters can be hurt and left out") {
    const auto scenario = three_letters();
    const Vocabulary& v = vocabulary();
    const Store& opening = scenario->opening;
    const int neighbour = opening.find(v.party, "neighbour");
    const int source = opening.find(v.item, "fire_source");
    CHECK(opening.set(v.danger_to, opening.find(v.party, "lee")).has(neighbour));
    CHECK(opening.set(v.onward_risk, opening.find(v.party, "csc")).has(opening.find(v.party, "lee")));
    CHECK(opening.set(v.identifies, source).has(neighbour));
    CHECK(opening.set(v.redactable, source).has(neighbour));
    CHECK(act_set(scenario->node("D8")->options.at(2).acts.at(0), v.act_redact).has(neighbour));
}
