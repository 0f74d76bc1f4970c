#include "engine/rules/fact_words.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "engine/casework/vocabulary_words.h"
#include "engine/rules/explain.h"
#include "engine/text/said.h"

namespace ntk {

namespace {

const Vocabulary& v() { return vocabulary(); }

// The clauses of one fact. {e} is the entity, {k} the key of a table, {m} the member of a set, {v} the value in words;
// [was|had been] is said as it was, or as it might have been.
struct Clause {
    int Vocabulary::*fact;
    std::string_view value;  // the value it is for: a name of its enum, "yes" or "no"; "-" for none; "*" for the rest
    const ProgramText& words;
};

const std::vector<Clause>& clauses() {
    using V = Vocabulary;
    static const std::vector<Clause> all = {
        {&V::case_need, "*", "the level of need [looked|had looked] like {v}"_text},
        {&V::case_harm, "none", "no harm [was|had been] in sight"_text},
        {&V::case_harm, "*", "harm [looked|had looked] {v}"_text},
        {&V::learner_route, "direct", "you [were|had been] the one to tell others directly"_text},
        {&V::learner_route, "via_lead", "it [was|had been] for your lead to tell others"_text},
        {&V::learner_organisation, "*", "you [worked|had worked] for a {v} body"_text},
        {&V::learner_sector, "*", "you [worked|had worked] in {v}"_text},
        {&V::learner_unsure_about, "yes", "you [were|had been] unsure about {m}"_text},
        {&V::learner_unsure_about, "no", "you [were|had been] sure about {m}"_text},
        {&V::role_, "*", "{e} [was|had been] a {v} to the child"_text},
        {&V::status_, "*", "{e}'s standing with services [was|had been] {v}"_text},
        {&V::can_engage, "yes", "{e} [could be|could have been] asked for their views"_text},
        {&V::can_engage, "no", "{e} [could not be|could not have been] asked for their views"_text},
        {&V::voice_risk, "yes", "telling {m} [would silence|would have silenced] {e}"_text},
        {&V::voice_risk, "no", "telling {m} [would not silence|would not have silenced] {e}"_text},
        {&V::carer_of, "yes", "{e} [cared|had cared] for {m}"_text},
        {&V::carer_of, "no", "{e} [did not care|had not cared] for {m}"_text},
        {&V::danger_to, "yes", "{e} [could hurt|could have hurt] {m} on learning of their part"_text},
        {&V::danger_to, "no", "{e} [was|had been] no danger to {m}"_text},
        {&V::knows, "yes", "{e} [knew|had known] of {m}'s part already"_text},
        {&V::knows, "no", "{e} [did not know|had not known] of {m}'s part"_text},
        {&V::associates, "yes", "{e} [was|had been] close to {m}"_text},
        {&V::associates, "no", "{e} [was not|had not been] close to {m}"_text},
        {&V::contact_with_child, "yes", "{e} [spent|had spent] time with the child"_text},
        {&V::contact_with_child, "no", "{e} [spent|had spent] no time with the child"_text},
        {&V::reachable, "yes", "{e} [could be|could have been] reached"_text},
        {&V::reachable, "no", "{e} [could not be|could not have been] reached"_text},
        {&V::unsafe_to_tell, "yes", "there [was|had been] reason to believe that telling {e} raises the risk"_text},
        {&V::unsafe_to_tell, "no", "there [was|had been] no reason to believe that telling {e} raises the risk"_text},
        {&V::unsafe_why_, "harm_child", "telling {e} [might lead|might have led] to harm to the child"_text},
        {&V::unsafe_why_, "violence", "telling {e} [might lead|might have led] to violence"_text},
        {&V::unsafe_why_, "withhold", "telling {e} [might make|might have made] them keep things back"_text},
        {&V::unsafe_why_, "withdraw", "telling {e} [might make|might have made] the family draw back"_text},
        {&V::unsafe_why_, "-", "no reason [was|had been] given why telling {e} raises the risk"_text},
        {&V::objects_to, "yes", "{e} [objected|had objected] to telling {m}"_text},
        {&V::objects_to, "no", "{e} [did not object|had not objected] to telling {m}"_text},
        {&V::consent_, "none", "{e} [had not been asked|had not been asked] for consent"_text},
        {&V::consent_, "incapable", "{e} [was|had been] unable to consent"_text},
        {&V::consent_, "*", "{e}'s consent [was|had been] {v}"_text},
        {&V::consent_unreasonable, "yes", "it [was|had been] unreasonable to expect {e}'s consent to be asked"_text},
        {&V::consent_unreasonable, "no", "it [was|had been] reasonable to ask {e} for consent"_text},
        {&V::agreement_, "none", "{e} [had not been asked|had not been asked] to agree to a service"_text},
        {&V::agreement_, "given", "{e} [agreed|had agreed] to a service"_text},
        {&V::agreement_, "refused", "{e} [refused|had refused] a service"_text},
        {&V::moving, "yes", "{e} [was|had been] known to be moving"_text},
        {&V::moving, "no", "nobody [knew|had known] of {e} moving"_text},
        {&V::adviser, "yes", "{e} [could give|could have given] you advice"_text},
        {&V::adviser, "no", "{e} [could not give|could not have given] you advice"_text},
        {&V::kind_, "*", "{e} [was|had been] {v}"_text},
        {&V::safeguards_child, "yes", "{e} [had|had had] a part in safeguarding the child"_text},
        {&V::safeguards_child, "no", "{e} [had|had had] no part in safeguarding the child"_text},
        {&V::supports_family, "yes", "{e} [had|had had] a part in supporting the family"_text},
        {&V::supports_family, "no", "{e} [had|had had] no part in supporting the family"_text},
        {&V::can_act, "yes", "{e} [could do|could have done] something about this worry"_text},
        {&V::can_act, "no", "{e} [could do|could have done] nothing about this worry"_text},
        {&V::needs_identity, "yes", "{e} [had|had had] to know who {m} is"_text},
        {&V::needs_identity, "no", "{e} [had|had had] no need to know who {m} is"_text},
        {&V::onward_risk, "yes", "{m} [might learn|might have learned] of it through {e}"_text},
        {&V::onward_risk, "no", "{m} [could not learn|could not have learned] of it through {e}"_text},
        {&V::about, "yes", "{e} [was|had been] about {m}"_text},
        {&V::about, "no", "{e} [was not|had not been] about {m}"_text},
        {&V::identifies, "yes", "{m} [could be|could have been] picked out from {e}"_text},
        {&V::identifies, "no", "{m} [could not be|could not have been] picked out from {e}"_text},
        {&V::redactable, "yes", "{m} [could be|could have been] left out of {e}"_text},
        {&V::redactable, "no", "{m} [could not be|could not have been] left out of {e}"_text},
        {&V::grade_, "opinion", "{e} [was|had been] an opinion"_text},
        {&V::grade_, "rumour", "{e} [was|had been] a rumour"_text},
        {&V::grade_, "observed", "{e} [was|had been] seen at first hand"_text},
        {&V::grade_, "reported", "{e} [was|had been] reported by somebody"_text},
        {&V::accuracy_, "ok", "{e} [was|had been] in order"_text},
        {&V::accuracy_, "unverified", "{e} [was|had been] not yet checked"_text},
        {&V::accuracy_, "outdated", "{e} [was|had been] out of date"_text},
        {&V::accuracy_, "*", "{e} [was|had been] {v}"_text},
        {&V::category_, "special", "{e} [was|had been] special category data"_text},
        {&V::category_, "criminal", "{e} [was|had been] about an offence"_text},
        {&V::category_, "*", "{e} [was|had been] ordinary information"_text},
        {&V::use_, "essential", "{k} [needed|had needed] {e}"_text},
        {&V::use_, "helpful", "{e} [was|had been] merely helpful to {k}"_text},
        {&V::use_, "contested", "practitioners [were|had been] divided on whether {k} needs {e}"_text},
        {&V::use_, "*", "{k} [had|had had] no need of {e}"_text},
        {&V::held, "confirmed", "{k} [had confirmed|had confirmed] that it holds {e}"_text},
        {&V::held, "told", "{k} [was|had been] said to hold {e}"_text},
        {&V::held, "*", "nobody [had confirmed|had confirmed] that {k} holds {e}"_text},
        {&V::request_items, "yes", "{e} [asked|had asked] for {m}"_text},
        {&V::request_items, "no", "{e} [did not ask|had not asked] for {m}"_text},
        {&V::request_purpose_given, "yes", "{e} [said|had said] what it was for"_text},
        {&V::request_purpose_given, "no", "{e} [did not say|had not said] what it was for"_text},
        {&V::request_legitimate, "yes", "{e} [was|had been] entitled to ask this"_text},
        {&V::request_legitimate, "no", "{e} [was not|had not been] entitled to ask this"_text},
    };
    return all;
}

// The name of the value that a clause is chosen by.
std::string value_name(const Setting& fact, int member, const FieldInfo& info) {
    if (info.type.is_set()) return member < 0 || fact.set.has(member) ? "yes" : "no";
    if (info.type.base == Type::Base::boolean) return fact.number != 0 ? "yes" : "no";
    if (fact.number < 0) return "-";
    if (info.type.base != Type::Base::enumeration) return "*";
    const auto& values = v().schema.enums[static_cast<std::size_t>(info.type.of)].values;
    const auto index = static_cast<std::size_t>(fact.number);
    return index < values.size() ? values[index] : "*";
}

// Somebody or something inside a clause; information that is told in a sentence of its own stands in quotation marks.
std::string one_name(int entity, int kind, const Store& store, const Names& names) {
    if (entity < 0) return "nobody"_en;
    std::string name = join_names(Bits::of(entity), {Type::Base::entity_set, kind}, store, names);
    const bool told =
        !name.empty() && name[0] >= 'A' && name[0] <= 'Z' && std::count(name.begin(), name.end(), ' ') > 3;
    return kind == v().item && told ? "\u201C" + name + "\u201D" : name;
}

const ProgramText* template_of(int fact, const std::string& value) {
    const ProgramText* general = nullptr;
    for (const Clause& clause : clauses()) {
        if (v().*(clause.fact) != fact) continue;
        if (clause.value == value) return &clause.words;
        if (clause.value == "*") general = &clause.words;
    }
    return general;
}

// Puts one mood in place of "[was|had been]".
std::string in_mood(std::string_view words, FactMood mood) {
    std::string text;
    while (!words.empty()) {
        const std::size_t open = words.find('[');
        text += words.substr(0, open);
        if (open == std::string_view::npos) break;
        const std::size_t bar = words.find('|', open);
        const std::size_t close = words.find(']', open);
        text += mood == FactMood::as_it_was ? words.substr(open + 1, bar - open - 1)
                                            : words.substr(bar + 1, close - bar - 1);
        words = words.substr(close + 1);
    }
    return text;
}

std::string with_slots(const std::string& text, const std::vector<std::pair<std::string_view, std::string>>& slots) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto slot = std::find_if(slots.begin(), slots.end(),
                                       [&](const auto& one) { return text.compare(at, 3, one.first) == 0; });
        if (slot == slots.end()) {
            out += text[at];
            continue;
        }
        out += slot->second;
        at += 2;
    }
    return out;
}

}  // namespace

