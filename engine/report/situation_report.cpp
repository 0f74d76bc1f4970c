#include "engine/report/situation_report.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "engine/casework/clock.h"
#include "engine/play/views.h"
#include "engine/play/what_if.h"
#include "engine/play/words.h"
#include "engine/rules/condition_words.h"

namespace ntk {

namespace {

std::string of_credit(const Verdict& verdict) {
    const bool part = verdict.credit.units > 0 && verdict.credit.units < Credit::whole;
    return part ? ", credit " + verdict.credit.text() : std::string();
}

std::string fact_line(const FactShown& fact) {
    return fact.path + ": " + fact.value +
           (fact.known_at > 0 ? " (known since " + moment_text(fact.known_at) + ")" : "");
}

// The names that an exception's condition was written with.
const std::vector<Variable>* variables_of(const Norm& norm, const std::string& exception) {
    for (const Family& family : norm.families)
        for (const Exception& one : family.unless)
            if (one.id == exception) return &family.variables;
    return nullptr;
}

// A part of a condition that failed: "not so: the child can be reached", and of one that says "not", "but so: ...".
std::string failed_words(const std::string& words) {
    constexpr std::string_view negated = "not (";
    if (!words.starts_with(negated)) return "not so: " + words;
    std::size_t at = negated.size();
    for (int depth = 1; at < words.size() && depth > 0; ++at) depth += words[at] == '(' ? 1 : words[at] == ')' ? -1 : 0;
    if (at < words.size()) return "not so: " + words;  // more follows what is negated
    return "but so: " + words.substr(negated.size(), words.size() - negated.size() - 1);
}

std::string exception_line(const ExceptionTried& tried, const Norm* norm, const RuleBook& rules) {
    std::string says = tried.says.empty() ? plain(tried.id) : tried.says;
    if (says.ends_with('.')) says.pop_back();
    const char* result = tried.result == Tri::yes  ? "applies"
                         : tried.result == Tri::no ? "does not apply"
                                                   : "not known to apply";
    std::string text = "\"" + says + "\" " + result;
    const std::vector<Variable>* variables = norm == nullptr ? nullptr : variables_of(*norm, tried.id);
    for (const std::string& because : tried.because)
        text += variables == nullptr
                    ? "; not so: " + because
                    : "; " + failed_words(written_condition_words(because, *variables, rules.definitions()));
    return text;
}

// Advice with its gaps filled by general words: what fits one case is not known once it is judged.
std::string in_general(const std::string& text) {
    static const std::vector<std::pair<std::string_view, std::string_view>> words = {
        {"child", "the child"},
        {"failed", "those concerned"},
        {"missing", "the rest"},
        {"deadline", "the deadline"},
        {"d.to", "an agency able to act"},
        {"d.items", "what is due"},
        {"unneeded", "what is not needed"},
        {"overridden", "what is not needed"}};
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::size_t close = text[at] == '{' ? text.find('}', at) : std::string::npos;
        if (close == std::string::npos) {
            out += text[at];
            continue;
        }
        const std::string slot = text.substr(at + 1, close - at - 1);
        const auto known =
            std::find_if(words.begin(), words.end(), [&](const auto& word) { return word.first == slot; });
        out += known == words.end() ? std::string_view("them") : known->second;
        at = close;
    }
    return out;
}

// Finds what one fact would have changed of a verdict; empty when nobody asked.
using Asker = std::function<FactFlip(const Verdict&)>;

// Asks it of verdicts as they stood on the way so far.
Asker asker(const Situation& situation, const std::shared_ptr<const RuleBook>& rules, Reach reach, bool wanted) {
    if (!wanted) return {};
    return [past = past_of(situation, rules, reach)](const Verdict& verdict) {
        return change_one_fact(past, verdict.decided, verdict);
    };
}

void add_verdict(std::string& out, const Verdict& verdict, const RuleBook& rules, const Asker& ask) {
    const Norm* norm = rules.norm(verdict.norm);
    out += "\n  " + state_words(verdict) + of_credit(verdict) + ": " + verdict.norm +
           (norm == nullptr ? "" : " " + norm->title) + (verdict.critical ? " [critical]" : "") + " (" + verdict.key +
           ")\n";
    if (!verdict.text.empty()) out += "    " + verdict.text + "\n";
    if (!verdict.because.empty()) out += "    " + verdict.because + "\n";
    for (const FactShown& fact : verdict.facts)
        if (fact.value != "none" && fact.value != "not stated") out += "    Fact: " + fact_line(fact) + "\n";
    const bool why_not = fell_short(verdict) || verdict.state == VerdictState::contested;
    for (const ExceptionTried& tried : verdict.exceptions)
        if (why_not || tried.result == Tri::yes) out += "    Exception: " + exception_line(tried, norm, rules) + "\n";
    if (norm == nullptr) return;
    if (fell_short(verdict) && verdict.state != VerdictState::repaired && !norm->better.empty())
        out += "    Better: " + in_general(norm->better) + "\n";
    for (const std::string& cite : norm->cites) out += "    Source: " + rules.citation_text(cite) + "\n";
    if (ask) out += "    Change one fact: " + what_if_words(ask(verdict)) + "\n";
}

// Verdicts for a reader: what fell short first. Prohibitions that were in force and kept are only named.
void add_verdicts(std::string& out, std::vector<Verdict> verdicts, const RuleBook& rules, const Asker& ask) {
    sort_for_reading(verdicts);
    std::vector<std::string> quiet;
    for (const Verdict& verdict : verdicts) {
        if (verdict.live_now) {
            if (std::find(quiet.begin(), quiet.end(), verdict.norm) == quiet.end()) quiet.push_back(verdict.norm);
            continue;
        }
        add_verdict(out, verdict, rules, ask);
    }
    if (verdicts.empty()) out += "  No norm spoke here.\n";
    if (!quiet.empty()) {
        std::sort(quiet.begin(), quiet.end());
        out += "\n  In force and kept: " + listed(quiet) + "\n";
    }
}

// The verdicts at the close that no step has shown as they now stand, without what never came to anything.
std::vector<Verdict> changed_at_close(const JudgedSituation& judged) {
    std::vector<Verdict> changed;
    for (const Verdict& verdict : judged.at_close) {
        if (verdict.state == VerdictState::pending || verdict.state == VerdictState::inactive ||
            verdict.state == VerdictState::lapsed)
            continue;
        bool shown = false;
        for (std::size_t step = 0; step < judged.by_step.size(); ++step)
            for (const auto* list : {&judged.ran_out[step], &judged.by_step[step]})
                for (const Verdict& before : *list) {
                    if (before.norm != verdict.norm || before.key != verdict.key) continue;
                    const bool kept_all_along = before.live_now && verdict.state == VerdictState::kept;
                    shown = kept_all_along || stands_in({before}, verdict);
                }
        const bool quiet = verdict.state == VerdictState::kept && verdict.credit_class == CreditClass::deduct;
        if (!shown && !quiet) changed.push_back(verdict);
    }
    return changed;
}

std::string stack_words(const RuleBook& rules) {
    std::vector<std::string> packs;
    for (const PackId& pack : rules.stack()) packs.push_back(pack.id + " " + pack.version);
    return listed(packs) + ", as of " + rules.as_of();
}

Json json_of(const FactFlip& flip) {
    Json::List facts;
    for (const FactChanged& change : flip.changes) {
        Json& one = facts.emplace_back();
        one["path"] = change.path;
        one["was"] = change.was;
        one["would_be"] = change.would_be;
    }
    Json json;
    json["facts"] = std::move(facts);
    if (!flip.changes.empty())
        json["state"] = flip.verdict.norm.empty() ? std::string("none") : state_name(flip.verdict.state);
    json["explanation"] = what_if_words(flip);
    json["tried"] = flip.tried;
    json["all_tried"] = flip.all_tried;
    return json;
}

Json json_of(const Verdict& verdict, const RuleBook& rules, const Asker& ask) {
    Json json;
    json["norm"] = verdict.norm;
    json["about"] = verdict.key;
    json["state"] = state_name(verdict.state);
    json["credit"] = verdict.credit.text();
    json["weight"] = verdict.weight;
    json["class"] = verdict.credit_class == CreditClass::earn ? "earn" : "deduct";
    json["critical"] = verdict.critical;
    json["in_force_and_kept"] = verdict.live_now;
    json["explanation"] = verdict.text;
    if (!verdict.because.empty()) json["because"] = verdict.because;
    Json::List facts;
    for (const FactShown& fact : verdict.facts) {
        Json& one = facts.emplace_back();
        one["path"] = fact.path;
        one["value"] = fact.value;
        one["known_since_minute"] = fact.known_at;
    }
    json["facts"] = std::move(facts);
    Json::List exceptions;
    for (const ExceptionTried& tried : verdict.exceptions) {
        Json::List failed;
        for (const std::string& because : tried.because) failed.push_back(because);
        Json& one = exceptions.emplace_back();
        one["id"] = tried.id;
        one["says"] = tried.says;
        one["result"] = tried.result == Tri::yes ? "yes" : tried.result == Tri::no ? "no" : "unknown";
        one["failed"] = std::move(failed);
    }
    json["exceptions"] = std::move(exceptions);
    Json::List sources;
    if (const Norm* norm = rules.norm(verdict.norm)) {
        json["title"] = norm->title;
        for (const std::string& cite : norm->cites) sources.push_back(rules.citation_text(cite));
    }
    json["sources"] = std::move(sources);
    if (ask && verdict.decided >= 0) json["change_one_fact"] = json_of(ask(verdict));
    return json;
}

Json json_of(std::vector<Verdict> verdicts, const RuleBook& rules, const Asker& ask) {
    sort_for_reading(verdicts);
    Json::List list;
    for (const Verdict& verdict : verdicts) list.push_back(json_of(verdict, rules, ask));
    return list;
}

}  // namespace

