#include "game/tool/progress.h"

#include <sstream>

#include "tests/support/catch.h"

using namespace ntk;

TEST_CASE("a bar fills, is drawn once for each percent, and is gone at the end") {
    std::ostringstream out;
    {
        tool::ProgressBar bar(out, "Adding", 4, true);
        bar.step();
        CHECK(out.str() == "\rAdding [#####...............] 25%");
        bar.step();
        bar.step();
        bar.step();
        CHECK(out.str().ends_with("\rAdding [####################] 100%"));
    }
    CHECK(out.str().ends_with("\r" + std::string(35, ' ') + "\r"));
    out.str("");
    {
        tool::ProgressBar bar(out, "Adding", 100'000, true);
        for (int i = 0; i < 100'000; ++i) bar.step();
    }
    CHECK(out.str().size() < 101 * 40);
}

TEST_CASE("nothing is written where nobody watches") {
    std::ostringstream out;
    CHECK_FALSE(tool::is_watched(out));
    {
        tool::ProgressBar bar(out, "Adding", 2, false);
        bar.step();
        bar.step();
    }
    CHECK(out.str().empty());
}
