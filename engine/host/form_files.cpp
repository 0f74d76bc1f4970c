#include "engine/host/form_files.h"

#include <algorithm>

#include "engine/host/library.h"
#include "engine/host/source_file.h"
#include "engine/study/plan.h"
#include "engine/text/fields.h"

namespace ntk {

namespace {

// The ids of the cases in a folder, which are their file names.
std::vector<std::string> case_ids(const std::filesystem::path& folder) {
    std::vector<std::string> ids;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        const std::filesystem::path& path = entry->path();
        if (path.extension() == ".yaml" && path.stem().extension().empty()) ids.push_back(path.stem().string());
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

}  // namespace

std::vector<FormCase> load_form_cases(const AssessmentForm& form, const std::filesystem::path& root,
                                      Diagnostics& diagnostics) {
    return load_form_cases_in(root / "scenarios", form, diagnostics);
}

std::vector<FormCase> load_form_cases_in(const std::filesystem::path& folder, const AssessmentForm& form,
                                         Diagnostics& diagnostics) {
    const std::vector<std::string> known = case_ids(folder);
    std::vector<FormCase> cases;
    for (std::size_t i = 0; i < form.cases.size(); ++i) {
        const std::string& id = form.cases[i];
        if (std::find(known.begin(), known.end(), id) == known.end()) {
            diagnostics.report("E642", form.case_places[i], "there is no case '" + id + "' in the library",
                               did_you_mean(id, known));
            continue;
        }
        FormCase one;
        one.scenario = load_scenario(folder / (id + ".yaml"), diagnostics);
        const Tree tree = read_tree_file(folder / (id + ".plan.yaml"), diagnostics);
        if (!one.scenario || diagnostics.has_errors()) continue;
        one.best = best_way(read_plan(tree, diagnostics));
        cases.push_back(std::move(one));
    }
    return cases;
}

}  // namespace ntk
