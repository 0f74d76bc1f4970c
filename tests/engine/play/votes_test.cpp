#include "engine/play/votes.h"

#include "tests/support/catch.h"

using namespace ntk;

namespace {

Votes hands(const std::string& each) {
    Votes votes;
    for (const char option : each) votes.more(std::string(1, option));
    return votes;
}

}  // namespace

TEST_CASE("votes are counted for each option and in all") {
    Votes votes = hands("aababbcaaaab");
    CHECK(votes.of("a") == 7);
    CHECK(votes.of("b") == 4);
    CHECK(votes.of("d") == 0);
    CHECK(votes.total() == 12);
    CHECK(votes.leader() == "a");
    CHECK(!votes.tied());
    CHECK(votes.words("a") == "7 of 12 chose this");
    CHECK(votes.words("d") == "nobody chose this");
    votes.fewer("c");
    votes.fewer("c");
    votes.fewer("d");
    CHECK(votes.of("c") == 0);
    CHECK(votes.total() == 11);
}

TEST_CASE("a tie has no leader, and no vote has no words") {
    CHECK(hands("abba").leader() == "");
    CHECK(hands("abba").tied());
    CHECK(hands("abbac").tied());
    CHECK(hands("abbab").leader() == "b");
    CHECK(Votes().leader() == "");
    CHECK(!Votes().tied());
    CHECK(Votes().words("a") == "");
    Votes taken_back = hands("a");
    taken_back.fewer("a");
    CHECK(taken_back.words("a") == "");
    CHECK(taken_back.leader() == "");
}

TEST_CASE("no option gets more votes than can be counted in a room") {
    Votes votes;
    for (int i = 0; i < Votes::most + 5; ++i) votes.more("a");
    CHECK(votes.of("a") == Votes::most);
    CHECK(votes.words("a") == "999 of 999 chose this");
}
