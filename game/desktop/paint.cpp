#include "game/desktop/paint.h"

#include <algorithm>

#include "game/desktop/text_edit.h"

namespace ntk::desktop {

namespace {

// Draws one tree; holds only what would otherwise be passed to every function.
class Drawing {
  public:
    Drawing(Painter& painter, const Pointing& pointing, const std::map<std::string, float>& scroll)
        : p_(painter), t_(painter.colours()), pointing_(pointing), scroll_(scroll) {}

    void draw(const Node& node) {
        const Rect visible = shared(node.rect, node.clip);
        if (visible.w <= 0 || visible.h <= 0) return;
        background(node);
        if (node.picture) node.picture(p_, node.rect);
        if (node.flow == Flow::leaf) leaf(node);
        if (node.flow == Flow::scroll) p_.clip(node.rect);
        for (const Node& child : node.children) draw(child);
        if (node.flow == Flow::scroll) {
            p_.unclip();
            thumb(node);
        }
        ring(node);
    }

  private:
    Painter& p_;
    const Theme& t_;
    const Pointing& pointing_;
    const std::map<std::string, float>& scroll_;

    bool hovered(const Node& node) const {
        return !node.id.empty() && node.id == pointing_.hovered && node.focusable();
    }
    bool pressed(const Node& node) const { return !node.id.empty() && node.id == pointing_.pressed; }
    bool strong_edges() const { return t_.name == ThemeName::high_contrast; }

    void background(const Node& node) {
        const Rect& r = node.rect;
        const ToneColours& tone = t_.tone(node.tone);
        const float thin = p_.px(strong_edges() ? 2.0F : 1.0F);
        const float round = p_.px(7);
        switch (node.box) {
            case Box::none: break;
            case Box::paper: p_.fill(r, t_.paper); break;
            case Box::panel:
                p_.fill(r, t_.panel);
                p_.fill({r.right() - thin, r.y, thin, r.h}, t_.rule);
                break;
            case Box::bar:
                p_.fill(r, t_.panel);
                p_.fill({r.x, r.bottom() - thin, r.w, thin}, t_.rule);
                break;
            case Box::sheet:
                p_.fill(r, t_.paper);
                p_.fill({r.x, r.y, p_.px(2), r.h}, t_.edge);
                break;
            case Box::shade: p_.fill(r, t_.shade); break;
            case Box::card: p_.box(r, t_.surface, t_.rule, thin, round); break;
            case Box::tint:
                p_.fill(r, tone.tint, round);
                if (strong_edges()) p_.box(r, tone.tint, tone.mark, thin, round);
                p_.fill({r.x, r.y, p_.px(5), r.h}, tone.mark, p_.px(2));
                break;
            case Box::edged:
                p_.box(r, t_.surface, t_.rule, thin, round);
                p_.fill({r.x, r.y, p_.px(6), r.h}, tone.mark, p_.px(3));
                break;
            case Box::quote: p_.fill({r.x, r.y, p_.px(4), r.h}, tone.mark, p_.px(2)); break;
            case Box::chip:
                p_.fill(r, tone.tint, p_.px(5));
                if (strong_edges()) p_.box(r, tone.tint, tone.mark, thin, p_.px(5));
                break;
            case Box::rule: p_.fill({r.x, r.y, r.w, thin}, t_.rule); break;
            case Box::field: p_.box(r, t_.surface, t_.edge, p_.px(1.5F), p_.px(5)); break;
            case Box::primary: p_.fill(r, hovered(node) || pressed(node) ? t_.accent_hover : t_.accent, round); break;
            case Box::secondary:
                p_.box(r, hovered(node) ? t_.hover : t_.surface, t_.edge, p_.px(pressed(node) ? 2.0F : 1.5F), round);
                break;
            case Box::quiet:
                if (hovered(node) || pressed(node)) p_.box(r, t_.hover, t_.edge, p_.px(1.0F), round);
                break;
            case Box::choice: {
                const ToneColours& on = t_.tone(Tone::accent);
                if (node.checked) {
                    p_.box(r, on.tint, on.mark, p_.px(2.5F), round);
                } else {
                    p_.box(r, hovered(node) ? t_.hover : t_.surface, t_.edge, p_.px(1.25F), round);
                }
                break;
            }
        }
    }

    Colour ink_of(const Node& node) const {
        if (node.box == Box::primary) return t_.on_accent;
        if (node.ink == Ink::muted) return t_.muted;
        if (node.ink == Ink::toned) return t_.tone(node.tone).ink;
        return t_.ink;
    }

