#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "engine/host/library.h"
#include "engine/play/log.h"

namespace ntk {

// Where the case and the rules of an old log are looked for.
struct PinnedFrom {
    std::filesystem::path root;       // the product folder, with scenarios/ and assets/
    std::filesystem::path scenario;   // this file; empty: looked for by its id
    std::filesystem::path old_packs;  // a folder with rule packs of other versions; may be empty
};

// A case with exactly the rules that a log was judged by.
struct PinnedCase {
    std::shared_ptr<const Scenario> scenario;
    std::shared_ptr<const RuleBook> rules;
    explicit operator bool() const { return scenario != nullptr && rules != nullptr; }
};

// Finds the case and the rules that logs name, and reads each once.
class PinnedShelf {
  public:
    explicit PinnedShelf(PinnedFrom from) : from_(std::move(from)), shipped_(from_.root) {}

    // The case and rules of a log, in the language it was played in. Rules are only ever those with the digest the log
    // names: of the packs that are shipped, as written or translated, or with those of the old folder in their place
    // (<id>-<version>.yaml or <id>.yaml). Reports E729 at the
    // log when one is not here, and what is wrong with a file that was named. Whether the case is the same to the word
    // is seen when the log is taken up (E703).
    PinnedCase open(const Origin& origin, int log_source, Diagnostics& diagnostics);

  private:
    std::shared_ptr<const Scenario> scenario(const Origin& origin, int log_source, Diagnostics& diagnostics);
    std::shared_ptr<const RuleBook> rules(const Origin& origin, int log_source, Diagnostics& diagnostics);
    std::shared_ptr<const RuleBook> old_rules(const Origin& origin, Diagnostics& diagnostics) const;
    std::vector<std::string> languages() const;

    PinnedFrom from_;
    RuleShelf shipped_;
    std::map<std::string, std::shared_ptr<const Scenario>> scenarios_;  // by id and digest
    std::map<std::string, std::shared_ptr<const RuleBook>> rules_;      // by digest
};

// The packs of a stack in words: "england-2024 1.0.0, plymouth 1.0.0 as of 2024-09-01".
std::string stack_words(const std::vector<PackId>& stack, const std::string& as_of);

}  // namespace ntk
