#include "game/desktop/layout.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "game/desktop/text_edit.h"

namespace ntk::desktop {

namespace {

// Lays out one tree; holds only what would otherwise be passed to every function.
class Arranger {
  public:
    explicit Arranger(const LayoutContext& context) : context_(context) {}

    // Places `node` with its top left corner at (x, y) and `w` pixels of width; `h` is a height it must take, or -1.
    // Returns the height it has.
    float arrange(Node& node, float x, float y, float w, float h, const Rect& clip, const std::string& region) {
        node.clip = clip;
        node.region = region;
        node.rect = {x, y, w, 0};
        float height = 0;
        switch (node.flow) {
            case Flow::leaf: height = leaf(node); break;
            case Flow::column: height = column(node, h); break;
            case Flow::row: height = row(node); break;
            case Flow::grid: height = grid(node); break;
            case Flow::scroll: height = scroll(node, h); break;
            case Flow::stack: height = stack(node, h); break;
            case Flow::split: height = split(node, h); break;
            case Flow::layers: height = layers(node, h); break;
        }
        height = std::max({height, px(node.min_height), h});
        node.rect.h = height;
        if (node.flow == Flow::leaf && h > 0) centre_words(node);
        return height;
    }

  private:
    const LayoutContext& context_;

    float px(float design) const { return std::round(design * context_.scale); }

    float side(const Node& node) const { return std::round(node.pad_x * context_.scale * context_.snug); }

    // The width a child takes in a column: buttons and chips as much as their words need, everything else all of it.
    float child_width(const Node& child, float available) {
        float w = child.width > 0 ? std::min(px(child.width), available) : available;
        if (child.flow == Flow::leaf && child.min_width > 0) w = natural_width(child, available);
        if (child.max_width > 0) w = std::min(w, px(child.max_width));
        return w;
    }

    // The width a node would like when nothing forces it to wrap.
    float natural_width(const Node& node, float available) {
        if (node.width > 0) return std::min(px(node.width), available);
        const float pads = 2 * side(node);
        float inner = 0;
        if (node.flow == Flow::leaf) {
            inner = lead_width(node, context_);
            if (node.trailing != Icon::none) inner += px(30);
            float widest = 0;
            const std::string& words = node.text;
            size_t begin = 0;
            while (begin <= words.size()) {
                const size_t end = std::min(words.find('\n', begin), words.size());
                widest = std::max(widest, text_width(words, begin, end, node.type, *context_.measure));
                begin = end + 1;
            }
            inner += std::ceil(widest) + 1;
        } else {
            for (size_t i = 0; i < node.children.size(); ++i) {
                const float child = natural_width(node.children[i], available);
                inner = node.flow == Flow::row ? inner + child + (i > 0 ? px(node.gap) : 0) : std::max(inner, child);
            }
        }
        return std::min(std::max(inner + pads, px(node.min_width)), available);
    }

    float leaf(Node& node) {
        const float lead = lead_width(node, context_);
        const float trail = node.trailing != Icon::none ? px(30) : 0;
        const float inner = std::max(1.0F, node.rect.w - 2 * side(node) - lead - trail);
        const float line = context_.measure->line_height(node.type);
        const std::string& words = node.edit ? node.edit->text : node.text;
        node.lines =
            words.empty() && !node.edit ? std::vector<Line>{} : wrap(words, node.type, inner, *context_.measure);
        const float text_height = line * static_cast<float>(node.lines.size());
        node.left = node.rect.x + side(node);
        node.words = {node.left + lead, node.rect.y + px(node.pad_y), inner, text_height};
        const float height = std::max(text_height + 2 * px(node.pad_y), px(node.min_height));
        node.rect.h = height;
        centre_words(node);
        return height;
    }

    void centre_words(Node& node) const {
        if (!node.edit) node.words.y = std::round(node.rect.y + (node.rect.h - node.words.h) / 2);
    }

