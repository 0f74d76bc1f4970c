#pragma once

#include <iosfwd>
#include <string>

namespace CLI {
class App;
}

namespace ntk::tool {

// `needtoknow graph`: the map of a case as headed text, for Graphviz or Mermaid, or as a picture. run() returns how the
// program ends: 0; 3 when something cannot be read, drawn or written.
class GraphCommand {
  public:
    // Adds `graph` to `app`, which must outlive this object.
    explicit GraphCommand(CLI::App& app);

    GraphCommand(const GraphCommand&) = delete;  // `app` writes into this object
    GraphCommand& operator=(const GraphCommand&) = delete;

    bool chosen() const;
    int run(std::ostream& out, std::ostream& err) const;

  private:
    CLI::App* command_ = nullptr;
    std::string file_, as_, out_file_;
};

}  // namespace ntk::tool
