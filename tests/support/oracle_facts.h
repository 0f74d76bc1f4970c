#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/text/tree.h"

// The plain picture of a case from which the second evaluator judges: no vocabulary, no conditions, just words in sets.
namespace ntk::oracle {

using Names = std::set<std::string>;

enum class Need { universal, early_help, child_in_need, significant_harm };
enum class Harm { none, possible, likely, actual, immediate };

// Someone in the case. The first person of a story is always the child.
struct Person {
    std::string id, role;
    bool carer_of_child = false;
    bool unsafe = false;
    bool reachable = true;
    bool mutes_child = false;  // telling them would silence the child
    bool agreed = false;       // to a service
    bool adviser = false;
    int answers_in = 0;   // minutes
    std::string consent;  // in data law; empty: none
    Names danger_to, knows, associates, objects_to;
};

struct Agency {
    std::string id, kind;
    bool can_act = false;
    Names needs_identity;      // people it must be able to identify
    bool onward_known = true;  // false: nobody can say who hears of it through them
    Names onward;
};

struct Item {
    std::string id;
    Names about, identifies;
    std::string grade = "observed", accuracy = "ok", category = "ordinary";
    std::map<std::string, std::string> use;  // by recipient: essential, helpful or none
};

struct Request {
    std::string id, from;
    Names items;
    bool purpose = true;
    int due_in = 0;  // minutes after it comes
};

// Pressure to send something somewhere.
struct Pull {
    std::string id, by;
    Names to, items;
};

// Everything the learner can see, from the first scene on.
struct Facts {
    Need need = Need::universal;
    Harm harm = Harm::none;
    std::string organisation = "school";
    Names unsure_about;
    std::vector<Person> people;
    std::vector<Agency> agencies;
    std::vector<Item> items;
    std::vector<Request> requests;
    std::vector<Pull> pulls;
};

// One thing done. Only the parts that belong to its kind are written out.
struct Deed {
    std::string kind;
    Names items, to, from, who, parts, about, redact, topics;
    std::map<std::string, std::string> labels, classify;
    std::string reason, basis, condition, ground, form, request, that;
    bool handling = false, gate = false, identifiable = false, since_last = false, marked_late = false;
};

// One decision: when it was made, what was done together, and what else was on offer.
struct Step {
    int minutes = 0;
    std::vector<Deed> deeds;
    Names offers;
};

struct Story {
    Facts facts;
    std::vector<Step> steps;
};

// The facts of a story as a rule-pack test states them ("case:", "people:" ...). Each objection is also an event.
Tree facts_tree(const Facts& facts);
Tree deed_tree(const Deed& deed);

// The whole story as a test that `run_pack_tests` can run; `expect` is written under `finally:`.
std::string as_yaml(const Story& story, const std::map<std::string, std::string>& expect);

}  // namespace ntk::oracle
