#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace ntk::tool {

// `needtoknow check PATH...`: reads cases, plans and packs, and says everything that is wrong with them or could be
// better. run() returns how the program ends: 0 clean, 1 findings, 2 something could not be checked at all.
class CheckCommand {
  public:
    // Adds `check` to `app`, which must outlive this object.
    explicit CheckCommand(CLI::App& app);

    CheckCommand(const CheckCommand&) = delete;  // `app` writes into this object
    CheckCommand& operator=(const CheckCommand&) = delete;

    bool chosen() const;
    int run(std::ostream& out, std::ostream& err) const;

  private:
    int check(std::ostream& out, std::ostream& err) const;
    int watch(std::ostream& out, std::ostream& err) const;
    int explain(std::ostream& out, std::ostream& err) const;

    CLI::App* command_ = nullptr;
    std::vector<std::string> paths_;
    std::string format_ = "text";
    std::string code_;
    bool watch_ = false;
    bool allowed_ = false;
    bool afresh_ = false;
};

}  // namespace ntk::tool
