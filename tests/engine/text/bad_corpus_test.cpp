#include "tests/support/bad_corpus.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "engine/text/codes.h"
#include "tests/support/catch.h"

using namespace ntk;

namespace {

bool recording() { return std::getenv("NTK_RECORD") != nullptr; }

}  // namespace

TEST_CASE("every diagnostic code has an example") {
    const std::vector<BadCase> cases = bad_cases();
    for (const CodeInfo& info : all_codes()) {
        INFO(info.code << ": " << info.title);
        CHECK(std::any_of(cases.begin(), cases.end(), [&](const BadCase& bad) { return bad.code == info.code; }));
    }
}

TEST_CASE("diagnostic codes are unique and in order within their letter") {
    const std::vector<CodeInfo>& codes = all_codes();
    for (std::size_t i = 1; i < codes.size(); ++i) {
        INFO(codes[i].code);
        CHECK(codes[i - 1].code < codes[i].code);
    }
}

TEST_CASE("every example has a text of its own, and every text its example") {
    std::vector<std::filesystem::path> expected;
    for (const BadCase& bad : bad_cases()) expected.push_back(bad.expected);
    CHECK(std::adjacent_find(expected.begin(), expected.end()) == expected.end());
    for (const auto& file : std::filesystem::directory_iterator("tests/bad")) {
        INFO(file.path());
        if (file.path().extension() == ".expected")
            CHECK(std::find(expected.begin(), expected.end(), file.path()) != expected.end());
    }
}

TEST_CASE("every diagnostic code has an example that is mended, and nothing is said about it") {
    const std::vector<GoodCase> good = good_cases();
    const std::vector<BadCase> bad = bad_cases();
    for (const CodeInfo& info : all_codes()) {
        INFO(info.code << ": " << info.title);
        CHECK(std::any_of(good.begin(), good.end(), [&](const GoodCase& one) { return one.code == info.code; }));
    }
    for (const GoodCase& one : good) {
        INFO(one.file);
        CHECK(findings_of(one.file) == "");
        CHECK(std::any_of(bad.begin(), bad.end(),
                          [&](const BadCase& other) { return other.file.stem().string() == one.stem; }));
    }
}

TEST_CASE("every lint says why it matters") {
    for (const CodeInfo& info : all_codes()) {
        INFO(info.code);
        if (info.code.starts_with("W5") && info.code != "W500") CHECK(info.why.size() > 40);
    }
}

TEST_CASE("every example says exactly what is expected") {
    for (const BadCase& bad : bad_cases()) {
        INFO(bad.file);
        const std::string findings = findings_of(bad.file);
        if (recording()) std::ofstream(bad.expected, std::ios::binary) << findings;
        CHECK(findings == whole_file(bad.expected));
        const std::string kind = bad.code.starts_with('W') ? "warning " : "error ";
        CHECK(findings.find(kind + bad.code + ": ") != std::string::npos);
        const std::vector<CodeInfo>& codes = all_codes();
        CHECK(std::any_of(codes.begin(), codes.end(), [&](const CodeInfo& info) { return info.code == bad.code; }));
    }
}
