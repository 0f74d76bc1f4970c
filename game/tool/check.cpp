#include "game/tool/check.h"

#include <CLI/CLI.hpp>
#include <ostream>

#include "game/tool/check_files.h"

namespace ntk::tool {

CheckCommand::CheckCommand(CLI::App& app) {
    command_ = app.add_subcommand("check", "Say everything that is wrong with cases, plans and packs, or could be better");
    command_->add_option("paths", paths_, "Files, or folders with all that is in them")->required();
}

bool CheckCommand::chosen() const { return command_->parsed(); }

int CheckCommand::run(std::ostream& out, std::ostream& err) const {
    const std::vector<std::filesystem::path> files = files_to_check(paths_);
    if (files.empty()) {
        err << "There is nothing to check here.\n";
        return 2;
    }
    bool clean = true;
    RuleShelf rules(product_root());
    for (const std::filesystem::path& file : files) {
        const CheckedFile checked = check_file(file, rules);
        out << checked.diagnostics.render();
        clean = clean && checked.diagnostics.empty();
    }
    if (clean) out << files.size() << (files.size() == 1 ? " file is" : " files are") << " clean.\n";
    return clean ? 0 : 1;
}

}  // namespace ntk::tool
