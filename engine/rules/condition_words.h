#pragma once

#include <string>
#include <vector>

#include "engine/language/expression.h"

namespace ntk {

// A condition of a rule pack as a person who does not write packs can read it: "some act done now has (its kind is seek
// consent, and: a no would stop the share)". Facts and definitions are given by what they mean. `variables` are those
// it was compiled with; an empty expression gives an empty text.
std::string condition_words(const Expression& condition, const std::vector<Variable>& variables,
                            const Definitions& definitions);

// The same for a part of a condition as it is written; what cannot be read comes back as it is.
std::string written_condition_words(const std::string& written, const std::vector<Variable>& variables,
                                    const Definitions& definitions);

// What a binder ranges over: "each duty, where the duty's kind is lead".
std::string binder_words(const Binder& binder, const std::vector<Variable>& variables, const Definitions& definitions);

// The names of the definitions that a condition calls itself, in the order they stand there.
std::vector<std::string> definitions_called(const Expression& condition, const Definitions& definitions);

}  // namespace ntk
