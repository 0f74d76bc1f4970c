#include "game/tool/import_story.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <ostream>

#include "engine/host/new_files.h"
#include "engine/host/source_file.h"
#include "engine/study/twee_case.h"

namespace ntk::tool {

namespace {

constexpr int ok = 0;
constexpr int bad_usage = 2;
constexpr int cannot_read = 3;

std::string counted(int number, const std::string& one, const std::string& many) {
    return std::to_string(number) + " " + (number == 1 ? one : many);
}

}  // namespace

ImportCommand::ImportCommand(CLI::App& app) {
    command_ = app.add_subcommand("import", "Make the skeleton of a case from a Twine story (Twee 3)");
    command_->add_option("story", file_, "The story, exported from Twine as Twee (.twee or .tw)")->required();
    command_->add_option("--id", names_.id, "The id of the case; without it, made from the story's title");
    command_->add_option("--title", names_.title, "Its title; without it, the story's");
    command_->add_option("--role", names_.role, "Who the learner is");
    command_->add_option("--folder", folder_, "The folder for the case; without it, scenarios");
    command_->add_option("--date", names_.date, "The day under 'review'; without it, today");
}

bool ImportCommand::chosen() const { return command_->parsed(); }

int ImportCommand::run(std::ostream& out, std::ostream& err) const {
    const auto text = read_file(file_);
    if (!text) {
        err << text.error().message << ".\n" << text.error().hint << ".\n";
        return cannot_read;
    }
    Diagnostics diagnostics;
    const TweeStory story = read_twee(*text, diagnostics.add_source(file_, *text), diagnostics);
    err << diagnostics.render();
    if (diagnostics.has_errors()) return cannot_read;

    NewCase names = names_;
    if (command_->count("--title") == 0) names.title = story.title.empty() ? "A story" : story.title;
    if (command_->count("--id") == 0) names.id = id_from_title(names.title);
    if (command_->count("--role") == 0) names.role = "To be written";
    if (command_->count("--date") == 0) names.date = today();
    if (const std::string problems = naming_problems(names); !problems.empty()) {
        err << problems;
        return bad_usage;
    }
    const CaseFromStory made = case_from_story(story, names);
    if (const auto written = write_new_files(folder_, {{names.id + ".yaml", made.yaml}}); !written) {
        err << written.error().message << ".\n" << written.error().hint << ".\n";
        return cannot_read;
    }
    out << "The skeleton is in " << (std::filesystem::path(folder_) / (names.id + ".yaml")).string() << ": "
        << counted(made.scenes, "scene", "scenes") << ", " << counted(made.decisions, "decision", "decisions") << ", "
        << counted(made.options, "option", "options") << ".\n\nTo do:\n";
    for (const std::string& one : made.to_do) out << "  - " << one << "\n";
    out << (story.left_out.empty() ? "\nNothing of the story was left out.\n" : "\nLeft out of the case:\n");
    for (const TweeLeftOut& one : story.left_out)
        out << "  - " << (one.place.line > 0 ? "line " + std::to_string(one.place.line) + ": " : "") << one.what
            << "\n";
    return ok;
}

}  // namespace ntk::tool
