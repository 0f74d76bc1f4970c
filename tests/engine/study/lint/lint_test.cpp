#include "engine/study/lint/lint.h"

#include <algorithm>

#include "engine/scenario/reader.h"
#include "engine/study/lint/allowed.h"
#include "engine/text/codes.h"
#include "tests/support/catch.h"
#include "tests/support/clean_case.h"
#include "tests/support/rule_packs.h"

using namespace ntk;

namespace {

// The codes found in the clean case with a change laid over it, one for each finding.
std::string codes(const std::string& change) {
    Diagnostics diagnostics;
    const Tree tree = read_yaml_text("over: clean-case\n" + change, diagnostics);
    check_changed_case(tree, diagnostics);
    std::string all;
    for (const Diagnostic& one : diagnostics.in_order()) all += (all.empty() ? "" : " ") + one.code;
    return all;
}

// The places of W505 in a scene's text, as "line:column".
std::string label_places(const std::string& text) {
    Diagnostics diagnostics;
    const Tree tree = read_yaml_text("over: clean-case\nnodes:\n  D1:\n" + text, diagnostics);
    check_changed_case(tree, diagnostics);
    std::string all;
    for (const Diagnostic& one : diagnostics.in_order())
        if (one.code == "W505") all += std::to_string(one.place.line) + ":" + std::to_string(one.place.column) + " ";
    return all;
}

}  // namespace

TEST_CASE("every lint has a row among the codes, and the rows are in order") {
    const std::vector<Lint>& lints = all_lints();
    for (std::size_t i = 0; i < lints.size(); ++i) {
        INFO(lints[i].code);
        CHECK(std::any_of(all_codes().begin(), all_codes().end(),
                          [&](const CodeInfo& info) { return info.code == lints[i].code; }));
        if (i > 0) CHECK(lints[i - 1].code < lints[i].code);
    }
}

TEST_CASE("a finding points at the words, however the text is written") {
    CHECK(label_places("    text: It is chaotic here.\n") == "4:17 ");
    CHECK(label_places("    text: >-\n      It is\n      chaotic here.\n") == "6:7 ");
    CHECK(label_places("    text: 'It''s \"so\" chaotic here.'\n") == "4:23 ");
    CHECK(label_places("    text: \"It is \\\"so\\\" chaotic here.\"\n") == "4:25 ");
    CHECK(label_places("    text:\n      - |\n        One line.\n        A chaotic one.\n") == "7:11 ");
}

TEST_CASE("labels may tempt in an option, stand in a quotation, and be said by people in the story") {
    CHECK(codes("nodes: { D1: { options: [ { id: a, say: Note that the home is chaotic this week. } ] } }\n") == "");
    CHECK(codes("nodes: { D1: { text: 'Someone has written \"chaotic home\" in the margin.' } }\n") == "");
    CHECK(codes("nodes: { D1: { text: [ { speaker: Joan, text: It is chaotic there. } ] } }\n") == "");
    CHECK(codes("nodes: { D1: { options: [ { id: a, aloud: The home is chaotic. } ] } }\n") == "W505");
    CHECK(codes("items: { cold: { says: The home is chaotic. } }\n") == "W505");
    CHECK(codes("items: { cold: { says: The home is chaotic., grade: opinion } }\n") == "");
    CHECK(codes("nodes: { D1: { text: Theo is vulnerable. } }\n") == "W505");
    CHECK(codes("nodes: { D1: { text: Theo is vulnerable to cold. } }\n") == "");
    CHECK(codes("nodes: { D1: { text: The visit was DNA. } }\n") == "W505");
}

TEST_CASE("a parent is named, or is somebody's parent") {
    CHECK(codes("nodes: { D1: { text: Dad says that it is cold. } }\n") == "W505");
    CHECK(codes("nodes: { D1: { text: His dad says that it is cold. } }\n") == "");
    CHECK(codes("nodes: { D1: { text: Theo's tired dad says that it is cold. } }\n") == "");
    CHECK(codes("nodes: { D1: { text: 'Dad of two, and tired.' } }\n") == "");
    CHECK(codes("nodes: { D1: { options: [ { id: a, aloud: \"Shall I ask Dad, or do you?\" } ] } }\n") == "");
}

