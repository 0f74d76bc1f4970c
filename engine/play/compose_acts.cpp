#include <algorithm>

#include "engine/play/compose.h"
#include "engine/play/words.h"
#include "engine/text/said.h"

namespace ntk {

namespace {

const Vocabulary& v() { return vocabulary(); }

// Answers checked against the form: known ids only, once each, in the order offered; questions not answered as filled
// in.
class Checked {
  public:
    Checked(const ActForm& form, const Answers& answers) {
        for (const auto& [id, given] : answers) {
            const bool known = std::any_of(form.fields.begin(), form.fields.end(),
                                           [&, id = id](const Field& f) { return f.id == id; });
            if (!known && refusal_.empty())
                refusal_ = fill("There is no question '{id}' in this form."_en, {{"id", id}});
        }
        for (const Field& field : form.fields) {
            const auto given = answers.find(field.id);
            check(field, given == answers.end() ? field.chosen : given->second);
        }
    }

    const std::string& refusal() const { return refusal_; }
    const Answers& answers() const { return answers_; }
    bool asked(const std::string& field) const { return answers_.count(field) != 0; }
    bool picked(const std::string& field, const std::string& id) const { return one(field) == id; }

    // The answer to a question with one answer; empty when there is none.
    std::string one(const std::string& field) const {
        const auto found = answers_.find(field);
        return found == answers_.end() || found->second.empty() ? std::string() : found->second.front();
    }

    Bits entities(const std::string& field, const Store& facts, int kind) const {
        return members(field, [&](const std::string& id) { return facts.find(kind, id); });
    }
    Bits values(const std::string& field, int enum_index) const {
        return members(field, [&](const std::string& id) { return enum_value(enum_index, id); });
    }

  private:
    template <class F>
    Bits members(const std::string& field, F&& index) const {
        Bits all;
        if (const auto found = answers_.find(field); found != answers_.end())
            for (const std::string& id : found->second) all.add(index(id));
        return all;
    }

    void check(const Field& field, const std::vector<std::string>& given) {
        std::vector<std::string>& kept = answers_[field.id];
        for (const std::string& id : given) {
            const bool known =
                std::any_of(field.answers.begin(), field.answers.end(), [&](const auto& a) { return a.id == id; });
            if (!known && refusal_.empty())
                refusal_ =
                    fill("'{id}' is not an answer to: {question}"_en, {{"id", id}, {"question", field.question}});
        }
        for (const Field::Answer& offered : field.answers)
            if (std::find(given.begin(), given.end(), offered.id) != given.end()) kept.push_back(offered.id);
        if (field.kind == Field::Kind::pick_one && kept.size() > 1 && refusal_.empty())
            refusal_ = fill("Only one answer fits: {question}"_en, {{"question", field.question}});
        if (!field.optional && kept.empty() && refusal_.empty())
            refusal_ = fill("This still needs an answer: {question}"_en, {{"question", field.question}});
    }

