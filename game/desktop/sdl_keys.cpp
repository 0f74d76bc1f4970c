#include "game/desktop/sdl_keys.h"

#include <SDL_keyboard.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>

namespace ntk::desktop {

namespace {

struct Named {
    SDL_Keycode key;
    unsigned symbol;   // X11/keysymdef.h
    const char* name;  // as there, without XK_
};

constexpr Named named_keys[] = {
    {SDLK_BACKSPACE, 0xff08, "BackSpace"},
    {SDLK_TAB, 0xff09, "Tab"},
    {SDLK_RETURN, 0xff0d, "Return"},
    {SDLK_PAUSE, 0xff13, "Pause"},
    {SDLK_SCROLLLOCK, 0xff14, "Scroll_Lock"},
    {SDLK_ESCAPE, 0xff1b, "Escape"},
    {SDLK_HOME, 0xff50, "Home"},
    {SDLK_LEFT, 0xff51, "Left"},
    {SDLK_UP, 0xff52, "Up"},
    {SDLK_RIGHT, 0xff53, "Right"},
    {SDLK_DOWN, 0xff54, "Down"},
    {SDLK_PAGEUP, 0xff55, "Page_Up"},
    {SDLK_PAGEDOWN, 0xff56, "Page_Down"},
    {SDLK_END, 0xff57, "End"},
    {SDLK_PRINTSCREEN, 0xff61, "Print"},
    {SDLK_INSERT, 0xff63, "Insert"},
    {SDLK_APPLICATION, 0xff67, "Menu"},
    {SDLK_NUMLOCKCLEAR, 0xff7f, "Num_Lock"},
    {SDLK_DELETE, 0xffff, "Delete"},
    {SDLK_CAPSLOCK, 0xffe5, "Caps_Lock"},
    {SDLK_LSHIFT, 0xffe1, "Shift_L"},
    {SDLK_RSHIFT, 0xffe2, "Shift_R"},
    {SDLK_LCTRL, 0xffe3, "Control_L"},
    {SDLK_RCTRL, 0xffe4, "Control_R"},
    {SDLK_LALT, 0xffe9, "Alt_L"},
    {SDLK_RALT, 0xffea, "Alt_R"},
    {SDLK_LGUI, 0xffeb, "Super_L"},
    {SDLK_RGUI, 0xffec, "Super_R"},
    {SDLK_KP_ENTER, 0xff8d, "KP_Enter"},
    {SDLK_KP_MULTIPLY, 0xffaa, "KP_Multiply"},
    {SDLK_KP_PLUS, 0xffab, "KP_Add"},
    {SDLK_KP_MINUS, 0xffad, "KP_Subtract"},
    {SDLK_KP_DIVIDE, 0xffaf, "KP_Divide"},
};

// The keypad, which means something else while Num Lock is off: screen readers are commanded by it then.
struct Keypad {
    SDL_Keycode key;
    unsigned digit;  // symbol while Num Lock is on
    const char* typed;
    unsigned symbol;  // while it is off
    const char* name;
};

constexpr Keypad keypad[] = {
    {SDLK_KP_0, 0xffb0, "0", 0xff9e, "KP_Insert"},      {SDLK_KP_1, 0xffb1, "1", 0xff9c, "KP_End"},
    {SDLK_KP_2, 0xffb2, "2", 0xff99, "KP_Down"},        {SDLK_KP_3, 0xffb3, "3", 0xff9b, "KP_Page_Down"},
    {SDLK_KP_4, 0xffb4, "4", 0xff96, "KP_Left"},        {SDLK_KP_5, 0xffb5, "5", 0xff9d, "KP_Begin"},
    {SDLK_KP_6, 0xffb6, "6", 0xff98, "KP_Right"},       {SDLK_KP_7, 0xffb7, "7", 0xff95, "KP_Home"},
    {SDLK_KP_8, 0xffb8, "8", 0xff97, "KP_Up"},          {SDLK_KP_9, 0xffb9, "9", 0xff9a, "KP_Page_Up"},
    {SDLK_KP_PERIOD, 0xffae, ".", 0xff9f, "KP_Delete"},
};

// Linux's codes of a PC keyboard by SDL's (those of USB), from SDL_SCANCODE_A on.
constexpr std::array<std::uint8_t, 96> linux_codes = {
    30,  48,  46,  32,  18,  33,  34,  35, 23, 36, 37, 38, 50, 49, 24, 25, 16, 19, 31, 20, 22,  47,  17,  45,
    21,  44,  2,   3,   4,   5,   6,   7,  8,  9,  10, 11, 28, 1,  14, 15, 57, 12, 13, 26, 27,  43,  43,  39,
    40,  41,  51,  52,  53,  58,  59,  60, 61, 62, 63, 64, 65, 66, 67, 68, 87, 88, 99, 70, 119, 110, 102, 104,
    111, 107, 109, 106, 105, 108, 103, 69, 98, 55, 74, 78, 96, 79, 80, 81, 75, 76, 77, 71, 72,  73,  82,  83};
// Left Control, Shift, Alt and Super, then the right ones.
constexpr std::array<std::uint8_t, 8> linux_modifiers = {29, 42, 56, 125, 97, 54, 100, 126};

unsigned code_of(SDL_Scancode key) {
    constexpr unsigned of_x11 = 8;
    const int at = key - SDL_SCANCODE_A, modifier = key - SDL_SCANCODE_LCTRL;
    if (at >= 0 && at < static_cast<int>(linux_codes.size())) return linux_codes[static_cast<std::size_t>(at)] + of_x11;
    if (modifier >= 0 && modifier < static_cast<int>(linux_modifiers.size()))
        return linux_modifiers[static_cast<std::size_t>(modifier)] + of_x11;
    return 0;
}

unsigned modifiers_of(unsigned mod) {
    unsigned mask = 0;
    if ((mod & KMOD_SHIFT) != 0) mask |= 1U;
    if ((mod & KMOD_CAPS) != 0) mask |= 2U;
    if ((mod & KMOD_CTRL) != 0) mask |= 4U;
    if ((mod & KMOD_ALT) != 0) mask |= 8U;
    if ((mod & KMOD_NUM) != 0) mask |= 16U;
    if ((mod & KMOD_GUI) != 0) mask |= 64U;
    return mask;
}

// A letter as UTF-8.
std::string letter_text(unsigned letter) {
    if (letter < 0x80) return std::string(1, static_cast<char>(letter));
    if (letter < 0x800) return {static_cast<char>(0xC0U | (letter >> 6U)), static_cast<char>(0x80U | (letter & 0x3FU))};
    return {static_cast<char>(0xE0U | (letter >> 12U)), static_cast<char>(0x80U | ((letter >> 6U) & 0x3FU)),
            static_cast<char>(0x80U | (letter & 0x3FU))};
}

}  // namespace

KeyStroke stroke_of(const SDL_KeyboardEvent& key) {
    KeyStroke stroke;
    stroke.pressed = key.type == SDL_KEYDOWN;
    stroke.code = code_of(key.keysym.scancode);
    stroke.modifiers = modifiers_of(key.keysym.mod);
    stroke.time = key.timestamp;
    const SDL_Keycode sym = key.keysym.sym;
    for (const Named& one : named_keys)
        if (one.key == sym) {
            stroke.symbol = one.symbol;
            stroke.text = one.name;
            return stroke;
        }
    for (const Keypad& one : keypad)
        if (one.key == sym) {
            const bool types = (key.keysym.mod & KMOD_NUM) != 0;
            stroke.symbol = types ? one.digit : one.symbol;
            stroke.text = types ? one.typed : one.name;
            return stroke;
        }
    if (sym >= SDLK_F1 && sym <= SDLK_F12) {
        const auto number = static_cast<unsigned>(sym - SDLK_F1);
        stroke.symbol = 0xffbe + number;
        stroke.text = "F" + std::to_string(number + 1);
        return stroke;
    }
    constexpr unsigned last = 0xFFFF;
    if (sym < 0x20 || static_cast<unsigned>(sym) > last) return stroke;
    auto letter = static_cast<unsigned>(sym);
    const bool shift = (key.keysym.mod & KMOD_SHIFT) != 0, caps = (key.keysym.mod & KMOD_CAPS) != 0;
    if (letter >= 'a' && letter <= 'z' && shift != caps) letter = letter - 'a' + 'A';
    stroke.symbol = letter < 0x100 ? letter : 0x01000000U | letter;
    stroke.text = letter == ' ' ? "space" : letter_text(letter);
    return stroke;
}

}  // namespace ntk::desktop
