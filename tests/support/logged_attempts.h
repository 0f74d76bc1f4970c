#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>

#include "engine/rules/fact_flip.h"
#include "engine/rules/rule_book.h"
#include "engine/scenario/scenario.h"

namespace ntk {

// A decision log written to memory as to a file in append mode, and begun anew when it is long.
class LogSink {
  public:
    void write(const std::string& line);
    std::size_t size() const { return text_.size(); }

  private:
    std::string text_;
};

// Which option is chosen at a decision (both counted from 0).
using Chooser = std::function<std::string(const Node& node, std::size_t decision)>;

// One of eight ways to choose that differ from one another from the first decisions on.
inline constexpr std::size_t ways_to_choose = 8;
Chooser way_to_choose(std::size_t way);

// A whole attempt from the first scene to the close and the score, each decision judged and its log line made, digested
// and written. Returns how many decisions there were.
long logged_attempt(const std::shared_ptr<const Scenario>& scenario, const std::shared_ptr<const RuleBook>& rules,
                    const Chooser& choose, LogSink& sink);

// A whole attempt as a way already gone, for judging it in another manner.
PastCase past_way(const std::shared_ptr<const Scenario>& scenario, const std::shared_ptr<const RuleBook>& rules,
                  const Chooser& choose);

}  // namespace ntk
