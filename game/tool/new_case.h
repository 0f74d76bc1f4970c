#pragma once

#include <iosfwd>
#include <string>

#include "engine/study/case_template.h"

namespace CLI {
class App;
}

namespace ntk::tool {

// `needtoknow new ID`: a small whole case to replace piece by piece, with its plan and its checklist. run() returns how
// the program ends: 0; 2 for an id, title, role or date that will not do; 3 when the files cannot be written.
class NewCommand {
  public:
    // Adds `new` to `app`, which must outlive this object.
    explicit NewCommand(CLI::App& app);

    NewCommand(const NewCommand&) = delete;  // `app` writes into this object
    NewCommand& operator=(const NewCommand&) = delete;

    bool chosen() const;
    int run(std::ostream& out, std::ostream& err) const;

  private:
    CLI::App* command_ = nullptr;
    NewCase names_;
    std::string folder_ = "scenarios";
};

}  // namespace ntk::tool
