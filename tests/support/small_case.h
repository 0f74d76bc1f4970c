#pragma once

#include <string>
#include <string_view>

#include "engine/language/expression.h"

namespace ntk::testing {

// A vocabulary just large enough to have one fact of every sort.
struct SmallVocabulary {
    Schema schema;
    int harm = -1, role = -1, use = -1, part = -1;                                         // enums
    int party = -1, person = -1, agency = -1, item = -1, duty = -1, act = -1, case_ = -1;  // kinds
    int case_harm = -1, case_closed = -1, case_limit = -1, case_opened = -1, case_due = -1;
    int reachable = -1, role_of = -1, unsafe = -1, age = -1, danger_to = -1, partner = -1, person_note = -1;
    int area = -1, onward = -1, agency_note = -1;
    int about = -1, source = -1, use_by = -1, shown_to = -1;
    int duty_items = -1, duty_to = -1, duty_opened = -1;
    int act_items = -1, act_to = -1, act_parts = -1, act_gate = -1, act_reason = -1;
    int child = -1, acts = -1, now = -1, decision = -1;  // roots
};
const SmallVocabulary& small();

// Robin lives with Ann and Bob; Bob could hurt Nel, the neighbour. There are two agencies, three items and one duty.
// Nothing is unknown.
struct SmallCase {
    SmallCase();
    Store store;
    int robin, ann, bob, nel, desk, police;  // parties
    int letter, photo, rumour;               // items
    int lead;                                // the duty
    int share;                               // the act
};

// Text as a Tree whose first character stands at line 3, column 7 of the source "pack.yaml".
Tree written(std::string text, Diagnostics& diagnostics);

// at_risk, dangerous(p), hazard(p, i, r), route(d, r), wards (a set), gated, first_source(i), met(parts), either(a, b)
Definitions small_definitions();

// The definition as an author would write it: `heading` is its name and parameters, "hazard(p person, i item)".
Definitions::Definition definition(std::string_view heading, Type result, std::string text, Diagnostics& diagnostics);

Type boolean();
Type set_of(int kind);
Type one(int kind);

// "yes", "no" or "unknown"; all findings, as text, when the expression is refused.
std::string answer(const std::string& text, const Store& store);
// The members of a set by name, those only possible in brackets: "Ann (Bob)".
std::string members(const std::string& text, const Store& store);
// A number, or "unknown".
std::string number(const std::string& text, const Store& store);
// Everything reported on an expression, rendered; empty when it is fine.
std::string problems(const std::string& text, Type wanted = boolean());

}  // namespace ntk::testing
