#include "engine/host/run_program.h"

#include "tests/support/catch.h"

using namespace ntk;

TEST_CASE("a program turns its input into output") {
    CHECK(run_filter({"cat"}, "one\ntwo\n").value_or("") == "one\ntwo\n");
    CHECK(run_filter({"tr", "a-z", "A-Z"}, "quiet").value_or("") == "QUIET");
    const std::string large(300'000, 'x');
    CHECK(run_filter({"cat"}, large).value_or("") == large);
}

TEST_CASE("nothing is handed to a shell") {
    CHECK(run_filter({"echo", "$HOME; true"}, "").value_or("") == "$HOME; true\n");
}

TEST_CASE("a program that is missing or fails is refused in words") {
    const auto missing = run_filter({"needtoknow-no-such-program"}, "");
    REQUIRE_FALSE(missing);
    CHECK(missing.error().message == "'needtoknow-no-such-program' could not be run: No such file or directory");
    const auto failing = run_filter({"false"}, "");
    REQUIRE_FALSE(failing);
    CHECK(failing.error().message == "'false' could not be run: it did not succeed");
    CHECK_FALSE(run_filter({}, ""));
}

TEST_CASE("programs are looked for along the path") {
    CHECK(program_exists("sh"));
    CHECK_FALSE(program_exists("needtoknow-no-such-program"));
}
