#include "engine/study/reading_level.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "engine/study/prose.h"

namespace ntk {

namespace {

using Words = std::string_view;

// Common words that the rules below count wrongly.
struct Counted {
    Words word;
    int syllables;
};
constexpr std::array<Counted, 59> known = {{
    {"area", 3},     {"areas", 3},      {"beautiful", 3}, {"being", 2},      {"biscuit", 2},    {"business", 2},
    {"client", 2},   {"clients", 2},    {"colleague", 2}, {"colleagues", 2}, {"create", 2},     {"created", 3},
    {"diet", 2},     {"does", 1},       {"doing", 2},     {"element", 3},    {"elsewhere", 2},  {"every", 2},
    {"everyone", 3}, {"everything", 3}, {"evening", 2},   {"evenings", 2},   {"eye", 1},        {"eyes", 1},
    {"family", 3},   {"fiery", 3},      {"forever", 3},   {"friend", 1},     {"idea", 3},       {"ideas", 3},
    {"league", 1},   {"leagues", 1},    {"moustache", 2}, {"people", 2},     {"people's", 2},   {"poem", 2},
    {"poet", 2},     {"quiet", 2},      {"quietly", 3},   {"react", 2},      {"recipe", 3},     {"reality", 4},
    {"science", 2},  {"shoes", 1},      {"society", 4},   {"someone", 2},    {"something", 2},  {"sometimes", 2},
    {"surname", 2},  {"theatre", 3},    {"they", 1},      {"toes", 1},       {"used", 1},       {"variety", 4},
    {"via", 2},      {"violence", 3},   {"violent", 3},   {"wednesday", 2},  {"wednesdays", 2},
}};

// First parts of compound words whose e is silent: "homework", "safeguard", "firework".
constexpr std::array<Words, 16> silent_firsts = {"safe", "home",  "some", "care", "fire", "time", "there", "where",
                                                 "here", "house", "life", "base", "line", "face", "one",   "note"};

// Endings before which an e is silent: "safely", "movement", "useful".
constexpr std::array<Words, 6> silent_before = {"ly", "ment", "ful", "less", "ness", "ty"};

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }
bool one_of(char c, Words letters) { return letters.find(c) != Words::npos; }

// Whether the e at `at` follows a consonant that takes it along without a sound of its own.
bool silent_at(Words word, std::size_t at) {
    if (at < 2 || word[at] != 'e' || is_vowel(word[at - 1])) return false;
    // "table", "settled", "handle": here the e is heard with the l.
    if (word[at - 1] == 'l' && !is_vowel(word[at - 2]) && !one_of(word[at - 2], "lrw")) return false;
    return true;
}

int silent_letters(Words word) {
    const std::size_t size = word.size();
    if (word.back() == 'e') return silent_at(word, size - 1) ? 1 : 0;
    if (word.ends_with("es") && silent_at(word, size - 2))
        return one_of(word[size - 3], "sxzcg") || word.ends_with("ches") || word.ends_with("shes") ? 0 : 1;
    if (word.ends_with("ed") && silent_at(word, size - 2)) return one_of(word[size - 3], "td") ? 0 : 1;
    for (const Words ending : silent_before)
        if (word.size() > ending.size() + 2 && word.ends_with(ending) && silent_at(word, size - ending.size() - 1))
            return 1;
    return 0;
}

int silent_in_compound(Words word) {
    for (const Words first : silent_firsts)
        if (word.size() > first.size() + 2 && word.starts_with(first) && !is_vowel(word[first.size()]) &&
            word[first.size()] != 'r' && word[first.size()] != 's' && word[first.size()] != 'd') {
            for (const Words ending : silent_before)
                if (word.substr(first.size()) == ending) return 0;  // taken off with the ending
            return 1;
        }
    return 0;
}

// Two vowels side by side that are both heard.
int parted_vowels(Words word) {
    int more = 0;
    for (std::size_t i = 0; i + 1 < word.size(); ++i) {
        const Words pair = word.substr(i, 2);
        const char before = i > 0 ? word[i - 1] : '\0';
        if (pair == "ia" || pair == "io" || pair == "iu") {
            if (!one_of(before, "tscgx") && !(i > 0 && is_vowel(before))) ++more;
        } else if (pair == "ua" || pair == "uo") {
            if (!one_of(before, "qg")) ++more;
        } else if (pair == "eo" && i > 0) {
            if (!one_of(before, "gp")) ++more;
        } else if (pair == "ie" && i > 0 && i + 3 <= word.size() && one_of(word[i + 2], "r") && i + 3 == word.size() &&
                   word.size() > 4) {
            ++more;  // "earlier", "happier"
        } else if (i + 4 == word.size() && is_vowel(word[i]) && word.substr(i + 1) == "ing") {
            ++more;  // "going", "saying"
        }
    }
    if (word.ends_with("sm")) ++more;
    return more;
}

int count_plain(Words word) {
    int groups = 0;
    bool inside = false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const bool glide = word[i] == 'y' && i + 1 < word.size() && is_vowel(word[i + 1]) && (i == 0 || inside);
        const bool vowel = is_vowel(word[i]) && !(glide && i == 0);
        if (vowel && !inside) ++groups;
        inside = vowel;
    }
    groups += parted_vowels(word);
    if (groups > 1) groups -= silent_letters(word);
    if (groups > 1) groups -= silent_in_compound(word);
    return std::max(groups, 1);
}

