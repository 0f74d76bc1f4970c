#pragma once

#include <map>
#include <string>
#include <vector>

namespace ntk {

// Where the learner is in a case.
enum class PageKind {
    briefing,     // who you are, content note, what is expected
    scene,        // what is happening, and the options
    consequence,  // what followed, before any verdict
    feedback,     // the verdicts on the decision just made (practice only)
    debrief,      // the ending and the whole result
    closed,       // left early: nothing is scored
    chair,        // of a jigsaw: before each chair, and once all have been played
    picture,      // of a jigsaw: what the lead can see of it all
};

// A paragraph-sized piece of a page.
struct Block {
    enum class Kind { heading, text, speech, note };  // speech: somebody's words; note: help or housekeeping
    Kind kind = Kind::text;
    std::string text;
    int level = 2;             // headings only
    std::string speaker = {};  // speech only: whose words
};

// One of the options at a decision, in the order shown.
struct Choice {
    std::string id;     // stable: the option's id in the scenario
    std::string label;  // what the practitioner would do
};

// One question of a form: the learner composes an act by answering these in order.
struct Field {
    enum class Kind { pick_many, pick_one, text };
    struct Answer {
        std::string id;
        std::string label;
        std::string detail;  // may be empty: "reported by the nursery; ordinary"
    };
    std::string id;        // "items", "to", "redact", "basis", "record" ...
    std::string question;  // "What do you send?"
    std::string help;
    Kind kind = Kind::pick_many;
    std::vector<Answer> answers;
    std::vector<std::string> chosen;  // what is ticked at the start
    bool optional = true;             // false: at least one answer is needed before it can be sent
};

// A form offered beside or instead of the options.
struct ActForm {
    std::string id;     // the compose option's id
    std::string title;  // "Write the package yourself"
    std::string send;   // the button: "Send it"
    std::vector<Field> fields;
};

// A rule that spoke on a decision.
struct VerdictView {
    std::string norm;   // "GR5.1"
    std::string title;  // "Protect people who could be hurt by being identified"
    std::string state;  // kept, breached, repaired, excused, missed, contested, pending
    std::string word;   // the state as the learner reads it: "Kept", "Partly kept", "Missed", "Excused", ...
    bool critical = false;
    std::string credit;                // "1/2"; empty when the state says it all
    std::string because;               // the reason, in plain words
    std::string better;                // what would have kept it; empty when nothing is to be mended
    std::string repair;                // how it can still be mended; empty when it cannot or need not be
    std::vector<std::string> facts;    // "harm: likely (known since week 2, Monday 14.30)"
    std::vector<std::string> excuses;  // each exception tried, and why it did or did not apply
    std::vector<std::string>
        citations;  // "Golden rule 5 (Information sharing: advice for practitioners, DfE, May 2024)"
    std::vector<std::string> headings;  // "Rule 5", "Don't assume"
    int decision = -1;     // which decision it is about, from 0; with `norm` and `key` it names the verdict
    std::string key = {};  // "duty 2", "decision 4"
};

// What the learner hears after a decision.
struct FeedbackView {
    std::string headline;               // one sentence, about the act
    std::string tempting;               // why the choice tempts; may be empty
    std::string aloud;                  // one sentence that could be said aloud; may be empty
    std::vector<VerdictView> verdicts;  // the ones that matter here, breaches first
};

// A link from one person to another, for drawing; PersonView::links says the same in words.
struct LinkView {
    enum class Kind { cares_for, close_to, endangered_by };
    Kind kind = Kind::cares_for;
    std::string to;  // id
};

// A person, agency or piece of information as the case file shows it.
struct PersonView {
    std::string id, name, role, about;  // role in words: "Robin's dad"; about: one line
    std::vector<std::string> links;     // "cares for Robin", "could be hurt if Lee knew"
    std::vector<LinkView> ties = {};
};
struct ItemView {
    std::string id, text, source, grade, category,
        known;                         // in words: "reported", "special category", "week 1, Thursday 08.49"
    std::vector<std::string> about;    // names
    std::vector<std::string> at_risk;  // who could be hurt if it is traced to them
    std::vector<std::string> sent_to;  // where the learner has sent it
};
struct EventView {
    std::string when, text;
};
struct CaseFileView {
    std::vector<PersonView> people;
    std::vector<PersonView> agencies;
    std::vector<ItemView> items;
    std::vector<EventView> timeline;  // what happened and what was decided
    std::vector<EventView> recorded;  // the learner's own entries
    std::vector<EventView> shared;    // what went to whom
};

struct Term {
    std::string word, meaning;
};

struct ScoreLine {
    std::string id, label;
    std::string score;      // "83%" or "not enough evidence"
    int percent = -1;       // -1: not tested or not enough evidence
    int opportunities = 0;  // chances to earn
};

// One decision as the debrief tells it.
struct DecisionView {
    std::string node, title, when;
    std::string chosen;                 // the option's words, or the composed act in words
    bool skipped = false;               // a colleague took this step, and nothing was judged
    std::vector<VerdictView> verdicts;  // every verdict on it, as it stands at the end
};

// One scene on the map of the case.
struct MapNode {
    std::string id, title;
    bool decision = false, visited = false, ending = false;
    bool skipped = false;            // a decision that a colleague took
    int column = 0, row = 0;         // a layered layout: column = steps from the start
    std::vector<std::string> next;   // ids
    std::vector<std::string> taken;  // the subset of `next` on the learner's path
};

struct DebriefView {
    std::string ending_title, ending_text, childs_week;
    std::string summary;  // one paragraph: overall score and what it means, "for review by an assessor"
    ScoreLine overall;
    std::vector<ScoreLine> strands, rules, points;
    std::string balance;  // "You lean towards holding back." with its figures, or why there is none
    std::vector<std::string> criticals;
    std::vector<DecisionView> decisions;
    std::vector<EventView> childs_days;  // the child's week at each point
    std::vector<MapNode> map;
    std::vector<std::string> questions;  // for reflection
    std::vector<std::string> objectives;
    std::string versions;  // packs, scenario, engine
};

// One of the people of a jigsaw who each hold a part.
struct ChairView {
    std::string who, holds;
    std::string part;  // how far it was played: "3 decisions, to the end of the part."
};

// A piece of a jigsaw: what it says, and what each chair that held it did.
struct PieceView {
    std::string id, says;
    bool arrived = false;
    std::string word;                // "Arrived" or "Not sent"
    std::vector<std::string> lines;  // "Sent by the school nurse, week 1, Monday 09.10 (Wet shoes)."
    std::string planned;             // who would have sent it; empty when it is the same, or not known
};

// A fuller picture than the lead has.
struct SightView {
    std::string says;
    std::string missing;  // the pieces that have not arrived
};

// What the lead of a jigsaw would have from what each chair really sent.
struct PictureView {
    std::string lead;               // "the front door"
    std::string summary;            // "The front door has 3 of 6 pieces."
    std::string sees;               // what it can see with them
    std::vector<SightView> fuller;  // what it could see with more, the fullest first
    std::vector<PieceView> pieces;
    std::vector<ChairView> chairs;
    std::string planned;                 // the summary had every chair sent what it should; empty when not known
    std::string planned_sees;            // what it could then see
    std::vector<std::string> questions;  // for the group
    std::string versions;
};

// Everything a face shows, in words only; the same for window, terminal and tests.
struct Page {
    PageKind kind = PageKind::briefing;
    std::string id;  // stable: "D4", "D4/feedback", "briefing", "debrief"
    std::string case_title;
    std::string title;        // "The shared office"
    std::string when;         // "Week 2, Monday 14.30"
    int step = 0, steps = 0;  // decisions made so far, and on the longest way
    std::vector<Block> blocks;
    std::vector<Choice> choices;  // empty unless a decision is due
    std::vector<ActForm> forms;
    // Which Input kinds apply besides choosing: "continue", "back", "skip", "skip_scene", "leave", "replay"; "what_if":
    // Player::what_if answers for the verdicts shown.
    std::vector<std::string> actions;
    FeedbackView feedback;
    DebriefView debrief;
    PictureView picture;
    CaseFileView case_file;
    std::vector<Term> glossary;       // terms used on this page
    std::vector<std::string> advice;  // whom the learner may ask, and how long they take to answer
};

// What a learner does.
struct Input {
    enum class Kind {
        choose,
        compose,
        go_on,
        back,
        skip,  // to the debrief
        leave,
        replay,
        skip_scene,  // a colleague takes this one decision; nothing is judged there
    };
    Kind kind = Kind::go_on;
    std::string id;                                           // the option or form
    std::map<std::string, std::vector<std::string>> answers;  // compose: field id -> answer ids (or one free text)
    int confidence = -1;                                      // 0..100 or -1, with choose and compose
};

}  // namespace ntk
