#include "engine/play/words.h"

#include <cctype>
#include <utility>

#include "engine/casework/clock.h"
#include "engine/casework/vocabulary_words.h"
#include "engine/text/said.h"

namespace ntk {

namespace {

const Vocabulary& v() { return vocabulary(); }

struct Phrase {
    int Vocabulary::*list;
    std::string_view name;
    const ProgramText& words;
};

// Values whose names alone would not tell a learner enough.
const std::vector<Phrase>& phrases() {
    using V = Vocabulary;
    static const std::vector<Phrase> all = {
        {&V::category, "special", "special category"_text},
        {&V::category, "criminal", "about an offence"_text},
        {&V::accuracy, "ok", "in order"_text},
        {&V::accuracy, "unverified", "not verified"_text},
        {&V::accuracy, "outdated", "out of date"_text},
        {&V::label, "unverified", "not verified"_text},
        {&V::label, "outdated", "out of date"_text},
        {&V::grade, "observed", "seen"_text},
        {&V::role, "carer", "parent or carer"_text},
        {&V::role, "alleged_source", "said to be the source of harm"_text},
        {&V::agency_kind, "childrens_social_care", "children's social care"_text},
        {&V::agency_kind, "emergency", "emergency services"_text},
        {&V::agency_kind, "early_years", "early years"_text},
        {&V::agency_kind, "internal_lead", "the lead in your own organisation"_text},
        {&V::agency_kind, "other", "another body"_text},
        {&V::basis, "public_task", "public task"_text},
        {&V::basis, "vital_interests", "vital interests (to protect a life)"_text},
        {&V::basis, "recognised_legitimate_interest", "recognised legitimate interest"_text},
        {&V::form, "extract", "an extract: only what is chosen"_text},
        {&V::form, "summary", "a short summary"_text},
        {&V::form, "whole_file", "the whole file"_text},
        {&V::part, "who", "who will get it"_text},
        {&V::part, "what", "what is sent"_text},
        {&V::part, "why", "why"_text},
        {&V::part, "views", "their views"_text},
        {&V::part, "help", "what would help"_text},
        {&V::part, "plan", "the plan"_text},
        {&V::part, "decision", "the decision"_text},
        {&V::part, "reason", "the reason"_text},
        {&V::part, "recipient", "who was given what"_text},
        {&V::part, "basis", "the lawful basis"_text},
        {&V::part, "condition", "the condition for sensitive information"_text},
        {&V::part, "ground", "why consent was not asked"_text},
        {&V::part, "classification", "how sensitive each part is"_text},
        {&V::part, "objection", "the objection and how it was weighed"_text},
        {&V::part, "advice", "the advice taken"_text},
        {&V::part, "harm_view", "how likely harm looks"_text},
        {&V::reason, "privacy", "it is private"_text},
        {&V::reason, "dp_fear", "data protection might forbid it"_text},
        {&V::reason, "relationship", "it would harm the relationship"_text},
        {&V::reason, "reputation", "it would harm somebody's name"_text},
        {&V::reason, "sensitive", "it is sensitive"_text},
        {&V::reason, "no_consent", "nobody has consented"_text},
        {&V::reason, "objection", "somebody objects"_text},
        {&V::reason, "fear_criticism", "it might be criticised"_text},
        {&V::reason, "uncertain", "too much is uncertain"_text},
        {&V::reason, "someone_will", "somebody else will pass it on"_text},
        {&V::reason, "already_known", "they know it already"_text},
        {&V::reason, "not_necessary", "it is not needed for this"_text},
        {&V::reason, "no_role", "they have no part in this"_text},
        {&V::reason, "unsafe", "it would not be safe"_text},
        {&V::reason, "already_confirmed", "they have confirmed that they hold it"_text},
        {&V::reason, "safety", "safety comes first"_text},
        {&V::that, "shared_by", "somebody has already passed it on"_text},
        {&V::that, "held_by", "they already hold it"_text},
        {&V::that, "someone_will", "somebody else will see to it"_text},
        {&V::that, "already_known", "it is already known"_text},
        {&V::topic, "law", "the law"_text},
        {&V::topic, "threshold", "whether this is enough to act on"_text},
        {&V::topic, "whom", "whom to tell"_text},
        {&V::topic, "what", "what to tell"_text},
    };
    return all;
}

std::string name_or(const std::vector<Wording>& wordings, std::int64_t entity, const Store& store, int kind) {
    if (entity < 0 || entity >= store.count(kind)) return "nobody"_en;
    const auto index = static_cast<std::size_t>(entity);
    if (index < wordings.size() && !wordings[index].name.empty()) return wordings[index].name;
    return plain(store.name(kind, static_cast<int>(entity)));
}

// A sentence as a part of a list: without its full stop.
std::string without_stop(std::string text) {
    while (!text.empty() && text.back() == '.') text.pop_back();
    return text;
}

}  // namespace

std::string plain(std::string_view name) { return said_name(name); }

std::string sentence(std::string text) {
    if (!text.empty()) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    return text;
}

std::string inside(std::string name) {
    // A sentence is about somebody whom the learner has met: "A neighbour" is the neighbour by then.
    for (const std::string_view one : {"A ", "An "})
        if (name.starts_with(one)) return "the " + name.substr(one.size());
    for (const std::string_view opening : {"The ", "Your ", "Two ", "All "})
        if (name.starts_with(opening) && name.size() > opening.size() &&
            std::islower(static_cast<unsigned char>(name[opening.size()])) != 0)
            name[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(name[0])));
    return name;
}

