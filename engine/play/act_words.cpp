#include <algorithm>

#include "engine/casework/clock.h"
#include "engine/play/attempt.h"
#include "engine/play/words.h"

namespace ntk {

namespace {

const Vocabulary& v() { return vocabulary(); }

// What was sent, how and how it was guarded.
std::string sending(const Words& words, const Act& act, const std::string& verb) {
    std::string text =
        verb + " " + words.parties(act_set(act, v().act_to)) + ": " + words.items(act_set(act, v().act_items));
    const auto form = act_number(act, v().act_form, -1);
    if (form == enum_value(v().form, "summary")) text += "; as a short summary";
    if (form == enum_value(v().form, "whole_file")) text += "; as the whole file";
    if (const Bits hidden = act_set(act, v().act_redact); !hidden.empty())
        text += "; leaving out " + words.parties(hidden);
    if (const Bits renamed = act_set(act, v().act_pseudonym); !renamed.empty())
        text += "; under another name: " + words.parties(renamed);
    if (act_number(act, v().act_handling, 0) != 0) text += "; with a note on guarding it";
    return text;
}

std::string holding_back(const Words& words, const Act& act, const std::string& verb) {
    std::string text = verb;
    const Bits items = act_set(act, v().act_items);
    const Bits from = act_set(act, v().act_from);
    const auto request = act_number(act, v().act_request, -1);
    if (!from.empty()) text += " " + words.parties(from);
    if (from.empty() && request >= 0) text += " " + words.request(request);
    if (!items.empty()) text += ": " + words.items(items);
    const auto reason = act_number(act, v().act_reason, -1);
    if (reason >= 0) text += " (because " + choice_words(v().reason, reason) + ")";
    return text;
}

std::string concerning(const Words& words, const Act& act) {
    const Bits items = act_set(act, v().act_items);
    return items.empty() ? "" : " about: " + words.items(items);
}

std::string told(const Words& words, const Act& act) {
    std::string text =
        "Told " + words.parties(act_set(act, v().act_who)) + " " + choices_words(v().part, act_set(act, v().act_parts));
    const Bits items = act_set(act, v().act_items);
    if (!items.empty()) text += ", with this: " + words.items(items);
    return text;
}

std::string recorded(const Act& act) {
    const Bits parts = act_set(act, v().act_parts);
    if (parts.empty()) return "Put nothing on record";
    std::string text = "Recorded " + choices_words(v().part, parts);
    if (act_number(act, v().act_truthful, 1) == 0) text += ", not as it happened";
    if (act_number(act, v().act_marked_late, 0) != 0) text += ", marked as a late entry";
    return text;
}

std::string act_text(const Words& words, const Act& act) {
    const auto with = [&](int fact) { return words.parties(act_set(act, fact)); };
    switch (act.kind) {
        case ActKind::share: return sending(words, act, "Sent to");
        case ActKind::hand_over: return sending(words, act, "Handed over to");
        case ActKind::withhold: return holding_back(words, act, "Held back from");
        case ActKind::refuse: return holding_back(words, act, "Refused");
        case ActKind::wait: return holding_back(words, act, "Waited before telling");
        case ActKind::inform: return told(words, act);
        case ActKind::engage:
            return "Talked with " + with(v().act_who) + " about " +
                   choices_words(v().part, act_set(act, v().act_parts));
        case ActKind::engage_child:
            return std::string("Talked with the child") +
                   (act_number(act, v().act_apart, 0) != 0 ? " apart from others" : "");
        case ActKind::seek_consent:
            return "Asked " + with(v().act_from) + " for consent" +
                   (act_number(act, v().act_gate, 0) != 0 ? ", and let it depend on a yes" : "");
        case ActKind::seek_agreement: return "Asked " + with(v().act_from) + " to agree to help";
        case ActKind::rely_on_consent: return "Relied on the consent of " + with(v().act_from);
        case ActKind::honour_withdrawal: return "Respected that " + with(v().act_from) + " withdrew consent";
        case ActKind::weigh_objection: return "Weighed the objection of " + with(v().act_who);
        case ActKind::override_objection: return "Went ahead despite the objection of " + with(v().act_who);
        case ActKind::seek_advice:
            return "Asked " + with(v().act_from) + " for advice on " +
                   choices_words(v().topic, act_set(act, v().act_topics));
        case ActKind::record: return recorded(act);
        case ActKind::explain:
            return act_number(act, v().act_truthful, 1) == 0 ? "Gave " + with(v().act_to) + " a reason that was not so"
                                                             : "Explained to " + with(v().act_to);
        case ActKind::answer: return "Answered " + with(v().act_to);
        case ActKind::reconsider: return "Looked again at what " + with(v().act_from) + " asked";
        case ActKind::confirm_receipt:
            return "Checked with " + with(v().act_from) + " what they hold" + concerning(words, act);
        case ActKind::check: return "Asked " + with(v().act_from) + concerning(words, act);
        case ActKind::gather:
            return "Asked " + with(v().act_from) + " for: " + words.items(act_set(act, v().act_items));
        case ActKind::escalate: return "Took it further, to " + with(v().act_to);
        case ActKind::assume:
            return "Took for granted that " + choice_words(v().that, act_number(act, v().act_that, -1));
        case ActKind::correct:
            return "Put right with " + with(v().act_to) + ": " + words.items(act_set(act, v().act_items));
        case ActKind::recall:
            return "Asked " + with(v().act_to) + " to delete: " + words.items(act_set(act, v().act_items));
        case ActKind::notify_leak:
            return "Told " + words.parties(act_set(act, v().act_to) | act_set(act, v().act_who)) + " of the leak";
        case ActKind::safety_plan: return "Agreed a plan to keep " + with(v().act_who) + " safe";
        case ActKind::apologise:
            return "Apologised to " + words.parties(act_set(act, v().act_to) | act_set(act, v().act_who));
        case ActKind::close: return "Closed your part in the case";
    }
    return {};
}

}  // namespace

std::string Words::act(const Act& act) const { return act_text(*this, act) + "."; }

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
        return plain(id);
    };
    std::string text;
    if (const auto dot = path.find('.'); dot != std::string::npos) {
        const std::string owner = path.substr(0, dot);
        if (owner != "case") text = entity_words(owner) + ": ";
        text += plain(path.substr(dot + 1));
    } else {
        text = plain(path);
    }
    if (!key.empty()) text += " for " + entity_words(key);
    const std::string since = shown.known_at > 0 ? "since " + moment_text(shown.known_at) : "from the start";
    return text + ": " + plain(shown.value) + " (known " + since + ")";
}

}  // namespace ntk
