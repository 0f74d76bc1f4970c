#include <optional>

#include "engine/play/again_as_written.h"
#include "engine/play/attempt.h"
#include "engine/play/version.h"
#include "engine/play/views.h"
#include "engine/report/cohort_report.h"
#include "engine/report/confidence.h"
#include "engine/report/report.h"
#include "engine/text/said.h"
#include "engine/text/sha256.h"

namespace ntk {

namespace {

using Texts = std::vector<std::string>;

// Several texts in one cell, a line to each.
std::string lines(const Texts& all) {
    std::string text;
    for (const std::string& one : all) text += (text.empty() ? "" : "\n") + one;
    return text;
}

void add_row(std::string& out, const Texts& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) out += (i == 0 ? "" : ",") + csv_cell(cells[i]);
    out += "\r\n";
}

// What would have kept a norm at a decision, as the debrief found it; else what the rule itself says.
std::string better_at(const DecisionView& told, const Verdict& verdict, const VerdictView& view) {
    if (!fell_short(verdict)) return {};
    for (const VerdictView& one : told.verdicts)
        if (one.norm == verdict.norm && !one.better.empty()) return one.better;
    return view.better;
}

}  // namespace

std::string report_csv(const Player& told_to, const ReportAbout& about) {
    const AsWritten data;
    const std::optional<Player> again = again_as_written(told_to);
    const Player& player = again ? *again : told_to;
    const Attempt& attempt = player.attempt();
    const Scenario& scenario = attempt.scenario();
    Texts packs;
    for (const PackId& pack : attempt.rules().stack()) packs.push_back(pack.id + " " + pack.version);
    const Texts versions = {scenario.id,
                            scenario.version,
                            scenario.sha256,
                            about.form.id.empty() ? "" : about.form.id + " " + about.form.version,
                            lines(packs),
                            attempt.rules().as_of(),
                            attempt.rules().sha256(),
                            std::string(engine_version),
                            sha256(player.log()),
                            "For review by an assessor."};
    std::string out;
    add_row(out,
            {"learner",    "mode",       "decision",    "scene",          "title",    "when",         "chosen",
             "confidence", "rule",       "about",       "rule_title",     "headings", "strand",       "state",
             "verdict",    "class",      "weight",      "credit_percent", "critical", "counted",      "why",
             "facts",      "exceptions", "better",      "sources",        "case",     "case_version", "case_sha256",
             "form",       "packs",      "rules_as_of", "rules_sha256",   "engine",   "log_sha256",   "note"});
    const auto& told = player.page().debrief.decisions;
    for (std::size_t i = 0; i < attempt.decisions().size(); ++i) {
        const DecisionMade& made = attempt.decisions()[i];
        const DecisionView decision = i < told.size() ? told[i] : DecisionView{};
        for (const Verdict& verdict : attempt.judge().verdicts_of(static_cast<int>(i))) {
            const VerdictView view = verdict_view(attempt, verdict, true);
            const Norm* norm = attempt.rules().norm(verdict.norm);
            const Strand strand = norm == nullptr ? Strand::process : norm->strand;
            Texts cells = {about.learner,
                           player.mode() == Mode::assessment ? "assessment" : "practice",
                           std::to_string(i + 1),
                           made.node,
                           decision.title,
                           decision.when,
                           decision.chosen,
                           made.confidence < 0 ? "" : std::to_string(made.confidence),
                           verdict.norm,
                           verdict.key,
                           view.title,
                           lines(view.headings),
                           strand == Strand::protect   ? "protect"
                           : strand == Strand::privacy ? "privacy"
                                                       : "process",
                           state_name(verdict.state),
                           view.word,
                           verdict.credit_class == CreditClass::earn ? "earn" : "deduct",
                           std::to_string(verdict.weight),
                           std::to_string((verdict.credit.units * 200 + Credit::whole) / (Credit::whole * 2)),
                           verdict.critical ? "yes" : "no",
                           went_into_score(verdict, player.score_card()) ? "yes" : "no",
                           view.because,
                           lines(view.facts),
                           lines(view.excuses),
                           better_at(decision, verdict, view),
                           lines(view.citations)};
            cells.insert(cells.end(), versions.begin(), versions.end());
            add_row(out, cells);
        }
    }
    return out;
}

}  // namespace ntk
