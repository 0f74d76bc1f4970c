#pragma once

#include <map>
#include <string>
#include <utility>

#include "engine/study/way.h"

namespace ntk {

// Chooses at random among the options that were taken least often so far, so that every option has its turn soon. Where
// a scene has forms, one time in four a form is answered at random.
class LeastUsed {
  public:
    explicit LeastUsed(std::uint64_t seed) : dice_(seed) {}

    // What to do where an attempt stands at a decision. Returns a move that can be carried out, or one with an empty id
    // where a form has to be answered and a thousand answers at random were all refused.
    Move choose(const Attempt& attempt);

    // A form of the scene answered at random so that it can be sent; an empty id as above.
    Move answer(const Attempt& attempt);

  private:
    Dice dice_;
    std::map<std::pair<std::string, std::string>, long> used_;
};

}  // namespace ntk
