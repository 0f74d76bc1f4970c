#include "game/desktop/pictures.h"

#include <algorithm>

#include "engine/text/said.h"

namespace ntk::desktop {

namespace {

Colour mixed(Colour a, Colour b, float share) {
    const auto mix = [share](uint8_t x, uint8_t y) {
        return static_cast<uint8_t>(static_cast<float>(x) * (1 - share) + static_cast<float>(y) * share);
    };
    return {mix(a.r, b.r), mix(a.g, b.g), mix(a.b, b.b), 255};
}

// The few colours of a vignette, taken from the theme so that it is calm in each of them.
struct Palette {
    Colour sky, hill, far, near, roof, light, door;
};

Palette palette(const Theme& t) {
    if (t.name == ThemeName::high_contrast) {
        const Colour dim = mixed(t.paper, t.ink, 0.30F);
        return {t.paper, mixed(t.paper, t.ink, 0.18F), dim, mixed(t.paper, t.ink, 0.45F), t.ink, t.accent, t.ink};
    }
    const Colour green = t.tone(Tone::accent).mark;
    return {mixed(t.tone(Tone::accent).tint, t.paper, 0.25F),
            mixed(t.tone(Tone::kept).tint, t.tone(Tone::kept).mark, 0.18F),
            mixed(t.tone(Tone::accent).tint, green, 0.20F),
            mixed(t.surface, t.muted, 0.16F),
            mixed(t.tone(Tone::accent).tint, green, 0.62F),
            mixed(t.tone(Tone::missed).tint, t.tone(Tone::missed).mark, 0.40F),
            mixed(t.tone(Tone::accent).tint, green, 0.85F)};
}

// Draws in units of the strip's height, from the ground up, so that every vignette scales with the text.
class Strip {
  public:
    Strip(Painter& p, const Rect& at)
        : p_(p), c_(palette(p.colours())), at_(at), unit_(at.h / 92), ground_(at.bottom() - 14 * unit_) {}

    void land() {
        p_.fill(at_, c_.sky);
        for (float x = -0.1F; x < 1.2F; x += 0.42F) {
            const float cx = at_.x + at_.w * x;
            p_.circle(cx, ground_ + 62 * unit_, 104 * unit_, mixed(c_.hill, c_.sky, 0.35F));
        }
        p_.fill({at_.x, ground_, at_.w, at_.bottom() - ground_}, c_.hill);
    }

    void block(float x, float w, float h, Colour colour) {
        p_.fill({left(x), ground_ - h * unit_, w * unit_, h * unit_}, colour);
    }

    void windows(float x, float y, int across, int up, float step_x, float step_y, int lit) {
        for (int r = 0; r < up; ++r) {
            for (int c = 0; c < across; ++c) {
                const bool bright = r * across + c == lit;
                const Rect pane{left(x + static_cast<float>(c) * step_x),
                                ground_ - (y + static_cast<float>(r) * step_y) * unit_, 6 * unit_, 7 * unit_};
                p_.fill(pane, bright ? c_.light : mixed(c_.near, c_.roof, 0.45F));
            }
        }
    }

    void gable(float x, float w, float h, float rise) {
        p_.triangle(left(x - 3), ground_ - h * unit_, left(x + w + 3), ground_ - h * unit_, left(x + w / 2),
                    ground_ - (h + rise) * unit_, c_.roof);
    }

    void house(float x, float w, float h, int lit) {
        block(x, w, h, c_.near);
        gable(x, w, h, w * 0.42F);
        windows(x + w * 0.18F, h - 6, 2, 1, w * 0.42F, 0, lit);
        block(x + w * 0.42F, 7, 13, c_.door);
    }

    void flats(float x, int floors, int lit) {
        const float h = 11.0F * static_cast<float>(floors) + 6;
        block(x, 46, h, c_.far);
        block(x - 2, 50, 2, c_.roof);
        p_.fill({left(x - 2), ground_ - (h + 3) * unit_, 50 * unit_, 3 * unit_}, c_.roof);
        windows(x + 6, 17, 4, floors - 1, 10, 11, lit);
        block(x + 19, 8, 10, c_.door);
    }

    void hall(float x, float w, float h, bool flag, bool cross) {
        block(x, w, h, c_.near);
        p_.fill({left(x - 3), ground_ - (h + 5) * unit_, (w + 6) * unit_, 5 * unit_}, c_.roof);
        windows(x + 8, h - 6, static_cast<int>((w - 12) / 15), h > 34 ? 2 : 1, 15, -15, 3);
        block(x + w / 2 - 6, 12, 15, c_.door);
        if (flag) {
            block(x + w / 2 - 1, 2, h + 24, c_.roof);
            p_.fill({left(x + w / 2 + 1), ground_ - (h + 24) * unit_, 14 * unit_, 8 * unit_}, c_.light);
        }
        if (cross) {
            const float cx = left(x + w / 2), cy = ground_ - (h + 14) * unit_;
            p_.fill({cx - 2.5F * unit_, cy - 8 * unit_, 5 * unit_, 16 * unit_}, c_.door);
            p_.fill({cx - 8 * unit_, cy - 2.5F * unit_, 16 * unit_, 5 * unit_}, c_.door);
        }
    }

    void barn(float x, float w, float h) {
        block(x, w, h, c_.near);
        gable(x, w, h, 18);
        block(x + w / 2 - 12, 24, 16, c_.door);
        windows(x + 10, h - 6, 2, 1, w - 26, 0, 0);
    }