std::string situation_text(const Situation& situation, const JudgedSituation& judged,
                           const std::shared_ptr<const RuleBook>& rules, bool changed_facts) {
    std::string out = situation.title + "\nRules: " + stack_words(*rules) + "\n";
    for (std::size_t i = 0; i < situation.steps.size(); ++i) {
        const int step = static_cast<int>(i);
        if (!judged.ran_out[i].empty()) {
            out += "\nBefore step " + std::to_string(i + 1) + ": time ran out\n";
            add_verdicts(out, judged.ran_out[i], *rules, asker(situation, rules, {step, false}, changed_facts));
        }
        out += "\nStep " + std::to_string(i + 1) + ", " + moment_text(situation.steps[i].arrival.minutes) + "\n";
        for (const std::string& act : judged.acts[i]) out += "  Done: " + act + "\n";
        if (judged.acts[i].empty()) out += "  Done: nothing\n";
        add_verdicts(out, judged.by_step[i], *rules, asker(situation, rules, {step}, changed_facts));
    }
    out += "\nAt the close\n";
    const std::vector<Verdict> changed = changed_at_close(judged);
    if (changed.empty())
        out += "  Nothing more was judged.\n";
    else
        add_verdicts(out, changed, *rules, asker(situation, rules, {}, changed_facts));
    return out;
}

Json situation_json(const Situation& situation, const JudgedSituation& judged,
                    const std::shared_ptr<const RuleBook>& rules, bool changed_facts) {
    Json json;
    json["title"] = situation.title;
    Json::List packs;
    for (const PackId& pack : rules->stack()) packs.push_back(pack.id + " " + pack.version);
    json["packs"] = std::move(packs);
    json["as_of"] = rules->as_of();
    json["rules_sha256"] = rules->sha256();
    Json::List steps;
    for (std::size_t i = 0; i < situation.steps.size(); ++i) {
        const int at = static_cast<int>(i);
        Json step;
        step["minute"] = situation.steps[i].arrival.minutes;
        Json::List acts;
        for (const std::string& act : judged.acts[i]) acts.push_back(act);
        step["done"] = std::move(acts);
        step["ran_out"] = json_of(judged.ran_out[i], *rules, asker(situation, rules, {at, false}, changed_facts));
        step["verdicts"] = json_of(judged.by_step[i], *rules, asker(situation, rules, {at}, changed_facts));
        steps.push_back(std::move(step));
    }
    json["steps"] = std::move(steps);
    json["at_close"] = json_of(judged.at_close, *rules, asker(situation, rules, {}, changed_facts));
    return json;
}

}  // namespace ntk
