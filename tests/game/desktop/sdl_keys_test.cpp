#include "game/desktop/sdl_keys.h"

#include "tests/support/catch.h"

using namespace ntk::desktop;

namespace {

std::string told(SDL_Scancode code, SDL_Keycode key, int held = KMOD_NONE) {
    SDL_KeyboardEvent event{};
    event.type = SDL_KEYDOWN;
    event.keysym.scancode = code;
    event.keysym.sym = key;
    event.keysym.mod = static_cast<Uint16>(held);
    const KeyStroke stroke = stroke_of(event);
    return stroke.text + " " + std::to_string(stroke.symbol) + " " + std::to_string(stroke.code) + " " +
           std::to_string(stroke.modifiers);
}

}  // namespace

// The numbers are those that xev prints for these keys of a PC keyboard under X11 (keysym in decimal, keycode, state).
TEST_CASE("keys have the symbols and codes of X11") {
    CHECK(told(SDL_SCANCODE_A, SDLK_a) == "a 97 38 0");
    CHECK(told(SDL_SCANCODE_A, SDLK_a, KMOD_LSHIFT) == "A 65 38 1");
    CHECK(told(SDL_SCANCODE_A, SDLK_a, KMOD_CAPS) == "A 65 38 2");
    CHECK(told(SDL_SCANCODE_A, SDLK_a, KMOD_CAPS | KMOD_RSHIFT) == "a 97 38 3");
    CHECK(told(SDL_SCANCODE_Z, SDLK_z, KMOD_LCTRL) == "z 122 52 4");
    CHECK(told(SDL_SCANCODE_0, SDLK_0) == "0 48 19 0");
    CHECK(told(SDL_SCANCODE_SPACE, SDLK_SPACE) == "space 32 65 0");
    CHECK(told(SDL_SCANCODE_RETURN, SDLK_RETURN) == "Return 65293 36 0");
    CHECK(told(SDL_SCANCODE_F12, SDLK_F12, KMOD_LALT) == "F12 65481 96 8");
    CHECK(told(SDL_SCANCODE_INSERT, SDLK_INSERT) == "Insert 65379 118 0");
    CHECK(told(SDL_SCANCODE_UP, SDLK_UP) == "Up 65362 111 0");
    CHECK(told(SDL_SCANCODE_CAPSLOCK, SDLK_CAPSLOCK) == "Caps_Lock 65509 66 0");
    CHECK(told(SDL_SCANCODE_RCTRL, SDLK_RCTRL) == "Control_R 65508 105 0");
    CHECK(told(SDL_SCANCODE_KP_0, SDLK_KP_0) == "KP_Insert 65438 90 0");
    CHECK(told(SDL_SCANCODE_KP_0, SDLK_KP_0, KMOD_NUM) == "0 65456 90 16");
    CHECK(told(SDL_SCANCODE_KP_ENTER, SDLK_KP_ENTER) == "KP_Enter 65421 104 0");
    CHECK(told(SDL_SCANCODE_KP_PERIOD, SDLK_KP_PERIOD) == "KP_Delete 65439 91 0");
    CHECK(told(SDL_SCANCODE_SEMICOLON, 0xF1) == "\u00f1 241 47 0");         // Latin 1
    CHECK(told(SDL_SCANCODE_SEMICOLON, 0x0436) == "\u0436 16778294 47 0");  // by its Unicode number
    CHECK(told(SDL_SCANCODE_UNKNOWN, SDLK_UNKNOWN) == " 0 0 0");
    CHECK(told(SDL_SCANCODE_AUDIOPLAY, SDLK_AUDIOPLAY) == " 0 0 0");
}
