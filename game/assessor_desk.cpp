#include "game/assessor_desk.h"

#ifndef NTK_NO_DESKTOP

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <map>

#include "engine/host/key_files.h"
#include "engine/host/store/random_id.h"
#include "game/shared/save_assessment.h"
#include "game/assessor_views.h"
#include "game/desktop_problems.h"
#include "game/shared/assessing.h"

namespace ntk {

namespace {

namespace fs = std::filesystem;
using desktop::AssessorTold;

constexpr int most_days = 99'999;
constexpr int most_minutes = 24 * 60;

std::string sentence(std::string words) {
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
    if (!words.empty() && words.back() != '.') words += ".";
    return words;
}

desktop::Problem problem_of(const std::string& place, const std::string& message, const std::string& hint = {}) {
    return {"", false, place, sentence(message), sentence(hint), "", ""};
}

AssessorTold refused(std::vector<desktop::Problem> problems, const std::string& words) {
    return {false, words, std::move(problems)};
}

AssessorTold refused(const std::string& place, const Problem& problem, const std::string& words) {
    return refused({problem_of(place, problem.message, problem.hint)}, words);
}

// A path as people write it: "~/" is their own folder, and what has no folder lies where the program was started.
fs::path path_of(const std::string& written) {
    const char* home = std::getenv("HOME");
    if (written.starts_with("~/") && home != nullptr) return fs::path(home) / written.substr(2);
    std::error_code error;
    const fs::path whole = fs::absolute(written, error);
    return error ? fs::path(written) : whole;
}

// A whole number from 1 to `most`; 0 for anything else.
int number_of(const std::string& written, int most) {
    int number = 0;
    const char* end = written.data() + written.size();
    const auto read = std::from_chars(written.data(), end, number);
    return read.ec == std::errc() && read.ptr == end && number >= 1 && number <= most ? number : 0;
}

// What is missing in the terms of a new assessment, all of it.
std::vector<desktop::Problem> missing_in(const desktop::AssessorTerms& terms) {
    std::vector<desktop::Problem> problems;
    const auto say = [&](const char* place, const char* message, const char* hint) {
        problems.push_back(problem_of(place, message, hint));
    };
    if (terms.form.empty()) say("The form", "No form is chosen", "choose one of the forms");
    if (terms.purpose.empty())
        say("What it is for", "Nothing is written here", "learners read it before they agree to anything");
    if (terms.contact.empty()) say("Whom to ask", "Nothing is written here", "name a person or an office");
    if (number_of(terms.keep_days, most_days) == 0)
        say("Days", "Records are kept for a number of days from 1 to 99999", "write digits only, such as 365");
    if (!terms.limit_minutes.empty() && number_of(terms.limit_minutes, most_minutes) == 0)
        say("Time limit", "A limit is a number of minutes from 1 to 1440", "write digits only, or choose no limit");
    if (terms.store.empty()) say("The store", "No place is written for it", "write a file name, such as room.store");
    return problems;
}

class Desk : public desktop::AssessorDesk {
  public:
    Desk(fs::path root, const fs::path& old_packs) : root_(std::move(root)), shelf_({root_, {}, old_packs}) {}

    std::vector<desktop::AssessorForm> forms() override {
        std::vector<fs::path> files;
        std::error_code error;
        for (fs::directory_iterator entry(root_ / "scenarios" / "forms", error), end; !error && entry != end;
             entry.increment(error))
            if (entry->path().extension() == ".yaml") files.push_back(entry->path());
        std::sort(files.begin(), files.end());
        std::vector<desktop::AssessorForm> forms;
        for (const fs::path& file : files) forms.push_back(assessor_form(file, root_));
        return forms;
    }

    AssessorTold make(const desktop::AssessorTerms& terms) override {
        const std::string no = "The assessment is not set.";
        if (auto missing = missing_in(terms); !missing.empty()) return refused(std::move(missing), no);
        const fs::path path = path_of(terms.store);
        const auto seed = random_seed();
        if (!seed) return refused(path.string(), seed.error(), no);
        Diagnostics diagnostics;
        const auto form = read_form_to_set(terms.form, *seed, root_, diagnostics);
        if (!form) return refused(problems_of(diagnostics), no);
        const int days = number_of(terms.keep_days, most_days);
        std::error_code error;
        if (!fs::exists(path, error))
            if (const auto made = ResultStore::make(path, days); !made) return refused(path.string(), made.error(), no);
        if (AssessorTold opened = open(path.string()); !opened.done) return opened;
        if (store_->keep_days() != days)
            return refused(
                {problem_of(path.string(),
                            "Records in this store are kept for " + std::to_string(store_->keep_days()) + " days",
                            "write that number, or another file name")},
                no);
        AssessmentTerms set;
        set.limit_minutes = terms.limit_minutes.empty() ? 0 : number_of(terms.limit_minutes, most_minutes);
        set.purpose = terms.purpose;
        set.contact = terms.contact;
        const auto plan = set_in_store(*store_, *form, set);
        if (!plan) return refused(path.string(), plan.error(), no);
        return {true,
                plan->title + " " + plan->version + " is set, with seed " + std::to_string(plan->seed) +
                    ". Learners take it with: needtoknow assess run " + path.string(),
                {}};
    }

