#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/language/bits.h"
#include "engine/language/expression.h"

namespace ntk {

// One way in which a question can be answered yes: for each path it reads ("case.harm"), the values that path may have.
using World = std::map<std::string, Bits>;

// A question, whether yes or no is wanted, and for its variables (by position) the names they go by: variables with the
// same name in two questions stand for the same thing.
struct Wanted {
    const Expression* question = nullptr;  // an empty one is always answered as wanted
    bool yes = true;
    std::vector<std::string> names;
};

// The ways in which all these answers can come about together, from the text alone. None: they never can. A bound on
// how many are followed keeps it quick; beyond it the answer is one world without limits, which proves nothing.
std::vector<World> worlds_of(const std::vector<Wanted>& wanted, const Schema& schema);

// Whether these answers can never come about together; `domain` is a set such as "d in dues where (...)" that the
// variable called `element` comes from, or null.
bool never_together(const std::vector<Wanted>& wanted, const Wanted* domain, const std::string& element,
                    const Schema& schema);

// For a question of the form "any a in acts have (...)" (or over what was ever done): what is asked of that one act.
// `asked` false: it is of another form.
struct OfOneAct {
    bool asked = false;
    std::vector<World> worlds;    // ways in which an act can be one it asks for
    std::vector<World> contrary;  // ways in which an act can be any other
};
OfOneAct of_one_act(const Wanted& question, const Schema& schema);

// Both at once, one way with another.
std::vector<World> together(const std::vector<World>& a, const std::vector<World>& b);

}  // namespace ntk
