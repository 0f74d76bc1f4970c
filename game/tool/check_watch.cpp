#include "game/tool/check_watch.h"

namespace ntk::tool {

namespace {

// A finding as it stays the same while lines move.
std::string identity(const Diagnostics& diagnostics, const Diagnostic& found) {
    return found.code + " " + diagnostics.source_name(found.place.source) + " " + found.message;
}

std::string count_words(std::size_t count) { return std::to_string(count) + (count == 1 ? " finding" : " findings"); }

}  // namespace

FindingsWatch::FindingsWatch(std::vector<std::string> paths) : paths_(std::move(paths)) {}

std::string FindingsWatch::look() {
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
