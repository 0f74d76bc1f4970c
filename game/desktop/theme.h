#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace ntk::desktop {

// A colour as the screen shows it.
struct Colour {
    uint8_t r = 0, g = 0, b = 0, a = 255;
};

// What a coloured part means. One colour per meaning, and always beside an icon and a word.
enum class Tone { plain, accent, kept, missed, mended, contested, waiting };
inline constexpr int tone_count = 7;

// Which set of colours the learner has asked for.
enum class ThemeName { light, dark, high_contrast };

// The colours of one meaning: words, the tint behind them, and the edge or mark that stands for them.
struct ToneColours {
    Colour ink, tint, mark;
};

// Every colour the window uses.
struct Theme {
    ThemeName name = ThemeName::light;
    Colour paper;    // behind everything
    Colour surface;  // cards and choices
    Colour panel;    // the case file and the bar at the top
    Colour ink;      // words
    Colour muted;    // words of less weight
    Colour rule;     // lines that only decorate
    Colour edge;     // the outline of something that can be pressed
    Colour hover;    // behind something pressable while the pointer is on it
    Colour accent;   // the one thing to do next
    Colour accent_hover;
    Colour on_accent;               // words on it
    Colour ring_inner, ring_outer;  // the two colours of the focus ring
    Colour shade;                   // over a page that waits behind a panel
    std::array<ToneColours, tone_count> tones;

    const ToneColours& tone(Tone which) const { return tones[static_cast<size_t>(which)]; }
};

const Theme& theme(ThemeName name);

// Two colours that meet on the screen, and the contrast WCAG 2.2 asks of them (4.5 for words, 3 for edges and rings).
struct ColourPair {
    std::string what;
    Colour front, back;
    double need = 4.5;
};

// Every pair of the theme, for the test that computes them.
std::vector<ColourPair> pairs(const Theme& colours);

// The contrast ratio of WCAG 2.2, from 1 to 21.
double contrast(Colour a, Colour b);

}  // namespace ntk::desktop
