#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/host/library.h"
#include "engine/play/attempt.h"
#include "engine/scenario/jigsaw.h"

namespace ntk {

// A jigsaw as a shelf shows it: read quickly, not yet checked.
struct JigsawOnShelf {
    std::filesystem::path path;
    std::string id, title, status;
    std::string intro;                // its first paragraph
    std::vector<std::string> chairs;  // who sits on them
    std::vector<std::string> cases;   // their cases, beside it
};

// The card of one file, for showing; nothing when it cannot be read or is no jigsaw. It is not yet checked.
std::optional<JigsawOnShelf> read_jigsaw_card(const std::filesystem::path& path, Diagnostics& diagnostics);

// The cards of the cases beside a jigsaw, in the order of its chairs; those that cannot be read are left out.
std::vector<CaseOnShelf> cards_of_chairs(const JigsawOnShelf& jigsaw);

// The jigsaws of a folder, by title: the jigsaw.yaml of each folder inside it. One that cannot be read at all is a text
// in `problems`.
std::vector<JigsawOnShelf> load_jigsaw_shelf(const std::filesystem::path& folder, std::vector<std::string>& problems);

// A jigsaw with the rules of each chair's case, and the planned best answers played.
struct LoadedJigsaw {
    std::shared_ptr<const Jigsaw> jigsaw;
    std::vector<std::shared_ptr<const RuleBook>> rules;  // by chair
    std::vector<Attempt> planned;  // by chair; empty when some plan is not there or does not reach the end
    explicit operator bool() const { return jigsaw != nullptr; }
};

// Reads and checks a jigsaw and the cases beside it. Holds nothing after an error; what is wrong is in `diagnostics`.
LoadedJigsaw load_jigsaw(const std::filesystem::path& path, RuleShelf& shelf, Diagnostics& diagnostics);

}  // namespace ntk
