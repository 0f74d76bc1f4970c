#include "engine/play/jigsaw.h"

#include "tests/support/catch.h"
#include "tests/support/jigsaw_world.h"
#include "tests/support/play_world.h"

using namespace ntk;

namespace {

JigsawPicture picture_after(const std::vector<Player>& players) {
    std::vector<const Attempt*> attempts;
    for (const Player& player : players) attempts.push_back(&player.attempt());
    return picture_of(*small_jigsaw().jigsaw, attempts);
}

JigsawPicture picture_after(const std::vector<std::string>& choices) { return picture_after(played_chairs(choices)); }

}  // namespace

TEST_CASE("a piece has arrived when some chair sent one of its items to the lead") {
    const JigsawPicture picture = picture_after(std::vector<std::string>{"aa", "a", "a"});
    const PieceOfPicture& teeth = picture.pieces[0];
    REQUIRE(teeth.sent.size() == 2);
    CHECK(teeth.sent[0].chair == 0);
    CHECK(teeth.sent[0].decision == 1);  // at lunch, when it came to light
    CHECK(teeth.sent[0].minutes == (24 + 12) * 60 + 30);
    CHECK(teeth.sent[1].chair == 1);
    CHECK(teeth.sent[1].decision == 0);
    CHECK(picture.arrived() == 3);
    CHECK_FALSE(picture.pieces[3].arrived());  // what Kay owes stayed where it was
    CHECK(picture.pieces[3].kept == std::vector<int>{2});
    CHECK(picture.seen == 0);
}

TEST_CASE("what was held is told apart from what never came to light") {
    const JigsawPicture held = picture_after(std::vector<std::string>{"ab", "b", "c"});
    CHECK(held.pieces[0].kept == std::vector<int>{0, 1});
    CHECK(held.pieces[0].unmet.empty());
    const JigsawPicture unmet = picture_after(std::vector<std::string>{"b", "b", "c"});
    CHECK(unmet.pieces[0].kept == std::vector<int>{1});
    CHECK(unmet.pieces[0].unmet == std::vector<int>{0});
}

TEST_CASE("the lead sees the first picture whose pieces have all arrived") {
    CHECK(picture_after(std::vector<std::string>{"aa", "b", "a"}).seen == 0);
    CHECK(picture_after(std::vector<std::string>{"ab", "a", "c"}).seen == 1);
    CHECK(picture_after(std::vector<std::string>{"ab", "b", "a"}).seen == 2);
    CHECK(picture_after(std::vector<std::string>{"b", "a", "b"}).seen == 3);
    CHECK(picture_after(std::vector<std::string>{"b", "b", "c"}).arrived() == 0);
}

TEST_CASE("what is told agrees with what each case file says was sent") {
    const Jigsaw& jigsaw = *small_jigsaw().jigsaw;
    for (const std::string school : {"aa", "ab", "b"})
        for (const std::string dentist : {"a", "b"})
            for (const std::string landlord : {"a", "b", "c"}) {
                const std::vector<Player> players = played_chairs({school, dentist, landlord});
                const JigsawPicture picture = picture_after(players);
                for (std::size_t p = 0; p < jigsaw.pieces.size(); ++p) {
                    bool sent = false;
                    for (std::size_t c = 0; c < players.size(); ++c)
                        jigsaw.pieces[p].items[c].for_each([&](int item) {
                            const Bits to = players[c].attempt().facts().set(vocabulary().sent_to, item);
                            sent = sent || to.has(jigsaw.chairs[c].lead);
                        });
                    INFO(school << " " << dentist << " " << landlord << ": " << jigsaw.pieces[p].id);
                    CHECK(picture.pieces[p].arrived() == sent);
                }
            }
}

TEST_CASE("a part that was left early counts as far as it went") {
    std::vector<Player> players = played_chairs({"a", "b", "c"});
    REQUIRE(players[0].apply(doing(Input::Kind::skip)) == "");
    const JigsawPicture picture = picture_after(players);
    CHECK(picture.pieces[1].arrived());
    CHECK_FALSE(picture.pieces[0].arrived());
}
