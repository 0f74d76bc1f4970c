#include <cstdlib>
#include <iostream>

#include "game/commands.h"
#include "game/desktop_library.h"
#include "game/opening.h"
#include "game/terminal/lines.h"

namespace ntk {

namespace {

// The cases by number; the learner types one.
int library_by_lines(int width) {
    const Shelf shelf = load_library(product_root() / "scenarios");
    const auto data = data_folder();
    terminal::Lines lines(std::cout, width, false);
    for (const std::string& problem : shelf.problems) std::cerr << problem;
    if (shelf.cases.empty()) {
        std::cerr << "There are no cases in " << (product_root() / "scenarios").string() << ".\n";
        return exit_cannot_read;
    }
    lines.heading("Who Needs to Know: cases");
    for (std::size_t i = 0; i < shelf.cases.size(); ++i) {
        const CaseOnShelf& card = shelf.cases[i];
        std::string words = card.title + ". " + card.role + ".";
        if (card.minutes_most > 0)
            words +=
                " " + std::to_string(card.minutes_least) + " to " + std::to_string(card.minutes_most) + " minutes.";
        words += " " + card.blurb;
        if (!card.content_note.empty()) words += " Content: " + card.content_note;
        if (data && has_saved_attempt(*data, card.id)) words += " You have begun this one.";
        lines.item(std::to_string(i + 1) + ".", words);
    }
    while (true) {
        lines.text("Choose 1 to " + std::to_string(shelf.cases.size()) + ", or q to leave:");
        std::cout.flush();
        std::string line;
        if (!std::getline(std::cin, line) || line == "q") return exit_ok;
        const bool digits =
            !line.empty() && line.size() < 4 && line.find_first_not_of("0123456789") == std::string::npos;
        const auto number = digits ? static_cast<std::size_t>(std::stoi(line)) : 0;
        if (number < 1 || number > shelf.cases.size()) continue;
        PlayRequest request;
        request.scenario = shelf.cases[number - 1].path.string();
        request.width = width;
        return play_command(request);
    }
}

}  // namespace

bool has_screen() {
    for (const char* name : {"WAYLAND_DISPLAY", "DISPLAY", "SDL_VIDEODRIVER"})
        if (const char* value = std::getenv(name); value != nullptr && *value != '\0') return true;
    return false;
}

int library_command(const LibraryRequest& request) {
#ifndef NTK_NO_DESKTOP
    if (!request.terminal && has_screen()) return run_desktop_library(request);
#endif
    if (request.author) {
        std::cerr << "Author mode needs a window, and there is no screen here.\n"
                     "Use the tools by name instead: needtoknow check --watch, paths, graph.\n";
        return exit_cannot_read;
    }
    return library_by_lines(request.width);
}

}  // namespace ntk
