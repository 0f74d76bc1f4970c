#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/casework/clock.h"
#include "engine/language/expression.h"
#include "engine/rules/family_index.h"
#include "engine/rules/verdict.h"
#include "engine/text/place.h"

namespace ntk {

// A document that norms cite, with words for its parts: "r5" -> "golden rule 5".
struct Source {
    std::string id, title, by, kind, published;
    std::map<std::string, std::string> parts;
};

// A heading that scores are reported under: one of the seven rules, the nine points or the introduction.
struct Heading {
    enum class Kind { rule, point, introduction };
    std::string id, label, title;
    Kind kind = Kind::rule;
};

// One rung of a ladder of deadlines: the later of a clock time and a number of decisions after opening, or the close.
struct DeadlineStep {
    Expression when;  // empty: for all else
    Expression at;    // a moment among the facts; empty: `clock` after opening
    Span clock;
    int decisions = 0;
    bool at_close = false;
};

// What opens a duty: when something is due, which items, to whom and by when (engine.md section 3, duty).
struct DutyRule {
    std::string id, kind_name;
    int kind = 0;
    int rank = 0;       // urgency among rules of one kind: a pair already due at this rank or above opens nothing new
    Binder per;         // e.g. a request; empty for the case itself
    Expression when;    // empty: always
    Binder to;          // who may receive it; with `per` in scope
    Expression items;   // items due to one recipient; with `per` and `to` in scope
    Expression still;   // those of them that go on being due as long as they have not gone; empty: all
    Expression silent;  // people who need not be told as things stand
    std::vector<DeadlineStep> deadline;
    bool by_request = false;  // due when the request says, or by this decision, whichever is later
    Cells reads;              // what may open another; derived
    std::string cite, says;
    Place place;
};

// One of several things asked for, and what is left out where it does not hold: "offering help".
struct Check {
    Expression when;
    std::string says;
};

// How much of an obligation was met. An empty whole counts as met.
struct Measure {
    enum class Kind { none, fraction, weighted, checks, steps };
    Kind kind = Kind::none;
    Expression got, whole, heavy;                      // fraction; weighted: `heavy` members weigh two
    std::vector<Check> checks;                         // share of these that hold
    std::vector<std::pair<Expression, Credit>> steps;  // the first that holds, else nothing
};

// A labelled case in which a norm does not bind.
struct Exception {
    std::string id, says, cite, granted_by, defers_to;
    Expression when;
    bool by_conduct = false;  // earned by what the learner did: counts as kept, not as out of scope
    bool late = false;        // may still come true until the deadline, after a breach
};

// A way to mend a breach, and what it is worth.
struct RepairStep {
    enum class Within { deadline, next_decision, close };
    Expression when;
    Within within = Within::close;
    Credit credit;
    bool of_measure = false;  // credit times how much was done
    bool of_loss = false;     // what was kept, and the credit times what was lost
    std::string says;
};

enum class Form { at, by, keep };

// What one instance of a norm is about.
enum class Per { entity, decision, case_ };

// One way a norm binds: over what, when, what is asked, and what excuses or mends it.
struct Family {
    std::string name;  // "due", "undue" when a norm has two
    Per per = Per::case_;
    Binder bound;                     // per entity
    std::vector<Variable> variables;  // bound, lets, each: the frame every expression below was compiled with
    std::vector<std::pair<std::string, Expression>> lets;
    Binder each;  // bindings folded inside one instance; may be empty
    enum class Fold { least, pool, best } fold = Fold::least;
    Expression when;  // empty: always
    enum class Unknown { inactive, active, advise } unknown = Unknown::inactive;
    Form form = Form::at;
    Expression moment;  // at: the first time this holds is when it is judged
    enum class Until { decisions, duty, request, close } until = Until::close;  // by, keep
    int until_decisions = 0;
    Expression demand;     // what is asked; empty when a measure says it all
    Expression forbidden;  // keep and prohibitions
    Measure measure;
    std::vector<Exception> unless;
    std::vector<RepairStep> repair;
    CreditClass credit_class = CreditClass::deduct;  // derived
    FamilyIndex index;                               // derived
};

// The place of the first let among the variables of a family: after what it is bound to.
inline std::size_t first_let(const Family& family) { return family.per == Per::entity ? 1 : 0; }

// One obligation, prohibition or permission of a rule pack, beside its source.
struct Norm {
    std::string id, title, says, pack, grade, signoff, group, alias_of;
    std::string balance;  // "duty": a chance to tell a lead; "stray": something unneeded left; else empty
    std::vector<std::string> cites, reports, defeats;
    Strand strand = Strand::process;
    NormType type = NormType::oblige;
    int weight = 1;
    bool always_critical = false;
    Expression critical_if;
    Expression double_if;  // it weighs twice as much where this held when it was judged
    std::vector<Family> families;
    std::map<std::string, std::string> explain;  // state -> template with {slots}
    std::string better;                          // what would have kept it, in general words
    std::string aloud;                           // a sentence that could be said aloud
    Place place;
};

// Where guidance pulls two ways: the listed norms are explained and never scored.
struct Zone {
    std::string id, says, cite;
    Expression when;
    std::vector<std::string> silences;
    // What hangs on a share that is itself divided: keeping these norms of a duty, or missing them with the share, is
    // not scored either. Falling short in what was sent is, as a deduction.
    std::vector<std::string> suspends;
};

// When a result is met, referred or not yet met (engine.md section 12.3).
struct PassRule {
    int cut_percent = 70;
    int strand_floor_percent = 60;
};

}  // namespace ntk
