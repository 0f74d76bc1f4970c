#pragma once

#include <iosfwd>
#include <string>

#include "engine/study/case_template.h"

namespace CLI {
class App;
}

namespace ntk::tool {

// `needtoknow import STORY.twee`: the skeleton of a case from a Twine story, with a list of what is to be added and of
// what a case has no place for. run() returns how the program ends: 0; 2 for a name that will not do; 3 when the story
// cannot be read or the case cannot be written.
class ImportCommand {
  public:
    // Adds `import` to `app`, which must outlive this object.
    explicit ImportCommand(CLI::App& app);

    ImportCommand(const ImportCommand&) = delete;  // `app` writes into this object
    ImportCommand& operator=(const ImportCommand&) = delete;

    bool chosen() const;
    int run(std::ostream& out, std::ostream& err) const;

  private:
    CLI::App* command_ = nullptr;
    std::string file_;
    NewCase names_;
    std::string folder_ = "scenarios";
};

}  // namespace ntk::tool
