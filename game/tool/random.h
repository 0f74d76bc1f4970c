#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>

namespace CLI {
class App;
}

namespace ntk::tool {

// `needtoknow random`: plays a case at random and looks for what must never be. run() returns how the program ends: 0;
// 1 when a run failed; 3 when something cannot be read.
class RandomCommand {
  public:
    // Adds `random` to `app`, which must outlive this object.
    explicit RandomCommand(CLI::App& app);

    RandomCommand(const RandomCommand&) = delete;  // `app` writes into this object
    RandomCommand& operator=(const RandomCommand&) = delete;

    bool chosen() const;
    int run(std::ostream& out, std::ostream& err) const;

  private:
    CLI::App* command_ = nullptr;
    std::string file_;
    std::uint64_t seed_ = 1;
    int runs_ = 100;
};

}  // namespace ntk::tool
