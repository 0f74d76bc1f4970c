#include <cstddef>
#include <string>
#include <string_view>

#include "engine/text/translation.h"
#include "engine/text/utf8.h"

namespace ntk {

namespace {

std::string_view accented(char letter) {
    switch (letter) {
        case 'a': return "á";
        case 'e': return "é";
        case 'i': return "í";
        case 'o': return "ó";
        case 'u': return "ú";
        case 'c': return "ç";
        case 'n': return "ñ";
        case 'y': return "ý";
        case 'A': return "Á";
        case 'E': return "É";
        case 'I': return "Í";
        case 'O': return "Ó";
        case 'U': return "Ú";
        case 'C': return "Ç";
        case 'N': return "Ñ";
        default: return {};
    }
}

bool is_vowel(char letter) { return std::string_view("aeiouAEIOU").find(letter) != std::string_view::npos; }

std::size_t characters(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); at += read_utf8(text, at).bytes) ++count;
    return count;
}

}  // namespace

std::string in_made_up_language(std::string_view text) {
    std::string longer;
    std::size_t to_add = characters(text) * 2 / 5 + 1;
    bool in_slot = false;
    for (const char c : text) {
        in_slot = c == '{' || (in_slot && c != '}');
        const std::string_view other = in_slot ? std::string_view() : accented(c);
        if (other.empty()) {
            longer += c;
            continue;
        }
        longer += other;
        if (!is_vowel(c) || to_add == 0) continue;
        longer += other;
        --to_add;
    }
    // What fills a slot at the end is a word of its own, and no longer than it is.
    if (to_add > 0 && (longer.ends_with('}') || longer.ends_with(')'))) longer += ' ';
    for (; to_add > 0; --to_add) longer += to_add % 6 == 0 ? ' ' : 'x';
    return "«" + longer + "»";
}

}  // namespace ntk