// The word among those whose syllables are written down, or null.
const Counted* known_word(std::string_view word) {
    static const std::map<std::string_view, const Counted*> by_word = [] {
        std::map<std::string_view, const Counted*> all;
        for (const Counted& one : known) all.emplace(one.word, &one);
        return all;
    }();
    const auto found = by_word.find(word);
    return found == by_word.end() ? nullptr : found->second;
}

}  // namespace

int syllables_of(Words written) {
    std::string word;
    int digits = 0;
    for (const char c : written) {
        if (c >= '0' && c <= '9') ++digits;
        if (c >= 'A' && c <= 'Z') word += static_cast<char>(c - 'A' + 'a');
        if ((c >= 'a' && c <= 'z') || c == '\'') word += c;
    }
    if (const Counted* found = known_word(word)) return found->syllables + digits;
    int more = digits;
    const std::size_t mark = word.find('\'');
    if (mark != std::string::npos) {
        const std::string ending = word.substr(mark + 1);
        if (ending == "t" && mark >= 2 && one_of(word[mark - 2], "dst")) ++more;  // "didn't"
        if (ending == "s" && mark >= 1 && (one_of(word[mark - 1], "sxz") || word.compare(mark - 1, 1, "h") == 0) &&
            mark >= 2 && (one_of(word[mark - 1], "sxz") || one_of(word[mark - 2], "sc")))
            ++more;  // "Marsh's"
        if (ending == "ll" && mark >= 1 && !is_vowel(word[mark - 1])) ++more;
        word.erase(ending == "t" && word[mark - 1] == 'n' ? mark - 1 : mark);
    }
    const Counted* base = mark == std::string::npos ? nullptr : known_word(word);
    if (base != nullptr) return base->syllables + more;
    return word.empty() ? std::max(more, 1) : count_plain(word) + more;
}

void ReadingLevel::add(std::string_view text) {
    const std::vector<ProseWord> found = words_of(text);
    words += static_cast<long>(found.size());
    sentences += static_cast<long>(sentences_of(text, found).size());
    for (const ProseWord& word : found) syllables += syllables_of(word.plain);
}

void ReadingLevel::add(const ReadingLevel& other) {
    words += other.words;
    sentences += other.sentences;
    syllables += other.syllables;
}

long ReadingLevel::grade_in_hundredths() const {
    if (words == 0 || sentences == 0) return 0;
    // One fraction, so that the result is the same everywhere.
    const long above = 39 * words * words + 1180 * syllables * sentences - 1559 * words * sentences;
    const long below = words * sentences;
    return above >= 0 ? above / below : -((-above + below - 1) / below);
}

}  // namespace ntk
