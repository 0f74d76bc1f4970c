#include "game/desktop/layout.h"

namespace ntk::desktop {

char32_t next_letter(const std::string& text, size_t& at) {
    const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(at++);
    if (first < 0x80) return first;
    int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0;
    if (more == 0) return 0xFFFD;
    char32_t letter = first & (0x3FU >> more);
    while (more-- > 0) {
        if (at >= text.size() || (byte(at) & 0xC0U) != 0x80U) return 0xFFFD;
        letter = (letter << 6) | (byte(at++) & 0x3FU);
    }
    return letter;
}

float text_width(const std::string& text, size_t begin, size_t end, Type type, TextMeasure& measure) {
    float width = 0;
    for (size_t at = begin; at < end && at < text.size();) width += measure.advance(type, next_letter(text, at));
    return width;
}

std::vector<Line> wrap(const std::string& text, Type type, float width, TextMeasure& measure) {
    std::vector<Line> lines;
    size_t begin = 0;   // of the line
    size_t fits = 0;    // the last place the line could be cut, 0: none yet
    size_t resume = 0;  // where the next line would begin after that cut
    float used = 0;     // width of [begin, at)
    for (size_t at = 0; at < text.size();) {
        const size_t here = at;
        const char32_t letter = next_letter(text, at);
        if (letter == '\n') {
            lines.push_back({begin, here});
            begin = at;
            fits = 0;
            used = 0;
            continue;
        }
        if (letter == ' ') {
            fits = here;
            resume = at;
        }
        used += measure.advance(type, letter);
        if (used > width && letter != ' ' && here > begin) {
            const size_t cut = fits > begin ? fits : here;
            lines.push_back({begin, cut});
            begin = fits > begin ? resume : here;
            fits = 0;
            used = text_width(text, begin, at, type, measure);
        }
        if (letter == '-' || letter == 0x2013 || letter == 0x2014 || letter == '/') fits = resume = at;
    }
    lines.push_back({begin, text.size()});
    return lines;
}

}  // namespace ntk::desktop