int ease_of_change(int fact) {
    const FieldInfo& info = v().schema.fields[static_cast<std::size_t>(fact)];
    const bool of_situation = info.kind == v().case_ || info.kind == v().learner || info.kind == v().person ||
                              info.kind == v().agency || info.kind == v().item || info.kind == v().request;
    const bool listed =
        info.type.is_set() || info.type.base == Type::Base::boolean || info.type.base == Type::Base::enumeration;
    if (info.conduct || !of_situation || !listed || (info.type.is_set() && info.index >= 0)) return -1;
    if (fact == v().case_harm_kind) return -1;  // no rule reads it
    // What is due follows from what a body is; another kind of body would be another case.
    for (const int never : {v().kind_, v().adviser})
        if (fact == never) return -1;
    for (const int identity : {v().role_, v().about, v().carer_of, v().identifies, v().learner_sector,
                               v().learner_organisation, v().learner_route, v().request_items, v().needs_identity})
        if (fact == identity) return 3;
    for (const int nature : {v().category_, v().grade_, v().accuracy_, v().redactable, v().use_, v().safeguards_child,
                             v().supports_family, v().status_, v().can_engage})
        if (fact == nature) return 2;
    for (const int likely : {v().case_need, v().case_harm, v().unsafe_to_tell, v().objects_to, v().consent_, v().held,
                             v().request_purpose_given, v().request_legitimate})
        if (fact == likely) return 0;
    return 1;
}

