#include "game/tool/new_case.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <ostream>

#include "engine/host/library.h"
#include "engine/host/new_files.h"
#include "engine/host/source_file.h"

namespace ntk::tool {

namespace {

constexpr int ok = 0;
constexpr int bad_usage = 2;
constexpr int cannot_write = 3;

}  // namespace

NewCommand::NewCommand(CLI::App& app) {
    command_ = app.add_subcommand("new", "Begin a case: a small whole one, its plan and its checklist, to replace");
    command_->add_option("id", names_.id, "Its id and the name of its files, such as half-a-sandwich")->required();
    command_->add_option("--title", names_.title, "Its title; without it, made from the id");
    command_->add_option("--role", names_.role, "Who the learner is; without it, Teaching assistant");
    command_->add_option("--folder", folder_, "The folder for the files; without it, scenarios");
    command_->add_option("--date", names_.date, "The day under 'review'; without it, today");
}

bool NewCommand::chosen() const { return command_->parsed(); }

int NewCommand::run(std::ostream& out, std::ostream& err) const {
    NewCase names = names_;
    if (command_->count("--title") == 0) names.title = title_from_id(names.id.empty() ? "x" : names.id);
    if (command_->count("--role") == 0) names.role = "Teaching assistant";
    if (command_->count("--date") == 0) names.date = today();
    if (const std::string problems = naming_problems(names); !problems.empty()) {
        err << problems;
        return bad_usage;
    }
    std::vector<NewFile> files;
    for (const std::string ending : {".yaml", ".plan.yaml", ".checklist.md"}) {
        const auto text = read_file(product_root() / "assets" / "template" / ("case" + ending + ".template"));
        if (!text) {
            err << text.error().message << ".\n" << text.error().hint << ".\n";
            return cannot_write;
        }
        files.push_back({names.id + ending, fill_template(*text, names)});
    }
    if (const auto written = write_new_files(folder_, files); !written) {
        err << written.error().message << ".\n" << written.error().hint << ".\n";
        return cannot_write;
    }
    const std::string path = (std::filesystem::path(folder_) / files.front().name).string();
    out << "Your case is in " << path << ", with its plan and its checklist beside it.\n"
        << "It plays as it is. Replace it piece by piece, and after each piece:\n"
        << "  needtoknow check " << path << "\n"
        << "  needtoknow paths " << path << "\n"
        << "scenarios/README.md is the guide for authors.\n";
    return ok;
}

}  // namespace ntk::tool
