#pragma once

#include <iosfwd>
#include <string>

namespace CLI {
class App;
}

namespace ntk {
struct NamedFile;
struct PublicKey;
}  // namespace ntk

namespace ntk::tool {

// `needtoknow key new`, `seal` and `verify`: an assessor's key, the seal on a report or a decision, and whether it
// holds. run() returns how the program ends: 0 done, or all is well; 1 the seal or report is refused; 2 it could not be
// done or checked: something cannot be read, is not here or was asked wrongly.
class SealCommands {
  public:
    // Adds the subcommands to `app`, which must outlive this object.
    explicit SealCommands(CLI::App& app);

    SealCommands(const SealCommands&) = delete;  // `app` writes into this object
    SealCommands& operator=(const SealCommands&) = delete;

    bool chosen() const;
    int run(std::ostream& out, std::ostream& err) const;

  private:
    int make_key(std::ostream& out, std::ostream& err) const;
    int seal(std::ostream& out, std::ostream& err) const;
    int verify_decision(const NamedFile& decision, const NamedFile& seal, const PublicKey& key, std::ostream& out,
                        std::ostream& err) const;
    int verify(std::ostream& out, std::ostream& err) const;

    CLI::App* key_ = nullptr;
    CLI::App* seal_ = nullptr;
    CLI::App* verify_ = nullptr;
    std::string name_, passphrase_file_, report_, log_, key_file_, public_file_, scenario_, old_packs_;
};

}  // namespace ntk::tool
