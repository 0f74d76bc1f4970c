#include "engine/play/pages.h"

#include "tests/support/catch.h"
#include "tests/support/page_text.h"
#include "tests/support/play_world.h"

using namespace ntk;

namespace {

// Every page of a way through a case; the case file is told once, at the end.
std::string whole_way(Player& player, const std::string& options) {
    std::string text;
    std::size_t used = 0;
    while (true) {
        const bool over = player.page().kind == PageKind::debrief;
        text += page_text(player.page(), over) + "\n";
        if (over) return text;
        const Input input = player.page().kind == PageKind::scene ? choosing(std::string(1, options.at(used++)))
                                                                  : doing(Input::Kind::go_on);
        REQUIRE(player.apply(input).empty());
    }
}

}  // namespace

TEST_CASE("the best way through Three letters reads as it should") {
    Player player = player_of(three_letters);
    CHECK(differs_from_golden("tests/golden/play/three-letters-best.txt", whole_way(player, "bcdacdacbdab")) == "");
}

TEST_CASE("a way with faults reads as it should") {
    Player player = player_of(two_doors);
    CHECK(differs_from_golden("tests/golden/play/two-doors-faults.txt", whole_way(player, "bba")) == "");
}

TEST_CASE("every explanation is whole: no slot is left open") {
    for (const char* options : {"cabbbbbacacd", "abacdacbabda", "dddddddddddd", "aaaaaaaaaaaa"}) {
        Player player = player_of(three_letters);
        const std::string text = whole_way(player, options);
        INFO(options);
        CHECK(text.find('{') == std::string::npos);
        CHECK(text.find("..") == std::string::npos);
    }
}

TEST_CASE("a term is explained where it is used, as a word of its own") {
    Player player = player_of(two_doors);
    CHECK(player.page().glossary.size() == 1);  // "bread" stands in the briefing, "front door" does not
    go_to_scene(player);
    REQUIRE(player.page().glossary.size() == 1);
    CHECK(player.page().glossary[0].word == "front door");
    play(player, "a");
    go_to_scene(player);
    CHECK(player.page().glossary.size() == 2);
}

TEST_CASE("somebody's words carry their name, and paragraphs are kept apart") {
    Player player = player_of(two_doors);
    go_to_scene(player);
    const auto& blocks = player.page().blocks;
    REQUIRE(blocks.size() == 2);
    CHECK(blocks[1].kind == Block::Kind::speech);
    CHECK(blocks[1].speaker == "Kay");
    CHECK(blocks[1].text == "You won't tell anyone, will you?");
}

TEST_CASE("the case file shows who could be hurt, and what went where") {
    Player player = player_of(two_doors);
    play(player, "ba");
    go_to_scene(player);
    const CaseFileView& file = player.page().case_file;
    REQUIRE(file.items.size() == 3);
    CHECK(file.items[1].at_risk == std::vector<std::string>{"Joe"});
    CHECK(file.items[1].grade == "reported, not verified");
    CHECK(file.items[1].known == "week 1, Tuesday 08.30");
    CHECK(file.items[0].known == "from the start");
    CHECK(file.items[1].sent_to == std::vector<std::string>{"Front door"});
    CHECK(file.items[2].sent_to.empty());
    for (const PersonView& person : file.people)
        if (person.id == "joe") CHECK(person.links == std::vector<std::string>{"could be hurt if Dean knew"});
    REQUIRE(file.shared.size() == 1);
    CHECK(file.shared[0].text ==
          "Sent to Front door: \u201CMia takes bread from other children\u201D; \u201CMia is alone most "
          "evenings\u201D; leaving out Joe.");
    CHECK(file.recorded.size() == 2);
}
