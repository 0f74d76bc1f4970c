#include "tests/support/oracle_plans.h"

#include "tests/support/oracle_case.h"

namespace ntk::oracle {

namespace {

Deed deed(const std::string& kind) {
    Deed d;
    d.kind = kind;
    return d;
}

const Names& every_part() {
    static const Names all = {"decision", "reason", "recipient",      "basis",     "condition",
                              "ground",   "advice", "classification", "objection", "harm_view"};
    return all;
}

}  // namespace

std::vector<CleanShare> clean_shares(const Facts& facts) {
    const Story story{facts, {{600, {}, {}}}};
    const Case c(story);
    std::vector<CleanShare> all;
    for (const Duty& duty : c.duties)
        for (const std::string& r : duty.to) {
            CleanShare share{deed("share"), duty.kind == "lead"};
            Deed& d = share.deed;
            d.to = {r};
            d.request = duty.request;
            d.basis = c.facts.organisation == "voluntary" ? "legitimate_interests" : "public_task";
            for (const auto& [id, to] : duty.due) {
                if (!has(to, r)) continue;
                d.items.insert(id);
                const Item& i = c.item(id);
                for (const std::string& p : i.identifies)
                    if (c.needs_identity(r, p))
                        d.handling = true;
                    else if (c.endangered(p))
                        d.redact.insert(p);
                if (i.grade != "observed" || i.accuracy != "ok")
                    d.labels[id] = i.grade == "observed" ? i.accuracy : i.grade;
                if (i.category == "special")
                    d.classify[id] = "special", d.condition = "safeguarding", d.ground = "unreasonable";
            }
            if (!d.items.empty()) all.push_back(std::move(share));
        }
    return all;
}

std::vector<Deed> ideal(const Facts& facts) {
    const Story story{facts, {{600, {}, {}}}};
    const Case c(story);
    std::vector<Deed> all;
    for (CleanShare& share : clean_shares(facts)) all.push_back(std::move(share.deed));
    Deed tell = deed("inform");
    tell.parts = {"who", "what", "why"};
    Deed work = deed("engage");
    work.parts = {"views", "help"};
    Deed weigh = deed("weigh_objection");
    for (const Person& p : facts.people) {
        const bool close = p.role == "carer" || p.role == "relative" || p.role == "sibling";
        if (close && !c.exempt(p) && !c.duties.empty()) tell.who.insert(p.id);
        if (p.role == "carer") work.who.insert(p.id);
        if (!p.objects_to.empty()) weigh.who.insert(p.id);
    }
    if (!tell.who.empty()) all.push_back(tell);
    if (c.concern() && !work.who.empty()) all.push_back(work);
    if (!weigh.who.empty()) all.push_back(weigh);
    if (!facts.unsure_about.empty() && facts.harm != Harm::immediate)
        for (const Person& p : facts.people)
            if (p.adviser) {
                Deed ask = deed("seek_advice");
                ask.from = {p.id};
                ask.topics = facts.unsure_about;
                all.push_back(ask);
            }
    for (const Request& q : facts.requests) {
        Deed answer = deed("answer");
        answer.request = q.id;
        answer.to = {q.from};
        all.push_back(answer);
    }
    all.push_back(deed("engage_child"));
    Deed record = deed("record");
    record.parts = every_part();
    all.push_back(record);
    return all;
}

}  // namespace ntk::oracle
