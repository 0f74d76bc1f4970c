// Two testers for one truth: the engine with the shipped packs, and a second evaluator written from the design.

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <map>
#include <string_view>

#include "tests/support/bare_verdicts.h"
#include "tests/support/catch.h"
#include "tests/support/deep.h"
#include "tests/support/oracle_engine.h"
#include "tests/support/oracle_stories.h"
#include "tests/support/rule_packs.h"

using namespace ntk;
using namespace ntk::oracle;

namespace {

std::shared_ptr<const RuleBook> shipped() { return rule_book({"england-2024", "plymouth"}); }

bool has_one(const Deed& d, const std::string& who) { return d.to.count(who) + d.who.count(who) > 0; }

bool one_of(const std::string& norm, const std::vector<std::string>& norms) {
    return std::find(norms.begin(), norms.end(), norm) != norms.end();
}

int moving(const Step& step) {
    return static_cast<int>(std::count_if(step.deeds.begin(), step.deeds.end(), [](const Deed& d) {
        return d.kind == "share" || d.kind == "hand_over" || d.kind == "inform";
    }));
}

bool any_step(const Story& story, const std::function<bool(const Step&)>& is) {
    return std::any_of(story.steps.begin(), story.steps.end(), is);
}

bool any_deed(const Story& story, const std::function<bool(const Deed&)>& is) {
    return any_step(story, [&](const Step& s) { return std::any_of(s.deeds.begin(), s.deeds.end(), is); });
}

// Some agency through which a danger may hear of things has no need of an item that points to somebody.
bool leaks_beside_the_duty(const Facts& f) {
    for (const Agency& a : f.agencies) {
        bool leaky = !a.onward_known || !a.onward.empty();
        for (const Person& p : f.people) leaky = leaky || p.associates.count(a.id) > 0;
        for (const Item& i : f.items) {
            const auto use = i.use.find(a.id);
            if (leaky && !i.identifies.empty() && (use == i.use.end() || use->second != "essential")) return true;
        }
    }
    return false;
}

// Differences that have been reported and await a ruling; NTK_ALL shows them again. Each says what the design asks and
// what the engine or a pack does instead.
bool known(const Story& story, const std::string& norm) {
    if (std::getenv("NTK_ALL") != nullptr) return false;
    const Facts& f = story.facts;
    const bool several = any_step(story, [](const Step& s) { return s.deeds.size() > 1; });
    const bool several_moves = any_step(story, [](const Step& s) { return moving(s) > 1; });
    // Section 5.1: the parts present of those wanted. The pack counts thirds, and nothing for the recipient.
    if (norm == "GR7.1")
        return any_deed(story, [&](const Deed& d) {
            const bool part = !d.parts.count("decision") || !d.parts.count("reason") || !d.parts.count("recipient");
            return d.kind == "record" && (part || (d.since_last && several));
        });
    // Section 14: order changes nothing. A second entry in a decision loses what `since_last` covers.
    if (one_of(norm, {"LB.1", "LO.1", "PC.1", "SC.1"}) && several)
        return any_deed(story, [](const Deed& d) { return d.kind == "record" && d.since_last; });
    // Section 5.1: critical also when the outsider is dangerous.
    if (norm == "GR6.2") return any_deed(story, [](const Deed& d) { return has_one(d, "dean"); });
    // Section 5.2: whenever a duty is open. The pack asks for risk or a statutory level of need.
    if (norm == "DA.2") return f.harm == Harm::none && f.need <= Need::early_help;
    // Once a change of mind has excused one stall, the engine no longer sees the next.
    if (norm == "GR1.1") return story.steps.size() > 1;
    // A second, fuller repair is not counted.
    if (norm == "GR2.1") return story.steps.size() > 2;
    // Each of these looks at all acts of a decision where it should look at the one that offends; and a correction must
    // cover each item that was wrong.
    if (norm == "GR4.3") return several;
    if (norm == "GR6.3") return several_moves;
    if (norm == "GR6.5") return several_moves || any_deed(story, [](const Deed& d) { return d.kind == "correct"; });
    // Section 3: only a recipient to whom the item is due, and from whom the danger would hear, calls for a shield.
    if (norm == "GR5.1") return leaks_beside_the_duty(f);
    // Recalling one thing does not mend the loss of another.
    if (norm == "RS.1") return any_deed(story, [](const Deed& d) { return d.kind == "recall"; });
    return false;
}

// Counts the differences by norm and shows the smallest story for each.
class Comparison {
  public:
    void look_at(const Story& story) {
        ++stories;
        const Verdicts engine = by_engine(engine_judge(story, shipped()));
        const Verdicts oracle = by_oracle(story);
        for (const auto& [norm, lines] : engine) instances += static_cast<int>(lines.size());
        for (const std::string& norm : differing(engine, oracle)) {
            if (known(story, norm)) continue;
            ++differences[norm];
            if (differences[norm] <= shown) show(story, norm);
        }
    }

    void show(const Story& story, const std::string& norm) {
        const auto differs = [&](const Story& s) {
            const auto all = differing(by_engine(engine_judge(s, shipped())), by_oracle(s));
            return !known(s, norm) && std::find(all.begin(), all.end(), norm) != all.end();
        };
        const Story small = shrink(story, differs);
        UNSCOPED_INFO(dispute(small, norm, by_engine(engine_judge(small, shipped())), by_oracle(small)));
    }

    void done() {
        for (const auto& [norm, count] : differences)
            UNSCOPED_INFO(norm << " differs in " << count << " of " << stories);
        CHECK(differences.empty());
        CHECK(instances > stories);
    }

    int stories = 0;
    int instances = 0;
    int shown = std::getenv("NTK_SHOW") != nullptr ? std::atoi(std::getenv("NTK_SHOW")) : 1;
    std::map<std::string, int> differences;
};

}  // namespace

TEST_CASE("both testers agree on every situation of a small vocabulary") {
    Comparison comparison;
    every_small_story(deep_check(), [&](const Story& story) { comparison.look_at(story); });
    comparison.done();
}

TEST_CASE("both testers agree on fuller situations drawn at random") {
    Comparison comparison;
    Dice dice(2024);
    for (int n = 0; n < (deep_check() ? 100'000 : 6'000); ++n) comparison.look_at(random_story(dice));
    comparison.done();
}

TEST_CASE("judging comes to the same with and without proofs in words") {
    Dice dice(1989);
    for (int n = 0; n < (deep_check() ? 10'000 : 1'000); ++n) {
        const PastCase past = engine_past(random_story(dice), shipped());
        CHECK(bare_verdicts(past.judged(Proofs::left_out)) == bare_verdicts(past.judged(Proofs::written)));
    }
}
