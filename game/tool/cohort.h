#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

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
    std::vector<std::string> paths_, forms_, reports_;
    std::string panel_, before_, after_, mode_;
    bool each_nameless_ = false;
    std::uint64_t seed_ = 1;
};

}  // namespace ntk::tool
