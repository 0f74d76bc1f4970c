#include <algorithm>
#include <map>

#include "engine/study/cohort/figures.h"

namespace ntk {

namespace {

// For each case of the form, which of its versions most have taken; missing when nobody took any.
std::vector<std::optional<std::size_t>> versions_taken(const Cohort& cohort, const AssessmentForm& form) {
    std::vector<std::optional<std::size_t>> found;
    for (const std::string& id : form.cases) {
        std::optional<std::size_t> most;
        for (std::size_t i = 0; i < cohort.cases().size(); ++i)
            if (cohort.cases()[i].id == id && (!most || cohort.cases()[i].results > cohort.cases()[*most].results))
                most = i;
        found.push_back(most);
    }
    return found;
}

}  // namespace

std::vector<FormRows> people_of_form(const Cohort& cohort, const AssessmentForm& form, int group, bool first_only) {
    const auto versions = versions_taken(cohort, form);
    if (std::any_of(versions.begin(), versions.end(), [](const auto& version) { return !version; })) return {};
    std::map<std::size_t, std::size_t> place_of;
    for (std::size_t i = 0; i < versions.size(); ++i) place_of[*versions[i]] = i;
    std::map<std::pair<std::size_t, std::size_t>, FormRows> by_person;
    for (const Cohort::Row& row : cohort.rows()) {
        const auto place = place_of.find(row.of_case);
        if (place == place_of.end() || !cohort.named(row.learner) || (first_only && !row.first)) continue;
        if (group >= 0 && row.group != static_cast<std::size_t>(group)) continue;
        FormRows& rows = by_person[{row.learner, row.group}];
        rows.resize(versions.size());
        rows[place->second] = &row;
    }
    std::vector<FormRows> whole;
    for (auto& [who, rows] : by_person)
        if (std::find(rows.begin(), rows.end(), nullptr) == rows.end()) whole.push_back(std::move(rows));
    return whole;
}

}  // namespace ntk
