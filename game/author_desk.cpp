#include "game/author_desk.h"

#ifndef NTK_NO_DESKTOP

#include <algorithm>
#include <atomic>
#include <chrono>
#include <set>

#include "engine/host/changed_file.h"
#include "engine/host/file_stamps.h"
#include "engine/host/folder_watch.h"
#include "engine/host/source_file.h"
#include "engine/play/words.h"
#include "engine/text/said.h"
#include "engine/text/text_index.h"
#include "game/author_edits.h"
#include "game/author_form.h"
#include "game/author_preview.h"
#include "game/author_reading.h"
#include "game/author_routes.h"

namespace ntk {

namespace {

namespace fs = std::filesystem;

class FileDesk : public desktop::AuthorDesk {
  public:
    FileDesk(const fs::path& start, const fs::path& root)
        : packs_(root / "assets" / "rulepacks"), root_(root), shelf_(root), preview_(view_) {
        std::error_code error;
        const bool folder = fs::is_directory(start, error);
        folder_ = folder ? start : start.has_parent_path() ? start.parent_path() : fs::path(".");
        view_.folder = folder_.string();
        list_files();
        if (!folder) open(start.string());
    }

    const desktop::AuthorView& view() const override { return view_; }

    bool look() override {
        // A change within one tick of the clock that leaves the size alone shows in neither: when the system tells of
        // one, and now and then all the same, the files are read.
        constexpr int most_idle = 20;
        const bool told = told_.exchange(false);
        // Where the system tells of changes, only what it may have missed is looked for, so not at each key or click.
        const auto now = std::chrono::steady_clock::now();
        if (!told && watch_ && watch_->watching() && now - looked_ < std::chrono::seconds(9)) return false;
        looked_ = now;
        std::string stamps = stamps_of({folder_, packs_, fs::path(view_.path).parent_path()});
        if (stamps == stamps_ && !told && ++idle_looks_ < most_idle) return false;
        const bool listed = stamps != stamps_;
        stamps_ = std::move(stamps);
        idle_looks_ = 0;
        if (listed) list_files();
        return read_if_changed() || listed;
    }

    bool wake_when_changed(std::function<void()> wake) override {
        std::set<fs::path> folders = {folder_, packs_};
        std::error_code error;
        if (fs::is_directory(folder_ / "forms", error)) folders.insert(folder_ / "forms");
        watch_ = std::make_unique<FolderWatch>(std::move(folders), [this, wake = std::move(wake)] {
            told_ = true;
            wake();
        });
        return watch_->watching();
    }

    bool busy() const override { return check_due_ || preview_.busy(); }

    bool work() override {
        using Clock = std::chrono::steady_clock;
        const auto enough = Clock::now() + std::chrono::milliseconds(15);
        if (check_due_) {
            check_due_ = false;
            checker_.refresh();
            view_.problems =
                view_.form ? check_form_now(view_.path, shelf_) : check_case_now(view_.path, checker_, view_.outline);
            view_.checked = true;
            return true;
        }
        bool changed = false;
        while (preview_.busy() && Clock::now() < enough) changed = preview_.work() || changed;
        return changed;
    }

    void open(const std::string& path) override {
        if (path != view_.path) {
            preview_.close();
            last_good_ = nullptr;
            desktop::AuthorView fresh;
            fresh.folder = view_.folder;
            fresh.files = view_.files;
            view_ = std::move(fresh);
        }
        view_.path = path;
        view_.name = fs::path(path).filename().string();
        view_.form = is_form_file(path);
        texts_.clear();
        read_if_changed();
    }

    void show_scene(const std::string& id) override { preview_.show_scene(id); }
    void take_way(std::size_t way) override { preview_.take_way(way); }
    void follow(const std::string& option) override { preview_.follow(option); }
    const std::vector<FactSubject>& facts() override { return preview_.facts(); }
    void set_fact(const std::string& path, std::size_t value) override { preview_.set_fact(path, value); }
    void set_meter(const std::string& name, int value) override { preview_.set_meter(name, value); }
    void undo_change(const std::string& id) override { preview_.undo_change(id); }

    std::vector<std::pair<int, std::string>> lines_near(int line) override {
        constexpr int around = 5;
        std::vector<std::pair<int, std::string>> lines;
        const TextIndex index(now_.bytes);
        for (int n = std::max(1, line - around); n <= std::min(index.lines(), line + around); ++n)
            lines.emplace_back(n, std::string(index.line(n)).substr(0, 300));
        return lines;
    }

    desktop::EditableScene editable(const std::string& scene) override {
        return last_good_ ? editable_scene(now_.tree, *last_good_, scene) : desktop::EditableScene();
    }

    std::vector<ConditionSubject> condition_subjects() override {
        return last_good_ ? ntk::condition_subjects(*last_good_) : std::vector<ConditionSubject>();
    }
    std::vector<ConditionFact> condition_facts(const std::string& subject) override {
        return last_good_ ? ntk::condition_facts(*last_good_, subject) : std::vector<ConditionFact>();
    }
    std::string condition_fault(const std::string& condition) override {
        return last_good_ ? ntk::condition_fault(*last_good_, condition) : "";
    }

