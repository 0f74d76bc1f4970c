#include "game/tool/format.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <istream>
#include <ostream>

#include "engine/host/changed_file.h"
#include "engine/host/source_file.h"
#include "engine/host/yaml_format.h"
#include "engine/text/limits.h"

namespace ntk::tool {

namespace {

constexpr int ok = 0;
constexpr int to_format = 1;
constexpr int cannot = 3;
constexpr int deepest = 16;  // folders within folders

bool is_yaml(const std::filesystem::path& path) { return path.extension() == ".yaml" || path.extension() == ".yml"; }

// The YAML files in a folder and the folders below it, in order of name; links to folders are not followed.
std::vector<std::string> files_below(const std::filesystem::path& folder) {
    std::vector<std::string> files;
    std::error_code problem;
    std::filesystem::recursive_directory_iterator entries(
        folder, std::filesystem::directory_options::skip_permission_denied, problem);
    for (; !problem && entries != std::filesystem::recursive_directory_iterator(); entries.increment(problem)) {
        const bool hidden = entries->path().filename().string().starts_with('.');
        if (hidden || entries.depth() >= deepest) entries.disable_recursion_pending();
        std::error_code ignored;
        if (!hidden && is_yaml(entries->path()) && entries->is_regular_file(ignored))
            files.push_back(entries->path().string());
    }
    std::sort(files.begin(), files.end());
    return files;
}

// Says why a text was refused; the mistakes in it have been reported.
int refuse(const std::string& name, const FormattedYaml& formatted, const Diagnostics& diagnostics, std::ostream& err) {
    err << diagnostics.render();
    if (!formatted.why.empty()) err << name << ": left as it is: " << formatted.why << "\n";
    return cannot;
}

}  // namespace

FormatCommand::FormatCommand(CLI::App& app, std::istream& in) : in_(in) {
    command_ = app.add_subcommand("fmt", "Lay out YAML files afresh; what they say stays the same");
    command_->add_option("files", files_, "Files, or folders with all their YAML files; - for input to output")
        ->required();
    command_->add_flag("--check", check_, "Change nothing; name the files that would change, and end with 1");
}

bool FormatCommand::chosen() const { return command_->parsed(); }

int FormatCommand::run(std::ostream& out, std::ostream& err) const {
    int worst = ok;
    for (const std::string& file : files_) {
        if (file == "-") {
            worst = std::max(worst, format_input(out, err));
            continue;
        }
        std::error_code problem;
        const bool folder = std::filesystem::is_directory(file, problem);
        for (const std::string& one : folder ? files_below(file) : std::vector<std::string>{file})
            worst = std::max(worst, format_file(one, out, err));
    }
    return worst;
}

int FormatCommand::format_input(std::ostream& out, std::ostream& err) const {
    std::string text(limits::file_bytes + 1, '\0');  // one more than allowed, which the reader refuses
    in_.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(in_.gcount()));
    Diagnostics diagnostics;
    const FormattedYaml formatted = format_yaml(text, diagnostics.add_source("input", text), diagnostics);
    if (formatted.text.empty()) return refuse("input", formatted, diagnostics, err);
    if (!check_) out << formatted.text;
    if (!check_ || formatted.text == text) return ok;
    out << "input\n";
    return to_format;
}

int FormatCommand::format_file(const std::string& file, std::ostream& out, std::ostream& err) const {
    if (!is_yaml(file)) {
        err << file << ": not a YAML file: its name ends in neither .yaml nor .yml\n";
        return cannot;
    }
    const Result<std::string> text = read_file(file);
    if (!text) {
        err << text.error().message << " (" << text.error().hint << ")\n";
        return cannot;
    }
    Diagnostics diagnostics;
    const FormattedYaml formatted = format_yaml(*text, diagnostics.add_source(file, *text), diagnostics);
    if (formatted.text.empty()) return refuse(file, formatted, diagnostics, err);
    if (formatted.text == *text) return ok;
    out << file << "\n";
    if (check_) return to_format;
    if (const Result<void> written = change_file(file, *text, formatted.text); !written) {
        err << written.error().message << " (" << written.error().hint << ")\n";
        return cannot;
    }
    return ok;
}

}  // namespace ntk::tool
