#pragma once

#include <string>
#include <vector>

#include "engine/study/prose.h"
#include "engine/text/tree.h"

namespace ntk {

// Who speaks in a text of a case, and to whom.
enum class Voice {
    narrator,  // scenes, a child's day, briefing, endings
    speech,    // somebody in the story
    option,    // what the learner may choose
    feedback,  // why an option tempts, what could be said aloud, why practitioners are divided
    item,      // a piece of information, often quoted
    about,     // one line on a person or agency, and names
    card,      // blurb, content note, objectives
    glossary,
    trainer,  // questions, prompts, notes for a facilitator
};

// One text of a case with where it stands. Titles and names are left out: they are labels, not sentences.
struct CaseText {
    Voice voice = Voice::narrator;
    std::string key;                // the field it stands in: "say", "childs_day"
    std::string where;              // "the scene 'D1'", for messages
    std::string node;               // the scene it belongs to, or empty
    std::string option;             // the option, or empty
    std::string entity;             // the item or person, or empty
    std::vector<std::string> when;  // of a passage: shown only where these hold
    const Tree* written = nullptr;
    std::vector<ProseWord> words;
    std::vector<Sentence> sentences;
    WordShapes shapes;

    const std::string& text() const { return written->text; }
};

// Where a phrase begins among the words of a text, from a position on; the number of words when nowhere.
inline std::size_t find_phrase(const CaseText& text, const PlainWords& phrase, std::size_t from = 0) {
    if (!phrase.empty() && !text.shapes.may_hold(phrase.front())) return text.words.size();
    return find_phrase(text.words, phrase, from);
}

// Every text of a scenario in the author's order, the briefing first. Whatever has not the shape of a scenario is left
// out: the reader has reported it. The tree must outlive the texts.
std::vector<CaseText> texts_of(const Tree& scenario);

}  // namespace ntk
