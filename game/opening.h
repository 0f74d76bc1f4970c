#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "engine/host/attempt_files.h"
#include "engine/host/library.h"
#include "engine/host/result.h"
#include "engine/play/player.h"
#include "engine/report/report.h"

namespace ntk {

// A case with the rules it is judged by.
struct OpenedCase {
    std::shared_ptr<const Scenario> scenario;
    std::shared_ptr<const RuleBook> rules;
    std::string language = {};  // empty: as the author wrote it
    explicit operator bool() const { return scenario != nullptr && rules != nullptr; }
};

// The name under which the place in a case is kept; in another language it is another place.
std::string place_of_case(const std::string& id, const std::string& language);

// Reads a scenario and the rules it names, in the language of the shelf. What is wrong is in `diagnostics`.
OpenedCase open_case(const std::filesystem::path& path, RuleShelf& shelf, Diagnostics& diagnostics);

// A player, and the file in which its place is kept.
struct Seat {
    std::optional<Player> player;
    std::optional<AttemptFile> file;  // none: nothing is kept
    bool resumed = false;
    std::string note;  // what the learner should hear first: a place taken up, or why none is kept
};

// Takes up the place kept for a case, or begins; `afresh` drops what was kept. A place that cannot be taken up is left
// as it is, reported in `diagnostics`, and no player is made.
Seat take_seat(const OpenedCase& opened, Mode mode, std::int64_t seed, bool keep, bool afresh,
               Diagnostics& diagnostics);

// Keeps the log, or removes it once the case is finished. Returns an empty string, or what went wrong in words.
std::string keep_place(const Seat& seat, const Player& player);

// Writes a report; the name's ending says in which form. Returns an empty string, or what went wrong in words.
std::string write_report(const Player& player, const std::filesystem::path& path, const ReportAbout& about);

// A report as tagged PDF, with the learner's pseudonym at the foot of each page.
Result<std::string> paper_report(const Player& player, const ReportAbout& about);

// The form that a file describes, for a report on one of its cases. Returns an empty string, or what is wrong in words.
std::string name_form(const std::filesystem::path& path, const Scenario& scenario, FormNamed& form);

}  // namespace ntk