    float column(Node& node, float h) {
        const float left = node.rect.x + side(node);
        const float inner = std::max(1.0F, node.rect.w - 2 * side(node));
        float y = node.rect.y + px(node.pad_y);
        for (size_t i = 0; i < node.children.size(); ++i) {
            Node& child = node.children[i];
            if (i > 0) y += px(node.gap + child.before);
            float w = child_width(child, inner);
            const float x = child.centred ? std::round(left + (inner - w) / 2) : left;
            if (child.to_edge) w = left + inner - x;
            y += arrange(child, x, y, w, -1, node.clip, node.region);
        }
        const float used = y + px(node.pad_y) - node.rect.y;
        if (h > used && !node.children.empty() && node.children.back().at_bottom) {
            shift(node.children.back(), h - used);
        }
        return used;
    }

    float row(Node& node) {
        const float left = node.rect.x + side(node);
        const float inner = std::max(1.0F, node.rect.w - 2 * side(node));
        float y = node.rect.y + px(node.pad_y);
        size_t i = 0;
        bool first_line = true;
        while (i < node.children.size()) {
            // Take as many children as fit on this line; a `fill` child asks for `min_width` and takes what is left.
            size_t end = i;
            float used = 0;
            int fills = 0;
            while (end < node.children.size()) {
                const Node& child = node.children[end];
                const float want = child.fill ? std::max(px(child.min_width), px(60)) : natural_width(child, inner);
                const float with_gap = used + (end > i ? px(node.gap) : 0) + want;
                if (end > i && with_gap > inner) break;
                used = with_gap;
                fills += child.fill ? 1 : 0;
                ++end;
            }
            if (!first_line) y += px(node.gap);
            first_line = false;
            float x = left;
            float tallest = 0;
            for (size_t k = i; k < end; ++k) {
                Node& child = node.children[k];
                float w = child.fill ? std::max(px(child.min_width), px(60)) : natural_width(child, inner);
                if (child.fill) w = std::min(inner, w + (inner - used) / static_cast<float>(fills));
                tallest = std::max(tallest, arrange(child, x, y, w, -1, node.clip, node.region));
                x += w + px(node.gap);
            }
            for (size_t k = i; k < end; ++k) {
                Node& child = node.children[k];
                if (!node.at_bottom) shift(child, std::floor((tallest - child.rect.h) / 2));
            }
            y += tallest;
            i = end;
        }
        return y + px(node.pad_y) - node.rect.y;
    }

    float grid(Node& node) {
        const float left = node.rect.x + side(node);
        const float inner = std::max(1.0F, node.rect.w - 2 * side(node));
        const float gap = px(node.gap);
        const int columns = std::max(1, static_cast<int>((inner + gap) / (px(node.min_column) + gap)));
        const float w = std::floor((inner - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns));
        float y = node.rect.y + px(node.pad_y);
        for (size_t i = 0; i < node.children.size(); i += static_cast<size_t>(columns)) {
            if (i > 0) y += gap;
            const size_t end = std::min(node.children.size(), i + static_cast<size_t>(columns));
            float tallest = 0;
            for (int pass = 0; pass < 2; ++pass) {  // the second pass gives every card the height of the tallest
                for (size_t k = i; k < end; ++k) {
                    const float x = left + static_cast<float>(k - i) * (w + gap);
                    const float h =
                        arrange(node.children[k], x, y, w, pass == 0 ? -1 : tallest, node.clip, node.region);
                    tallest = std::max(tallest, h);
                }
            }
            y += tallest;
        }
        return y + px(node.pad_y) - node.rect.y;
    }

