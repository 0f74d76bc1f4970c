#include "engine/casework/vocabulary.h"

#include <map>
#include <set>
#include <string>

#include "tests/support/catch.h"

using namespace ntk;

namespace {

const Vocabulary& v() { return vocabulary(); }

const std::vector<std::string>& act_names() { return v().schema.enums[static_cast<std::size_t>(v().act_kind)].values; }

const FieldInfo& field(int index) { return v().schema.fields[static_cast<std::size_t>(index)]; }

}  // namespace

TEST_CASE("every act has fields an author may write, each filling a part of an act once") {
    REQUIRE(act_names().size() == static_cast<std::size_t>(ActKind::close) + 1);
    for (std::size_t kind = 0; kind < act_names().size(); ++kind) {
        INFO(act_names()[kind]);
        const auto& fields = act_fields(static_cast<ActKind>(kind));
        CHECK_FALSE(fields.empty());
        std::set<std::string_view> names;
        std::set<int> facts;
        for (const ActField& one : fields) {
            INFO(one.name);
            CHECK(names.insert(one.name).second);
            CHECK(facts.insert(v().*(one.fact)).second);
            CHECK(field(v().*(one.fact)).kind == v().act);
        }
    }
}

TEST_CASE("the acts of the program stand in the order of their names") {
    const std::map<ActKind, std::string> some = {{ActKind::share, "share"},
                                                 {ActKind::hand_over, "hand_over"},
                                                 {ActKind::engage_child, "engage_child"},
                                                 {ActKind::seek_advice, "seek_advice"},
                                                 {ActKind::record, "record"},
                                                 {ActKind::confirm_receipt, "confirm_receipt"},
                                                 {ActKind::assume, "assume"},
                                                 {ActKind::notify_leak, "notify_leak"},
                                                 {ActKind::close, "close"}};
    for (const auto& [kind, name] : some) CHECK(act_names()[static_cast<std::size_t>(kind)] == name);
}

TEST_CASE("every fact says what it means in a sentence") {
    for (const FieldInfo& one : v().schema.fields) {
        INFO(v().schema.kinds[static_cast<std::size_t>(one.kind)].name << "." << one.name);
        REQUIRE(one.meaning.size() > 8);
        CHECK(one.meaning.back() == '.');
        CHECK((one.meaning.front() >= 'A' && one.meaning.front() <= 'Z'));
        CHECK(one.meaning.find("  ") == std::string::npos);
    }
}

TEST_CASE("names are unique: of facts within a kind and its wider kind, of kinds, enums and their values") {
    std::set<std::pair<int, std::string>> facts;
    for (const FieldInfo& one : v().schema.fields) {
        INFO(one.name);
        CHECK(facts.insert({one.kind, one.name}).second);
        const int wider = v().schema.kinds[static_cast<std::size_t>(one.kind)].parent;
        if (wider >= 0) CHECK(facts.count({wider, one.name}) == 0);
    }
    std::set<std::string> kinds;
    for (const KindInfo& kind : v().schema.kinds) {
        CHECK(kinds.insert(kind.name).second);
        if (!kind.plural.empty()) CHECK(kinds.insert(kind.plural).second);
    }
    std::set<std::string> enums;
    for (const EnumInfo& one : v().schema.enums) {
        INFO(one.name);
        CHECK(enums.insert(one.name).second);
        CHECK(one.values.size() >= 2);
        CHECK(one.values.size() <= 128);
        CHECK(std::set<std::string>(one.values.begin(), one.values.end()).size() == one.values.size());
    }
}

TEST_CASE("a fact is either of the situation, which authors write, or follows from conduct") {
    for (const FieldInfo& one : v().schema.fields) {
        INFO(v().schema.kinds[static_cast<std::size_t>(one.kind)].name << "." << one.name);
        // These come with a length of time that the author writes as working days.
        const bool comes_along = one.name == "answers_in_days" || one.name == "due_in_days";
        CHECK((one.situation || comes_along) != one.conduct);
    }
    for (const int conduct : {v().sent_to, v().given_to, v().told_who, v().engaged, v().request_answered, v().duty_sent,
                              v().duty_served, v().decision_recorded, v().case_closed, v().act_items})
        CHECK(field(conduct).conduct);
    for (const int situation : {v().case_harm, v().use_, v().held, v().objects_to, v().duty_items, v().decision_point})
        CHECK_FALSE(field(situation).conduct);
}

TEST_CASE("need, harm and nothing else stand in an order") {
    std::set<std::string> ordered;
    for (const EnumInfo& one : v().schema.enums)
        if (one.ordered) ordered.insert(one.name);
    CHECK(ordered == std::set<std::string>{"need", "harm"});
    CHECK(enum_value(v().harm, "possible") < enum_value(v().harm, "likely"));
    CHECK(enum_value(v().need, "early_help") < enum_value(v().need, "child_in_need"));
}

TEST_CASE("the engine's own names for facts are the facts of those names") {
    const std::map<int, std::string> some = {{v().use_, "use"},
                                             {v().grade_, "grade"},
                                             {v().sent_to, "sent_to"},
                                             {v().duty_due, "due"},
                                             {v().duty_answered, "answered"},
                                             {v().request_due_in, "due_in"},
                                             {v().act_since_last, "since_last"},
                                             {v().kind_, "kind"},
                                             {v().act_recipients, "recipients"}};
    for (const auto& [index, name] : some) CHECK(field(index).name == name);
    CHECK(v().schema.field_named(v().item, "use") == v().use_);
    CHECK(v().schema.field_named(v().case_, "harm") == v().case_harm);
}
