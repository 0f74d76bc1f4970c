#include "game/desktop/renderer.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

#include "game/desktop/drawn_parts.h"

namespace ntk::desktop {

namespace {

SDL_Color colour_of(ImU32 packed) {
    return {static_cast<Uint8>(packed >> IM_COL32_R_SHIFT), static_cast<Uint8>(packed >> IM_COL32_G_SHIFT),
            static_cast<Uint8>(packed >> IM_COL32_B_SHIFT), static_cast<Uint8>(packed >> IM_COL32_A_SHIFT)};
}

int rounded(float pixels) { return static_cast<int>(std::lround(pixels)); }

// Whether any of a run of triangles may lie in there.
bool reaches(const DrawnPart& part, const SDL_Rect& within) {
    ImVec2 from{1e9F, 1e9F}, to{-1e9F, -1e9F};
    for (int i = part.from; i < part.to; ++i) {
        const ImVec2& at = part.corners()[part.list->IdxBuffer[i]].pos;
        from = {std::min(from.x, at.x), std::min(from.y, at.y)};
        to = {std::max(to.x, at.x), std::max(to.y, at.y)};
    }
    return to.x + 1 >= static_cast<float>(within.x) && from.x - 1 <= static_cast<float>(within.x + within.w) &&
           to.y + 1 >= static_cast<float>(within.y) && from.y - 1 <= static_cast<float>(within.y + within.h);
}

// Whether a rectangle covers all of that place with one solid colour.
bool hides(const DrawnPart& part, const SDL_Rect& place, float white_u) {
    const ImDrawVert* v = part.first();
    if ((v->col >> IM_COL32_A_SHIFT) != 255 || v[0].uv.x != white_u || v[2].uv.x != white_u) return false;
    const ImVec4& c = part.command->ClipRect;
    const auto left = static_cast<float>(place.x), top = static_cast<float>(place.y);
    const auto right = static_cast<float>(place.x + place.w), bottom = static_cast<float>(place.y + place.h);
    return std::max(v[0].pos.x, c.x) <= left && std::max(v[0].pos.y, c.y) <= top &&
           std::min(v[2].pos.x, c.z) >= right && std::min(v[2].pos.y, c.w) >= bottom;
}

// Where a rectangle of one colour comes to lie; without width or height when it is out of sight or not one.
SDL_Rect filled_by(const DrawnPart& part, const SDL_Rect& within, float white_u) {
    SDL_Rect none{0, 0, 0, 0};
    if (!part.rectangle) return none;
    const ImDrawVert* v = part.first();
    if (v[0].uv.x != white_u || v[2].uv.x != white_u) return none;
    const ImVec4& c = part.command->ClipRect;
    const SDL_Rect clip{static_cast<int>(c.x), static_cast<int>(c.y), static_cast<int>(c.z - c.x),
                        static_cast<int>(c.w - c.y)};
    const int left = rounded(v[0].pos.x), top = rounded(v[0].pos.y);
    const SDL_Rect own{left, top, rounded(v[2].pos.x) - left, rounded(v[2].pos.y) - top};
    SDL_Rect seen;
    if (SDL_IntersectRect(&own, &clip, &seen) == SDL_FALSE || SDL_IntersectRect(&seen, &within, &seen) == SDL_FALSE)
        return none;
    return seen;
}

bool opaque(const DrawnPart& part) { return (part.first()->col >> IM_COL32_A_SHIFT) == 255; }

// What is left of a rectangle where others are cut out of it.
std::vector<SDL_Rect> rest_of(const SDL_Rect& whole, std::span<const SDL_Rect> cut_out) {
    constexpr std::size_t most = 64;  // beyond it, filling twice is cheaper
    std::vector<SDL_Rect> rest{whole}, next;
    for (const SDL_Rect& cut : cut_out) {
        next.clear();
        for (const SDL_Rect& one : rest) {
            SDL_Rect common;
            if (SDL_IntersectRect(&one, &cut, &common) == SDL_FALSE) {
                next.push_back(one);
                continue;
            }
            const int right = one.x + one.w, bottom = one.y + one.h;
            const int end_x = common.x + common.w, end_y = common.y + common.h;
            if (common.y > one.y) next.push_back({one.x, one.y, one.w, common.y - one.y});
            if (common.x > one.x) next.push_back({one.x, common.y, common.x - one.x, common.h});
            if (end_x < right) next.push_back({end_x, common.y, right - end_x, common.h});
            if (end_y < bottom) next.push_back({one.x, end_y, one.w, bottom - end_y});
        }
        if (next.size() > most) break;
        rest.swap(next);
    }
    return rest;
}

}  // namespace

Renderer::~Renderer() { draw_on(nullptr); }

void Renderer::draw_on(SDL_Renderer* target) {
    if (letters_ != nullptr) SDL_DestroyTexture(letters_);
    letters_ = nullptr;
    target_ = target;
    if (target_ != nullptr && atlas_ != nullptr) copy_letters();
}

bool Renderer::upload(ImFontAtlas& atlas) {
    atlas_ = &atlas;
    white_u_ = atlas.TexUvWhitePixel.x;
    return target_ == nullptr || copy_letters();
}

// The atlas keeps how strong each pixel is; as colours, four times as much, the letters are only with the target.
bool Renderer::copy_letters() {
    if (letters_ != nullptr) SDL_DestroyTexture(letters_);
    unsigned char* strengths = nullptr;
    atlas_->GetTexDataAsAlpha8(&strengths, &width_, &height_);
    letters_ = SDL_CreateTexture(target_, SDL_PIXELFORMAT_ABGR8888, SDL_TEXTUREACCESS_STREAMING, width_, height_);
    void* pixels = nullptr;
    int pitch = 0;
    if (letters_ == nullptr || SDL_LockTexture(letters_, nullptr, &pixels, &pitch) != 0) return false;
    for (int row = 0; row < height_; ++row) {
        auto* colours =
            reinterpret_cast<Uint32*>(static_cast<Uint8*>(pixels) + static_cast<std::ptrdiff_t>(row) * pitch);
        const unsigned char* from = strengths + static_cast<std::ptrdiff_t>(row) * width_;
        for (int column = 0; column < width_; ++column) colours[column] = Uint32{from[column]} << 24U | 0xFFFFFFU;
    }
    SDL_UnlockTexture(letters_);
    SDL_SetTextureBlendMode(letters_, SDL_BLENDMODE_BLEND);
    SDL_SetTextureScaleMode(letters_, SDL_ScaleModeLinear);
    tint_ = IM_COL32_WHITE;
    return true;
}

// Only on a change: each one makes SDL choose its way of copying anew.
void Renderer::tint(unsigned packed) {
    if (packed == tint_) return;
    tint_ = packed;
    const SDL_Color colour = colour_of(packed);
    SDL_SetTextureColorMod(letters_, colour.r, colour.g, colour.b);
    SDL_SetTextureAlphaMod(letters_, colour.a);
}

// Only the corners in use are handed over: SDL looks through all that it is given.
void Renderer::draw_triangles(const DrawnPart& part) {
    const std::span<const ImDrawIdx> used{&part.list->IdxBuffer[part.from],
                                          static_cast<std::size_t>(part.to - part.from)};
    const auto [least, most] = std::minmax_element(used.begin(), used.end());
    std::vector<ImDrawIdx> indices;
    for (const ImDrawIdx index : used) indices.push_back(static_cast<ImDrawIdx>(index - *least));
    const ImDrawVert* v = part.corners() + *least;
    SDL_RenderGeometryRaw(target_, letters_, &v->pos.x, static_cast<int>(sizeof(ImDrawVert)),
                          reinterpret_cast<const SDL_Color*>(&v->col), static_cast<int>(sizeof(ImDrawVert)), &v->uv.x,
                          static_cast<int>(sizeof(ImDrawVert)), *most - *least + 1, indices.data(),
                          static_cast<int>(indices.size()), sizeof(ImDrawIdx));
}

void Renderer::draw(const ImDrawData& data, const SDL_Rect& within, SDL_Color paper) {
    // What a sheet of one colour hides is not drawn, and of large sheets only what no later one covers: most of a
    // redraw without a graphics card is filling.
    constexpr int large = 100 * 100;
    struct Sheet {
        int number;
        SDL_Rect place;
    };
    std::vector<Sheet> sheets;
    int number = 0, first = 0;
    each_part(data, [&](const DrawnPart& part) {
        ++number;
        if (const SDL_Rect place = filled_by(part, within, white_u_); place.w * place.h >= large && opaque(part))
            sheets.push_back({number, place});
        if (part.rectangle && hides(part, within, white_u_)) first = number;
    });
    const auto uncovered = [&](int sheet, const SDL_Rect& place) {
        std::vector<SDL_Rect> later;
        for (const Sheet& other : sheets)
            if (other.number > sheet) later.push_back(other.place);
        return rest_of(place, later);
    };
    // Fills of one colour that follow one another go together: a round corner is many, and each call has its price.
    std::vector<SDL_Rect> fills;
    ImU32 fill_colour = IM_COL32(paper.r, paper.g, paper.b, 255);
    if (first == 0) fills = uncovered(0, within);
    const auto fill_them = [&] {
        if (fills.empty()) return;
        const SDL_Color colour = colour_of(fill_colour);
        // A solid colour is copied, not mixed: without a graphics card that is ten times faster.
        SDL_SetRenderDrawBlendMode(target_, colour.a == 255 ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
        SDL_SetRenderDrawColor(target_, colour.r, colour.g, colour.b, colour.a);
        SDL_RenderFillRects(target_, fills.data(), static_cast<int>(fills.size()));
        fills.clear();
    };
    const ImDrawCmd* clipped_for = nullptr;
    bool hidden = false;
    number = 0;
    each_part(data, [&](const DrawnPart& part) {
        if (++number < first) return;
        if (part.command != clipped_for) {
            fill_them();
            clipped_for = part.command;
            const ImVec4& c = part.command->ClipRect;
            const SDL_Rect own{static_cast<int>(c.x), static_cast<int>(c.y), static_cast<int>(c.z - c.x),
                               static_cast<int>(c.w - c.y)};
            SDL_Rect clip;
            hidden = SDL_IntersectRect(&own, &within, &clip) == SDL_FALSE;
            if (!hidden) SDL_RenderSetClipRect(target_, &clip);
        }
        if (hidden) return;
        if (!part.rectangle) {
            if (!reaches(part, within)) return;
            fill_them();
            tint(IM_COL32_WHITE);
            draw_triangles(part);
            return;
        }
        const ImDrawVert* v = part.first();
        if (v[0].uv.x == white_u_ && v[2].uv.x == white_u_) {
            const SDL_Rect to = filled_by(part, within, white_u_);
            if (to.w <= 0 || to.h <= 0) return;
            if (v[0].col != fill_colour) fill_them();
            fill_colour = v[0].col;
            if (opaque(part) && to.w * to.h >= large) {
                const std::vector<SDL_Rect> rest = uncovered(number, to);
                fills.insert(fills.end(), rest.begin(), rest.end());
            } else {
                fills.push_back(to);
            }
            return;
        }
        const auto texel = [](float uv, int size) { return rounded(uv * static_cast<float>(size)); };
        const SDL_Rect from{texel(v[0].uv.x, width_), texel(v[0].uv.y, height_),
                            texel(v[2].uv.x, width_) - texel(v[0].uv.x, width_),
                            texel(v[2].uv.y, height_) - texel(v[0].uv.y, height_)};
        const SDL_Rect to{rounded(v[0].pos.x), rounded(v[0].pos.y), from.w, from.h};
        if (SDL_HasIntersection(&to, &within) == SDL_FALSE) return;
        fill_them();
        tint(v[0].col);
        SDL_RenderCopy(target_, letters_, &from, &to);
    });
    fill_them();
    SDL_RenderSetClipRect(target_, nullptr);
}

}  // namespace ntk::desktop
