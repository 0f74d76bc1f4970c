#include "engine/report/group_report.h"

#include <algorithm>

#include "engine/text/said.h"

namespace ntk {

namespace {

// The votes on one decision, a line for each answer.
std::string vote_words(const std::vector<VoteLine>& lines) {
    std::string words;
    for (const VoteLine& line : lines) {
        if (line.words.empty()) return "No votes were counted."_en;
        words += (words.empty() ? "" : "\n") + std::to_string(line.votes) + ": " + line.label;
    }
    return words;
}

}  // namespace

ReportDocument group_report(const GroupPlayer& group, const std::string& reflection) {
    ReportDocument whole = report_document(group.player(), ReportAbout({}, reflection));
    ReportDocument votes(whole.title());
    votes.heading(2, "How the group voted"_en);
    votes.paragraph("Run with a group. Hands were counted; nobody is named, and no result is about one person."_en);
    votes.paragraph(group.not_played());
    std::vector<std::vector<std::string>> rows;
    const std::vector<DecisionView>& decisions = group.player().page().debrief.decisions;
    for (std::size_t i = 0; i < decisions.size(); ++i)
        rows.push_back({std::to_string(i + 1) + ". " + decisions[i].title, decisions[i].chosen,
                        vote_words(group.vote_lines(static_cast<int>(i)))});
    if (!rows.empty())
        votes.table("Votes on each decision"_en, {"Decision"_en, "Taken"_en, "Votes"_en}, std::move(rows));
    // Before the scores, which come from what was taken and say nothing about the votes.
    auto& parts = whole.parts();
    const auto second = std::find_if(parts.begin(), parts.end(), [](const ReportPart& part) {
        return part.kind == ReportPart::Kind::heading && part.level == 2 && part.text != "Summary"_en;
    });
    parts.insert(second, votes.parts().begin(), votes.parts().end());
    return whole;
}

}  // namespace ntk
