#include "engine/study/watched_facts.h"

#include <algorithm>

#include "engine/scenario/scope.h"
#include "engine/study/condition_reader.h"

namespace ntk {

namespace {

const Vocabulary& v() { return vocabulary(); }

const FieldInfo& field_info(int field) { return v().schema.fields[static_cast<std::size_t>(field)]; }

bool contains(const std::vector<int>& sorted, int value) {
    return std::binary_search(sorted.begin(), sorted.end(), value);
}

void sort_once(std::vector<int>& values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace

std::string WatchedFacts::Watch::key() const {
    std::string text = std::to_string(static_cast<int>(kind)) + " " + std::to_string(field) + " " +
                       std::to_string(entity) + " " + answer.source();
    for (const int one : fields) text += " " + std::to_string(one);
    return text;
}

WatchedFacts::WatchedFacts(const Scenario& scenario) : scenario_(&scenario) {}

// Only stories with conditions are looked at.
void WatchedFacts::look_at_story() {
    if (looked_) return;
    looked_ = true;
    const Store& opening = scenario_->opening;
    const auto look = [&](const std::vector<Act>& acts) {
        for (const Act& act : acts)
            for (const Setting& setting : act.settings) {
                const Type type = field_info(setting.fact).type;
                const bool entities = type.base == Type::Base::entity_set || type.base == Type::Base::entity;
                if (!entities || v().schema.table_of(type.of) == v().item) continue;
                const Bits named = type.is_set()         ? setting.set
                                   : setting.number >= 0 ? Bits::of(static_cast<int>(setting.number))
                                                         : Bits{};
                named.for_each([&](int entity) {
                    const int table = v().schema.table_of(type.of);
                    const int exact = table != v().party               ? table
                                      : opening.is(entity, v().person) ? v().person
                                                                       : v().agency;
                    if (!opening.shown(exact, entity)) hidden_named_.push_back(setting.fact);
                });
            }
    };
    for (const Node& node : scenario_->nodes) {
        for (const Setting& change : node.changes) changed_.push_back(change.fact);
        look(node.story);
        for (const Option& option : node.options) look(option.acts);
        for (const Compose& form : node.composes) look(form.also);
    }
    look(scenario_->standing);
    sort_once(changed_);
    sort_once(hidden_named_);
}

bool WatchedFacts::changes(int field) const { return contains(changed_, field); }
bool WatchedFacts::names_hidden(int field) const { return contains(hidden_named_, field); }

std::size_t WatchedFacts::add(Watch watch) {
    const std::string key = watch.key();
    for (std::size_t i = 0; i < watches_.size(); ++i)
        if (watches_[i].key() == key) return i;
    watches_.push_back(std::move(watch));
    return watches_.size() - 1;
}

WatchedFacts::Needs WatchedFacts::needs_of(const Expression& condition) {
    look_at_story();
    return ConditionReader(*this, condition).read();
}

namespace {

void append(Bits bits, std::vector<std::int64_t>& memory) {
    for (const std::uint64_t word : bits.words) memory.push_back(static_cast<std::int64_t>(word));
}

void append_fact(const Store& facts, int field, int entity, std::vector<std::int64_t>& memory) {
    const FieldInfo& info = field_info(field);
    memory.push_back(facts.known(field, entity) ? 1 : 0);
    if (info.index >= 0) {
        for (int key = 0; key < facts.count(info.index); ++key) {
            if (info.type.is_set())
                append(facts.set(field, entity, key), memory);
            else
                memory.push_back(facts.number(field, entity, key));
        }
    } else if (info.type.is_set()) {
        append(facts.set(field, entity), memory);
    } else {
        memory.push_back(facts.number(field, entity));
    }
}

}  // namespace

void WatchedFacts::remember(const Watch& watch, const CaseFile& file, std::vector<std::int64_t>& memory) const {
    const Store& facts = file.facts();
    switch (watch.kind) {
        case Watch::Kind::light:
            for (const int kind : {v().person, v().agency, v().item, v().request, v().pull, v().event})
                append(facts.all(kind), memory);
            break;
        case Watch::Kind::fact:
            if (watch.entity >= 0) {
                append_fact(facts, watch.field, watch.entity, memory);
            } else {
                for (int entity = 0; entity < facts.count(field_info(watch.field).kind); ++entity)
                    append_fact(facts, watch.field, entity, memory);
            }
            break;
        case Watch::Kind::answer: {
            Frame frame = scenario_frame(*scenario_);
            memory.push_back(static_cast<std::int64_t>(watch.answer.test(facts, frame)));
            break;
        }
        case Watch::Kind::history: {
            // The order of acts says nothing, so it is left out.
            std::vector<std::vector<std::int64_t>> acts;
            for (int act = 0; act < facts.count(v().act); ++act) {
                acts.emplace_back();
                for (const int field : watch.fields) append_fact(facts, field, act, acts.back());
            }
            std::sort(acts.begin(), acts.end());
            memory.push_back(static_cast<std::int64_t>(acts.size()));
            for (const auto& act : acts) memory.insert(memory.end(), act.begin(), act.end());
            break;
        }
        case Watch::Kind::clock: memory.push_back(file.now()); break;
    }
}

}  // namespace ntk
