#include "engine/rules/situation.h"

#include <algorithm>
#include <set>

#include "engine/casework/clock.h"
#include "engine/casework/reader.h"
#include "engine/rules/explain.h"
#include "engine/rules/pack_shapes.h"

namespace ntk {

namespace {

const Vocabulary& v() { return vocabulary(); }

std::vector<int> revealed_kinds() { return {v().party, v().item, v().request, v().pull, v().event}; }

// Hides what comes to light later; returns what the first step shows.
std::vector<EntityRef> hide_what_comes_later(const std::vector<const Tree*>& steps, Store& store) {
    std::set<std::string> later;
    for (const Tree* step : steps)
        if (const Tree* reveals = step->find("reveals"))
            for (const Tree& name : reveals->items) later.insert(name.text);
    std::vector<EntityRef> first;
    for (const int kind : revealed_kinds())
        for (int entity = 0; entity < store.count(kind); ++entity) {
            const bool arises = kind == v().request || kind == v().pull || kind == v().event;
            const bool hidden = later.count(store.name(kind, entity)) > 0;
            if (arises && !hidden) first.push_back({kind, entity});
            if (arises || hidden) store.show(kind, entity, false);
        }
    return first;
}

void reveal(const Tree& name, const Store& store, std::vector<EntityRef>& reveals, Diagnostics& diagnostics) {
    std::vector<std::string> known;
    for (const int kind : revealed_kinds()) {
        if (const int entity = store.find(kind, name.text); entity >= 0) {
            reveals.push_back({kind, entity});
            return;
        }
        for (int entity = 0; entity < store.count(kind); ++entity) known.push_back(store.name(kind, entity));
    }
    diagnostics.report("E301", name.place, "nothing here is called '" + name.text + "'",
                       did_you_mean(name.text, known));
}

// The moment of a step; `now` is that of the step before.
int read_time(const Tree& at, int now, Diagnostics& diagnostics) {
    const auto moment = read_moment(at.text);
    const auto later = read_later(at.text, now);
    if (!moment && !later)
        diagnostics.report("E118", at.place, "'" + at.text + "' is not a time",
                           "write \"w2 Mon 14:30\" or \"+1d 09:30\"");
    return moment ? *moment : later.value_or(now);
}

// The full record that follows by itself: every part that a record can have.
Act standing_record() {
    Act record;
    record.kind = ActKind::record;
    Setting parts;
    parts.fact = v().act_parts;
    for (const char* part : {"decision", "reason", "recipient", "basis", "condition", "ground", "classification",
                             "objection", "advice", "harm_view"})
        parts.set.add(enum_value(v().part, part));
    Setting mark;
    mark.fact = v().act_standing;
    mark.number = 1;
    record.settings = {parts, mark};
    return record;
}

SituationStep read_step(const Tree& tree, int now, Expectations expectations, const Store& store, CaseReader& reader,
                        Diagnostics& diagnostics) {
    Fields fields(tree, "the step", diagnostics,
                  expectations == Expectations::allowed ? test_step_fields() : situation_step_fields());
    SituationStep step;
    const Tree* at = fields.find("at");
    step.arrival.minutes = at == nullptr ? now : read_time(*at, now, diagnostics);
    step.arrival.decision = true;
    step.arrival.standing_record = fields.flag("standing", false);
    for (const Tree* name : fields.list("reveals")) reveal(*name, store, step.arrival.reveals, diagnostics);
    for (const TreeEntry* change : fields.entries("changes"))
        for (const Setting& setting : reader.read_change(*change)) step.arrival.changes.push_back(setting);
    if (const Tree* story = fields.find("story")) step.arrival.story = reader.read_acts(*story);
    if (const Tree* does = fields.find("does")) step.acts = reader.read_acts(*does);
    for (const Act& act : step.acts) step.arrival.offers.add(static_cast<int>(act.kind));
    const bool own_record = step.arrival.offers.has(static_cast<int>(ActKind::record));
    if (step.arrival.standing_record && !own_record) step.acts.push_back(standing_record());
    if (const Tree* offers = fields.find("offers"))
        for (const Setting& setting : reader.read_settings(v().decision_offers, 0, *offers))
            step.arrival.offers = step.arrival.offers | setting.set;
    if (expectations == Expectations::allowed) step.expect = fields.find("expect");
    fields.finish();
    return step;
}

// One value of an act in words; empty when it cannot be put in words.
std::string value_line(const Setting& setting, Type type, const Store& store, const Names& names) {
    if (type.is_set()) return join_names(setting.set, type, store, names);
    if (type.base == Type::Base::boolean) return setting.number != 0 ? "yes" : "no";
    if (type.base == Type::Base::enumeration) return value_words(type.of, setting.number);
    if (type.base != Type::Base::entity) return {};
    Bits one;
    one.add(static_cast<int>(setting.number));
    return join_names(one, {Type::Base::entity_set, type.of}, store, names);
}

// "share (items: the attendance log; to: children's social care; basis: public task)".
std::string act_line(const Act& act, const Store& store, const Names& names) {
    const auto plain = [](std::string text) {
        std::replace(text.begin(), text.end(), '_', ' ');
        return text;
    };
    std::string line =
        plain(v().schema.enums[static_cast<std::size_t>(v().act_kind)].values[static_cast<std::size_t>(act.kind)]);
    std::string parts;
    for (const ActField& field : act_fields(act.kind))
        for (const Setting& setting : act.settings) {
            if (setting.fact != v().*(field.fact)) continue;
            const FieldInfo& info = v().schema.fields[static_cast<std::size_t>(setting.fact)];
            const std::string value = value_line(setting, info.type, store, names);
            if (value.empty()) continue;
            Bits key;
            if (setting.key >= 0) key.add(setting.key);
            const std::string of =
                key.empty() ? "" : " of " + join_names(key, {Type::Base::entity_set, info.index}, store, names);
            parts += (parts.empty() ? "" : "; ") + plain(std::string(field.name)) + of + ": " + value;
        }
    return parts.empty() ? line : line + " (" + parts + ")";
}

// Words for people, agencies, items and requests, by id.
void read_names(Fields& root, Situation& situation, Diagnostics& diagnostics) {
    const Store& store = situation.opening;
    const auto name = [&](int kind, std::vector<std::string>& words, const TreeEntry& entry) {
        const int entity = store.find(kind, entry.key);
        if (entity < 0) return false;
        words.resize(static_cast<std::size_t>(store.count(kind)));
        if (const auto text = read_text(entry.value, "a name", diagnostics))
            words[static_cast<std::size_t>(entity)] = *text;
        return true;
    };
    for (const TreeEntry* entry : root.entries("names"))
        if (!name(v().party, situation.names.parties, *entry) && !name(v().item, situation.names.items, *entry) &&
            !name(v().request, situation.names.requests, *entry))
            diagnostics.report("E301", entry->key_place, "nothing here is called '" + entry->key + "'",
                               "name a person, an agency, a piece of information or a request");
}

}  // namespace

void read_situation(Fields& facts, const std::vector<const Tree*>& steps, Expectations expectations,
                    Situation& situation, Diagnostics& diagnostics) {
    CaseReader reader(situation.opening, diagnostics);
    reader.read_case(facts);
    if (diagnostics.has_errors()) return;
    const std::vector<EntityRef> first = hide_what_comes_later(steps, situation.opening);
    int now = *read_moment("Mon 10:00");
    for (const Tree* tree : steps) {
        situation.steps.push_back(read_step(*tree, situation.steps.empty() ? now : now + 60, expectations,
                                            situation.opening, reader, diagnostics));
        now = situation.steps.back().arrival.minutes;
    }
    if (situation.steps.empty()) return;
    std::vector<EntityRef>& reveals = situation.steps.front().arrival.reveals;
    reveals.insert(reveals.end(), first.begin(), first.end());
}

Situation read_situation_file(const Tree& file, Diagnostics& diagnostics) {
    Situation situation;
    Fields root(file, "the situation", diagnostics, situation_file());
    if (const Tree* header = root.require("situation")) {
        Fields fields(*header, "the header of the situation", diagnostics, situation_header());
        situation.title = fields.require_text("title");
        situation.packs = fields.names("packs");
        situation.as_of = fields.text("as_of");
        fields.text("note");
        fields.finish();
    }
    const std::vector<const Tree*> steps = root.list("steps");
    if (steps.empty())
        diagnostics.report("E111", file.place, "the situation needs at least one step",
                           "steps:\n  - does: [ { record: { parts: [decision, reason] } } ]");
    read_situation(root, steps, Expectations::refused, situation, diagnostics);
    read_names(root, situation, diagnostics);
    root.finish();
    return situation;
}

PastCase past_of(const Situation& situation, const std::shared_ptr<const RuleBook>& rules, Reach reach) {
    PastCase past;
    past.rules = rules;
    past.names = situation.names;
    past.opening = situation.opening;
    past.closed = reach.step < 0;
    for (const SituationStep& one : situation.steps) {
        past.moments.push_back({one.arrival, one.acts, true});
        if (static_cast<int>(past.moments.size()) == reach.step + 1) break;
    }
    if (!reach.done && !past.moments.empty()) past.moments.back().acts.clear();
    return past;
}

bool stands_in(const std::vector<Verdict>& shown, const Verdict& verdict) {
    return std::any_of(shown.begin(), shown.end(), [&](const Verdict& before) {
        return before.norm == verdict.norm && before.key == verdict.key && before.state == verdict.state &&
               before.credit == verdict.credit;
    });
}

JudgedSituation judge_situation(const Situation& situation, const std::shared_ptr<const RuleBook>& rules) {
    JudgedSituation judged;
    Judge judge(rules, situation.opening, situation.names);
    for (const SituationStep& step : situation.steps) {
        const int before = judge.decision();
        judge.arrive(step.arrival);
        std::vector<Verdict>& ran_out = judged.ran_out.emplace_back();
        if (!judged.by_step.empty())
            for (const Verdict& verdict : judge.verdicts_of(before))
                if (verdict.decided == before && !stands_in(judged.by_step.back(), verdict)) ran_out.push_back(verdict);
        judge.act(step.acts);
        judged.by_step.push_back(judge.verdicts_of(judge.decision()));
        std::vector<std::string>& done = judged.acts.emplace_back();
        for (const Act& act : step.acts) done.push_back(act_line(act, judge.case_file().facts(), situation.names));
    }
    judge.close();
    judged.at_close = judge.verdicts();
    return judged;
}

}  // namespace ntk