std::string fact_clause(const Setting& fact, int member, FactMood mood, const Store& store, const Names& names) {
    const FieldInfo& info = v().schema.fields[static_cast<std::size_t>(fact.fact)];
    const std::string value = value_name(fact, member, info);
    const std::string entity =
        info.kind == v().request
            ? fill("the request from {whom}"_en, {{"whom", one_name(fact.entity, info.kind, store, names)}})
            : one_name(fact.entity, info.kind, store, names);
    std::string words = info.type.base == Type::Base::enumeration ? value_words(info.type.of, fact.number) : value;
    if (words.empty()) words = "none"_en;
    const std::string of_set =
        member < 0
            ? "nobody"_en
            : join_names(Bits::of(member), {info.type.is_set() ? info.type.base : Type::Base::entity_set, info.type.of},
                         store, names);
    const ProgramText* found = template_of(fact.fact, value);
    const std::string text = found == nullptr ? "the fact \"{n}\" of {e} [was|had been] {v}"_en : found->said();
    const std::string name = said_name(info.name);
    return with_slots(in_mood(text, mood), {{"{e}", entity},
                                            {"{k}", fact.key < 0 ? "" : one_name(fact.key, info.index, store, names)},
                                            {"{m}", of_set},
                                            {"{v}", words},
                                            {"{n}", name}});
}

}  // namespace ntk
