#include "engine/play/compose.h"

#include "engine/play/words.h"
#include "tests/support/catch.h"
#include "tests/support/play_world.h"
#include "tests/support/rule_packs.h"

using namespace ntk;

namespace {

// Stands at the scene with the form, past the call.
Attempt at_form() {
    const auto scenario = scenario_at(two_doors);
    Attempt attempt(scenario, rule_book(scenario->packs, scenario->as_of));
    attempt.choose("b");
    attempt.settle();
    REQUIRE(attempt.node()->id == "D2");
    return attempt;
}

Composed composed(const Answers& answers) {
    const Attempt attempt = at_form();
    return compose_acts(attempt.scenario(), attempt.facts(), attempt.node()->composes.front(), answers);
}

std::string acts_of(const Answers& answers) {
    const Composed result = composed(answers);
    CHECK(result.refusal.empty());
    return Words(*scenario_at(two_doors)).acts(result.acts);
}

}  // namespace

TEST_CASE("a form asks its questions in order, with the usual answers filled in") {
    const Attempt attempt = at_form();
    const ActForm form = compose_form(attempt.scenario(), attempt.facts(), attempt.node()->composes.front());
    std::string questions;
    for (const Field& field : form.fields) {
        questions += field.id + (field.kind == Field::Kind::pick_one ? " one" : " any");
        for (const std::string& id : field.chosen) questions += " [" + id + "]";
        questions += ":";
        for (const Field::Answer& answer : field.answers) questions += " " + answer.id;
        questions += "\n";
    }
    CHECK(questions ==
          "items any: hunger alone ivf\n"
          "to any: csc landlord\n"
          "redact any: joe\n"
          "form one [extract]: extract summary whole_file\n"
          "handling one [no]: no yes\n"
          "labels one [graded]: graded unlabelled\n"
          "basis one [public_task]: public_task legal_obligation vital_interests legitimate_interests "
          "recognised_legitimate_interest contract consent\n"
          "tell any: kay\n"
          "reason one: not_necessary no_role already_confirmed unsafe privacy sensitive no_consent objection dp_fear "
          "relationship uncertain someone_will already_known\n"
          "record any: decision reason recipient basis condition ground classification objection advice harm_view\n");
    CHECK(form.fields[0].answers[1].detail == "reported, not verified; ordinary");
}

TEST_CASE("what is not known yet is not on offer") {
    const auto scenario = scenario_at(two_doors);
    Attempt attempt(scenario, rule_book(scenario->packs, scenario->as_of));
    attempt.choose("a");
    attempt.settle();
    const ActForm form = compose_form(*scenario, attempt.facts(), attempt.node()->composes.front());
    CHECK(form.fields[0].answers.size() == 2);
    CHECK(compose_acts(*scenario, attempt.facts(), attempt.node()->composes.front(),
                       {{"items", {"alone"}}, {"to", {"csc"}}})
              .refusal == "'alone' is not an answer to: What do you send?");
}

TEST_CASE("answers become acts") {
    CHECK(acts_of({{"items", {"hunger", "alone"}},
                   {"to", {"csc"}},
                   {"redact", {"joe"}},
                   {"handling", {"yes"}},
                   {"form", {"summary"}},
                   {"tell", {"kay"}},
                   {"record", {"decision", "reason"}}}) ==
          "Told Kay who will get it, what is sent and why. Sent to Front door: \u201CMia takes bread from other "
          "children\u201D; "
          "\u201CMia is alone most evenings\u201D; as a short summary; leaving out Joe; with a note on guarding it. "
          "Recorded the decision and the reason.");

    const auto scenario = scenario_at(two_doors);
    const auto& v = vocabulary();
    const Composed result = composed({{"items", {"alone"}}, {"to", {"csc"}}});
    const Act& share = result.acts.front();
    CHECK(act_number(share, v.act_basis, -1) == enum_value(v.basis, "public_task"));
    CHECK(act_number(share, v.act_condition, -1) == enum_value(v.condition, "safeguarding"));
    CHECK(act_number(share, v.act_request, -1) == 0);
    std::string labels;
    for (const Setting& setting : share.settings)
        if (setting.fact == v.act_labels) labels += choice_words(v.grade, setting.number);
    CHECK(labels == "reported");
}

TEST_CASE("unlabelled means no labels") {
    const Composed result = composed({{"items", {"alone"}}, {"to", {"csc"}}, {"labels", {"unlabelled"}}});
    for (const Setting& setting : result.acts.front().settings) CHECK(setting.fact != vocabulary().act_labels);
}

TEST_CASE("sending nothing is refusing the request, with a reason") {
    CHECK(acts_of({{"reason", {"not_necessary"}}}) ==
          "Refused Front door (because it is not needed for this). Put nothing on record.");
}

TEST_CASE("answers that do not fit are refused in words") {
    CHECK(composed({}).refusal == "You send nothing: say why, or choose what to send.");
    CHECK(composed({{"items", {"hunger"}}}).refusal == "Choose who receives it, or send nothing.");
    CHECK(composed({{"items", {"hunger"}}, {"to", {"csc"}}, {"reason", {"privacy"}}}).refusal ==
          "A reason for sending nothing does not go with sending something. Leave it open, or send nothing.");
    CHECK(composed({{"colour", {"red"}}}).refusal == "There is no question 'colour' in this form.");
    CHECK(composed({{"items", {"gossip"}}}).refusal == "'gossip' is not an answer to: What do you send?");
    CHECK(composed({{"form", {"extract", "summary"}}}).refusal == "Only one answer fits: How much of it?");
}

TEST_CASE("answers are kept in the order offered, each once, with what was filled in") {
    const Composed result = composed({{"items", {"alone", "hunger", "alone"}}, {"to", {"csc"}}});
    CHECK(result.answers.at("items") == std::vector<std::string>{"hunger", "alone"});
    CHECK(result.answers.at("form") == std::vector<std::string>{"extract"});
    CHECK(result.answers.at("tell").empty());
}

TEST_CASE("a composed act takes the route that its content calls for") {
    Attempt attempt = at_form();
    REQUIRE(attempt.compose("own", {{"items", {"hunger", "ivf"}}, {"to", {"csc"}}}).empty());
    attempt.move_on();
    CHECK(attempt.node()->id == "C2");
    Attempt careful = at_form();
    REQUIRE(careful.compose("own", {{"items", {"hunger"}}, {"to", {"csc"}}}).empty());
    careful.move_on();
    CHECK(careful.node()->id == "D3");
}
