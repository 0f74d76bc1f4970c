#include "engine/text/said.h"

#include <thread>

#include "engine/text/translation.h"
#include "tests/support/catch.h"
#include "tests/support/made_up_words.h"

using namespace ntk;

namespace {

// In Welsh, as far as these go, until it is over.
struct InWelsh {
    explicit InWelsh(std::map<std::string, std::string> says) {
        ProgramWords words{"cy", {}};
        for (auto& [en, cy] : says) words.says[wording_mark(en)] = cy;
        use_program_words(words);
    }
    ~InWelsh() { use_program_words({}); }
    InWelsh(const InWelsh&) = delete;
    InWelsh& operator=(const InWelsh&) = delete;
};

}  // namespace

TEST_CASE("the words of the program are said as they are written, until a language is chosen and after it is left") {
    CHECK("A test of words"_en == "A test of words");
    CHECK(program_language() == "en-GB");
    {
        const InWelsh welsh({{"A test of words", "Prawf geiriau"}});
        CHECK("A test of words"_en == "Prawf geiriau");
        CHECK(program_language() == "cy");
    }
    CHECK("A test of words"_en == "A test of words");
}

TEST_CASE("what has no translation, or one that fills in something else, is marked") {
    const InWelsh welsh({{"Sent to {whom}", "Anfonwyd"}, {"Reworded since", ""}});
    CHECK("Sent to {whom}"_en == "[en] Sent to {whom}");
    CHECK("Reworded since"_en == "[en] Reworded since");
    CHECK("Never translated"_en == "[en] Never translated");
    CHECK("{several}; {another}: {n}"_en == "{several}; {another}: {n}");  // no words, so nothing to mark
    CHECK(number_of<"{n} thing not translated | {n} things not translated">(1) == "[en] 1 thing not translated");
    CHECK(number_of<"{n} thing not translated | {n} things not translated">(2) == "[en] 2 things not translated");
}

TEST_CASE("for data, a thread says every text as it is written, and the others go on as they were") {
    const InWelsh welsh({{"A test of data", "Prawf data"}, {"{n} datum | {n} data", "{n} a | {n} b"}});
    CHECK(other_words_were_used());
    {
        const AsWritten data;
        CHECK("A test of data"_en == "A test of data");
        CHECK(number_of<"{n} datum | {n} data">(2) == "2 data");
        CHECK(program_language() == "en-GB");
        std::string elsewhere;
        std::thread([&] { elsewhere = "A test of data"_en; }).join();
        CHECK(elsewhere == "Prawf data");
        const AsWritten within;
    }
    CHECK("A test of data"_en == "Prawf data");
    CHECK(program_language() == "cy");
}

TEST_CASE("every text is known to the program, also one that was never said") {
    std::size_t found = 0;
    for (const ProgramText* text = ProgramText::first(); text != nullptr; text = text->next())
        found += text->en() == "Known and never said" ? 1U : 0U;
    CHECK(found == 1);
    const auto never = [] { return "Known and never said"_en; };
    static_cast<void>(never);
}

TEST_CASE("each language has its own forms for numbers") {
    CHECK(number_of<"{n} case tried | {n} cases tried">(1) == "1 case tried");
    CHECK(number_of<"{n} case tried | {n} cases tried">(0) == "0 cases tried");
    const InWelsh welsh({{"{n} case tried | {n} cases tried", "dim | {n} achos | {n} a | {n} b | {n} c | {n} d"},
                         {"{n} case failed | {n} cases failed", "{n} achos | {n} achosion"}});
    const auto tried = [](std::size_t n) { return number_of<"{n} case tried | {n} cases tried">(n); };
    CHECK(tried(0) == "dim");
    CHECK(tried(1) == "1 achos");
    CHECK(tried(2) == "2 a");
    CHECK(tried(3) == "3 b");
    CHECK(tried(6) == "6 c");
    CHECK(tried(7) == "7 d");
    // Welsh has six forms: two of them cannot stand for the text.
    CHECK(number_of<"{n} case failed | {n} cases failed">(2) == "[en] 2 cases failed");

    const auto forms = [](std::string_view language, std::initializer_list<std::size_t> numbers) {
        std::string all;
        for (const std::size_t number : numbers) all += std::to_string(plural_form(language, number));
        return all;
    };
    CHECK(forms("en-GB", {0, 1, 2, 11, 21}) == "10111");
    CHECK(forms("fr", {0, 1, 2}) == "001");
    CHECK(forms("pl", {0, 1, 2, 5, 12, 22, 25}) == "2012212");
    CHECK(forms("ru", {0, 1, 2, 5, 11, 21, 22}) == "2012201");
    CHECK(forms("cs", {0, 1, 2, 4, 5}) == "20112");
    CHECK(forms("ro", {0, 1, 2, 19, 20, 101}) == "101121");
    CHECK(forms("lt", {0, 1, 2, 10, 11, 21, 22}) == "2012201");
    CHECK(forms("ar", {0, 1, 2, 3, 10, 11, 99, 100, 102, 103}) == "0123344553");
    CHECK(forms("ga", {0, 1, 2, 3, 6, 7, 10, 11}) == "40122334");
    CHECK(forms("gd", {0, 1, 2, 3, 10, 11, 12, 13, 19, 20}) == "3012201223");
    CHECK(forms("zh-Hant", {0, 1, 2}) == "000");
    for (const char* language : {"en", "fr", "pl", "ru", "cs", "ro", "lt", "ar", "cy", "ga", "gd", "zh", "xx"})
        for (std::size_t n = 0; n < 250; ++n) CHECK(plural_form(language, n) < plural_forms(language));
}

TEST_CASE("what is filled in is not looked at again, and lists are said as the language says them") {
    CHECK(fill("{a} and {b}, {c}", {{"a", "{b}"}, {"b", "two"}}) == "{b} and two, {c}");
    CHECK(fill("an open {brace", {{"brace", "x"}}) == "an open {brace");
    CHECK(fill("", {}).empty());
    CHECK(and_list({}).empty());
    CHECK(and_list({"a"}) == "a");
    CHECK(and_list({"a", "b"}) == "a and b");
    CHECK(and_list({"a", "b", "c"}) == "a, b and c");
    CHECK(or_list({"a", "b", "c"}) == "a, b or c");
    const InWelsh welsh(
        {{"{several} and {last}", "{several} ac {last}"}, {"{several}, {another}", "{several}; {another}"}});
    CHECK(and_list({"a", "b", "c"}) == "a; b ac c");
}

TEST_CASE("in the language that is made up every text is in marks, form by form, and keeps its slots") {
    const MadeUpWords words;
    CHECK("Sent to {whom}"_en.starts_with("«"));
    CHECK("Sent to {whom}"_en.find("{whom}") != std::string::npos);
    CHECK(number_of<"{n} case tried | {n} cases tried">(3).starts_with("«3 "));
}
