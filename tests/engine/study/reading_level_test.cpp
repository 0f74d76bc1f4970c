#include "engine/study/reading_level.h"

#include <sstream>

#include "engine/study/prose.h"
#include "tests/support/catch.h"

using namespace ntk;

namespace {

// "Robin 2, is 1": words with their syllables, counted by hand and ear.
std::string miscounted(const std::string& counted) {
    std::istringstream in(counted);
    std::string word;
    std::string wrong;
    int syllables = 0;
    char comma = ' ';
    while (in >> word >> syllables) {
        if (syllables_of(word) != syllables) wrong += word + " " + std::to_string(syllables_of(word)) + ", ";
        in >> comma;
    }
    return wrong;
}

std::string sentences(const std::string& text) {
    const std::vector<ProseWord> words = words_of(text);
    std::string shown;
    for (const Sentence& sentence : sentences_of(text, words)) {
        for (std::size_t i = sentence.first; i < sentence.last; ++i)
            shown += (i == sentence.first ? "" : " ") + words[i].plain;
        shown += "|";
    }
    return shown;
}

}  // namespace

TEST_CASE("syllables are those counted by hand") {
    CHECK(miscounted("a 1, the 1, boy 1, house 1, child 1, nurse 1, school 1, worried 2, worry 2, happy 2, baby 2") ==
          "");
    CHECK(miscounted(
              "letter 2, audiology 5, hearing 2, discharged 2, missed 1, visits 2, visited 3, needed 2, wanted 2") ==
          "");
    CHECK(miscounted("makes 1, lives 1, times 1, uses 2, boxes 2, places 2, ages 2, changes 2, watches 2, wishes 2") ==
          "");
    CHECK(miscounted(
              "table 2, handle 2, handled 2, settled 2, settle 2, called 1, curled 1, little 2, apple 2, while 1") ==
          "");
    CHECK(miscounted("safely 2, safety 2, movement 2, useful 2, careless 2, settlement 3, statement 2, placement 2") ==
          "");
    CHECK(miscounted("something 2, someone 2, homework 2, safeguard 2, safeguarding 3, therefore 2, firework 2") == "");
    CHECK(miscounted(
              "being 2, going 2, doing 2, seeing 2, saying 2, playing 2, carrying 3, trying 2, thing 1, bring 1") ==
          "");
    CHECK(miscounted("radio 3, media 3, special 2, question 2, region 2, actual 3, manual 3, language 2, guard 1") ==
          "");
    CHECK(miscounted(
              "didn't 2, don't 1, can't 1, isn't 2, wasn't 2, won't 1, I'll 1, you're 1, Robin's 2, Marsh's 2") == "");
    CHECK(miscounted("people 2, family 3, every 2, evening 2, Wednesday 2, idea 3, area 3, quiet 2, science 2") == "");
    CHECK(miscounted(
              "information 4, consent 2, record 2, referral 3, colleague 2, neighbour 2, medicine 3, memory 3") == "");
    CHECK(miscounted(
              "earlier 3, happier 3, autism 3, yes 1, year 1, yellow 2, eye 1, shoes 1, toes 1, used 1, eyes 1") == "");
    CHECK(miscounted("41 2, 9 1, 2024 4") == "");
}

TEST_CASE("sentences end where a reader stops") {
    CHECK(sentences("He is two. He likes buses! Does he? Yes") == "he is two|he likes buses|does he|yes|");
    CHECK(sentences("Mr. Marsh rang at 2.40pm, e.g. about the bus.") == "mr marsh rang at 2 40pm e g about the bus|");
    CHECK(sentences("\"Nobody asked me,\" she says. \"Why?\" he asks. \"Go!\" He goes.") ==
          "nobody asked me she says|why he asks|go|he goes|");
    CHECK(sentences("One line\nand another") == "one line|and another|");
    CHECK(sentences("She waits\u2026 Then she rings.") == "she waits|then she rings|");
    CHECK(sentences("") == "");
    CHECK(sentences("?! ... --") == "");
}

TEST_CASE("words know whether they are quoted, and how they are written") {
    const std::vector<ProseWord> words =
        words_of("The DSL wrote \"not engaging\", Beth\u2019s hard-to-reach Zo\u00EB.");
    std::string shown;
    for (const ProseWord& word : words)
        shown += word.plain + (word.quoted ? "\"" : "") + (word.capitals ? "!" : "") + " ";
    CHECK(shown == "the dsl! wrote not\" engaging\" beth's hard to reach zo\u00EB ");
    CHECK(find_phrase(words, phrase_of("hard to reach"), 0) == 6);
    CHECK(find_phrase(words, phrase_of("hard to find"), 0) == words.size());
    CHECK(find_phrase(words, {}, 0) == words.size());
}

TEST_CASE("the grade is the sum of sentence length and syllables") {
    ReadingLevel level;
    CHECK(level.grade_in_hundredths() == 0);
    level.add("The cat sat on the mat. The dog ran.");  // 9 words, 2 sentences, 9 syllables
    CHECK(level.words == 9);
    CHECK(level.sentences == 2);
    CHECK(level.syllables == 9);
    CHECK(level.grade_in_hundredths() == -204);  // 0.39 * 4.5 + 11.8 - 15.59 = -2.035
    level.add("Information sharing requires careful professional consideration.");  // 6 words, 1 sentence
    CHECK(level.words == 15);
    CHECK(level.sentences == 3);
    CHECK(level.syllables == 28);               // 4 + 2 + 2 + 2 + 4 + 5 more
    CHECK(level.grade_in_hundredths() == 838);  // 0.39 * 5 + 11.8 * 28 / 15 - 15.59 = 8.386...
}
