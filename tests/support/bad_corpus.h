#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace ntk {

// One example of something an author can get wrong: tests/bad/<CODE>-<slug>.<yaml, json, ...> and what we say about it.
struct BadCase {
    std::string code;  // the code its name begins with
    std::filesystem::path file;
    std::filesystem::path expected;  // the exact text, in <CODE>-<slug>.expected
};

// Its counterpart, which draws nothing: tests/bad/<CODE>-<slug>.good.<yaml, json, ...>.
struct GoodCase {
    std::string code;
    std::string stem;  // "E112-mapping", as its example is called
    std::filesystem::path file;
};

std::vector<GoodCase> good_cases(const std::filesystem::path& folder = "tests/bad");

// All examples in a folder, by name. The tests start at the root of the repository.
std::vector<BadCase> bad_cases(const std::filesystem::path& folder = "tests/bad");

// Reads a file with the reader its kind of content asks for and returns the findings as an author sees them.
// Every module hooks its reader in here (in bad_corpus.cpp).
std::string diagnose(const std::filesystem::path& path);

// The findings about one example, with file names as they would read from inside its folder.
std::string findings_of(const std::filesystem::path& path);

// A whole small file; empty when it cannot be read.
std::string whole_file(const std::filesystem::path& path);

}  // namespace ntk
