#include "engine/play/group_player.h"

#include "engine/play/attempt.h"
#include "engine/report/group_report.h"
#include "tests/support/catch.h"
#include "tests/support/html_checks.h"
#include "tests/support/play_world.h"

using namespace ntk;

namespace {

GroupPlayer group_of(const std::string& path) {
    const auto scenario = scenario_at(path);
    return GroupPlayer(scenario, player_of(path).attempt().judge().rules());
}

void go_to(GroupPlayer& group, PageKind kind) {
    for (int i = 0; i < 100 && group.page().kind != kind; ++i) REQUIRE(group.apply(doing(Input::Kind::go_on)) == "");
    REQUIRE(group.page().kind == kind);
}

void vote(GroupPlayer& group, const std::string& hands) {
    REQUIRE(group.votes() != nullptr);
    for (const char option : hands) group.votes()->more(std::string(1, option));
}

// Votes, takes one option at each decision, and stops at the last one's verdicts, held back.
void play(GroupPlayer& group, const std::string& options) {
    for (const char option : options) {
        go_to(group, PageKind::scene);
        REQUIRE(group.apply(choosing(std::string(1, option))) == "");
        go_to(group, PageKind::feedback);
    }
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string text_of(const Page& page) {
    std::string text;
    for (const Block& block : page.blocks) text += block.text + "\n";
    return text;
}

}  // namespace

TEST_CASE("the verdicts are held back until they are shown, and nothing of them is on the page") {
    GroupPlayer group = group_of(two_doors);
    CHECK(group.votes() == nullptr);
    CHECK(!group.holding());
    play(group, "b");
    REQUIRE(group.holding());
    CHECK(group.page().id == "D1/held");
    CHECK(group.page().feedback.headline == "");
    CHECK(group.page().feedback.verdicts.empty());
    CHECK(group.page().feedback.tempting == "");
    CHECK(text_of(group.page()) == "You chose: Promise, and see how it goes.\n");
    const VerdictView first = group.player().page().feedback.verdicts.front();
    CHECK(group.what_if(first) == "The verdicts have not been shown yet.");
    group.reveal();
    CHECK(!group.holding());
    CHECK(group.page().feedback.headline == group.player().page().feedback.headline);
    CHECK(group.page().feedback.verdicts.size() == group.player().page().feedback.verdicts.size());
    CHECK(group.what_if(first) == group.player().what_if(first));
}

TEST_CASE("one can go on without showing the verdicts, and the next ones are held back again") {
    GroupPlayer group = group_of(two_doors);
    play(group, "a");
    REQUIRE(group.apply(doing(Input::Kind::go_on)) == "");
    CHECK(!group.holding());
    play(group, "a");
    CHECK(group.holding());
}

TEST_CASE("votes stand beside each option, and the option taken need not be the one with the most") {
    GroupPlayer group = group_of(two_doors);
    go_to(group, PageKind::scene);
    vote(group, "aaabc");
    REQUIRE(group.apply(choosing("b")) == "");
    go_to(group, PageKind::feedback);
    const std::vector<VoteLine> lines = group.vote_lines(group.decision());
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].words == "3 of 5 chose this");
    CHECK(lines[1].taken);
    CHECK(!lines[0].taken);
    CHECK(lines[1].words == "1 of 5 chose this");
    CHECK(group.vote_lines(7).empty());
    CHECK(group.vote_lines(-1).empty());
}

TEST_CASE("votes come back with the decision, and go with one that was undone") {
    GroupPlayer group = group_of(two_doors);
    go_to(group, PageKind::scene);
    vote(group, "ab");
    play(group, "a");
    go_to(group, PageKind::scene);
    vote(group, "aaa");
    REQUIRE(group.apply(doing(Input::Kind::back)) == "");
    CHECK(group.page().id == "D1");
    CHECK(group.votes()->total() == 2);
    play(group, "a");
    go_to(group, PageKind::scene);
    CHECK(group.votes()->total() == 0);
    play(group, "aa");
    go_to(group, PageKind::debrief);
    REQUIRE(group.apply(doing(Input::Kind::replay)) == "");
    go_to(group, PageKind::scene);
    CHECK(group.votes()->total() == 0);
}

TEST_CASE("a form has votes too") {
    GroupPlayer group = group_of(two_doors);
    play(group, "b");
    go_to(group, PageKind::scene);
    const Page page = group.page();
    REQUIRE(page.forms.size() == 1);
    group.votes()->more(page.forms[0].id);
    const std::vector<VoteLine> lines = group.vote_lines(group.decision());
    CHECK(lines.back().label == page.forms[0].title);
    CHECK(lines.back().number == 0);
    CHECK(lines.back().words == "1 of 1 chose this");
}

