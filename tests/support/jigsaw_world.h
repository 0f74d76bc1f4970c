#pragma once

#include <string>
#include <vector>

#include "engine/host/jigsaw_library.h"
#include "engine/play/jigsaw_player.h"

namespace ntk {

inline const std::string small_family = "tests/support/jigsaw/jigsaw.yaml";

// The jigsaw of the tests, read once per process; fails the test when it does not read without a finding.
const LoadedJigsaw& small_jigsaw();

// A player for each of its chairs, none of them begun.
std::vector<Player> fresh_chairs();

// A player for each of its chairs that has made these choices: "aa", "b", "c".
std::vector<Player> played_chairs(const std::vector<std::string>& choices);

// Plays it from where it stands by these choices, one for each decision to come, going on past everything else.
// Returns what was refused, or an empty string.
std::string play(JigsawPlayer& player, const std::string& choices);

// Reads a jigsaw whose cases are those of the test jigsaw; for examples in tests/bad.
void read_jigsaw_example(const Tree& tree, Diagnostics& diagnostics);

}  // namespace ntk
