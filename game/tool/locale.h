#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace ntk::tool {

// What is wrong with the code of a language, or nothing; for command lines.
std::string a_language(const std::string& code);

// `needtoknow locale`: brings the translations of cases and rule packs up to the files they belong to, and says how far
// they are. run() returns how the program ends: 0; 1 when a translation has a mistake to be mended by hand, or
// `--status` finds one that is not whole; 3 when a file does not read or cannot be written.
class LocaleCommand {
  public:
    // Adds `locale` to `app`, which must outlive this object.
    explicit LocaleCommand(CLI::App& app);

    LocaleCommand(const LocaleCommand&) = delete;  // `app` writes into this object
    LocaleCommand& operator=(const LocaleCommand&) = delete;

    bool chosen() const;
    int run(std::ostream& out, std::ostream& err) const;

  private:
    CLI::App* command_ = nullptr;
    std::string language_;
    std::vector<std::string> files_;
    std::vector<std::string> accepted_;
    bool status_ = false;
};

}  // namespace ntk::tool
