#include <array>

#include "engine/scenario/story_checks.h"

namespace ntk {

namespace {

const Vocabulary& v() { return vocabulary(); }

// What may have come to light, by table: everything that some way to a scene reveals.
struct Light {
    std::array<Bits, 5> seen;
    friend bool operator==(const Light&, const Light&) = default;
};

int slot_of(int kind) {
    const std::array<int, 5> tables = {v().party, v().item, v().request, v().pull, v().event};
    const int table = v().schema.table_of(kind);
    for (std::size_t i = 0; i < tables.size(); ++i)
        if (tables[i] == table) return static_cast<int>(i);
    return -1;
}

class KnowledgeCheck {
  public:
    explicit KnowledgeCheck(Draft& draft) : draft_(draft), store_(draft.scenario.opening) {}

    void run() {
        follow();
        report_never_revealed();
        if (!draft_.all_targets_known) return;
        for (std::size_t i = 0; i < nodes().size(); ++i) {
            check(nodes()[i].story, lights_[i]);
            for (const Option& option : nodes()[i].options) check(option.acts, lights_[i]);
            for (const Compose& compose : nodes()[i].composes) check(compose.also, lights_[i]);
        }
    }

  private:
    const std::vector<Node>& nodes() const { return draft_.scenario.nodes; }

    // Passes on what may be known until nothing new comes to light.
    void follow() {
        lights_.resize(nodes().size());
        for (std::size_t i = 0; i < nodes().size(); ++i) {
            for (const int kind : {v().person, v().agency, v().item}) {
                Bits& seen = lights_[i].seen[static_cast<std::size_t>(slot_of(kind))];
                seen = seen | store_.all(kind);
            }
            for (const EntityRef& ref : nodes()[i].reveals)
                lights_[i].seen[static_cast<std::size_t>(slot_of(ref.kind))].add(ref.entity);
        }
        std::vector<std::vector<int>> next(nodes().size());
        for (const Jump& jump : draft_.jumps)
            if (jump.to >= 0) next[static_cast<std::size_t>(jump.from)].push_back(jump.to);
        std::vector<int> open;
        for (std::size_t i = 0; i < nodes().size(); ++i) open.push_back(static_cast<int>(i));
        while (!open.empty()) {
            const auto from = static_cast<std::size_t>(open.back());
            open.pop_back();
            for (const int to : next[from])
                if (pass_on(lights_[from], lights_[static_cast<std::size_t>(to)])) open.push_back(to);
        }
    }

    // Whether anything new came to light by it.
    static bool pass_on(const Light& from, Light& to) {
        const Light before = to;
        for (std::size_t s = 0; s < to.seen.size(); ++s) to.seen[s] = to.seen[s] | from.seen[s];
        return !(to == before);
    }

    void report_never_revealed() {
        std::array<Bits, 5> revealed;
        for (const Node& node : nodes())
            for (const EntityRef& ref : node.reveals)
                revealed[static_cast<std::size_t>(slot_of(ref.kind))].add(ref.entity);
        for (const int kind : {v().party, v().item, v().request, v().pull, v().event})
            for (int entity = 0; entity < store_.count(kind); ++entity) {
                const int exact = kind != v().party ? kind : store_.is(entity, v().person) ? v().person : v().agency;
                if (store_.shown(exact, entity) || revealed[static_cast<std::size_t>(slot_of(kind))].has(entity))
                    continue;
                draft_.report("E614", draft_.place_of(store_.name(kind, entity)),
                              "no scene reveals '" + store_.name(kind, entity) + "'",
                              "name it under 'reveals' of the scene where it comes to light");
            }
    }

    void check(const std::vector<Act>& acts, const Light& light) {
        for (const Act& act : acts)
            for (const Setting& setting : act.settings) {
                const FieldInfo& field = v().schema.fields[static_cast<std::size_t>(setting.fact)];
                if (setting.key >= 0) continue;  // a label of an item that the act names as well
                if (field.type.base == Type::Base::entity)
                    check_one(act, field.type.of, static_cast<int>(setting.number), light);
                if (field.type.base == Type::Base::entity_set)
                    setting.set.for_each([&](int entity) { check_one(act, field.type.of, entity, light); });
            }
    }

    void check_one(const Act& act, int kind, int entity, const Light& light) {
        const int slot = slot_of(kind);
        if (slot < 0 || entity < 0 || light.seen[static_cast<std::size_t>(slot)].has(entity)) return;
        draft_.report("E616", act.place,
                      "'" + store_.name(kind, entity) + "' is not known here on any way through the story",
                      "reveal it at this scene or before it, or take it out of the act");
    }

    Draft& draft_;
    const Store& store_;
    std::vector<Light> lights_;  // by scene
};

}  // namespace

void check_knowledge(Draft& draft) { KnowledgeCheck(draft).run(); }

}  // namespace ntk