    std::string edit(const desktop::AuthorEdit& change) override {
        if (!last_good_ && !view_.form) return "The case has not been read without a mistake yet."_en;
        if (fs::path(view_.path).extension() == ".json") return "Only YAML files can be changed here."_en;
        const auto text = view_.form ? edited_form(now_.bytes, now_.tree, change)
                                     : edited_text(now_.bytes, now_.tree, *last_good_, change);
        if (!text) return words_of(text.error());
        const auto saved = change_file(view_.path, now_.bytes, *text);
        read_if_changed();
        return saved ? "" : words_of(saved.error());
    }

  private:
    static std::string words_of(const Problem& problem) {
        return problem.message + "." + (problem.hint.empty() ? "" : " " + sentence(problem.hint) + ".");
    }

    void list_files() {
        view_.files.clear();
        for (const CaseOnShelf& card : load_library(folder_).cases)
            view_.files.push_back({card.path.string(), card.path.filename().string(), card.title, false});
        std::set<std::string> known;
        for (const desktop::AuthorFile& file : view_.files) known.insert(file.path);
        std::error_code error;
        for (const fs::path& path : tool::files_to_check({folder_.string()})) {
            const bool here =
                path.parent_path() == folder_ && path.filename().string().find(".plan.") == std::string::npos;
            if (!here || known.count(path.string()) != 0) continue;
            Diagnostics diagnostics;  // shown when it is opened
            read_tree_file(path, diagnostics);
            if (diagnostics.has_errors()) view_.files.push_back({path.string(), path.filename().string(), "", false});
        }
        list_forms();
    }

    // The forms in the folder, and in the folder for them inside it.
    void list_forms() {
        std::set<std::string> known;
        for (const desktop::AuthorFile& file : view_.files) known.insert(file.path);
        std::vector<fs::path> found;
        for (const fs::path& folder : {folder_, folder_ / "forms"}) {
            std::error_code error;
            for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
                const fs::path& path = entry->path();
                const bool yaml = path.extension() == ".yaml" && path.stem().extension().empty();
                if (yaml && known.count(path.string()) == 0 && is_form_file(path)) found.push_back(path);
            }
        }
        std::sort(found.begin(), found.end());
        for (const fs::path& path : found)
            view_.files.push_back({path.string(), path.filename().string(), read_form_now(path).title, true});
    }

    bool read_if_changed() {
        if (view_.path.empty()) return false;
        const fs::path path = view_.path;
        // What is wrong with a form hangs on its cases as well.
        std::string texts = stamps_of(view_.form ? std::set{packs_, cases_beside(path)} : std::set{packs_});
        for (const fs::path& part : {path, plan_file_of(path), checklist_file_of(path)}) {
            const auto bytes = read_file(part);
            texts += (bytes ? *bytes : bytes.error().message) + "\n\x1f";
        }
        if (texts == texts_) return false;
        texts_ = std::move(texts);
        view_.form = is_form_file(path) || (view_.form && last_good_ == nullptr && view_.outline.scenes.empty());
        view_.form ? read_form(path) : read_now(path);
        return true;
    }

    // A form with a mistake stays a form.
    void read_form(const fs::path& path) {
        FormRead form = read_form_now(path);
        now_ = CaseRead();
        now_.bytes = std::move(form.bytes);
        now_.tree = std::move(form.tree);
        if (!form.lists.empty()) view_.lists = std::move(form.lists);
        if (!form.title.empty()) view_.form_title = form.title;
        view_.problems = std::move(form.problems);
        view_.checked = false;
        check_due_ = true;
        view_.cases.clear();
        for (const CaseOnShelf& card : load_library(cases_beside(path)).cases)
            view_.cases.push_back({card.path.string(), card.path.stem().string(), card.title, false});
    }

    void read_now(const fs::path& path) {
        if (std::string packs = stamps_of({packs_}); packs != packs_seen_) {
            packs_seen_ = std::move(packs);
            shelf_ = RuleShelf(root_);
        }
        now_ = read_case_now(path, shelf_);
        // What is known of the file until the whole check has been made: that it has mistakes, or nothing yet.
        view_.problems = now_.problems;
        view_.checked = false;
        check_due_ = true;
        // Of a file that cannot be read at all, the outline is the last one that could be.
        if (!now_.outline.scenes.empty() || view_.outline.scenes.empty()) view_.outline = now_.outline;
        if (now_.playable()) {
            view_.older.clear();
            last_good_ = now_.scenario;
            preview_.take(now_);
        } else if (view_.playable) {
            std::size_t errors = 0;
            for (const desktop::AuthorProblem& each : view_.problems) errors += each.problem.warning ? 0U : 1U;
            view_.older = number_of<
                "The file has {n} mistake now. What can be played here is the last version without "
                "one. | The file has {n} mistakes now. What can be played here is the last version "
                "without one.">(static_cast<std::size_t>(errors));
        }
    }

    fs::path folder_, packs_, root_;
    RuleShelf shelf_;
    tool::Checker checker_;
    desktop::AuthorView view_;
    AuthorPreview preview_;
    CaseRead now_;
    std::shared_ptr<const Scenario> last_good_;
    std::string stamps_, texts_, packs_seen_;
    int idle_looks_ = 0;
    std::chrono::steady_clock::time_point looked_;
    bool check_due_ = false;
    std::atomic<bool> told_ = false;
    std::unique_ptr<FolderWatch> watch_;  // last, because its thread uses what stands above
};

}  // namespace

std::unique_ptr<desktop::AuthorDesk> open_author_desk(const fs::path& folder_or_file, const fs::path& root) {
    return std::make_unique<FileDesk>(folder_or_file, root);
}

}  // namespace ntk

#endif
