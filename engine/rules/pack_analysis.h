#pragma once

#include "engine/rules/rule_book.h"
#include "engine/text/diagnostic.h"

namespace ntk {

// Looks for faults that only show when conditions are read together: a norm that can never bind (E424), a prohibition
// that nothing can breach (E425), an exception that can never hold where its norm binds (E426), two exceptions of
// different kinds of which one always brings the other (E427), an obligation that can only be met by what a prohibition
// forbids at the same time, without either giving way (E428). What is reported is proved from the text; what cannot be
// proved is left alone. Engine.md section 14, point 8.
void analyse_rules(const RuleBook& rules, Diagnostics& diagnostics);

}  // namespace ntk
