#include "engine/study/assessment/assessment_result.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "engine/play/attempt.h"
#include "engine/study/statistics/error_of_measurement.h"
#include "engine/text/said.h"

namespace ntk {

namespace {

// Tenths of a point, half up; 0 at least.
int tenths_of(const Tally& tally) {
    if (tally.offered <= 0) return 0;
    const std::int64_t net = std::max<std::int64_t>(0, tally.earned - tally.lost);
    return static_cast<int>((net * 2000 + tally.offered) / (tally.offered * 2));
}

std::string points(int tenths) { return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10); }

// The error of one person's percentage, by drawing their cases again; -1 under four cases.
int own_error(const std::vector<ScoreCard>& cards, int score_tenths) {
    std::vector<UnitScore> units;
    for (const ScoreCard& card : cards)
        units.push_back(
            {static_cast<double>(card.overall.earned - card.overall.lost), static_cast<double>(card.overall.offered)});
    const CutError error = error_at_cut({units}, score_tenths / 10.0, 100, 1);
    return error.error ? static_cast<int>(std::floor(*error.error * 10 + 0.5)) : -1;
}

// Whether critical breaches alone say "not yet".
bool criticals_decide(const ScoreCard& card, const RuleBook& rules) {
    CriticalCount count;
    for (const Verdict& critical : card.criticals) {
        const Norm* norm = rules.norm(critical.norm);
        const bool gravest = norm != nullptr && norm->always_critical;
        const bool open = critical.state != VerdictState::repaired;
        count.open += open ? 1 : 0;
        count.gravest_open += open && gravest ? 1 : 0;
        count.gravest_mended += !open && gravest ? 1 : 0;
    }
    Tally full;
    full.earned = full.offered = 1;
    return outcome_of(full, {}, count, {0, 0}) == Outcome::not_yet;
}

}  // namespace

AssessmentResult assessment_result(const AssessmentPlan& plan, const std::vector<Player>& players,
                                   const RuleBook& rules) {
    AssessmentResult result;
    result.cases = static_cast<int>(plan.cases.size());
    std::vector<ScoreCard> cards;
    for (const Player& player : players)
        if (player.score_card() != nullptr) cards.push_back(*player.score_card());
    result.scored = static_cast<int>(cards.size());
    result.card = combine(cards, rules, plan.pass);
    const int score = tenths_of(result.card.overall);
    result.error_given = plan.error_tenths >= 0;
    result.error_tenths = result.error_given ? plan.error_tenths : own_error(cards, score);

    bool review = false;
    const auto for_review = [&](std::string why) {
        review = true;
        result.reasons.push_back(std::move(why));
    };
    const bool decided = criticals_decide(result.card, rules);
    const Skips& skips = result.card.skips;
    const auto with_skips = [&](const std::string& text) {
        return fill(text, {{"some", std::to_string(skips.skipped)}});
    };
    const auto made = static_cast<std::size_t>(skips.decisions);
    if (decided) {
        result.reasons.push_back("Critical breaches were left open that no score can outweigh."_en);
    } else {
        if (result.scored < result.cases)
            for_review(
                fill(number_of<"{some} of {n} cases were not played to their end, and are not scored. | {some} of "
                               "{n} cases were not played to their end, and are not scored.">(
                         static_cast<std::size_t>(result.cases)),
                     {{"some", std::to_string(result.cases - result.scored)}}));
        if (result.error_tenths < 0)
            for_review("There are too few cases to say how sure the score is."_en);
        else if (result.scored > 0 && std::abs(score - 10 * plan.pass.cut_percent) <= result.error_tenths)
            for_review(
                fill("The score is {score} and the mark is {mark}: they lie within one standard error of the "
                     "score ({error})."_en,
                     {{"score", points(score)},
                      {"mark", std::to_string(plan.pass.cut_percent)},
                      {"error", points(result.error_tenths)}}));
        if (result.card.outcome == Outcome::refer) for_review(result.card.outcome_words);
        if (result.card.outcome == Outcome::not_enough)
            for_review(with_skips(number_of<"{some} of {n} decisions were skipped by choice. There is not enough "
                                            "evidence. | {some} of {n} decisions were skipped by choice. There is not "
                                            "enough evidence.">(made)));
    }
    if (skips.skipped > 0 && result.card.outcome != Outcome::not_enough)
        result.reasons.push_back(with_skips(
            number_of<"{some} of {n} decisions were skipped by choice; nothing was judged there. | {some} of "
                      "{n} decisions were skipped by choice; nothing was judged there.">(made)));
    if (review) {
        result.proposal = Proposal::review;
    } else {
        result.proposal = result.card.outcome == Outcome::met ? Proposal::met : Proposal::not_yet;
        if (!decided) result.reasons.push_back(result.card.outcome_words);
    }
    return result;
}

const char* proposal_name(Proposal proposal) {
    return proposal == Proposal::met ? "met" : proposal == Proposal::review ? "review" : "not_yet";
}

std::string proposal_words(Proposal proposal) {
    switch (proposal) {
        case Proposal::met: return "Met, as far as the engine can tell"_en;
        case Proposal::review: return "For review by an assessor"_en;
        case Proposal::not_yet: return "Not yet, as far as the engine can tell"_en;
    }
    return {};
}

}  // namespace ntk
