#include "game/tool/schema.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <ostream>
#include <utility>
#include <vector>

#include "engine/host/source_file.h"
#include "engine/report/schemas.h"

namespace ntk::tool {

namespace {

constexpr int ok = 0;
constexpr int usage = 2;
constexpr int cannot = 3;

struct Schema {
    std::string name;
    std::string says;
    std::string text;
};

std::vector<Schema> all_schemas() {
    std::vector<Schema> all;
    for (const SchemaKind& kind : schema_kinds())
        all.push_back({std::string(kind.name), std::string(kind.says), schema_json(kind).pretty() + "\n"});
    for (const DocumentKind& kind : document_kinds())
        all.push_back({std::string(kind.name), std::string(kind.title), schema_json(kind).pretty() + "\n"});
    return all;
}

}  // namespace

SchemaCommand::SchemaCommand(CLI::App& app) {
    command_ = app.add_subcommand(
        "schema",
        "JSON Schema for the files that authors write, for editors, and for the data that the program writes");
    command_->add_option("kind", kind_, "Of which kind of file; without it, the kinds are listed");
    command_->add_option("--out", folder_, "Write the schemas of all kinds, or of the one named, into this folder");
}

bool SchemaCommand::chosen() const { return command_->parsed(); }

int SchemaCommand::run(std::ostream& out, std::ostream& err) const {
    const std::vector<Schema> all = all_schemas();
    bool known = kind_.empty();
    std::size_t column = 0;
    for (const Schema& schema : all) column = std::max(column, schema.name.size() + 2);
    for (const Schema& schema : all) {
        if (!kind_.empty() && kind_ != schema.name) continue;
        known = true;
        if (folder_.empty()) {
            if (kind_.empty())
                out << schema.name << std::string(column - schema.name.size(), ' ') << schema.says << "\n";
            else
                out << schema.text;
            continue;
        }
        std::error_code problem;
        std::filesystem::create_directories(folder_, problem);
        const std::filesystem::path file = std::filesystem::path(folder_) / (schema.name + ".schema.json");
        if (const Result<void> written = write_file_atomically(file, schema.text); !written) {
            err << written.error().message << " (" << written.error().hint << ")\n";
            return cannot;
        }
        out << file.string() << "\n";
    }
    if (known) return ok;
    err << "there is no kind of file called '" << kind_ << "'; the kinds are:";
    for (const Schema& schema : all) err << " " << schema.name;
    err << "\n";
    return usage;
}

}  // namespace ntk::tool
