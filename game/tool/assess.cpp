#include "game/tool/assess.h"

#include <CLI/CLI.hpp>
#include <cmath>
#include <ostream>

#include "engine/host/library.h"
#include "engine/host/store/random_id.h"
#include "game/shared/assessing.h"

namespace ntk::tool {

namespace {

constexpr int ok = 0;

constexpr int usage = 2;
constexpr int cannot_read = 3;
constexpr int longest_limit = 24 * 60;

}  // namespace

AssessCommand::AssessCommand(CLI::App& app) {
    AssessRequest& to = request_;
    const auto store = [&](CLI::App* of) { of->add_option("store", to.store, "The store (one file)")->required(); };
    const auto learner = [&](CLI::App* of) {
        of->add_option("learner", to.learner, "A pseudonym (p-...) or the name of a session (s-...)")->required();
    };

    assess_ = app.add_subcommand("assess", "Set an assessment, take it, gather and review what came of it");
    assess_->require_subcommand(1);
    CLI::App* set =
        word(*assess_, "new", "Set an assessment from a form; makes the store if there is none", assess_new);
    store(set);
    set->add_option("--form", to.form, "The form (.yaml), with cases in order or drawn from pools")->required();
    set->add_option("--keep-days", to.keep_days, "How many days records are kept")->check(CLI::Range(1, 99'999));
    set->add_option("--purpose", to.purpose, "For the privacy notice: what the assessment is for");
    set->add_option("--contact", to.contact, "For the privacy notice: whom to ask");
    set->add_option("--limit", to.limit_minutes, "A time limit in minutes; learners can have it longer, or not at all")
        ->check(CLI::Range(1, longest_limit));
    set->add_option("--error", to.error_points,
                    "The standard error of a score in points, as 'cohort' found it; without: from each one's own cases")
        ->check(CLI::Range(0.0, 50.0));
    set->add_option("--seed", to.seed, "Draw cases and shuffle options by this number; without: by chance, and noted")
        ->check(CLI::NonNegativeNumber);

    play_ = assess_->add_subcommand("run", "Take the assessment, or go on with one that was begun");
    store(play_);
    play_->add_option("--learner", to.learner, "The pseudonym of a learner who has one; without: a new one");
    play_->add_flag("--terminal", to.terminal, "By lines of text, even where there is a screen");
    play_->add_option("--width", to.width, "Wrap lines at this many characters; 0 for never")
        ->check(CLI::Range(0, 1000));

    desk_ = assess_->add_subcommand("desk", "Set, gather and review assessments in a window");
    desk_->add_option("store", to.store, "The store to open; without: choose there, or set a new assessment");

    store(word(*assess_, "list", "Who has taken what, and what waits for an assessor", assess_list));
    CLI::App* show = word(*assess_, "show", "What a learner's assessment came to", assess_show);
    store(show);
    learner(show);
    show->add_option("--out", to.folder, "Write reports and decision logs into this folder, to be sealed");
    show->add_option("--pub", to.public_file, "Check the seals of decisions with this public key file");
    CLI::App* review =
        word(*assess_, "review", "Note what an assessor decides; what was noted before stays", assess_review);
    store(review);
    learner(review);
    review->add_option("--decision", to.decision, "met, not_yet, refer, void, or note for a correction")
        ->required()
        ->check(CLI::IsMember({"met", "not_yet", "refer", "void", "note"}));
    review->add_option("--assessor", to.assessor, "Who decides: a role or initials")->required();
    review->add_option("--reason", to.reason, "Why, in words that the learner may read")->required();
    review->add_option("--key", to.key_file, "Seal the decision with this secret key file");
    review->add_option("--passphrase-file", to.passphrase_file,
                       "Take the passphrase from the first line of this file, not from the terminal");
    CLI::App* gather = word(*assess_, "gather", "Bring in result files from other machines", assess_gather);
    store(gather);
    gather->add_option("files", to.files, "The files (.results.json)")->required();
    CLI::App* out =
        word(*assess_, "export", "Write a result file of each session, to be gathered elsewhere", assess_export);
    store(out);
    out->add_option("folder", to.folder, "Where to")->required();
    out->add_flag("--all", to.all, "Also those not handed in yet");
    store(word(*assess_, "rules", "How often each rule was kept and missed", assess_rules));
    CLI::App* cohort = word(*assess_, "cohort", "Figures over all results in the store", assess_cohort);
    store(cohort);
    add_options(*cohort, to.cohort);
    CLI::App* changed =
        word(*assess_, "changed", "Which verdicts would differ under other rules; nothing is changed", assess_changed);
    store(changed);
    changed->add_option("--packs", to.packs, "These packs (base,overlay@date); without: as they are shipped now");
    changed->add_option("--as-of", to.as_of, "As they stood on this day");
    for (CLI::App* one : {play_, show, gather, changed, desk_})
        one->add_option("--old-packs", to.old_packs, "A folder with rule packs of other versions");
    CLI::App* backup = word(*assess_, "backup", "Copy the store as it stands", assess_backup);
    store(backup);
    backup->add_option("file", to.file, "A name that is not taken")->required();
    CLI::App* restore = word(*assess_, "restore", "Make a store from a backup", assess_restore);
    restore->add_option("file", to.file, "The backup")->required();
    restore->add_option("store", to.store, "A name that is not taken")->required();
    store(word(*assess_, "check", "Look through the whole store", assess_check));
    CLI::App* name = word(*assess_, "name", "Note who has a pseudonym, in a list of your own", assess_name);
    name->add_option("list", to.names, "The list; keep it apart from the store")->required();
    name->add_option("learner", to.learner, "The pseudonym")->required();
    name->add_option("name", to.name, "The name")->required();

    privacy_ = app.add_subcommand("privacy", "What is held about learners: list, export, erase, purge");
    privacy_->require_subcommand(1);
    store(word(*privacy_, "list", "What is held, and until when", privacy_list));
    CLI::App* copy = word(*privacy_, "export", "Everything that is held about one learner", privacy_export);
    store(copy);
    learner(copy);
    copy->add_option("folder", to.folder, "Where to")->required();
    CLI::App* erase = word(*privacy_, "erase", "Take one learner out of the store, to the last byte", privacy_erase);
    store(erase);
    learner(erase);
    CLI::App* purge = word(*privacy_, "purge", "Take out what is past its time", privacy_purge);
    store(purge);
    for (CLI::App* one : {erase, purge})
        one->add_flag("--yes", to.yes, "Do it; without this it is only said what would go");
}

CLI::App* AssessCommand::word(CLI::App& under, const char* name, const char* what, Run does) {
    CLI::App* made = under.add_subcommand(name, what);
    words_.emplace_back(made, does);
    return made;
}

bool AssessCommand::chosen() const { return assess_->parsed() || privacy_->parsed(); }
bool AssessCommand::wants_to_play() const { return play_->parsed(); }
bool AssessCommand::wants_desk() const { return desk_->parsed(); }

int AssessCommand::run(std::ostream& out, std::ostream& err) const {
    for (const auto& [app, does] : words_)
        if (app->parsed()) return does(request_, out, err);
    return usage;
}

int say_problem(const Problem& problem, std::ostream& err) {
    err << problem.message << ".\n";
    if (!problem.hint.empty()) err << "To mend it: " << problem.hint << ".\n";
    return cannot_read;
}

std::optional<ResultStore> open_store(const std::string& path, std::ostream& err) {
    Diagnostics diagnostics;
    auto store = ResultStore::open(path, diagnostics);
    err << diagnostics.render();
    if (!store) return std::nullopt;
    const long due = sessions_past_keeping(*store).value_or(0);
    if (due > 0)
        err << due << (due == 1 ? " session is" : " sessions are") << " past the " << store->keep_days()
            << " days for which records are kept. See: needtoknow privacy purge " << path << "\n";
    return store;
}

std::vector<StoredSession> sessions_named(ResultStore& store, const std::string& name, std::ostream& err) {
    std::vector<StoredSession> found;
    const auto all = store.sessions();
    if (!all) {
        say_problem(all.error(), err);
        return found;
    }
    for (const StoredSession& one : *all)
        if (one.learner == name || one.id == name) found.push_back(one);
    if (found.empty()) err << "There is nothing in " << store.path().string() << " under '" << name << "'.\n";
    return found;
}

int assess_new(const AssessRequest& request, std::ostream& out, std::ostream& err) {
    std::int64_t seed = request.seed;
    if (seed < 0) {
        const auto chance = random_seed();
        if (!chance) return say_problem(chance.error(), err);
        seed = *chance;
    }
    Diagnostics diagnostics;
    const auto form = read_form_to_set(request.form, seed, product_root(), diagnostics);
    err << diagnostics.render();
    if (!form) return cannot_read;

    std::error_code error;
    if (!std::filesystem::exists(request.store, error)) {
        if (request.keep_days == 0) {
            err << "Say for how many days records are to be kept: --keep-days N. Nothing is kept without it.\n";
            return usage;
        }
        if (const auto made = ResultStore::make(request.store, request.keep_days); !made)
            return say_problem(made.error(), err);
    }
    auto store = open_store(request.store, err);
    if (!store) return cannot_read;
    if (request.keep_days != 0 && request.keep_days != store->keep_days()) {
        err << "Records in this store are kept for " << store->keep_days() << " days; use another store.\n";
        return usage;
    }
    AssessmentTerms terms;
    terms.limit_minutes = request.limit_minutes;
    terms.error_tenths = request.error_points < 0 ? -1 : static_cast<int>(std::lround(request.error_points * 10));
    terms.purpose = request.purpose;
    terms.contact = request.contact;
    const auto plan = set_in_store(*store, *form, terms);
    if (!plan) return say_problem(plan.error(), err);
    out << plan->title << " " << plan->version << " is set, with seed " << seed << ":\n";
    for (const PlannedCase& one : plan->cases)
        out << "  " << one.title << " (" << one.id << " " << one.version << ")\n";
    out << "Take it with: needtoknow assess run " << request.store << "\n";
    if (!form->form.status.empty()) out << "Status of the form: " << form->form.status << ".\n";
    return ok;
}

}  // namespace ntk::tool
