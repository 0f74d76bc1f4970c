#include "game/desktop/renderer.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstring>

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

}  // namespace

Renderer::~Renderer() {
    draw_on(nullptr);
    SDL_FreeSurface(sheet_);
}

void Renderer::draw_on(SDL_Renderer* target) {
    if (letters_ != nullptr) SDL_DestroyTexture(letters_);
    letters_ = nullptr;
    target_ = target;
    if (target_ != nullptr && sheet_ != nullptr) copy_letters();
}

bool Renderer::upload(ImFontAtlas& atlas) {
    unsigned char* pixels = nullptr;
    atlas.GetTexDataAsRGBA32(&pixels, &width_, &height_);
    white_u_ = atlas.TexUvWhitePixel.x;
    SDL_FreeSurface(sheet_);
    sheet_ = SDL_CreateRGBSurfaceWithFormat(0, width_, height_, 32, SDL_PIXELFORMAT_ABGR8888);
    if (sheet_ == nullptr) return false;
    for (int row = 0; row < height_; ++row) {
        std::memcpy(static_cast<Uint8*>(sheet_->pixels) + row * sheet_->pitch, pixels + row * 4 * width_,
                    static_cast<std::size_t>(width_) * 4);
    }
    atlas.ClearTexData();
    return target_ == nullptr || copy_letters();
}

bool Renderer::copy_letters() {
    if (letters_ != nullptr) SDL_DestroyTexture(letters_);
    letters_ = SDL_CreateTexture(target_, SDL_PIXELFORMAT_ABGR8888, SDL_TEXTUREACCESS_STATIC, width_, height_);
    if (letters_ == nullptr) return false;
    SDL_UpdateTexture(letters_, nullptr, sheet_->pixels, sheet_->pitch);
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

void Renderer::draw(const ImDrawData& data, const SDL_Rect& within, SDL_Color paper) {
    // What a sheet of one colour hides is not drawn: most of a redraw without a graphics card is filling.
    int number = 0, first = 0;
    each_part(data, [&](const DrawnPart& part) {
        ++number;
        if (part.rectangle && hides(part, within, white_u_)) first = number;
    });
    if (first == 0) {
        SDL_SetRenderDrawBlendMode(target_, SDL_BLENDMODE_NONE);
        SDL_SetRenderDrawColor(target_, paper.r, paper.g, paper.b, 255);
        SDL_RenderFillRect(target_, &within);
    }
    const ImDrawCmd* clipped_for = nullptr;
    bool hidden = false;
    number = 0;
    each_part(data, [&](const DrawnPart& part) {
        if (++number < first) return;
        if (part.command != clipped_for) {
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
            const ImDrawVert* v = part.corners();
            tint(IM_COL32_WHITE);
            SDL_RenderGeometryRaw(target_, letters_, &v->pos.x, static_cast<int>(sizeof(ImDrawVert)),
                                  reinterpret_cast<const SDL_Color*>(&v->col), static_cast<int>(sizeof(ImDrawVert)),
                                  &v->uv.x, static_cast<int>(sizeof(ImDrawVert)),
                                  part.list->VtxBuffer.Size - static_cast<int>(part.command->VtxOffset),
                                  &part.list->IdxBuffer[part.from], part.to - part.from, sizeof(ImDrawIdx));
            return;
        }
        const ImDrawVert* v = part.first();
        const SDL_Color colour = colour_of(v[0].col);
        SDL_Rect to{rounded(v[0].pos.x), rounded(v[0].pos.y), 0, 0};
        if (v[0].uv.x == white_u_ && v[2].uv.x == white_u_) {
            to.w = rounded(v[2].pos.x) - to.x;
            to.h = rounded(v[2].pos.y) - to.y;
            if (SDL_HasIntersection(&to, &within) == SDL_FALSE) return;
            // A solid colour is copied, not mixed: without a graphics card that is ten times faster.
            SDL_SetRenderDrawBlendMode(target_, colour.a == 255 ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
            SDL_SetRenderDrawColor(target_, colour.r, colour.g, colour.b, colour.a);
            SDL_RenderFillRect(target_, &to);
            return;
        }
        const auto texel = [](float uv, int size) { return rounded(uv * static_cast<float>(size)); };
        const SDL_Rect from{texel(v[0].uv.x, width_), texel(v[0].uv.y, height_),
                            texel(v[2].uv.x, width_) - texel(v[0].uv.x, width_),
                            texel(v[2].uv.y, height_) - texel(v[0].uv.y, height_)};
        to.w = from.w;
        to.h = from.h;
        if (SDL_HasIntersection(&to, &within) == SDL_FALSE) return;
        tint(v[0].col);
        SDL_RenderCopy(target_, letters_, &from, &to);
    });
    SDL_RenderSetClipRect(target_, nullptr);
}

}  // namespace ntk::desktop