std::string listed(const std::vector<std::string>& parts) { return and_list(parts); }

std::string when_words(int minutes) { return sentence(moment_text(minutes)); }

std::string choice_words(int enum_index, std::int64_t value) {
    const auto& info = v().schema.enums[static_cast<std::size_t>(enum_index)];
    if (value < 0 || value >= static_cast<std::int64_t>(info.values.size())) return "none"_en;
    const std::string& name = info.values[static_cast<std::size_t>(value)];
    for (const Phrase& phrase : phrases())
        if (v().*(phrase.list) == enum_index && phrase.name == name) return phrase.words.said();
    return plain(name);
}

std::string choices_words(int enum_index, Bits values) {
    std::vector<std::string> parts;
    values.for_each([&](int value) { parts.push_back(choice_words(enum_index, value)); });
    return listed(parts);
}

std::string Words::party(std::int64_t entity) const {
    return name_or(scenario_->parties, entity, scenario_->opening, v().party);
}

std::string Words::party_inside(std::int64_t entity) const {
    const auto index = static_cast<std::size_t>(entity);
    const auto& parties = scenario_->parties;
    return entity >= 0 && index < parties.size() && !parties[index].label.empty() ? parties[index].label
                                                                                  : inside(party(entity));
}

std::string Words::item(std::int64_t entity) const {
    return without_stop(name_or(scenario_->items, entity, scenario_->opening, v().item));
}

std::string Words::label(std::int64_t entity) const {
    const auto index = static_cast<std::size_t>(entity);
    std::string label = entity >= 0 && index < scenario_->items.size() ? scenario_->items[index].label : "";
    if (label.empty()) return item(entity);
    // A quoted sentence loses its full stop: the sentence around it has its own.
    if (const std::size_t stop = label.rfind(".\u201D"); stop != std::string::npos) label.erase(stop, 1);
    return label;
}

std::string Words::request(std::int64_t entity) const {
    return name_or(scenario_->requests, entity, scenario_->opening, v().request);
}

std::string Words::parties(Bits who) const {
    std::vector<std::string> parts;
    who.for_each([&](int entity) { parts.push_back(party_inside(entity)); });
    return listed(parts);
}

std::string Words::items(Bits which) const {
    std::string text;
    which.for_each([&](int entity) { text += (text.empty() ? "" : "; ") + label(entity); });
    return text;
}

std::string Words::acts(const std::vector<Act>& acts) const {
    std::string text;
    for (const Act& one : acts) text += (text.empty() ? "" : " ") + act(one);
    return text;
}

Names Words::names() const {
    Names names;
    const Store& store = scenario_->opening;
    for (int e = 0; e < store.count(v().party); ++e) names.parties.push_back(party_inside(e));
    for (int e = 0; e < store.count(v().item); ++e) names.items.push_back(label(e));
    for (int e = 0; e < store.count(v().request); ++e) {
        const auto asker = store.number(v().request_from, e);
        names.requests.push_back(asker < 0 ? request(e) : party_inside(asker));
    }
    return names;
}

}  // namespace ntk
