#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace ntk::tool {

// `needtoknow rules ...`: read, compare, test and print the rules that cases are judged by, and judge a situation that
// stands on its own. run() returns how the program ends: 0; 1 for findings; 2 for what was asked wrongly; 3 when
// something cannot be read.
class RulesCommand {
  public:
    // Adds `rules` and its subcommands to `app`, which must outlive this object.
    explicit RulesCommand(CLI::App& app);

    RulesCommand(const RulesCommand&) = delete;  // `app` writes into this object
    RulesCommand& operator=(const RulesCommand&) = delete;

    bool chosen() const;
    int run(std::ostream& out, std::ostream& err) const;

  private:
    int list(std::ostream& out, std::ostream& err) const;
    int show(std::ostream& out, std::ostream& err) const;
    int test(std::ostream& out, std::ostream& err) const;
    int coverage(std::ostream& out, std::ostream& err) const;
    int diff(std::ostream& out, std::ostream& err) const;
    int book(std::ostream& out, std::ostream& err) const;
    int judge(std::ostream& out, std::ostream& err) const;

    CLI::App* command_ = nullptr;
    std::string packs_, as_of_, before_, after_, out_file_, situation_, scenario_, old_packs_;
    std::vector<std::string> norms_;
    int ways_ = 8;
    int one_in_ = 1;
    bool json_ = false;
    bool changed_facts_ = false;
};

}  // namespace ntk::tool
