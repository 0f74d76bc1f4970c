#include <algorithm>
#include <map>
#include <set>

#include "engine/play/map.h"
#include "engine/study/lint/finders.h"
#include "engine/study/lint/word_lists.h"

namespace ntk {

namespace {

// A term in the singular and the plural.
struct SoughtTerm {
    explicit SoughtTerm(std::string_view text) : one(phrase_of(text)), many(one) {
        if (!many.empty()) many.back() += "s";
    }
    PlainWords one, many;
};

// Where a term stands in a text, in the singular or the plural; the number of words when nowhere.
std::size_t find_term(const CaseText& text, const SoughtTerm& term) {
    const std::size_t at = find_phrase(text, term.one);
    return at < text.words.size() ? at : find_phrase(text, term.many);
}

// Whether the learner reads this text with a scene; what stands in the case file is explained by its own line.
bool is_read_at_scene(const CaseText& text) {
    return !text.node.empty() &&
           (text.voice == Voice::narrator || text.voice == Voice::speech || text.voice == Voice::option);
}

// Whether a scene that this passage hangs on has offered the term already.
bool offered_where_it_hangs(const CaseText& text, const std::string& term, const Scenario& scenario) {
    return std::any_of(text.when.begin(), text.when.end(), [&](const std::string& condition) {
        const Node* node = scenario.node(condition);
        return node != nullptr && std::find(node->glossary.begin(), node->glossary.end(), term) != node->glossary.end();
    });
}

// The terms of a case, each a number; more than a set can hold are left out.
std::vector<std::string> terms_of(const Scenario& scenario) {
    constexpr std::size_t most = 128;
    std::vector<std::string> terms;
    for (const auto& [term, meaning] : scenario.glossary)
        if (terms.size() < most) terms.push_back(term);
    return terms;
}

// For each scene, the terms that every way to it has offered or used already.
std::map<std::string, Bits> terms_before(const Scenario& scenario, const std::map<std::string, Bits>& met_there,
                                         std::size_t terms) {
    const Bits all = Bits::first(static_cast<int>(terms));
    std::map<std::string, std::vector<std::string>> before;
    std::map<std::string, Bits> met;
    for (const Node& node : scenario.nodes) {
        met[node.id] = node.id == scenario.start ? Bits{} : all;
        for (const std::string& next : next_scenes(node)) before[next].push_back(node.id);
    }
    for (bool changed = true; changed;) {
        changed = false;
        for (const Node& node : scenario.nodes) {
            if (node.id == scenario.start) continue;
            Bits sure = all;
            for (const std::string& from : before[node.id]) sure = sure & (met[from] | met_there.at(from));
            if (sure == met[node.id]) continue;
            met[node.id] = sure;
            changed = true;
        }
    }
    return met;
}

}  // namespace

void find_late_terms(const LintCase& lint, Diagnostics& diagnostics) {
    const Scenario& scenario = *lint.scenario;
    const std::vector<std::string> terms = terms_of(scenario);
    const std::vector<SoughtTerm> sought(terms.begin(), terms.end());
    std::map<std::string, Bits> offered;
    std::map<std::string, Bits> met_there;  // offered or used
    for (const Node& node : scenario.nodes) {
        for (std::size_t i = 0; i < terms.size(); ++i)
            if (std::find(node.glossary.begin(), node.glossary.end(), terms[i]) != node.glossary.end())
                offered[node.id].add(static_cast<int>(i));
        met_there[node.id] = offered[node.id];
    }
    struct Use {
        const CaseText* text;
        std::size_t term, word;
    };
    std::vector<Use> uses;  // the first of each term at each scene
    for (const CaseText& text : lint.texts) {
        if (!is_read_at_scene(text)) continue;
        for (std::size_t i = 0; i < terms.size(); ++i) {
            const std::size_t at = find_term(text, sought[i]);
            Bits& met = met_there[text.node];
            if (at == text.words.size() || met.has(static_cast<int>(i))) continue;
            if (offered_where_it_hangs(text, terms[i], scenario)) continue;
            met.add(static_cast<int>(i));
            uses.push_back({&text, i, at});
        }
    }
    const std::map<std::string, Bits> before = terms_before(scenario, met_there, terms.size());
    for (const Use& use : uses) {
        const std::string& node = use.text->node;
        if (before.at(node).has(static_cast<int>(use.term))) continue;
        diagnostics.report("W503", place_in(*use.text, use.text->words[use.word].at, lint),
                           "\"" + terms[use.term] + "\" is first read here on some way, and the scene '" + node +
                               "' does not offer its meaning",
                           "add it to the scene: glossary: [" + terms[use.term] + "]");
    }
}

void find_jargon(const LintCase& lint, Diagnostics& diagnostics) {
    const Tree* glossary = lint.tree.find("glossary");
    std::set<std::string> explained;
    if (glossary != nullptr)
        for (const TreeEntry& entry : glossary->entries) {
            std::string plain;
            for (const std::string& word : phrase_of(entry.key)) plain += (plain.empty() ? "" : " ") + word;
            explained.insert(plain);
        }
    static const std::vector<SoughtTerm> jargon(jargon_words().begin(), jargon_words().end());
    std::set<std::string> told;
    const auto report = [&](const CaseText& text, std::size_t at, std::size_t size, const std::string& term) {
        if (explained.count(term) != 0 || !told.insert(term).second) return;
        diagnostics.report(
            "W504", place_in(text, text.words[at].at, lint),
            "\"" + quoted_words(text, at, at + size) + "\" is a term of art that the glossary does not explain",
            "use common words, or add it to 'glossary' in plain words");
    };
    for (const CaseText& text : lint.texts) {
        if (text.voice == Voice::trainer || text.voice == Voice::glossary || text.voice == Voice::about) continue;
        for (std::size_t i = 0; i < text.words.size(); ++i) {
            const ProseWord& word = text.words[i];
            const auto& common = common_capitals();
            const bool known = std::find(common.begin(), common.end(), word.plain) != common.end();
            const bool letters = word.plain.find_first_of("0123456789") == std::string::npos;
            if (word.capitals && letters && word.plain.size() <= 5 && !known) report(text, i, 1, word.plain);
        }
        for (std::size_t i = 0; i < jargon.size(); ++i) {
            const std::size_t at = find_term(text, jargon[i]);
            if (at < text.words.size()) report(text, at, jargon[i].one.size(), std::string(jargon_words()[i]));
        }
    }
}

void find_unused_terms(const LintCase& lint, Diagnostics& diagnostics) {
    const Tree* glossary = lint.tree.find("glossary");
    if (glossary == nullptr) return;
    std::set<std::string> linked;
    for (const Node& node : lint.scenario->nodes) linked.insert(node.glossary.begin(), node.glossary.end());
    for (const TreeEntry& entry : glossary->entries)
        if (linked.count(entry.key) == 0)
            diagnostics.report("W535", entry.key_place, "no scene offers the meaning of \"" + entry.key + "\"",
                               "name it under 'glossary' of the scene where it is first read, or take it out");
}

}  // namespace ntk
