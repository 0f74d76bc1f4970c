#include "engine/scenario/entity_reader.h"

#include <array>

#include "engine/casework/case_shapes.h"
#include "engine/language/lexer.h"
#include "engine/scenario/scenario_shapes.h"
#include "engine/text/limits.h"

namespace ntk {

namespace {

const Vocabulary& v() { return vocabulary(); }

// Words that mean something in every condition and so cannot name a person or an item.
bool is_word_of_conditions(std::string_view id) {
    for (const std::string_view word : {"any", "all", "none", "exists", "count", "known", "act", "acts"})
        if (id == word) return true;
    const Schema& schema = v().schema;
    for (const KindInfo& kind : schema.kinds)
        if (id == (kind.single ? kind.name : kind.plural)) return true;
    return is_reserved(id) || schema.root_named(id) >= 0;
}

struct Section {
    const char* key;
    int kind;
    const char* what;
    const char* one;
    const FieldTable& (*fields)();
};

class EntityReader {
  public:
    EntityReader(Fields& root, Draft& draft) : root_(root), draft_(draft), store_(draft.scenario.opening) {}

    void read() {
        const std::array<Section, 6> sections = {{{"people", v().person, "the person", "a person", person_fields},
                                                  {"agencies", v().agency, "the agency", "an agency", agency_fields},
                                                  {"items", v().item, "the item", "an item", item_fields},
                                                  {"requests", v().request, "the request", "a request", request_fields},
                                                  {"pulls", v().pull, "the pull", "a pull", pull_facts},
                                                  {"events", v().event, "the event", "an event", event_facts}}};
        // All names first, so that facts may point at what is written further down.
        for (const Section& section : sections)
            for (const TreeEntry* entry : root_.entries(section.key)) add(section, *entry);
        draft_.scenario.parties.resize(static_cast<std::size_t>(store_.count(v().party)));
        draft_.scenario.items.resize(static_cast<std::size_t>(store_.count(v().item)));
        draft_.scenario.requests.resize(static_cast<std::size_t>(store_.count(v().request)));
        for (const Added& added : added_) read_one(added);
        for (const Added& added : added_) name_request(added);
        find_child();
        read_single("case", v().case_, "the case", case_facts());
        read_single("learner", v().learner, "the learner", learner_facts());
    }

  private:
    struct Added {
        const TreeEntry* entry;
        Section section;
        int entity;
    };

    void add(const Section& section, const TreeEntry& entry) {
        const std::string& id = entry.key;
        const auto [first, fresh] = draft_.places.emplace(id, entry.key_place);
        if (!fresh) {
            draft_.report("E602", entry.key_place, "'" + id + "' is named twice",
                          "the first is in line " + std::to_string(first->second.line) + "; give each its own name");
            return;
        }
        if (!is_word(id)) {
            draft_.report("E601", entry.key_place, "'" + id + "' cannot name " + section.one,
                          "use letters, digits and _, and begin with a letter: adult_nurse");
            return;
        }
        if (is_word_of_conditions(id)) {
            draft_.report("E603", entry.key_place,
                          "'" + id + "' is a word of the conditions and cannot name " + section.one,
                          "choose another name, such as " + id + "_1");
            return;
        }
        if (store_.count(v().schema.table_of(section.kind)) >= limits::entities) {
            if (!full_)
                draft_.report("E308", entry.key_place,
                              "there are too many entries in '" + std::string(section.key) + "'",
                              "the most is " + std::to_string(limits::entities));
            full_ = true;
            return;
        }
        added_.push_back({&entry, section, add_entity(store_, section.kind, id)});
    }

    void read_one(const Added& added) {
        const int kind = added.section.kind;
        Fields fields(added.entry->value, std::string(added.section.what) + " '" + added.entry->key + "'",
                      draft_.diagnostics, added.section.fields());
        Wording* wording = nullptr;
        if (kind == v().person || kind == v().agency) {
            wording = &draft_.scenario.parties[static_cast<std::size_t>(added.entity)];
            wording->name = fields.require_text("name");
            wording->about = fields.text("about");
            wording->label = fields.text("label");
        } else if (kind == v().item) {
            wording = &draft_.scenario.items[static_cast<std::size_t>(added.entity)];
            wording->name = fields.require_text("says");
            wording->about = fields.text("from");
            wording->label = fields.text("label", "\u201C" + wording->name + "\u201D");
        } else if (kind == v().request) {
            wording = &draft_.scenario.requests[static_cast<std::size_t>(added.entity)];
            wording->about = fields.text("says");
        }
        // What arises in the story comes to light at a scene; the rest is there from the start unless marked.
        bool hidden = kind == v().request || kind == v().pull || kind == v().event;
        if (!hidden) hidden = fields.choice("known", "time to be known") == 0;
        draft_.cases.read_facts(kind, added.entity, fields);
        if (hidden) store_.show(kind, added.entity, false);
        fields.finish();
    }

    // A request is shown under the name of who asks.
    void name_request(const Added& added) {
        if (added.section.kind != v().request) return;
        const auto asker = store_.number(v().request_from, added.entity);
        if (asker >= 0)
            draft_.scenario.requests[static_cast<std::size_t>(added.entity)].name =
                draft_.scenario.parties[static_cast<std::size_t>(asker)].name;
    }

    void find_child() {
        const int child = enum_value(v().role, "child");
        for (const Added& added : added_)
            if (added.section.kind == v().person && store_.number(v().role_, added.entity) == child &&
                store_.root_number(v().root_child) < 0)
                store_.put_root(v().root_child, std::int64_t{added.entity});
        const Tree* people = root_.find("people");
        if (store_.root_number(v().root_child) < 0)
            draft_.report("E627", people != nullptr ? people->place : root_.place(), "nobody here is the child",
                          "give one person 'role: child'");
    }

    void read_single(const char* key, int kind, const char* what, const FieldTable& table) {
        const Tree* tree = root_.find(key);
        if (tree == nullptr) return;
        Fields fields(*tree, what, draft_.diagnostics, table);
        draft_.cases.read_facts(kind, 0, fields);
        fields.finish();
    }

    Fields& root_;
    Draft& draft_;
    Store& store_;
    std::vector<Added> added_;
    bool full_ = false;
};

}  // namespace

void read_entities(Fields& root, Draft& draft) { EntityReader(root, draft).read(); }

}  // namespace ntk
