#pragma once

#include <cstdint>
#include <functional>

#include "tests/support/oracle_facts.h"

namespace ntk::oracle {

// Numbers that are the same on every machine and in every run.
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}
    int below(int n);  // 0 to n - 1
    bool one_in(int n) { return below(n) == 0; }
    template <typename T>
    const T& pick(const std::vector<T>& from) {
        return from[static_cast<std::size_t>(below(static_cast<int>(from.size())))];
    }

  private:
    std::uint64_t state_;
};

// Every coherent situation of a small vocabulary with one or two decisions; `deep` takes a larger one.
void every_small_story(bool deep, const std::function<void(const Story&)>& visit);

// Facts drawn at random: a child, two carers, a neighbour who spoke up, an adviser and a colleague; two leads, a
// helper, a nursery and a landlord; one to three items; sometimes a request and a pull.
Facts random_facts(Dice& dice);

// One to three decisions over these facts, each of up to four acts.
Story random_story(Dice& dice);
Deed random_deed(Dice& dice, const Facts& facts);

}  // namespace ntk::oracle
