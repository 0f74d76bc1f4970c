#pragma once

#include <string>
#include <vector>

#include "engine/host/pinned.h"
#include "engine/host/store/assessment_desk.h"
#include "engine/host/store/result_store.h"
#include "engine/study/assessment/assessment_session.h"

namespace ntk {

// An assessment of the two-doors case of the tests, so many times over under one id, with its rules.
AssessmentPlan small_plan(int cases = 2, int limit_minutes = 0);
std::vector<AssessmentCase> small_cases(int cases = 2);

// A shelf on which the two-doors case is found.
PinnedShelf small_shelf();

// A store of its own at a path, with small_plan() set in it; fails the test when it cannot be made.
StoredAssessment make_small_store(const std::filesystem::path& path, const AssessmentPlan& plan,
                                  const StoreOptions& options = {});
ResultStore opened(const std::filesystem::path& path, const StoreOptions& options = {});

// Answers everything on the way with the first choice until a page of this id shows, or nothing can be done.
// `apply` is how an input is given; it returns a refusal.
template <class Drives>
std::string answer_until(Drives& drives, const std::string& id) {
    for (int i = 0; i < 500 && drives.page().id != id; ++i) {
        const Page& page = drives.page();
        Input input;
        if (!page.choices.empty()) {
            input.kind = Input::Kind::choose;
            input.id = page.choices.front().id;
        }
        if (std::string refusal = drives.apply(input); !refusal.empty()) return refusal;
    }
    return drives.page().id == id ? std::string() : "never came to " + id;
}

// The file of a session of a one-case assessment whose learner chose these options, one letter to a decision.
std::string results_file(const std::string& options, const std::string& session = "s-0123456789abcdef",
                         const std::string& learner = "p-0123456789abcdef");

// An example of tests/bad: a store is made, then what each line of the file says is done, then the store is opened.
// To the store: "cut 100", "bytes 0 text", "missing", "beside -journal", "sql STATEMENT", "set with another case",
// "take up" (the session of p-0123456789abcdef). To a file of results: "result aaa" (made from these options), "replace
// OLD => NEW", "digest again", "gather".
std::string diagnose_store(const std::filesystem::path& path);

}  // namespace ntk
