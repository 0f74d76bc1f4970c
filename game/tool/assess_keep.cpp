#include <algorithm>
#include <ostream>

#include "engine/host/library.h"
#include "engine/host/new_files.h"
#include "engine/host/source_file.h"
#include "engine/host/store/bundle.h"
#include "engine/host/store/name_list.h"
#include "engine/host/store/random_id.h"
#include "game/tool/assess.h"

namespace ntk::tool {

namespace {

constexpr int ok = 0;
constexpr int findings = 1;
constexpr int usage = 2;
constexpr int cannot_read = 3;

// All of a session, as it goes to another store.
Result<WholeSession> whole_session(ResultStore& store, const StoredSession& session) {
    WholeSession whole;
    whole.session = session;
    auto logs = store.logs(session);
    if (!logs) return tl::unexpected(logs.error());
    auto reviews = store.reviews(session);
    if (!reviews) return tl::unexpected(reviews.error());
    whole.logs = std::move(*logs);
    whole.reviews = std::move(*reviews);
    return whole;
}

}  // namespace

int assess_export(const AssessRequest& request, std::ostream& out, std::ostream& err) {
    auto store = open_store(request.store, err);
    if (!store) return cannot_read;
    const auto assessments = store->assessments();
    const auto sessions = store->sessions();
    if (!assessments) return say_problem(assessments.error(), err);
    if (!sessions) return say_problem(sessions.error(), err);
    std::error_code error;
    std::filesystem::create_directories(request.folder, error);
    int written = 0;
    for (const StoredSession& session : *sessions) {
        if (!session.submitted && !request.all) continue;
        const auto whole = whole_session(*store, session);
        if (!whole) return say_problem(whole.error(), err);
        const auto of = std::find_if(assessments->begin(), assessments->end(),
                                     [&](const StoredAssessment& one) { return one.sha256 == session.assessment; });
        const std::filesystem::path file = std::filesystem::path(request.folder) / (session.id + ".results.json");
        if (const auto put = write_file_atomically(file, bundle_text(*of, *whole)); !put)
            return say_problem(put.error(), err);
        ++written;
    }
    out << written << (written == 1 ? " session" : " sessions") << " written to " << request.folder << "\n";
    return ok;
}

int assess_gather(const AssessRequest& request, std::ostream& out, std::ostream& err) {
    auto store = open_store(request.store, err);
    if (!store) return cannot_read;
    PinnedShelf shelf({product_root(), {}, request.old_packs});
    int worst = ok, added = 0, extended = 0, known = 0, refused = 0;
    for (const std::string& file : request.files) {
        Diagnostics diagnostics;
        Problem problem;
        const Tree tree = read_tree_file(file, diagnostics);
        std::optional<Gathered> gathered;
        if (!diagnostics.has_errors())
            if (const auto bundle = read_bundle(tree, diagnostics))
                gathered = gather(*store, *bundle, shelf, diagnostics, problem);
        err << diagnostics.render();
        if (!problem.message.empty()) return say_problem(problem, err);
        if (!gathered) {
            ++refused;
            worst = findings;
        } else {
            ++(*gathered == Gathered::added ? added : *gathered == Gathered::extended ? extended : known);
        }
    }
    out << added << " added, " << extended << " extended, " << known << " known already, " << refused << " refused\n";
    return worst;
}

int assess_backup(const AssessRequest& request, std::ostream& out, std::ostream& err) {
    auto store = open_store(request.store, err);
    if (!store) return cannot_read;
    if (const auto done = store->back_up(request.file); !done) return say_problem(done.error(), err);
    out << "Copied to " << request.file
        << ". What is erased from the store stays in this copy: erase it there as well, or remove the copy.\n";
    return ok;
}

int assess_restore(const AssessRequest& request, std::ostream& out, std::ostream& err) {
    auto backup = open_store(request.file, err);
    if (!backup) return cannot_read;
    if (const auto done = backup->back_up(request.store); !done) return say_problem(done.error(), err);
    out << "Restored to " << request.store << ".\n";
    return ok;
}

int assess_check(const AssessRequest& request, std::ostream& out, std::ostream& err) {
    auto store = open_store(request.store, err);
    if (!store) return cannot_read;
    const auto found = store->look_through();
    if (!found) return say_problem(found.error(), err);
    out << (*found == "ok" ? std::string("The store holds together.") : *found) << "\n";
    return *found == "ok" ? ok : findings;
}

int assess_name(const AssessRequest& request, std::ostream& out, std::ostream& err) {
    if (!is_random_id(request.learner, "p-")) {
        err << "'" << request.learner << "' is no pseudonym.\n";
        return usage;
    }
    auto names = read_names(request.names);
    if (!names) return say_problem(names.error(), err);
    const auto known = std::find_if(names->begin(), names->end(),
                                    [&](const NamedLearner& one) { return one.learner == request.learner; });
    if (known != names->end() && known->name != request.name) {
        err << request.learner << " is " << known->name << " in this list.\n";
        return findings;
    }
    if (known == names->end()) names->push_back({request.learner, request.name});
    if (const auto written = write_names(request.names, *names); !written) return say_problem(written.error(), err);
    out << "Noted in " << request.names << ". Keep it apart from the store, and remove it when results need no name.\n";
    return ok;
}

}  // namespace ntk::tool
