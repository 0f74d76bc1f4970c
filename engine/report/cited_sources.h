#pragma once

#include <string>
#include <vector>

namespace ntk {

// The sources that verdicts cite: each gets a number, so that a long title stands once and not beside every verdict.
class CitedSources {
  public:
    // "Golden rule 6 (Information sharing ..., May 2024)" becomes "Golden rule 6 [1]", one citation to a line.
    std::string cite(const std::vector<std::string>& citations);

    // "[1] Information sharing ..., May 2024", one for each source cited so far.
    std::vector<std::string> lines() const;

  private:
    std::vector<std::string> sources_;
};

}  // namespace ntk
