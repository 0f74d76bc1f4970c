#pragma once

#ifndef NTK_NO_DESKTOP

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "engine/host/library.h"
#include "engine/study/author/outline.h"
#include "engine/study/way.h"
#include "game/desktop/author.h"
#include "game/tool/check_files.h"

namespace ntk {

// A way through a case that its plan writes down.
struct PlannedWay {
    std::string name;
    Way way;
};

// A case as its files stood at one moment.
struct CaseRead {
    std::string bytes;  // of the case's file
    Tree tree;
    CaseOutline outline;
    std::vector<desktop::AuthorProblem> problems;
    std::shared_ptr<const Scenario> scenario;  // null after an error, as are the rules
    std::shared_ptr<const RuleBook> rules;
    std::vector<PlannedWay> planned;
    bool playable() const { return scenario != nullptr && rules != nullptr; }
};

// Reads a case and the plan beside it, without playing it.
CaseRead read_case_now(const std::filesystem::path& path, RuleShelf& shelf);

// What a form has, as its file stood at one moment.
struct FormRead {
    std::string bytes;
    Tree tree;
    std::string title;
    std::vector<desktop::AuthorFormList> lists;
    std::vector<desktop::AuthorProblem> problems;
};

// Whether a file has a form in it.
bool is_form_file(const std::filesystem::path& path);

// The folder with the cases that a form names: its own, or the one round it when that is called forms.
std::filesystem::path cases_beside(const std::filesystem::path& form);

// Reads a form, without the cases it names.
FormRead read_form_now(const std::filesystem::path& path);

// Everything that is wrong with a form: its shape, cases that are not there or have mistakes, and once all that is
// well, what `needtoknow form` finds.
std::vector<desktop::AuthorProblem> check_form_now(const std::filesystem::path& path, RuleShelf& shelf);

// Everything that is wrong with a case or could be better: plays it along its plan.
std::vector<desktop::AuthorProblem> check_case_now(const std::filesystem::path& path, tool::Checker& checker,
                                                   const CaseOutline& outline);

// The plan and the checklist that belong to a case, whether or not they are there.
std::filesystem::path plan_file_of(const std::filesystem::path& scenario);
std::filesystem::path checklist_file_of(const std::filesystem::path& scenario);

}  // namespace ntk

#endif
