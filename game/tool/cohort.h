#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "game/tool/cohort_asked.h"

namespace CLI {
class App;
}

namespace ntk::tool {

// `needtoknow cohort`: what the results of many learners say about cases, forms and groups. run() returns how the
// program ends: 0; 1 when some of the files could not be used; 2 for a question that cannot be answered; 3 when nothing
// can be read or written.
class CohortCommand {
  public:
    // Adds `cohort` to `app`, which must outlive this object.
    explicit CohortCommand(CLI::App& app);

    CohortCommand(const CohortCommand&) = delete;  // `app` writes into this object
    CohortCommand& operator=(const CohortCommand&) = delete;

    bool chosen() const;
    int run(std::ostream& out, std::ostream& err) const;

  private:
    CLI::App* command_ = nullptr;
    CohortAsked asked_;
    std::vector<std::string> paths_;
    std::string before_, after_, mode_;
    bool each_nameless_ = false;
};

}  // namespace ntk::tool
