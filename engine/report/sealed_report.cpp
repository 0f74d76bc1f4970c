#include "engine/report/sealed_report.h"

#include <algorithm>
#include <utility>

#include "engine/report/sealed_field.h"
#include "engine/text/json_reader.h"
#include "engine/text/sha256.h"

namespace ntk {

namespace {

constexpr std::string_view seal_mark = "needtoknow seal 1; ";

// Ids and versions stand in a line of their own, which a line end or a separator inside one would counterfeit.
bool is_plain(const std::string& text) {
    return !text.empty() && text.size() <= 200 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 127 && c != ';' && c != ','; });
}

bool says_enough(const ReportHead& head) {
    const Origin& origin = head.origin;
    for (const std::string* text : {&origin.engine, &origin.scenario, &origin.scenario_version, &origin.as_of})
        if (!is_plain(*text)) return false;
    for (const PackId& pack : origin.stack)
        if (!is_plain(pack.id) || !is_plain(pack.version)) return false;
    return !origin.stack.empty() && origin.stack.size() <= 20 && is_digest(origin.scenario_sha256) &&
           is_digest(origin.rules_sha256) && is_digest(head.log_sha256);
}

}  // namespace

std::optional<ReportHead> read_report_head(std::string_view report, int source, Diagnostics& diagnostics) {
    // What is wrong inside matters less than that it is no report: the reader's own findings are left out.
    Diagnostics ignored;
    const Tree tree = read_json(report, ignored.add_source("report", std::string(report)), ignored);
    if (ignored.has_errors() || tree.kind != Tree::Kind::mapping || sealed_field(tree, "schema") != "report/1") {
        diagnostics.report("E726", {source, 0, 0}, "this is not a report that this program writes",
                           "name the .json file of a report");
        return std::nullopt;
    }
    ReportHead head;
    head.origin = origin_of(tree);
    head.learner = sealed_field(tree, "learner");
    if (const Tree* form = tree.find("form"); form != nullptr && form->kind == Tree::Kind::mapping)
        head.form = {sealed_field(*form, "id"), sealed_field(*form, "title"), sealed_field(*form, "version"),
                     sealed_field(*form, "sha256")};
    head.log_sha256 = sealed_field(tree, "log_sha256");
    if (!says_enough(head)) {
        diagnostics.report("E726", {source, 0, 0},
                           "this report does not say with which case, rules and log it was made",
                           "it was changed, or written by something else");
        return std::nullopt;
    }
    return head;
}

std::string seal_comment(std::string_view report, const ReportHead& head) {
    const Origin& origin = head.origin;
    std::string packs;
    for (const PackId& pack : origin.stack) packs += (packs.empty() ? "" : ", ") + pack.id + " " + pack.version;
    return std::string(seal_mark) + "report sha256 " + sha256(report) + "; log sha256 " + head.log_sha256 +
           "; engine " + origin.engine + "; case " + origin.scenario + " " + origin.scenario_version + " sha256 " +
           origin.scenario_sha256 + "; rules " + packs + ", as of " + origin.as_of + " sha256 " + origin.rules_sha256;
}

bool is_seal_comment(std::string_view comment) { return comment.starts_with("needtoknow seal"); }

bool is_log_of(std::string_view log, int log_source, const ReportHead& head, Diagnostics& diagnostics) {
    if (sha256(log) == head.log_sha256) return true;
    diagnostics.report("E727", {log_source, 0, 0}, "this is not the log that the report was made from",
                       "one of the two was changed afterwards, or they do not belong together");
    return false;
}

std::string report_file(const Player& player, const ReportAbout& about) {
    return report_json(player, about).pretty() + "\n";
}

bool report_comes_out_again(const Player& player, std::string_view report, int source, const ReportHead& head,
                            Diagnostics& diagnostics) {
    if (player.page().kind != PageKind::debrief) {
        diagnostics.report("E728", {source, 0, 0}, "the log breaks off before the debrief, so no report can be made",
                           "this report was made from something else");
        return false;
    }
    ReportAbout about(head.learner);
    about.form = head.form;
    const std::string again = report_file(player, about);
    if (again == report) return true;
    const std::size_t common = std::min(again.size(), report.size());
    const auto differs = static_cast<std::size_t>(
        std::mismatch(report.begin(), report.begin() + static_cast<std::ptrdiff_t>(common), again.begin()).first -
        report.begin());
    const auto line = 1 + std::count(report.begin(), report.begin() + static_cast<std::ptrdiff_t>(differs), '\n');
    const std::size_t start = differs == 0 ? std::string::npos : again.rfind('\n', differs - 1);
    const std::size_t from = start == std::string::npos ? 0 : start + 1;
    const std::size_t text = std::min(again.find_first_not_of(' ', from), again.size());
    std::string due = again.substr(text, std::min<std::size_t>(again.find('\n', text) - text, 100));
    diagnostics.report("E728", {source, static_cast<int>(line), 1},
                       "the report does not come out again when the choices in its log are made again",
                       due.empty() ? "it has something after its end" : "here it would read: " + due);
    return false;
}

}  // namespace ntk
