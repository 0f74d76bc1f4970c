#include <sstream>

#include "game/terminal/terminal.h"
#include "tests/support/catch.h"
#include "tests/support/jigsaw_world.h"
#include "tests/support/play_world.h"

using namespace ntk;

namespace {

class TestStage : public terminal::Stage {
  public:
    explicit TestStage(JigsawPlayer& player) : player_(player) {}
    const Page& page() const override { return player_.page(); }
    std::string apply(const Input& input) override { return player_.apply(input); }
    bool finished() const override { return player_.finished(); }
    std::string what_if(const VerdictView& verdict) const override { return player_.what_if(verdict); }
    std::string log() const override { return player_.players()[player_.chair()].log(); }
    void over() override { ++times_over; }
    int times_over = 0;

  private:
    JigsawPlayer& player_;
};

JigsawPlayer fresh_jigsaw() { return JigsawPlayer(small_jigsaw().jigsaw, fresh_chairs(), small_jigsaw().planned); }

}  // namespace

TEST_CASE("a jigsaw is played by numbers and Enter, and each part's debrief is there for one key") {
    JigsawPlayer player = fresh_jigsaw();
    TestStage stage(player);
    std::istringstream in("\n\n2\n\n1\n\n\n\n1\n\n\n\n1\n\n\n2\n\n?\nq\n");
    std::ostringstream out;
    CHECK(terminal::play(stage, in, out, {}));
    CHECK(stage.times_over == 1);
    CHECK(differs_from_golden("tests/golden/play/terminal-small-family.txt", out.str()) == "");
}

TEST_CASE("the end of a jigsaw is reported once, and again when it is played again") {
    JigsawPlayer player(small_jigsaw().jigsaw, played_chairs({"aa", "a", "a"}), {});
    TestStage stage(player);
    std::istringstream in("1\n\n3\n\na\n\n\n2\n\n\n\n2\n\n\n\n3\n\n\nq\n");
    std::ostringstream out;
    CHECK(terminal::play(stage, in, out, {}));
    CHECK(stage.times_over == 2);
    CHECK(player.picture()->arrived() == 0);
}

TEST_CASE("leaving a jigsaw between two chairs says how to come back") {
    JigsawPlayer player = fresh_jigsaw();
    TestStage stage(player);
    std::istringstream in("\n\n2\n\nq\n");
    std::ostringstream out;
    terminal::TerminalOptions options;
    options.resume_with = "needtoknow jigsaw it.yaml";
    CHECK_FALSE(terminal::play(stage, in, out, options));
    CHECK(out.str().ends_with("Your place is kept. Go on with: needtoknow jigsaw it.yaml\n"));
}
