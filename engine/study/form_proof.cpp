#include "engine/study/form_proof.h"

#include <algorithm>

#include "engine/study/bots.h"

namespace ntk {

namespace {

const Vocabulary& v() { return vocabulary(); }

std::string harm_name(const Attempt& attempt) {
    const auto& levels = v().schema.enums[static_cast<std::size_t>(v().harm)].values;
    const std::int64_t level = attempt.facts().number(v().case_harm, 0);
    return level < 0 ? "none" : levels[static_cast<std::size_t>(level)];
}

const char* words(Outcome outcome) {
    return outcome == Outcome::met ? "met" : outcome == Outcome::refer ? "for review" : "not yet";
}

// The habits of all cases by name, in the order of their first appearance.
std::vector<std::string> habit_names(const std::vector<FormCase>& cases) {
    std::vector<std::string> names;
    for (const FormCase& one : cases)
        for (const StrategyBot& bot : strategy_bots(*one.scenario))
            if (std::find(names.begin(), names.end(), bot.name) == names.end()) names.push_back(bot.name);
    return names;
}

ScoreCard play_habit(const FormCase& one, const std::shared_ptr<const RuleBook>& rules, const std::string& name) {
    const std::vector<StrategyBot> bots = strategy_bots(*one.scenario);
    const auto named = [&](const std::string& wanted) {
        return std::find_if(bots.begin(), bots.end(), [&](const StrategyBot& bot) { return bot.name == wanted; });
    };
    const auto bot = named(name) == bots.end() ? named("do nothing") : named(name);
    Attempt attempt = begin_case(one.scenario, rules);
    play(attempt, *bot);
    return score(attempt.judge());
}

void check_balance(const AssessmentForm& form, FormProof& proof) {
    for (const auto& [level, least] : form.decisions_at_harm)
        if (proof.decisions_at_harm[level] < least)
            proof.problems.push_back("Only " + std::to_string(proof.decisions_at_harm[level]) +
                                     " decisions are met at harm '" + level + "', and the form promises " +
                                     std::to_string(least) + ".");
    for (const ScopeScore& strand : proof.ideal.strands)
        if (strand.tally.opportunities < form.chances_per_strand)
            proof.problems.push_back("The strand " + strand.label + " offers " +
                                     std::to_string(strand.tally.opportunities) + " chances, and the form promises " +
                                     std::to_string(form.chances_per_strand) + ".");
}

}  // namespace

FormProof prove_form(const AssessmentForm& form, const std::vector<FormCase>& cases,
                     const std::shared_ptr<const RuleBook>& rules) {
    FormProof proof;
    const PassRule pass{form.cut_percent, form.strand_floor_percent};
    std::vector<ScoreCard> cards;
    for (const FormCase& one : cases) {
        Attempt attempt = begin_case(one.scenario, rules);
        for (const Move& move : one.best) {
            if (!attempt.deciding()) break;
            ++proof.decisions;
            ++proof.decisions_at_harm[harm_name(attempt)];
            if (const std::string refused = take(attempt, move); !refused.empty()) {
                proof.problems.push_back("The best answers of " + one.scenario->id + " cannot be given: " + refused);
                break;
            }
        }
        if (!attempt.ended())
            proof.problems.push_back("The best answers of " + one.scenario->id + " do not lead to its end.");
        cards.push_back(score(attempt.judge()));
    }
    proof.ideal = combine(cards, *rules, pass);
    if (proof.ideal.overall.percent() != 100 || proof.ideal.outcome != Outcome::met)
        proof.problems.push_back("The best answers come to " + std::to_string(proof.ideal.overall.percent()) +
                                 " of 100, '" + words(proof.ideal.outcome) + "'.");
    check_balance(form, proof);

    for (const std::string& name : habit_names(cases)) {
        FormHabit habit;
        habit.name = name;
        cards.clear();
        for (const FormCase& one : cases) {
            cards.push_back(play_habit(one, rules, name));
            habit.cases_met += cards.back().outcome == Outcome::met ? 1 : 0;
        }
        habit.card = combine(cards, *rules, pass);
        if (habit.card.outcome != Outcome::not_yet)
            proof.problems.push_back("The habit '" + name + "' comes to '" + words(habit.card.outcome) + "'.");
        proof.habits.push_back(std::move(habit));
    }
    return proof;
}

std::string form_text(const AssessmentForm& form, const FormProof& proof) {
    std::string text = form.title + " (" + form.id + " " + form.version + "): " + std::to_string(form.cases.size()) +
                       " cases, " + std::to_string(proof.decisions) + " decisions by the best answers.\n";
    text += "Decisions at each level of harm:";
    for (const auto& level : v().schema.enums[static_cast<std::size_t>(v().harm)].values) {
        const auto found = proof.decisions_at_harm.find(level);
        text += " " + level + " " + std::to_string(found == proof.decisions_at_harm.end() ? 0 : found->second);
    }
    text += "\nChances to earn:";
    for (const auto* scopes : {&proof.ideal.strands, &proof.ideal.rules, &proof.ideal.points})
        for (const ScopeScore& scope : *scopes)
            text += " " + scope.id + " " + std::to_string(scope.tally.opportunities);
    text += "\nBest answers: " + std::to_string(proof.ideal.overall.percent()) + "%, " + words(proof.ideal.outcome);
    text += "\n";
    for (const FormHabit& habit : proof.habits) {
        text += "  " + habit.name + ": " + std::to_string(habit.card.overall.percent()) + "%";
        for (const ScopeScore& strand : habit.card.strands)
            text += ", " + strand.id + " " + std::to_string(strand.tally.percent());
        text += "; " + std::string(words(habit.card.outcome)) + "; on its own in " + std::to_string(habit.cases_met) +
                " cases\n";
    }
    for (const std::string& problem : proof.problems) text += "! " + problem + "\n";
    if (proof.problems.empty()) text += "No findings.\n";
    return text;
}

}  // namespace ntk
