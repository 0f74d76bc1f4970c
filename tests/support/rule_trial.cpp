#include "tests/support/rule_trial.h"

#include <algorithm>
#include <sstream>
#include <stdexcept>

#include "engine/casework/clock.h"
#include "engine/play/views.h"
#include "engine/text/fields.h"
#include "tests/support/rule_packs.h"

namespace ntk {

namespace {

const Vocabulary& v() { return vocabulary(); }

bool writes(const std::string& body, const std::string& key) {
    return body.rfind(key + ":", 0) == 0 || body.find("\n" + key + ":") != std::string::npos;
}

void insist(const Diagnostics& diagnostics) {
    if (!diagnostics.empty()) throw std::runtime_error(diagnostics.render());
}

}  // namespace

std::string small_pack(const std::string& parts) {
    return "pack: { id: small, version: 1.0.0, vocabulary: core/1, valid: { from: 2024-01-01 } }\n"
           "sources: { src: { title: A source, by: Its authors, kind: advice, published: \"2024\", parts: { p: A part "
           "} } }\n"
           "headings: [{ id: H, label: Heading, title: In words, kind: rule }]\n" +
           parts;
}

std::shared_ptr<const RuleBook> small_book(const std::string& parts) {
    Diagnostics diagnostics;
    const Tree tree = read_yaml_text(small_pack(parts), diagnostics);
    auto book = read_rule_book({&tree}, "2024-09-01", diagnostics);
    insist(diagnostics);
    return book;
}

std::string small_book_problems(const std::string& parts) {
    Diagnostics diagnostics;
    const Tree tree = read_yaml_text(small_pack(parts), diagnostics);
    read_rule_book({&tree}, "2024-09-01", diagnostics);
    return diagnostics.render();
}

std::string norm_entry(const std::string& id, const std::string& body) {
    std::string text = "  - id: " + id + "\n";
    const auto fill_in = [&](const std::string& key, const std::string& value) {
        if (!writes(body, key)) text += "    " + key + ": " + value + "\n";
    };
    fill_in("title", "A title");
    fill_in("says", "What it asks.");
    fill_in("cite", "[src#p]");
    fill_in("reports", "[H]");
    fill_in("grade", "explicit");
    if (!writes(body, "alias_of")) {
        fill_in("strand", "protect");
        fill_in("type", "oblige");
        if (body.find("type: permit") == std::string::npos) {
            fill_in("severity", "{ base: M }");
            fill_in("explain", "{ kept: It was kept., breached: It was breached. }");
        }
    }
    std::istringstream lines(body);
    for (std::string line; std::getline(lines, line);)
        if (!line.empty()) text += "    " + line + "\n";
    return text;
}

Trial::Trial(std::shared_ptr<const RuleBook> rules, const std::string& facts, const std::vector<std::string>& later)
    : opening(new_case()), reader(opening, diagnostics), judge(std::move(rules), read_opening(facts, later)) {}

Store Trial::read_opening(const std::string& facts, const std::vector<std::string>& later) {
    const Tree tree = read_yaml_text(facts, diagnostics);
    Fields root(tree, "the case", diagnostics);
    reader.read_case(root);
    root.finish();
    insist(diagnostics);
    for (const int kind : {v().party, v().item, v().request, v().pull, v().event})
        for (int entity = 0; entity < opening.count(kind); ++entity) {
            const bool arises = kind == v().request || kind == v().pull || kind == v().event;
            if (arises || std::find(later.begin(), later.end(), opening.name(kind, entity)) != later.end())
                opening.show(kind, entity, false);
        }
    return opening;
}

void Trial::at(const std::string& moment, const std::string& scene) {
    const auto fixed = read_moment(moment);
    const auto later = read_later(moment, now_);
    if (!fixed && !later) throw std::runtime_error("no such moment: " + moment);
    now_ = fixed ? *fixed : *later;
    Arrival arrival;
    arrival.minutes = now_;
    const Tree tree = read_yaml_text(scene.empty() ? "decision: true" : scene, diagnostics);
    insist(diagnostics);
    Fields fields(tree, "the scene", diagnostics);
    arrival.decision = fields.flag("decision", true);
    arrival.standing_record = fields.flag("standing", false);
    for (const std::string& name : fields.names("reveals")) {
        EntityRef ref;
        for (const int kind : {v().party, v().item, v().request, v().pull, v().event})
            if (const int entity = opening.find(kind, name); entity >= 0 && ref.kind < 0) ref = {kind, entity};
        if (ref.kind < 0) throw std::runtime_error("nothing is called " + name);
        arrival.reveals.push_back(ref);
    }
    for (const TreeEntry* change : fields.entries("changes"))
        for (const Setting& setting : reader.read_change(*change)) arrival.changes.push_back(setting);
    if (const Tree* story = fields.find("story")) arrival.story = reader.read_acts(*story);
    if (const Tree* offers = fields.find("offers"))
        for (const Setting& setting : reader.read_settings(v().decision_offers, 0, *offers))
            arrival.offers = setting.set;
    fields.finish();
    insist(diagnostics);
    judge.arrive(arrival);
}

std::vector<Act> Trial::acts(const std::string& text) {
    const Tree tree = read_yaml_text("does:\n" + text, diagnostics);
    insist(diagnostics);
    std::vector<Act> read = reader.read_acts(tree.entries.front().value);
    insist(diagnostics);
    return read;
}

void Trial::does(const std::string& text) { judge.act(text.empty() ? std::vector<Act>{} : acts(text)); }

std::string verdict_text(const Verdict& verdict) {
    std::string text = state_name(verdict.state);
    const bool plain = verdict.state == VerdictState::pending || verdict.state == VerdictState::contested ||
                       verdict.credit == Credit::full() ||
                       (verdict.state == VerdictState::breached && verdict.credit == Credit{});
    if (!plain) text += " " + verdict.credit.text();
    if (verdict.critical) text += " critical";
    return text;
}

std::string Trial::states(const std::string& norm) const {
    std::string text;
    for (const Verdict& verdict : judge.verdicts())
        if (verdict.norm == norm) text += (text.empty() ? "" : ", ") + verdict_text(verdict);
    return text;
}

Verdict Trial::only(const std::string& norm) const {
    std::vector<Verdict> found;
    for (const Verdict& verdict : judge.verdicts())
        if (verdict.norm == norm) found.push_back(verdict);
    if (found.size() != 1) throw std::runtime_error(std::to_string(found.size()) + " verdicts on " + norm);
    return found.front();
}

std::string all_text(const std::vector<Verdict>& verdicts) {
    std::string text;
    for (const Verdict& verdict : verdicts) {
        text += verdict.norm + " [" + verdict.key + "] " + verdict_text(verdict) + " w" +
                std::to_string(verdict.weight) + " " + std::to_string(verdict.opened) + "-" +
                std::to_string(verdict.decided) + " " + verdict.group +
                (verdict.credit_class == CreditClass::earn ? " earn" : " deduct") +
                (verdict.in_scope ? "" : " out of scope") + ": " + verdict.text + " " + verdict.because;
        for (const FactShown& fact : verdict.facts)
            text += " {" + fact.path + "=" + fact.value + "@" + std::to_string(fact.known_at) + "}";
        for (const ExceptionTried& tried : verdict.exceptions) {
            text += " <" + tried.id + " " + std::to_string(static_cast<int>(tried.result));
            for (const std::string& because : tried.because) text += " | " + because;
            text += ">";
        }
        text += "\n";
    }
    return text;
}

}  // namespace ntk
