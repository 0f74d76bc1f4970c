#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ntk {

// While one lives, its thread says every text as it is written, whatever language is in use: for data that must come
// out the same, to the byte, in every language, and for nothing that people read on a screen.
class AsWritten {
  public:
    AsWritten() { ++depth; }
    ~AsWritten() { --depth; }
    AsWritten(const AsWritten&) = delete;
    AsWritten& operator=(const AsWritten&) = delete;

    static bool here() { return depth > 0; }

  private:
    static inline constinit thread_local int depth = 0;
};

// One text of the program itself, in en-GB where it is written: "Continue"_en. The program thereby knows all of its
// texts, and a translation is put beside each of them once, when a language is chosen.
class ProgramText {
  public:
    // Texts stay as long as the program; `en` is a literal.
    explicit ProgramText(std::string_view en);

    ProgramText(const ProgramText&) = delete;
    ProgramText& operator=(const ProgramText&) = delete;

    std::string_view en() const { return en_; }

    // As it is said in the language in use.
    std::string said() const {
        const std::string* other = in_use();
        return other == nullptr ? std::string(en_) : *other;
    }

    // The form for a number of what is written as "{n} case | {n} cases", with the number filled in.
    std::string said_of(std::size_t number) const;

    // Every text of the program, in an order of no meaning.
    static const ProgramText* first();
    const ProgramText* next() const { return next_; }

  private:
    friend void use_program_words(const struct ProgramWords& words);

    // Null: as written.
    const std::string* in_use() const { return AsWritten::here() ? nullptr : says_.load(std::memory_order_acquire); }

    std::string_view en_;
    mutable std::atomic<const std::string*> says_ = nullptr;
    const ProgramText* next_;
};

// The words of the program in a language, to be put into use.
struct ProgramWords {
    std::string language;                     // "cy"; empty or "en-GB" for the words as they are written
    std::map<std::string, std::string> says;  // by the mark of the wording (translation.h); what is missing is marked
};

// Puts the words into use, from now on and for every thread; texts said before stay as they were. Only one thread at a
// time may do so, while any may go on saying texts. This is the one place
// where the engine keeps something for the whole program: verdicts, logs and scores never depend on it.
void use_program_words(const ProgramWords& words);

// Whether words of any other language than that they are written in have been in use: then a text that was said earlier
// may be in it.
bool other_words_were_used();

// The language in use: "en-GB" until another is chosen, and wherever texts are said as written.
std::string program_language();

// How many forms a language has for numbers ("1 case", "2 cases"), and which of them a number takes, from 0. Source:
// Unicode CLDR, plural rules for cardinals; languages not known here are taken to have two, as English.
std::size_t plural_forms(std::string_view language);
std::size_t plural_form(std::string_view language, std::size_t number);

// The forms of a text with numbers, which stand between bars.
std::vector<std::string> forms_of(std::string_view text);

// The text with each {name} filled in; what is filled in is not looked at again.
std::string fill(std::string_view text, std::initializer_list<std::pair<std::string_view, std::string_view>> slots);

// "a, b and c" and "a, b or c", as the language in use says it.
std::string and_list(const std::vector<std::string>& parts);
std::string or_list(const std::vector<std::string>& parts);

// A string literal as the parameter of a template.
template <std::size_t N>
struct LiteralText {
    char text[N];
    consteval LiteralText(const char (&from)[N]) { std::copy_n(from, N, text); }
    constexpr std::string_view view() const { return {text, N - 1}; }
};

template <LiteralText Text>
inline const ProgramText program_text{Text.view()};

// The text in the language in use: add(page, paragraph("id", "You can go on."_en)).
template <LiteralText Text>
std::string operator""_en() {
    return program_text<Text>.said();
}

// The text itself, for tables that outlive a change of language.
template <LiteralText Text>
const ProgramText& operator""_text() {
    return program_text<Text>;
}

// The form for a number: number_of<"{n} case | {n} cases">(3).
template <LiteralText Text>
std::string number_of(std::size_t number) {
    return program_text<Text>.said_of(number);
}

}  // namespace ntk
