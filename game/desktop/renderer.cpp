#include "game/desktop/renderer.h"

#include <imgui.h>

#include <cmath>

namespace ntk::desktop {

namespace {

SDL_Color colour_of(ImU32 packed) {
    return {static_cast<Uint8>(packed >> IM_COL32_R_SHIFT), static_cast<Uint8>(packed >> IM_COL32_G_SHIFT),
            static_cast<Uint8>(packed >> IM_COL32_B_SHIFT), static_cast<Uint8>(packed >> IM_COL32_A_SHIFT)};
}

// Whether six indices from `at` draw one upright rectangle of one colour: corners 0 1 2, 0 2 3 in ImGui's order.
bool is_upright_rectangle(const ImDrawList& list, unsigned base, int at, int end) {
    if (at + 6 > end) return false;
    const ImDrawIdx* i = &list.IdxBuffer[at];
    if (i[3] != i[0] || i[4] != i[2] || i[1] != i[0] + 1 || i[2] != i[0] + 2 || i[5] != i[0] + 3) return false;
    const ImDrawVert* v = &list.VtxBuffer[static_cast<int>(base + i[0])];
    return v[0].pos.x == v[3].pos.x && v[1].pos.x == v[2].pos.x && v[0].pos.y == v[1].pos.y &&
           v[2].pos.y == v[3].pos.y && v[0].col == v[1].col && v[0].col == v[2].col && v[0].col == v[3].col;
}

}  // namespace

Renderer::~Renderer() {
    if (letters_ != nullptr) SDL_DestroyTexture(letters_);
}

bool Renderer::upload(ImFontAtlas& atlas) {
    unsigned char* pixels = nullptr;
    atlas.GetTexDataAsRGBA32(&pixels, &width_, &height_);
    white_u_ = atlas.TexUvWhitePixel.x;
    if (letters_ != nullptr) SDL_DestroyTexture(letters_);
    letters_ = SDL_CreateTexture(target_, SDL_PIXELFORMAT_ABGR8888, SDL_TEXTUREACCESS_STATIC, width_, height_);
    if (letters_ == nullptr) return false;
    SDL_UpdateTexture(letters_, nullptr, pixels, 4 * width_);
    SDL_SetTextureBlendMode(letters_, SDL_BLENDMODE_BLEND);
    SDL_SetTextureScaleMode(letters_, SDL_ScaleModeLinear);
    tint_ = IM_COL32_WHITE;
    atlas.SetTexID(letters_);
    atlas.ClearTexData();
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

void Renderer::draw(const ImDrawData& data) {
    for (int n = 0; n < data.CmdListsCount; ++n) {
        const ImDrawList& list = *data.CmdLists[n];
        for (const ImDrawCmd& command : list.CmdBuffer) {
            const ImVec4& c = command.ClipRect;
            const SDL_Rect clip{static_cast<int>(c.x), static_cast<int>(c.y), static_cast<int>(c.z - c.x),
                                static_cast<int>(c.w - c.y)};
            if (clip.w <= 0 || clip.h <= 0) continue;
            SDL_RenderSetClipRect(target_, &clip);
            const int end = static_cast<int>(command.IdxOffset + command.ElemCount);
            for (int at = static_cast<int>(command.IdxOffset); at < end;) {
                if (!is_upright_rectangle(list, command.VtxOffset, at, end)) {
                    int stop = at;
                    while (stop < end && !is_upright_rectangle(list, command.VtxOffset, stop, end)) stop += 3;
                    stop = stop > end ? end : stop;
                    const ImDrawVert* v = list.VtxBuffer.Data + command.VtxOffset;
                    tint(IM_COL32_WHITE);
                    SDL_RenderGeometryRaw(
                        target_, letters_, &v->pos.x, static_cast<int>(sizeof(ImDrawVert)),
                        reinterpret_cast<const SDL_Color*>(&v->col), static_cast<int>(sizeof(ImDrawVert)), &v->uv.x,
                        static_cast<int>(sizeof(ImDrawVert)), list.VtxBuffer.Size - static_cast<int>(command.VtxOffset),
                        &list.IdxBuffer[at], stop - at, sizeof(ImDrawIdx));
                    at = stop;
                    continue;
                }
                const ImDrawVert* v = list.VtxBuffer.Data + command.VtxOffset + list.IdxBuffer[at];
                at += 6;
                const SDL_Color colour = colour_of(v[0].col);
                const float x0 = v[0].pos.x, y0 = v[0].pos.y, x1 = v[2].pos.x, y1 = v[2].pos.y;
                if (v[0].uv.x == white_u_ && v[2].uv.x == white_u_) {
                    const SDL_Rect to{static_cast<int>(std::lround(x0)), static_cast<int>(std::lround(y0)),
                                      static_cast<int>(std::lround(x1) - std::lround(x0)),
                                      static_cast<int>(std::lround(y1) - std::lround(y0))};
                    // A solid colour is copied, not mixed: without a graphics card that is ten times faster.
                    SDL_SetRenderDrawBlendMode(target_, colour.a == 255 ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
                    SDL_SetRenderDrawColor(target_, colour.r, colour.g, colour.b, colour.a);
                    SDL_RenderFillRect(target_, &to);
                    continue;
                }
                const auto texel = [](float uv, int size) {
                    return static_cast<int>(std::lround(uv * static_cast<float>(size)));
                };
                const SDL_Rect from{texel(v[0].uv.x, width_), texel(v[0].uv.y, height_),
                                    texel(v[2].uv.x, width_) - texel(v[0].uv.x, width_),
                                    texel(v[2].uv.y, height_) - texel(v[0].uv.y, height_)};
                const SDL_Rect to{static_cast<int>(std::lround(x0)), static_cast<int>(std::lround(y0)), from.w, from.h};
                tint(v[0].col);
                SDL_RenderCopy(target_, letters_, &from, &to);
            }
        }
    }
    SDL_RenderSetClipRect(target_, nullptr);
}

}  // namespace ntk::desktop
