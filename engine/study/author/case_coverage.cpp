#include "engine/study/author/case_coverage.h"

#include <algorithm>

#include "engine/play/views.h"
#include "engine/play/words.h"
#include "engine/study/way.h"

namespace ntk {

void CaseCoverage::add(const Attempt& at) {
    if (!at.deciding()) return;
    const std::string scene = at.node()->id;
    std::vector<Move> moves;
    for (const Option& option : at.node()->options) moves.push_back(option_move(option));
    for (const Compose& form : at.node()->composes) moves.push_back(usual_answers(form));
    for (const Move& move : moves) {
        Attempt after = at;
        if (!take(after, move).empty()) continue;
        ++tried_;
        for (const Verdict& verdict : after.judge().verdicts_of(static_cast<int>(at.decisions().size()))) {
            const std::string state = verdict.live_now ? "kept" : state_name(verdict.state);
            if (state != "pending" && state != "inactive" && state != "lapsed") met_[verdict.norm][scene].insert(state);
        }
    }
}

bool CoveredNorm::both() const {
    return states.count("kept") != 0 && (states.count("breached") != 0 || states.count("missed") != 0);
}

std::size_t CoveredHeading::met() const {
    return static_cast<std::size_t>(
        std::count_if(norms.begin(), norms.end(), [](const CoveredNorm& norm) { return !norm.states.empty(); }));
}

std::vector<CoveredHeading> coverage_by_heading(const CaseCoverage& coverage, const RuleBook& rules) {
    std::vector<CoveredHeading> all;
    for (const Heading& heading : rules.headings()) {
        CoveredHeading under{heading.id, heading.label, heading.title, heading.kind == Heading::Kind::point, {}};
        for (const Norm& norm : rules.norms()) {
            const bool reports = std::find(norm.reports.begin(), norm.reports.end(), heading.id) != norm.reports.end();
            if (!reports || norm.families.empty() || norm.type == NormType::permit) continue;
            CoveredNorm row;
            row.id = norm.id;
            row.title = norm.title;
            if (const auto found = coverage.met().find(norm.id); found != coverage.met().end())
                for (const auto& [scene, states] : found->second) {
                    row.states.insert(states.begin(), states.end());
                    row.scenes.emplace_back(scene, listed({states.begin(), states.end()}));
                }
            under.norms.push_back(std::move(row));
        }
        if (!under.norms.empty()) all.push_back(std::move(under));
    }
    return all;
}

}  // namespace ntk
