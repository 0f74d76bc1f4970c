#include "engine/scenario/scenario_shapes.h"

#include <utility>

#include "engine/casework/case_shapes.h"
#include "engine/scenario/act_reader.h"
#include "engine/scenario/compose_reader.h"
#include "engine/text/codes.h"

namespace ntk {

namespace {

using shape::needed;

const Vocabulary& v() { return vocabulary(); }

// A word that conditions can use as a name.
constexpr const char* word = "^[A-Za-z_][A-Za-z0-9_]*$";

Shape texts() { return shape::list(shape::text()); }
Shape prose() { return shape::prose(shape::text()); }
Shape filled_prose() { return shape::prose(shape::filled_text()); }
Shape paragraphs() { return shape::list(prose()); }
Shape names() { return shape::one_or_more(shape::text()); }

std::vector<FieldRow> joined(std::vector<FieldRow> rows, std::vector<FieldRow> more) {
    for (FieldRow& row : more) rows.push_back(std::move(row));
    return rows;
}

FieldRow known_row() {
    return {"known", shape::choice({"later", "from_the_start"}), false, "later: hidden until a scene reveals it."};
}

FieldTable party(std::string name, int kind) {
    return {std::move(name), joined({{"name", filled_prose(), needed, "The name that learners read."},
                                     {"about", prose(), false, "A few words on who or what this is."},
                                     {"label", prose(), false, "The name inside a sentence: the front door."},
                                     known_row()},
                                    fact_rows(kind))};
}

FieldRow then_row(bool required) {
    return {"then", shape::either({shape::text(), shape::list(shape::mapping(route_fields))}), required,
            "The next scene, end, or a list of routes of which the first that fits is taken."};
}

FieldRow arrive_row() {
    return {"arrive", shape::text(), false,
            "When the next scene is, instead of its own time: \"+2h\", \"next Fri 09:00\"."};
}

FieldRow meters_row() {
    return {"meters", shape::keyed(shape::number(-1'000, 1'000)), false,
            "What this changes in the meters: { trust: -1 }."};
}

FieldRow lint_row() {
    return {"lint", shape::mapping(lint_note_fields), false, "Warnings that are allowed here, and why."};
}

// Acts of a scenario: a share may say `none` where the defaults would fill something in.
std::vector<FieldRow> share_rows(ActKind kind) {
    std::vector<FieldRow> rows = act_rows(kind);
    for (FieldRow& row : rows)
        if (const std::vector<std::string> words = words_of_share(row.name); !words.empty())
            row.shape = shape::either({std::move(row.shape), shape::choice(words)});
    return rows;
}

const FieldTable& share_act() {
    static const FieldTable table{"share", share_rows(ActKind::share)};
    return table;
}

FieldTable scenario_acts() {
    FieldTable acts = act_fields_by_kind();
    acts.name = "act of a scenario";
    for (FieldRow& row : acts.rows)
        if (row.name == "share" || row.name == "hand_over") row.shape = shape::mapping(share_act);
    return acts;
}

const FieldTable& scenario_act() {
    static const FieldTable table = scenario_acts();
    return table;
}

Shape acts() { return shape::list(shape::mapping(scenario_act)); }

std::vector<std::string> lint_codes() {
    std::vector<std::string> codes;
    for (const CodeInfo& info : all_codes())
        if (info.code.starts_with("W5")) codes.emplace_back(info.code);
    return codes;
}

Shape entities(const FieldTable& (*fields)()) { return shape::keyed(shape::mapping(fields), word); }

}  // namespace

const FieldTable& scenario_file() {
    static const FieldTable table{
        "scenario file",
        {{"scenario", shape::mapping(scenario_heading), needed, "Which case this is."},
         {"guidance", shape::mapping(guidance_fields), needed, "Which rules judge it, as they stood on which day."},
         {"card", shape::mapping(card_fields), needed, "What the library shows."},
         {"briefing", paragraphs(), false, "Who the learner is, what they know and what is expected, in paragraphs."},
         {"people", entities(person_fields), false, "The people of the case, each under an id."},
         {"agencies", entities(agency_fields), false, "Teams and bodies, each under an id."},
         {"items", entities(item_fields), false, "Pieces of information, each under an id."},
         {"requests", entities(request_fields), false, "Those who ask for information, each under an id."},
         {"pulls", entities(pull_facts), false, "Pressure to send something, each under an id."},
         {"events", entities(event_facts), false, "What happens in the story, each under an id."},
         {"case", shape::mapping(case_facts), false, "Facts about the case at the start."},
         {"learner", shape::mapping(learner_facts), false, "Facts about the learner's post."},
         {"defaults", shape::mapping(defaults_fields), false,
          "What shares and decisions carry unless they say otherwise."},
         {"meters", shape::keyed(shape::number(-1'000, 1'000), shape::id().pattern), false,
          "What steers the story, with its start; never the score."},
         {"flags", shape::list(shape::id()), false, "What an option may raise and a passage ask for."},
         {"glossary", shape::keyed(prose()), false, "Terms in plain words."},
         {"nodes", shape::keyed(shape::mapping(scene_fields), shape::id().pattern), needed,
          "The scenes, each under an id."},
         {"start", shape::filled_text(), needed, "The scene with which the story begins."},
         {"endings", shape::list(shape::mapping(ending_fields)), needed, "How the story may end; the first that fits."},
         {"debrief", shape::mapping(debrief_fields), false, "For the talk afterwards."},
         {"review", shape::mapping(review_fields), needed, "Who wrote and who looked at this case."},
         lint_row()}};
    return table;
}

const FieldTable& scenario_heading() {
    static const FieldTable table{"scenario",
                                  {{"id", shape::id(), needed, "The name of the file, without .yaml."},
                                   {"title", filled_prose(), needed, "The title that learners read."},
                                   {"version", shape::version(), needed, "Such as 1.0.0; goes up with each change."},
                                   {"status", shape::text(), false, "Who has reviewed it, or that nobody has."}}};
    return table;
}

const FieldTable& guidance_fields() {
    static const FieldTable table{"guidance",
                                  {{"packs", names(), needed, "The rule packs, the base first."},
                                   {"as_of", shape::date(), needed, "The day whose rules apply: 2024-09-01."}}};
    return table;
}

const FieldTable& card_fields() {
    static const FieldTable table{
        "card",
        {{"role", filled_prose(), needed, "The post in which the learner decides."},
         {"place", prose(), false, "Where it happens."},
         {"neglect", prose(), false, "Which kinds of neglect it is about."},
         {"blurb", prose(), false, "Two or three sentences that make one want to play."},
         {"content_note", filled_prose(), needed, "What may be hard to read, short and exact."},
         {"own_story", prose(), false, "A kind word for someone who has lived it."},
         {"swap", shape::text(), false, "The id of another case to offer instead."},
         {"levels", names(), false, "The levels it suits: [\"2\", \"3\"]."},
         {"objectives", paragraphs(), false, "What somebody can do after it."},
         {"minutes", shape::range(1, 600), false, "How long it takes, from and to: [20, 25]."}}};
    return table;
}

const FieldTable& person_fields() {
    static const FieldTable table = party("person", v().person);
    return table;
}

const FieldTable& agency_fields() {
    static const FieldTable table = party("agency", v().agency);
    return table;
}

const FieldTable& item_fields() {
    static const FieldTable table{"item",
                                  joined({{"says", filled_prose(), needed, "The text the learner reads."},
                                          {"from", prose(), false, "Its source in words."},
                                          {"label", prose(), false, "A few words that name it inside a sentence."},
                                          known_row()},
                                         fact_rows(v().item))};
    return table;
}

const FieldTable& request_fields() {
    static const FieldTable table{
        "request", joined({{"says", prose(), false, "The words of whoever asks."}}, fact_rows(v().request))};
    return table;
}

const FieldTable& defaults_fields() {
    static const FieldTable table{
        "defaults",
        {{"share", shape::mapping(share_defaults_fields), false,
          "Filled into every share that does not say otherwise."},
         {"standing", act_list(), false, "The record that follows each decision by itself."}}};
    return table;
}

const FieldTable& share_defaults_fields() {
    static const FieldTable table{"defaults of a share", share_default_rows()};
    return table;
}

const FieldTable& scene_fields() {
    static const FieldTable table{
        "scene",
        {{"title", filled_prose(), needed, "The heading of the scene."},
         {"at", shape::filled_text(), needed, "When: \"w2 Mon 14:30\", or from the scene before: \"+1d 09:30\"."},
         {"text",
          shape::either({filled_prose(), shape::list(shape::either({shape::mapping(passage_fields), prose()}))}),
          needed, "What happens, in passages."},
         {"reveals", texts(), false, "What comes to light here, by id."},
         {"changes", fact_changes(), false, "Facts that change here: { case.harm: likely }."},
         {"story", acts(), false, "Acts done by the story, never judged."},
         meters_row(),
         {"childs_day", prose(), false, "What the child does at that moment."},
         {"contested", prose(), false, "Why practitioners are divided here."},
         {"prompt", prose(), false, "A question for a group."},
         {"glossary", texts(), false, "Terms explained here."},
         {"options", shape::list(shape::mapping(option_fields)), false, "What the learner may choose."},
         {"compose", shape::list(shape::mapping(compose_fields)), false, "Forms in which the learner builds the act."},
         {"better", shape::id(), false, "The option that feedback names first as a better way, where it is one."},
         then_row(false),
         arrive_row(),
         lint_row()}};
    return table;
}

const FieldTable& passage_fields() {
    static const FieldTable table{
        "passage",
        {{"text", filled_prose(), needed, "The words."},
         {"speaker", prose(), false, "Who says them."},
         {"when", names(), false, "Only on these ways: a scene met, a flag, or either with 'not ' before it."}}};
    return table;
}

const FieldTable& option_fields() {
    static const FieldTable table{
        "option",
        {{"id", shape::id(), needed, "One letter, such as a."},
         {"say", filled_prose(), needed, "What the learner reads and chooses."},
         {"does", acts(), false, "What choosing it does, in the words of the engine."},
         then_row(needed),
         arrive_row(),
         meters_row(),
         {"flags", texts(), false, "Flags it raises."},
         {"tempts", prose(), false, "Why a sensible colleague picks it."},
         {"aloud", prose(), false, "One sentence that could be said aloud and would keep the rule."},
         {"expect", shape::either({shape::keyed(shape::text()), shape::list(shape::mapping(expectation_fields))}),
          false, "The verdicts you mean: { GR3.3: kept, GR6.4: breached 3/8 }."},
         lint_row()}};
    return table;
}

const FieldTable& route_fields() {
    static const FieldTable table{"route",
                                  {{"when", shape::condition(), false, "The condition; the last route has none."},
                                   arrive_row(),
                                   {"then", shape::text(), needed, "The next scene, or end."},
                                   meters_row()}};
    return table;
}

const FieldTable& compose_fields() {
    static const FieldTable table{
        "compose",
        {{"id", shape::id(), needed, "A word, such as own."},
         {"title", filled_prose(), needed, "What the learner reads and chooses."},
         {"send", prose(), false, "The words of the button."},
         {"act", shape::choice({"share", "hand_over"}), false, "What filling it in does."},
         {"to_area", fact_shape(v().act_to_area), false, "The area of a handover."},
         {"items", fact_shape(v().act_items), needed, "The information offered."},
         {"to", fact_shape(v().act_to), needed, "The recipients offered."},
         {"tell", fact_shape(v().act_who), false, "People who may be told who, what and why."},
         {"redact", fact_shape(v().act_redact), false, "People who may be left out."},
         {"ask", shape::list(shape::choice(compose_questions())), needed, "What the form asks."},
         {"request", shape::text(), false, "The request it answers."},
         {"also", acts(), false, "Acts that are done with it."},
         then_row(needed),
         arrive_row()}};
    return table;
}

const FieldTable& expectation_fields() {
    static const FieldTable table{
        "expectation",
        {{"norm", shape::filled_text(), needed, "The code of a norm, such as GR6.4."},
         {"is", shape::text(), needed, "kept, breached, breached 1/3, excused, pending or contested."},
         {"depends", shape::flag(), false, "The verdict depends on the way taken."},
         {"when", names(), false, "Only on ways with, or without, these scenes: [not C1]."}}};
    return table;
}

const FieldTable& ending_fields() {
    static const FieldTable table{"ending",
                                  {{"id", shape::id(), needed, "A word, such as held."},
                                   {"title", filled_prose(), needed, "Its heading."},
                                   {"text", filled_prose(), needed, "How it ends."},
                                   {"childs_week", prose(), false, "What the child's week is like afterwards."},
                                   {"when", shape::keyed(shape::range(-1'000'000, 1'000'000)), false,
                                    "Between which values the meters must be: { safety: [6, 10] }."}}};
    return table;
}

const FieldTable& debrief_fields() {
    static const FieldTable table{"debrief",
                                  {{"questions", paragraphs(), false, "Questions for the talk afterwards."}}};
    return table;
}

const FieldTable& review_fields() {
    static const FieldTable table{"review",
                                  {{"author", shape::filled_text(), needed, "Who wrote it."},
                                   {"reviewer", shape::text(), false, "Who looked at it."},
                                   {"date", shape::date(), needed, "When it was last looked at: 2025-01-31."},
                                   {"sources", texts(), false, "What it rests on."},
                                   {"facilitator", paragraphs(), false, "Notes for trainers."}}};
    return table;
}

const FieldTable& lint_note_fields() {
    static const FieldTable table{
        "lint note",
        {{"because", shape::filled_text(), needed, "Why the warning is wrong here."},
         {"allow", shape::list(shape::choice(lint_codes())), needed, "The codes of the warnings: [W503]."}}};
    return table;
}

}  // namespace ntk
