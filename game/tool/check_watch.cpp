#include "game/tool/check_watch.h"

#include "engine/host/file_stamps.h"
#include "game/tool/rule_stack.h"

namespace ntk::tool {

namespace {

namespace fs = std::filesystem;

// A finding as it stays the same while lines move.
std::string identity(const Diagnostics& diagnostics, const Diagnostic& found) {
    return found.code + " " + diagnostics.source_name(found.place.source) + " " + found.message;
}

std::string count_words(std::size_t count) { return std::to_string(count) + (count == 1 ? " finding" : " findings"); }

// Dates and sizes of everything in the folders of these files, and in that of the packs.
std::string stamps_round(const std::vector<fs::path>& files) {
    std::set<fs::path> folders = {pack_folder()};
    for (const fs::path& file : files) folders.insert(file.has_parent_path() ? file.parent_path() : fs::path("."));
    return stamps_of(folders);
}

}  // namespace

FindingsWatch::FindingsWatch(std::vector<std::string> paths) : paths_(std::move(paths)) {}

// A change within the same tick of the clock that leaves the size alone shows in neither: every tenth look reads
// anyway.
bool FindingsWatch::may_have_changed() {
    constexpr int most_idle = 10;
    std::string stamps = stamps_round(files_to_check(paths_));
    const bool same = !first_ && stamps == stamps_ && ++idle_looks_ < most_idle;
    if (same) return false;
    stamps_ = std::move(stamps);
    idle_looks_ = 0;
    return true;
}

std::string FindingsWatch::look() {
    if (!may_have_changed()) return {};
    std::string text;
    std::size_t open = 0;
    std::size_t fresh = 0;
    std::size_t gone = 0;
    bool changed = first_;
    checker_.refresh();
    std::map<std::filesystem::path, Seen> now;
    for (const std::filesystem::path& file : files_to_check(paths_)) {
        Seen entry;
        entry.digest = checker_.digest_of(file);
        const auto before = seen_.find(file);
        if (before != seen_.end() && before->second.digest == entry.digest) {
            open += before->second.findings.size();
            now[file] = before->second;
            continue;
        }
        changed = true;
        CheckFindings found = checker_.check(file);
        for (const Diagnostic& one : found.diagnostics.all()) entry.findings.insert(identity(found.diagnostics, one));
        open += entry.findings.size();
        if (before != seen_.end())
            for (const std::string& old : before->second.findings) gone += entry.findings.count(old) == 0 ? 1 : 0;
        found.diagnostics.take([&](const Diagnostic& one) {
            return before != seen_.end() && before->second.findings.count(identity(found.diagnostics, one)) != 0;
        });
        fresh += found.diagnostics.all().size();
        text += found.diagnostics.render();
        now[file] = std::move(entry);
    }
    for (const auto& [file, entry] : seen_)
        if (now.find(file) == now.end()) {
            changed = true;
            gone += entry.findings.size();
        }
    seen_ = std::move(now);
    if (!changed) return {};
    if (first_)
        text += count_words(open) + " in " + std::to_string(seen_.size()) + (seen_.size() == 1 ? " file" : " files") +
                "; looking again whenever one changes.\n";
    else
        text += count_words(open) + ": " + std::to_string(fresh) + " new, " + std::to_string(gone) + " gone.\n";
    first_ = false;
    return text;
}

}  // namespace ntk::tool
