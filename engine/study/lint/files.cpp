#include "engine/study/lint/files.h"

#include <array>
#include <vector>

#include "engine/study/prose.h"

namespace ntk {

namespace {

constexpr int points = 29;

Place heading(const Tree& scenario) {
    for (const TreeEntry& entry : scenario.entries)
        if (entry.key == "scenario") return entry.key_place;
    return scenario.place;
}

// The number a line begins with ("12.", "| 12 |", "- 12:"), or 0.
int line_number(std::string_view line) {
    std::size_t at = line.find_first_not_of(" |-*#");
    if (at == std::string_view::npos) return 0;
    int number = 0;
    std::size_t digits = 0;
    while (at < line.size() && line[at] >= '0' && line[at] <= '9' && digits < 3) {
        number = number * 10 + (line[at] - '0');
        ++at;
        ++digits;
    }
    const bool ends = at >= line.size() || line[at] == '.' || line[at] == ' ' || line[at] == '|' || line[at] == ')' ||
                      line[at] == ':' || line[at] == '*';
    return digits > 0 && ends ? number : 0;
}

// Whether a line holds an answer: yes, partly or no, set off by a mark on one side ("... facts: yes. Each ..."). A "no"
// inside a sentence is none.
bool has_answer(std::string_view line) {
    const auto mark = [&](std::size_t at) {
        return std::string_view(":.,;|*()-_").find(line[at]) != std::string_view::npos;
    };
    for (const ProseWord& word : words_of(line)) {
        if (word.plain != "yes" && word.plain != "partly" && word.plain != "no") continue;
        const std::size_t before = line.find_last_not_of(' ', word.at == 0 ? 0 : word.at - 1);
        const std::size_t after = line.find_first_not_of(' ', word.at + word.size);
        if (word.at == 0 || before == std::string_view::npos || mark(before)) return true;
        if (after == std::string_view::npos || mark(after)) return true;
    }
    return false;
}

}  // namespace

void report_missing_plan(const Tree& scenario, const std::string& name, Diagnostics& diagnostics) {
    diagnostics.report("W540", heading(scenario), "there is no plan beside the case",
                       "write " + name + " with the best answers and one run for each habit");
}

void report_missing_checklist(const Tree& scenario, const std::string& name, Diagnostics& diagnostics) {
    diagnostics.report("W541", heading(scenario), "there is no checklist beside the case",
                       "write " + name + " with the 29 points, each answered yes, partly or no");
}

void report_missing_swap(const Tree& scenario, const std::string& swap, Diagnostics& diagnostics) {
    const Tree* card = scenario.find("card");
    const Tree* written = card == nullptr ? nullptr : card->find("swap");
    diagnostics.report("W545", written == nullptr ? heading(scenario) : written->place,
                       "there is no case '" + swap + "' beside this one to offer instead",
                       "name a case of this folder with a milder or another note");
}

void check_checklist(std::string_view text, int source, Diagnostics& diagnostics) {
    std::array<bool, points + 1> found{};
    std::vector<int> unanswered;
    int number = 0;
    for (std::size_t start = 0; start < text.size();) {
        ++number;
        std::size_t end = text.find('\n', start);
        if (end == std::string_view::npos) end = text.size();
        const std::string_view line = text.substr(start, end - start);
        start = end + 1;
        const int point = line_number(line);
        if (point < 1 || point > points) continue;
        found[static_cast<std::size_t>(point)] = true;
        if (!has_answer(line))
            diagnostics.report("W542", {source, number, 1}, "point " + std::to_string(point) + " is not answered",
                               "write yes, partly or no, and half a line why");
    }
    std::string missing;
    for (int point = 1; point <= points; ++point)
        if (!found[static_cast<std::size_t>(point)]) missing += (missing.empty() ? "" : ", ") + std::to_string(point);
    if (!missing.empty())
        diagnostics.report("W542", {source, 1, 1}, "the checklist has no line for " + missing,
                           "give each of the 29 points a line that begins with its number");
}

}  // namespace ntk
