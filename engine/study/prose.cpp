#include "engine/study/prose.h"

#include <algorithm>
#include <array>

#include "engine/text/utf8.h"

namespace ntk {

namespace {

// Nearly every character is a single byte.
Utf8Character read_quickly(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) return {byte, 1};
    return read_utf8(text, at);
}

bool is_upper(char32_t c) { return c >= U'A' && c <= U'Z'; }
bool is_lower(char32_t c) { return c >= U'a' && c <= U'z'; }
bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'\u2019'; }

// Letters beyond ASCII: everything from the Latin letters on that is no punctuation mark.
bool is_letter(char32_t c) {
    return is_upper(c) || is_lower(c) || (c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c <= 0x206F));
}

bool word_part(char32_t c) { return is_letter(c) || is_digit(c); }

// "Mr." and the like do not end a sentence.
bool is_abbreviation(const std::string& word) {
    static constexpr std::array<std::string_view, 12> known = {"mr", "mrs", "ms", "dr",  "st",   "eg",
                                                               "ie", "no",  "vs", "etc", "prof", "approx"};
    return word.size() == 1 || std::find(known.begin(), known.end(), word) != known.end();
}

// What stands between two words: whether a sentence may end there, and whether it must.
struct Gap {
    bool stop = false;    // . only
    bool strong = false;  // ? or ! or an ellipsis
    bool line = false;
    bool space = false;  // after the mark
};

Gap gap_between(std::string_view text, std::size_t from, std::size_t to) {
    Gap gap;
    for (std::size_t at = from; at < to;) {
        const Utf8Character c = read_utf8(text, at);
        at += c.bytes;
        if (c.code == U'.') gap.stop = true;
        if (c.code == U'?' || c.code == U'!' || c.code == U'\u2026') gap.strong = true;
        if (c.code == U'\n') gap.line = true;
        if ((c.code == U' ' || c.code == U'\n') && (gap.stop || gap.strong)) gap.space = true;
    }
    return gap;
}

}  // namespace

std::vector<ProseWord> words_of(std::string_view text) {
    std::vector<ProseWord> words;
    words.reserve(text.size() / 5 + 1);
    bool quoted = false;
    for (std::size_t at = 0; at < text.size();) {
        const Utf8Character first = read_quickly(text, at);
        if (first.code == U'"') quoted = !quoted;
        if (first.code == U'\u201C') quoted = true;
        if (first.code == U'\u201D') quoted = false;
        if (!word_part(first.code)) {
            at += first.bytes;
            continue;
        }
        ProseWord word;
        word.at = at;
        word.quoted = quoted;
        word.capital = is_upper(first.code);
        std::size_t letters = 0;
        bool all_capital = true;
        while (at < text.size()) {
            const Utf8Character c = read_quickly(text, at);
            if (is_apostrophe(c.code)) {
                const std::size_t next = at + c.bytes;
                if (next >= text.size() || !is_letter(read_utf8(text, next).code)) break;
                word.plain += '\'';
            } else if (is_upper(c.code)) {
                word.plain += static_cast<char>(c.code - U'A' + U'a');
                ++letters;
            } else if (word_part(c.code)) {
                if (c.bytes == 1)
                    word.plain += static_cast<char>(c.code);
                else
                    append_utf8(word.plain, c.code);
                all_capital = all_capital && is_digit(c.code);
                if (is_letter(c.code)) ++letters;
            } else {
                break;
            }
            at += c.bytes;
        }
        word.size = at - word.at;
        word.capitals = all_capital && letters >= 2;
        words.push_back(std::move(word));
    }
    return words;
}

std::vector<Sentence> sentences_of(std::string_view text, const std::vector<ProseWord>& words) {
    std::vector<Sentence> sentences;
    std::size_t first = 0;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        const Gap gap = gap_between(text, words[i].at + words[i].size, words[i + 1].at);
        const bool goes_on = !words[i + 1].capital && !is_digit(static_cast<unsigned char>(words[i + 1].plain[0]));
        const bool stopped = gap.space && !goes_on && (gap.strong || (gap.stop && !is_abbreviation(words[i].plain)));
        if (!stopped && !gap.line) continue;
        sentences.push_back({first, i + 1});
        first = i + 1;
    }
    if (first < words.size()) sentences.push_back({first, words.size()});
    return sentences;
}

std::size_t find_phrase(const std::vector<ProseWord>& words, const std::vector<std::string>& phrase, std::size_t from) {
    if (phrase.empty()) return words.size();
    const std::string_view first = phrase.front();
    for (std::size_t i = from; i + phrase.size() <= words.size(); ++i) {
        // Nearly every word is another one, and its length or first letter says so.
        const std::string_view word = words[i].plain;
        if (word.size() != first.size() || (!word.empty() && word.front() != first.front())) continue;
        std::size_t same = 0;
        while (same < phrase.size() && words[i + same].plain == phrase[same]) ++same;
        if (same == phrase.size()) return i;
    }
    return words.size();
}

PlainWords phrase_of(std::string_view text) {
    PlainWords phrase;
    for (ProseWord& word : words_of(text)) phrase.push_back(std::move(word.plain));
    return phrase;
}

std::vector<PlainWords> phrases_of(const std::vector<std::string_view>& texts) {
    std::vector<PlainWords> phrases;
    phrases.reserve(texts.size());
    for (const std::string_view text : texts) phrases.push_back(phrase_of(text));
    return phrases;
}

}  // namespace ntk
