#include "game/jigsaw_seats.h"

#include <utility>

#include "engine/host/pdf_writer.h"
#include "engine/host/source_file.h"
#include "engine/report/jigsaw_report.h"
#include "engine/text/said.h"

namespace ntk {

namespace {

std::string words(const Problem& problem) {
    return problem.message + (problem.hint.empty() ? "." : ".\n" + problem.hint + ".");
}

// A case of its own may have the same id as a case of a jigsaw, so these have names that no case can have.
std::string place_name(const std::string& jigsaw, std::size_t chair) {
    return "jigsaw." + jigsaw + "." + std::to_string(chair + 1);
}

// Takes hold of all files; none when any cannot be had.
void open_files(JigsawSeats& seats, const Jigsaw& jigsaw) {
    for (std::size_t i = 0; i < jigsaw.chairs.size(); ++i) {
        auto file = data_folder().and_then(
            [&](const auto& folder) { return AttemptFile::open(folder, place_name(jigsaw.id, i)); });
        if (!file) {
            seats.files.clear();
            seats.note = "Your place will not be kept."_en + " " + words(file.error());
            return;
        }
        seats.files.push_back(std::move(*file));
    }
    seats.kept.resize(seats.files.size());
}

}  // namespace

bool has_saved_jigsaw(const std::filesystem::path& data_folder, const std::string& id) {
    return has_saved_attempt(data_folder, place_name(id, 0));
}

JigsawSeats take_jigsaw_seats(const LoadedJigsaw& loaded, bool keep, bool afresh, Diagnostics& diagnostics) {
    JigsawSeats seats;
    if (keep) open_files(seats, *loaded.jigsaw);
    std::vector<Player> players;
    for (std::size_t i = 0; i < loaded.jigsaw->chairs.size(); ++i) {
        const std::shared_ptr<const Scenario>& scenario = loaded.jigsaw->chairs[i].scenario;
        std::string log;
        if (i < seats.files.size() && afresh) {
            if (auto gone = seats.files[i].discard(); !gone) seats.note = words(gone.error());
        } else if (i < seats.files.size()) {
            auto read = seats.files[i].read();
            if (!read) {
                seats.note = "The place kept for this jigsaw cannot be read."_en + " " + words(read.error());
                return seats;
            }
            log = std::move(*read);
        }
        if (log.empty()) {
            players.emplace_back(scenario, loaded.rules[i], Mode::practice, 0);
            continue;
        }
        auto player = Player::resume(scenario, loaded.rules[i], log, seats.files[i].path().string(), diagnostics);
        if (!player) {
            seats.note = "The place kept for this jigsaw cannot be taken up."_en;
            return seats;
        }
        seats.kept[i] = log;
        seats.resumed = true;
        players.push_back(std::move(*player));
    }
    if (seats.resumed) seats.note = "This goes on where you left the jigsaw."_en;
    seats.player.emplace(loaded.jigsaw, std::move(players), loaded.planned);
    return seats;
}

std::string keep_jigsaw_place(JigsawSeats& seats) {
    const bool over = seats.player->picture() != nullptr;
    for (std::size_t i = 0; i < seats.files.size(); ++i) {
        const Player& player = seats.player->players()[i];
        // A chair that has not been sat on yet has nothing to keep, but for the first, by which the place is found.
        const bool begun = i == 0 || !player.attempt().decisions().empty();
        std::string log = over || !begun ? std::string() : player.log();
        if (log == seats.kept[i]) continue;
        const auto done = log.empty() ? seats.files[i].discard() : seats.files[i].save(log);
        if (!done) return "Your place could not be kept."_en + " " + words(done.error());
        seats.kept[i] = std::move(log);
    }
    return {};
}

std::string write_jigsaw_report(const JigsawPlayer& player, const std::filesystem::path& path) {
    const std::string extension = path.extension().string();
    std::string bytes;
    if (extension == ".json")
        bytes = jigsaw_report_json(player).pretty() + "\n";
    else if (extension == ".html" || extension == ".htm")
        bytes = jigsaw_report_html(player);
    else if (extension == ".txt")
        bytes = jigsaw_report_text(player);
    else if (extension == ".pdf") {
        const ReportDocument picture = jigsaw_report_document(player);
        auto paper = report_pdf(picture, picture.title());
        if (!paper) return words(paper.error());
        bytes = std::move(*paper);
    } else
        return fill("{file}: the name of a jigsaw's report ends in .html, .pdf, .json or .txt."_en,
                    {{"file", path.string()}});
    const auto written = write_file_atomically(path, bytes);
    return written ? std::string() : words(written.error());
}

}  // namespace ntk
