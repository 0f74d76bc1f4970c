#include "engine/report/document_shapes.h"

#include "engine/report/report_shapes.h"

namespace ntk {

namespace {

using shape::needed;

Shape strings() { return shape::list(shape::string()); }

Shape diagnostic_code() {
    Shape shape = shape::string();
    shape.pattern = "^[EW][0-9]{3}$";
    return shape;
}

const FieldTable& changed_verdict() {
    static const FieldTable table{
        "verdict",
        {{"norm", shape::string(), needed, "The norm that was applied."},
         {"key", shape::string(), needed, "The thing it was applied to."},
         {"state", verdict_state_shape(), needed, "What it came to."},
         {"class", credit_class_shape(), needed, "Whether it can earn or only deduct."},
         {"w", shape::count(), needed, "Its weight."},
         {"credit", credit_shape(), needed, "The share that was earned or kept, such as 1/2."},
         {"critical", shape::flag(), needed, "Whether it is a critical breach."},
         {"counted", shape::flag(), needed, "Whether it counts beside others of its root cause."},
         {"in_scope", shape::flag(), needed, "Whether it can go into the score."},
         {"because", shape::string(), needed, "The reason in plain words."}}};
    return table;
}

const FieldTable& rule_change() {
    static const FieldTable table{
        "why",
        {{"what", shape::string(), needed, "The norm, definition or duty that differs."},
         {"kind", shape::choice({"added", "removed", "changed"}), needed, "How it differs."},
         {"title", shape::string(), needed, "It in a few words."},
         {"field", shape::string(), needed, "The field that differs; empty when the whole was added or removed."},
         {"before", shape::string(), needed, "What stood there."},
         {"after", shape::string(), needed, "What stands there."}}};
    return table;
}

const FieldTable& verdict_change() {
    static const FieldTable table{
        "change",
        {{"decision", shape::number(1, 1'000'000'000), needed, "The decision where it was judged or arose, from 1."},
         {"norm", shape::string(), needed, "The norm."},
         {"title", shape::string(), needed, "The norm in a few words."},
         {"before", shape::mapping(changed_verdict), false, "The verdict under the rules before, if there was one."},
         {"after", shape::mapping(changed_verdict), false, "The verdict under the rules after, if there is one."},
         {"why", shape::list(shape::mapping(rule_change)), needed, "What differs in the rules it rests on."}}};
    return table;
}

const FieldTable& score_change() {
    static const FieldTable table{"score",
                                  {{"id", shape::string(), needed, "The strand, rule or point, or overall."},
                                   {"label", shape::string(), needed, "Its name for people."},
                                   {"before", percent_shape(), needed, "Percent before; -1: not tested."},
                                   {"after", percent_shape(), needed, "Percent after; -1: not tested."}}};
    return table;
}

const FieldTable& changed_result() {
    static const FieldTable table{"result",
                                  {{"outcome", outcome_shape(), needed, "The proposal."},
                                   {"words", shape::string(), needed, "The proposal in words."},
                                   {"criticals", strings(), needed, "The critical breaches."}}};
    return table;
}

const FieldTable& changed_log() {
    static const FieldTable table{
        "log",
        {{"log", shape::string(), needed, "The log, as it was named."},
         {"scenario", shape::string(), needed, "The id of its case."},
         {"decisions", shape::count(), needed, "How many decisions it has."},
         {"complete", shape::flag(), needed, "Whether the case was played to its end."},
         {"differs", shape::flag(), needed, "Whether anything comes out differently."},
         {"rules_before", shape::mapping(report_packs_fields), needed, "The rules it was judged by."},
         {"rules_after", shape::mapping(report_packs_fields), needed, "The other rules."},
         {"verdicts", shape::list(shape::mapping(verdict_change)), needed, "The verdicts that differ."},
         {"scores", shape::list(shape::mapping(score_change)), false, "All scores, of a complete case."},
         {"result_before", shape::mapping(changed_result), false, "What it came to before, of a complete case."},
         {"result_after", shape::mapping(changed_result), false, "What it comes to after, of a complete case."}}};
    return table;
}

const FieldTable& finding() {
    static const FieldTable table{
        "finding",
        {{"code", diagnostic_code(), needed, "The code; needtoknow check --explain CODE says more."},
         {"severity", shape::choice({"error", "warning"}), needed, "Whether it must be mended."},
         {"file", shape::string(), needed, "The file as it was given; empty when it belongs to none."},
         {"line", shape::count(), needed, "From 1; 0 for the whole file."},
         {"column", shape::count(), needed, "In characters, from 1."},
         {"message", shape::string(), needed, "What was found."},
         {"hint", shape::string(), needed, "What to do."},
         {"allowed_because", shape::string(), false, "Why its author keeps it."}}};
    return table;
}

const FieldTable& jigsaw_named() {
    static const FieldTable table{"jigsaw",
                                  {{"id", shape::string(), needed, "The name of its file."},
                                   {"title", shape::string(), needed, "The title that people read."},
                                   {"version", shape::string(), needed, "Such as 1.0.0."},
                                   {"sha256", shape::digest(), needed, "The digest of its file."}}};
    return table;
}

const FieldTable& jigsaw_chair() {
    static const FieldTable table{
        "chair",
        {{"case", shape::string(), needed, "The id of the case."},
         {"version", shape::string(), needed, "Its version."},
         {"sha256", shape::digest(), needed, "The digest of its content."},
         {"who", shape::string(), needed, "Who sits there."},
         {"decisions", shape::count(), needed, "How many decisions were taken."},
         {"ended", shape::flag(), needed, "false: the part was left for its debrief before the end."},
         {"log_sha256", shape::digest(), needed, "The digest of the decision log."}}};
    return table;
}

const FieldTable& piece_sending() {
    static const FieldTable table{"sending",
                                  {{"case", shape::string(), needed, "The case whose chair sent it."},
                                   {"item", shape::string(), needed, "The item that carried it."},
                                   {"decision", shape::string(), needed, "The scene where it was sent."},
                                   {"when", shape::string(), needed, "Case time, in words."}}};
    return table;
}

const FieldTable& jigsaw_piece() {
    static const FieldTable table{
        "piece",
        {{"id", shape::string(), needed, "The piece."},
         {"says", shape::string(), needed, "The piece in words."},
         {"arrived", shape::flag(), needed, "Whether the lead has it."},
         {"sent", shape::list(shape::mapping(piece_sending)), needed, "Who sent it."},
         {"kept", strings(), needed, "Cases whose chair knew it and sent none of it to the lead."},
         {"unmet", strings(), needed, "Cases in which it did not come to light on the way taken."},
         {"planned", shape::list(shape::mapping(piece_sending)), false, "With the planned best answers."}}};
    return table;
}

const FieldTable& jigsaw_sight() {
    static const FieldTable table{
        "sight",
        {{"says", shape::string(), needed, "What can be seen."},
         {"needs", strings(), needed, "The pieces it takes."},
         {"seen", shape::flag(), needed, "The first whose pieces have all arrived is what the lead sees."},
         {"planned", shape::flag(), false, "Whether it would be seen with the planned best answers."}}};
    return table;
}

}  // namespace

const FieldTable& changed_file() {
    static const FieldTable table{
        "changed",
        {{"schema", shape::choice({"changed/1"}), needed, "What this document is."},
         {"logs", shape::list(shape::mapping(changed_log)), needed, "What each log would come to."}}};
    return table;
}

const FieldTable& findings_file() {
    static const FieldTable table{
        "findings",
        {{"schema", shape::choice({"findings/1"}), needed, "What this document is."},
         {"engine", shape::string(), needed, "The version of the program that wrote it."},
         {"files", strings(), needed, "The files that were checked."},
         {"findings", shape::list(shape::mapping(finding)), needed, "What was found, by file and place."},
         {"allowed", shape::list(shape::mapping(finding)), needed, "What authors keep, and why."}}};
    return table;
}

const FieldTable& jigsaw_report_file() {
    static const FieldTable table{
        "jigsaw report",
        {{"schema", shape::choice({"jigsaw-report/1"}), needed, "What this document is."},
         {"engine", shape::string(), needed, "The version of the program that wrote it."},
         {"jigsaw", shape::mapping(jigsaw_named), needed, "Which jigsaw it was."},
         {"lead", shape::string(), needed, "The id of the agency that leads, in every chair's case."},
         {"summary", shape::string(), needed, "The picture in one sentence."},
         {"chairs", shape::list(shape::mapping(jigsaw_chair)), needed, "The cases as they were played."},
         {"pieces", shape::list(shape::mapping(jigsaw_piece)), needed, "Every piece, and who held it."},
         {"sees", shape::list(shape::mapping(jigsaw_sight)), needed, "What the lead could see."}}};
    return table;
}

const FieldTable& assessor_decision_file() {
    static const FieldTable table{
        "assessor's decision",
        {{"schema", shape::choice({"assessor-decision/1"}), needed, "What this document is."},
         {"engine", shape::string(), needed, "The version of the program that wrote it."},
         {"assessment_sha256", shape::digest(), needed, "The digest of the assessment as it was set."},
         {"session", shape::string(), needed, "The session that was decided on."},
         {"learner", shape::string(), needed, "The pseudonym of the learner."},
         {"logs_sha256", shape::list(shape::digest()), needed, "The digest of each case's decision log, in order."},
         {"proposal", shape::choice({"met", "not_yet", "review", "none"}), needed,
          "What the engine proposed; none before the session was handed in."},
         {"decision", shape::choice({"met", "not_yet", "refer", "void", "note"}), needed, "What the assessor decided."},
         {"assessor", shape::string(), needed, "Who decided: a role or initials."},
         {"day", shape::date(), needed, "The day of the decision."},
         {"reason", shape::string(), needed, "Why, in words that the learner may read."}}};
    return table;
}

}  // namespace ntk
