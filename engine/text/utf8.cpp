#include "engine/text/utf8.h"

#include <algorithm>
#include <array>

namespace ntk {

namespace {

unsigned byte_at(std::string_view text, std::size_t offset) { return static_cast<unsigned char>(text[offset]); }

bool continues(std::string_view text, std::size_t offset) {
    return offset < text.size() && (byte_at(text, offset) & 0xC0U) == 0x80U;
}

}  // namespace

Utf8Character read_utf8(std::string_view text, std::size_t offset) {
    const unsigned lead = byte_at(text, offset);
    if (lead < 0x80U) return {lead, 1, true};
    const std::size_t bytes = lead >= 0xF0U ? 4 : lead >= 0xE0U ? 3 : 2;
    if (lead < 0xC2U || lead > 0xF4U) return {};
    char32_t code = lead & (0x7FU >> bytes);
    for (std::size_t i = 1; i < bytes; ++i) {
        if (!continues(text, offset + i)) return {};
        code = (code << 6U) | (byte_at(text, offset + i) & 0x3FU);
    }
    constexpr std::array<char32_t, 5> least = {0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (code < least.at(bytes) || code > 0x10FFFF || surrogate) return {};
    return {code, bytes, true};
}

void append_utf8(std::string& text, char32_t code) {
    const auto add = [&](char32_t byte) { text.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
    if (code < 0x80) {
        add(code);
    } else if (code < 0x800) {
        add(0xC0U | (code >> 6U));
        add(0x80U | (code & 0x3FU));
    } else if (code < 0x10000) {
        add(0xE0U | (code >> 12U));
        add(0x80U | ((code >> 6U) & 0x3FU));
        add(0x80U | (code & 0x3FU));
    } else {
        add(0xF0U | (code >> 18U));
        add(0x80U | ((code >> 12U) & 0x3FU));
        add(0x80U | ((code >> 6U) & 0x3FU));
        add(0x80U | (code & 0x3FU));
    }
}

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
    for (std::size_t offset = 0; offset < text.size();) {
        const Utf8Character character = read_utf8(text, offset);
        if (!character.valid) return offset;
        offset += character.bytes;
    }
    return std::nullopt;
}

bool is_control(char32_t code) {
    if (code == U'\n' || code == U'\t') return false;
    return code < 0x20 || (code >= 0x7F && code < 0xA0);
}

bool is_hidden(char32_t code) {
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0x2028 ||
           code == 0x2029 || code == 0xFEFF;
}

std::optional<std::size_t> first_unwanted(std::string_view text) {
    for (std::size_t offset = plain_run(text, 0); offset < text.size(); offset += plain_run(text, offset)) {
        const Utf8Character character = read_utf8(text, offset);
        if (is_control(character.code) || is_hidden(character.code)) return offset;
        offset += character.bytes;
    }
    return std::nullopt;
}

std::string code_point_name(char32_t code) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string hex;
    for (auto rest = static_cast<unsigned>(code); rest != 0 || hex.size() < 4; rest >>= 4U)
        hex.push_back(digits[rest & 0xFU]);
    std::reverse(hex.begin(), hex.end());
    return "U+" + hex;
}

std::string printable(std::string_view text) {
    std::string shown;
    for (std::size_t offset = 0; offset < text.size();) {
        const Utf8Character character = read_utf8(text, offset);
        append_utf8(shown, is_control(character.code) || is_hidden(character.code) ? U'\uFFFD' : character.code);
        offset += character.bytes;
    }
    return shown;
}

std::size_t count_characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace ntk
