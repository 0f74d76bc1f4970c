#include "engine/host/yaml_format.h"
#include "engine/host/changed_file.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/support/bad_corpus.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

using namespace ntk;

namespace {

FormattedYaml format(const std::string& text) {
    Diagnostics diagnostics;
    return format_yaml(text, diagnostics.add_source("a.yaml", text), diagnostics);
}

std::string formatted(const std::string& text) {
    const FormattedYaml result = format(text);
    CHECK(result.why == "");
    return result.text;
}

std::string words(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += (i == 0 ? "" : " ") + std::string("word") + std::to_string(i);
    return text;
}

std::vector<std::filesystem::path> yaml_files(const std::string& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(std::string(NTK_ROOT) + "/" + folder))
        if (entry.path().extension() == ".yaml") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

TEST_CASE("indentation, blanks, empty lines and quotes come out one way") {
    CHECK(formatted("\n\n# top\n\n\n\na:   1   \n\"b\" : 'it' # two\nc:\n\n     d:  2\n     e:\n     - x\n     -   y\n"
                    "     # last of c\n\nf:\n- one\n-   two: 2\n    three: 3\n-\n    # on four\n    four: 4\n"
                    "-   - deep\n    - deeper\n\n\n") ==
          "# top\n\na: 1\n\"b\": \"it\"  # two\nc:\n  d: 2\n  e:\n    - x\n    - y\n  # last of c\n\nf:\n"
          "  - one\n  - two: 2\n    three: 3\n  # on four\n  - four: 4\n  - - deep\n    - deeper\n");
    CHECK(formatted("\xEF\xBB\xBF"
                    "a: 1\r\nb: 2") == "a: 1\nb: 2\n");
    CHECK(formatted("a: 'say \"no\"'\nb: 'it''s'\nc: \"3\"\nd: 3\ne:\nf: ''\n") ==
          "a: 'say \"no\"'\nb: \"it's\"\nc: \"3\"\nd: 3\ne:\nf: \"\"\n");
}

TEST_CASE("brackets are set one way, and broken when they are too wide") {
    CHECK(formatted("a: {b: [ x,y ],c: [{d: 1}, []], e: {}}\n") == "a: { b: [x, y], c: [ { d: 1 }, [] ], e: {} }\n");
    CHECK(formatted("a: [x,\n\n    y,\n z]\n") == "a: [x, y, z]\n");
    const std::string wide = "one: " + words(8) + ", two: " + words(8);
    CHECK(formatted("a: {" + wide + "}\n") == "a: { " + wide + " }\n");
    CHECK(formatted("person:\n  somebody_else:  {" + wide + "}\n") ==
          "person:\n  somebody_else:\n    { " + wide + " }\n");
    CHECK(formatted("a: {" + wide + ", three: " + words(3) + "}\n") ==
          "a:\n  { " + wide + ",\n    three: word0 word1 word2 }\n");
    CHECK(formatted("- [x]\n").empty());  // the whole file must be a mapping
}

TEST_CASE("what is too wide even for a line of its own goes below its key") {
    const std::string long_text = words(22);
    CHECK(formatted("a: { b: \"" + long_text + "\", c: [1, 2] }\n") ==
          "a:\n  b: >-\n    " + words(17) + " word17\n    word18 word19 word20 word21\n  c: [1, 2]\n");
}

TEST_CASE("long texts are broken where that changes nothing, and block texts stay as they are") {
    CHECK(formatted("a: " + words(22) + "\n") == "a: " + words(18) + "\n  word18 word19 word20 word21\n");
    CHECK(formatted("a: one\n      two\n") == "a: one two\n");
    const std::string with_tab = "a: \"" + words(22) + "\\tend\"\n";
    CHECK(formatted(with_tab) == with_tab);
    CHECK(formatted("a: >-\n    one\n    two\n\n      three\nb: |2\n    x\n   y\nc: |+\n  z\n\n\nd: 1\n") ==
          "a: >-\n  one\n  two\n\n    three\nb: |2\n    x\n   y\nc: |+\n  z\n\n\nd: 1\n");
    CHECK(formatted("a: \"one\n\n   two\"\nb: one\n\n   two\n") == "a: \"one\n\n  two\"\nb: one\n\n  two\n");
}

TEST_CASE("remarks stay, and brackets with remarks inside stay as they are written") {
    CHECK(formatted("a: # one\n  # two\n  b: 1 # three\nc: [x, # four\n    y]\n# five\n") ==
          "a:  # one\n"
          "  # two\n  b: 1  # three\nc: [x, # four\n    y]\n# five\n");
    CHECK(formatted("a: # one\n  - x # two\nb:\n  # three\n  text\n") ==
          "a:  # one\n"
          "  - x  # two\n# three\nb: text\n");
}

TEST_CASE("a text that does not read is refused, and so is everything hostile") {
    CHECK(format("a: [1\n").text.empty());
    CHECK(format("").text.empty());
    CHECK(format(std::string(100'000, '[')).text.empty());
    CHECK(format("a: *b\n").text.empty());
    CHECK(format("a: |\n" + std::string(200'000, '\n') + "  x\n").text ==
          "a: |\n" + std::string(200'000, '\n') + "  x\n");
}

TEST_CASE("every example that reads can be formatted, whatever else is wrong with it") {
    int formatted_files = 0;
    for (const auto& file : yaml_files("tests/bad")) {
        const FormattedYaml result = format(whole_file(file));
        INFO(file.string());
        CHECK(result.why == "");
        if (!result.text.empty()) ++formatted_files;
    }
    CHECK(formatted_files > 300);
}

TEST_CASE("all that is shipped is formatted") {
    for (const char* folder : {"scenarios", "assets"})
        for (const auto& file : yaml_files(folder)) {
            INFO("run: needtoknow fmt " + file.string());
            const std::string text = whole_file(file);
            CHECK(formatted(text) == text);
        }
}

TEST_CASE("a replaced file keeps its permissions, and a link stays a link") {
    const TemporaryFolder folder;
    const std::filesystem::path file = folder.path / "a.yaml";
    std::ofstream(file) << "old";
    using std::filesystem::perms;
    const perms wanted = perms::owner_read | perms::owner_write | perms::group_read | perms::others_read;
    std::filesystem::permissions(file, wanted);
    std::filesystem::create_symlink("a.yaml", folder.path / "link.yaml");
    CHECK(change_file(folder.path / "link.yaml", "old", "new").has_value());
    CHECK(whole_file(file) == "new");
    CHECK(std::filesystem::status(file).permissions() == wanted);
    CHECK(std::filesystem::is_symlink(folder.path / "link.yaml"));
    CHECK_FALSE(change_file(folder.path / "none.yaml", "", "new").has_value());
    CHECK_FALSE(std::filesystem::exists(folder.path / "none.yaml"));
}
