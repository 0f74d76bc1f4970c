#pragma once

#include <string>

#include "engine/casework/case_file.h"
#include "engine/rules/verdict.h"
#include "engine/scenario/scenario.h"

namespace ntk {

// What a decision line is made of, written straight into it: canonical JSON, keys in byte order. An act reads as
// act_json() gives it. A verdict is what was judged and what it came to; the facts and words behind it, and all that
// the rules say of its norm, come out again when the choices are made again (Player::resume), and are in the report.
void append_act(std::string& line, const Act& act, const Scenario& scenario);
void append_verdict(std::string& line, const Verdict& verdict);

}  // namespace ntk
