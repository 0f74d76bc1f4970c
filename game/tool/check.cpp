#include "game/tool/check.h"

#include <CLI/CLI.hpp>
#include <chrono>
#include <ostream>
#include <thread>

#include "engine/report/findings.h"
#include "game/tool/check_files.h"
#include "game/tool/check_watch.h"
#include "game/tool/explain.h"

namespace ntk::tool {

namespace {

constexpr int clean = 0;
constexpr int findings = 1;
constexpr int cannot_check = 2;

// A file that was named and is not there, or cannot be read.
bool is_unreadable(const Diagnostics& diagnostics) {
    for (const Diagnostic& found : diagnostics.all())
        if (found.code >= "E001" && found.code <= "E005" && found.place.source == 0) return true;
    return false;
}

std::string count_words(std::size_t count, const std::string& one, const std::string& many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

}  // namespace

CheckCommand::CheckCommand(CLI::App& app) {
    command_ =
        app.add_subcommand("check", "Say everything that is wrong with cases, plans and packs, or could be better");
    command_->add_option("paths", paths_,
                         "Files, or folders with all that is in them; every case and pack of ours when none is named");
    command_->add_option("--format", format_, "text, json, or sarif for code hosts and editors")
        ->check(CLI::IsMember({"text", "json", "sarif"}))
        ->capture_default_str();
    command_->add_option("--explain", code_, "What a code means, with a bad and a good example: W502");
    command_->add_flag("--watch", watch_, "Go on, and say what is new whenever a file changes");
    command_->add_flag("--allowed", allowed_, "List what authors have allowed as well, with their reasons");
    command_->add_flag("--afresh", afresh_, "Use nothing of what was found before");
}

bool CheckCommand::chosen() const { return command_->parsed(); }

int CheckCommand::run(std::ostream& out, std::ostream& err) const {
    if (!code_.empty()) return explain(out, err);
    return watch_ ? watch(out, err) : check(out, err);
}

int CheckCommand::check(std::ostream& out, std::ostream& err) const {
    const std::vector<std::filesystem::path> files = files_to_check(paths_);
    if (files.empty()) {
        err << "There is nothing to check here.\n";
        return cannot_check;
    }
    bool unreadable = false;
    FindingsReport report;
    Checker checker(!afresh_);
    for (const std::filesystem::path& file : files) {
        CheckFindings found = checker.check(file);
        unreadable = unreadable || is_unreadable(found.diagnostics);
        report.files.push_back(file.string());
        const auto fresh = add_findings(found.diagnostics, found.allowed, report);
        if (format_ == "text") out << fresh.render();
    }
    if (format_ == "json") out << findings_json(report);
    if (format_ == "sarif") out << findings_sarif(report);
    const int open = open_findings(report);
    if (format_ == "text") {
        if (allowed_) out << allowed_text(report);
        const std::size_t kept = report.findings.size() - static_cast<std::size_t>(open);
        out << count_words(files.size(), "file", "files") << " checked: "
            << (open == 0 ? "nothing found" : count_words(static_cast<std::size_t>(open), "finding", "findings"))
            << (kept == 0 ? "" : "; " + std::to_string(kept) + " allowed (--allowed lists them)")
            << (open == 0 ? "." : "; --explain CODE says more.") << "\n";
    }
    return unreadable ? cannot_check : open == 0 ? clean : findings;
}

int CheckCommand::watch(std::ostream& out, std::ostream& err) const {
    if (format_ != "text") {
        err << "--watch writes text only.\n";
        return cannot_check;
    }
    FindingsWatch watch(paths_);
    while (out) {
        out << watch.look() << std::flush;
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
    }
    return clean;
}

int CheckCommand::explain(std::ostream& out, std::ostream& err) const {
    std::string problem;
    const std::string page = code_page(code_, problem);
    if (page.empty()) {
        err << problem << "\n";
        return cannot_check;
    }
    out << page;
    return clean;
}

}  // namespace ntk::tool
