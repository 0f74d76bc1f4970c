#include <utility>

#include "engine/casework/case_shapes.h"
#include "engine/rules/pack_shapes.h"

namespace ntk {

namespace {

using shape::needed;

Shape texts() { return shape::list(shape::text()); }

std::vector<FieldRow> joined(std::vector<FieldRow> rows, std::vector<FieldRow> more) {
    for (FieldRow& row : more) rows.push_back(std::move(row));
    return rows;
}

// What CaseReader::read_case takes.
std::vector<FieldRow> case_rows() {
    const auto each = [](const FieldTable& (*fields)()) { return shape::keyed(shape::mapping(fields)); };
    return {{"people", each(person_facts), false, "People, each under an id."},
            {"agencies", each(agency_facts), false, "Teams and bodies, each under an id."},
            {"items", each(item_facts), false, "Pieces of information, each under an id."},
            {"requests", each(request_facts), false, "Those who ask, each under an id."},
            {"pulls", each(pull_facts), false, "Pressure to send something, each under an id."},
            {"events", each(event_facts), false, "What happens, each under an id."},
            {"case", shape::mapping(case_facts), false, "Facts about the case."},
            {"learner", shape::mapping(learner_facts), false, "Facts about the learner's post."}};
}

std::vector<FieldRow> step_rows() {
    return {{"at", shape::text(), false, "When; an hour after the step before unless it says otherwise."},
            {"standing", shape::flag(), false, "A full record follows by itself."},
            {"reveals", texts(), false, "What comes to light, by id."},
            {"changes", fact_changes(), false, "Facts that change: { case.harm: likely }."},
            {"story", act_list(), false, "Acts done by the story, never judged."},
            {"does", act_list(), false, "What the practitioner does."},
            {"offers", fact_shape(vocabulary().decision_offers), false, "Acts that were on offer besides."}};
}

Shape verdicts() { return shape::keyed(shape::text()); }

std::vector<FieldRow> test_rows(bool names_situation) {
    return {{"name", shape::filled_text(), needed, "The idea of the test."},
            {"situation", shape::text(), names_situation, "One of the situations."},
            {"steps", shape::list(shape::mapping(test_step_fields)), false, "One decision each."},
            {"finally", verdicts(), false, "Verdicts after the close: { GR3.1: breached }."}};
}

}  // namespace

const FieldTable& pack_tests_file() {
    static const FieldTable table{
        "tests of a pack",
        {{"situations", shape::keyed(shape::mapping(situation_fields)), false, "Facts that several tests begin with."},
         {"pack", shape::any(), false, "The pack under test."},
         {"as_of", shape::any(), false, "The day whose rules apply."},
         {"packs", shape::any(), false, "The packs to lay over one another."},
         {"unnoticed", shape::list(shape::mapping(unnoticed_fields)), false,
          "Small faults in the rules that these tests cannot notice, and why."},
         {"tests", shape::list(shape::mapping(pack_test_fields)), false, "The tests."}}};
    return table;
}

const FieldTable& unnoticed_fields() {
    static const FieldTable table{"unnoticed fault",
                                  {{"of", shape::filled_text(), needed, "The norm or definition."},
                                   {"fault", shape::filled_text(), needed, "The fault, as rules mutants words it."},
                                   {"because", shape::filled_text(), needed, "Why no test can notice it."}}};
    return table;
}

const FieldTable& pack_test_fields() {
    static const FieldTable table{
        "test", joined(test_rows(false), case_rows()), {{"situation", "", pack_test_of_situation_fields}}};
    return table;
}

const FieldTable& pack_test_of_situation_fields() {
    static const FieldTable table{"test of a situation", test_rows(true)};
    return table;
}

const FieldTable& situation_fields() {
    static const FieldTable table{"situation", case_rows()};
    return table;
}

const FieldTable& test_step_fields() {
    static const FieldTable table{"step of a test",
                                  joined(step_rows(), {{"expect", verdicts(), false,
                                                        "Verdicts: a state, a credit if it matters, and words: once, "
                                                        "critical, not critical, weight 2, counted, uncounted."}})};
    return table;
}

const FieldTable& situation_file() {
    static const FieldTable table{
        "situation file",
        joined(
            joined({{"situation", shape::mapping(situation_header), needed, "What it is about."},
                    {"steps", shape::filled_list(shape::mapping(situation_step_fields)), needed, "One decision each."}},
                   case_rows()),
            {{"names", shape::keyed(shape::text()), false, "Names for people to read, by id."}})};
    return table;
}

const FieldTable& situation_header() {
    static const FieldTable table{"header of a situation",
                                  {{"title", shape::filled_text(), needed, "A few words."},
                                   {"packs", shape::one_or_more(shape::text()), false, "The packs that judge it."},
                                   {"as_of", shape::text(), false, "The day whose rules apply."},
                                   {"note", shape::text(), false, "A remark for people."}}};
    return table;
}

const FieldTable& situation_step_fields() {
    static const FieldTable table{"step", step_rows()};
    return table;
}

}  // namespace ntk
