// Loaded before a program (LD_PRELOAD), ends it as soon as its first frame has been handed to the screen, so that two
// programs can be compared from their start to that moment.
#include <SDL.h>
#include <dlfcn.h>
#include <unistd.h>

extern "C" {

void SDL_RenderPresent(SDL_Renderer* renderer) {
    reinterpret_cast<void (*)(SDL_Renderer*)>(dlsym(RTLD_NEXT, "SDL_RenderPresent"))(renderer);
    _exit(0);
}

int SDL_UpdateWindowSurfaceRects(SDL_Window* window, const SDL_Rect* rects, int count) {
    using Present = int (*)(SDL_Window*, const SDL_Rect*, int);
    reinterpret_cast<Present>(dlsym(RTLD_NEXT, "SDL_UpdateWindowSurfaceRects"))(window, rects, count);
    _exit(0);
}

}  // extern "C"
