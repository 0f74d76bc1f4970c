#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/casework/case_file.h"
#include "engine/language/expression.h"
#include "engine/language/store.h"

namespace ntk {

// The verdict an author intended for an option: a test of author against engine, never used for scoring.
struct Expectation {
    std::string norm;
    std::string state;              // "kept", "breached", "excused", "pending", "contested"
    std::string credit;             // "1/2" or empty
    bool depends = false;           // holds only on some routes (list form with `when:`)
    std::vector<std::string> when;  // "C4": holds when that node was visited, "not C4": when it was not
    Place place;
};

// A change of a story meter; meters steer endings and never score.
struct MeterChange {
    std::string meter;
    int by = 0;
};

// Where a choice leads. The first route whose condition holds is taken; the last has none.
struct Route {
    Expression when;     // over the facts after the acts; empty: always
    std::string then;    // node id, or "end"
    std::string arrive;  // overrides the next node's time; empty otherwise
    std::vector<MeterChange> meters;
};

// One thing the practitioner may do at a decision.
struct Option {
    std::string id;   // "a"
    std::string say;  // what the learner reads
    std::vector<Act> acts;
    std::vector<Route> routes;
    std::vector<MeterChange> meters;
    std::vector<std::string> flags;  // story flags it raises ("promised")
    std::string tempts;              // why a sensible colleague picks it
    std::string aloud;               // one sentence that could be said aloud
    std::vector<Expectation> expect;
    Place place;
};

// A decision at which the learner builds the act instead of choosing one.
struct Compose {
    std::string id;     // "own"
    std::string title;  // "Write the package yourself"
    std::string send = "Send it";
    ActKind act = ActKind::share;  // share or hand_over
    Bits items;                    // on offer (an item not yet known drops out)
    Bits to;                       // on offer
    Bits tell;                     // people who may be told who, what and why
    Bits redact;                   // people who may be left out
    std::vector<std::string> ask;  // which questions, in order: items, to, redact, form, handling, labels, basis, tell,
                                   // weigh, reason, record
    int request = -1;              // the request it answers
    std::string to_area;           // hand_over
    std::vector<Act> also;         // acts that go with it whatever is composed
    std::vector<Route> routes;
    Place place;
};

// Text shown only on some routes.
struct Passage {
    std::string text;
    std::string speaker;            // empty: the narrator
    std::vector<std::string> when;  // flags, or visited nodes; "not X" negates; all must hold
};

// One scene: a decision, or a consequence that leads on.
struct Node {
    std::string id;
    std::string title;
    std::string at;  // "w2 Mon 14:30", "+1d 09:30", "+0d 17:15"
    std::vector<Passage> text;
    std::vector<EntityRef> reveals;
    std::vector<Setting> changes;
    std::vector<Act> story;  // acts of the story on arriving
    std::vector<Option> options;
    std::vector<Compose> composes;
    std::string better;         // the option that feedback names before others as a better way; may be empty
    std::vector<Route> routes;  // of a consequence
    std::vector<MeterChange> meters;
    std::string childs_day;  // what the child's day is like at this point
    std::string contested;   // why practitioners are divided here; empty otherwise
    std::string prompt;      // a question for a group
    std::vector<std::string> glossary;
    Place place;

    bool decision() const { return !options.empty() || !composes.empty(); }
};

struct Ending {
    std::string id, title, text, childs_week;
    // All must hold: meter name -> least and most.
    struct Bound {
        std::string meter;
        int least = -1'000'000;
        int most = 1'000'000;
    };
    std::vector<Bound> when;  // none: the ending for all else
};

// Words for an entity, beside its facts.
struct Wording {
    std::string name;   // "Robin"; of an item what it says; of a request who asks
    std::string about;  // one line; of an item where it is from, in words; of a request what it says
    std::string label;  // a few words that name it inside a sentence: "the clinic's letter", "the front door"
};

// A whole case, checked and ready to play. A scenario with any error is never made.
struct Scenario {
    std::string id, version, title, status, sha256;
    std::string role, place_name, neglect, blurb, content_note, own_story_note;
    std::vector<std::string> levels, objectives, briefing, questions, sources, facilitator;
    std::string author, reviewer, review_date;
    int minutes_least = 0, minutes_most = 0;
    std::string swap;  // id of the case offered instead
    std::vector<std::string> packs;
    std::vector<Place> pack_places;  // in what it was read from
    std::string as_of;

    Store opening;  // every entity with its first facts; what comes later is hidden
    std::vector<std::string> symbols;
    std::map<std::string, int> meters;
    std::vector<std::string> flags;
    std::vector<Act> standing;      // done after every decision whose option has no act of that kind
    Act share_defaults;             // `defaults: share`: what every share and hand-over names unless it says otherwise
    bool labels_as_graded = false;  // `labels: as_graded`: each item sent is labelled with its grade
    bool classify_as_categorised = false;           // `classify: as_categorised`, likewise with its category
    std::vector<Wording> parties, items, requests;  // by entity index
    std::map<std::string, std::string> glossary;

    std::string start;
    std::vector<Node> nodes;  // in the author's order
    std::vector<Ending> endings;

    explicit Scenario(Store facts) : opening(std::move(facts)) {}
    const Node* node(const std::string& id) const;
};

}  // namespace ntk
