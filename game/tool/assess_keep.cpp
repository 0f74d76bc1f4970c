#include <algorithm>
#include <ostream>

#include "engine/host/library.h"
#include "engine/host/store/name_list.h"
#include "engine/host/store/random_id.h"
#include "game/shared/assessing.h"
#include "game/tool/assess.h"

namespace ntk::tool {

namespace {

constexpr int ok = 0;
constexpr int findings = 1;
constexpr int usage = 2;
constexpr int cannot_read = 3;

}  // namespace

int assess_export(const AssessRequest& request, std::ostream& out, std::ostream& err) {
    auto store = open_store(request.store, err);
    if (!store) return cannot_read;
    const auto exported = export_sessions(*store, request.folder, request.all);
    if (!exported) return say_problem(exported.error(), err);
    const int written = *exported;
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
        const auto gathered = gather_file(*store, file, shelf, diagnostics, problem);
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