    AssessorTold open(const std::string& path) override {
        const fs::path file = path_of(path);
        Diagnostics diagnostics;
        auto opened = ResultStore::open(file, diagnostics);
        if (!opened) return refused(problems_of(diagnostics), "This store cannot be used.");
        store_ = std::make_unique<ResultStore>(std::move(*opened));
        AssessorTold told{true, "", problems_of(diagnostics)};
        if (const long due = sessions_past_keeping(*store_).value_or(0); due > 0)
            told.problems.push_back({"", true, file.string(),
                                     std::to_string(due) + (due == 1 ? " session is" : " sessions are") + " past the " +
                                         std::to_string(store_->keep_days()) + " days for which records are kept.",
                                     "Take them out with: needtoknow privacy purge " + file.string(), "", ""});
        return told;
    }

    AssessorTold list(desktop::AssessorList& into) override {
        if (!store_) return closed();
        const std::string path = store_->path().string();
        const auto trouble = [&](const Problem& problem) {
            return refused(path, problem, "The store could not be read.");
        };
        const auto assessments = store_->assessments();
        if (!assessments) return trouble(assessments.error());
        const auto sessions = store_->sessions();
        if (!sessions) return trouble(sessions.error());
        into = {};
        into.path = path;
        into.keep_days = store_->keep_days();
        Diagnostics diagnostics;
        std::map<std::string, AssessmentPlan> plans;
        for (const StoredAssessment& one : *assessments) {
            const auto plan = plan_of(one, diagnostics);
            if (!plan) continue;
            into.assessments.push_back(plan->title + " " + plan->version + ", set " + day_text(one.day) + ", " +
                                       std::to_string(plan->cases.size()) + " cases");
            plans.emplace(one.sha256, *plan);
        }
        for (const StoredSession& session : *sessions) {
            const auto logs = store_->logs(session);
            if (!logs) return trouble(logs.error());
            const auto reports = store_->reports(session);
            if (!reports) return trouble(reports.error());
            const auto reviews = store_->reviews(session);
            if (!reviews) return trouble(reviews.error());
            const auto plan = plans.find(session.assessment);
            into.rows.push_back(assessor_row(session, plan == plans.end() ? nullptr : &plan->second, *logs, *reports,
                                             *reviews, store_->keep_days()));
        }
        std::stable_sort(into.rows.begin(), into.rows.end(), [](const auto& a, const auto& b) {
            const auto waits = [](const auto& row) { return row.state == desktop::SessionState::waits; };
            return waits(a) && !waits(b);
        });
        return {true, "", problems_of(diagnostics)};
    }

    AssessorTold gather(const std::vector<std::string>& files, std::vector<desktop::AssessorGathered>& into) override {
        if (!store_) return closed();
        using Kind = desktop::AssessorGathered::Kind;
        std::map<Kind, int> counts;
        for (const fs::path& file : result_files(files)) {
            desktop::AssessorGathered one;
            one.file = file.string();
            Diagnostics diagnostics;
            Problem problem;
            const auto gathered = gather_file(*store_, file, shelf_, diagnostics, problem);
            if (!problem.message.empty()) return refused(one.file, problem, "Gathering has stopped.");
            one.kind = !gathered                         ? Kind::refused
                       : *gathered == Gathered::added    ? Kind::taken
                       : *gathered == Gathered::extended ? Kind::extended
                                                         : Kind::known;
            if (!gathered) one.problems = problems_of(diagnostics);
            ++counts[one.kind];
            into.push_back(std::move(one));
        }
        const auto n = [&](Kind kind) { return std::to_string(counts[kind]); };
        return {true,
                n(Kind::taken) + " taken in, " + n(Kind::extended) + " extended, " + n(Kind::known) +
                    " known already, " + n(Kind::refused) + " refused.",
                {}};
    }

    AssessorTold export_to(const std::string& folder, bool all) override {
        if (!store_) return closed();
        const fs::path to = path_of(folder);
        const auto written = export_sessions(*store_, to, all);
        if (!written) return refused(to.string(), written.error(), "Not everything could be written.");
        return {true,
                std::to_string(*written) + (*written == 1 ? " result file" : " result files") + " written to " +
                    to.string(),
                {}};
    }

    AssessorTold back_up(const std::string& file) override {
        if (!store_) return closed();
        const fs::path to = path_of(file);
        if (const auto done = store_->back_up(to); !done)
            return refused(to.string(), done.error(), "The store is not copied.");
        return {true, "Copied to " + to.string(), {}};
    }

