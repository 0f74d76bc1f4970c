#include "tests/support/paper.h"

#include <sys/wait.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

namespace ntk {

namespace {

using nlohmann::json;

// All objects of the file by name: "obj:12 0 R".
json objects_of(const std::string& qpdf_json) { return json::parse(qpdf_json).at("qpdf").at(1); }

json value_of(const json& objects, const json& reference) {
    if (!reference.is_string()) return reference;
    const auto found = objects.find("obj:" + reference.get<std::string>());
    return found == objects.end() || !found->contains("value") ? reference : found->at("value");
}

// Whether a line of a content stream paints: cairo ends a line with the operator.
bool paints(const std::string& line) {
    static const std::vector<std::string> painting = {"TJ", "Tj", " f", " f*", " S", " s", " B", " b", " Do", " sh"};
    if (line == "f" || line == "S" || line == "f*" || line == "B") return true;
    return std::any_of(painting.begin(), painting.end(), [&](const std::string& end) { return line.ends_with(end); });
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++found;
    return found;
}

// Painting outside marks, and marks left open, in one page's content.
std::string loose_painting(const std::string& content) {
    std::istringstream lines(content);
    int depth = 0;
    for (std::string line; std::getline(lines, line);) {
        const bool outside = depth == 0;
        depth += static_cast<int>(count(line, " BDC") + count(line, " BMC")) - static_cast<int>(count(line, "EMC"));
        if (outside && depth == 0 && paints(line)) return "paints outside any mark: " + line + "\n";
    }
    return depth == 0 ? std::string() : "a mark is left open\n";
}

}  // namespace

Paper::Paper(const std::string& bytes) { std::ofstream(folder_.path / "paper.pdf", std::ios::binary) << bytes; }

std::string Paper::run(const std::string& command) const {
    const std::string line = "cd '" + folder_.path.string() + "' && LC_ALL=C.UTF-8 " + command + " 2>&1";
    FILE* pipe = ::popen(line.c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string said;
    char buffer[4096];
    for (std::size_t got = 0; (got = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) said.append(buffer, got);
    const int status = ::pclose(pipe);
    INFO(command << ": " << said.substr(0, 500));
    REQUIRE(WIFEXITED(status));
    REQUIRE(WEXITSTATUS(status) != 127);
    return WEXITSTATUS(status) == 0 ? said : "FAILED " + said;
}

bool Paper::sound() const { return !run("qpdf --check paper.pdf").starts_with("FAILED"); }

std::string Paper::structure() const { return run("pdfinfo -struct-text paper.pdf"); }

std::string Paper::text() const { return run("pdftotext paper.pdf -"); }

std::string Paper::objects() const { return run("qpdf --json=2 --json-stream-data=none paper.pdf"); }

std::string Paper::facts() const { return run("pdfinfo paper.pdf"); }

std::string Paper::missing() const {
    const json all = objects_of(this->objects());
    std::string found;
    const json trailer = all.at("trailer").at("value");
    const json root = value_of(all, trailer.at("/Root"));
    const auto need = [&](bool good, const std::string& what) {
        if (!good) found += what + "\n";
    };
    need(root.value("/Lang", "") == "u:en-GB", "no language");
    need(root.contains("/MarkInfo") && value_of(all, root["/MarkInfo"]).value("/Marked", false), "not marked");
    need(root.contains("/ViewerPreferences") &&
             value_of(all, root["/ViewerPreferences"]).value("/DisplayDocTitle", false),
         "the title is not shown");
    need(root.contains("/StructTreeRoot"), "no structure");
    need(root.contains("/Metadata"), "no metadata");
    need(root.contains("/Outlines"), "no bookmarks");
    const json info = value_of(all, trailer.value("/Info", json()));
    need(info.contains("/Title"), "no title");
    need(!info.contains("/CreationDate") && !info.contains("/ModDate"), "a time of day");
    for (const auto& object : all) {
        if (!object.contains("value") || !object["value"].is_object()) continue;
        const json& value = object["value"];
        const std::string type = value.value("/Type", ""), role = value.value("/S", "");
        if (type == "/Page") {
            need(value.value("/Tabs", "") == "/S" && value.contains("/StructParents"), "a page without tab order");
            const std::string reference = value.at("/Contents").get<std::string>();
            found += loose_painting(run("qpdf --show-object=" + reference.substr(0, reference.find(' ')) +
                                        " --filtered-stream-data paper.pdf"));
        }
        if (type == "/StructElem" && role == "/TH")
            need(value.contains("/A") && value_of(all, value["/A"]).contains("/Scope"),
                 "a heading cell for nothing");
        if (type == "/StructElem" && role == "/Figure") need(value.contains("/Alt"), "a figure without words");
        if (type == "/FontDescriptor")
            need(value.contains("/FontFile2") || value.contains("/FontFile3") || value.contains("/FontFile"),
                 "a typeface that is not embedded");
        if (type == "/Font" && value.value("/Subtype", "") != "/CIDFontType2")
            need(value.contains("/ToUnicode"), "a typeface whose letters cannot be copied");
    }
    return found;
}

namespace {

double furthest(const std::string& boxes, const std::string& key) {
    double most = 0;
    for (std::size_t at = boxes.find("<word"); at != std::string::npos; at = boxes.find("<word", at + 1)) {
        const std::size_t value = boxes.find(key + "=\"", at) + key.size() + 2;
        most = std::max(most, std::strtod(boxes.c_str() + value, nullptr));
    }
    return most;
}

}  // namespace

double Paper::right_end() const { return furthest(run("pdftotext -bbox paper.pdf -"), "xMax"); }
double Paper::bottom_end() const { return furthest(run("pdftotext -bbox paper.pdf -"), "yMax"); }

}  // namespace ntk
