#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/casework/case_file.h"
#include "engine/text/diagnostic.h"
#include "engine/text/fields.h"
#include "engine/text/tree.h"

namespace ntk {

// Adds an entity with the vocabulary's defaults (an item is seen, in order and ordinary unless it says otherwise).
int add_entity(Store& store, int kind, std::string name);

// Reads the facts and acts that authors write, against the entities of one store.
class CaseReader {
  public:
    CaseReader(Store& store, Diagnostics& diagnostics) : store_(store), diagnostics_(diagnostics) {}

    // Reads every fact of `kind` that is written in `fields` into `entity`; the caller reads its own keys and finishes.
    void read_facts(int kind, int entity, Fields& fields);

    // Reads one value of a fact: "harm: likely", "use: { csc: essential }". `entity` may be -1 for acts.
    std::vector<Setting> read_settings(int fact, int entity, const Tree& tree);

    // Reads "case.harm: likely" or "letter.accuracy: outdated" or "letter.use: { csc: none }" as changes of fact.
    std::vector<Setting> read_change(const TreeEntry& entry);

    // Reads one act: a mapping with one key, the act's name: "share: { items: [letter], to: [csc] }".
    std::optional<Act> read_act(const Tree& tree);
    std::vector<Act> read_acts(const Tree& list);

    // The whole casework of a stand-alone file: case, learner, people, agencies, items, requests, pulls and events.
    // Used by rule-pack tests and stand-alone situations; scenarios add story fields of their own.
    void read_case(Fields& root);

    // An entity of `kind` by name; reports E301 with "did you mean" when there is none.
    int entity(int kind, const Tree& name);

    const std::vector<std::string>& symbols() const { return symbols_; }

  private:
    std::optional<std::int64_t> read_number_of(Type type, const std::string& what, const Tree& tree);
    std::optional<Bits> read_set_of(Type type, const std::string& what, const Tree& tree);
    void read_advisers(const Tree& tree);

    Store& store_;
    Diagnostics& diagnostics_;
    std::vector<std::string> symbols_;
};

}  // namespace ntk
