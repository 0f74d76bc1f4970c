#include "engine/text/json_text.h"

#include "engine/text/utf8.h"

namespace ntk {

namespace {

bool plain(char c) { return c >= ' ' && c < '\x7f' && c != '"' && c != '\\'; }

void append_escaped(std::string& out, std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    for (std::size_t offset = 0; offset < text.size();) {
        const Utf8Character character = read_utf8(text, offset);
        offset += character.bytes;
        switch (character.code) {
            case U'"': out += "\\\""; break;
            case U'\\': out += "\\\\"; break;
            case U'\b': out += "\\b"; break;
            case U'\f': out += "\\f"; break;
            case U'\n': out += "\\n"; break;
            case U'\r': out += "\\r"; break;
            case U'\t': out += "\\t"; break;
            default:
                if (character.code < 0x20) {
                    out += "\\u00";
                    out += digits[character.code >> 4U];
                    out += digits[character.code & 0xFU];
                } else {
                    append_utf8(out, character.code);
                }
        }
    }
}

}  // namespace

void append_json(std::string& out, std::string_view text) {
    std::size_t usual = 0;
    while (usual < text.size() && plain(text[usual])) ++usual;
    out += '"';
    out += text.substr(0, usual);
    append_escaped(out, text.substr(usual));
    out += '"';
}

}  // namespace ntk
