#include <algorithm>

#include "engine/text/fields.h"
#include "tests/support/catch.h"

using namespace ntk;

TEST_CASE("a slip of the keyboard is recognised") {
    const std::vector<std::string> harms = {"none", "possible", "likely", "actual"};
    CHECK(did_you_mean("possable", harms) == " did you mean 'possible'?");
    CHECK(did_you_mean("posisble", harms) == " did you mean 'possible'?");
    CHECK(did_you_mean("lkely", harms) == " did you mean 'likely'?");
    CHECK(did_you_mean("Actual", harms) == " did you mean 'actual'?");
    CHECK(did_you_mean("Social-Care", {"school", "social_care"}) == " did you mean 'social_care'?");
}

TEST_CASE("no guess is better than a far one") {
    const std::vector<std::string> harms = {"none", "possible", "likely", "actual"};
    CHECK(did_you_mean("severe", harms).empty());
    CHECK(did_you_mean("no", {"yes"}).empty());
    CHECK(did_you_mean("a", {"b", "c"}).empty());
    CHECK(did_you_mean("ab", {"cd"}).empty());
    CHECK(did_you_mean("", harms).empty());
    CHECK(did_you_mean("likely", {}).empty());
    CHECK(did_you_mean(std::string(10'000, 'x'), {std::string(10'000, 'x') + "y"}).empty());
}

TEST_CASE("of several guesses the closest wins, and the first among equals") {
    CHECK(did_you_mean("shaer", {"share", "shared"}) == " did you mean 'share'?");
    CHECK(did_you_mean("item1", {"item2", "item3"}) == " did you mean 'item2'?");
}

TEST_CASE("a name cut to its first or last words is recognised, where nothing is closer") {
    CHECK(did_you_mean("objects", {"objects_to", "reason"}) == " did you mean 'objects_to'?");
    CHECK(did_you_mean("danger", {"in_danger_of", "danger_to_someone", "danger_to"}) == " did you mean 'danger_to'?");
    CHECK(did_you_mean("Agreement", {"seek_agreement", "seek_consent"}) == " did you mean 'seek_agreement'?");
    CHECK(did_you_mean("objects", {"objects_to", "object"}) == " did you mean 'object'?");
    CHECK(did_you_mean("to", {"objects_to"}).empty());
    CHECK(did_you_mean("object", {"objections_to"}).empty());
}

TEST_CASE("what is known is listed in its order, up to a screenful") {
    CHECK(known_here({"share", "inform"}) == "known here: share, inform");
    const std::string many = known_here(std::vector<std::string>(61, "x"));
    CHECK(many.ends_with("x, ..."));
    CHECK(std::count(many.begin(), many.end(), 'x') == 60);
}
