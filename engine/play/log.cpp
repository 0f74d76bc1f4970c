#include "engine/play/log.h"

#include <algorithm>

#include "engine/play/log_text.h"
#include "engine/play/version.h"
#include "engine/text/json_text.h"
#include "engine/text/sha256.h"

namespace ntk {

namespace {

Json answers_json(const Answers& answers) {
    Json json{Json::Object{}};
    for (const auto& [field, ids] : answers) {
        Json list{Json::List{}};
        for (const std::string& id : ids) list.push_back(id);
        json[field] = std::move(list);
    }
    return json;
}

}  // namespace

std::string header_line(const Scenario& scenario, const RuleBook& rules, Mode mode, std::int64_t seed) {
    Json stack{Json::List{}};
    for (const PackId& pack : rules.stack()) {
        Json one;
        one["id"] = pack.id;
        one["version"] = pack.version;
        stack.push_back(std::move(one));
    }
    Json json;
    json["v"] = log_version;
    json["engine"] = engine_version;
    json["mode"] = mode == Mode::practice ? "practice" : "assessment";
    json["seed"] = seed;
    json["packs"]["stack"] = std::move(stack);
    json["packs"]["as_of"] = rules.as_of();
    json["packs"]["sha256"] = rules.sha256();
    json["scenario"]["id"] = scenario.id;
    json["scenario"]["version"] = scenario.version;
    json["scenario"]["sha256"] = scenario.sha256;
    return json.canonical();
}

std::string decision_line(const Attempt& attempt, std::string_view line_before) {
    const DecisionMade& made = attempt.decisions().back();
    const auto index = static_cast<int>(attempt.decisions().size()) - 1;
    std::string line;
    line.reserve(std::max<std::size_t>(line_before.size(), 2048));
    const auto list = [&](const auto& all, auto&& append) {
        line += '[';
        for (const auto& one : all) {
            if (line.back() != '[') line += ',';
            append(one);
        }
        line += ']';
    };
    line += R"({"acts":)";
    list(made.acts, [&](const Act& act) { append_act(line, act, attempt.scenario()); });
    if (made.composed) line += R"(,"answers":)" + answers_json(made.answers).canonical();
    if (made.confidence >= 0) line += R"(,"confidence":)" + std::to_string(made.confidence);
    line += R"(,"node":)";
    append_json(line, made.node);
    line += R"(,"option":)";
    append_json(line, made.option);
    line += R"(,"prev_hash":")" + sha256(line_before);
    line += R"(","seq":)" + std::to_string(index + 1);
    if (made.skipped) line += R"(,"skipped":true)";
    line += R"(,"t":)" + std::to_string(made.minutes);
    line += R"(,"verdicts":)";
    list(attempt.judge().verdicts_of(index), [&](const Verdict& verdict) { append_verdict(line, verdict); });
    line += '}';
    return line;
}

std::string end_line(const Attempt& attempt, const ScoreCard* card, std::string_view line_before) {
    Json json;
    json["seq"] = static_cast<int>(attempt.decisions().size()) + 1;
    json["t"] = attempt.minutes();
    if (card == nullptr) {
        json["early"] = true;
    } else {
        json["ending"] = attempt.ending() == nullptr ? "none" : attempt.ending()->id;
        json["scores"] = scores_json(*card);
        json["balance"] = balance_json(card->balance);
        json["outcome"] = outcome_id(card->outcome);
        Json criticals{Json::List{}};
        for (const Verdict& verdict : card->criticals) criticals.push_back(verdict.norm + ", " + verdict.key);
        json["criticals"] = std::move(criticals);
    }
    json["prev_hash"] = sha256(line_before);
    return json.canonical();
}

}  // namespace ntk
