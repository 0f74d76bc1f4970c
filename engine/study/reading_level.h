#pragma once

#include <string_view>

namespace ntk {

// How many syllables an English word has when it is said aloud, by its spelling. Counted are groups of vowels, less the
// silent e of "makes", "used" and "safely", plus the second vowel of "being", "radio" and "actual"; a short list holds
// common words that go against these. "didn't" has two, "don't" one; a figure has one for each digit.
int syllables_of(std::string_view word);

// The sums behind a reading grade. Texts are added up before the grade is taken.
struct ReadingLevel {
    long words = 0;
    long sentences = 0;
    long syllables = 0;

    void add(std::string_view text);
    void add(const ReadingLevel& other);

    // The Flesch-Kincaid grade in hundredths, 0.39 words per sentence + 11.8 syllables per word - 15.59, rounded down:
    // the American school year in which children read such text, five less than their age. 0 without words.
    long grade_in_hundredths() const;
};

}  // namespace ntk
