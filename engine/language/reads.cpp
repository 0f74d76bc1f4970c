#include "engine/language/evaluator.h"

namespace ntk {
bool Evaluator::is_known(const Code& code, const CodeNode& node, Slot* slots) {
    const Number entity = number(code, node.a, slots);
    if (!is_entity(entity)) return false;
    const int owner = static_cast<int>(entity.value);
    if (node.c < 0) {
        note(node.b, owner);
        return store_.known(node.b, owner);
    }
    const Number key = number(code, node.c, slots);
    if (!is_entity(key)) return false;
    note(node.b, owner, static_cast<int>(key.value));
    return store_.known(node.b, owner);
}

Number Evaluator::read(int field, Number entity, Number key) {
    if (!is_entity(entity) || !is_entity(key)) return {false, 0};
    const int owner = static_cast<int>(entity.value);
    const int column = static_cast<int>(key.value);
    if (trace_ != nullptr) note(field, owner, column);
    return {store_.known(field, owner), store_.number(field, owner, column)};
}

SetRange Evaluator::read_set(const Sort& sort, int field, Number entity, Number key) {
    if (!is_entity(entity) || !is_entity(key)) return anything(sort);
    const int owner = static_cast<int>(entity.value);
    const int column = static_cast<int>(key.value);
    if (trace_ != nullptr) note(field, owner, column);
    if (!store_.known(field, owner)) return anything(sort);
    const Bits members = visible(sort, store_.set(field, owner, column));
    return {members, members};
}

void Evaluator::note(int field, int entity, int key) {
    if (trace_ == nullptr) return;
    const FactRead fact{field, entity, key};
    if (noted_->insert(fact).second) trace_->facts.push_back(fact);
}

}  // namespace ntk
