#include "engine/report/confidence.h"

#include <cstdlib>

#include "engine/text/said.h"

namespace ntk {

namespace {

constexpr int fewest = 3;  // decisions to say anything
constexpr int apart = 10;  // points that are worth a word

// What the verdicts of one decision add to the score (engine/rules/score.h).
Tally tally_at(const Attempt& attempt, int decision, const ScoreCard& card) {
    Tally tally;
    for (const Verdict& verdict : attempt.judge().verdicts_of(decision)) {
        if (!went_into_score(verdict, &card)) continue;
        const bool short_of = verdict.state == VerdictState::breached || verdict.state == VerdictState::repaired;
        const bool scored = short_of || verdict.state == VerdictState::kept || verdict.state == VerdictState::excused ||
                            verdict.state == VerdictState::missed;
        if (!scored) continue;
        if (verdict.credit_class == CreditClass::earn) {
            tally.offered += verdict.weight * Credit::whole;
            tally.earned += verdict.weight * verdict.credit.units;
            ++tally.opportunities;
        } else if (short_of) {
            tally.lost += verdict.weight * (Credit::whole - verdict.credit.units);
        }
    }
    return tally;
}

}  // namespace

bool went_into_score(const Verdict& verdict, const ScoreCard* card) {
    if (card == nullptr) return verdict.counted && verdict.in_scope;
    for (const Verdict& scored : card->verdicts)
        if (scored.norm == verdict.norm && scored.key == verdict.key) return scored.counted && scored.in_scope;
    return false;
}

Confidence confidence_of(const Attempt& attempt, const ScoreCard& card) {
    Confidence found;
    int sure = 0, share = 0;
    for (std::size_t i = 0; i < attempt.decisions().size(); ++i) {
        const DecisionMade& made = attempt.decisions()[i];
        if (made.confidence < 0) continue;
        const int came_to = tally_at(attempt, static_cast<int>(i), card).percent();
        found.decisions.push_back({static_cast<int>(i), made.confidence, came_to});
        if (came_to < 0) continue;
        ++found.compared;
        sure += made.confidence;
        share += came_to;
    }
    if (found.compared > 0) {
        found.mean_sure = (sure + found.compared / 2) / found.compared;
        found.mean_share = (share + found.compared / 2) / found.compared;
    }
    found.enough = found.compared >= fewest;
    return found;
}

std::string Confidence::words() const {
    if (!enough)
        return fill(
            "There are too few decisions with an answer to compare how sure you were with how they came out: "
            "{n} of at least {least}."_en,
            {{"n", std::to_string(compared)}, {"least", std::to_string(fewest)}});
    const int gap = mean_sure - mean_share;
    const auto points = static_cast<std::size_t>(std::abs(gap));
    const std::string text =
        gap > apart ? number_of<
                          "You were surer than your decisions bore out, by {n} point on average: {sure}% sure, and "
                          "{share}% of what could be earned at those decisions, over {decisions} of them. | You "
                          "were surer than your decisions bore out, by {n} points on average: {sure}% sure, and "
                          "{share}% of what could be earned at those decisions, over {decisions} of them.">(points)
        : gap < -apart
            ? number_of<
                  "Your decisions were better than you were sure of, by {n} point on average: {sure}% sure, and "
                  "{share}% of what could be earned at those decisions, over {decisions} of them. | Your "
                  "decisions were better than you were sure of, by {n} points on average: {sure}% sure, and "
                  "{share}% of what could be earned at those decisions, over {decisions} of them.">(points)
            : "How sure you were and how your decisions came out went together: {sure}% sure, and {share}% of what "
              "could be earned at those decisions, over {decisions} of them."_en;
    return fill(text, {{"sure", std::to_string(mean_sure)},
                       {"share", std::to_string(mean_share)},
                       {"decisions", std::to_string(compared)}});
}

}  // namespace ntk
