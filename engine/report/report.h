#pragma once

#include <string>

#include "engine/play/player.h"
#include "engine/text/json.h"

namespace ntk {

// What a finished attempt came to, for review by an assessor. The same attempt gives the same bytes on every machine:
// no time of day, no machine, no name. `learner` is a pseudonym made by the caller ("p-" and random digits), or empty.
//
// All of these need a player whose debrief is showing. A case left for the debrief before its end is reported as far as
// it went, without scores.

// The whole result as data: assets/schema/report-1.schema.json describes it.
Json report_json(const Player& player, const std::string& learner = {});

// The result as a page of its own: no scripts, nothing loaded, prints on A4, reads well aloud. `reflection` is what the
// learner wrote for their own copy; it goes nowhere else.
std::string report_html(const Player& player, const std::string& learner = {}, const std::string& reflection = {});

// The result as lines of text, for a terminal.
std::string report_text(const Player& player);

}  // namespace ntk
