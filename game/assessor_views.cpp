#include "game/assessor_views.h"

#ifndef NTK_NO_DESKTOP

#include <algorithm>
#include <tuple>

#include "engine/host/form_files.h"
#include "engine/host/library.h"
#include "engine/host/source_file.h"
#include "engine/play/attempt.h"
#include "engine/play/views.h"
#include "engine/text/said.h"
#include "game/desktop_problems.h"

namespace ntk {

namespace {

constexpr std::size_t most_losses = 12;  // what weighs less decides nothing; the saved report has it

std::string decisions_in_words(std::size_t n) { return number_of<"{n} decision | {n} decisions">(n); }

std::string tenths(std::int64_t value) { return std::to_string(value / 10) + "." + std::to_string(value % 10); }

std::string percent_words(const Tally& tally) {
    return tally.percent() < 0 ? "not tested"_en : std::to_string(tally.percent()) + "%";
}

desktop::SessionState state_of(const StoredSession& session, std::size_t decisions, const std::string& proposal,
                               const std::vector<StoredReview>& reviews) {
    using State = desktop::SessionState;
    const bool decided =
        std::any_of(reviews.begin(), reviews.end(), [](const StoredReview& one) { return one.decision != "note"; });
    if (decided) return State::decided;
    if (session.submitted) return proposal == "review" ? State::waits : State::handed_in;
    return decisions == 0 ? State::not_begun : State::in_progress;
}

// The last decision that is more than a note.
const StoredReview* deciding(const std::vector<StoredReview>& reviews) {
    const auto found =
        std::find_if(reviews.rbegin(), reviews.rend(), [](const StoredReview& one) { return one.decision != "note"; });
    return found == reviews.rend() ? nullptr : &*found;
}

// A verdict of one case with what the learner did there.
desktop::AssessorVerdict verdict_of(const Player& player, const Verdict& verdict, std::int64_t offered) {
    const Attempt& attempt = player.attempt();
    desktop::AssessorVerdict shown;
    shown.case_title = attempt.scenario().title;
    shown.verdict = verdict_view(attempt, verdict, true);
    const std::vector<DecisionView>& decisions = player.page().debrief.decisions;
    const auto at = static_cast<std::size_t>(std::max(0, verdict.decided));
    if (at < decisions.size()) {
        shown.scene = decisions[at].title;
        shown.when = decisions[at].when;
        shown.did = decisions[at].chosen;
    }
    if (shown.did.empty()) shown.did = "Nothing was decided here."_en;
    if (verdict.critical)
        shown.cost = verdict.state == VerdictState::repaired ? "Critical, and put right since"_en : "Critical"_en;
    const std::int64_t lost = verdict.counted && offered > 0 ? (loss(verdict) * 2000 + offered) / (2 * offered) : 0;
    if (lost > 0)
        shown.cost = fill(shown.cost.empty() ? "Cost {points} points of the score"_en
                                             : "{critical}; cost {points} points of the score"_en,
                          {{"critical", shown.cost}, {"points", tenths(lost)}});
    if (shown.cost.empty()) shown.cost = "Cost less than 0.1 points of the score"_en;
    return shown;
}

void add_verdicts(const AssessmentSession& session, const ScoreCard& card, desktop::AssessorResult& result) {
    using Lost = std::tuple<std::int64_t, const Player*, const Verdict*>;
    std::vector<Lost> lost;
    for (const Player& player : session.players()) {
        const ScoreCard* own = player.score_card();
        if (own == nullptr) continue;
        for (const Verdict& critical : own->criticals)
            result.criticals.push_back(verdict_of(player, critical, card.overall.offered));
        for (const Verdict& verdict : own->verdicts)
            if (!verdict.critical && verdict.counted && verdict.in_scope && fell_short(verdict) && loss(verdict) > 0)
                lost.emplace_back(loss(verdict), &player, &verdict);
    }
    std::stable_sort(lost.begin(), lost.end(),
                     [](const Lost& a, const Lost& b) { return std::get<0>(a) > std::get<0>(b); });
    for (std::size_t i = 0; i < lost.size() && i < most_losses; ++i)
        result.losses.push_back(verdict_of(*std::get<1>(lost[i]), *std::get<2>(lost[i]), card.overall.offered));
    result.more_losses = lost.size() - result.losses.size();
}

void add_scores(const AssessmentPlan& plan, const AssessmentResult& found, desktop::AssessorResult& result) {
    const auto line = [](const std::string& id, const std::string& label, const Tally& tally) {
        return ScoreLine{id, label, percent_words(tally), tally.percent(), tally.opportunities};
    };
    const int floor = plan.pass.strand_floor_percent;
    result.overall = line("overall", "Overall"_en, found.card.overall);
    result.mark = fill("The mark is {mark}%, and {least}% in each strand."_en,
                       {{"mark", std::to_string(plan.pass.cut_percent)}, {"least", std::to_string(floor)}});
    if (found.error_tenths >= 0)
        result.error =
            fill(found.error_given ? "The standard error of this score is {points} points, from the plan."_en
                                   : "The standard error of this score is {points} points, from these cases."_en,
                 {{"points", tenths(found.error_tenths)}});
    for (const ScopeScore& strand : found.card.strands) {
        const int percent = strand.tally.percent();
        const std::string against = percent < floor ? "Below the floor of {n}%"_en : "Reaches the floor of {n}%"_en;
        result.strands.emplace_back(line(strand.id, strand.label, strand.tally),
                                    percent < 0 ? "" : fill(against, {{"n", std::to_string(floor)}}));
    }
}

}  // namespace

desktop::AssessorForm assessor_form(const std::filesystem::path& path, const std::filesystem::path& root) {
    desktop::AssessorForm shown;
    shown.path = path.string();
    shown.title = path.filename().string();
    Diagnostics diagnostics;
    const Tree tree = read_tree_file(path, diagnostics);
    AssessmentForm form;
    std::vector<FormCase> cases;
    std::shared_ptr<const RuleBook> rules;
    if (!diagnostics.has_errors()) form = read_assessment_form(tree, diagnostics);
    if (!diagnostics.has_errors()) cases = load_form_cases(form, root, diagnostics);
    RuleShelf shelf(root);
    if (!diagnostics.has_errors()) rules = shelf.load_for(form, diagnostics);
    if (!rules || diagnostics.has_errors()) {
        shown.problems = problems_of(diagnostics);
        return shown;
    }
    shown.title = form.title + " " + form.version;
    shown.status = form.status;
    for (const FormCase& one : cases) shown.cases.push_back(one.scenario->title);
    const FormProof proof = prove_form(form, cases, rules);
    std::size_t taken = form.draws.empty() ? form.cases.size() : 0;
    for (const CaseDraw& draw : form.draws) taken += static_cast<std::size_t>(draw.take);
    shown.holds =
        fill(form.draws.empty()
                 ? "{cases}, {decisions} by the best answers. The mark is {mark}%, and {least}% in each strand."_en
                 : "{cases} drawn from {all}, {decisions} by the best answers. The mark is {mark}%, and {least}% "
                   "in each strand."_en,
             {{"cases", number_of<"{n} case | {n} cases">(taken)},
              {"all", std::to_string(form.cases.size())},
              {"decisions", decisions_in_words(static_cast<std::size_t>(proof.decisions))},
              {"mark", std::to_string(form.cut_percent)},
              {"least", std::to_string(form.strand_floor_percent)}});
    shown.sound = proof.problems.empty();
    if (shown.sound)
        shown.proof =
            fill(number_of<"Proved: the best answers come to {best}%, and none of {n} habit passes. | Proved: the "
                           "best answers come to {best}%, and none of {n} habits passes.">(proof.habits.size()),
                 {{"best", std::to_string(proof.ideal.overall.percent())}});
    else
        for (const std::string& problem : proof.problems) shown.proof += (shown.proof.empty() ? "" : " ") + problem;
    return shown;
}

desktop::AssessorRow assessor_row(const StoredSession& session, const AssessmentPlan* plan,
                                  const std::vector<std::string>& logs, const std::vector<StoredReport>& reports,
                                  const std::vector<StoredReview>& reviews, int keep_days) {
    desktop::AssessorRow shown;
    shown.id = session.id;
    shown.learner = session.learner;
    // A line of a log that has a decision begins with its acts (engine/play/log.h).
    std::size_t decisions = 0, in_last = 0;
    for (const std::string& log : logs) {
        in_last = 0;
        for (std::size_t at = log.find("{\"acts\":"); at != std::string::npos; at = log.find("\n{\"acts\":"_en, at + 1))
            ++in_last;
        decisions += in_last;
    }
    const std::string proposal = session.submitted ? proposal_in(reports) : "";
    shown.state = state_of(session, decisions, proposal, reviews);
    const std::string made = decisions_in_words(decisions);
    if (session.submitted)
        shown.where = fill("{decisions} in {cases}"_en,
                           {{"decisions", made}, {"cases", number_of<"{n} case | {n} cases">(logs.size())}});
    else if (decisions == 0)
        shown.where = "No decision yet"_en;
    else
        shown.where = fill(plan == nullptr ? "Case {number}, {here} in it, {decisions} in all"_en
                                           : "Case {number} of {all}, {here} in it, {decisions} in all"_en,
                           {{"number", std::to_string(logs.size())},
                            {"all", plan == nullptr ? "" : std::to_string(plan->cases.size())},
                            {"here", decisions_in_words(in_last)},
                            {"decisions", made}});
    if (session.submitted)
        shown.came_to = proposal == "review"    ? "Proposed: for review"_en
                        : proposal == "met"     ? "Proposed: met"_en
                        : proposal == "not_yet" ? "Proposed: not yet"_en
                                                : "Handed in"_en;
    const StoredReview* last = deciding(reviews);
    shown.last = last == nullptr ? fill("Begun {day}"_en, {{"day", day_text(session.day)}})
                                 : fill("Begun {day}; decided {when} by {who}: {what}"_en,
                                        {{"day", day_text(session.day)},
                                         {"when", day_text(last->day)},
                                         {"who", last->assessor},
                                         {"what", review_words(last->decision)}});
    shown.past_time = session.day + keep_days < today_in_days();
    return shown;
}

desktop::AssessorResult assessor_result(const StoredSession& stored, const AssessmentSession& session,
                                        const std::vector<StoredReview>& reviews) {
    desktop::AssessorResult shown;
    const AssessmentPlan& plan = session.plan();
    shown.title = plan.title + " " + plan.version;
    for (const StoredReview& review : reviews) {
        desktop::AssessorNote note;
        note.when = day_text(review.day);
        note.who = review.assessor;
        note.decision = review_words(review.decision);
        note.reason = review.reason;
        note.seal = seal_words(stored, review, nullptr, note.sound);
        shown.notes.push_back(std::move(note));
    }
    for (const ReviewChoice& choice : review_choices())
        if (session.submitted() || std::string(choice.name) == "void" || std::string(choice.name) == "note")
            shown.choices.emplace_back(choice.name, choice.words.said());
    for (std::size_t i = 0; i < plan.cases.size(); ++i) {
        std::string came_to = "not begun"_en;
        if (i < session.players().size()) {
            const Player& player = session.players()[i];
            const ScoreCard* card = player.score_card();
            const std::size_t made = player.attempt().decisions().size();
            came_to = (card != nullptr     ? percent_words(card->overall)
                       : player.finished() ? "left before the end, not scored"_en
                                           : "under way"_en) +
                      ", " + decisions_in_words(made);
        }
        shown.cases.emplace_back(plan.cases[i].title, came_to);
    }
    if (session.players().empty()) return shown;
    const AssessmentResult found = result_of(session);
    add_scores(plan, found, shown);
    if (session.submitted()) {
        shown.proposal = proposal_words(found.proposal);
        shown.proposal_name = proposal_name(found.proposal);
        shown.reasons = found.reasons;
    } else {
        shown.proposal = "Nothing yet: this session is not handed in"_en;
        shown.reasons = {"What is below is how it stands now, over the cases that were played to their end."_en};
    }
    add_verdicts(session, found.card, shown);
    return shown;
}

}  // namespace ntk

#endif
