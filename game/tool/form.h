#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace ntk::tool {

// `needtoknow form`: what an assessment form offers, what the best answers come to and that no habit passes it. run()
// returns how the program ends: 0; 1 for findings; 3 when something cannot be read.
class FormCommand {
  public:
    // Adds `form` to `app`, which must outlive this object.
    explicit FormCommand(CLI::App& app);

    FormCommand(const FormCommand&) = delete;  // `app` writes into this object
    FormCommand& operator=(const FormCommand&) = delete;

    bool chosen() const;
    int run(std::ostream& out, std::ostream& err) const;

  private:
    CLI::App* command_ = nullptr;
    std::vector<std::string> files_;
};

}  // namespace ntk::tool
