#include "game/tool/graph.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <ostream>

#include "engine/host/library.h"
#include "engine/host/run_program.h"
#include "engine/host/source_file.h"
#include "engine/study/graph.h"

namespace ntk::tool {

namespace {

constexpr int ok = 0;
constexpr int cannot_read = 3;

// What the name of the file asks for, when nothing else was said.
std::string kind_of(const std::string& path) {
    const std::string extension = std::filesystem::path(path).extension().string();
    if (extension == ".svg") return "svg";
    if (extension == ".dot" || extension == ".gv") return "dot";
    if (extension == ".mmd" || extension == ".mermaid") return "mermaid";
    return "text";
}

// The picture, or nothing after saying why there is none.
std::string drawn(const Scenario& scenario, std::ostream& err) {
    if (!program_exists("dot")) {
        err << "The picture is drawn by Graphviz, and its program 'dot' is not installed.\n"
               "Install the package graphviz (sudo apt-get install graphviz), or ask for --as text, mermaid or dot.\n";
        return {};
    }
    const auto picture = run_filter({"dot", "-Tsvg"}, graph_dot(scenario));
    if (!picture) err << picture.error().message << ".\n";
    return picture.value_or("");
}

}  // namespace

GraphCommand::GraphCommand(CLI::App& app) {
    command_ = app.add_subcommand("graph", "The map of a case: text to read through, Mermaid, Graphviz or a picture");
    command_->add_option("scenario", file_, "The scenario file")->required();
    command_->add_option("--as", as_, "text, mermaid, dot or svg; without it the name of the file decides")
        ->check(CLI::IsMember({"text", "mermaid", "dot", "svg"}));
    command_->add_option("--out", out_file_, "Write it here instead of showing it");
}

bool GraphCommand::chosen() const { return command_->parsed(); }

int GraphCommand::run(std::ostream& out, std::ostream& err) const {
    Diagnostics diagnostics;
    const auto scenario = load_scenario(file_, diagnostics);
    err << diagnostics.render();
    if (!scenario) return cannot_read;
    const std::string as = as_.empty() ? kind_of(out_file_) : as_;
    std::string text;
    if (as == "svg")
        text = drawn(*scenario, err);
    else
        text = as == "dot" ? graph_dot(*scenario) : as == "mermaid" ? graph_mermaid(*scenario) : graph_text(*scenario);
    if (text.empty()) return cannot_read;
    if (out_file_.empty()) {
        out << text;
        return ok;
    }
    if (const auto written = write_file_atomically(out_file_, text); !written) {
        err << written.error().message << ".\n" << written.error().hint << ".\n";
        return cannot_read;
    }
    out << "The map is in " << out_file_ << ".\n";
    return ok;
}

}  // namespace ntk::tool
