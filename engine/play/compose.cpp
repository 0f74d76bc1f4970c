#include "engine/play/compose.h"

#include <algorithm>

#include "engine/play/words.h"
#include "engine/text/said.h"

namespace ntk {

namespace {

const Vocabulary& v() { return vocabulary(); }

bool asks(const Compose& compose, const std::string& question) {
    return std::find(compose.ask.begin(), compose.ask.end(), question) != compose.ask.end();
}

// Whether the learner may send nothing: then they say why.
bool may_send_nothing(const Compose& compose) { return asks(compose, "reason"); }

Field::Answer answer(const Store& facts, int kind, int entity, std::string label, std::string detail = {}) {
    return {facts.name(kind, entity), sentence(std::move(label)), std::move(detail)};
}

Field one_of(std::string id, std::string question, std::string help = {}) {
    Field field;
    field.id = std::move(id);
    field.question = std::move(question);
    field.help = std::move(help);
    field.kind = Field::Kind::pick_one;
    return field;
}

Field some_of(std::string id, std::string question, std::string help = {}) {
    Field field = one_of(std::move(id), std::move(question), std::move(help));
    field.kind = Field::Kind::pick_many;
    return field;
}

void add_values(Field& field, int enum_index, const std::vector<std::string>& values) {
    for (const std::string& value : values)
        field.answers.push_back({value, sentence(choice_words(enum_index, enum_value(enum_index, value))), {}});
}

// How an item is graded and how sensitive it is: "reported, not verified; special category".
std::string item_detail(const Store& facts, int item) {
    std::string text = choice_words(v().grade, facts.number(v().grade_, item));
    const auto accuracy = facts.number(v().accuracy_, item);
    if (accuracy != enum_value(v().accuracy, "ok")) text += ", " + choice_words(v().accuracy, accuracy);
    return text + "; " + choice_words(v().category, facts.number(v().category_, item));
}

// The answers a share has when nobody says otherwise, read from what this scenario fills in everywhere.
std::string usual(const Scenario& scenario, int fact, int enum_index) {
    const auto value = act_number(scenario.share_defaults, fact, -1);
    if (value < 0) return {};
    return v().schema.enums[static_cast<std::size_t>(enum_index)].values[static_cast<std::size_t>(value)];
}

Field items_field(const Scenario& scenario, const Store& facts, const Compose& compose) {
    Field field =
        some_of("items", "What do you send?"_en, may_send_nothing(compose) ? "Choose none to send nothing."_en : "");
    const Words words(scenario);
    (compose.items & facts.all(v().item)).for_each([&](int item) {
        field.answers.push_back(answer(facts, v().item, item, words.item(item), item_detail(facts, item)));
    });
    field.optional = may_send_nothing(compose);
    return field;
}

Field parties_field(const Scenario& scenario, const Store& facts, Field field, Bits who) {
    const Words words(scenario);
    (who & facts.all(v().party)).for_each([&](int party) {
        const std::string about = static_cast<std::size_t>(party) < scenario.parties.size()
                                      ? scenario.parties[static_cast<std::size_t>(party)].about
                                      : "";
        field.answers.push_back(answer(facts, v().party, party, words.party(party), about));
    });
    return field;
}

Bits objectors(const Store& facts) {
    Bits who;
    facts.all(v().person).for_each([&](int person) {
        if (facts.known(v().objects_to, person) && !facts.set(v().objects_to, person).empty()) who.add(person);
    });
    return who;
}

Field reason_field() {
    Field field = one_of("reason", "If you send nothing: why?"_en, "Leave this open when you send something."_en);
    add_values(field, v().reason,
               {"not_necessary", "no_role", "already_confirmed", "unsafe", "privacy", "sensitive", "no_consent",
                "objection", "dp_fear", "relationship", "uncertain", "someone_will", "already_known"});
    return field;
}

Field record_field() {
    Field field = some_of("record", "What do you put on record?"_en, "Choose none to write nothing."_en);
    add_values(field, v().part,
               {"decision", "reason", "recipient", "basis", "condition", "ground", "classification", "objection",
                "advice", "harm_view"});
    return field;
}

Field form_field(const Scenario& scenario) {
    Field field = one_of("form", "How much of it?"_en);
    add_values(field, v().form, {"extract", "summary", "whole_file"});
    std::string start = usual(scenario, v().act_form, v().form);
    field.chosen = {start.empty() ? "extract" : start};
    return field;
}

Field basis_field(const Scenario& scenario) {
    Field field = one_of("basis", "Which lawful basis do you name?"_en);
    add_values(field, v().basis,
               {"public_task", "legal_obligation", "vital_interests", "legitimate_interests",
                "recognised_legitimate_interest", "contract", "consent"});
    const std::string start = usual(scenario, v().act_basis, v().basis);
    if (!start.empty()) field.chosen = {start};
    return field;
}

}  // namespace

ActForm compose_form(const Scenario& scenario, const Store& facts, const Compose& compose) {
    ActForm form;
    form.id = compose.id;
    form.title = compose.title;
    form.send = compose.send;
    for (const std::string& question : compose.ask) {
        Field field;
        if (question == "items") {
            field = items_field(scenario, facts, compose);
        } else if (question == "to") {
            field = parties_field(scenario, facts, some_of("to", "Who do you send it to?"_en), compose.to);
            field.optional = may_send_nothing(compose);
            if (field.answers.size() == 1 && !field.optional) field.chosen = {field.answers.front().id};
        } else if (question == "redact") {
            field = parties_field(
                scenario, facts,
                some_of("redact", "Whom do you leave out of it?"_en, "Their name and what would give them away."_en),
                compose.redact);
        } else if (question == "form") {
            field = form_field(scenario);
        } else if (question == "handling") {
            field = one_of("handling", "Do you add a note on how to guard it?"_en);
            field.answers = {{"no", "No note"_en, {}},
                             {"yes", "Yes: who must not learn of it, and how to keep it safe"_en, {}}};
            field.chosen = {"no"};
        } else if (question == "labels") {
            field = one_of("labels", "How do you label it?"_en);
            field.answers = {{"graded", "Each part marked as seen, reported, opinion or rumour"_en, {}},
                             {"unlabelled", "Not marked"_en, {}}};
            field.chosen = {"graded"};
        } else if (question == "basis") {
            field = basis_field(scenario);
        } else if (question == "tell") {
            field = parties_field(scenario, facts,
                                  some_of("tell", "Whom do you tell who will get it, what and why?"_en), compose.tell);
        } else if (question == "weigh") {
            field = parties_field(scenario, facts, some_of("weigh", "Whose objection do you weigh first?"_en),
                                  objectors(facts));
        } else if (question == "reason") {
            field = reason_field();
        } else if (question == "record") {
            field = record_field();
        }
        if (!field.answers.empty()) form.fields.push_back(std::move(field));
    }
    return form;
}

std::vector<Answers> one_answer_changed(const ActForm& form, const Answers& from) {
    std::vector<Answers> all;
    for (const Field& field : form.fields) {
        if (field.kind == Field::Kind::text) continue;
        const auto given = from.find(field.id);
        const std::vector<std::string>& before = given == from.end() ? field.chosen : given->second;
        for (const Field::Answer& answer : field.answers) {
            Answers changed = from;
            std::vector<std::string>& now = changed[field.id];
            now = before;
            const auto found = std::find(now.begin(), now.end(), answer.id);
            if (found != now.end())
                now.erase(found);
            else if (field.kind == Field::Kind::pick_one)
                now = {answer.id};
            else
                now.push_back(answer.id);
            all.push_back(std::move(changed));
        }
    }
    return all;
}

std::vector<ActKind> composable_acts(const Compose& compose) {
    std::vector<ActKind> kinds = {compose.act};
    if (asks(compose, "tell")) kinds.push_back(ActKind::inform);
    if (asks(compose, "weigh")) kinds.push_back(ActKind::weigh_objection);
    if (asks(compose, "record")) kinds.push_back(ActKind::record);
    if (may_send_nothing(compose)) kinds.push_back(compose.request >= 0 ? ActKind::refuse : ActKind::withhold);
    return kinds;
}

}  // namespace ntk
