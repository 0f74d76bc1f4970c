#include "game/tool/form.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <ostream>

#include "engine/host/library.h"
#include "engine/host/source_file.h"
#include "engine/study/form_proof.h"
#include "engine/study/plan.h"

namespace ntk::tool {

namespace {

constexpr int ok = 0;
constexpr int findings = 1;
constexpr int cannot_read = 3;

// The run of a plan that breaks nothing.
Way best_way(const Plan& plan) {
    Way way;
    for (const Plan::Run& run : plan.runs) {
        if (run.breaches != 0) continue;
        std::string problem;
        for (const ScriptedChoice& choice : read_choices(run.choices, problem))
            way.push_back({choice.input.id, choice.input.kind == Input::Kind::compose, choice.input.answers});
        break;
    }
    return way;
}

// The cases of a form from the library, each with the best answers of its plan.
std::vector<FormCase> read_cases(const AssessmentForm& form, Diagnostics& diagnostics) {
    std::vector<FormCase> cases;
    for (std::size_t i = 0; i < form.cases.size(); ++i) {
        const std::filesystem::path file = product_root() / "scenarios" / (form.cases[i] + ".yaml");
        std::error_code error;
        if (!std::filesystem::is_regular_file(file, error)) {
            diagnostics.report("E642", form.case_places[i], "there is no case '" + form.cases[i] + "'",
                               "name cases by their id, as in the library");
            continue;
        }
        FormCase one;
        one.scenario = load_scenario(file, diagnostics);
        if (!one.scenario) continue;
        std::filesystem::path plan = file;
        plan.replace_extension(".plan.yaml");
        const Tree tree = read_tree_file(plan, diagnostics);
        if (!diagnostics.has_errors()) one.best = best_way(read_plan(tree, diagnostics));
        cases.push_back(std::move(one));
    }
    return cases;
}

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
        if (!diagnostics.has_errors()) cases = read_cases(form, diagnostics);
        if (!diagnostics.has_errors()) rules = shelf.load(form.packs, form.as_of, diagnostics);
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
