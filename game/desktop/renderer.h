#pragma once

#include <SDL.h>

struct ImDrawData;
struct ImFontAtlas;

namespace ntk::desktop {

struct DrawnPart;

// Puts ImGui's draw lists on an SDL renderer. Letters and plain rectangles go through SDL's copy and fill, which are
// several times cheaper than triangles where there is no graphics card; everything else goes as triangles.
class Renderer {
  public:
    Renderer() = default;
    ~Renderer();
    Renderer(const Renderer&) = delete;
    Renderer& operator=(const Renderer&) = delete;

    // From now on draws there, with the letters it has; null for nowhere. The target must outlive that.
    void draw_on(SDL_Renderer* target);

    // Takes the letters, now and for the next target, so the atlas must outlive the last one. Returns false when the
    // renderer refuses them.
    bool upload(ImFontAtlas& atlas);

    // Draws what lies in one part of the window, on a paper of one colour.
    void draw(const ImDrawData& data, const SDL_Rect& within, SDL_Color paper);

  private:
    SDL_Renderer* target_ = nullptr;
    ImFontAtlas* atlas_ = nullptr;
    SDL_Texture* letters_ = nullptr;
    int width_ = 1, height_ = 1;
    float white_u_ = 0;
    unsigned tint_ = 0;

    void tint(unsigned packed);
    void draw_triangles(const DrawnPart& part);
    bool copy_letters();
};

}  // namespace ntk::desktop
