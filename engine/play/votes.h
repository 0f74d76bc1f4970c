#pragma once

#include <map>
#include <string>

namespace ntk {

// How a group voted on one decision: so many hands for each option, and nothing about whose.
class Votes {
  public:
    static constexpr int most = 999;  // for one option

    // One hand more or one fewer; beyond `most` or below none nothing changes.
    void more(const std::string& option);
    void fewer(const std::string& option);

    int of(const std::string& option) const;
    int total() const;

    // The option that has more votes than any other; empty when several lead together or nobody voted.
    std::string leader() const;

    // Whether the most votes went to more than one option.
    bool tied() const;

    // "7 of 12 chose this", "nobody chose this"; empty when nobody voted at all.
    std::string words(const std::string& option) const;

  private:
    std::map<std::string, int> hands_;  // none of them 0
};

}  // namespace ntk
