#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace ntk::tool {

// `needtoknow facilitate`: the facilitator's pack of a case, to read or print before running it with a group. run()
// returns how the program ends: 0; 3 when something cannot be read or written.
class FacilitateCommand {
  public:
    // Adds `facilitate` to `app`, which must outlive this object.
    explicit FacilitateCommand(CLI::App& app);

    FacilitateCommand(const FacilitateCommand&) = delete;  // `app` writes into this object
    FacilitateCommand& operator=(const FacilitateCommand&) = delete;

    bool chosen() const;
    int run(std::ostream& out, std::ostream& err) const;

  private:
    CLI::App* command_ = nullptr;
    std::string file_;
    std::vector<std::string> reports_;
};

}  // namespace ntk::tool
