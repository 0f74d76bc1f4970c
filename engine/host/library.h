#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/rules/rule_book.h"
#include "engine/scenario/scenario.h"
#include "engine/text/diagnostic.h"

namespace ntk {

// A case as a shelf shows it: read quickly, not yet checked.
struct CaseOnShelf {
    std::filesystem::path path;
    std::string id, title, role, place, neglect, blurb, content_note, status;
    std::string sector;  // the field the learner works in: "health", "school" ...
    std::vector<std::string> levels;
    int minutes_least = 0, minutes_most = 0;
};

// The cases of a folder, by title, and the files that could not be read at all.
struct Shelf {
    std::vector<CaseOnShelf> cases;
    std::vector<std::string> problems;          // one text for each file, as an author reads it
    std::vector<std::filesystem::path> unread;  // the files those are about, in the same order
};

// Reads a folder of scenarios one file at a time, so that a window need not stand still meanwhile.
class ShelfReader {
  public:
    explicit ShelfReader(const std::filesystem::path& folder);

    // Reads the next file. Returns false when there was none left.
    bool next();

    std::size_t files() const { return files_.size(); }
    std::size_t read() const { return at_; }

    // What has been read so far, by title.
    Shelf shelf() const;

  private:
    std::vector<std::filesystem::path> files_;
    std::size_t at_ = 0;
    Shelf shelf_;
};

// The card of one file, for showing; nothing when it cannot be read or is no scenario. It is not yet checked.
std::optional<CaseOnShelf> read_card(const std::filesystem::path& path, Diagnostics& diagnostics);

// Reads the cards of every scenario in a folder; *.plan.yaml files are not scenarios. A folder that is not there is
// empty.
Shelf load_library(const std::filesystem::path& folder);

// The file of the scenario with an id among those of a product folder; empty when there is none.
std::filesystem::path find_scenario(const std::filesystem::path& root, const std::string& id);

// The folder with scenarios/ and assets/: $NTK_ROOT, else the nearest one that holds them at or above the program's own
// folder (or in share/needtoknow of one of these), else where this was to be installed.
std::filesystem::path product_root();

// Reads and checks one scenario, in a language if one is given. Returns nothing after an error.
std::shared_ptr<const Scenario> load_scenario(const std::filesystem::path& path, Diagnostics& diagnostics,
                                              const std::string& language = {});

// Rule packs read from assets/rulepacks, each stack and date once, in a language if one is given.
class RuleShelf {
  public:
    explicit RuleShelf(std::filesystem::path root, std::string language = {})
        : folder_(std::move(root) / "assets" / "rulepacks"), language_(std::move(language)) {}

    const std::string& language() const { return language_; }

    // The rules of a stack of packs (base first) as of a date. Returns nothing after an error; that there is no such
    // pack is reported at its place among `named_at`, or else where it would be.
    std::shared_ptr<const RuleBook> load(const std::vector<std::string>& stack, const std::string& as_of,
                                         Diagnostics& diagnostics, const std::vector<Place>& named_at = {});

    // The rules that a case or form asks for, which was read with the same `diagnostics`.
    template <typename CaseOrForm>
    std::shared_ptr<const RuleBook> load_for(const CaseOrForm& asks, Diagnostics& diagnostics) {
        return load(asks.packs, asks.as_of, diagnostics, asks.pack_places);
    }

  private:
    std::filesystem::path folder_;
    std::string language_;
    std::map<std::pair<std::vector<std::string>, std::string>, std::shared_ptr<const RuleBook>> loaded_;
};

}  // namespace ntk
