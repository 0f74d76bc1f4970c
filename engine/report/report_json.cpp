#include <optional>
#include <utility>

#include "engine/play/again_as_written.h"
#include "engine/play/attempt.h"
#include "engine/play/log.h"
#include "engine/play/version.h"
#include "engine/play/views.h"
#include "engine/play/words.h"
#include "engine/report/confidence.h"
#include "engine/report/report.h"
#include "engine/report/report_shapes.h"
#include "engine/report/report_words.h"
#include "engine/rules/score.h"
#include "engine/text/json_table.h"
#include "engine/text/said.h"
#include "engine/text/sha256.h"

namespace ntk {

namespace {

Json texts(const std::vector<std::string>& all) {
    Json list{Json::List{}};
    for (const std::string& text : all) list.push_back(text);
    return list;
}

std::string strand_name(Strand strand) {
    return strand == Strand::protect ? "protect" : strand == Strand::privacy ? "privacy" : "process";
}

// What would have kept a norm at a decision, as the debrief found it.
std::string better_for(const DecisionView& view, const std::string& norm) {
    for (const VerdictView& verdict : view.verdicts)
        if (verdict.norm == norm && !verdict.better.empty()) return verdict.better;
    return {};
}

Json verdict_report(const Attempt& attempt, const Verdict& verdict, const DecisionView& told, const ScoreCard* card) {
    const RuleBook& rules = attempt.rules();
    Json json = verdict_json(verdict, rules);
    json["counted"] = went_into_score(verdict, card);
    const VerdictView view = verdict_view(attempt, verdict, true);
    json["word"] = view.word;
    json["title"] = view.title;
    json["because"] = view.because;
    json["better"] = fell_short(verdict) ? better_for(told, verdict.norm) : std::string();
    json["citations"] = texts(view.citations);
    const Norm* norm = rules.norm(verdict.norm);
    json["strand"] = norm == nullptr ? std::string("process") : strand_name(norm->strand);
    Json exceptions{Json::List{}};
    for (const ExceptionTried& tried : verdict.exceptions) {
        Json one;
        one["id"] = tried.id;
        one["says"] = tried.says;
        one["result"] = tried.result == Tri::yes ? "yes" : tried.result == Tri::no ? "no" : "unknown";
        one["because"] = texts(tried.because);
        exceptions.push_back(std::move(one));
    }
    json["exceptions"] = std::move(exceptions);
    return json;
}

Json decision_report(const Attempt& attempt, std::size_t index, const DecisionView& told, const ScoreCard* card) {
    const DecisionMade& made = attempt.decisions()[index];
    Json json;
    json["seq"] = static_cast<int>(index) + 1;
    json["t"] = made.minutes;
    json["when"] = told.when;
    json["node"] = made.node;
    json["title"] = told.title;
    json["option"] = made.option;
    json["composed"] = made.composed;
    if (made.skipped) json["skipped"] = true;
    json["chosen"] = made.skipped ? skipped_by_choice() : told.chosen;
    if (made.confidence >= 0) json["confidence"] = made.confidence;
    Json acts{Json::List{}};
    for (const Act& act : made.acts) acts.push_back(act_json(act, attempt.scenario()));
    json["acts"] = std::move(acts);
    json["done"] = Words(attempt.scenario()).acts(made.acts);
    Json verdicts{Json::List{}};
    for (const Verdict& verdict : attempt.judge().verdicts_of(static_cast<int>(index)))
        verdicts.push_back(verdict_report(attempt, verdict, told, card));
    json["verdicts"] = std::move(verdicts);
    return json;
}

Json with_labels(Json scopes, const std::vector<ScopeScore>& scores) {
    for (const ScopeScore& score : scores) scopes[score.id]["label"] = score.label;
    return scopes;
}

Json result_report(const Attempt& attempt, const ScoreCard& card) {
    Json json;
    json["scores"] = scores_json(card);
    json["scores"]["strands"] = with_labels(std::move(json["scores"]["strands"]), card.strands);
    json["scores"]["rules"] = with_labels(std::move(json["scores"]["rules"]), card.rules);
    json["scores"]["points"] = with_labels(std::move(json["scores"]["points"]), card.points);
    json["balance"] = balance_json(card.balance);
    json["balance"]["words"] = card.balance.words();
    if (const Confidence confidence = confidence_of(attempt, card); !confidence.decisions.empty()) {
        json["confidence"]["asked"] = static_cast<int>(confidence.decisions.size());
        json["confidence"]["compared"] = confidence.compared;
        json["confidence"]["sure"] = confidence.mean_sure;
        json["confidence"]["share"] = confidence.mean_share;
        json["confidence"]["words"] = confidence.words();
    }
    json["outcome"]["id"] = outcome_id(card.outcome);
    json["outcome"]["words"] = card.outcome_words;
    Json criticals{Json::List{}};
    for (const Verdict& verdict : card.criticals) {
        Json one;
        one["norm"] = verdict.norm;
        one["key"] = verdict.key;
        one["state"] = state_name(verdict.state);
        const Norm* norm = attempt.rules().norm(verdict.norm);
        one["gravest"] = norm != nullptr && norm->always_critical;
        one["decision"] = verdict.decided + 1;
        one["because"] = verdict.text;
        criticals.push_back(std::move(one));
    }
    json["criticals"] = std::move(criticals);
    if (const Ending* ending = attempt.ending()) {
        json["ending"]["id"] = ending->id;
        json["ending"]["title"] = ending->title;
    }
    return json;
}

Json whole_report(const Player& player, const ReportAbout& about) {
    const Attempt& attempt = player.attempt();
    const Scenario& scenario = attempt.scenario();
    Json json;
    json["schema"] = "report/1";
    json["note"] = "For review by an assessor.";
    json["contest"] = contest_words();
    if (!about.learner.empty()) json["learner"] = about.learner;
    if (!about.form.id.empty()) {
        json["form"]["id"] = about.form.id;
        json["form"]["title"] = about.form.title;
        json["form"]["version"] = about.form.version;
        json["form"]["sha256"] = about.form.sha256;
    }
    json["engine"] = engine_version;
    json["mode"] = player.mode() == Mode::practice ? "practice" : "assessment";
    json["seed"] = player.seed();
    json["scenario"]["id"] = scenario.id;
    json["scenario"]["title"] = scenario.title;
    json["scenario"]["version"] = scenario.version;
    json["scenario"]["sha256"] = scenario.sha256;
    json["packs"]["as_of"] = attempt.rules().as_of();
    json["packs"]["sha256"] = attempt.rules().sha256();
    json["packs"]["stack"] = Json::List{};
    for (const PackId& pack : attempt.rules().stack()) {
        Json one;
        one["id"] = pack.id;
        one["version"] = pack.version;
        json["packs"]["stack"].push_back(std::move(one));
    }
    json["log_sha256"] = sha256(player.log());
    const ScoreCard* card = player.score_card();
    json["complete"] = card != nullptr;
    json["decisions"] = Json::List{};
    const auto& told = player.page().debrief.decisions;
    for (std::size_t i = 0; i < attempt.decisions().size(); ++i)
        json["decisions"].push_back(decision_report(attempt, i, i < told.size() ? told[i] : DecisionView{}, card));
    if (card != nullptr) json["result"] = result_report(attempt, *card);
    json["questions"] = texts(scenario.questions);
    return by_table(std::move(json), report_file());
}

}  // namespace

Json report_json(const Player& player, const ReportAbout& about) {
    const AsWritten data;
    const std::optional<Player> again = again_as_written(player);
    return whole_report(again ? *again : player, about);
}

}  // namespace ntk
