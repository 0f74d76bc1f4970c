#pragma once

#include <algorithm>
#include <bitset>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ntk {

// One word of a text: a run of letters or digits; an apostrophe inside belongs to it, a hyphen parts two words.
struct ProseWord {
    std::size_t at = 0;     // byte offset in the text
    std::size_t size = 0;   // in bytes
    std::string plain;      // lower case, with a straight apostrophe
    bool quoted = false;    // inside double quotation marks
    bool capital = false;   // written with a capital first
    bool capitals = false;  // two letters or more, all of them capitals
};

std::vector<ProseWord> words_of(std::string_view text);

// A sentence: words[first] up to, but not including, words[last].
struct Sentence {
    std::size_t first = 0;
    std::size_t last = 0;
    std::size_t words() const { return last - first; }
};

// The sentences of a text whose words are `words`. A full stop, question or exclamation mark ends one when what follows
// does not go on in lower case; an abbreviation such as "Mr." does not. Line ends part sentences as well.
std::vector<Sentence> sentences_of(std::string_view text, const std::vector<ProseWord>& words);

// Where a phrase ("hard to reach") begins among the words, from a position on; the number of words when nowhere.
std::size_t find_phrase(const std::vector<ProseWord>& words, const std::vector<std::string>& phrase, std::size_t from);

// The first letters and lengths of the words of a text: mostly enough to tell that a phrase is not among them.
class WordShapes {
  public:
    void add(std::string_view word) { shapes_.set(shape_of(word)); }
    bool may_hold(std::string_view word) const { return shapes_.test(shape_of(word)); }

  private:
    static std::size_t shape_of(std::string_view word) {
        const auto first = word.empty() ? 0U : static_cast<unsigned char>(word.front()) & 31U;
        return first * 16U + std::min<std::size_t>(word.size(), 15);
    }
    std::bitset<512> shapes_;
};

// A phrase as its plain words.
using PlainWords = std::vector<std::string>;
PlainWords phrase_of(std::string_view text);
std::vector<PlainWords> phrases_of(const std::vector<std::string_view>& texts);

}  // namespace ntk
