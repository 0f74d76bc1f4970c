#pragma once

// The engine of Who Needs to Know: one tour, in the order in which a case is judged. Everything here is pure: values in,
// values out, the same bytes on every machine; only engine/host touches the outside world. engine/README.md explains it.

// What an author wrote, with its places, and everything that is wrong with it.
#include "engine/text/diagnostic.h"  // Diagnostics: all problems in one run
#include "engine/text/tree.h"        // Tree: a file, free of its format

// The language in which rules are written: typed, total, three-valued, with bounded cost.
#include "engine/language/expression.h"  // compile(tree, scope, type) -> Expression; test, set, number

// The vocabulary of the field: facts, people, information items, agencies, acts.
#include "engine/casework/case_file.h"   // CaseFile: the facts as the learner could know them, and what was done
#include "engine/casework/vocabulary.h"  // one row for each fact and act

// Rule packs, and the verdicts that follow from them.
#include "engine/rules/judge.h"      // Judge: arrive, act, close -> verdicts, each with its proof
#include "engine/rules/pack_tests.h"  // run_pack_tests: a pack held to its meaning
#include "engine/rules/rule_book.h"  // read_rule_book(packs, date) -> RuleBook
#include "engine/rules/score.h"      // score(judge) -> ScoreCard

// A branching case, and a learner's way through it.
#include "engine/play/attempt.h"     // Attempt: where the learner stands; choose, compose, move on
#include "engine/play/page.h"        // Page and Input: what a face shows and takes
#include "engine/play/player.h"      // Player: what every face drives
#include "engine/scenario/reader.h"  // read_scenario(tree) -> Scenario

// What is found out about a whole case, before anybody plays it.
#include "engine/study/lint/check_case.h"  // check_case: every mistake, and everything that could be better
#include "engine/study/bots.h"        // strategy_bots: habits that no case may reward
#include "engine/study/paths.h"       // study_paths: proofs, samples, best line, habits
#include "engine/study/story_walk.h"  // prove_story: every way counted by merged states

// The result, for people and for machines.
#include "engine/report/report.h"
