#pragma once

#include <iosfwd>
#include <string>

namespace CLI {
class App;
}

namespace ntk::tool {

// `needtoknow schema`: JSON Schema for the files that authors write. run() returns how the program ends: 0; 2 for a
// kind that does not exist; 3 when a file cannot be written.
class SchemaCommand {
  public:
    // Adds `schema` to `app`, which must outlive this object.
    explicit SchemaCommand(CLI::App& app);

    SchemaCommand(const SchemaCommand&) = delete;  // `app` writes into this object
    SchemaCommand& operator=(const SchemaCommand&) = delete;

    bool chosen() const;
    int run(std::ostream& out, std::ostream& err) const;

  private:
    CLI::App* command_ = nullptr;
    std::string kind_;
    std::string folder_;
};

}  // namespace ntk::tool
