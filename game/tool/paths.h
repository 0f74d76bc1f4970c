#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace ntk::tool {

// `needtoknow paths`: what all ways through a case come to. run() returns how the program ends: 0; 1 for findings; 3
// when something cannot be read.
class PathsCommand {
  public:
    // Adds `paths` to `app`, which must outlive this object.
    explicit PathsCommand(CLI::App& app);

    PathsCommand(const PathsCommand&) = delete;  // `app` writes into this object
    PathsCommand& operator=(const PathsCommand&) = delete;

    bool chosen() const;
    int run(std::ostream& out, std::ostream& err) const;

  private:
    int study(const std::string& file, std::ostream& out, std::ostream& err) const;

    CLI::App* command_ = nullptr;
    std::vector<std::string> files_;
    long budget_ = 25'000;
    std::uint64_t seed_ = 1;
    bool record_ = false;
};

}  // namespace ntk::tool
