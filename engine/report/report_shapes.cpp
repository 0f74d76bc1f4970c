#include "engine/report/report_shapes.h"

#include <cstdint>
#include <utility>

namespace ntk {

namespace {

using shape::needed;

constexpr std::int64_t largest_sum = 1'000'000'000'000;  // units; a case offers a few million
constexpr std::int64_t many = 100'000;
constexpr std::int64_t latest = 1'000'000'000;  // minutes
constexpr std::int64_t heaviest = 1'000;
constexpr std::int64_t largest_seed = INT64_MAX / 16;

Shape strings() { return shape::list(shape::string()); }
Shape sum() { return shape::number(0, largest_sum); }
Shape few() { return shape::number(0, many); }
Shape scopes() { return shape::keyed(shape::mapping(report_scope_fields)); }

Shape pseudonym() {
    Shape shape = shape::string();
    shape.pattern = "^p-[0-9a-f]{16,64}$";
    return shape;
}

std::vector<FieldRow> tally_rows() {
    return {{"earned", sum(), needed, "Units of score that were earned."},
            {"lost", sum(), needed, "Units that were lost again."},
            {"offered", sum(), needed, "Units that could have been earned."},
            {"opportunities", few(), needed, "Chances to earn."},
            {"percent", percent_shape(), needed, "The score; -1 where nothing was offered."}};
}

// A case that was played to its end has a result.
std::vector<FieldRow> report_rows(bool complete) {
    return {
        {"schema", shape::choice({"report/1"}), needed, "That this is a report."},
        {"note", shape::choice({"For review by an assessor."}), needed, "What it is for."},
        {"engine", shape::filled_string(), needed, "The version of the program that wrote it."},
        {"contest", shape::string(), false, "How to contest a verdict, in plain words; the first reports had none."},
        {"learner", pseudonym(), false, "A random pseudonym; the list of people is kept elsewhere."},
        {"form", shape::mapping(report_form_fields), false,
         "The form of cases that this attempt is part of, as whoever made the report named it."},
        {"mode", shape::choice({"practice", "assessment"}), needed, "How it was played."},
        {"seed", shape::number(0, largest_seed), needed, "What the order of options follows from."},
        {"log_sha256", shape::digest(), needed, "The digest of the decision log."},
        {"scenario", shape::mapping(report_case_fields), needed, "The case that was played."},
        {"packs", shape::mapping(report_packs_fields), needed, "The rules it was judged by."},
        {"questions", strings(), needed, "Questions for the talk afterwards."},
        {"decisions", shape::list(shape::mapping(report_decision_fields)), needed, "What was decided, in order."},
        {"complete", shape::flag(), needed, "Whether the case was played to its end."},
        {"result", shape::mapping(report_result_fields), complete, "What a case played to its end came to."}};
}

const FieldTable& complete_report() {
    static const FieldTable table{"complete report", report_rows(true)};
    return table;
}

}  // namespace

Shape verdict_state_shape() {
    return shape::choice(
        {"pending", "kept", "breached", "repaired", "excused", "missed", "lapsed", "contested", "error"});
}
Shape credit_class_shape() { return shape::choice({"earn", "deduct"}); }
Shape outcome_shape() { return shape::choice({"met", "refer", "not_yet", "not_enough"}); }
Shape percent_shape() { return shape::number(-1, 100); }

Shape credit_shape() {
    Shape shape = shape::string();
    shape.pattern = "^[0-9]+(/[0-9]+)?$";
    return shape;
}

const FieldTable& report_file() {
    static const FieldTable table{"report", report_rows(false), {{"complete", "true", complete_report}}};
    return table;
}

const FieldTable& report_form_fields() {
    static const FieldTable table{"form of a report",
                                  {{"id", shape::filled_string(), needed, "The name of its file."},
                                   {"title", shape::filled_string(), needed, "The title that people read."},
                                   {"version", shape::filled_string(), needed, "Such as 1.0.0."},
                                   {"sha256", shape::digest(), needed, "The digest of its file."}}};
    return table;
}

const FieldTable& report_case_fields() {
    static const FieldTable table{"case of a report",
                                  {{"id", shape::filled_string(), needed, "The name of its file."},
                                   {"title", shape::filled_string(), needed, "The title that people read."},
                                   {"version", shape::filled_string(), needed, "Such as 1.0.0."},
                                   {"sha256", shape::digest(), needed, "The digest of its content."}}};
    return table;
}

const FieldTable& report_packs_fields() {
    static const FieldTable table{
        "rules of a report",
        {{"as_of", shape::filled_string(), needed, "The day whose rules apply."},
         {"sha256", shape::digest(), needed, "The digest of the packs laid over one another."},
         {"stack", shape::list(shape::mapping(report_pack_fields)), needed, "The packs, the base first."}}};
    return table;
}

const FieldTable& report_pack_fields() {
    static const FieldTable table{"pack of a report",
                                  {{"id", shape::filled_string(), needed, "The name of the pack."},
                                   {"version", shape::filled_string(), needed, "Such as 1.0.0."}}};
    return table;
}

const FieldTable& report_decision_fields() {
    static const FieldTable table{
        "decision",
        {{"seq", shape::number(1, latest), needed, "Decisions are numbered from 1."},
         {"t", shape::number(0, latest), needed, "Case time: minutes since Monday 00.00 of week 1."},
         {"node", shape::filled_string(), needed, "The scene, by its id."},
         {"option", shape::filled_string(), needed, "The option or form that was taken, by its id."},
         {"when", shape::string(), needed, "Case time in words."},
         {"title", shape::string(), needed, "The title of the scene."},
         {"chosen", shape::string(), needed, "What the option said."},
         {"done", shape::string(), needed, "What was done by it, in words."},
         {"composed", shape::flag(), needed, "Whether the learner built the act in a form."},
         {"skipped", shape::flag(), false, "The learner skipped the scene by choice; nothing was judged there."},
         {"confidence", shape::number(0, 100), false, "How sure the learner was, in percent, where it was asked."},
         {"acts", shape::list(shape::keyed(shape::any())), needed,
          "Each act by its name, with the fields an author would write."},
         {"verdicts", shape::list(shape::mapping(report_verdict_fields)), needed, "What was judged of it."}}};
    return table;
}

const FieldTable& report_verdict_fields() {
    static const FieldTable table{
        "verdict",
        {{"norm", shape::filled_string(), needed, "The norm that was applied, such as GR1.1."},
         {"key", shape::filled_string(), needed, "The thing it was applied to, such as duty 1."},
         {"title", shape::filled_string(), needed, "The norm in a few words."},
         {"word", shape::filled_string(), needed, "The state as people read it."},
         {"text_id", shape::filled_string(), needed, "Norm and state."},
         {"group", shape::string(), needed, "The root cause, of which the heaviest deduction counts."},
         {"because", shape::string(), needed, "The reason in plain words."},
         {"better", shape::string(), needed, "What would have kept it."},
         {"cites", strings(), needed, "The sources it rests on, by their ids in the pack."},
         {"citations", strings(), needed, "The same sources in words."},
         {"reports", strings(), needed, "The headings under which it is counted."},
         {"strand", shape::choice({"protect", "privacy", "process"}), needed, "The strand of the score."},
         {"state", verdict_state_shape(), needed, "What it came to."},
         {"class", credit_class_shape(), needed, "Whether it can earn or only deduct."},
         {"w", shape::number(0, heaviest), needed, "Its weight."},
         {"credit", credit_shape(), needed, "The share that was earned or kept, such as 1/2."},
         {"critical", shape::flag(), needed, "Whether it is a critical breach."},
         {"counted", shape::flag(), needed, "Whether it went into the score; the verdicts that count add up to it."},
         {"facts", shape::list(shape::mapping(report_fact_fields)), needed, "The facts it read."},
         {"exceptions", shape::list(shape::mapping(report_exception_fields)), needed,
          "The exceptions that were tried."}}};
    return table;
}

const FieldTable& report_fact_fields() {
    static const FieldTable table{
        "fact of a verdict",
        {{"path", shape::filled_string(), needed, "The name of the fact."},
         {"value", shape::string(), needed, "What it was."},
         {"known_at", shape::number(-1, latest), needed, "When it became known, in minutes; -1 where it never did."}}};
    return table;
}

const FieldTable& report_exception_fields() {
    static const FieldTable table{"exception of a verdict",
                                  {{"id", shape::filled_string(), needed, "The exception, as the pack names it."},
                                   {"says", shape::string(), needed, "The exception in words."},
                                   {"result", shape::choice({"yes", "no", "unknown"}), needed, "Whether it applied."},
                                   {"because", strings(), needed, "The parts of it that decided."}}};
    return table;
}

const FieldTable& report_result_fields() {
    static const FieldTable table{
        "result",
        {{"scores", shape::mapping(report_scores_fields), needed, "The scores."},
         {"balance", shape::mapping(report_balance_fields), needed, "Whether too much or too little was shared."},
         {"outcome", shape::mapping(report_outcome_fields), needed, "The proposal to the assessor."},
         {"criticals", shape::list(shape::mapping(report_critical_fields)), needed, "The critical breaches."},
         {"confidence", shape::mapping(report_confidence_fields), false,
          "How sure the learner was beside what decisions came to; left out when nobody asked."},
         {"ending", shape::mapping(report_ending_fields), false, "How the story ended."}}};
    return table;
}

const FieldTable& report_scores_fields() {
    static const FieldTable table{"scores",
                                  {{"overall", shape::mapping(report_overall_fields), needed, "The whole score."},
                                   {"strands", scopes(), needed, "The score of each strand."},
                                   {"rules", scopes(), needed, "The score of each rule."},
                                   {"points", scopes(), needed, "The score of each point."}}};
    return table;
}

const FieldTable& report_overall_fields() {
    static const FieldTable table{"overall score", tally_rows()};
    return table;
}

const FieldTable& report_scope_fields() {
    static const FieldTable table = [] {
        FieldTable scope{"score", tally_rows()};
        scope.rows.push_back({"label", shape::filled_string(), needed, "Its name for people."});
        scope.rows.push_back({"enough", shape::flag(), needed, "Whether there were chances enough to say."});
        return scope;
    }();
    return table;
}

const FieldTable& report_balance_fields() {
    static const FieldTable table{"balance of a report",
                                  {{"duties", few(), needed, "Chances to share what was due."},
                                   {"hits", few(), needed, "Those that were taken."},
                                   {"restraints", few(), needed, "Chances to share what was not due."},
                                   {"false_alarms", few(), needed, "Those that were taken."},
                                   {"protect_loss", sum(), needed, "What was lost by sharing too little."},
                                   {"privacy_loss", sum(), needed, "What was lost by sharing too much."},
                                   {"words", shape::filled_string(), needed, "The same in words."},
                                   {"enough", shape::flag(), needed, "Whether there were chances enough to say."}}};
    return table;
}

const FieldTable& report_outcome_fields() {
    static const FieldTable table{"outcome",
                                  {{"id", outcome_shape(), needed, "The proposal."},
                                   {"words", shape::filled_string(), needed, "The proposal in words."}}};
    return table;
}

const FieldTable& report_critical_fields() {
    static const FieldTable table{
        "critical breach",
        {{"norm", shape::filled_string(), needed, "The norm that was breached."},
         {"key", shape::filled_string(), needed, "The thing it was applied to."},
         {"because", shape::string(), needed, "The reason in plain words."},
         {"decision", few(), needed, "The decision at which it arose, from 1; 0 for none."},
         {"state", shape::choice({"breached", "repaired", "missed"}), needed, "Whether it was put right."},
         {"gravest", shape::flag(), needed, "Of the kind that goes to an assessor even when it was put right."}}};
    return table;
}

const FieldTable& report_confidence_fields() {
    static const FieldTable table{
        "confidence",
        {{"asked", few(), needed, "Decisions at which the learner said how sure they were."},
         {"compared", few(), needed, "Those that were scored as well."},
         {"sure", percent_shape(), needed, "How sure, on average, in percent; -1 where nothing could be compared."},
         {"share", percent_shape(), needed, "What was earned there, in percent; -1 where nothing could be compared."},
         {"words", shape::filled_string(), needed, "The same in words."}}};
    return table;
}

const FieldTable& report_ending_fields() {
    static const FieldTable table{"ending of a report",
                                  {{"id", shape::filled_string(), needed, "The ending, by its id."},
                                   {"title", shape::filled_string(), needed, "Its title."}}};
    return table;
}

}  // namespace ntk