    float scroll(Node& node, float h) {
        const Rect place{node.rect.x, node.rect.y, node.rect.w, std::max(h, 1.0F)};
        const Rect clip = shared(place, node.clip);
        const float gutter = px(14);
        float& offset = (*context_.scroll)[node.id];
        for (int pass = 0; pass < 2; ++pass) {  // again when the content turned out too short for the offset
            float y = node.rect.y + px(node.pad_y) - offset;
            const float inner = std::max(1.0F, node.rect.w - 2 * side(node) - gutter);
            for (size_t i = 0; i < node.children.size(); ++i) {
                Node& child = node.children[i];
                if (i > 0) y += px(node.gap + child.before);
                const float w = child_width(child, inner);
                const float left = node.rect.x + side(node);
                const float x = child.centred ? std::round(left + (inner - w) / 2) : left;
                y += arrange(child, x, y, w, -1, clip, node.id);
            }
            node.content_height = y + px(node.pad_y) + offset - node.rect.y;
            const float most = std::max(0.0F, node.content_height - place.h);
            if (offset <= most && offset >= 0) break;
            offset = std::clamp(offset, 0.0F, most);
        }
        return place.h;
    }

    float stack(Node& node, float h) {
        float fixed = 0;
        for (Node& child : node.children) {
            if (!child.fill) fixed += arrange(child, node.rect.x, node.rect.y, node.rect.w, -1, node.clip, node.region);
        }
        float y = node.rect.y;
        for (Node& child : node.children) {
            const float want = child.fill ? std::max(1.0F, h - fixed) : child.rect.h;
            y += arrange(child, node.rect.x, y, node.rect.w, want, node.clip, node.region);
        }
        return h;
    }

    float split(Node& node, float h) {
        float left = node.rect.x;
        float right = node.rect.right();
        for (Node& child : node.children) {  // the order is the reading order; `at_left` only says where it lies
            if (!child.fill) {
                const float w = px(child.width);
                const float x = child.at_left ? left : right - w;
                (child.at_left ? left : right) += child.at_left ? w : -w;
                arrange(child, x, node.rect.y, w, h, node.clip, node.region);
            }
        }
        for (Node& child : node.children) {
            if (child.fill) arrange(child, left, node.rect.y, right - left, h, node.clip, node.region);
        }
        return h;
    }

    float layers(Node& node, float h) {
        for (Node& child : node.children) {
            arrange(child, node.rect.x, node.rect.y, node.rect.w, h, node.clip, node.region);
        }
        return h;
    }

    static void shift(Node& node, float by) {
        node.rect.y += by;
        node.words.y += by;
        for (Node& child : node.children) shift(child, by);
    }
};

void describe_into(const Node& node, const std::string& focus, std::vector<SemNode>& out) {
    if (node.inert) return;
    if (node.role == Role::none) {
        if (!node.closed) {
            for (const Node& child : node.children) describe_into(child, focus, out);
        }
        return;
    }
    SemNode sem;
    sem.id = node.id;
    sem.role = node.role;
    sem.name = node.name;
    sem.description = node.description;
    sem.level = node.level;
    sem.rect = node.rect;
    sem.clip = node.clip;
    sem.focusable = node.focusable();
    sem.focused = sem.focusable && node.id == focus;
    sem.enabled = node.enabled;
    sem.checked = node.checked;
    sem.expanded = node.expanded;
    sem.value = node.edit ? node.edit->text : node.value;
    if (node.edit != nullptr) {
        const std::string_view before = std::string_view(node.edit->text).substr(0, node.edit->caret);
        sem.caret = static_cast<int>(std::count_if(before.begin(), before.end(), [](char byte) {
            return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
        }));
    }
    if (!node.closed) {
        for (const Node& child : node.children) describe_into(child, focus, sem.children);
    }
    out.push_back(std::move(sem));
}

}  // namespace

float lead_width(const Node& node, const LayoutContext& context) {
    float lead = 0;
    const auto px = [&](float design) { return std::round(design * context.scale); };
    if (node.mark != Mark::none) lead += px(38);
    if (!node.badge.empty()) lead += px(44);
    if (node.icon != Icon::none) lead += px(node.text.empty() ? 20 : 30);
    return lead;
}

void lay_out(Node& root, const Rect& place, const LayoutContext& context) {
    Arranger(context).arrange(root, place.x, place.y, place.w, place.h, place, "");
}

SemNode describe(const Node& root, const std::string& focus) {
    std::vector<SemNode> found;
    describe_into(root, focus, found);
    return found.empty() ? SemNode{} : found.front();
}

}  // namespace ntk::desktop
