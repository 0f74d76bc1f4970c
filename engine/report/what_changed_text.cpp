#include <algorithm>
#include <string>
#include <utility>

#include "engine/play/views.h"
#include "engine/report/document_shapes.h"
#include "engine/report/what_changed.h"
#include "engine/text/json_table.h"

namespace ntk {

namespace {

std::string stack_line(const RuleBook& rules) {
    std::string text;
    for (const PackId& pack : rules.stack()) text += (text.empty() ? "" : ", ") + pack.id + " " + pack.version;
    return text + " as of " + rules.as_of() + "\n";
}

// "Not kept (critical). You told ..."
std::string side_text(const std::optional<Verdict>& verdict, const std::string& norm) {
    if (!verdict) return "no such verdict\n";
    std::string notes;
    const auto note = [&](const std::string& text) { notes += (notes.empty() ? "" : "; ") + text; };
    if (verdict->credit.units > 0 && verdict->credit.units < Credit::whole) note("credit " + verdict->credit.text());
    note("weight " + std::to_string(verdict->weight));
    if (verdict->critical) note("critical");
    if (!verdict->counted) note("not counted beside a heavier one");
    if (!verdict->in_scope) note("left out of the score");
    std::string text =
        (verdict->norm == norm ? "" : "as " + verdict->norm + ": ") + state_words(*verdict) + " (" + notes + ")";
    if (!verdict->text.empty()) text += ". " + verdict->text;
    if (!verdict->because.empty()) text += " " + verdict->because;
    return text + "\n";
}

std::string indented(const std::string& text) {
    if (text.empty()) return "      (nothing)\n";
    std::string out = "      ";
    for (const char c : text) out += c == '\n' ? std::string("\n      ") : std::string(1, c);
    return out + "\n";
}

std::string why_text(const std::vector<RuleChange>& why) {
    if (why.empty())
        return "  Why: nothing in this norm or in what it rests on differs; it follows from another difference\n";
    std::string out = "  Why:\n";
    for (const RuleChange& change : why) {
        const std::string title = change.title.empty() ? "" : ": " + change.title;
        if (change.kind == RuleChange::Kind::added) out += "    " + change.what + " is new" + title + "\n";
        if (change.kind == RuleChange::Kind::removed) out += "    " + change.what + " is gone" + title + "\n";
        if (change.kind != RuleChange::Kind::changed) continue;
        out += "    " + change.what + ", " + change.field + ", before:\n" + indented(change.before) + "    after:\n" +
               indented(change.after);
    }
    return out;
}

std::string percent_text(int percent) { return percent < 0 ? "not tested" : std::to_string(percent) + "%"; }

std::string list_text(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : "; ") + name;
    return text.empty() ? "none" : text;
}

Json side_json(const std::optional<Verdict>& verdict) {
    Json json{Json::Object{}};
    if (!verdict) return json;
    json["norm"] = verdict->norm;
    json["key"] = verdict->key;
    json["state"] = state_name(verdict->state);
    json["class"] = verdict->credit_class == CreditClass::earn ? "earn" : "deduct";
    json["w"] = verdict->weight;
    json["credit"] = verdict->credit.text();
    json["critical"] = verdict->critical;
    json["counted"] = verdict->counted;
    json["in_scope"] = verdict->in_scope;
    json["because"] = verdict->text;
    return json;
}

Json change_json(const RuleChange& change) {
    Json json;
    json["what"] = change.what;
    json["kind"] = change.kind == RuleChange::Kind::added     ? "added"
                   : change.kind == RuleChange::Kind::removed ? "removed"
                                                              : "changed";
    json["title"] = change.title;
    json["field"] = change.field;
    json["before"] = change.before;
    json["after"] = change.after;
    return json;
}

Json rules_json(const RuleBook& rules) {
    Json json;
    json["as_of"] = rules.as_of();
    json["sha256"] = rules.sha256();
    json["stack"] = Json::List{};
    for (const PackId& pack : rules.stack()) {
        Json one;
        one["id"] = pack.id;
        one["version"] = pack.version;
        json["stack"].push_back(std::move(one));
    }
    return json;
}

Json result_json(const std::string& outcome, const std::string& words, const std::vector<std::string>& criticals) {
    Json json;
    json["outcome"] = outcome;
    json["words"] = words;
    json["criticals"] = Json::List{};
    for (const std::string& name : criticals) json["criticals"].push_back(name);
    return json;
}

}  // namespace

