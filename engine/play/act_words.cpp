#include <algorithm>

#include "engine/casework/clock.h"
#include "engine/play/attempt.h"
#include "engine/play/words.h"
#include "engine/text/said.h"

namespace ntk {

namespace {

const Vocabulary& v() { return vocabulary(); }

// What was sent, how and how it was guarded.
std::string sending(const Words& words, const Act& act, const std::string& sentence) {
    std::string text = fill(sentence, {{"whom", words.parties(act_set(act, v().act_to))},
                                       {"what", words.items(act_set(act, v().act_items))}});
    const auto form = act_number(act, v().act_form, -1);
    if (form == enum_value(v().form, "summary")) text += "; as a short summary"_en;
    if (form == enum_value(v().form, "whole_file")) text += "; as the whole file"_en;
    if (const Bits hidden = act_set(act, v().act_redact); !hidden.empty())
        text += fill("; leaving out {whom}"_en, {{"whom", words.parties(hidden)}});
    if (const Bits renamed = act_set(act, v().act_pseudonym); !renamed.empty())
        text += fill("; under another name: {whom}"_en, {{"whom", words.parties(renamed)}});
    if (act_number(act, v().act_handling, 0) != 0) text += "; with a note on guarding it"_en;
    return text;
}

std::string holding_back(const Words& words, const Act& act, std::string text) {
    const Bits items = act_set(act, v().act_items);
    const Bits from = act_set(act, v().act_from);
    const auto request = act_number(act, v().act_request, -1);
    if (!from.empty()) text += " " + words.parties(from);
    if (from.empty() && request >= 0) text += " " + words.request(request);
    if (!items.empty()) text += ": " + words.items(items);
    const auto reason = act_number(act, v().act_reason, -1);
    if (reason >= 0) text += fill(" (because {reason})"_en, {{"reason", choice_words(v().reason, reason)}});
    return text;
}

std::string concerning(const Words& words, const Act& act) {
    const Bits items = act_set(act, v().act_items);
    return items.empty() ? "" : fill(" about: {what}"_en, {{"what", words.items(items)}});
}

std::string told(const Words& words, const Act& act) {
    const std::string whom = words.parties(act_set(act, v().act_who));
    const std::string parts = choices_words(v().part, act_set(act, v().act_parts));
    const Bits items = act_set(act, v().act_items);
    if (items.empty()) return fill("Told {whom} {parts}"_en, {{"whom", whom}, {"parts", parts}});
    return fill("Told {whom} {parts}, with this: {what}"_en,
                {{"whom", whom}, {"parts", parts}, {"what", words.items(items)}});
}

std::string recorded(const Act& act) {
    const Bits parts = act_set(act, v().act_parts);
    if (parts.empty()) return "Put nothing on record"_en;
    const bool late = act_number(act, v().act_marked_late, 0) != 0;
    const std::string what = choices_words(v().part, parts);
    if (act_number(act, v().act_truthful, 1) == 0)
        return fill(late ? "Recorded {parts}, not as it happened, marked as a late entry"_en
                         : "Recorded {parts}, not as it happened"_en,
                    {{"parts", what}});
    return fill(late ? "Recorded {parts}, marked as a late entry"_en : "Recorded {parts}"_en, {{"parts", what}});
}

std::string act_text(const Words& words, const Act& act) {
    const auto with = [&](int fact) { return words.parties(act_set(act, fact)); };
    switch (act.kind) {
        case ActKind::share: return sending(words, act, "Sent to {whom}: {what}"_en);
        case ActKind::hand_over: return sending(words, act, "Handed over to {whom}: {what}"_en);
        case ActKind::withhold: return holding_back(words, act, "Held back from"_en);
        case ActKind::refuse: return holding_back(words, act, "Refused"_en);
        case ActKind::wait: return holding_back(words, act, "Waited before telling"_en);
        case ActKind::inform: return told(words, act);
        case ActKind::engage:
            return fill("Talked with {whom} about {parts}"_en,
                        {{"whom", with(v().act_who)}, {"parts", choices_words(v().part, act_set(act, v().act_parts))}});
        case ActKind::engage_child:
            return act_number(act, v().act_apart, 0) != 0 ? "Talked with the child apart from others"_en
                                                          : "Talked with the child"_en;
        case ActKind::seek_consent:
            return fill(act_number(act, v().act_gate, 0) != 0
                            ? "Asked {whom} for consent, and let it depend on a yes"_en
                            : "Asked {whom} for consent"_en,
                        {{"whom", with(v().act_from)}});
        case ActKind::seek_agreement: return fill("Asked {whom} to agree to help"_en, {{"whom", with(v().act_from)}});
        case ActKind::rely_on_consent:
            return fill("Relied on the consent of {whom}"_en, {{"whom", with(v().act_from)}});
        case ActKind::honour_withdrawal:
            return fill("Respected that {whom} withdrew consent"_en, {{"whom", with(v().act_from)}});
        case ActKind::weigh_objection: return fill("Weighed the objection of {whom}"_en, {{"whom", with(v().act_who)}});
        case ActKind::override_objection:
            return fill("Went ahead despite the objection of {whom}"_en, {{"whom", with(v().act_who)}});
        case ActKind::seek_advice:
            return fill(
                "Asked {whom} for advice on {topics}"_en,
                {{"whom", with(v().act_from)}, {"topics", choices_words(v().topic, act_set(act, v().act_topics))}});
        case ActKind::record: return recorded(act);
        case ActKind::explain:
            return fill(act_number(act, v().act_truthful, 1) == 0 ? "Gave {whom} a reason that was not so"_en
                                                                  : "Explained to {whom}"_en,
                        {{"whom", with(v().act_to)}});
        case ActKind::answer: return fill("Answered {whom}"_en, {{"whom", with(v().act_to)}});
        case ActKind::reconsider: return fill("Looked again at what {whom} asked"_en, {{"whom", with(v().act_from)}});
        case ActKind::confirm_receipt:
            return fill("Checked with {whom} what they hold{about}"_en,
                        {{"whom", with(v().act_from)}, {"about", concerning(words, act)}});
        case ActKind::check:
            return fill("Asked {whom}{about}"_en, {{"whom", with(v().act_from)}, {"about", concerning(words, act)}});
        case ActKind::gather:
            return fill("Asked {whom} for: {what}"_en,
                        {{"whom", with(v().act_from)}, {"what", words.items(act_set(act, v().act_items))}});
        case ActKind::escalate: return fill("Took it further, to {whom}"_en, {{"whom", with(v().act_to)}});
        case ActKind::assume:
            return fill("Took for granted that {what}"_en,
                        {{"what", choice_words(v().that, act_number(act, v().act_that, -1))}});
        case ActKind::correct:
            return fill("Put right with {whom}: {what}"_en,
                        {{"whom", with(v().act_to)}, {"what", words.items(act_set(act, v().act_items))}});
        case ActKind::recall:
            return fill("Asked {whom} to delete: {what}"_en,
                        {{"whom", with(v().act_to)}, {"what", words.items(act_set(act, v().act_items))}});
        case ActKind::notify_leak:
            return fill("Told {whom} of the leak"_en,
                        {{"whom", words.parties(act_set(act, v().act_to) | act_set(act, v().act_who))}});
        case ActKind::safety_plan: return fill("Agreed a plan to keep {whom} safe"_en, {{"whom", with(v().act_who)}});
        case ActKind::apologise:
            return fill("Apologised to {whom}"_en,
                        {{"whom", words.parties(act_set(act, v().act_to) | act_set(act, v().act_who))}});
        case ActKind::close: return "Closed your part in the case"_en;
    }
    return {};
}

}  // namespace

std::string Words::act(const Act& act) const { return fill("{act}."_en, {{"act", act_text(*this, act)}}); }

std::string decision_words(const Scenario& scenario, const DecisionMade& decision) {
    if (decision.composed) return Words(scenario).acts(decision.acts);
    if (const Node* node = scenario.node(decision.node))
        for (const Option& option : node->options)
            if (option.id == decision.option) return option.say;
    return decision.option;
}

std::string Words::fact(const FactShown& shown) const {
    std::string path = shown.path;
    std::string key;
    if (const auto bracket = path.find('['); bracket != std::string::npos) {
        const auto end = path.find(']', bracket);
        key = path.substr(bracket + 1, end == std::string::npos ? end : end - bracket - 1);
        path.resize(bracket);
    }
    const Store& store = scenario_->opening;
    const auto entity_words = [&](const std::string& id) {
        if (const int found = store.find(v().party, id); found >= 0) return party(found);
        if (const int found = store.find(v().item, id); found >= 0) return sentence(label(found));
        if (const int found = store.find(v().request, id); found >= 0) return request(found);
        // An event has an id and no words of its author.
        return program_language() == "en-GB" ? plain(id) : "an event"_en;
    };
    std::string text;
    if (const auto dot = path.find('.'); dot != std::string::npos) {
        const std::string owner = path.substr(0, dot);
        if (owner != "case") text = entity_words(owner) + ": ";
        text += plain(path.substr(dot + 1));
    } else {
        text = plain(path);
    }
    if (!key.empty()) text = fill("{fact} for {whom}"_en, {{"fact", text}, {"whom", entity_words(key)}});
    const std::string value = plain(shown.value);
    if (shown.known_at <= 0)
        return fill("{fact}: {value} (known from the start)"_en, {{"fact", text}, {"value", value}});
    return fill("{fact}: {value} (known since {when})"_en,
                {{"fact", text}, {"value", value}, {"when", moment_text(shown.known_at)}});
}

}  // namespace ntk
