#include "engine/rules/pack_shapes.h"

#include <utility>

#include "engine/casework/vocabulary.h"

namespace ntk {

namespace {

using shape::needed;

constexpr const char* day = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

Shape names() { return shape::one_or_more(shape::text()); }

// A value, or its values from certain days on.
Shape dated(const Shape& value) { return shape::either({value, shape::keyed(value, day)}); }

std::vector<FieldRow> joined(std::vector<FieldRow> rows, std::vector<FieldRow> more) {
    for (FieldRow& row : more) rows.push_back(std::move(row));
    return rows;
}

std::vector<std::string> duty_kinds() {
    return vocabulary().schema.enums[static_cast<std::size_t>(vocabulary().duty_kind)].values;
}

// What every norm says about itself.
std::vector<FieldRow> norm_head() {
    return {{"id", shape::filled_text(), needed, "Its code, such as GR5.1."},
            {"title", shape::prose(shape::filled_text()), needed, "Its heading."},
            {"says", shape::prose(shape::filled_text()), needed, "The norm in one or two plain sentences."},
            {"cite", names(), false, "Its sources: [dfe24#r3]."},
            {"reports", names(), false, "The headings under which it is reported."},
            {"defeats", names(), false, "Norms that give way to it."},
            {"group", shape::text(), false, "Breaches with one root cause share a group; only the heaviest counts."},
            {"better", shape::prose(shape::text()), false, "What would have kept it."},
            {"aloud", shape::prose(shape::text()), false, "A sentence that could be said aloud."},
            {"signoff", shape::text(), false, "Who has signed it off."},
            {"balance", shape::choice({"duty", "stray"}), false, "How it counts in the balance of sharing."},
            {"grade", shape::choice({"explicit", "inferred", "local"}), needed, "How far the source says so itself."}};
}

std::vector<FieldRow> kind_rows() {
    return {{"type", shape::choice({"oblige", "forbid", "permit"}), needed, "Whether it asks, forbids or permits."},
            {"strand", shape::choice({"protect", "privacy", "process"}), false, "What it is there for."}};
}

std::vector<FieldRow> judged_rows() {
    return {{"severity", shape::mapping(severity_fields), needed, "How grave a breach is."},
            {"explain", shape::keyed(shape::prose(shape::text())), false,
             "What is said of each state; kept and breached are needed."}};
}

std::vector<FieldRow> family_rows() {
    return {{"name", shape::text(), false, "A few words for this part of the norm."},
            {"for_each", shape::filled_text(), needed, "What it binds to: decision, case, or \"d in dues\"."},
            {"let", shape::keyed(shape::mapping(let_fields)), false, "Names for sets that are used more than once."},
            {"when", shape::condition(), false, "When it applies."},
            {"unknown", shape::choice({"inactive", "active", "advise"}), false, "What to do when that is not known."},
            {"form", shape::choice({"at", "by", "keep"}), false, "At a moment, by a deadline, or through a time."},
            {"moment", shape::condition(), false, "The moment at which it is judged."},
            {"until", shape::choice({"decision", "next_decision", "duty", "request", "close"}), false, "Its deadline."},
            {"each", shape::filled_text(), false, "Those for each of whom it is judged: \"p in people\"."},
            {"fold", shape::choice({"least", "pool", "best"}), false, "How several become one verdict."},
            {"do", shape::condition(), false, "What it asks for."},
            {"forbid", shape::condition(), false, "What it forbids."},
            {"measure", shape::mapping(measure_fields), false, "What it asks for, where part of it earns part credit."},
            {"unless", shape::list(shape::mapping(exception_fields)), false, "Its exceptions."},
            {"repair", shape::list(shape::mapping(repair_fields)), false, "What mends a breach, and for what credit."},
            {"class", shape::text(), false, "earn or deduct, as it should come out; only compared."}};
}

}  // namespace

const FieldTable& pack_file() {
    static const FieldTable table{
        "pack file",
        {{"pack", shape::mapping(pack_header), needed, "Which pack this is."},
         {"sources", shape::keyed(shape::mapping(source_fields)), false, "The texts it follows, each under an id."},
         {"headings", shape::list(shape::mapping(heading_fields)), false, "The headings of reports."},
         {"deadlines", shape::keyed(dated(shape::list(shape::mapping(deadline_step_fields)))), false,
          "By when something is due, each under a name."},
         {"define", shape::keyed(shape::mapping(definition_fields)), false, "Names for conditions and sets."},
         {"duties", shape::list(shape::mapping(duty_fields)), false, "What is due, to whom and by when."},
         {"norms", shape::list(shape::mapping(norm_fields)), false, "The norms."},
         {"zones", shape::list(shape::mapping(zone_fields)), false, "Where practice is divided and norms fall silent."},
         {"overlay", shape::list(shape::mapping(overlay_fields)), false, "Changes to the packs before this one."},
         {"pass", shape::mapping(pack_pass_fields), false, "What counts as met."},
         {"tests", shape::any(), false, "Tests; better in a file of their own beside the pack."}}};
    return table;
}

const FieldTable& pack_header() {
    static const FieldTable table{
        "pack",
        {{"id", shape::filled_text(), needed, "The name of the file, without .yaml."},
         {"version", shape::version(), needed, "Such as 1.0.0."},
         {"vocabulary", shape::filled_text(), needed, "core/1."},
         {"extends", shape::text(), false, "The pack over which this one is laid."},
         {"title", shape::prose(shape::text()), false, "The title that people read."},
         {"note", shape::text(), false, "A remark for people."},
         {"default_on", shape::flag(), false, "Whether cases take it without naming it."},
         {"jurisdiction", shape::mapping(pack_place), false, "Where it holds."},
         {"review", shape::mapping(pack_place), false, "Who has looked at it."},
         {"valid", shape::mapping(pack_validity), needed, "From which day to which it holds."}}};
    return table;
}

const FieldTable& pack_place() {
    static const FieldTable table{"jurisdiction or review",
                                  {{"nation", shape::text(), false, "Such as england."},
                                   {"area", shape::text(), false, "Such as plymouth, or any."},
                                   {"sector", shape::text(), false, "Such as health, or any."},
                                   {"by", shape::text(), false, "Who looked at it."},
                                   {"on", shape::text(), false, "On which day."},
                                   {"status", shape::text(), false, "What came of it."}}};
    return table;
}

const FieldTable& pack_validity() {
    static const FieldTable table{"validity",
                                  {{"from", shape::matching(day), needed, "The first day: 2024-05-01."},
                                   {"to", shape::matching(std::string(day) + "|^$"), false, "The last day."}}};
    return table;
}

const FieldTable& source_fields() {
    static const FieldTable table{"source",
                                  {{"title", shape::prose(shape::filled_text()), needed, "Its title."},
                                   {"by", shape::filled_text(), needed, "Who issued it."},
                                   {"kind", shape::filled_text(), needed, "Such as law, or non-statutory advice."},
                                   {"published", shape::filled_text(), needed, "When."},
                                   {"checked", shape::text(), false, "How far the norms were checked against it."},
                                   {"parts", shape::keyed(shape::prose(shape::text())), false,
                                    "Words for the parts that norms cite: { r1: Golden rule 1 }."}}};
    return table;
}

const FieldTable& heading_fields() {
    static const FieldTable table{
        "heading",
        {{"id", shape::filled_text(), needed, "Such as R1."},
         {"label", shape::prose(shape::filled_text()), needed, "Such as Rule 1."},
         {"title", shape::prose(shape::filled_text()), needed, "The heading itself."},
         {"kind", shape::choice({"rule", "point", "introduction"}), needed, "What sort of heading."}}};
    return table;
}

const FieldTable& deadline_step_fields() {
    static const FieldTable table{"step of a deadline",
                                  {{"when", shape::condition(), false, "When this step holds; the last has none."},
                                   {"at", shape::condition(), false, "A moment of the case."},
                                   {"clock", shape::text(), false, "A length of time: 30m, 4h, 2d, 1wd."},
                                   {"decisions", shape::number(0, 100), false, "So many decisions."},
                                   {"close", shape::flag(), false, "The end of the case."}}};
    return table;
}

const FieldTable& definition_fields() {
    static const FieldTable table{
        "definition",
        {{"of", shape::list(shape::text()), false, "What it is asked of: [i item, r party]."},
         {"is", shape::filled_text(), needed, "Its type: bool, or set of person."},
         {"as", dated(shape::condition()), needed, "The condition or set."},
         {"cite", shape::filled_text(), needed, "Its source: dfe24#r6."},
         {"says", shape::prose(shape::filled_text()), needed, "What it means in plain words."},
         {"replaces", shape::flag(), false, "It takes the place of one in a pack before."},
         {"reason", shape::text(), false, "Why it does."}}};
    return table;
}

const FieldTable& duty_fields() {
    static const FieldTable table{
        "duty",
        {{"id", shape::filled_text(), needed, "A few words."},
         {"kind", shape::choice(duty_kinds()), needed, "Why something is due."},
         {"for_each", shape::filled_text(), false, "\"q in requests where (...)\"."},
         {"when", shape::condition(), false, "When it arises."},
         {"silent", shape::condition(), false, "Those who need not be told."},
         {"to", shape::filled_text(), needed, "To whom: \"a in agencies where (...)\"."},
         {"items", shape::condition(), needed, "What is due."},
         {"still", shape::condition(), false, "What of it stays due while time remains."},
         {"deadline", shape::filled_text(), needed, "The name of a deadline, or request."},
         {"cite", shape::filled_text(), needed, "Its source."},
         {"says", shape::prose(shape::filled_text()), needed, "What is due, in plain words."}}};
    return table;
}

const FieldTable& norm_fields() {
    static const FieldTable table{"norm",
                                  joined(joined(joined(norm_head(), kind_rows()), judged_rows()), family_rows()),
                                  {{"alias_of", "", norm_alias_fields},
                                   {"type", "permit", norm_permit_fields},
                                   {"families", "", norm_families_fields}}};
    return table;
}

const FieldTable& norm_alias_fields() {
    static const FieldTable table{
        "norm with another name",
        joined(norm_head(), {{"alias_of", shape::text(), needed, "The norm that stands for it."}})};
    return table;
}

const FieldTable& norm_permit_fields() {
    static const FieldTable table{
        "permission", joined(joined(joined(norm_head(), kind_rows()), {{"explain", shape::any(), false, "Not used."}}),
                             family_rows())};
    return table;
}

const FieldTable& norm_families_fields() {
    static const FieldTable table{"norm in parts", joined(joined(joined(norm_head(), kind_rows()), judged_rows()),
                                                          {{"families", shape::list(shape::mapping(family_fields)),
                                                            needed, "Its parts, each with its own condition."}})};
    return table;
}

const FieldTable& family_fields() {
    static const FieldTable table{"part of a norm", family_rows()};
    return table;
}

const FieldTable& severity_fields() {
    static const FieldTable table{
        "severity",
        {{"base", shape::choice({"m", "M", "J", "C", "C!"}), needed,
          "Minor, major, judged, critical in danger, critical."},
         {"critical_if", shape::condition(), false, "When a breach is critical."},
         {"double_if", shape::condition(), false, "It weighs twice as much where this held when it was judged."}}};
    return table;
}

const FieldTable& measure_fields() {
    static const FieldTable table{
        "measure",
        {{"fraction", shape::mapping(fraction_fields), false, "How much of a set."},
         {"weighted", shape::mapping(fraction_fields), false, "How much of a set, some of it counting double."},
         {"checks", shape::list(shape::mapping(measure_check_fields)), false, "How many of these hold."},
         {"steps", shape::list(shape::mapping(measure_step_fields)), false, "The first that holds."}},
        {},
        true};
    return table;
}

const FieldTable& fraction_fields() {
    static const FieldTable table{"fraction",
                                  {{"got", shape::condition(), needed, "The set reached."},
                                   {"of", shape::condition(), needed, "The whole set."},
                                   {"double", shape::condition(), false, "What counts double."}}};
    return table;
}

namespace {
Shape credit() { return shape::choice({"1", "3/4", "2/3", "1/2", "1/3", "1/4", "0"}); }
}  // namespace

const FieldTable& let_fields() {
    static const FieldTable table{
        "set with a name",
        {{"as", shape::condition(), needed, "The set."},
         {"says", shape::prose(shape::filled_text()), needed, "What is in it: those asked."}}};
    return table;
}

const FieldTable& measure_check_fields() {
    static const FieldTable table{
        "check of a measure",
        {{"when", shape::condition(), needed, "What is asked for."},
         {"says", shape::prose(shape::filled_text()), needed, "What is left out without it: offering help."}}};
    return table;
}

const FieldTable& measure_step_fields() {
    static const FieldTable table{"step of a measure",
                                  {{"when", shape::condition(), false, "When this step holds."},
                                   {"credit", credit(), needed, "What it is worth."}}};
    return table;
}

const FieldTable& exception_fields() {
    static const FieldTable table{
        "exception",
        {{"id", shape::filled_text(), needed, "One word."},
         {"says", shape::prose(shape::filled_text()), needed, "The reason in plain words."},
         {"cite", shape::text(), false, "Its source."},
         {"granted_by", shape::text(), false, "The permission it rests on."},
         {"defer", shape::text(), false, "The norm to which it defers."},
         {"when", shape::condition(), needed, "When it applies."},
         {"kind", shape::choice({"situation", "conduct"}), false,
          "Whether it follows from the situation or is earned."},
         {"until_deadline", shape::flag(), false, "It may still come true until the deadline."}}};
    return table;
}

const FieldTable& repair_fields() {
    static const FieldTable table{
        "repair",
        {{"when", shape::condition(), false, "What mends it."},
         {"says", shape::prose(shape::filled_text()), needed, "The mending in plain words: you told them later."},
         {"within", shape::choice({"deadline", "next_decision", "close"}), false, "Until when."},
         {"credit", credit(), needed, "What it is worth then."},
         {"of_measure", shape::flag(), false, "The credit is a share of what was measured."},
         {"of_loss", shape::flag(), false, "The credit is a share of what was lost."}}};
    return table;
}

const FieldTable& zone_fields() {
    static const FieldTable table{"contested zone",
                                  {{"id", shape::filled_text(), needed, "One word."},
                                   {"says", shape::prose(shape::filled_text()), needed, "Why practice is divided."},
                                   {"cite", shape::filled_text(), needed, "Its source."},
                                   {"silences", names(), false, "The norms that are explained and not scored."},
                                   {"suspends", names(), false, "The norms that earn nothing, and still deduct."},
                                   {"when", shape::condition(), false, "Where it holds."}}};
    return table;
}

namespace {
std::vector<FieldRow> overlay_rows(bool unless_needed) {
    Shape exceptions = shape::list(shape::mapping(exception_fields));
    if (unless_needed) exceptions.fewest = 1;
    return {{"op", shape::choice({"add", "replace", "disable", "annotate", "except"}), needed, "What is changed."},
            {"target", shape::filled_text(), needed, "The norm or zone."},
            {"reason", shape::filled_text(), needed, "Why."},
            {"cite", shape::filled_text(), needed, "The source of the change."},
            {"replaces_alias", shape::text(), false, "The old name under which it is still known."},
            {"norm", shape::mapping(norm_fields), false, "The norm itself, for add and replace."},
            {"reports", names(), false, "Further headings, for annotate."},
            {"unless", std::move(exceptions), unless_needed, "Further exceptions, for except."}};
}
}  // namespace

const FieldTable& overlay_fields() {
    static const FieldTable table{"change", overlay_rows(false), {{"op", "except", overlay_except_fields}}};
    return table;
}

const FieldTable& overlay_except_fields() {
    static const FieldTable table{"change by exceptions", overlay_rows(true)};
    return table;
}

const FieldTable& pack_pass_fields() {
    static const FieldTable table{"pass rule",
                                  {{"cut", shape::number(0, 100), false, "Percent of the points."},
                                   {"floor", shape::number(0, 100), false, "Percent of the points in each strand."}}};
    return table;
}

}  // namespace ntk
