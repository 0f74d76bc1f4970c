#include "engine/host/tree_cache.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "engine/host/source_file.h"
#include "engine/host/yaml_reader.h"
#include "tests/support/catch.h"
#include "tests/support/tree_dump.h"

using namespace ntk;

namespace {

const std::string example = "name: Robin\nneeds: [hearing aids, \"a \\\"place\\\"\"]\nmother: { role: carer }\n";

Tree read(const std::string& text, int& source, Diagnostics& diagnostics) {
    source = diagnostics.add_source("case.yaml", text);
    return read_yaml(text, source, diagnostics);
}

}  // namespace

TEST_CASE("a packed tree comes back with its places, pointing into the source asked for") {
    Diagnostics diagnostics;
    int source = 0;
    const Tree tree = read(example, source, diagnostics);
    REQUIRE(diagnostics.empty());
    const auto back = unpack_tree(pack_tree(tree), 7);
    REQUIRE(back);
    CHECK(dump(*back) == dump(tree));
    CHECK(back->entries[2].key_place == Place{7, 3, 1});
}

TEST_CASE("an entry that was cut short or altered anywhere is passed over") {
    Diagnostics diagnostics;
    int source = 0;
    const std::string packed = pack_tree(read(example, source, diagnostics));
    for (std::size_t size = 0; size < packed.size(); ++size) CHECK_FALSE(unpack_tree(packed.substr(0, size), 0));
    for (std::size_t at = 0; at < packed.size(); ++at) {
        std::string altered = packed;
        altered[at] = static_cast<char>(altered[at] ^ 0x20);
        CHECK_FALSE(unpack_tree(altered, 0));
    }
    CHECK_FALSE(unpack_tree(packed + "x", 0));
}

TEST_CASE("a file with a finding is never remembered, and a changed file is read afresh") {
    const auto folder = std::filesystem::temp_directory_path() / "ntk-tree-cache-test";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    const char* before = std::getenv("XDG_CACHE_HOME");
    const std::string restore = before == nullptr ? "" : before;
    setenv("XDG_CACHE_HOME", (folder / "cache").c_str(), 1);
    const auto write = [&](const std::string& text) { std::ofstream(folder / "a.yaml", std::ios::binary) << text; };

    write("name: &x Robin\n");  // an anchor
    for (int round = 0; round < 2; ++round) {
        Diagnostics diagnostics;
        read_tree_file(folder / "a.yaml", diagnostics);
        CHECK(diagnostics.has_errors());
    }
    CHECK_FALSE(std::filesystem::exists(folder / "cache"));

    write("name: Robin\n");
    for (const char* name : {"Robin", "Robin", "Mia"}) {
        write(std::string("name: ") + name + "\n");
        Diagnostics diagnostics;
        const Tree tree = read_tree_file(folder / "a.yaml", diagnostics);
        REQUIRE(diagnostics.empty());
        CHECK(tree.find("name")->text == name);
    }
    if (restore.empty())
        unsetenv("XDG_CACHE_HOME");
    else
        setenv("XDG_CACHE_HOME", restore.c_str(), 1);
    std::filesystem::remove_all(folder);
}