TEST_CASE("consent to sharing is consent; consent to help is agreement") {
    CHECK(codes("nodes: { D1: { text: Marek gives consent to share what he said. } }\n") == "");
    CHECK(codes("nodes: { D1: { text: We need consent for the assessment. } }\n") == "W506");
    CHECK(codes("nodes: { D1: { options: [ { id: a, say: \"Ask for consent to help, and wait a week.\",\n"
                "  does: [ { seek_agreement: { from: [marek] } }, { wait: { items: [cold], reason: uncertain } } ] } ] "
                "} }\n")
              .find("W506") != std::string::npos);
}

TEST_CASE("a term may be offered by the scene that a passage hangs on") {
    const std::string rest = "title: Noon\n    at: \"+0d 12:00\"\n    text: He rings the front door.\n    then: D2\n";
    CHECK(codes("nodes:\n  D1: { glossary: [], options: [ { id: b, say: Tell Marek why and then ring for help. },\n"
                "         { id: a, then: C1 } ] }\n  C1:\n    glossary: [front door]\n    " +
                rest +
                "  D2:\n    text: [ { text: The front door rings back., when: [C1] }, { text: You said so., when: "
                "[promised] } ]\n  D3: { glossary: [front door] }\n") == "");
    CHECK(codes("nodes:\n  D1: { glossary: [], options: [ { id: b, say: Tell Marek why and then ring for help. },\n"
                "         { id: a, then: C1 } ] }\n  C1:\n    glossary: [front door]\n    " +
                rest +
                "  D2: { text: [ The front door rings back., { text: You said so., when: [promised] } ] }\n  D3: { "
                "glossary: [front door] }\n") == "W503");
}

TEST_CASE("a note allows a lint at its place and nowhere else, and never a mistake") {
    const std::string long_one =
        "one two three four five six seven eight nine ten and one two three four five six seven eight nine ten and so "
        "on "
        "and on";
    const std::string note = "lint: { allow: [W502], because: on purpose }";
    CHECK(codes("nodes: { D1: { text: " + long_one + ", " + note + " } }\n") == "");
    CHECK(codes("nodes: { D1: { text: " + long_one + " }, D2: { " + note + " } }\n") == "W502 W549");
    CHECK(codes(note + "\nnodes: { D1: { text: " + long_one + " }, D2: { childs_day: " + long_one + " } }\n") == "");
    CHECK(codes("nodes: { D1: { options: [ { id: a, tempts: " + long_one + ", " + note + " } ] } }\n") == "");
    CHECK(codes("lint: { allow: [E604], because: later }\n").find("E628") != std::string::npos);
    CHECK(codes("lint: { allow: [W502] }\n").find("E111") != std::string::npos);
}

TEST_CASE("a note changes nothing that an attempt rests on") {
    Diagnostics diagnostics;
    const std::string text =
        "scenario: { id: s, title: S, version: 1.0.0 }\nguidance: { packs: [england-2024], as_of: 2024-09-01 }\n"
        "card: { role: Teacher, content_note: None. }\npeople: { mia: { name: Mia, role: child } }\nstart: D1\n"
        "nodes:\n  D1: { title: A, at: \"w1 Mon 09:00\", text: A., then: end }\n"
        "endings: [ { id: e, title: E, text: E. } ]\nreview: { author: A, date: 2026-11-22 }\n";
    const auto plain = read_scenario(read_yaml_text(text, diagnostics), diagnostics);
    const auto noted =
        read_scenario(read_yaml_text(text + "lint: { allow: [W540], because: a test }\n", diagnostics), diagnostics);
    REQUIRE(plain);
    REQUIRE(noted);
    CHECK(diagnostics.empty());
    CHECK(plain->sha256 == noted->sha256);
}

TEST_CASE("lints of wording run even when the case cannot be played") {
    const std::string found = codes("start: D9\nnodes: { D1: { text: Home life is chaotic. } }\n");
    CHECK(found.find("E604") != std::string::npos);
    CHECK(found.find("W505") != std::string::npos);
    CHECK(found.find("W526") == std::string::npos);
}
