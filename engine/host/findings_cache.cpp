#include "engine/host/findings_cache.h"

#include <charconv>
#include <filesystem>
#include <set>

#include "engine/host/cache_files.h"
#include "engine/play/version.h"
#include "engine/text/json.h"
#include "engine/text/json_reader.h"

namespace ntk {

namespace {

// Numbers are kept as text: a Tree holds nothing else.
Json finding_json(const Diagnostic& found) {
    Json json{Json::List{}};
    json.push_back(found.code);
    for (const int number : {found.place.source, found.place.line, found.place.column})
        json.push_back(std::to_string(number));
    json.push_back(found.message);
    json.push_back(found.hint);
    return json;
}

std::optional<int> number_of(const Tree& tree) {
    int value = 0;
    const char* end = tree.text.data() + tree.text.size();
    const auto read = std::from_chars(tree.text.data(), end, value);
    if (read.ec != std::errc() || read.ptr != end || value < 0) return std::nullopt;
    return value;
}

std::optional<Diagnostic> finding_of(const Tree& tree, int sources) {
    if (tree.items.size() < 6) return std::nullopt;
    const auto source = number_of(tree.items[1]);
    const auto line = number_of(tree.items[2]);
    const auto column = number_of(tree.items[3]);
    if (!source || !line || !column || *source >= sources) return std::nullopt;
    Diagnostic found;
    found.code = tree.items[0].text;
    found.severity = found.code.starts_with("W") ? Severity::warning : Severity::error;
    found.place = {*source, *line, *column};
    found.message = tree.items[4].text;
    found.hint = tree.items[5].text;
    return found;
}

}  // namespace

std::string pack_findings(const CheckFindings& findings) {
    Json json;
    Json sources{Json::List{}};
    for (int i = 0; i < findings.diagnostics.sources(); ++i) sources.push_back(findings.diagnostics.source_name(i));
    json["sources"] = std::move(sources);
    Json found{Json::List{}};
    for (const Diagnostic& one : findings.diagnostics.all()) found.push_back(finding_json(one));
    json["found"] = std::move(found);
    Json allowed{Json::List{}};
    for (const AllowedFinding& one : findings.allowed) {
        Json entry = finding_json(one.finding);
        entry.push_back(one.because);
        allowed.push_back(std::move(entry));
    }
    json["allowed"] = std::move(allowed);
    const std::string body = json.canonical();
    return fnv_checksum(body) + body;
}

std::optional<CheckFindings> unpack_findings(const std::string& bytes,
                                             const std::function<std::string(const std::string&)>& text_of) {
    constexpr std::size_t checksum_size = 8;
    if (bytes.size() < checksum_size || fnv_checksum(bytes.substr(checksum_size)) != bytes.substr(0, checksum_size))
        return std::nullopt;
    Diagnostics problems;
    const Tree tree = read_json(bytes.substr(checksum_size), problems.add_source("findings", ""), problems);
    const Tree* sources = tree.find("sources");
    const Tree* found = tree.find("found");
    const Tree* allowed = tree.find("allowed");
    if (sources == nullptr || found == nullptr || allowed == nullptr) return std::nullopt;
    const auto count = static_cast<int>(sources->items.size());
    CheckFindings findings;
    std::set<int> shown;
    std::vector<Diagnostic> list;
    for (const Tree& one : found->items) {
        auto finding = finding_of(one, count);
        if (!finding) return std::nullopt;
        shown.insert(finding->place.source);
        list.push_back(std::move(*finding));
    }
    for (const Tree& one : allowed->items) {
        auto finding = finding_of(one, count);
        if (!finding || one.items.size() != 7) return std::nullopt;
        findings.allowed.push_back({std::move(*finding), one.items[6].text});
    }
    for (int i = 0; i < count; ++i) {
        const std::string& name = sources->items[static_cast<std::size_t>(i)].text;
        findings.diagnostics.add_source(name, shown.count(i) != 0 ? text_of(name) : std::string());
    }
    for (Diagnostic& one : list)
        findings.diagnostics.report(one.code, one.place, std::move(one.message), std::move(one.hint));
    return findings;
}

std::string program_identity() {
    std::error_code error;
    const std::filesystem::path program = std::filesystem::canonical("/proc/self/exe", error);
    if (error) return {};
    const auto written = std::filesystem::last_write_time(program, error).time_since_epoch().count();
    const auto size = std::filesystem::file_size(program, error);
    if (error) return {};
    return std::string(engine_version) + " " + std::to_string(size) + " " + std::to_string(written);
}

}  // namespace ntk
