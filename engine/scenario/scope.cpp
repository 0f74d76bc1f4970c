#include "engine/scenario/scope.h"

#include "engine/casework/vocabulary.h"

namespace ntk {

namespace {

// Calls f(kind, entity) for everything with an id of its own, always in the same order.
template <class F>
void for_each_named(const Store& store, F&& f) {
    const Vocabulary& v = vocabulary();
    for (const int kind : {v.party, v.item, v.request, v.pull, v.event})
        for (int entity = 0; entity < store.count(kind); ++entity) f(kind, entity);
}

}  // namespace

Scope scenario_scope(const Store& opening) {
    const Vocabulary& v = vocabulary();
    Scope scope;
    scope.schema = &v.schema;
    for_each_named(opening, [&](int kind, int entity) {
        const int exact = kind != v.party ? kind : opening.is(entity, v.person) ? v.person : v.agency;
        scope.variables.push_back({opening.name(kind, entity), {Type::Base::entity, exact}});
    });
    return scope;
}

Frame scenario_frame(const Scenario& scenario) {
    Frame frame;
    for_each_named(scenario.opening, [&](int, int entity) {
        Frame::Slot slot;
        slot.number.value = entity;
        frame.slots.push_back(slot);
    });
    return frame;
}

}  // namespace ntk
