#pragma once

#include <SDL.h>

struct ImDrawData;
struct ImFontAtlas;

namespace ntk::desktop {

// Puts ImGui's draw lists on an SDL renderer. Letters and plain rectangles go through SDL's copy and fill, which are
// several times cheaper than triangles where there is no graphics card; everything else goes as triangles.
class Renderer {
  public:
    explicit Renderer(SDL_Renderer* target) : target_(target) {}
    ~Renderer();
    Renderer(const Renderer&) = delete;
    Renderer& operator=(const Renderer&) = delete;

    // Uploads the letters. Returns false when the renderer refuses the texture.
    bool upload(ImFontAtlas& atlas);

    void draw(const ImDrawData& data);

  private:
    SDL_Renderer* target_;
    SDL_Texture* letters_ = nullptr;
    int width_ = 1, height_ = 1;
    float white_u_ = 0;
    unsigned tint_ = 0;

    void tint(unsigned packed);
};

}  // namespace ntk::desktop
