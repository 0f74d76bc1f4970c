#include "game/author_reading.h"

#ifndef NTK_NO_DESKTOP

#include <algorithm>

#include "engine/host/form_files.h"
#include "engine/host/source_file.h"
#include "engine/play/words.h"
#include "engine/scenario/assessment_form.h"
#include "engine/scenario/reader.h"
#include "engine/study/plan.h"
#include "engine/text/said.h"
#include "game/desktop_problems.h"

namespace ntk {

namespace {

namespace fs = std::filesystem;

// The scene whose lines hold a line of the file: the last one that begins at or before it.
std::string scene_at(const CaseOutline& outline, int line) {
    const OutlineScene* found = nullptr;
    for (const OutlineScene& scene : outline.scenes)
        if (scene.place.line <= line && (found == nullptr || found->place.line < scene.place.line)) found = &scene;
    for (const OutlineEnding& ending : outline.endings)
        if (found != nullptr && ending.place.line <= line && ending.place.line > found->place.line) return {};
    return found == nullptr ? "" : found->id;
}

std::vector<desktop::AuthorProblem> listed_problems(const Diagnostics& diagnostics, const fs::path& path,
                                                    const CaseOutline& outline) {
    std::vector<desktop::AuthorProblem> problems;
    for (const Diagnostic& found : diagnostics.in_order()) {
        desktop::AuthorProblem problem;
        problem.problem = problem_of(diagnostics, found);
        problem.line = found.place.line;
        problem.beside = diagnostics.source_name(found.place.source) != path.string();
        if (problem.line > 0 && !problem.beside) problem.scene = scene_at(outline, problem.line);
        // The name of the folder says nothing new: the author has just opened it.
        const std::string name = diagnostics.source_name(found.place.source);
        problem.problem.place.replace(0, name.size(), fs::path(name).filename().string());
        problems.push_back(std::move(problem));
    }
    std::stable_sort(problems.begin(), problems.end(),
                     [](const auto& a, const auto& b) { return a.problem.warning < b.problem.warning; });
    return problems;
}

std::vector<PlannedWay> planned_ways(const fs::path& scenario) {
    std::vector<PlannedWay> ways;
    std::error_code error;
    const fs::path file = plan_file_of(scenario);
    if (!fs::is_regular_file(file, error)) return ways;
    Diagnostics diagnostics;  // the whole check shows them
    const Tree tree = read_tree_file(file, diagnostics);
    if (diagnostics.has_errors()) return ways;
    for (const Plan::Run& run : read_plan(tree, diagnostics).runs) {
        constexpr std::size_t most = 60;
        PlannedWay planned{run.name, {}};
        std::string problem;
        for (const ScriptedChoice& choice : read_choices(run.choices, problem))
            planned.way.push_back({choice.input.id, choice.input.kind == Input::Kind::compose, choice.input.answers});
        if (problem.empty() && ways.size() < most) ways.push_back(std::move(planned));
    }
    return ways;
}

}  // namespace

fs::path plan_file_of(const fs::path& scenario) {
    return scenario.parent_path() / (scenario.stem().string() + ".plan" + scenario.extension().string());
}

fs::path checklist_file_of(const fs::path& scenario) {
    return scenario.parent_path() / (scenario.stem().string() + ".checklist.md");
}

CaseRead read_case_now(const fs::path& path, RuleShelf& shelf) {
    CaseRead now;
    Diagnostics diagnostics;
    now.tree = read_tree_file(path, diagnostics);
    if (diagnostics.sources() > 0) now.bytes = diagnostics.source_text(0);
    if (!diagnostics.has_errors()) {
        now.outline = outline_of(now.tree);
        now.scenario = read_scenario(now.tree, diagnostics);
        if (now.scenario) now.rules = shelf.load_for(*now.scenario, diagnostics);
    }
    if (diagnostics.has_errors()) now.scenario = nullptr;
    now.problems = listed_problems(diagnostics, path, now.outline);
    now.planned = planned_ways(path);
    return now;
}

std::vector<desktop::AuthorProblem> check_case_now(const fs::path& path, tool::Checker& checker,
                                                   const CaseOutline& outline) {
    return listed_problems(checker.check(path).diagnostics, path, outline);
}

bool is_form_file(const fs::path& path) {
    Diagnostics diagnostics;  // shown when it is opened
    const Tree tree = read_tree_file(path, diagnostics);
    return tree.find("form") != nullptr && tree.find("scenario") == nullptr;
}

fs::path cases_beside(const fs::path& form) {
    fs::path folder = form.parent_path();
    if (folder.filename() == "forms") folder = folder.parent_path();
    return folder.empty() ? fs::path(".") : folder;
}

FormRead read_form_now(const fs::path& path) {
    FormRead now;
    Diagnostics diagnostics;
    now.tree = read_tree_file(path, diagnostics);
    if (diagnostics.sources() > 0) now.bytes = diagnostics.source_text(0);
    if (!diagnostics.has_errors()) read_assessment_form(now.tree, diagnostics);
    if (const Tree* heading = now.tree.find("form"))
        if (const Tree* title = heading->find("title")) now.title = title->text;
    const auto add_list = [&](std::string words, const Tree* cases) {
        desktop::AuthorFormList list{std::move(words), {}};
        if (cases != nullptr)
            for (const Tree& each : cases->items) list.cases.push_back(each.text);
        now.lists.push_back(std::move(list));
    };
    if (const Tree* cases = now.tree.find("cases"))
        add_list("The cases, in the order in which they are played"_en, cases);
    if (const Tree* draws = now.tree.find("draw"))
        for (const Tree& draw : draws->items) {
            const Tree* take = draw.find("take");
            add_list(fill("Pool {number}: {some} of these are drawn"_en,
                          {{"number", std::to_string(now.lists.size() + 1)},
                           {"some", take == nullptr ? "some"_en : take->text}}),
                     draw.find("from"));
        }
    now.problems = listed_problems(diagnostics, path, {});
    return now;
}

std::vector<desktop::AuthorProblem> check_form_now(const fs::path& path, RuleShelf& shelf) {
    Diagnostics diagnostics;
    const Tree tree = read_tree_file(path, diagnostics);
    AssessmentForm form;
    std::vector<FormCase> cases;
    std::shared_ptr<const RuleBook> rules;
    if (!diagnostics.has_errors()) form = read_assessment_form(tree, diagnostics);
    if (!diagnostics.has_errors()) cases = load_form_cases_in(cases_beside(path), form, diagnostics);
    if (!diagnostics.has_errors()) rules = shelf.load_for(form, diagnostics);
    std::vector<desktop::AuthorProblem> problems = listed_problems(diagnostics, path, {});
    if (!rules || diagnostics.has_errors()) return problems;
    for (const std::string& found : prove_form(form, cases, rules).problems) {
        desktop::AuthorProblem problem;
        problem.problem.warning = true;
        problem.problem.code = "of the form"_en;
        problem.problem.place = path.filename().string();
        problem.problem.message = sentence(found);
        problems.push_back(std::move(problem));
    }
    return problems;
}

}  // namespace ntk

#endif