    void shop(float x, float w, float h) {
        block(x, w, h, c_.near);
        p_.fill({left(x - 2), ground_ - (h + 4) * unit_, (w + 4) * unit_, 4 * unit_}, c_.roof);
        windows(x + 10, h - 5, 3, 1, 18, 0, 1);
        p_.fill({left(x), ground_ - 19 * unit_, w * unit_, 5 * unit_}, c_.light);
        p_.fill({left(x + 5), ground_ - 13 * unit_, 34 * unit_, 10 * unit_}, mixed(c_.near, c_.roof, 0.45F));
        block(x + 46, 11, 14, c_.door);
    }

    void tree(float x, float size) {
        block(x - 1.5F, 3, size, c_.roof);
        p_.circle(left(x), ground_ - (size + 7) * unit_, 10 * unit_, mixed(c_.hill, c_.roof, 0.35F));
        p_.circle(left(x + 6), ground_ - (size + 2) * unit_, 7 * unit_, mixed(c_.hill, c_.roof, 0.25F));
    }

    float width() const { return at_.w / unit_; }

  private:
    Painter& p_;
    Palette c_;
    Rect at_;
    float unit_, ground_;

    float left(float x) const { return at_.x + x * unit_; }
};

}  // namespace

std::string shortened(const std::string& words, float room, TextMeasure& measure) {
    if (text_width(words, 0, words.size(), Type::body, measure) <= room) return words;
    const std::string dots = "\xE2\x80\xA6";
    float used = measure.advance(Type::body, 0x2026);
    size_t at = 0;
    while (at < words.size()) {
        size_t next = at;
        used += measure.advance(Type::body, next_letter(words, next));
        if (used > room) break;
        at = next;
    }
    return words.substr(0, at) + dots;
}

std::string initials(const std::string& name) {
    std::string letters;
    bool start = true;
    for (size_t at = 0; at < name.size() && letters.size() < 6;) {
        const size_t from = at;
        const char32_t letter = next_letter(name, at);
        if (start && letter != ' ' && letter != '(' && letters.size() < 2) letters += name.substr(from, at - from);
        start = letter == ' ' || letter == '-';
    }
    for (char& each : letters) each = each >= 'a' && each <= 'z' ? static_cast<char>(each - 'a' + 'A') : each;
    return letters;
}

void draw_person(Painter& p, const Rect& at, const std::string& name, size_t index) {
    static constexpr Tone tones[] = {Tone::accent, Tone::contested, Tone::mended, Tone::kept, Tone::missed};
    const ToneColours& tone = p.colours().tone(tones[index % 5]);
    const float size = std::min(at.w, at.h);
    const float cx = at.x + at.w / 2, cy = at.y + at.h / 2;
    p.circle(cx, cy, size / 2, tone.mark);
    p.circle(cx, cy, size / 2 - p.px(2), tone.tint);
    p.words_centred(initials(name), Type::strong, at, tone.ink);
}

void draw_agency(Painter& p, const Rect& at) {
    const ToneColours& tone = p.colours().tone(Tone::plain);
    p.box(at, tone.tint, tone.mark, p.px(2), p.px(8));
    p.icon(Icon::agency, at, tone.ink);
}

void draw_vignette(Painter& p, const Rect& at, const std::string& setting) {
    p.clip(at);
    Strip strip(p, at);
    strip.land();
    const float w = strip.width();
    const float middle = w * 0.5F;
    for (float x = 14; x < middle - 90; x += 78) strip.house(x, 34, 24, x < 40 ? 0 : -1);
    for (float x = middle + 78; x < w - 30; x += 84) strip.house(x, 36, 22, x > w - 130 ? 1 : -1);
    strip.tree(middle - 66, 12);
    strip.tree(middle + 70, 10);
    if (setting == "school" || setting == "nursery")
        strip.hall(middle - 52, 104, setting == "school" ? 40.0F : 28.0F, true, false);
    else if (setting == "clinic" || setting == "surgery" || setting == "hospital")
        strip.hall(middle - 48, 96, setting == "hospital" ? 46.0F : 30.0F, false, true);
    else if (setting == "home")
        strip.house(middle - 28, 56, 32, 1);
    else if (setting == "club")
        strip.barn(middle - 44, 88, 20);
    else if (setting == "shop")
        strip.shop(middle - 32, 64, 34);
    else if (setting == "police")
        strip.hall(middle - 45, 90, 34, true, false);
    else if (setting == "flats" || setting == "housing")
        strip.flats(middle - 23, 5, 6);
    else
        strip.hall(middle - 45, 90, 38, false, false);
    p.unclip();
}

std::string vignette_words(const std::string& setting) {
    if (setting == "school") return "Drawing: a school among houses and trees"_en;
    if (setting == "nursery") return "Drawing: a nursery among houses and trees"_en;
    if (setting == "clinic") return "Drawing: a clinic among houses and trees"_en;
    if (setting == "surgery") return "Drawing: a surgery among houses and trees"_en;
    if (setting == "hospital") return "Drawing: a hospital among houses and trees"_en;
    if (setting == "home") return "Drawing: a family home among houses and trees"_en;
    if (setting == "club") return "Drawing: a club house among houses and trees"_en;
    if (setting == "shop") return "Drawing: rooms above a shop among houses and trees"_en;
    if (setting == "police") return "Drawing: a police station among houses and trees"_en;
    if (setting == "flats" || setting == "housing") return "Drawing: a block of flats among houses and trees"_en;
    return "Drawing: an office among houses and trees"_en;
}

}  // namespace ntk::desktop
