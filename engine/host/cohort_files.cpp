#include "engine/host/cohort_files.h"

#include <algorithm>

#include "engine/host/source_file.h"
#include "engine/play/log.h"
#include "engine/play/player.h"
#include "engine/report/report.h"
#include "engine/report/report_reader.h"
#include "engine/report/report_verdicts.h"
#include "engine/text/json_reader.h"

namespace ntk {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_files = 100'000;

bool is_result(const fs::path& path) { return path.extension() == ".json" || path.extension() == ".jsonl"; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The digits at a position, without zeros in front.
std::string_view number_at(std::string_view text, std::size_t& at) {
    while (at < text.size() && text[at] == '0') ++at;
    const std::size_t begin = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    return text.substr(begin, at - begin);
}

Problem too_many() {
    return {"there are more than " + std::to_string(most_files) + " files here", "take them in parts"};
}

std::optional<Problem> add_folder(const fs::path& folder, const std::string& own_group,
                                  std::vector<ResultFile>& files) {
    std::vector<ResultFile> found;
    std::error_code error;
    for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        std::error_code ignored;
        if (!entry->is_regular_file(ignored) || !is_result(entry->path())) continue;
        const fs::path below = entry->path().lexically_relative(folder);
        found.push_back({entry->path(), below.has_parent_path() ? below.begin()->string() : own_group});
        if (files.size() + found.size() > most_files) return too_many();
    }
    if (error) return Problem{folder.string() + ": " + error.message(), ""};
    std::sort(found.begin(), found.end(), [](const ResultFile& a, const ResultFile& b) {
        return comes_before(a.path.generic_string(), b.path.generic_string());
    });
    files.insert(files.end(), found.begin(), found.end());
    return std::nullopt;
}

// The pseudonym a file name begins with.
std::string learner_of(const fs::path& path) {
    const std::string name = path.filename().string();
    if (!name.starts_with("p-")) return {};
    std::size_t end = 2;
    while (end < name.size() && is_hex(std::string_view(name).substr(end, 1), 1, 1)) ++end;
    return is_hex(std::string_view(name).substr(2, end - 2), 16, 64) ? name.substr(0, end) : std::string();
}

}  // namespace

bool comes_before(std::string_view a, std::string_view b) {
    std::size_t i = 0, j = 0;
    while (i < a.size() && j < b.size()) {
        if (is_digit(a[i]) && is_digit(b[j])) {
            const std::string_view first = number_at(a, i), second = number_at(b, j);
            if (first.size() != second.size()) return first.size() < second.size();
            if (first != second) return first < second;
        } else if (a[i] != b[j]) {
            return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]);
        } else {
            ++i;
            ++j;
        }
    }
    if (i < a.size() || j < b.size()) return i == a.size();
    return a < b;  // alike but for zeros in front
}

Result<std::vector<ResultFile>> result_files(const std::vector<std::string>& paths) {
    std::vector<ResultFile> files;
    for (const std::string& written : paths) {
        const fs::path path = fs::path(written).lexically_normal();
        std::error_code error;
        if (fs::is_directory(path, error)) {
            const fs::path named = path.has_filename() ? path : path.parent_path();
            const std::string group = paths.size() > 1 ? named.filename().string() : std::string();
            if (auto problem = add_folder(path, group, files)) return tl::unexpected(*problem);
        } else if (fs::exists(path, error)) {
            files.push_back({path, {}});
            if (files.size() > most_files) return tl::unexpected(too_many());
        } else {
            return tl::unexpected(Problem{written + ": there is no file or folder of that name", ""});
        }
    }
    return files;
}

ResultReader::ResultReader(fs::path root) : root_(std::move(root)), rules_(root_) {}

std::shared_ptr<const Scenario> ResultReader::scenario(const std::string& id) {
    if (!shelf_) {
        shelf_.emplace();
        for (const CaseOnShelf& card : load_library(root_ / "scenarios").cases) (*shelf_)[card.id] = card.path;
    }
    const auto known = scenarios_.find(id);
    if (known != scenarios_.end()) return known->second;
    const auto path = shelf_->find(id);
    if (path == shelf_->end()) return nullptr;
    Diagnostics diagnostics;
    return scenarios_[id] = load_scenario(path->second, diagnostics);
}

std::optional<CaseResult> ResultReader::read(const fs::path& path, Diagnostics& diagnostics, std::string& problem) {
    if (path.extension() == ".jsonl") return read_log(path, diagnostics, problem);
    const Tree tree = read_tree_file(path, diagnostics);
    if (diagnostics.has_errors()) return std::nullopt;
    return read_report(tree, diagnostics);
}

std::optional<CaseResult> ResultReader::read_log(const fs::path& path, Diagnostics& diagnostics, std::string& problem) {
    const auto log = read_file(path);
    if (!log) {
        problem = log.error().message;
        return std::nullopt;
    }
    const auto found = scenario(scenario_of_log(*log));
    if (!found) {
        problem = path.string() + ": this is no decision log of a case in the library";
        return std::nullopt;
    }
    const auto rules = rules_.load(found->packs, found->as_of, diagnostics);
    if (!rules) return std::nullopt;
    const auto player = Player::resume(found, rules, *log, path.string(), diagnostics);
    if (!player) return std::nullopt;
    if (player->score_card() == nullptr || player->page().kind != PageKind::debrief) {
        diagnostics.report("W730", {diagnostics.sources() - 1, 1, 1},
                           "this attempt was not finished, so it has no score", "it is left out of every figure");
        return CaseResult{};
    }
    // The same way as any report, so that both kinds of file mean the same.
    const std::string text = report_json(*player, learner_of(path)).canonical();
    const Tree tree = read_json(text, diagnostics.add_source(path.string(), text), diagnostics);
    return diagnostics.has_errors() ? std::nullopt : read_report(tree, diagnostics);
}

}  // namespace ntk
