#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

#include "engine/host/store/result_store.h"
#include "game/tool/cohort_asked.h"

namespace CLI {
class App;
}

namespace ntk::tool {

// What `needtoknow assess` and `needtoknow privacy` were told; each of their words uses some of it.
struct AssessRequest {
    std::string store, form, file, folder, learner, name, purpose, contact, decision, assessor, reason, packs, as_of,
        old_packs, names, key_file, passphrase_file, public_file;
    std::vector<std::string> files;
    int keep_days = 0, limit_minutes = 0, width = 78;
    double error_points = -1;
    std::int64_t seed = -1;
    bool all = false, yes = false, json = false, terminal = false;
    CohortAsked cohort;
};

// `needtoknow assess`: setting an assessment, gathering and looking at what came of it. run() returns how the program
// ends: 0; 1 for findings; 2 for a question that makes no sense; 3 when something cannot be read or kept. Playing
// itself (`assess run`) and the assessor's window (`assess desk`) belong to a face: see wants_to_play(), wants_desk().
class AssessCommand {
  public:
    // Adds `assess` and `privacy` to `app`, which must outlive this object.
    explicit AssessCommand(CLI::App& app);

    AssessCommand(const AssessCommand&) = delete;  // `app` writes into this object
    AssessCommand& operator=(const AssessCommand&) = delete;

    bool chosen() const;
    bool wants_to_play() const;
    bool wants_desk() const;
    const AssessRequest& request() const { return request_; }
    int run(std::ostream& out, std::ostream& err) const;

  private:
    using Run = int (*)(const AssessRequest&, std::ostream&, std::ostream&);
    CLI::App* word(CLI::App& under, const char* name, const char* what, Run run);

    AssessRequest request_;
    CLI::App* assess_ = nullptr;
    CLI::App* privacy_ = nullptr;
    CLI::App* play_ = nullptr;
    CLI::App* desk_ = nullptr;
    std::vector<std::pair<CLI::App*, Run>> words_;
};

// Opens a store; says what is wrong with one that cannot be used, and what is past its time in one that can.
std::optional<ResultStore> open_store(const std::string& path, std::ostream& err);

// Says a problem; returns 3.
int say_problem(const Problem& problem, std::ostream& err);

// The sessions of a pseudonym, or the one of a session's own name; says so when there are none.
std::vector<StoredSession> sessions_named(ResultStore& store, const std::string& name, std::ostream& err);

// The words of `assess`.
int assess_new(const AssessRequest& request, std::ostream& out, std::ostream& err);
int assess_list(const AssessRequest& request, std::ostream& out, std::ostream& err);
int assess_show(const AssessRequest& request, std::ostream& out, std::ostream& err);
int assess_review(const AssessRequest& request, std::ostream& out, std::ostream& err);
int assess_rules(const AssessRequest& request, std::ostream& out, std::ostream& err);
int assess_cohort(const AssessRequest& request, std::ostream& out, std::ostream& err);
int assess_changed(const AssessRequest& request, std::ostream& out, std::ostream& err);
int assess_gather(const AssessRequest& request, std::ostream& out, std::ostream& err);
int assess_export(const AssessRequest& request, std::ostream& out, std::ostream& err);
int assess_backup(const AssessRequest& request, std::ostream& out, std::ostream& err);
int assess_restore(const AssessRequest& request, std::ostream& out, std::ostream& err);
int assess_check(const AssessRequest& request, std::ostream& out, std::ostream& err);
int assess_name(const AssessRequest& request, std::ostream& out, std::ostream& err);

// The words of `privacy`.
int privacy_list(const AssessRequest& request, std::ostream& out, std::ostream& err);
int privacy_export(const AssessRequest& request, std::ostream& out, std::ostream& err);
int privacy_erase(const AssessRequest& request, std::ostream& out, std::ostream& err);
int privacy_purge(const AssessRequest& request, std::ostream& out, std::ostream& err);

}  // namespace ntk::tool