TEST_CASE("from any page one can go to the debrief, which says what was not played") {
    GroupPlayer from_start = group_of(two_doors);
    REQUIRE(from_start.apply(doing(Input::Kind::skip)) == "");
    REQUIRE(from_start.page().kind == PageKind::debrief);
    CHECK(from_start.not_played() ==
          "You stopped before the end. Not played: 3 decisions that were still ahead or could have been: \"At the "
          "gate\", \"The form\" and \"The week after\".");
    CHECK(has(text_of(from_start.page()), from_start.not_played()));

    GroupPlayer held = group_of(two_doors);
    play(held, "aa");
    REQUIRE(held.holding());
    REQUIRE(held.apply(doing(Input::Kind::skip)) == "");
    CHECK(held.page().kind == PageKind::debrief);
    CHECK(!held.holding());
    CHECK(held.not_played() == "You stopped before the end. Not played: the decision \"The week after\".");
    REQUIRE(held.apply(doing(Input::Kind::back)) == "");
    CHECK(held.page().kind == PageKind::scene);
    CHECK(held.not_played() == "");

    GroupPlayer over = group_of(two_doors);
    play(over, "aaa");
    REQUIRE(over.apply(doing(Input::Kind::skip)) == "");
    CHECK(over.page().kind == PageKind::debrief);
    CHECK(over.not_played() == "");
    CHECK(over.apply(doing(Input::Kind::skip)) == "You can go to the debrief from a scene.");
}

TEST_CASE("a contested decision is for talking: both sides, no right answer, and no score for what is contested") {
    GroupPlayer group = group_of(three_letters);
    play(group, "bcdacdac");
    go_to(group, PageKind::scene);
    REQUIRE(group.page().title == "One line on Beth");
    CHECK(has(group.talk().divided, "Some would leave Beth's mood out"));
    CHECK(group.talk().questions.front() ==
          "What does the plan need to know about Beth's day? Would she know her own life in your sentence?");
    play(group, "b");
    CHECK(has(text_of(group.page()), "There is no right answer here, and neither side is scored."));
    REQUIRE(group.apply(doing(Input::Kind::go_on)) == "");
    play(group, "d");
    CHECK(!has(text_of(group.page()), "There is no right answer here"));
}

TEST_CASE("every page has something to talk about") {
    GroupPlayer group = group_of(two_doors);
    CHECK(group.talk().questions.size() == 2);
    play(group, "aaa");
    CHECK(group.talk().questions.size() >= 2);
    go_to(group, PageKind::debrief);
    CHECK(group.talk().questions.back() == "What will you do differently next week?");
}

TEST_CASE("the debrief and the report of a group have the votes, and the log has none") {
    GroupPlayer group = group_of(two_doors);
    go_to(group, PageKind::scene);
    vote(group, "aaaaaaabbbbb");
    play(group, "aaa");
    go_to(group, PageKind::debrief);
    CHECK(group.page().debrief.decisions[0].chosen ==
          "Say that you may have to, tell Kay why, and ring the front door. (7 of 12 chose this; 5 chose option 2: "
          "Promise, and see how it goes)");
    CHECK(!has(group.page().debrief.decisions[1].chosen, "chose"));
    CHECK(!has(group.player().log(), "vote"));
    const ReportDocument report = group_report(group, "We would ask first.");
    const std::string text = document_text(report);
    CHECK(page_faults(document_html(report)) == "");
    const std::size_t begin = text.find("\nHow the group voted\n");
    REQUIRE(begin != std::string::npos);
    CHECK(text.substr(begin, text.find("\n- 2. The form", begin) - begin) ==
          "\nHow the group voted\nRun with a group. Hands were counted; nobody is named, and no result is about one "
          "person.\nVotes on each decision:\n- 1. At the gate\n    Taken: Say that you may have to, tell Kay why, and "
          "ring the front door.\n    Votes: 7: Say that you may have to, tell Kay why, and ring the front door.\n      "
          "5: "
          "Promise, and see how it goes.\n      0: Tell the landlord, who knows the family.");
    CHECK(has(text, "No votes were counted."));
    CHECK(text.find("\nSummary\n") < text.find("\nHow the group voted\n"));
    CHECK(text.find("\nHow the group voted\n") < text.find("\nScores\n"));
    CHECK(has(text, "We would ask first."));

    GroupPlayer early = group_of(two_doors);
    REQUIRE(early.apply(doing(Input::Kind::skip)) == "");
    CHECK(has(document_text(group_report(early)), early.not_played()));
}
