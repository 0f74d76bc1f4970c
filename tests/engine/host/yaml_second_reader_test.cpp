#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "engine/host/yaml_reader.h"
#include "tests/support/bad_corpus.h"
#include "tests/support/catch.h"

// yaml-cpp is a parser of other hands than the one that read_yaml stands on. Whatever both can read means the same to
// both.

using namespace ntk;

namespace {

std::string at(const Place& place) { return std::to_string(place.line) + ":" + std::to_string(place.column); }

// The first place where the two differ, or nothing.
std::optional<std::string> difference(const Tree& ours, const YAML::Node& theirs) {
    const auto differ = [&](const std::string& what) { return at(ours.place) + " " + what; };
    switch (ours.kind) {
        case Tree::Kind::missing:
            if (!theirs.IsNull()) return differ("is nothing to us");
            break;
        case Tree::Kind::scalar:
            if (!theirs.IsScalar()) return differ("is a text to us");
            if (ours.text != theirs.Scalar()) return differ("'" + ours.text + "' is '" + theirs.Scalar() + "'");
            if (ours.quoted != (theirs.Tag() == "!")) return differ("is quoted to one of us");
            if (!ours.quoted && (theirs.Mark().line + 1 != ours.place.line)) return differ("is in another line");
            break;
        case Tree::Kind::list: {
            if (!theirs.IsSequence() || theirs.size() != ours.items.size()) return differ("is another list");
            auto item = theirs.begin();
            for (const Tree& own : ours.items)
                if (auto found = difference(own, *item++)) return found;
            break;
        }
        case Tree::Kind::mapping: {
            if (!theirs.IsMap() || theirs.size() != ours.entries.size()) return differ("is another mapping");
            auto entry = theirs.begin();
            for (const TreeEntry& own : ours.entries) {
                if (entry->first.Scalar() != own.key) return at(own.key_place) + " is another key";
                if (entry->first.Mark().line + 1 != own.key_place.line) return at(own.key_place) + " in another line";
                if (auto found = difference(own.value, entry->second)) return found;
                ++entry;
            }
            break;
        }
    }
    return std::nullopt;
}

struct Comparison {
    int both = 0;  // texts that both can read
    std::vector<std::string> differences;

    void compare(const std::string& name, const std::string& text) {
        Diagnostics diagnostics;
        const Tree ours = read_yaml(text, diagnostics.add_source(name, text), diagnostics);
        if (diagnostics.has_errors()) return;
        try {
            const YAML::Node theirs = YAML::Load(text);
            ++both;
            if (const auto found = difference(ours, theirs)) differences.push_back(name + ":" + *found + "\n" + text);
        } catch (const YAML::Exception&) {
            return;  // that ours reads a little more is no difference of meaning
        }
    }
};

std::vector<std::string> shipped_texts() {
    std::vector<std::filesystem::path> files;
    for (const char* folder : {"scenarios", "assets", "tests"})
        for (const auto& entry : std::filesystem::recursive_directory_iterator(std::string(NTK_ROOT) + "/" + folder))
            if (entry.path().extension() == ".yaml") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<std::string> texts;
    for (const auto& file : files) texts.push_back(whole_file(file));
    return texts;
}

// One to three slips of the hand: letters lost, typed, or overwritten, and lines moved to the right or left.
std::string with_slips(std::string text, std::mt19937& chance) {
    const std::string typed = ":-[]{}\"'#&*!|>%@,? \n\t~\\abn1\xC3\xA9";
    for (auto slips = 1 + chance() % 3; slips > 0 && !text.empty(); --slips) {
        const std::size_t spot = chance() % text.size();
        const std::size_t line = text.find('\n', spot);
        switch (chance() % 5) {
            case 0: text.erase(spot, 1 + chance() % 3); break;
            case 1: text.insert(spot, 1, typed[chance() % typed.size()]); break;
            case 2: text[spot] = typed[chance() % typed.size()]; break;
            case 3:
                if (line != std::string::npos) text.insert(line + 1, std::string(chance() % 4, ' '));
                break;
            default:
                if (line != std::string::npos && text.substr(line + 1, 1) == " ") text.erase(line + 1, 1);
        }
    }
    return text;
}

}  // namespace

TEST_CASE("every file of ours means the same to a parser of other hands") {
    Comparison comparison;
    for (const std::string& text : shipped_texts()) comparison.compare("shipped", text);
    CHECK(comparison.both > 300);
    CHECK(comparison.differences == std::vector<std::string>{});
}

TEST_CASE("what is still read after a slip of the hand means the same to a parser of other hands") {
    std::vector<std::string> texts = shipped_texts();
    std::erase_if(texts, [](const std::string& text) { return text.size() > 1500; });
    std::mt19937 chance(20241101);
    Comparison comparison;
    for (int i = 0; i < 8000; ++i) comparison.compare("slip", with_slips(texts[chance() % texts.size()], chance));
    CHECK(comparison.both > 2000);
    CHECK(comparison.differences == std::vector<std::string>{});
}

TEST_CASE("the comparison of two parsers sees a difference") {
    Diagnostics diagnostics;
    const Tree ours = read_yaml("a: [1, \"2\"]\nb:\n", diagnostics.add_source("a.yaml", ""), diagnostics);
    CHECK(!difference(ours, YAML::Load("a: [1, \"2\"]\nb:\n")));
    for (const char* other : {"a: [1, 2]\nb:\n", "a: [1, \"3\"]\nb:\n", "a: [1]\nb:\n", "a: [1, \"2\"]\nc:\n",
                              "a: [1, \"2\"]\nb: 1\n", "a: [1, \"2\"]\n\nb:\n", "a: {1: \"2\"}\nb:\n", "a: 1\n"})
        CHECK(difference(ours, YAML::Load(other)));
}
