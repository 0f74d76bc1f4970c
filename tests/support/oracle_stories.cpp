#include "tests/support/oracle_stories.h"

#include <algorithm>

namespace ntk::oracle {

int Dice::below(int n) {
    state_ += 0x9e3779b97f4a7c15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    z ^= z >> 31U;
    return static_cast<int>(z % static_cast<std::uint64_t>(n));
}

namespace {

constexpr int monday_ten = 600;

const std::vector<std::pair<Need, Harm>>& levels() {
    static const std::vector<std::pair<Need, Harm>> all = {
        {Need::universal, Harm::none},          {Need::early_help, Harm::none},
        {Need::early_help, Harm::possible},     {Need::child_in_need, Harm::none},
        {Need::child_in_need, Harm::possible},  {Need::significant_harm, Harm::likely},
        {Need::significant_harm, Harm::actual}, {Need::significant_harm, Harm::immediate}};
    return all;
}

Person person(const std::string& id, const std::string& role) {
    Person p;
    p.id = id;
    p.role = role;
    p.carer_of_child = role == "carer";
    return p;
}

Agency agency(const std::string& id, const std::string& kind, bool can_act = false) {
    Agency a;
    a.id = id;
    a.kind = kind;
    a.can_act = can_act;
    return a;
}

// What may be done in the small vocabulary: whole plans, good and bad.
std::vector<std::vector<Deed>> plans(const Facts& facts) {
    const auto deed = [](const std::string& kind) {
        Deed d;
        d.kind = kind;
        return d;
    };
    Names all;
    for (const Item& i : facts.items) all.insert(i.id);
    Deed good = deed("share");
    good.items = all;
    good.to = {"csc"};
    good.basis = "public_task";
    good.condition = "safeguarding";
    good.redact = {"joe"};
    for (const Item& i : facts.items) {
        if (i.grade != "observed") good.labels[i.id] = i.grade;
        if (i.category == "special") good.classify[i.id] = "special";
    }
    Deed record = deed("record");
    record.parts = {"decision", "reason", "recipient"};
    Deed tell = deed("inform");
    tell.who = {"kay"};
    tell.parts = {"who", "what", "why"};
    const auto but = [](Deed d, const std::function<void(Deed&)>& change) {
        change(d);
        return d;
    };
    const auto hold = [&](const std::string& kind, const std::string& reason) {
        Deed d = deed(kind);
        d.items = all;
        d.from = {"csc"};
        d.reason = reason;
        return d;
    };
    std::vector<std::vector<Deed>> made = {
        {},
        {record},
        {good},
        {good, tell, record},
        {good, tell},
        {but(good, [](Deed& d) { d.redact.clear(); }), record},
        {but(good, [](Deed& d) { d.redact.clear(), d.handling = true; })},
        {but(good, [](Deed& d) { d.labels.clear(), d.classify.clear(), d.condition.clear(); })},
        {but(good, [](Deed& d) { d.basis = "consent"; })},
        {but(good, [](Deed& d) { d.basis = "legitimate_interests"; })},
        {but(good, [](Deed& d) { d.basis.clear(); })},
        {but(good, [](Deed& d) { d.form = "whole_file"; })},
        {but(good, [](Deed& d) { d.items = {"worry"}; }), record},
        {but(good, [](Deed& d) { d.items = {"call"}; })},
        {but(good, [](Deed& d) { d.to = {"police"}; })},
        {but(good,
             [](Deed& d) {
                 d.to = {"csc", "landlord"};
             })},
        {but(good, [](Deed& d) { d.to = {"nursery"}; }), record},
        {but(good,
             [](Deed& d) {
                 d.to = {"csc", "nursery"};
             })},
        {but(good, [](Deed& d) { d.to = {"dean"}, d.redact.clear(); })},
        {but(tell, [&](Deed& d) { d.items = all; })},
        {but(tell,
             [](Deed& d) {
                 d.parts = {"who", "what"};
             }),
         good},
        {hold("withhold", "privacy"), record},
        {hold("withhold", "sensitive")},
        {hold("withhold", "no_consent")},
        {hold("wait", "someone_will")},
        {hold("wait", "relationship"), but(record, [](Deed& d) { d.parts = {"decision"}; })},
        {hold("withhold", "not_necessary"), record},
        {but(deed("assume"), [](Deed& d) { d.that = "someone_will"; })},
        {but(deed("seek_consent"), [](Deed& d) { d.from = {"kay"}, d.to = {"csc"}, d.gate = true; })},
        {but(deed("seek_consent"), [](Deed& d) { d.from = {"kay"}; }), good},
        {but(deed("weigh_objection"), [](Deed& d) { d.who = {"kay"}; }), good, tell, record},
        {but(deed("override_objection"), [](Deed& d) { d.who = {"kay"}; }), good},
        {but(deed("seek_advice"), [](Deed& d) { d.from = {"boss"}, d.topics = {"threshold"}, d.identifiable = true; })},
        {but(deed("seek_advice"), [](Deed& d) { d.from = {"pal"}, d.topics = {"threshold"}; }), good},
        {but(deed("seek_advice"), [](Deed& d) { d.from = {"pal"}, d.topics = {"threshold"}, d.identifiable = true; })},
        {but(deed("gather"), [&](Deed& d) { d.items = all; }), record}};
    if (!facts.requests.empty()) {
        made.push_back(
            {but(deed("refuse"), [](Deed& d) { d.request = "form", d.from = {"nursery"}, d.reason = "privacy"; }),
             record});
        made.push_back({but(deed("answer"), [](Deed& d) { d.request = "form", d.to = {"nursery"}; })});
        made.push_back({good, but(good, [](Deed& d) { d.items = {"worry"}, d.to = {"nursery"}; }), tell, record});
    }
    return made;
}

}  // namespace

void every_small_story(bool deep, const std::function<void(const Story&)>& visit) {
    struct Use {
        std::string category, use;
    };
    const std::vector<Use> uses = {
        {"ordinary", "essential"}, {"special", "essential"}, {"ordinary", "helpful"}, {"special", "none"}};
    for (const auto& [need, harm] : levels())
        for (int carer = 0; carer < (deep ? 5 : 4); ++carer)
            for (const Use& use : uses)
                for (int second = 0; second < 3; ++second)
                    for (int asked = 0; asked < 3; ++asked)
                        for (int unsure = 0; unsure < (deep ? 2 : 1); ++unsure) {
                            Facts f;
                            f.need = need;
                            f.harm = harm;
                            f.people = {person("mia", "child"),      person("kay", "carer"),
                                        person("dean", "other"),     person("joe", "neighbour"),
                                        person("boss", "colleague"), person("pal", "colleague")};
                            Person& kay = f.people[1];
                            kay.unsafe = carer == 1 || carer == 4;
                            kay.reachable = carer != 2;
                            if (carer >= 3) kay.objects_to = {"csc"};
                            kay.agreed = carer == 0;
                            f.people[2].danger_to = {"joe"};
                            f.people[4].adviser = true;
                            f.people[4].answers_in = 120;
                            f.agencies = {agency("csc", "childrens_social_care"), agency("police", "police"),
                                          agency("nursery", "early_years"), agency("landlord", "housing")};
                            f.agencies[0].onward_known = second != 2;
                            Item worry;
                            worry.id = "worry";
                            worry.about = {"mia"};
                            worry.category = use.category;
                            worry.use = {{"csc", use.use}, {"police", use.use}, {"nursery", use.use}};
                            f.items = {worry};
                            Item call;
                            call.id = "call";
                            call.about = {"mia"};
                            call.grade = "reported";
                            if (second > 0) call.identifies = {"joe"};
                            call.use = {{"csc", "essential"}};
                            f.items.push_back(call);
                            if (asked > 0) {
                                Request q;
                                q.id = "form";
                                q.from = "nursery";
                                q.items = {"worry", "call"};
                                q.purpose = asked == 1;
                                q.due_in = 60;
                                f.requests = {q};
                            }
                            if (unsure > 0) f.unsure_about = {"threshold"};
                            const auto first = plans(f);
                            for (std::size_t n = 0; n < first.size(); ++n) {
                                Story story{f, {{monday_ten, first[n], {"share"}}}};
                                visit(story);
                                if (!deep) continue;
                                for (const std::size_t then : {1U, 2U, 3U, 7U, 21U, 24U}) {
                                    Story longer = story;
                                    longer.steps.push_back({monday_ten + 180, first[then], {"share"}});
                                    visit(longer);
                                }
                            }
                        }
}

Facts random_facts(Dice& dice) {
    Facts f;
    const auto& level = dice.pick(levels());
    f.need = level.first;
    f.harm = level.second;
    f.organisation = dice.pick<std::string>({"school", "public", "voluntary"});
    if (dice.one_in(4)) f.unsure_about = dice.one_in(2) ? Names{"threshold"} : Names{"threshold", "law"};
    f.people = {
        person("mia", "child"),     person("kay", "carer"),     person("dean", dice.one_in(2) ? "carer" : "other"),
        person("gran", "relative"), person("joe", "neighbour"), person("boss", "colleague"),
        person("pal", "colleague")};
    f.agencies = {agency("csc", "childrens_social_care"), agency("police", "police"),
                  agency("hub", "early_help", dice.one_in(2)), agency("nursery", "early_years", dice.one_in(3)),
                  agency("landlord", "housing")};
    for (const std::size_t n : {1U, 2U, 3U}) {
        Person& p = f.people[n];
        p.unsafe = dice.one_in(5);
        p.reachable = !dice.one_in(6);
        p.mutes_child = dice.one_in(8);
    }
    f.people[1].agreed = dice.one_in(2);
    if (dice.one_in(3))
        f.people[1].objects_to =
            dice.one_in(3) ? Names{"csc", "nursery"} : Names{dice.pick<std::string>({"csc", "hub", "nursery"})};
    if (dice.one_in(8)) f.people[dice.one_in(2) ? 3 : 4].objects_to = {dice.pick<std::string>({"csc", "landlord"})};
    if (dice.one_in(6)) f.agencies[4].kind = "court";
    if (dice.one_in(2)) {
        Person& dean = f.people[2];
        dean.danger_to = {"joe"};
        if (dice.one_in(3)) dean.danger_to.insert("gran");
        if (dice.one_in(5)) dean.knows = {"joe"};
        if (dice.one_in(3)) dean.associates = {dice.pick<std::string>({"kay", "landlord"})};
    }
    f.people[5].adviser = true;
    f.people[5].answers_in = dice.pick<int>({30, 300, 2880});
    for (Agency& a : f.agencies) {
        a.onward_known = !dice.one_in(6);
        if (a.onward_known && dice.one_in(6)) a.onward = {"dean"};
        if (dice.one_in(8)) a.needs_identity = {dice.pick<std::string>({"joe", "gran"})};
    }
    const int items = 1 + dice.below(3);
    for (int n = 0; n < items; ++n) {
        Item i;
        i.id = std::vector<std::string>{"worry", "call", "letter"}[static_cast<std::size_t>(n)];
        i.about = dice.pick<Names>({{"mia"}, {"kay"}, {"mia", "kay"}, {"gran"}, {"mia"}});
        if (dice.one_in(3)) i.identifies = {dice.pick<std::string>({"joe", "gran"})};
        if (dice.one_in(3)) i.grade = dice.pick<std::string>({"reported", "opinion", "rumour"});
        if (dice.one_in(5)) i.accuracy = dice.pick<std::string>({"unverified", "disputed", "outdated"});
        if (dice.one_in(3)) i.category = dice.pick<std::string>({"special", "special", "criminal"});
        for (const Agency& a : f.agencies)
            if (a.id != "landlord" || dice.one_in(8))
                i.use[a.id] = dice.pick<std::string>({"essential", "essential", "helpful", "none"});
        f.items.push_back(i);
    }
    if (dice.one_in(3)) {
        Request q;
        q.id = "form";
        q.from = dice.pick<std::string>({"nursery", "hub", "landlord", "csc"});
        for (const Item& i : f.items)
            if (q.items.empty() || dice.one_in(2)) q.items.insert(i.id);
        q.purpose = !dice.one_in(3);
        q.due_in = dice.pick<int>({0, 60, 1440});
        f.requests = {q};
    }
    if (dice.one_in(5))
        f.pulls = {{"chat", "pal", {dice.pick<std::string>({"landlord", "nursery"})}, {f.items.front().id}}};
    return f;
}

Deed random_deed(Dice& dice, const Facts& facts) {
    const auto some_items = [&] {
        Names all;
        for (const Item& i : facts.items)
            if (all.empty() || dice.one_in(2)) all.insert(i.id);
        if (dice.one_in(3)) all = {facts.items.back().id};
        return all;
    };
    Deed d;
    switch (dice.below(20)) {
        default:
            d.kind = dice.one_in(8) ? "hand_over" : "share";
            d.items = some_items();
            d.to = {dice.pick<std::string>(
                {"csc", "csc", "police", "hub", "nursery", "nursery", "landlord", "dean", "kay"})};
            if (dice.one_in(4)) d.to.insert(dice.pick<std::string>({"csc", "police", "landlord"}));
            d.basis = dice.pick<std::string>(
                {"", "public_task", "public_task", "consent", "legitimate_interests", "vital_interests"});
            d.condition =
                dice.pick<std::string>({"", "safeguarding", "safeguarding", "explicit_consent", "vital_interests"});
            if (dice.one_in(6)) d.form = "whole_file";
            if (dice.one_in(2)) d.redact = {dice.pick<std::string>({"joe", "joe", "gran"})};
            d.handling = dice.one_in(6);
            for (const std::string& id : d.items)
                for (const Item& i : facts.items) {
                    if (i.id != id) continue;
                    const bool doubtful = i.grade == "observed" && i.accuracy != "ok";
                    if (dice.one_in(2)) d.labels[id] = doubtful && dice.one_in(2) ? i.accuracy : i.grade;
                    if (dice.one_in(2)) d.classify[id] = i.category;
                }
            break;
        case 0:
        case 1:
        case 2:
            d.kind = dice.pick<std::string>({"withhold", "refuse", "wait"});
            d.reason = dice.pick<std::string>({"privacy", "dp_fear", "relationship", "reputation", "sensitive",
                                               "no_consent", "someone_will", "already_known", "already_confirmed",
                                               "not_necessary", "objection"});
            if (!facts.requests.empty() && dice.one_in(2)) {
                d.request = facts.requests.front().id;
                d.from = {facts.requests.front().from};
            } else {
                d.items = some_items();
                d.from = {dice.pick<std::string>({"csc", "csc", "police", "hub", "nursery", "landlord"})};
            }
            break;
        case 3:
        case 4:
        case 5:
            d.kind = "inform";
            d.who = {dice.pick<std::string>({"kay", "kay", "dean", "gran"})};
            d.parts = dice.pick<Names>({{"who", "what", "why"}, {"who", "what", "why"}, {"who"}, {"what", "why"}});
            if (dice.one_in(4)) d.items = some_items();
            if (dice.one_in(4)) d.about = {"csc"};
            break;
        case 6:
            d.kind = dice.one_in(4) ? "seek_agreement" : "seek_consent";
            d.from = {dice.pick<std::string>({"kay", "dean"})};
            if (dice.one_in(2)) d.to = {"csc"};
            d.gate = d.kind == "seek_consent" && dice.one_in(2);
            break;
        case 7:
        case 8:
            d.kind = dice.one_in(3) ? "override_objection" : "weigh_objection";
            d.who = {"kay"};
            break;
        case 9:
        case 10:
        case 11:
            d.kind = "record";
            for (const char* part : {"decision", "reason", "recipient", "basis", "condition", "classification"})
                if (dice.one_in(2)) d.parts.insert(part);
            if (d.parts.empty()) d.parts = {"decision"};
            d.since_last = dice.one_in(2);
            d.marked_late = dice.one_in(3);
            break;
        case 12:
            d.kind = "seek_advice";
            d.from = {dice.pick<std::string>({"boss", "boss", "pal"})};
            d.topics = dice.one_in(3) ? Names{"threshold"} : Names{"threshold", "law"};
            d.identifiable = dice.one_in(2);
            break;
        case 13: {
            static const std::vector<std::string> kinds = {"recall", "notify_leak", "safety_plan", "apologise",
                                                           "correct"};
            d.kind = dice.pick(kinds);
            if (d.kind == "recall" || d.kind == "correct") {
                d.items = some_items();
                d.to = dice.pick<Names>({{"csc", "landlord"}, {"csc", "landlord", "dean"}, {"landlord"}, {}});
            }
            if (d.kind == "notify_leak" || d.kind == "safety_plan")
                d.who = dice.pick<Names>({{}, {"joe"}, {"joe", "gran"}, {"gran"}});
            break;
        }
        case 14:
            d.kind = "assume";
            d.that = dice.pick<std::string>({"shared_by", "someone_will", "already_known"});
            break;
        case 15:
            if (dice.one_in(4)) {
                d.kind = "check";
                d.from = {dice.pick<std::string>({"csc", "nursery", "kay", "dean"})};
                if (dice.one_in(2)) d.items = some_items();
            } else if (dice.one_in(4)) {
                d.kind = dice.one_in(2) ? "answer" : "explain";
                d.to = {dice.pick<std::string>({"kay", "dean", "landlord", "csc"})};
                d.items = some_items();
            } else if (facts.requests.empty()) {
                d.kind = "gather";
                d.items = some_items();
            } else {
                d.kind = dice.one_in(2) ? "answer" : "explain";
                d.request = facts.requests.front().id;
                d.to = {facts.requests.front().from};
            }
            break;
    }
    return d;
}

Story random_story(Dice& dice) {
    Story story;
    story.facts = random_facts(dice);
    int now = dice.pick<int>({monday_ten, monday_ten, 4 * 1440 + monday_ten});
    const int decisions = 1 + dice.below(3);
    for (int k = 0; k < decisions; ++k) {
        Step step;
        step.minutes = now;
        for (int n = dice.below(5); n > 0; --n) step.deeds.push_back(random_deed(dice, story.facts));
        if (dice.one_in(2)) step.offers = {"share"};
        story.steps.push_back(std::move(step));
        now += dice.pick<int>({30, 60, 180, 1440, 4320});
    }
    return story;
}

}  // namespace ntk::oracle