    void leaf(const Node& node) {
        const Rect clipped = shared(node.rect, node.clip);
        const Colour ink = ink_of(node);
        const float line = p_.fonts().line_height(node.type);
        float x = node.left;
        const Rect first{x, node.words.y, p_.px(20), line};
        if (node.mark != Mark::none) {
            mark(node, {x, node.words.y + (line - p_.px(24)) / 2, p_.px(24), p_.px(24)});
            x += p_.px(38);
        }
        if (!node.badge.empty()) {
            badge(node, {x, node.words.y + (line - p_.px(30)) / 2, p_.px(30), p_.px(30)});
            x += p_.px(44);
        }
        if (node.icon != Icon::none) {
            const bool toned = node.box != Box::primary && node.ink != Ink::muted;
            const Rect at = node.text.empty() ? node.rect : Rect{x, first.y, p_.px(20), line};
            p_.icon(node.icon, at, toned && node.tone != Tone::plain ? t_.tone(node.tone).ink : ink);
        }
        if (node.trailing != Icon::none) {
            p_.icon(node.trailing, {node.words.right() + p_.px(10), node.rect.y, p_.px(20), node.rect.h}, t_.muted);
        }
        if (node.edit) selection(node);
        const std::string& words = node.edit ? node.edit->text : node.text;
        float y = node.words.y;
        for (const Line& each : node.lines) {
            if (y + line > clipped.y && y < clipped.bottom()) {
                p_.words(words, each.begin, each.end, node.type, node.words.x, y, ink);
            }
            y += line;
        }
    }

    void mark(const Node& node, const Rect& at) {
        const ToneColours& on = t_.tone(Tone::accent);
        const float edge = p_.px(2);
        if (node.mark == Mark::radio) {
            const float cx = at.x + at.w / 2, cy = at.y + at.h / 2;
            p_.circle(cx, cy, at.w / 2, node.checked ? on.mark : t_.edge);
            p_.circle(cx, cy, at.w / 2 - edge, node.checked ? on.tint : t_.surface);
            if (node.checked) p_.circle(cx, cy, at.w / 4, on.mark);
            return;
        }
        p_.box(at, node.checked ? t_.accent : t_.surface, node.checked ? t_.accent : t_.edge, edge, p_.px(4));
        if (node.checked) p_.icon(Icon::tick, at, t_.on_accent);
    }

    void badge(const Node& node, const Rect& at) {
        const ToneColours& tone = t_.tone(node.checked ? Tone::accent : node.tone);
        const float cx = at.x + at.w / 2, cy = at.y + at.h / 2;
        if (node.checked) {
            p_.circle(cx, cy, at.w / 2, t_.accent);
            p_.words_centred(node.badge, Type::strong, at, t_.on_accent);
            return;
        }
        p_.circle(cx, cy, at.w / 2, tone.mark);
        p_.circle(cx, cy, at.w / 2 - p_.px(1.5F), tone.tint);
        p_.words_centred(node.badge, Type::strong, at, tone.ink);
    }

    void selection(const Node& node) {
        const TextEdit& edit = *node.edit;
        const auto [from, to] = std::minmax(edit.caret, edit.anchor);
        const float line = p_.fonts().line_height(node.type);
        float y = node.words.y;
        bool caret_drawn = false;
        for (size_t i = 0; i < node.lines.size(); ++i, y += line) {
            const Line& each = node.lines[i];
            const auto x_of = [&](size_t at) {
                return node.words.x + text_width(edit.text, each.begin, std::min(at, each.end), node.type, p_.fonts());
            };
            const size_t a = std::max(from, each.begin), b = std::min(to, each.end);
            if (a < b) p_.fill({x_of(a), y, x_of(b) - x_of(a), line}, t_.tone(Tone::accent).tint);
            const bool here = edit.caret >= each.begin && edit.caret <= each.end;
            const bool next_takes_it = i + 1 < node.lines.size() && node.lines[i + 1].begin <= edit.caret;
            if (here && !next_takes_it && !caret_drawn && node.id == pointing_.focus) {
                p_.fill({x_of(edit.caret), y + p_.px(3), p_.px(2), line - p_.px(6)}, t_.ink);
                caret_drawn = true;
            }
        }
    }

    void ring(const Node& node) {
        if (!node.focusable() || node.id != pointing_.focus) return;
        if (node.takes_focus && !pointing_.ring_on_headings) return;
        const float gap = node.takes_focus ? p_.px(6) : p_.px(3);
        const float round = p_.px(9);
        const Rect outer = node.rect.inset(-gap - p_.px(1));
        p_.outline(outer, t_.ring_outer, p_.px(3), round);
        p_.outline(outer.inset(p_.px(3)), t_.ring_inner, p_.px(2), round - p_.px(2));
    }

    void thumb(const Node& node) {
        const auto found = scroll_.find(node.id);
        const Rect at = scroll_thumb(node, found == scroll_.end() ? 0 : found->second, p_.px(100) / 100);
        if (at.h > 0) p_.fill(at.inset(p_.px(1)), t_.edge, at.w / 2);
    }
};

}  // namespace

Rect scroll_thumb(const Node& scroll, float offset, float scale) {
    const float room = scroll.rect.h;
    if (scroll.content_height <= room + 0.5F) return {};
    const float height = std::max(room * room / scroll.content_height, 44 * scale);
    const float most = scroll.content_height - room;
    const float y = scroll.rect.y + (room - height) * std::clamp(offset / most, 0.0F, 1.0F);
    return {scroll.rect.right() - 10 * scale, y, 6 * scale, height};
}

void paint(const Node& root, Painter& painter, const Pointing& pointing, const std::map<std::string, float>& scroll) {
    Drawing(painter, pointing, scroll).draw(root);
}

}  // namespace ntk::desktop
