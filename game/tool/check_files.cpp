#include "game/tool/check_files.h"

#include <algorithm>
#include <set>

#include "engine/host/source_file.h"
#include "engine/rules/pack_tests.h"
#include "engine/scenario/reader.h"
#include "engine/study/lint/files.h"
#include "engine/study/lint/finders.h"
#include "engine/study/lint/lint.h"
#include "game/tool/play_script.h"
#include "game/tool/rule_stack.h"

namespace ntk::tool {

namespace {

namespace fs = std::filesystem;

bool is_authored(const fs::path& path) {
    const std::string extension = path.extension().string();
    return extension == ".yaml" || extension == ".yml" || extension == ".json";
}

bool is_plan(const fs::path& path) { return path.stem().extension() == ".plan"; }

// three-letters.plan.yaml belongs to three-letters.yaml.
fs::path case_of(const fs::path& plan) {
    return plan.parent_path() / (plan.stem().stem().string() + plan.extension().string());
}

fs::path beside(const fs::path& scenario, const std::string& ending) {
    return scenario.parent_path() / (scenario.stem().string() + ending);
}

std::vector<PlannedRun> planned_runs(const Plan& plan, Diagnostics& diagnostics) {
    std::vector<PlannedRun> runs;
    for (const Plan::Run& written : plan.runs) {
        PlannedRun run{written.name, {}, written.ending, written.breaches, written.place};
        std::string problem;
        for (ScriptedChoice& choice : read_choices(written.choices, problem))
            run.choices.push_back({choice.input.id, choice.input.kind == Input::Kind::compose, choice.input.answers});
        if (!problem.empty()) {
            diagnostics.report("W528", written.place, "\"" + written.name + "\" cannot be played: " + problem,
                               "write one letter for each decision, or options with commas between");
            continue;
        }
        runs.push_back(std::move(run));
    }
    return runs;
}

void check_case(const fs::path& path, const Tree& tree, RuleShelf& shelf, Diagnostics& diagnostics) {
    const auto scenario = read_scenario(tree, diagnostics);
    std::shared_ptr<const RuleBook> rules;
    if (scenario) rules = shelf.load(scenario->packs, scenario->as_of, diagnostics);
    std::vector<PlannedRun> runs;
    std::error_code error;
    const fs::path plan = beside(path, ".plan" + path.extension().string());
    if (fs::exists(plan, error)) {
        const Tree plan_tree = read_tree_file(plan, diagnostics);
        if (plan_tree.kind != Tree::Kind::missing) runs = planned_runs(read_plan(plan_tree, diagnostics), diagnostics);
    } else {
        report_missing_plan(tree, plan.filename().string(), diagnostics);
    }
    const fs::path checklist = beside(path, ".checklist.md");
    if (fs::exists(checklist, error)) {
        if (const auto text = read_file(checklist)) {
            const int source = diagnostics.add_source(checklist.string(), *text);
            check_checklist(*text, source, diagnostics);
            find_personal_data(*text, source, diagnostics);
            find_bare_pictures(*text, source, diagnostics);
        } else {
            diagnostics.report("E003", {diagnostics.add_source(checklist.string(), ""), 0, 0}, text.error().message);
        }
    } else {
        report_missing_checklist(tree, checklist.filename().string(), diagnostics);
    }
    run_lints(lint_case(tree, scenario, rules, std::move(runs)), diagnostics);
}

void check_pack(const fs::path& path, const Tree& tree, Diagnostics& diagnostics) {
    const Tree* id = tree.find("pack") == nullptr ? nullptr : tree.find("pack")->find("id");
    if (id == nullptr) return;
    (void)path;
    Diagnostics ignored;
    const std::vector<std::string> stack = stack_of(id->text, ignored);
    (void)read_stack(stack, "", diagnostics);
}

}  // namespace

std::vector<fs::path> files_to_check(const std::vector<std::string>& paths) {
    std::vector<fs::path> files;
    std::error_code error;
    for (const std::string& path : paths) {
        if (!fs::is_directory(path, error)) {
            files.emplace_back(path);
            continue;
        }
        for (fs::recursive_directory_iterator entry(path, error), end; !error && entry != end; entry.increment(error))
            if (entry->is_regular_file(error) && is_authored(entry->path())) files.push_back(entry->path());
    }
    std::sort(files.begin(), files.end());
    files.erase(std::unique(files.begin(), files.end()), files.end());
    const std::set<fs::path> known(files.begin(), files.end());
    std::erase_if(files, [&](const fs::path& file) { return is_plan(file) && known.count(case_of(file)) != 0; });
    return files;
}

CheckedFile check_file(const fs::path& path, RuleShelf& rules) {
    CheckedFile checked;
    checked.path = path;
    const fs::path file = is_plan(path) ? case_of(path) : path;
    const Tree tree = read_tree_file(file, checked.diagnostics);
    if (tree.find("scenario") != nullptr)
        check_case(file, tree, rules, checked.diagnostics);
    else if (tree.find("pack") != nullptr)
        check_pack(file, tree, checked.diagnostics);
    return checked;
}

}  // namespace ntk::tool
