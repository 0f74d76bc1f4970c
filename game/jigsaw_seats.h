#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/host/attempt_files.h"
#include "engine/host/jigsaw_library.h"
#include "engine/play/jigsaw_player.h"

namespace ntk {

// A jigsaw being played, and the file for each chair in which its place is kept.
struct JigsawSeats {
    std::optional<JigsawPlayer> player;
    std::vector<AttemptFile> files;  // by chair; none: nothing is kept
    std::vector<std::string> kept;   // what each file holds
    bool resumed = false;
    std::string note;  // what the learner should hear first: a place taken up, or why none is kept
};

// Whether a place is kept in this jigsaw.
bool has_saved_jigsaw(const std::filesystem::path& data_folder, const std::string& id);

// Takes up the places kept for a jigsaw, or begins; `afresh` drops them. A place that cannot be taken up is left as it
// is, reported in `diagnostics`, and no player is made.
JigsawSeats take_jigsaw_seats(const LoadedJigsaw& loaded, bool keep, bool afresh, Diagnostics& diagnostics);

// Keeps what has changed, or removes it all once the picture shows. Returns an empty string, or what went wrong.
std::string keep_jigsaw_place(JigsawSeats& seats);

// Writes the picture, HTML, JSON or text by the name's ending. Returns an empty string, or what went wrong in words.
std::string write_jigsaw_report(const JigsawPlayer& player, const std::filesystem::path& path);

}  // namespace ntk
