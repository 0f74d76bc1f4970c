#include "tests/support/play_world.h"

#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

#include "engine/host/source_file.h"
#include "engine/play/log.h"
#include "engine/play/version.h"
#include "engine/scenario/reader.h"
#include "engine/text/sha256.h"
#include "tests/support/bad_corpus.h"
#include "tests/support/rule_packs.h"

namespace ntk {

namespace {

void replace_all(std::string& text, const std::string& mark, const std::string& value) {
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size()))
        text.replace(at, mark.size(), value);
}

}  // namespace

std::shared_ptr<const Scenario> scenario_at(const std::string& path) {
    static std::map<std::string, std::shared_ptr<const Scenario>> known;
    auto& scenario = known[path];
    if (scenario) return scenario;
    Diagnostics diagnostics;
    const Tree tree = read_tree_file(std::filesystem::path(NTK_ROOT) / path, diagnostics);
    scenario = read_scenario(tree, diagnostics);
    if (!scenario || !diagnostics.empty()) throw std::runtime_error(diagnostics.render());
    return scenario;
}

Player player_of(const std::string& path, Mode mode, std::int64_t seed) {
    const auto scenario = scenario_at(path);
    return Player(scenario, rule_book(scenario->packs, scenario->as_of), mode, seed);
}

Input choosing(std::string option, int confidence) {
    Input input;
    input.kind = Input::Kind::choose;
    input.id = std::move(option);
    input.confidence = confidence;
    return input;
}

Input composing(std::string form, std::map<std::string, std::vector<std::string>> answers) {
    Input input;
    input.kind = Input::Kind::compose;
    input.id = std::move(form);
    input.answers = std::move(answers);
    return input;
}

Input doing(Input::Kind kind) {
    Input input;
    input.kind = kind;
    return input;
}

void go_to_scene(Player& player) {
    while (player.page().kind != PageKind::scene && !player.finished()) player.apply(doing(Input::Kind::go_on));
}

std::string play(Player& player, const std::string& options) {
    for (const char option : options) {
        go_to_scene(player);
        if (std::string refusal = player.apply(choosing(std::string(1, option))); !refusal.empty()) return refusal;
    }
    return {};
}

std::string diagnose_log(const std::filesystem::path& path) {
    const auto scenario = scenario_at(two_doors);
    const auto rules = rule_book(scenario->packs, scenario->as_of);
    std::istringstream written(whole_file(path));
    std::string log, line, before;
    while (std::getline(written, line)) {
        replace_all(line, "@header@", header_line(*scenario, *rules, Mode::practice, 0));
        replace_all(line, "@engine@", std::string(engine_version));
        replace_all(line, "@scenario@", scenario->sha256);
        replace_all(line, "@rules@", rules->sha256());
        replace_all(line, "@prev@", sha256(before));
        before = line;
        log += line + (written.eof() ? "" : "\n");
    }
    Diagnostics diagnostics;
    Player::resume(scenario, rules, log, path.string(), diagnostics);
    return diagnostics.render();
}

std::string differs_from_golden(const std::filesystem::path& path, const std::string& text) {
    if (std::getenv("NTK_RECORD") != nullptr) {
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << text;
    }
    std::istringstream golden(whole_file(path));
    std::istringstream now(text);
    std::string expected, found;
    for (int line = 1;; ++line) {
        const bool more_expected = static_cast<bool>(std::getline(golden, expected));
        const bool more_found = static_cast<bool>(std::getline(now, found));
        if (!more_expected && !more_found) return {};
        if (!more_expected) expected = "(the end)";
        if (!more_found) found = "(the end)";
        if (expected != found)
            return path.string() + ":" + std::to_string(line) + "\nexpected: " + expected + "\nfound:    " + found;
    }
}

}  // namespace ntk
