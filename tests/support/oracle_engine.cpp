#include "tests/support/oracle_engine.h"

#include <algorithm>
#include <stdexcept>

#include "engine/casework/reader.h"
#include "engine/text/fields.h"

namespace ntk::oracle {

namespace {

const Vocabulary& v() { return vocabulary(); }

const char* state_word(VerdictState state) {
    static const char* const words[] = {"inactive", "pending", "kept",   "breached",  "repaired",
                                        "excused",  "missed",  "lapsed", "contested", "error"};
    return words[static_cast<std::size_t>(state)];
}

std::string line(const std::string& state, Credit credit, int weight, bool earns, bool critical) {
    if (state == "contested") return state;
    return state + " " + credit.text() + " of " + std::to_string(weight) + (earns ? ", earns" : ", deducts") +
           (critical ? ", critical" : "");
}

void sort_all(Verdicts& all) {
    for (auto& [norm, lines] : all) std::sort(lines.begin(), lines.end());
}

}  // namespace

PastCase engine_past(const Story& story, const std::shared_ptr<const RuleBook>& rules, const Names& hidden) {
    Diagnostics diagnostics;
    Store store = new_case();
    CaseReader reader(store, diagnostics);
    const Tree tree = facts_tree(story.facts);
    Fields root(tree, "the case", diagnostics);
    reader.read_case(root);
    root.finish();
    std::vector<Arrival> arrivals;
    std::vector<std::vector<Act>> acts;
    for (const Step& step : story.steps) {
        Arrival arrival;
        arrival.minutes = step.minutes;
        arrival.decision = true;
        Tree deeds;
        deeds.kind = Tree::Kind::list;
        for (const Deed& deed : step.deeds) deeds.items.push_back(deed_tree(deed));
        acts.push_back(reader.read_acts(deeds));
        for (const std::string& kind : step.offers) arrival.offers.add(enum_value(v().act_kind, kind));
        for (const Act& act : acts.back()) arrival.offers.add(static_cast<int>(act.kind));
        if (arrivals.empty())
            for (const int kind : {v().request, v().pull, v().event})
                for (int entity = 0; entity < store.count(kind); ++entity) {
                    store.show(kind, entity, false);
                    arrival.reveals.push_back({kind, entity});
                }
        arrivals.push_back(std::move(arrival));
    }
    for (const int kind : {v().party, v().item})
        for (int entity = 0; entity < store.count(kind); ++entity)
            if (hidden.count(store.name(kind, entity)) > 0) store.show(kind, entity, false);
    if (!diagnostics.empty()) throw std::runtime_error(diagnostics.render() + as_yaml(story, {}));
    PastCase past;
    past.rules = rules;
    past.opening = std::move(store);
    past.closed = true;
    for (std::size_t k = 0; k < arrivals.size(); ++k)
        past.moments.push_back({std::move(arrivals[k]), std::move(acts[k]), true});
    return past;
}

Judge engine_judge(const Story& story, const std::shared_ptr<const RuleBook>& rules, const Names& hidden) {
    return engine_past(story, rules, hidden).judged(Proofs::written);
}

Verdicts by_engine(const Judge& judge) {
    Verdicts all;
    for (const Verdict& verdict : judge.verdicts()) {
        if (std::find(norms().begin(), norms().end(), verdict.norm) == norms().end()) continue;
        const bool earns = verdict.credit_class == CreditClass::earn;
        const bool loses = verdict.state == VerdictState::breached || verdict.state == VerdictState::repaired ||
                           verdict.state == VerdictState::contested || verdict.state == VerdictState::error;
        if (verdict.state == VerdictState::inactive || (!earns && !loses)) continue;
        // What was earned by other conduct counts as kept.
        const bool as_kept = verdict.state == VerdictState::excused && verdict.in_scope;
        all[verdict.norm].push_back(line(as_kept ? "kept" : state_word(verdict.state), verdict.credit, verdict.weight,
                                         earns, verdict.critical));
    }
    sort_all(all);
    return all;
}

Verdicts by_oracle(const Story& story) {
    Verdicts all;
    for (const Finding& f : judge(story))
        all[f.norm].push_back(line(f.state, Credit{f.units}, f.weight, f.earns, f.critical));
    sort_all(all);
    return all;
}

std::vector<std::string> differing(const Verdicts& engine, const Verdicts& oracle) {
    std::vector<std::string> all;
    for (const std::string& norm : norms()) {
        const auto a = engine.find(norm);
        const auto b = oracle.find(norm);
        const std::vector<std::string> none;
        if ((a == engine.end() ? none : a->second) != (b == oracle.end() ? none : b->second)) all.push_back(norm);
    }
    return all;
}

namespace {

// Every story that says a little less than this one.
std::vector<Story> smaller(const Story& story) {
    std::vector<Story> all;
    const auto with = [&](const std::function<void(Story&)>& change) {
        Story copy = story;
        change(copy);
        all.push_back(std::move(copy));
    };
    const auto each = [&](const auto& list, const auto& drop) {
        for (std::size_t n = 0; n < list.size(); ++n) with([&](Story& s) { drop(s, n); });
    };
    const auto at = [](auto& list, std::size_t n) { return list.begin() + static_cast<std::ptrdiff_t>(n); };
    const auto forget = [](Story& s, const std::string& id) {
        for (Item& i : s.facts.items) i.about.erase(id), i.identifies.erase(id), i.use.erase(id);
        for (Person& p : s.facts.people)
            for (Names* names : {&p.danger_to, &p.knows, &p.associates, &p.objects_to}) names->erase(id);
        for (Agency& a : s.facts.agencies) a.onward.erase(id), a.needs_identity.erase(id);
        for (Pull& u : s.facts.pulls) {
            u.items.erase(id), u.to.erase(id);
            if (u.by == id) u.by.clear();
        }
        for (Request& q : s.facts.requests) q.items.erase(id);
        for (Step& step : s.steps)
            for (Deed& d : step.deeds) {
                for (Names* names : {&d.items, &d.to, &d.from, &d.who, &d.about, &d.redact}) names->erase(id);
                d.labels.erase(id), d.classify.erase(id);
                if (d.request == id) d.request.clear();
            }
    };
    for (std::size_t k = story.steps.size(); k-- > 0;) {
        if (story.steps.size() > 1) with([&](Story& s) { s.steps.erase(at(s.steps, k)); });
        each(story.steps[k].deeds, [&](Story& s, std::size_t n) { s.steps[k].deeds.erase(at(s.steps[k].deeds, n)); });
        for (const std::string& kind : story.steps[k].offers) with([&](Story& s) { s.steps[k].offers.erase(kind); });
    }
    each(story.facts.requests, [&](Story& s, std::size_t n) {
        const std::string id = s.facts.requests[n].id;
        s.facts.requests.erase(at(s.facts.requests, n));
        forget(s, id);
    });
    each(story.facts.pulls, [&](Story& s, std::size_t n) { s.facts.pulls.erase(at(s.facts.pulls, n)); });
    each(story.facts.items, [&](Story& s, std::size_t n) {
        const std::string id = s.facts.items[n].id;
        s.facts.items.erase(at(s.facts.items, n));
        forget(s, id);
    });
    each(story.facts.agencies, [&](Story& s, std::size_t n) {
        const std::string id = s.facts.agencies[n].id;
        for (const Request& q : s.facts.requests)
            if (q.from == id) return;
        for (const Pull& u : s.facts.pulls)
            if (u.by == id) return;
        s.facts.agencies.erase(at(s.facts.agencies, n));
        forget(s, id);
    });
    for (std::size_t n = 1; n < story.facts.people.size(); ++n)
        with([&](Story& s) {
            const std::string id = s.facts.people[n].id;
            s.facts.people.erase(at(s.facts.people, n));
            forget(s, id);
        });
    for (std::size_t n = 0; n < story.facts.people.size(); ++n) {
        const auto person = [&](const std::function<void(Person&)>& change) {
            with([&](Story& s) { change(s.facts.people[n]); });
        };
        const Person& was = story.facts.people[n];
        if (was.unsafe) person([](Person& p) { p.unsafe = false; });
        if (!was.reachable) person([](Person& p) { p.reachable = true; });
        if (was.mutes_child) person([](Person& p) { p.mutes_child = false; });
        if (was.agreed) person([](Person& p) { p.agreed = false; });
        if (!was.objects_to.empty()) person([](Person& p) { p.objects_to.erase(p.objects_to.begin()); });
        if (!was.danger_to.empty()) person([](Person& p) { p.danger_to.clear(); });
        if (!was.associates.empty()) person([](Person& p) { p.associates.clear(); });
        if (!was.knows.empty()) person([](Person& p) { p.knows.clear(); });
    }
    for (std::size_t n = 0; n < story.facts.items.size(); ++n) {
        const auto item = [&](const std::function<void(Item&)>& change) {
            with([&](Story& s) { change(s.facts.items[n]); });
        };
        const Item& was = story.facts.items[n];
        if (was.grade != "observed") item([](Item& i) { i.grade = "observed"; });
        if (was.accuracy != "ok") item([](Item& i) { i.accuracy = "ok"; });
        if (was.category != "ordinary") item([](Item& i) { i.category = "ordinary"; });
        for (const auto& use : was.use) item([&](Item& i) { i.use.erase(use.first); });
        if (!was.about.empty()) item([](Item& i) { i.about.clear(); });
        if (!was.identifies.empty()) item([](Item& i) { i.identifies.clear(); });
    }
    for (std::size_t n = 0; n < story.facts.agencies.size(); ++n)
        if (const Agency& was = story.facts.agencies[n]; !was.onward_known || !was.onward.empty())
            with([&](Story& s) { s.facts.agencies[n].onward.clear(), s.facts.agencies[n].onward_known = true; });
    if (!story.facts.unsure_about.empty()) with([](Story& s) { s.facts.unsure_about.clear(); });
    for (std::size_t k = 0; k < story.steps.size(); ++k)
        for (std::size_t n = 0; n < story.steps[k].deeds.size(); ++n) {
            const auto deed = [&](const std::function<void(Deed&)>& change) {
                with([&](Story& s) { change(s.steps[k].deeds[n]); });
            };
            const Deed& was = story.steps[k].deeds[n];
            for (const auto part : {&Deed::items, &Deed::to, &Deed::from, &Deed::about, &Deed::redact, &Deed::parts})
                if ((was.*part).size() > 1 || (part == &Deed::redact && !(was.*part).empty()))
                    for (const std::string& one : was.*part) deed([&](Deed& d) { (d.*part).erase(one); });
            for (const auto part : {&Deed::basis, &Deed::condition, &Deed::form})
                if (!(was.*part).empty()) deed([&](Deed& d) { (d.*part).clear(); });
            for (const auto part : {&Deed::handling, &Deed::since_last, &Deed::marked_late, &Deed::identifiable})
                if (was.*part) deed([&](Deed& d) { d.*part = false; });
            if (!was.labels.empty()) deed([](Deed& d) { d.labels.clear(); });
            if (!was.classify.empty()) deed([](Deed& d) { d.classify.clear(); });
        }
    return all;
}

// Whether the pack tests could read it: acts and arising facts still name what they must.
bool whole_enough(const Story& story) {
    for (const Request& q : story.facts.requests)
        if (q.items.empty()) return false;
    for (const Step& step : story.steps)
        for (const Deed& d : step.deeds) {
            const bool share = d.kind == "share" || d.kind == "hand_over";
            if (share && (d.items.empty() || d.to.empty())) return false;
            if ((d.kind == "inform" || d.kind == "weigh_objection" || d.kind == "override_objection") && d.who.empty())
                return false;
            if ((d.kind == "seek_consent" || d.kind == "seek_advice") && d.from.empty()) return false;
            if ((d.kind == "withhold" || d.kind == "refuse" || d.kind == "wait") && d.items.empty() &&
                d.request.empty())
                return false;
            if ((d.kind == "answer" || d.kind == "explain") && (d.to.empty() || d.request.empty())) return false;
            if (d.kind == "gather" && d.items.empty()) return false;
        }
    return true;
}

}  // namespace

Story shrink(Story story, const std::function<bool(const Story&)>& still) {
    for (bool again = true; again;) {
        again = false;
        for (Story& candidate : smaller(story))
            if (whole_enough(candidate) && as_yaml(candidate, {}) != as_yaml(story, {}) && still(candidate)) {
                story = std::move(candidate);
                again = true;
                break;
            }
    }
    return story;
}

std::string dispute(const Story& story, const std::string& norm, const Verdicts& engine, const Verdicts& oracle) {
    const auto said = [&](const Verdicts& all) {
        std::string text;
        if (const auto found = all.find(norm); found != all.end())
            for (const std::string& one : found->second) text += (text.empty() ? "" : "; ") + one;
        return text.empty() ? std::string("nothing") : text;
    };
    std::string expect = "none";
    if (const auto found = oracle.find(norm); found != oracle.end()) {
        const std::string& first = found->second.front();
        const std::size_t end = first.find(" of ");
        expect = first.substr(0, end);
    }
    return norm + ": the engine says " + said(engine) + "; the oracle says " + said(oracle) + "\n" +
           as_yaml(story, {{norm, expect}});
}

}  // namespace ntk::oracle