std::string what_changed_text(const WhatChanged& changed) {
    std::string out = "Judged by:    " + stack_line(*changed.rules_before) +
                      "Looked at by: " + stack_line(*changed.rules_after) +
                      "This only compares. The log, its report and its score stand as they are.\n";
    if (!changed.anything()) return out + "\nNo verdict and no score differs.\n";
    out += "\nVerdicts that differ: " + std::to_string(changed.verdicts.size()) + "\n";
    for (std::size_t i = 0; i < changed.verdicts.size();) {
        const VerdictChange& first = changed.verdicts[i];
        out += "\n" + first.norm + (first.title.empty() ? "" : " " + first.title) + "\n";
        std::vector<RuleChange> why;
        for (; i < changed.verdicts.size() && changed.verdicts[i].norm == first.norm; ++i) {
            const VerdictChange& change = changed.verdicts[i];
            const std::string& key = change.before ? change.before->key : change.after->key;
            out += "  Decision " + std::to_string(change.decision) + " (" + key +
                   ")\n    Before: " + side_text(change.before, first.norm) +
                   "    After:  " + side_text(change.after, first.norm);
            for (const RuleChange& one : change.why)
                if (std::none_of(why.begin(), why.end(), [&](const RuleChange& known) {
                        return known.what == one.what && known.field == one.field;
                    }))
                    why.push_back(one);
        }
        out += why_text(why);
    }
    if (!changed.complete) return out + "\nThe case was not played to its end, so there are no scores.\n";
    out += "\nScores, before and after\n";
    for (const ScoreChange& score : changed.scores)
        if (score.id == "overall" || score.before != score.after)
            out += "  " + score.label + ": " + percent_text(score.before) + ", " + percent_text(score.after) +
                   (score.before == score.after ? "" : "  <- differs") + "\n";
    out += "  All other scores are the same.\n";
    out += "Result before: " + changed.outcome_words_before + "\nResult after:  " + changed.outcome_words_after + "\n";
    if (changed.criticals_before != changed.criticals_after)
        out += "Critical before: " + list_text(changed.criticals_before) +
               "\nCritical after:  " + list_text(changed.criticals_after) + "\n";
    return out;
}

Json what_changed_json(const WhatChanged& changed) {
    Json json;
    json["rules_before"] = rules_json(*changed.rules_before);
    json["rules_after"] = rules_json(*changed.rules_after);
    json["decisions"] = changed.decisions;
    json["complete"] = changed.complete;
    json["differs"] = changed.anything();
    json["verdicts"] = Json::List{};
    for (const VerdictChange& change : changed.verdicts) {
        Json one;
        one["decision"] = change.decision;
        one["norm"] = change.norm;
        one["title"] = change.title;
        if (change.before) one["before"] = side_json(change.before);
        if (change.after) one["after"] = side_json(change.after);
        one["why"] = Json::List{};
        for (const RuleChange& why : change.why) one["why"].push_back(change_json(why));
        json["verdicts"].push_back(std::move(one));
    }
    if (!changed.complete) return json;
    json["scores"] = Json::List{};
    for (const ScoreChange& score : changed.scores) {
        Json one;
        one["id"] = score.id;
        one["label"] = score.label;
        one["before"] = score.before;
        one["after"] = score.after;
        json["scores"].push_back(std::move(one));
    }
    json["result_before"] = result_json(changed.outcome_before, changed.outcome_words_before, changed.criticals_before);
    json["result_after"] = result_json(changed.outcome_after, changed.outcome_words_after, changed.criticals_after);
    return json;
}

Json changed_logs_json(Json::List logs) {
    Json all;
    all["schema"] = "changed/1";
    all["logs"] = std::move(logs);
    return by_table(std::move(all), changed_file());
}

}  // namespace ntk
