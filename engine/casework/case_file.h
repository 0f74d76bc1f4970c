#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "engine/casework/clock.h"
#include "engine/casework/vocabulary.h"
#include "engine/language/store.h"
#include "engine/text/place.h"

namespace ntk {

// One fact given a value: of an entity (key >= 0 for a table such as use[agency]), or of an act being written.
struct Setting {
    int fact = -1;
    int entity = -1;
    int key = -1;
    bool unknown = false;
    std::int64_t number = 0;
    Bits set;
};

// Something a practitioner does, as written by an author or composed by a learner.
struct Act {
    ActKind kind = ActKind::share;
    bool by_story = false;          // changes facts and is never judged
    std::vector<Setting> settings;  // of act facts; entity is unused
    Place place;
};

// An entity of some kind.
struct EntityRef {
    int kind = -1;
    int entity = -1;
    friend bool operator==(const EntityRef&, const EntityRef&) = default;
};

// What the learner meets on arriving at a scene: the time, what comes to light and what may be done.
struct Arrival {
    int minutes = 0;
    std::vector<EntityRef> reveals;  // items, people, agencies, requests, pulls and events now visible
    std::vector<Setting> changes;    // facts that change or become known
    std::vector<Act> story;          // acts of the story
    bool decision = false;           // the learner decides here
    Bits offers;                     // act kinds that some option contains
    bool standing_record = false;    // a full record follows unless an option says otherwise
};

// How a use on which practitioners are divided is read while judging; a verdict that differs between the two is
// contested.
enum class Reading { as_needed, as_not_needed };

// The facts of one case as they stand, with everything that was done. A plain value.
class CaseFile {
  public:
    // `opening` holds every entity of the scenario with its first facts; hidden ones come to light later.
    CaseFile(Store opening, Reading reading);

    const Store& facts() const { return facts_; }
    Store& facts() { return facts_; }
    int now() const { return now_; }
    int decision() const { return decision_; }  // index of the current decision, -1 before the first
    Reading reading() const { return reading_; }
    void set_reading(Reading reading);

    // Whether practitioners are divided on the use of something that has come to light: only then do the two readings
    // differ, because nothing hidden is ever read.
    bool divided() const;
    bool contested_item(int item) const;

    // Moves the clock and applies what comes to light. Duties are opened by the rules, not here.
    void arrive(const Arrival& arrival);

    // Performs acts that happen together; `by_learner` puts them on the record that norms read.
    void perform(const std::vector<Act>& acts, bool by_learner);

    // Marks a duty as served when something due was given with this decision, and as answered when anything at all was
    // given to a recipient of it. What was sent before it opened does not count: an early share must not satisfy it.
    void refresh_duties();

  private:
    void apply(const Setting& setting);
    void add_to_history(const Act& act);
    void carry_out(const Act& act, Bits recipients_now);
    void give(Bits items, Bits to, bool by_learner);
    void cover_decisions(const Act& record);

    int use_as_read() const;

    Store facts_;
    Reading reading_;
    std::vector<std::pair<int, int>> contested_;  // item, party
    int now_ = 0;
    int decision_ = -1;
    int last_recorded_ = -1;    // the last decision with an entry
    int recorded_before_ = -1;  // the same, before the present decision
};

// A length of time of an entity: counted in working days when its author wrote it so.
Span length_of(const Store& facts, int fact, int days_fact, int entity);

// Settings of an act by fact, with the vocabulary's defaults for what was not written.
std::int64_t act_number(const Act& act, int fact, std::int64_t fallback);
Bits act_set(const Act& act, int fact);

// What an item is labelled as when it is passed on as what it is: its grade or, where it was seen, what is wrong with
// it since (a value of `label`).
std::int64_t label_of(const Store& facts, int item);

// An empty store of the vocabulary with the case, the learner and one open quiet phase.
Store new_case();

}  // namespace ntk
