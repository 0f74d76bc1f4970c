#include <algorithm>
#include <map>
#include <set>

#include "engine/play/map.h"
#include "engine/study/lint/finders.h"
#include "engine/study/lint/word_lists.h"

namespace ntk {

namespace {

using Phrase = std::vector<std::string>;

// Where a term stands in a text, in the singular or the plural; the number of words when nowhere.
std::size_t find_term(const std::vector<ProseWord>& words, const Phrase& term) {
    const std::size_t at = find_phrase(words, term, 0);
    if (at < words.size() || term.empty()) return at;
    Phrase plural = term;
    plural.back() += "s";
    return find_phrase(words, plural, 0);
}

// Whether the learner reads this text with a scene; what stands in the case file is explained by its own line.
bool is_read_at_scene(const CaseText& text) {
    return !text.node.empty() && (text.voice == Voice::narrator || text.voice == Voice::speech ||
                                  text.voice == Voice::option);
}

// Whether a scene that this passage hangs on has offered the term already.
bool offered_where_it_hangs(const CaseText& text, const std::string& term, const Scenario& scenario) {
    return std::any_of(text.when.begin(), text.when.end(), [&](const std::string& condition) {
        const Node* node = scenario.node(condition);
        return node != nullptr && std::find(node->glossary.begin(), node->glossary.end(), term) != node->glossary.end();
    });
}

// For each scene, the terms that every way to it has explained or used already.
class TermsMet {
  public:
    TermsMet(const Scenario& scenario, const std::map<std::string, std::set<std::string>>& used) : scenario_(scenario) {
        for (const Node& node : scenario.nodes)
            for (const std::string& next : next_scenes(node)) before_[next].insert(node.id);
        std::set<std::string> all;
        for (const auto& [term, meaning] : scenario.glossary) all.insert(term);
        for (const Node& node : scenario.nodes) met_[node.id] = node.id == scenario.start ? std::set<std::string>{} : all;
        for (bool changed = true; changed;) {
            changed = false;
            for (const Node& node : scenario.nodes) {
                if (node.id == scenario.start) continue;
                std::set<std::string> sure = all;
                for (const std::string& from : before_[node.id]) {
                    const Node* other = scenario.node(from);
                    std::set<std::string> after = met_[from];
                    if (other != nullptr) after.insert(other->glossary.begin(), other->glossary.end());
                    if (const auto found = used.find(from); found != used.end())
                        after.insert(found->second.begin(), found->second.end());
                    std::set<std::string> both;
                    std::set_intersection(sure.begin(), sure.end(), after.begin(), after.end(),
                                          std::inserter(both, both.end()));
                    sure = std::move(both);
                }
                if (sure == met_[node.id]) continue;
                met_[node.id] = std::move(sure);
                changed = true;
            }
        }
    }

    bool before(const std::string& node, const std::string& term) const {
        const auto found = met_.find(node);
        return found != met_.end() && found->second.count(term) != 0;
    }

  private:
    const Scenario& scenario_;
    std::map<std::string, std::set<std::string>> before_, met_;
};

}  // namespace

void find_late_terms(const LintCase& lint, Diagnostics& diagnostics) {
    const Scenario& scenario = *lint.scenario;
    std::map<std::string, std::set<std::string>> used;
    std::map<std::pair<std::string, std::string>, Place> first_use;  // by scene and term
    for (const auto& [term, meaning] : scenario.glossary) {
        const Phrase phrase = phrase_of(term);
        for (const CaseText& text : lint.texts) {
            if (!is_read_at_scene(text)) continue;
            const std::size_t at = find_term(text.words, phrase);
            if (at == text.words.size() || offered_where_it_hangs(text, term, scenario)) continue;
            used[text.node].insert(term);
            first_use.emplace(std::pair(text.node, term), place_in(text, text.words[at].at, diagnostics));
        }
    }
    const TermsMet met(scenario, used);
    for (const Node& node : scenario.nodes)
        for (const std::string& term : used[node.id]) {
            const bool linked = std::find(node.glossary.begin(), node.glossary.end(), term) != node.glossary.end();
            if (linked || met.before(node.id, term)) continue;
            diagnostics.report("W503", first_use[{node.id, term}],
                               "\"" + term + "\" is first read here on some way, and the scene '" + node.id +
                                   "' does not offer its meaning",
                               "add it to the scene: glossary: [" + term + "]");
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
    std::set<std::string> told;
    const auto report = [&](const CaseText& text, std::size_t at, std::size_t size, const std::string& term) {
        if (explained.count(term) != 0 || !told.insert(term).second) return;
        diagnostics.report("W504", place_in(text, text.words[at].at, diagnostics),
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
        for (const std::string_view term : jargon_words()) {
            const Phrase phrase = phrase_of(term);
            const std::size_t at = find_term(text.words, phrase);
            if (at < text.words.size()) report(text, at, phrase.size(), std::string(term));
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
