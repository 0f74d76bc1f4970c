#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "engine/play/player.h"
#include "engine/rules/rule_book.h"
#include "engine/scenario/scenario.h"

namespace ntk {

// A shipped or test scenario, read once per process; fails the test when it does not read without a finding.
std::shared_ptr<const Scenario> scenario_at(const std::string& path);

// A player of a scenario with the rules it asks for.
Player player_of(const std::string& path, Mode mode = Mode::practice, std::int64_t seed = 0);

inline const std::string two_doors = "tests/support/two-doors.yaml";
inline const std::string three_letters = "scenarios/three-letters.yaml";

// Inputs, as tests write them.
Input choosing(std::string option, int confidence = -1);
Input composing(std::string form, std::map<std::string, std::vector<std::string>> answers);
Input doing(Input::Kind kind);

// Plays one option per decision, going on past everything else; stops after the last, at whatever page then shows.
// Returns what was refused, or an empty string.
std::string play(Player& player, const std::string& options);

// Goes on until a scene or the debrief shows.
void go_to_scene(Player& player);

// A decision log of the tests, with @header@ (a first line that fits), @engine@, @scenario@, @rules@ and @prev@ (the
// digest of the line before) filled in; then taken up in two-doors. Returns the findings as an author sees them.
std::string diagnose_log(const std::filesystem::path& path);

// A whole file compared with a text; NTK_RECORD=1 writes it instead. Returns an empty string or the first difference.
std::string differs_from_golden(const std::filesystem::path& path, const std::string& text);

}  // namespace ntk