    AssessorTold result(const std::string& session, desktop::AssessorResult& into) override {
        const std::string no = "This result cannot be shown.";
        AssessorTold told;
        const auto found = made(session, told, no);
        if (!found) return told;
        const auto& [stored, again] = *found;
        const auto logs = store_->logs(stored);
        if (!logs) return refused(session, logs.error(), no);
        const auto reports = store_->reports(stored);
        if (!reports) return refused(session, reports.error(), no);
        const auto reviews = store_->reviews(stored);
        if (!reviews) return refused(session, reviews.error(), no);
        into = assessor_result(stored, again, *reviews);
        into.row = assessor_row(stored, &again.plan(), *logs, *reports, *reviews, store_->keep_days());
        if (stored.submitted && !again.players().empty())
            if (const auto same = comes_out_again(*store_, stored, again, result_of(again)); !same || !*same)
                into.doubt = "The report in the store does not come out again from the decision logs.";
        return {true, "", {}};
    }

    AssessorTold decide(const std::string& session, const desktop::AssessorWritten& written) override {
        const std::string no = "The decision is not noted.";
        AssessorTold told;
        const auto stored = session_named(session, told, no);
        if (!stored) return told;
        const StoredReview review{today_in_days(), written.assessor, written.decision, written.reason};
        if (const std::string refusal = review_refusal(*stored, review); !refusal.empty())
            return {false, no + " " + refusal, {}};
        std::optional<SecretKey> key;
        if (!written.key_file.empty()) {
            const fs::path file = path_of(written.key_file);
            const Secret nothing;
            auto opened = read_secret_key(file, written.passphrase ? *written.passphrase : nothing);
            if (!opened) return refused(file.string(), opened.error(), no);
            key = std::move(*opened);
        }
        if (const auto noted = note_review(*store_, *stored, review, key ? &*key : nullptr); !noted)
            return refused(store_->path().string(), noted.error(), no);
        return {true,
                "Noted: " + review_words(written.decision) +
                    (key ? ". It is sealed with key " + key_name(key->id) : std::string()) +
                    ". What was noted before stays beside it.",
                {}};
    }

    AssessorTold save(const std::string& session, const std::string& folder) override {
        const std::string no = "The report is not saved.";
        AssessorTold told;
        const auto found = made(session, told, no);
        if (!found) return told;
        const auto reviews = store_->reviews(found->first);
        if (!reviews) return refused(session, reviews.error(), no);
        const fs::path to = path_of(folder);
        const auto saved = save_assessment(found->first, found->second, *reviews, to);
        if (!saved) return refused(to.string(), saved.error(), no);
        std::string words = "Saved: " + std::to_string(saved->files) + " files in " + to.string();
        if (!saved->no_paper.empty()) words += ". There is no paper (.pdf) among them: " + sentence(saved->no_paper);
        return {true, words, {}};
    }

  private:
    static AssessorTold closed() { return {false, "No store is open.", {}}; }

    // Files, and the result files of folders among them.
    static std::vector<fs::path> result_files(const std::vector<std::string>& named) {
        std::vector<fs::path> files;
        for (const std::string& name : named) {
            const fs::path path = path_of(name);
            std::error_code error;
            if (!fs::is_directory(path, error)) {
                files.push_back(path);
                continue;
            }
            std::vector<fs::path> inside;
            for (fs::directory_iterator entry(path, error), end; !error && entry != end; entry.increment(error))
                if (entry->path().string().ends_with(".results.json")) inside.push_back(entry->path());
            std::sort(inside.begin(), inside.end());
            files.insert(files.end(), inside.begin(), inside.end());
        }
        return files;
    }

    std::optional<StoredSession> session_named(const std::string& id, AssessorTold& told, const std::string& no) {
        if (!store_) {
            told = closed();
            return std::nullopt;
        }
        const auto all = store_->sessions();
        if (!all) {
            told = refused(store_->path().string(), all.error(), no);
            return std::nullopt;
        }
        for (const StoredSession& one : *all)
            if (one.id == id) return one;
        told = {false, no + " The session is no longer in the store.", {}};
        return std::nullopt;
    }

    std::optional<std::pair<StoredSession, AssessmentSession>> made(const std::string& id, AssessorTold& told,
                                                                    const std::string& no) {
        const auto stored = session_named(id, told, no);
        if (!stored) return std::nullopt;
        Diagnostics diagnostics;
        Problem problem;
        auto session = made_again(*store_, *stored, shelf_, diagnostics, problem);
        if (session) return std::pair(*stored, std::move(*session));
        told = problem.message.empty() ? refused(problems_of(diagnostics), no) : refused(id, problem, no);
        return std::nullopt;
    }

    fs::path root_;
    PinnedShelf shelf_;
    std::unique_ptr<ResultStore> store_;
};

}  // namespace

std::shared_ptr<desktop::AssessorDesk> open_assessor_desk(const fs::path& root, const fs::path& old_packs) {
    return std::make_shared<Desk>(root, old_packs);
}

}  // namespace ntk

#endif
