#pragma once

#include "engine/language/expression.h"

namespace ntk {

// The compiled form of an expression, for what reads it without running it.
struct ExpressionAccess {
    static const Code* code(const Expression& expression) { return expression.code_.get(); }
};

}  // namespace ntk
