#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace ntk::tool {

// `needtoknow fmt`: lays out authored YAML files afresh without changing what they say. run() returns how the program
// ends: 0; 1 when `--check` found files to format; 3 when one does not read, cannot be formatted or cannot be written.
class FormatCommand {
  public:
    // Adds `fmt` to `app`, which must outlive this object. `in` is what `-` stands for.
    FormatCommand(CLI::App& app, std::istream& in);

    FormatCommand(const FormatCommand&) = delete;  // `app` writes into this object
    FormatCommand& operator=(const FormatCommand&) = delete;

    bool chosen() const;
    int run(std::ostream& out, std::ostream& err) const;

  private:
    int format_input(std::ostream& out, std::ostream& err) const;
    int format_file(const std::string& file, std::ostream& out, std::ostream& err) const;

    CLI::App* command_ = nullptr;
    std::istream& in_;
    std::vector<std::string> files_;
    bool check_ = false;
};

}  // namespace ntk::tool
