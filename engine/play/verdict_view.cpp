#include <algorithm>
#include <array>

#include "engine/play/views.h"
#include "engine/play/words.h"
#include "engine/text/said.h"

namespace ntk {

namespace {

struct StateWords {
    VerdictState state;
    const char* name;
    const ProgramText& words;
    int rank;  // for reading
};

const std::array<StateWords, 10>& states() {
    static const std::array<StateWords, 10> all = {{
        {VerdictState::inactive, "inactive", "Not in question"_text, 9},
        {VerdictState::pending, "pending", "Still open"_text, 5},
        {VerdictState::kept, "kept", "Kept"_text, 6},
        {VerdictState::breached, "breached", "Not kept"_text, 0},
        {VerdictState::repaired, "repaired", "Mended later"_text, 2},
        {VerdictState::excused, "excused", "Excused"_text, 4},
        {VerdictState::missed, "missed", "Missed"_text, 1},
        {VerdictState::lapsed, "lapsed", "No longer due"_text, 7},
        {VerdictState::contested, "contested", "Practitioners are divided"_text, 3},
        {VerdictState::error, "error", "Could not be judged"_text, 8},
    }};
    return all;
}

const StateWords& words_of(VerdictState state) { return states()[static_cast<std::size_t>(state)]; }

// The facts of the case and the definitions that the failed part of an exception names: "reachable", "tell exempt".
std::vector<std::string> checked_facts(const std::string& condition, const RuleBook& rules) {
    constexpr std::size_t most = 2;
    std::vector<std::string> found;
    std::string word;
    char before = ' ';
    const auto look_up = [&] {
        const auto& fields = vocabulary().schema.fields;
        const bool fact = before == '.' && std::any_of(fields.begin(), fields.end(), [&](const FieldInfo& field) {
                              return field.name == word && !field.conduct;
                          });
        // Definitions have names in a pack, and no words in other languages.
        const bool defined =
            before != '.' && program_language() == "en-GB" && rules.definitions().find(word) != nullptr;
        const bool told = std::find(found.begin(), found.end(), plain(word)) != found.end();
        if ((fact || defined) && !told && found.size() < most) found.push_back(plain(word));
    };
    for (const char c : condition + " ") {
        if ((c >= 'a' && c <= 'z') || c == '_') {
            word += c;
            continue;
        }
        if (!word.empty()) look_up();
        word.clear();
        before = c;
    }
    return found;
}

// Why an exception did or did not apply.
std::string exception_words(const ExceptionTried& tried, const RuleBook& rules) {
    std::string says = sentence(tried.says.empty() ? plain(tried.id) : tried.says);
    if (says.ends_with('.')) says.pop_back();
    if (tried.result == Tri::yes) return fill("Excused: {exception}."_en, {{"exception", says}});
    std::string text = fill("Not excused: {exception}"_en, {{"exception", says}});
    for (const std::string& condition : tried.because)
        if (const auto facts = checked_facts(condition, rules); !facts.empty()) {
            text += fill(" (checked: {facts})"_en, {{"facts", listed(facts)}});
            break;
        }
    return text + (tried.result == Tri::no ? ". That was not so."_en : ". What you knew did not tell."_en);
}

// How what fell short can still be mended before the case is over.
std::string repair_words(const Norm& norm) {
    for (const Family& family : norm.families)
        for (const RepairStep& step : family.repair) {
            if (step.says.empty()) continue;
            const bool of_you = step.says.starts_with("You ") || step.says.starts_with("you ");
            return of_you ? fill("It would be mended in part once you {do}"_en, {{"do", step.says.substr(4)}})
                          : fill("This would still mend it in part: {step}"_en, {{"step", step.says}});
        }
    return {};
}

// Facts that say something; an empty list of people explains nothing to a reader.
std::vector<std::string> telling_facts(const Verdict& verdict, const Words& words) {
    constexpr std::size_t most = 6;
    std::vector<std::string> lines;
    for (const FactShown& fact : verdict.facts)
        if (fact.value != "none"_en && fact.value != "not stated"_en && lines.size() < most)
            lines.push_back(words.fact(fact));
    return lines;
}

}  // namespace

bool fell_short(const Verdict& verdict) {
    return verdict.state == VerdictState::breached || verdict.state == VerdictState::missed ||
           verdict.state == VerdictState::repaired;
}

std::int64_t loss(const Verdict& verdict) {
    return fell_short(verdict) ? (Credit::whole - verdict.credit.units) * verdict.weight : 0;
}

std::string state_name(VerdictState state) { return words_of(state).name; }

std::string state_words(const Verdict& verdict) {
    if (verdict.state == VerdictState::breached && verdict.credit.units > 0) return "Partly kept"_en;
    return words_of(verdict.state).words.said();
}

VerdictView verdict_view(const Attempt& attempt, const Verdict& verdict, bool over) {
    const RuleBook& rules = attempt.rules();
    const Words words(attempt.scenario());
    VerdictView view;
    view.norm = verdict.norm;
    view.decision = verdict.decided;
    view.key = verdict.key;
    view.state = state_name(verdict.state);
    view.word = state_words(verdict);
    view.critical = verdict.critical;
    if (verdict.credit.units > 0 && verdict.credit.units < Credit::whole) view.credit = verdict.credit.text();
    view.because = verdict.text;
    if (!verdict.because.empty()) view.because += (view.because.empty() ? "" : " ") + verdict.because;
    view.facts = telling_facts(verdict, words);
    for (const ExceptionTried& tried : verdict.exceptions)
        if (fell_short(verdict) || tried.result == Tri::yes) view.excuses.push_back(exception_words(tried, rules));
    const Norm* norm = rules.norm(verdict.norm);
    if (norm == nullptr) return view;
    view.title = norm->title;
    if (fell_short(verdict) && verdict.state != VerdictState::repaired) {
        view.better = verdict.better;
        if (!over) view.repair = repair_words(*norm);
    }
    for (const std::string& cite : norm->cites) view.citations.push_back(rules.citation_text(cite));
    for (const std::string& report : norm->reports)
        if (const Heading* heading = rules.heading(report)) view.headings.push_back(heading->label);
    return view;
}

void sort_for_reading(std::vector<Verdict>& verdicts) {
    std::stable_sort(verdicts.begin(), verdicts.end(), [](const Verdict& a, const Verdict& b) {
        const int rank_a = words_of(a.state).rank;
        const int rank_b = words_of(b.state).rank;
        if (rank_a != rank_b) return rank_a < rank_b;
        if (a.critical != b.critical) return a.critical;
        if (loss(a) != loss(b)) return loss(a) > loss(b);
        return a.weight > b.weight;
    });
}

}  // namespace ntk
