#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "engine/rules/verdict.h"
#include "engine/study/cohort/case_result.h"
#include "engine/study/cohort/result_view.h"

namespace ntk {

// How often each norm came out in each state: norm and VerdictState.
using RuleCounts = std::map<std::pair<std::string, int>, std::int64_t>;

// A result as the store keeps it for adding up: what a cohort asks of it, and its verdicts by rule.
struct StoredResult {
    CaseResult result;
    RuleCounts rules;
};

// The stored form and back. unpack_result takes the bytes of another version, cut short or altered, for nothing;
// it fills `into`, so that reading many costs no new memory.
std::string pack_result(const StoredResult& stored);
bool unpack_result(std::string_view bytes, StoredResult& into, bool with_rules = true);

// The same without the verdicts by rule, and without copying a word: all texts stay where they are in `bytes`.
bool view_result(std::string_view bytes, ResultView& into);

}  // namespace ntk
