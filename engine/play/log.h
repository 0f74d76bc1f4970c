#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/play/attempt.h"
#include "engine/play/player.h"
#include "engine/rules/rule_book.h"
#include "engine/rules/score.h"
#include "engine/text/diagnostic.h"
#include "engine/text/json.h"
#include "engine/text/tree.h"

namespace ntk {

// The decision log: one line of canonical JSON for the start, one for each decision and one for the end. Every line but
// the first carries the digest of the line before it. It is the save file, the bug report and the evidence at once, and
// a pure function of rules, scenario, choices, mode and seed (engine.md section 13). Lines here have no line end.

// What an attempt is an attempt at: engine, mode, seed, rules and scenario.
std::string header_line(const Scenario& scenario, const RuleBook& rules, Mode mode, std::int64_t seed);

// The last decision of `attempt`, which has gone on to whatever came next, with the verdicts it brought.
std::string decision_line(const Attempt& attempt, std::string_view line_before);

// The end of the case and its score; `card` is null when the learner went to the debrief before the end.
std::string end_line(const Attempt& attempt, const ScoreCard* card, std::string_view line_before);

// An act as reports write it, and the log in the same words: {"share":{"items":["letter"],"to":["csc"]}}.
Json act_json(const Act& act, const Scenario& scenario);

// A verdict as reports write it, with facts and exceptions; the log has only what it came to (engine/play/log_text.h).
Json verdict_json(const Verdict& verdict, const RuleBook& rules);

// Scores by strand, rule and point, in whole units and percent.
Json scores_json(const ScoreCard& card);
Json balance_json(const Balance& balance);

// What a decision line says was chosen: enough to do it again.
struct LoggedChoice {
    std::string node;
    std::string option;
    bool composed = false;
    bool skipped = false;  // a colleague took the step: it must be the one that the engine chooses
    Answers answers;
    int confidence = -1;
    int line = 0;
};

// A log as read, not yet replayed.
struct LoggedAttempt {
    Mode mode = Mode::practice;
    std::int64_t seed = 0;
    std::vector<LoggedChoice> choices;
    bool ended = false;
    bool ended_early = false;        // the learner went to the debrief before the end
    bool cut_short = false;          // the last line had no end and was dropped (W701)
    std::vector<std::string> lines;  // as written
};

// Reads a log that should belong to this scenario and these rules. Reports, with the line as the place, what is not a
// log (E700), another version of engine or log (E701), another scenario (E702) or version of it (E703), other rules
// (E704), a line this program does not write (E705), a broken chain (E706) and lines after the end (E709); W701 for a
// log cut short. `source` must be registered. Returns nothing after an error.
std::optional<LoggedAttempt> read_log(std::string_view text, int source, const Scenario& scenario,
                                      const RuleBook& rules, Diagnostics& diagnostics);

// What a log or a report says it was made with, before anything is replayed. What cannot be read is empty.
struct Origin {
    std::string engine;
    std::string scenario, scenario_version, scenario_sha256;
    std::vector<PackId> stack;  // base first
    std::string as_of, rules_sha256;
};

// From the first line of a log.
Origin origin_of_log(std::string_view text);

// From a mapping that names engine, scenario and packs: the head of a log, or a report.
Origin origin_of(const Tree& head);

// Which scenario a log belongs to, from its first line; empty when that cannot be read.
std::string scenario_of_log(std::string_view text);

}  // namespace ntk
