#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/casework/case_file.h"
#include "engine/scenario/scenario.h"

namespace ntk {

// What the conditions of a story's routes need to remember of a case file, so that two ways with the same memory take
// the same routes from then on. Facts that are set afresh on coming to a scene (what was sent "now") need no memory.
//
// The whole of a fact is remembered for the entities a condition names, or for all where it ranges over them. Of
// `any a in history have (...)` only the answer is remembered, where the question looks at nothing but the act itself:
// an act once done stays as it was. Other uses of the history remember the acts, as far as they are looked at.
class WatchedFacts {
  public:
    // One thing to remember.
    struct Watch {
        enum class Kind : std::uint8_t { light, fact, answer, history, clock };
        Kind kind = Kind::light;
        int field = -1, entity = -1;   // fact; entity -1: all of them
        Expression answer = {};        // answer
        std::vector<int> fields = {};  // history: facts of acts
        std::string key() const;
    };
    // What one condition needs.
    struct Needs {
        std::vector<std::size_t> watches;
        bool clock = false;   // it reads the time, or a fact that follows from it
        std::string unclear;  // why its answer cannot be told from the story alone; empty when it can
    };

    explicit WatchedFacts(const Scenario& scenario);

    Needs needs_of(const Expression& condition);
    const std::vector<Watch>& watches() const { return watches_; }

    // What a watch remembers of this case file, appended to `memory`.
    void remember(const Watch& watch, const CaseFile& file, std::vector<std::int64_t>& memory) const;

  private:
    friend class ConditionReader;
    std::size_t add(Watch watch);
    void look_at_story();
    bool changes(int field) const;       // some scene changes it
    bool names_hidden(int field) const;  // an act names somebody there who may not have come to light

    const Scenario* scenario_;
    std::vector<Watch> watches_;
    bool looked_ = false;
    std::vector<int> changed_;       // fields that some scene changes, sorted
    std::vector<int> hidden_named_;  // facts of acts that name a party or request hidden at the start, sorted
};

}  // namespace ntk
