#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/casework/case_file.h"
#include "engine/rules/judge.h"
#include "engine/scenario/scenario.h"

namespace ntk {

// "early_help" as people read it: "early help".
std::string plain(std::string_view name);

// The text with its first letter made a capital.
std::string sentence(std::string text);

// A name as it stands inside a sentence: "The volunteers" becomes "the volunteers". Names of their own stay: "The
// Landing".
std::string inside(std::string name);

// "a, b and c".
std::string listed(const std::vector<std::string>& parts);

// A moment at the start of a line: "Week 2, Monday 14.30".
std::string when_words(int minutes);

// A value of one of the vocabulary's enums as a learner reads it: "public task", "special category".
std::string choice_words(int enum_index, std::int64_t value);

// The members of an enum set in words, joined.
std::string choices_words(int enum_index, Bits values);

struct DecisionMade;

// What was chosen: the option's own words, or a composed act in sentences.
std::string decision_words(const Scenario& scenario, const DecisionMade& decision);

// The words a scenario gives to its people, agencies, information and requests; their ids where it gives none.
class Words {
  public:
    explicit Words(const Scenario& scenario) : scenario_(&scenario) {}

    std::string party(std::int64_t entity) const;
    std::string party_inside(std::int64_t entity) const;  // named inside a sentence: "the front door"
    std::string item(std::int64_t entity) const;          // what it says, without a full stop
    std::string label(std::int64_t entity) const;         // an item named inside a sentence: "the clinic's letter"
    std::string request(std::int64_t entity) const;
    std::string parties(Bits who) const;  // joined
    std::string items(Bits which) const;  // joined by semicolons, for they are whole sentences

    // One act in one sentence: "Sent the log of visits to the front door."
    std::string act(const Act& act) const;

    // What was done at a decision, in as many sentences.
    std::string acts(const std::vector<Act>& acts) const;

    // A fact read for a verdict: "harm: likely (known since week 2, Monday 14.30)".
    std::string fact(const FactShown& fact) const;

    // The names the judge uses in its explanations.
    Names names() const;

  private:
    const Scenario* scenario_;
};

}  // namespace ntk
