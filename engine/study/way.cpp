#include "engine/study/way.h"

#include <algorithm>
#include <utility>

#include "engine/play/compose.h"

namespace ntk {

namespace {

ActForm form_at(const Attempt& attempt, const Compose& form) {
    return compose_form(attempt.scenario(), attempt.facts(), form);
}

Move composed(const Compose& form) { return {form.id, true, {}}; }

}  // namespace

Attempt begin_case(std::shared_ptr<const Scenario> scenario, std::shared_ptr<const RuleBook> rules, Proofs proofs) {
    Attempt attempt(std::move(scenario), std::move(rules), proofs);
    attempt.settle();
    return attempt;
}

std::string take(Attempt& attempt, const Move& choice) {
    std::string refusal = choice.composed ? attempt.compose(choice.id, choice.answers) : attempt.choose(choice.id);
    if (refusal.empty()) attempt.settle();
    return refusal;
}

Way way_of(const Attempt& attempt) {
    Way way;
    for (const DecisionMade& made : attempt.decisions()) way.push_back({made.option, made.composed, made.answers});
    return way;
}

std::string way_text(const Way& way) {
    const bool letters = std::all_of(way.begin(), way.end(),
                                     [](const Move& choice) { return !choice.composed && choice.id.size() == 1; });
    std::string text;
    for (const Move& choice : way) {
        if (!letters && !text.empty()) text += ",";
        text += choice.id;
        if (!choice.composed) continue;
        text += ":{";
        bool first = true;
        for (const auto& [question, answers] : choice.answers) {
            text += (first ? "" : ";") + question + "=";
            first = false;
            for (std::size_t i = 0; i < answers.size(); ++i) text += (i == 0 ? "" : "+") + answers[i];
        }
        text += "}";
    }
    return text;
}

std::string way_text(const Attempt& attempt) { return way_text(way_of(attempt)); }

Move option_move(const Option& option) { return {option.id}; }

Move usual_answers(const Compose& form) { return composed(form); }

Move all_answers(const Attempt& attempt, const Compose& form) {
    Move choice = composed(form);
    for (const Field& field : form_at(attempt, form).fields) {
        if (field.kind != Field::Kind::pick_many) continue;
        std::vector<std::string>& chosen = choice.answers[field.id];
        for (const Field::Answer& answer : field.answers) chosen.push_back(answer.id);
    }
    return choice;
}

Move random_answers(const Attempt& attempt, const Compose& form, Dice& dice) {
    Move choice = composed(form);
    for (const Field& field : form_at(attempt, form).fields) {
        if (field.kind == Field::Kind::text || field.answers.empty()) continue;
        std::vector<std::string>& chosen = choice.answers[field.id];
        if (field.kind == Field::Kind::pick_one) {
            // One more side than there are answers: now and then an open question stays open.
            const std::size_t at = dice.roll(field.answers.size() + (field.optional ? 1 : 0));
            if (at < field.answers.size()) chosen.push_back(field.answers[at].id);
            continue;
        }
        for (const Field::Answer& answer : field.answers)
            if (dice.roll(2) == 0) chosen.push_back(answer.id);
        if (chosen.empty() && !field.optional) chosen.push_back(field.answers[dice.roll(field.answers.size())].id);
    }
    return choice;
}

BigCount ways_to_answer(const Scenario& scenario, const Compose& form) {
    Store facts = scenario.opening;
    const Vocabulary& v = vocabulary();
    for (const int kind : {v.person, v.agency, v.item})
        for (int entity = 0; entity < facts.count(kind); ++entity)
            if (facts.is(entity, kind)) facts.show(kind, entity, true);
    BigCount ways = 1;
    for (const Field& field : compose_form(scenario, facts, form).fields) {
        if (field.kind == Field::Kind::pick_one)
            ways *= field.answers.size() + (field.optional ? 1 : 0);
        else if (field.kind == Field::Kind::pick_many)
            for (std::size_t i = 0; i < field.answers.size(); ++i) ways *= 2;
    }
    return ways;
}

std::vector<Move> changed_answers(const Attempt& attempt, const Compose& form, const Move& from) {
    std::vector<Move> changed;
    for (Answers& answers : one_answer_changed(form_at(attempt, form), from.answers)) {
        changed.push_back(from);
        changed.back().answers = std::move(answers);
    }
    return changed;
}

}  // namespace ntk
