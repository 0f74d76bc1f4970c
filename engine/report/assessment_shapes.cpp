#include "engine/report/assessment_shapes.h"

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/report/report_shapes.h"

namespace ntk {

namespace {

using shape::needed;

constexpr std::int64_t largest_seed = std::int64_t{1} << 53;
constexpr std::int64_t longest_limit = 24 * 60;
constexpr std::int64_t longest_kept = 99'999;
constexpr std::int64_t many = 100'000;
constexpr std::int64_t last_day = 2'900'000;  // in the year 9909

Shape all(const FieldTable& (*fields)()) { return shape::list(shape::mapping(fields)); }
Shape day() { return shape::number(0, last_day); }

Shape random_id(const char* pattern) {
    Shape shape = shape::string();
    shape.pattern = pattern;
    return shape;
}

const FieldTable& plan_form_fields() {
    static const FieldTable table{"form of an assessment",
                                  {{"id", shape::filled_string(), needed, "The form, by its id."},
                                   {"title", shape::filled_string(), needed, "Its title."},
                                   {"version", shape::filled_string(), needed, "Its version."},
                                   {"cut", shape::number(1, 100), needed, "The mark, in percent."},
                                   {"floor", shape::number(0, 100), needed, "The mark in each strand, in percent."}}};
    return table;
}

const FieldTable& planned_case_fields() {
    static const FieldTable table{"case of an assessment",
                                  {{"id", shape::filled_string(), needed, "The case, by its id."},
                                   {"title", shape::filled_string(), needed, "Its title."},
                                   {"version", shape::filled_string(), needed, "Its version."},
                                   {"sha256", shape::digest(), needed, "The digest of its content."}}};
    return table;
}

const FieldTable& plan_fields() {
    static const FieldTable table{
        "assessment as it was set",
        {{"schema", shape::choice({"assessment/1"}), needed, "That this is an assessment as it was set."},
         {"engine", shape::filled_string(), needed, "The version of the program that set it."},
         {"form", shape::mapping(plan_form_fields), needed, "The form it was set from."},
         {"packs", shape::mapping(report_packs_fields), needed, "The rules it is judged by."},
         {"cases", all(planned_case_fields), needed, "The cases, in their order."},
         {"seed", shape::number(0, largest_seed), needed, "What the order of options follows from."},
         {"limit_minutes", shape::number(0, longest_limit), needed, "The time there is; 0 for no limit."},
         {"error_tenths", shape::number(-1, 1000), needed,
          "The standard error of a score in tenths of a point; -1 where none was named."},
         {"purpose", shape::string(), needed, "What results are kept for, as the notice says."},
         {"contact", shape::string(), needed, "Whom to ask, as the notice says."},
         {"keep_days", shape::number(1, longest_kept), needed, "For how many days results are kept."}}};
    return table;
}

// The tables of a report on one attempt, without their words for people: those stand in assessment_report_text.
FieldTable without(std::string_view field, const FieldTable& table) {
    FieldTable bare = table;
    bare.name += " of a sitting";
    std::erase_if(bare.rows, [&](const FieldRow& row) { return row.name == field; });
    return bare;
}

const FieldTable& scope_fields() {
    static const FieldTable table = without("label", report_scope_fields());
    return table;
}

const FieldTable& balance_fields() {
    static const FieldTable table = without("words", report_balance_fields());
    return table;
}

const FieldTable& scores_fields() {
    static const Shape scopes = shape::keyed(shape::mapping(scope_fields));
    static const FieldTable table{"scores of a sitting",
                                  {{"overall", shape::mapping(report_overall_fields), needed, "The whole score."},
                                   {"strands", scopes, needed, "The score of each strand."},
                                   {"rules", scopes, needed, "The score of each rule."},
                                   {"points", scopes, needed, "The score of each point."}}};
    return table;
}

const FieldTable& case_result_fields() {
    static const FieldTable table{
        "case of a sitting",
        {{"id", shape::filled_string(), needed, "The case, by its id."},
         {"decisions", shape::number(0, many), needed, "How many decisions were made."},
         {"skipped", shape::number(1, many), false, "How many of them were skipped by choice, where some were."},
         {"complete", shape::flag(), needed, "Whether the case was played to its end."},
         {"log_sha256", shape::digest(), needed, "The digest of its decision log."},
         {"scores", shape::mapping(scores_fields), false, "What it came to by itself, when it is complete."}}};
    return table;
}

const FieldTable& critical_fields() {
    static const FieldTable table{
        "critical breach of a sitting",
        {{"case", shape::filled_string(), needed, "The case in which it happened."},
         {"decision", shape::number(0, many), needed,
          "At which of its decisions, from 1; 0 where it lies before the first."},
         {"norm", shape::filled_string(), needed, "The norm that was breached."},
         {"state", shape::choice({"breached", "repaired", "missed"}), needed, "Whether it was put right."},
         {"because", shape::string(), needed, "The reason in plain words."}}};
    return table;
}

}  // namespace

const FieldTable& assessment_report_file() {
    static const FieldTable table{
        "assessment report",
        {{"schema", shape::choice({"assessment-report/1"}), needed, "What this document is."},
         {"note", shape::filled_string(), needed, "That people decide, and not the program."},
         {"learner", shape::string(), needed, "A pseudonym; the list of people is kept elsewhere."},
         {"assessment_sha256", shape::digest(), needed, "The digest of the plan."},
         {"plan", shape::mapping(plan_fields), needed, "The assessment as it was set."},
         {"cases", all(case_result_fields), needed, "Each case that was begun, in their order."},
         {"scored", shape::number(0, many), needed, "How many of the cases have a score."},
         {"scores", shape::mapping(scores_fields), needed, "What all cases came to as one."},
         {"balance", shape::mapping(balance_fields), needed, "Whether too much or too little was shared."},
         {"error_tenths", shape::number(-1, 1000), needed,
          "The standard error of the score in tenths of a point; -1 where it cannot be worked out."},
         {"error_from", shape::choice({"the plan", "this learner's cases"}), needed, "Where that error comes from."},
         {"proposal", shape::choice({"met", "review", "not_yet"}), needed, "The proposal to the assessor."},
         {"reasons", shape::list(shape::string()), needed, "What speaks for it, in words."},
         {"criticals", all(critical_fields), needed, "The critical breaches."}}};
    return table;
}

const FieldTable& carried_session_file() {
    static const FieldTable table{
        "file of results",
        {{"schema", shape::choice({"results/1"}), needed, "What this document is."},
         {"assessment", shape::mapping(carried_assessment_fields), needed, "The assessment that was taken."},
         {"session", shape::mapping(carried_session_fields), needed, "Who took it, and when."},
         {"logs", shape::list(shape::list(shape::string())), needed, "The decision log of each case, line by line."},
         {"reviews", all(carried_review_fields), needed, "What assessors have decided, the oldest first."},
         {"sha256", shape::digest(), needed, "The digest of all the rest in canonical JSON."}}};
    return table;
}

const FieldTable& carried_assessment_fields() {
    static const FieldTable table{"assessment of a session",
                                  {{"sha256", shape::digest(), needed, "The digest of the plan."},
                                   {"plan", shape::filled_string(), needed, "The plan to the byte, as JSON in a text."},
                                   {"day", day(), needed, "The day it was set, counted from 1 January 1970."}}};
    return table;
}

const FieldTable& carried_session_fields() {
    static const FieldTable table{
        "session",
        {{"id", random_id("^s-[0-9a-f]{16,64}$"), needed, "The session, by random digits."},
         {"learner", random_id("^p-[0-9a-f]{16,64}$"), needed, "A pseudonym; the list of people is kept elsewhere."},
         {"day", day(), needed, "The day it was begun, counted from 1 January 1970."},
         {"submitted", shape::flag(), needed, "Whether it was handed in."}}};
    return table;
}

const FieldTable& carried_review_fields() {
    static const FieldTable table{
        "decision of an assessor",
        {{"day", day(), needed, "The day, counted from 1 January 1970."},
         {"assessor", shape::filled_string(), needed, "Who decided, as they call themselves."},
         {"decision", shape::choice({"met", "not_yet", "refer", "void", "note"}), needed, "What was decided."},
         {"reason", shape::filled_string(), needed, "Why."},
         {"statement", shape::filled_string(), false, "What was sealed, to the byte, where the decision was sealed."},
         {"seal", shape::filled_string(), false, "The seal of that statement."}}};
    return table;
}

}  // namespace ntk
