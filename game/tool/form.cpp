#include "game/tool/form.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <ostream>

#include "engine/host/form_files.h"
#include "engine/host/library.h"
#include "engine/host/source_file.h"

namespace ntk::tool {

namespace {

constexpr int ok = 0;
constexpr int findings = 1;
constexpr int cannot_read = 3;

}  // namespace

FormCommand::FormCommand(CLI::App& app) {
    command_ =
        app.add_subcommand("form", "Prove an assessment form: its balance, the best answers, and no habit passes");
    command_->add_option("form", files_, "The form files")->required();
}

bool FormCommand::chosen() const { return command_->parsed(); }

int FormCommand::run(std::ostream& out, std::ostream& err) const {
    int worst = ok;
    RuleShelf shelf(product_root());
    for (const std::string& file : files_) {
        Diagnostics diagnostics;
        const Tree tree = read_tree_file(file, diagnostics);
        AssessmentForm form;
        std::vector<FormCase> cases;
        std::shared_ptr<const RuleBook> rules;
        if (!diagnostics.has_errors()) form = read_assessment_form(tree, diagnostics);
        if (!diagnostics.has_errors()) cases = load_form_cases(form, product_root(), diagnostics);
        if (!diagnostics.has_errors()) rules = shelf.load_for(form, diagnostics);
        err << diagnostics.render();
        if (!rules || diagnostics.has_errors()) {
            worst = cannot_read;
            continue;
        }
        const FormProof proof = prove_form(form, cases, rules);
        out << form_text(form, proof) << "\n";
        if (!proof.problems.empty()) worst = std::max(worst, findings);
    }
    return worst;
}

}  // namespace ntk::tool
