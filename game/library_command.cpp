#include <cstdlib>
#include <iostream>

#include "engine/host/program_words.h"
#include "engine/text/said.h"
#include "game/commands.h"
#include "game/desktop_library.h"
#include "game/jigsaw_seats.h"
#include "game/opening.h"
#include "game/terminal/lines.h"

namespace ntk {

namespace {

// The cases by number; the learner types one.
int library_by_lines(int width, const std::string& language) {
    const Shelf shelf = load_library(product_root() / "scenarios");
    const auto data = data_folder();
    terminal::Lines lines(std::cout, width, false);
    for (const std::string& problem : shelf.problems) std::cerr << problem;
    if (shelf.cases.empty()) {
        std::cerr << fill("There are no cases in {folder}."_en, {{"folder", (product_root() / "scenarios").string()}})
                  << "\n";
        return exit_cannot_read;
    }
    lines.heading("Who Needs to Know: cases"_en);
    for (std::size_t i = 0; i < shelf.cases.size(); ++i) {
        const CaseOnShelf& card = shelf.cases[i];
        std::string words = card.title + ". " + card.role + ".";
        if (card.minutes_most > 0)
            words += " " + fill("{least} to {most} minutes."_en, {{"least", std::to_string(card.minutes_least)},
                                                                  {"most", std::to_string(card.minutes_most)}});
        words += " " + card.blurb;
        if (!card.content_note.empty()) words += " " + fill("Content: {note}"_en, {{"note", card.content_note}});
        if (data && has_saved_attempt(*data, place_of_case(card.id, language)))
            words += " " + "You have begun this one."_en;
        lines.item(std::to_string(i + 1) + ".", words);
    }
    std::vector<std::string> unread;
    const std::vector<JigsawOnShelf> jigsaws = load_jigsaw_shelf(product_root() / "scenarios" / "jigsaws", unread);
    for (const std::string& problem : unread) std::cerr << problem;
    if (!jigsaws.empty()) lines.heading("Jigsaws: one family, several chairs"_en);
    for (std::size_t i = 0; i < jigsaws.size(); ++i) {
        std::string words = jigsaws[i].title + ".";
        for (const std::string& who : jigsaws[i].chairs) words += " " + who + ".";
        words += " " + jigsaws[i].intro;
        if (data && has_saved_jigsaw(*data, jigsaws[i].id)) words += " " + "You have begun this one."_en;
        lines.item(std::to_string(shelf.cases.size() + i + 1) + ".", words);
    }
    const std::size_t all = shelf.cases.size() + jigsaws.size();
    while (true) {
        lines.text(fill("Choose 1 to {last}, or q to leave:"_en, {{"last", std::to_string(all)}}));
        std::cout.flush();
        std::string line;
        if (!std::getline(std::cin, line) || line == "q") return exit_ok;
        const bool digits =
            !line.empty() && line.size() < 4 && line.find_first_not_of("0123456789") == std::string::npos;
        const auto number = digits ? static_cast<std::size_t>(std::stoi(line)) : 0;
        if (number < 1 || number > all) continue;
        if (number > shelf.cases.size()) {
            JigsawRequest request;
            request.jigsaw = jigsaws[number - shelf.cases.size() - 1].path.string();
            request.width = width;
            request.terminal = true;
            return jigsaw_command(request);
        }
        PlayRequest request;
        request.scenario = shelf.cases[number - 1].path.string();
        request.language = language;
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
    if (request.assessor) {
        std::cerr << "The assessor's screens need a window, and there is no screen here."_en
                  << "\n"
                  << "Use the commands instead: needtoknow assess new, list, show, review, gather, export, backup."_en
                  << "\n";
        return exit_cannot_read;
    }
    if (request.author) {
        std::cerr << "Author mode needs a window, and there is no screen here."_en
                  << "\n"
                  << "Use the tools by name instead: needtoknow check --watch, paths, graph."_en
                  << "\n";
        return exit_cannot_read;
    }
    Diagnostics diagnostics;
    speak(product_root(), request.language, diagnostics);
    if (diagnostics.has_errors()) {
        std::cerr << diagnostics.render();
        return exit_cannot_read;
    }
    return library_by_lines(request.width, request.language);
}

}  // namespace ntk
