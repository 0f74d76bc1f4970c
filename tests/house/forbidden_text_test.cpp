#include "tests/house/source_scan.h"
#include "tests/support/catch.h"

using namespace ntk::house;

TEST_CASE("no file holds a note to self or a path of one machine") {
    const auto files =
        read_files(NTK_ROOT, {"engine", "game", "tests", "scenarios", "assets", "cmake", "docs", ".ci", "CMakeLists.txt",
                              "CMakePresets.json", "README.md", "CHANGELOG.md", "packages.txt", "run", "check",
                              ".clang-format", ".clang-tidy", ".gitignore"});
    REQUIRE(files.size() > 40);
    CHECK(listed(text_offences(files)) == "");
}

TEST_CASE("the scan finds what must not be there, and only that") {
    const auto offences = [](std::string text) { return listed(text_offences({{"README.md", std::move(text)}})); };
    const std::string note = std::string("TO") + "DO";
    const std::string path = std::string("/ho") + "me/someone/cases";
    CHECK(offences("fine\n// " + note + ": later\n") == "README.md:2: a note to self is left: " + note + "\n");
    CHECK(offences("open " + path + "\n") ==
          "README.md:1: a path of one machine: /ho"
          "me/\n");
    CHECK(offences("school/"
                   "home/club, https://example.org" +
                   path + " and /usr/share/fonts\n") == "");
}
