// What any window costs: SDL's software renderer, one cleared frame of 1280x800 shown and written to a picture.
#include <SDL.h>

int main(int count, char** words) {
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    if (count != 2 || SDL_Init(SDL_INIT_VIDEO) != 0) return 1;
    SDL_Window* window =
        SDL_CreateWindow("bare", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, 1280, 800, SDL_WINDOW_RESIZABLE);
    SDL_Renderer* renderer = SDL_CreateRenderer(window, -1, SDL_RENDERER_SOFTWARE);
    for (SDL_Event event; SDL_PollEvent(&event) != 0;) {
    }
    SDL_SetRenderDrawColor(renderer, 240, 240, 230, 255);
    SDL_RenderClear(renderer);
    SDL_RenderPresent(renderer);
    SDL_Surface* picture = SDL_CreateRGBSurfaceWithFormat(0, 1280, 800, 24, SDL_PIXELFORMAT_BGR24);
    const bool good =
        picture != nullptr &&
        SDL_RenderReadPixels(renderer, nullptr, picture->format->format, picture->pixels, picture->pitch) == 0 &&
        SDL_SaveBMP(picture, words[1]) == 0;
    SDL_FreeSurface(picture);
    SDL_Quit();
    return good ? 0 : 1;
}