    std::string refusal_;
    Answers answers_;
};

Setting of_number(int fact, std::int64_t value, int key = -1) {
    Setting setting;
    setting.fact = fact;
    setting.number = value;
    setting.key = key;
    return setting;
}

Setting of_set(int fact, Bits value) {
    Setting setting;
    setting.fact = fact;
    setting.set = value;
    return setting;
}

Act act_of(ActKind kind, std::vector<Setting> settings, Place place) {
    Act act;
    act.kind = kind;
    act.settings = std::move(settings);
    act.place = place;
    return act;
}

// The share itself, guarded, labelled and based as answered.
Act sending(const Scenario& scenario, const Store& facts, const Compose& compose, const Checked& answers, Bits items,
            Bits to) {
    Act act = act_of(compose.act, {of_set(v().act_items, items), of_set(v().act_to, to)}, compose.place);
    const auto put = [&](int fact, std::int64_t value) {
        if (value >= 0) act.settings.push_back(of_number(fact, value));
    };
    if (const std::string basis = answers.one("basis"); !basis.empty())
        put(v().act_basis, enum_value(v().basis, basis));
    if (const std::string form = answers.one("form"); !form.empty()) put(v().act_form, enum_value(v().form, form));
    if (answers.asked("handling")) put(v().act_handling, answers.picked("handling", "yes") ? 1 : 0);
    for (const Setting& usual : scenario.share_defaults.settings) {
        const bool settled = (usual.fact == v().act_basis && answers.asked("basis")) ||
                             (usual.fact == v().act_form && answers.asked("form")) ||
                             (usual.fact == v().act_handling && answers.asked("handling"));
        if (!settled) act.settings.push_back(usual);
    }
    if (const Bits left_out = answers.entities("redact", facts, v().party); !left_out.empty())
        act.settings.push_back(of_set(v().act_redact, left_out));
    const bool labelled = answers.asked("labels") ? answers.picked("labels", "graded") : scenario.labels_as_graded;
    items.for_each([&](int item) {
        if (labelled) act.settings.push_back(of_number(v().act_labels, label_of(facts, item), item));
        if (scenario.classify_as_categorised)
            act.settings.push_back(of_number(v().act_classify, facts.number(v().category_, item), item));
    });
    if (compose.request >= 0) put(v().act_request, compose.request);
    const auto area = std::find(scenario.symbols.begin(), scenario.symbols.end(), compose.to_area);
    if (area != scenario.symbols.end()) put(v().act_to_area, area - scenario.symbols.begin());
    return act;
}

// Nothing is sent: a request is refused, or what was on offer is held back.
Act holding_back(const Store& facts, const Compose& compose, Bits from, std::int64_t reason) {
    const Bits on_offer = compose.items & facts.all(v().item);
    std::vector<Setting> settings = {of_number(v().act_reason, reason)};
    if (compose.request >= 0) {
        settings.push_back(of_number(v().act_request, compose.request));
        const auto asker = static_cast<int>(facts.number(v().request_from, compose.request));
        if (asker >= 0) settings.push_back(of_set(v().act_from, Bits::of(asker)));
        return act_of(ActKind::refuse, std::move(settings), compose.place);
    }
    settings.push_back(of_set(v().act_items, on_offer));
    settings.push_back(of_set(v().act_from, from.empty() ? compose.to : from));
    return act_of(ActKind::withhold, std::move(settings), compose.place);
}

}  // namespace

Composed compose_acts(const Scenario& scenario, const Store& facts, const Compose& compose, const Answers& answers) {
    Composed composed;
    const Checked checked(compose_form(scenario, facts, compose), answers);
    composed.refusal = checked.refusal();
    if (!composed.refusal.empty()) return composed;

    const Bits items =
        checked.asked("items") ? checked.entities("items", facts, v().item) : compose.items & facts.all(v().item);
    const Bits to = checked.asked("to") ? checked.entities("to", facts, v().party) : compose.to;
    const std::string reason = checked.one("reason");
    if (!items.empty() && to.empty()) composed.refusal = "Choose who receives it, or send nothing."_en;
    if (!items.empty() && !reason.empty())
        composed.refusal =
            "A reason for sending nothing does not go with sending something. Leave it open, or send nothing."_en;
    if (items.empty() && reason.empty()) composed.refusal = "You send nothing: say why, or choose what to send."_en;
    if (!composed.refusal.empty()) return composed;

    composed.answers = checked.answers();
    if (const Bits weighed = checked.entities("weigh", facts, v().party); !weighed.empty())
        composed.acts.push_back(act_of(ActKind::weigh_objection, {of_set(v().act_who, weighed)}, compose.place));
    if (const Bits told = checked.entities("tell", facts, v().party); !told.empty()) {
        Bits parts;
        for (const char* part : {"who", "what", "why"}) parts.add(enum_value(v().part, part));
        composed.acts.push_back(
            act_of(ActKind::inform, {of_set(v().act_who, told), of_set(v().act_parts, parts)}, compose.place));
    }
    composed.acts.push_back(items.empty() ? holding_back(facts, compose, to, enum_value(v().reason, reason))
                                          : sending(scenario, facts, compose, checked, items, to));
    if (checked.asked("record"))
        composed.acts.push_back(
            act_of(ActKind::record,
                   {of_set(v().act_parts, checked.values("record", v().part)), of_number(v().act_truthful, 1)},
                   compose.place));
    for (const Act& also : compose.also) composed.acts.push_back(also);
    return composed;
}

}  // namespace ntk
