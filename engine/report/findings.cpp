#include "engine/report/findings.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "engine/play/version.h"
#include "engine/report/document_shapes.h"
#include "engine/text/codes.h"
#include "engine/text/json.h"
#include "engine/text/json_table.h"
#include "engine/text/utf8.h"

namespace ntk {

namespace {

Finding finding_of(const Diagnostics& diagnostics, const Diagnostic& found) {
    return {found.code,
            found.severity,
            diagnostics.source_name(found.place.source),
            found.place.line,
            found.place.column,
            found.message,
            found.hint,
            false,
            {}};
}

auto key_of(const Finding& finding) {
    return std::tie(finding.file, finding.line, finding.column, finding.code, finding.message);
}

std::string severity_name(Severity severity) { return severity == Severity::error ? "error" : "warning"; }

Json finding_json(const Finding& finding) {
    Json json;
    json["code"] = finding.code;
    json["severity"] = severity_name(finding.severity);
    json["file"] = finding.file;
    json["line"] = finding.line;
    json["column"] = finding.column;
    json["message"] = printable(finding.message);
    json["hint"] = printable(finding.hint);
    if (finding.allowed) json["allowed_because"] = printable(finding.because);
    return json;
}

// A path as a URI reference: relative as it is, absolute with its scheme, each odd byte written %XX.
std::string uri_of(const std::string& path) {
    static constexpr std::string_view plain = "-._~/!$&'()*+,;=@";
    static constexpr std::string_view hex = "0123456789ABCDEF";
    std::string uri = path.starts_with("/") ? "file://" : "";
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (letter || plain.find(c) != std::string_view::npos) {
            uri += c;
            continue;
        }
        uri += '%';
        uri += hex[byte >> 4U];
        uri += hex[byte & 15U];
    }
    return uri;
}

// The codes that were found, in order; SARIF names a rule by its place in this list as well.
std::vector<const CodeInfo*> codes_found(const FindingsReport& report) {
    std::vector<const CodeInfo*> found;
    for (const CodeInfo& info : all_codes())
        if (std::any_of(report.findings.begin(), report.findings.end(),
                        [&](const Finding& finding) { return finding.code == info.code; }))
            found.push_back(&info);
    return found;
}

Json sarif_rule(const CodeInfo& info) {
    Json rule;
    rule["id"] = std::string(info.code);
    rule["shortDescription"]["text"] = std::string(info.title);
    if (!info.why.empty()) rule["fullDescription"]["text"] = std::string(info.why);
    rule["help"]["text"] = "needtoknow check --explain " + std::string(info.code);
    rule["defaultConfiguration"]["level"] = info.code.starts_with("W") ? "warning" : "error";
    return rule;
}

Json sarif_result(const Finding& finding, int rule) {
    Json result;
    result["ruleId"] = finding.code;
    result["ruleIndex"] = rule;
    result["level"] = severity_name(finding.severity);
    result["message"]["text"] =
        printable(finding.message) + (finding.hint.empty() ? "." : ". Hint: " + printable(finding.hint) + ".");
    Json physical;
    physical["artifactLocation"]["uri"] = uri_of(finding.file);
    if (finding.line > 0) {
        physical["region"]["startLine"] = finding.line;
        physical["region"]["startColumn"] = std::max(finding.column, 1);
    }
    Json location;
    location["physicalLocation"] = std::move(physical);
    result["locations"] = Json(Json::List{std::move(location)});
    if (finding.allowed) {
        Json suppression;
        suppression["kind"] = "inSource";
        suppression["justification"] = printable(finding.because);
        result["suppressions"] = Json(Json::List{std::move(suppression)});
    }
    return result;
}

}  // namespace

Diagnostics add_findings(Diagnostics diagnostics, const std::vector<AllowedFinding>& allowed, FindingsReport& report) {
    using Key = std::tuple<std::string, int, int, std::string, std::string>;
    std::set<Key> known;
    for (const Finding& finding : report.findings) known.insert(key_of(finding));
    diagnostics.take([&](const Diagnostic& one) {
        Finding finding = finding_of(diagnostics, one);
        if (!known.insert(key_of(finding)).second) return true;
        report.findings.push_back(std::move(finding));
        return false;
    });
    for (const AllowedFinding& one : allowed) {
        Finding finding = finding_of(diagnostics, one.finding);
        finding.allowed = true;
        finding.because = one.because;
        if (known.insert(key_of(finding)).second) report.findings.push_back(std::move(finding));
    }
    std::stable_sort(report.findings.begin(), report.findings.end(), [](const Finding& a, const Finding& b) {
        return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
    });
    return diagnostics;
}

int open_findings(const FindingsReport& report) {
    return static_cast<int>(std::count_if(report.findings.begin(), report.findings.end(),
                                          [](const Finding& finding) { return !finding.allowed; }));
}

std::string findings_json(const FindingsReport& report) {
    Json json;
    json["schema"] = "findings/1";
    json["engine"] = std::string(engine_version);
    Json files{Json::List{}};
    for (const std::string& file : report.files) files.push_back(file);
    json["files"] = std::move(files);
    Json findings{Json::List{}};
    Json allowed{Json::List{}};
    for (const Finding& finding : report.findings)
        (finding.allowed ? allowed : findings).push_back(finding_json(finding));
    json["findings"] = std::move(findings);
    json["allowed"] = std::move(allowed);
    return by_table(std::move(json), findings_file()).pretty() + "\n";
}

std::string findings_sarif(const FindingsReport& report) {
    Json run;
    run["tool"]["driver"]["name"] = "needtoknow check";
    run["tool"]["driver"]["semanticVersion"] = std::string(engine_version);
    const std::vector<const CodeInfo*> codes = codes_found(report);
    Json rules{Json::List{}};
    for (const CodeInfo* code : codes) rules.push_back(sarif_rule(*code));
    run["tool"]["driver"]["rules"] = std::move(rules);
    run["columnKind"] = "unicodeCodePoints";
    Json results{Json::List{}};
    for (const Finding& finding : report.findings) {
        const auto rule =
            std::find_if(codes.begin(), codes.end(), [&](const CodeInfo* code) { return code->code == finding.code; });
        results.push_back(sarif_result(finding, static_cast<int>(rule - codes.begin())));
    }
    run["results"] = std::move(results);
    Json json;
    json["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json";
    json["version"] = "2.1.0";
    json["runs"] = Json(Json::List{std::move(run)});
    return json.pretty() + "\n";
}

std::string allowed_text(const FindingsReport& report) {
    std::string text;
    for (const Finding& finding : report.findings)
        if (finding.allowed)
            text += finding.file + ":" + std::to_string(finding.line) + ":" + std::to_string(finding.column) +
                    ": allowed " + finding.code + ": " + printable(finding.message) + "\n  because " +
                    printable(finding.because) + "\n";
    return text;
}

}  // namespace ntk
