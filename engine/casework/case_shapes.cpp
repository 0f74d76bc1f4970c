#include "engine/casework/case_shapes.h"

namespace ntk {

namespace {

const Vocabulary& v() { return vocabulary(); }

const FieldInfo& info(int fact) { return v().schema.fields[static_cast<std::size_t>(fact)]; }

const std::string unknown = "unknown";

Shape enum_shape(int e, bool may_be_unknown) {
    std::vector<std::string> values = v().schema.enums[static_cast<std::size_t>(e)].values;
    if (may_be_unknown) values.push_back(unknown);
    return shape::choice(std::move(values));
}

Shape value_shape(Type type, bool may_be_unknown) {
    const auto with_unknown = [&](Shape shape) {
        return may_be_unknown ? shape::either({std::move(shape), shape::choice({unknown})}) : shape;
    };
    switch (type.base) {
        case Type::Base::boolean: return with_unknown(shape::flag());
        case Type::Base::integer: return with_unknown(shape::number(0, 1'000));
        case Type::Base::enumeration: return enum_shape(type.of, may_be_unknown);
        case Type::Base::enum_set:
            return shape::either({enum_shape(type.of, may_be_unknown), shape::list(enum_shape(type.of, false))});
        case Type::Base::entity_set: return shape::one_or_more(shape::text());
        default: return shape::text();
    }
}

FieldTable facts_of(std::string name, int kind) { return {std::move(name), fact_rows(kind)}; }

std::vector<FieldRow> learner_rows() {
    std::vector<FieldRow> rows = fact_rows(v().learner);
    rows.push_back({"advisers", shape::keyed(shape::text()), false,
                    "Who is fit to ask, and how long they take to answer: { named_nurse: 30m }."});
    return rows;
}

const char* what_for(ActKind kind) {
    switch (kind) {
        case ActKind::share: return "Send information to somebody.";
        case ActKind::hand_over: return "Hand information over to another area.";
        case ActKind::withhold: return "Keep information back.";
        case ActKind::refuse: return "Refuse a request.";
        case ActKind::wait: return "Put off sending information.";
        case ActKind::inform: return "Tell people who is told what, and why.";
        case ActKind::engage: return "Talk with people about their views, help or a plan.";
        case ActKind::engage_child: return "Talk with the child.";
        case ActKind::seek_consent: return "Ask for consent in data law.";
        case ActKind::seek_agreement: return "Ask for agreement to a service.";
        case ActKind::rely_on_consent: return "Rely on consent that was given.";
        case ActKind::honour_withdrawal: return "Act on consent that was taken back.";
        case ActKind::weigh_objection: return "Hear an objection out and weigh it.";
        case ActKind::override_objection: return "Go against an objection.";
        case ActKind::seek_advice: return "Ask somebody fit to advise.";
        case ActKind::record: return "Write down what was decided.";
        case ActKind::explain: return "Give somebody a reason.";
        case ActKind::answer: return "Answer somebody.";
        case ActKind::reconsider: return "Look at a decision again.";
        case ActKind::confirm_receipt: return "Make sure that it arrived.";
        case ActKind::check: return "Check information with somebody.";
        case ActKind::gather: return "Look information up.";
        case ActKind::escalate: return "Take it further.";
        case ActKind::assume: return "Take something for granted.";
        case ActKind::correct: return "Put wrong information right.";
        case ActKind::recall: return "Ask for information back.";
        case ActKind::notify_leak: return "Report that information went astray.";
        case ActKind::safety_plan: return "Plan for somebody's safety.";
        case ActKind::apologise: return "Say sorry to those concerned.";
        case ActKind::close: return "End your part in the case.";
    }
    return "";
}

template <ActKind kind>
const FieldTable& act_table() {
    static const FieldTable table{
        "act " + v().schema.enums[static_cast<std::size_t>(v().act_kind)].values[static_cast<std::size_t>(kind)],
        act_rows(kind)};
    return table;
}

// One row for each act, each with a table of its own.
template <int count>
void add_acts(std::vector<FieldRow>& rows) {
    if constexpr (count > 0) {
        add_acts<count - 1>(rows);
        constexpr auto kind = static_cast<ActKind>(count - 1);
        rows.push_back({v().schema.enums[static_cast<std::size_t>(v().act_kind)].values[count - 1],
                        shape::mapping(act_table<kind>), false, what_for(kind)});
    }
}

FieldTable all_acts() {
    FieldTable acts{"act", {}, {}, true};
    add_acts<static_cast<int>(ActKind::close) + 1>(acts.rows);
    return acts;
}

}  // namespace

Shape fact_shape(int fact) {
    const FieldInfo& field = info(fact);
    return field.index < 0 ? value_shape(field.type, true) : shape::keyed(value_shape(field.type, false));
}

std::vector<FieldRow> fact_rows(int kind) {
    std::vector<FieldRow> rows;
    for (std::size_t f = 0; f < v().schema.fields.size(); ++f) {
        const FieldInfo& field = v().schema.fields[f];
        if (!field.situation || (field.kind != kind && field.kind != v().schema.table_of(kind))) continue;
        rows.push_back({field.name, fact_shape(static_cast<int>(f)), false, field.meaning});
    }
    return rows;
}

const FieldTable& person_facts() {
    static const FieldTable table = facts_of("person facts", v().person);
    return table;
}
const FieldTable& agency_facts() {
    static const FieldTable table = facts_of("agency facts", v().agency);
    return table;
}
const FieldTable& item_facts() {
    static const FieldTable table = facts_of("item facts", v().item);
    return table;
}
const FieldTable& request_facts() {
    static const FieldTable table = facts_of("request facts", v().request);
    return table;
}
const FieldTable& pull_facts() {
    static const FieldTable table = facts_of("pull", v().pull);
    return table;
}
const FieldTable& event_facts() {
    static const FieldTable table = facts_of("event", v().event);
    return table;
}
const FieldTable& case_facts() {
    static const FieldTable table = facts_of("case", v().case_);
    return table;
}
const FieldTable& learner_facts() {
    static const FieldTable table{"learner", learner_rows()};
    return table;
}

std::vector<FieldRow> act_rows(ActKind kind) {
    std::vector<FieldRow> rows;
    for (const ActField& field : act_fields(kind))
        rows.push_back(
            {std::string(field.name), fact_shape(v().*(field.fact)), field.required, info(v().*(field.fact)).meaning});
    return rows;
}

const FieldTable& act_fields_by_kind() {
    static const FieldTable table = all_acts();
    return table;
}

Shape act_list() { return shape::list(shape::mapping(act_fields_by_kind)); }

Shape fact_changes() {
    // The owner is a name of the case; facts of one name may differ by whose they are, so each may be either.
    std::vector<FieldRow> rows;
    for (std::size_t f = 0; f < v().schema.fields.size(); ++f) {
        const FieldInfo& field = v().schema.fields[f];
        if (!field.situation) continue;
        const std::string name = "^[^.]*\\." + field.name + "$";
        Shape shape = fact_shape(static_cast<int>(f));
        bool merged = false;
        for (FieldRow& row : rows) {
            if (row.name != name) continue;
            row.shape = shape::either({row.shape, shape});
            merged = true;
        }
        if (!merged) rows.push_back({name, std::move(shape), false, field.meaning});
    }
    return shape::keyed(std::move(rows));
}

}  // namespace ntk
