// What any window with these letters costs: SDL's software renderer at 1280x800, the same fonts loaded, rasterised and
// handed to it, and one frame with nothing on it.
#include <SDL.h>

#include "tests/bench/bare_fonts.h"

int main() {
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    if (SDL_Init(SDL_INIT_VIDEO) != 0) return 1;
    SDL_Window* window =
        SDL_CreateWindow("bare", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, 1280, 800, SDL_WINDOW_RESIZABLE);
    SDL_Renderer* renderer = SDL_CreateRenderer(window, -1, SDL_RENDERER_SOFTWARE);
    ImFontAtlas atlas;
    ntk::add_bare_fonts(atlas, false);
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    atlas.GetTexDataAsRGBA32(&pixels, &width, &height);
    SDL_Texture* letters =
        SDL_CreateTexture(renderer, SDL_PIXELFORMAT_ABGR8888, SDL_TEXTUREACCESS_STATIC, width, height);
    SDL_UpdateTexture(letters, nullptr, pixels, 4 * width);
    for (SDL_Event event; SDL_PollEvent(&event) != 0;) {
    }
    SDL_SetRenderDrawColor(renderer, 240, 240, 230, 255);
    SDL_RenderClear(renderer);
    SDL_RenderPresent(renderer);
    SDL_Quit();
    return 0;
}
