#include "engine/casework/clock.h"
#include "engine/play/views.h"
#include "engine/play/words.h"
#include "engine/text/said.h"

namespace ntk {

namespace {

const Vocabulary& v() { return vocabulary(); }

// Reads the facts of one moment into words. What is unknown is left out.
class FileReader {
  public:
    FileReader(const Scenario& scenario, const Store& facts) : scenario_(scenario), facts_(facts), words_(scenario) {}

    CaseFileView read() const {
        CaseFileView view;
        facts_.all(v().person).for_each([&](int p) { view.people.push_back(person(p)); });
        facts_.all(v().agency).for_each([&](int a) { view.agencies.push_back(agency(a)); });
        facts_.all(v().item).for_each([&](int i) { view.items.push_back(item(i)); });
        return view;
    }

  private:
    Bits set(int fact, int entity) const { return facts_.known(fact, entity) ? facts_.set(fact, entity) : Bits{}; }

    // Visible people who could hurt this one on learning their part in the case.
    Bits dangers_to(int person) const {
        Bits dangers;
        facts_.all(v().person).for_each([&](int other) {
            if (set(v().danger_to, other).has(person)) dangers.add(other);
        });
        return dangers;
    }

    std::string about(int party) const {
        const auto index = static_cast<std::size_t>(party);
        return index < scenario_.parties.size() ? scenario_.parties[index].about : "";
    }

    PersonView person(int p) const {
        PersonView view;
        view.id = facts_.name(v().person, p);
        view.name = words_.party(p);
        const auto role = facts_.known(v().role_, p) ? facts_.number(v().role_, p) : -1;
        if (role >= 0) view.role = sentence(choice_words(v().role, role));
        view.about = about(p);
        const Bits shown = facts_.all(v().party);
        const auto link = [&](LinkView::Kind kind, Bits others, const std::string& sentence) {
            if (others.empty()) return;
            view.links.push_back(fill(sentence, {{"whom", words_.parties(others)}}));
            (others & facts_.all(v().person)).for_each([&](int other) {
                view.ties.push_back({kind, facts_.name(v().person, other)});
            });
        };
        link(LinkView::Kind::cares_for, set(v().carer_of, p) & shown, "cares for {whom}"_en);
        link(LinkView::Kind::close_to, set(v().associates, p) & shown, "is close to {whom}"_en);
        link(LinkView::Kind::endangered_by, dangers_to(p), "could be hurt if {whom} knew"_en);
        if (const Bits refused = set(v().objects_to, p) & shown; !refused.empty())
            view.links.push_back(fill("objects to telling {whom}"_en, {{"whom", words_.parties(refused)}}));
        if (facts_.known(v().reachable, p) && facts_.number(v().reachable, p) == 0)
            view.links.push_back("cannot be reached"_en);
        if (facts_.known(v().unsafe_to_tell, p) && facts_.number(v().unsafe_to_tell, p) != 0)
            view.links.push_back("telling them may raise the risk"_en);
        return view;
    }

    PersonView agency(int a) const {
        PersonView view;
        view.id = facts_.name(v().agency, a);
        view.name = words_.party(a);
        view.role = sentence(choice_words(v().agency_kind, facts_.number(v().kind_, a)));
        view.about = about(a);
        return view;
    }

    ItemView item(int i) const {
        ItemView view;
        view.id = facts_.name(v().item, i);
        view.text = words_.item(i) + ".";
        view.source = source(i);
        if (facts_.known(v().grade_, i)) view.grade = choice_words(v().grade, facts_.number(v().grade_, i));
        const auto accuracy = facts_.known(v().accuracy_, i) ? facts_.number(v().accuracy_, i) : 0;
        if (accuracy > 0) view.grade += ", " + choice_words(v().accuracy, accuracy);
        if (facts_.known(v().category_, i)) view.category = choice_words(v().category, facts_.number(v().category_, i));
        const int since = facts_.since(v().about, i);
        view.known = since > 0 ? moment_text(since) : "from the start"_en;
        set(v().about, i).for_each([&](int p) { view.about.push_back(words_.party(p)); });
        set(v().identifies, i).for_each([&](int p) {
            if (!dangers_to(p).empty()) view.at_risk.push_back(words_.party(p));
        });
        facts_.set(v().sent_to, i).for_each([&](int p) { view.sent_to.push_back(words_.party(p)); });
        return view;
    }

    std::string source(int i) const {
        const auto index = static_cast<std::size_t>(i);
        if (index < scenario_.items.size() && !scenario_.items[index].about.empty())
            return scenario_.items[index].about;
        const auto from = facts_.known(v().source, i) ? facts_.number(v().source, i) : -1;
        return from >= 0 ? words_.party(from) : "";
    }

    const Scenario& scenario_;
    const Store& facts_;
    Words words_;
};

bool moves_information(const Act& act) {
    return act.kind == ActKind::share || act.kind == ActKind::hand_over ||
           (act.kind == ActKind::inform && !act_set(act, v().act_items).empty());
}

}  // namespace

CaseFileView opening_view(const Scenario& scenario) { return FileReader(scenario, scenario.opening).read(); }

CaseFileView case_file_view(const Attempt& attempt) {
    const Scenario& scenario = attempt.scenario();
    const Words words(scenario);
    CaseFileView view = FileReader(scenario, attempt.facts()).read();
    std::size_t made = 0;
    for (const Visit& visit : attempt.visits()) {
        const Node* node = scenario.node(visit.node);
        if (node == nullptr) continue;
        view.timeline.push_back({when_words(visit.minutes), node->title});
        if (!node->decision() || made == attempt.decisions().size()) continue;
        const DecisionMade& decision = attempt.decisions()[made++];
        view.timeline.push_back(
            {when_words(decision.minutes),
             fill(decision.skipped ? "A colleague decided for you: {what}"_en : "You decided: {what}"_en,
                  {{"what", decision_words(scenario, decision)}})});
        for (const Act& act : decision.acts) {
            if (act.kind == ActKind::record) view.recorded.push_back({when_words(decision.minutes), words.act(act)});
            if (moves_information(act)) view.shared.push_back({when_words(decision.minutes), words.act(act)});
        }
    }
    return view;
}

std::vector<std::string> advice_words(const Scenario& scenario, const Store& facts) {
    std::vector<std::string> lines;
    const Words words(scenario);
    facts.all(v().person).for_each([&](int p) {
        if (facts.number(v().adviser, p) == 0) return;
        lines.push_back(fill(
            "{who}: answers in {time}"_en,
            {{"who", words.party(p)}, {"time", span_text(length_of(facts, v().answers_in, v().answers_in_days, p))}}));
    });
    return lines;
}

}  // namespace ntk
