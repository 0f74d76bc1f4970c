#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/study/cohort/numbering.h"

namespace ntk {

// The pseudonyms of learners, numbered in the order in which they came. One as this program makes it takes nine bytes
// and some twenty-five to be found by; any other text its own length.
class LearnerBook {
  public:
    // The number of a learner, added if new.
    std::uint32_t number_of(std::string_view name);

    std::size_t size() const { return ends_.size(); }

  private:
    std::string_view spelled(std::size_t number) const;

    std::string all_;                  // packed names, one after the other
    std::vector<std::uint64_t> ends_;  // where each ends
    NumberTable table_;
    std::string packed_;  // the name at hand
    std::string last_;    // the one asked for last: a learner's results mostly come together
    std::uint32_t last_number_ = no_number;
};

}  // namespace ntk
