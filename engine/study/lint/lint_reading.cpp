#include <algorithm>
#include <map>
#include <unordered_map>

#include "engine/study/lint/finders.h"
#include "engine/study/reading_level.h"

namespace ntk {

namespace {

constexpr long most_grade = 600;        // in hundredths
constexpr std::size_t most_words = 25;  // in a sentence
constexpr long most_grade_of_scene = 800;
constexpr long few_words = 40;  // too few to take a grade of

// Whether the learner meets it on the way; notes for trainers and the explanations of terms are read apart.
bool is_story(const CaseText& text) { return text.voice != Voice::trainer && text.voice != Voice::glossary; }

std::string grade_text(long hundredths) {
    const long tenths = (hundredths + 5) / 10;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

// The places with the hardest reading, hardest first.
std::string hardest(const std::map<std::string, ReadingLevel>& places) {
    std::vector<std::pair<long, std::string>> all;
    for (const auto& [where, level] : places)
        if (level.words >= few_words) all.emplace_back(-level.grade_in_hundredths(), where);
    std::sort(all.begin(), all.end());
    std::string text;
    for (std::size_t i = 0; i < all.size() && i < 3; ++i)
        text += (i == 0 ? "" : ", ") + all[i].second + " (" + grade_text(-all[i].first) + ")";
    return text;
}

}  // namespace

void find_hard_reading(const LintCase& lint, Diagnostics& diagnostics) {
    ReadingLevel whole;
    std::map<std::string, ReadingLevel> places;
    std::unordered_map<std::string_view, int> syllables;  // most words of a case come again and again
    for (const CaseText& text : lint.texts) {
        if (!is_story(text)) continue;
        ReadingLevel one{static_cast<long>(text.words.size()), static_cast<long>(text.sentences.size()), 0};
        for (const ProseWord& word : text.words) {
            const auto [known, fresh] = syllables.try_emplace(word.plain, 0);
            if (fresh) known->second = syllables_of(word.plain);
            one.syllables += known->second;
        }
        whole.add(one);
        places[text.node.empty() ? text.where : "the scene '" + text.node + "'"].add(one);
    }
    for (const Node& node : lint.scenario->nodes) {
        const ReadingLevel& level = places["the scene '" + node.id + "'"];
        if (level.words < few_words || level.grade_in_hundredths() <= most_grade_of_scene) continue;
        diagnostics.report("W501", node.place,
                           "the scene '" + node.id + "' reads at grade " + grade_text(level.grade_in_hundredths()) +
                               "; the most for one scene is 8.0",
                           "use shorter sentences and shorter words");
    }
    const long grade = whole.grade_in_hundredths();
    if (grade <= most_grade) return;
    const Tree* nodes = lint.tree.find("nodes");
    const std::string where = hardest(places);
    diagnostics.report("W501", nodes == nullptr ? lint.tree.place : nodes->place,
                       "the case reads at grade " + grade_text(grade) + "; the most is 6.0",
                       "use shorter sentences and shorter words" + (where.empty() ? "" : "; hardest: " + where));
}

void find_long_sentences(const LintCase& lint, Diagnostics& diagnostics) {
    for (const CaseText& text : lint.texts)
        for (const Sentence& sentence : text.sentences)
            if (sentence.words() > most_words)
                diagnostics.report("W502", place_in(text, text.words[sentence.first].at, lint),
                                   "a sentence of " + std::to_string(sentence.words()) + " words, \"" +
                                       quoted_words(text, sentence.first, sentence.first + 5) + " ...\"",
                                   "say it in two sentences; the most is 25 words");
}

}  // namespace ntk
