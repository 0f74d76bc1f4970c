#include "game/tool/usage.h"

#include <algorithm>

#include "game/tool/check.h"
#include "game/tool/random.h"
#include "game/tool/rules.h"
#include "tests/support/catch.h"

using namespace ntk;

namespace {

// What is said of a command line that is wrong.
std::string said(std::vector<std::string> words) {
    CLI::App app("x", "needtoknow");
    app.require_subcommand(0, 1);
    tool::CheckCommand check(app);
    tool::RandomCommand random(app);
    tool::RulesCommand rules(app);
    std::reverse(words.begin(), words.end());  // CLI11 takes them from the back
    try {
        app.parse(words);
    } catch (const CLI::ParseError& error) {
        return tool::usage_error(app, error);
    }
    return "nothing";
}

}  // namespace

TEST_CASE("a command or option that is not known is answered with the one that may be meant") {
    CHECK(said({"chek"}) ==
          "there is no command 'chek': did you mean 'check'?\nneedtoknow --help shows what can be said.\n");
    CHECK(said({"rules", "jugde", "a.yaml"}) ==
          "there is no command 'jugde': did you mean 'judge'?\n"
          "there is no command 'a.yaml'\nneedtoknow rules --help shows what can be said.\n");
    CHECK(said({"random", "a.yaml", "--seeds", "7", "--rnus=3"}) ==
          "there is no option --seeds: did you mean '--seed'?\nthere is no option --rnus=3: did you mean '--runs'?\n"
          "needtoknow random --help shows what can be said.\n");
    CHECK(said({"random", "a.yaml", "b.yaml"}) ==
          "'b.yaml' was not expected\nneedtoknow random --help shows what can be said.\n");
}

TEST_CASE("a value of the wrong kind is told with its option") {
    CHECK(said({"random", "a.yaml", "--seed", "abc"}) ==
          "--seed cannot be 'abc': it is a whole number\nneedtoknow random --help shows what can be said.\n");
    CHECK(said({"random"}).find("needtoknow random --help shows what can be said.\n") != std::string::npos);
}
