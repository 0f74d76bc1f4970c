#include "game/desktop/theme.h"

#include <algorithm>
#include <cmath>

namespace ntk::desktop {

namespace {

constexpr Colour rgb(uint32_t hex) {
    return {static_cast<uint8_t>(hex >> 16), static_cast<uint8_t>((hex >> 8) & 255U), static_cast<uint8_t>(hex & 255U),
            255};
}

Theme light() {
    Theme t;
    t.name = ThemeName::light;
    t.paper = rgb(0xF6F3EC);
    t.surface = rgb(0xFFFEFB);
    t.panel = rgb(0xECE7DC);
    t.ink = rgb(0x1E2A2E);
    t.muted = rgb(0x4C5A5E);
    t.rule = rgb(0xD8D1C2);
    t.edge = rgb(0x72796F);
    t.hover = rgb(0xF1F4EF);
    t.accent = rgb(0x1B5358);
    t.accent_hover = rgb(0x123F43);
    t.on_accent = rgb(0xFFFFFF);
    t.ring_inner = rgb(0xFFFFFF);
    t.ring_outer = rgb(0x14384F);
    t.shade = {0x1E, 0x2A, 0x2E, 120};
    t.tones = {{
        {rgb(0x1E2A2E), rgb(0xEFEBE1), rgb(0x6F7670)},  // plain
        {rgb(0x1B5358), rgb(0xE2EEED), rgb(0x1B5358)},  // accent
        {rgb(0x245B38), rgb(0xE4F0E4), rgb(0x2F7A4A)},  // kept
        {rgb(0x7A4308), rgb(0xF9EBD6), rgb(0xA85F12)},  // missed
        {rgb(0x27508A), rgb(0xE5EDF8), rgb(0x3366AA)},  // mended
        {rgb(0x5E4480), rgb(0xEFE8F6), rgb(0x7A5AA3)},  // contested
        {rgb(0x4C5A5E), rgb(0xEFEBE1), rgb(0x6F7670)},  // waiting
    }};
    return t;
}

Theme dark() {
    Theme t;
    t.name = ThemeName::dark;
    t.paper = rgb(0x15191B);
    t.surface = rgb(0x1E2427);
    t.panel = rgb(0x1A1F22);
    t.ink = rgb(0xECE7DC);
    t.muted = rgb(0xB4BBB6);
    t.rule = rgb(0x343C40);
    t.edge = rgb(0x7F8B8C);
    t.hover = rgb(0x283034);
    t.accent = rgb(0x8CCBC4);
    t.accent_hover = rgb(0xB0DFDA);
    t.on_accent = rgb(0x0E2325);
    t.ring_inner = rgb(0x10171A);
    t.ring_outer = rgb(0xFFE7A8);
    t.shade = {0, 0, 0, 160};
    t.tones = {{
        {rgb(0xECE7DC), rgb(0x272D30), rgb(0x8A9593)},
        {rgb(0x9AD6CF), rgb(0x1B3235), rgb(0x6FB5AE)},
        {rgb(0xA6D9B3), rgb(0x1D3325), rgb(0x6DB784)},
        {rgb(0xF2C488), rgb(0x3A2B17), rgb(0xD79A4C)},
        {rgb(0xA9C8F2), rgb(0x1D2C42), rgb(0x7BA5DF)},
        {rgb(0xD2BDEB), rgb(0x30273F), rgb(0xA98BCF)},
        {rgb(0xB4BBB6), rgb(0x272D30), rgb(0x8A9593)},
    }};
    return t;
}

Theme high_contrast() {
    Theme t;
    t.name = ThemeName::high_contrast;
    t.paper = t.surface = t.panel = rgb(0x000000);
    t.ink = t.muted = rgb(0xFFFFFF);
    t.rule = t.edge = rgb(0xFFFFFF);
    t.hover = rgb(0x262626);
    t.accent = rgb(0xFFE94A);
    t.accent_hover = rgb(0xFFFFFF);
    t.on_accent = rgb(0x000000);
    t.ring_inner = rgb(0x000000);
    t.ring_outer = rgb(0x4CE0FF);
    t.shade = {0, 0, 0, 200};
    t.tones = {{
        {rgb(0xFFFFFF), rgb(0x000000), rgb(0xFFFFFF)},
        {rgb(0xFFE94A), rgb(0x000000), rgb(0xFFE94A)},
        {rgb(0x8CFF9E), rgb(0x000000), rgb(0x8CFF9E)},
        {rgb(0xFFC46B), rgb(0x000000), rgb(0xFFC46B)},
        {rgb(0x9CCBFF), rgb(0x000000), rgb(0x9CCBFF)},
        {rgb(0xE3C2FF), rgb(0x000000), rgb(0xE3C2FF)},
        {rgb(0xFFFFFF), rgb(0x000000), rgb(0xFFFFFF)},
    }};
    return t;
}

double channel(uint8_t value) {
    const double c = value / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Colour c) { return 0.2126 * channel(c.r) + 0.7152 * channel(c.g) + 0.0722 * channel(c.b); }

}  // namespace

const Theme& theme(ThemeName name) {
    static const std::array<Theme, 3> all{light(), dark(), high_contrast()};
    return all[static_cast<size_t>(name)];
}

double contrast(Colour a, Colour b) {
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

std::vector<ColourPair> pairs(const Theme& t) {
    std::vector<ColourPair> all;
    const std::array<std::pair<const char*, Colour>, 4> grounds{
        {{"paper", t.paper}, {"surface", t.surface}, {"panel", t.panel}, {"hover", t.hover}}};
    for (const auto& [name, ground] : grounds) {
        const std::string on = std::string(" on ") + name;
        all.push_back({"ink" + on, t.ink, ground, 4.5});
        all.push_back({"muted" + on, t.muted, ground, 4.5});
        all.push_back({"accent words" + on, t.tone(Tone::accent).ink, ground, 4.5});
        all.push_back({"edge" + on, t.edge, ground, 3});
        all.push_back({"accent button" + on, t.accent, ground, 3});
        all.push_back({"outer ring" + on, t.ring_outer, ground, 3});
    }
    all.push_back({"words on accent", t.on_accent, t.accent, 4.5});
    all.push_back({"words on accent, pointed at", t.on_accent, t.accent_hover, 4.5});
    all.push_back({"inner ring on accent", t.ring_inner, t.accent, 3});
    all.push_back({"inner ring against outer ring", t.ring_inner, t.ring_outer, 3});
    static const std::array<const char*, tone_count> names{"plain",  "accent",    "kept",   "missed",
                                                           "mended", "contested", "waiting"};
    for (size_t i = 0; i < names.size(); ++i) {
        const std::string name = names[i];
        const ToneColours& tone = t.tones[i];
        all.push_back({name + " words on their tint", tone.ink, tone.tint, 4.5});
        all.push_back({name + " words on surface", tone.ink, t.surface, 4.5});
        all.push_back({name + " words on paper", tone.ink, t.paper, 4.5});
        all.push_back({"ink on the tint of " + name, t.ink, tone.tint, 4.5});
        all.push_back({"muted on the tint of " + name, t.muted, tone.tint, 4.5});
        all.push_back({name + " mark on its tint", tone.mark, tone.tint, 3});
        all.push_back({name + " mark on surface", tone.mark, t.surface, 3});
        all.push_back({name + " mark on paper", tone.mark, t.paper, 3});
        all.push_back({"outer ring on the tint of " + name, t.ring_outer, tone.tint, 3});
    }
    return all;
}

}  // namespace ntk::desktop
