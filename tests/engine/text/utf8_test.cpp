#include "engine/text/utf8.h"

#include <string>

#include "tests/support/catch.h"

using namespace ntk;

TEST_CASE("valid UTF-8 of every length is read back as it was written") {
    for (const char32_t code : {U'\0', U'a', U'\x7F', U'\x80', U'é', U'\u07FF', U'\u0800', U'\uD7FF', U'\uE000',
                                U'\uFFFF', U'\U00010000', U'\U0010FFFF'}) {
        std::string text;
        append_utf8(text, code);
        const Utf8Character character = read_utf8(text, 0);
        CHECK(character.valid);
        CHECK(character.code == code);
        CHECK(character.bytes == text.size());
        CHECK_FALSE(first_invalid_utf8(text).has_value());
    }
}

TEST_CASE("the first byte that is not UTF-8 is found") {
    const auto first = [](std::string_view text) { return first_invalid_utf8(text).value_or(99); };
    CHECK(first("caf\xC3\xA9 \xE2\x82\xAC") == 99);
    CHECK(first("ab\xFF") == 2);
    CHECK(first("a\x80") == 1);  // a continuation without a beginning
    CHECK(first("a\xC3") == 1);  // cut off
    CHECK(first("a\xE2\x82") == 1);
    CHECK(first("a\xC3(") == 1);
    CHECK(first("\xC0\xAF") == 0);  // overlong
    CHECK(first("\xE0\x80\xAF") == 0);
    CHECK(first("\xF0\x80\x80\xAF") == 0);
    CHECK(first("\xED\xA0\x80") == 0);      // a surrogate
    CHECK(first("\xF4\x90\x80\x80") == 0);  // beyond U+10FFFF
    CHECK(first("\xF5\x80\x80\x80") == 0);
}

TEST_CASE("control and hidden characters are told from text in any script") {
    CHECK_FALSE(first_unwanted("tab\tand line\nend, é, שלום, مرحبا, 👩‍👧").has_value());
    CHECK(first_unwanted("a\rb") == 1);
    CHECK(first_unwanted(std::string_view("a\0b", 3)) == 1);
    CHECK(first_unwanted("a\x7F") == 1);
    CHECK(first_unwanted("a\u0085") == 1);
    for (const char* hidden : {"\u202A", "\u202E", "\u2066", "\u2069", "\u2028", "\u2029", "\uFEFF"})
        CHECK(first_unwanted(hidden) == 0);
}

TEST_CASE("printable text cannot steer a terminal") {
    CHECK(printable("plain é") == "plain é");
    CHECK(printable("a\x1B[2Jb\u202Ec\xFF") == "a\uFFFD[2Jb\uFFFDc\uFFFD");
    CHECK(code_point_name(0x1B) == "U+001B");
    CHECK(code_point_name(0x1F600) == "U+1F600");
}

TEST_CASE("characters are counted, not bytes") {
    CHECK(count_characters("") == 0);
    CHECK(count_characters("née €") == 5);
}
