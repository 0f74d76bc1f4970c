#include "engine/study/author/option_table.h"

#include <algorithm>
#include <set>

#include "engine/play/views.h"
#include "engine/play/words.h"
#include "engine/study/way.h"
#include "engine/text/said.h"

namespace ntk {

namespace {

// Every way on from a decision: its options, and its forms as they stand at first.
struct MoveOn {
    Move move;
    std::string say;
    const std::vector<MeterChange>* meters = nullptr;
    const std::vector<Expectation>* expect = nullptr;
};

std::vector<MoveOn> moves_on(const Node& node) {
    std::vector<MoveOn> moves;
    for (const Option& option : node.options)
        moves.push_back({option_move(option), option.say, &option.meters, &option.expect});
    for (const Compose& form : node.composes) moves.push_back({usual_answers(form), form.title, nullptr, nullptr});
    return moves;
}

std::string choose(Attempt& attempt, const Move& move) {
    return move.composed ? attempt.compose(move.id, move.answers) : attempt.choose(move.id);
}

std::string meter_words(const MeterChange& change) {
    return plain(change.meter) + (change.by < 0 ? " " : " +") + std::to_string(change.by);
}

std::string outcome_words(const Verdict& verdict) {
    std::string words = state_words(verdict);
    if (verdict.credit.units > 0 && verdict.credit.units < Credit::whole) words += " (" + verdict.credit.text() + ")";
    return words;
}

std::map<std::string, std::string> in_short(const std::vector<Verdict>& verdicts) {
    std::map<std::string, std::set<std::string>> all;
    for (const Verdict& verdict : verdicts) all[verdict.norm].insert(outcome_words(verdict));
    std::map<std::string, std::string> words;
    for (const auto& [norm, states] : all)
        for (const std::string& state : states) words[norm] += (words[norm].empty() ? "" : "; ") + state;
    return words;
}

// Norms that come out as kept, and nothing else, whatever is chosen.
std::set<std::string> kept_by_every(const std::vector<std::map<std::string, std::string>>& outcomes) {
    std::set<std::string> kept;
    if (outcomes.size() < 2) return kept;
    for (const auto& [norm, words] : outcomes.front()) {
        const bool all = std::all_of(outcomes.begin(), outcomes.end(), [&, name = norm](const auto& one) {
            const auto found = one.find(name);
            return found != one.end() && found->second == "Kept"_en;
        });
        if (all) kept.insert(norm);
    }
    return kept;
}

}  // namespace

OptionTable option_table(const Attempt& at) {
    OptionTable table;
    if (!at.deciding()) return table;
    const Words words(at.scenario());
    const auto decision = static_cast<int>(at.decisions().size());
    std::vector<std::map<std::string, std::string>> outcomes;
    std::vector<std::pair<std::size_t, std::vector<Verdict>>> found;
    std::vector<Attempt> afters;
    std::set<std::string> facts_read;
    for (const MoveOn& way : moves_on(*at.node())) {
        OptionRow row;
        row.id = way.move.id;
        row.say = way.say;
        row.form = way.move.composed;
        Attempt after = at;
        row.problem = choose(after, way.move);
        if (!row.problem.empty()) {
            table.rows.push_back(std::move(row));
            continue;
        }
        for (const Act& act : after.decisions().back().acts) row.acts.push_back(words.act(act));
        if (way.meters != nullptr)
            for (const MeterChange& change : *way.meters) row.meters.push_back(meter_words(change));
        after.move_on();
        row.leads_to = after.ended() ? "end" : after.node()->id;
        after.settle();
        if (row.leads_to == "end" && after.ending() != nullptr) row.ending = after.ending()->title;
        std::vector<Verdict> verdicts = after.judge().verdicts_of(decision);
        if (way.expect != nullptr) {
            row.expected = static_cast<int>(way.expect->size());
            row.unexpected = compare_expectations(at, after, after.judge().verdicts());
        }
        for (const Verdict& verdict : verdicts)
            for (const FactShown& fact : verdict.facts) facts_read.insert(fact.path);
        outcomes.push_back(in_short(verdicts));
        sort_for_reading(verdicts);
        found.emplace_back(table.rows.size(), std::move(verdicts));
        afters.push_back(std::move(after));
        table.rows.push_back(std::move(row));
    }
    const std::set<std::string> shared = kept_by_every(outcomes);
    table.facts_read.assign(facts_read.begin(), facts_read.end());
    for (const std::string& norm : shared) {
        const Norm* rule = at.rules().norm(norm);
        table.kept_by_all.push_back(norm + (rule == nullptr ? "" : ", " + rule->title));
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
        auto& [row, verdicts] = found[i];
        std::set<std::string> told;  // what reads the same is told once
        for (const Verdict& verdict : verdicts) {
            if (shared.count(verdict.norm) != 0) continue;
            if (told.insert(verdict.norm + outcome_words(verdict) + verdict.text).second)
                table.rows[row].verdicts.push_back(verdict_view(afters[i], verdict, afters[i].ended()));
        }
    }
    return table;
}

Outcomes outcomes_at(const Attempt& at) {
    Outcomes all;
    if (!at.deciding()) return all;
    for (const MoveOn& way : moves_on(*at.node())) {
        Attempt after = at;
        auto& row = all[way.move.id];
        if (!choose(after, way.move).empty()) continue;
        after.settle();
        row = in_short(after.judge().verdicts_of(static_cast<int>(at.decisions().size())));
    }
    return all;
}

std::vector<VerdictFlip> flips_between(const Outcomes& before, const Outcomes& after, const RuleBook& rules) {
    std::vector<VerdictFlip> flips;
    for (const auto& [option, old_norms] : before) {
        const auto found = after.find(option);
        if (found == after.end()) continue;
        std::map<std::string, std::pair<std::string, std::string>> both;
        for (const auto& [norm, words] : old_norms) both[norm].first = words;
        for (const auto& [norm, words] : found->second) both[norm].second = words;
        for (const auto& [norm, pair] : both) {
            if (pair.first == pair.second) continue;
            const Norm* rule = rules.norm(norm);
            flips.push_back({option, norm, rule == nullptr ? norm : rule->title,
                             pair.first.empty() ? "no verdict"_en : pair.first,
                             pair.second.empty() ? "no verdict"_en : pair.second});
        }
    }
    return flips;
}

}  // namespace ntk
