#include "game/desktop/window.h"

#include <SDL.h>
#include <imgui.h>
#include <algorithm>

#include <atomic>
#include <optional>
#include <string_view>

#include "engine/text/said.h"
#include "game/desktop/damage.h"
#include "game/desktop/renderer.h"
#include "game/desktop/sdl_keys.h"

namespace ntk::desktop {

namespace {

Key key_of(const SDL_Keysym& sym, char& letter) {
    if (sym.sym >= SDLK_1 && sym.sym <= SDLK_9) {
        letter = static_cast<char>('1' + (sym.sym - SDLK_1));
        return Key::digit;
    }
    if (sym.sym >= SDLK_KP_1 && sym.sym <= SDLK_KP_9) {
        letter = static_cast<char>('1' + (sym.sym - SDLK_KP_1));
        return Key::digit;
    }
    if (sym.sym >= SDLK_a && sym.sym <= SDLK_z) {
        letter = static_cast<char>('a' + (sym.sym - SDLK_a));
        return Key::letter;
    }
    switch (sym.sym) {
        case SDLK_TAB: return Key::tab;
        case SDLK_RETURN:
        case SDLK_KP_ENTER: return Key::enter;
        case SDLK_SPACE: return Key::space;
        case SDLK_ESCAPE:
        case SDLK_AC_BACK: return Key::escape;
        case SDLK_LEFT: return Key::left;
        case SDLK_RIGHT: return Key::right;
        case SDLK_UP: return Key::up;
        case SDLK_DOWN: return Key::down;
        case SDLK_PAGEUP: return Key::page_up;
        case SDLK_PAGEDOWN: return Key::page_down;
        case SDLK_HOME: return Key::home;
        case SDLK_END: return Key::end;
        case SDLK_BACKSPACE: return Key::backspace;
        case SDLK_DELETE: return Key::erase;
        case SDLK_PLUS:
        case SDLK_EQUALS:
        case SDLK_KP_PLUS: return Key::bigger;
        case SDLK_MINUS:
        case SDLK_KP_MINUS: return Key::smaller;
        case SDLK_F7: return Key::voice;
        case SDLK_F8: return Key::read_page;
        case SDLK_F9: return Key::hush;
        case SDLK_0:
        case SDLK_KP_0: return Key::normal_size;
        default: return Key::none;
    }
}

// One of SDL's events as ours; nothing when the window does not care about it.
std::optional<Event> translated(const SDL_Event& from, float density, bool strokes) {
    Event event;
    switch (from.type) {
        case SDL_QUIT: event.kind = Event::Kind::quit; return event;
        case SDL_KEYDOWN:
        case SDL_KEYUP: {
            const auto mod = static_cast<SDL_Keymod>(from.key.keysym.mod);
            if (strokes) event.stroke = stroke_of(from.key);
            event.key = key_of(from.key.keysym, event.letter);
            const bool for_desktop = (mod & KMOD_ALT) != 0;
            if (from.type == SDL_KEYUP || for_desktop || event.key == Key::none) {
                event.kind = Event::Kind::stroke;
                return event.stroke.symbol == 0 ? std::nullopt : std::optional(event);
            }
            event.kind = Event::Kind::key;
            event.shift = (mod & KMOD_SHIFT) != 0;
            event.control = (mod & (KMOD_CTRL | KMOD_GUI)) != 0;
            event.repeat = from.key.repeat != 0;
            return event;
        }
        case SDL_TEXTINPUT:
            event.kind = Event::Kind::typed;
            event.text = from.text.text;
            return event;
        case SDL_MOUSEMOTION:
            event.kind = Event::Kind::move;
            event.x = static_cast<float>(from.motion.x) * density;
            event.y = static_cast<float>(from.motion.y) * density;
            return event;
        case SDL_MOUSEBUTTONDOWN:
        case SDL_MOUSEBUTTONUP:
            if (from.button.button != SDL_BUTTON_LEFT) return std::nullopt;
            event.kind = from.type == SDL_MOUSEBUTTONDOWN ? Event::Kind::press : Event::Kind::release;
            event.x = static_cast<float>(from.button.x) * density;
            event.y = static_cast<float>(from.button.y) * density;
            return event;
        case SDL_MOUSEWHEEL:
            event.kind = Event::Kind::wheel;
            event.x = static_cast<float>(from.wheel.mouseX) * density;
            event.y = static_cast<float>(from.wheel.mouseY) * density;
            event.wheel = from.wheel.preciseY * (from.wheel.direction == SDL_MOUSEWHEEL_FLIPPED ? -1.0F : 1.0F);
            return event;
        case SDL_DROPFILE:
            event.kind = Event::Kind::drop;
            event.text = from.drop.file != nullptr ? from.drop.file : "";
            SDL_free(from.drop.file);
            return event;
        case SDL_WINDOWEVENT:
        case SDL_RENDER_TARGETS_RESET:
        case SDL_RENDER_DEVICE_RESET: event.kind = Event::Kind::resize; return event;
        default: return std::nullopt;
    }
}

// Whether what the window showed may be gone from the screen.
bool loses_picture(Uint8 event) {
    return event == SDL_WINDOWEVENT_EXPOSED || event == SDL_WINDOWEVENT_SHOWN || event == SDL_WINDOWEVENT_RESTORED ||
           event == SDL_WINDOWEVENT_SIZE_CHANGED || event == SDL_WINDOWEVENT_RESIZED;
}

}  // namespace

struct Window::State {
    SDL_Window* window = nullptr;
    SDL_Renderer* target = nullptr;
    void* pixels = nullptr;  // the window's own, kept from frame to frame; null with a graphics card
    int wide = 0, high = 0;
    Renderer renderer;
    Damage damage;
    Redrawn redrawn;
    Fonts fonts;
    float baked = 0;
    bool started = false, context = false, gpu = false, strokes = false;

    // Draws on the window's pixels as they are now: a new size brings new ones. False when there are none.
    bool aim() {
        if (gpu) return true;
        SDL_Surface* now = SDL_GetWindowSurface(window);
        if (now == nullptr) return false;
        if (target != nullptr && now->pixels == pixels && now->w == wide && now->h == high) return true;
        renderer.draw_on(nullptr);
        if (target != nullptr) SDL_DestroyRenderer(target);
        pixels = now->pixels;
        wide = now->w;
        high = now->h;
        target = SDL_CreateSoftwareRenderer(now);
        renderer.draw_on(target);
        damage.forget();
        return target != nullptr;
    }
};

namespace {

std::atomic<bool> listening = false;  // a window is open, and can be woken

}  // namespace

Window::Window() : state_(std::make_unique<State>()) {}

Window::~Window() {
    listening = false;
    state_->renderer.draw_on(nullptr);
    if (state_->context) ImGui::DestroyContext();
    if (state_->target != nullptr) SDL_DestroyRenderer(state_->target);
    if (state_->window != nullptr) SDL_DestroyWindow(state_->window);
    if (state_->started) SDL_Quit();
}

std::string Window::open(const WindowOptions& options) {
    State& s = *state_;
    if (std::string missing = s.fonts.find(options.font_folders); !missing.empty()) return missing;
    if (options.hidden) SDL_SetHintWithPriority(SDL_HINT_VIDEODRIVER, "dummy", SDL_HINT_OVERRIDE);
    if (!options.gpu) SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
    // Video only: sound and game controllers would cost start-up time and wake the program when nothing happens.
    if (SDL_Init(SDL_INIT_VIDEO) != 0) {
        return fill(
            "The screen could not be opened ({why}). On a computer without a screen, use the terminal: needtoknow "
            "play."_en,
            {{"why", SDL_GetError()}});
    }
    s.started = true;
    int width = options.width, height = options.height;
    // A screen may be smaller than the window would be; on one without a window manager, parts could not be reached.
    SDL_Rect screen;
    if (!options.hidden && SDL_GetDisplayUsableBounds(0, &screen) == 0 && screen.w > 0 && screen.h > 0) {
        width = std::min(width, screen.w);
        height = std::min(height, screen.h);
    }
    const Uint32 flags = SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
    s.window =
        SDL_CreateWindow(options.title.c_str(), SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, width, height, flags);
    if (s.window == nullptr) return fill("The window could not be opened: {why}"_en, {{"why", SDL_GetError()}});
    SDL_SetWindowMinimumSize(s.window, 320, 240);
    if (options.gpu) s.target = SDL_CreateRenderer(s.window, -1, SDL_RENDERER_ACCELERATED | SDL_RENDERER_PRESENTVSYNC);
    s.gpu = s.target != nullptr;
    if (s.gpu) s.renderer.draw_on(s.target);
    if (!s.aim()) return fill("Nothing can be drawn here: {why}"_en, {{"why", SDL_GetError()}});
    ImGui::CreateContext();
    s.context = true;
    ImGui::GetIO().IniFilename = nullptr;
    ImGui::GetIO().LogFilename = nullptr;
    ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;  // long pages have more than 64k corners
    SDL_StopTextInput();
    listening = true;
    return {};
}

std::vector<Event> Window::events(bool wait, int at_most) {
    std::vector<Event> all;
    SDL_Event event;
    const auto take = [&] {
        if (event.type == SDL_RENDER_DEVICE_RESET) state_->baked = 0;  // the letters are lost with the device
        if (event.type == SDL_WINDOWEVENT && loses_picture(event.window.event)) state_->damage.forget();
        if (auto ours = translated(event, density(), state_->strokes)) all.push_back(*ours);
    };
    if (wait && at_most >= 0) {
        if (SDL_WaitEventTimeout(&event, at_most) == 1) take();
    } else if (wait) {
        if (SDL_WaitEvent(&event) == 1) {
            take();
        } else {  // the screen has gone away
            all.emplace_back().kind = Event::Kind::quit;
        }
    }
    while (SDL_PollEvent(&event) == 1) take();
    return all;
}

bool Window::bake(float scale) {
    State& s = *state_;
    if (scale == s.baked && !s.fonts.needs_letters()) return false;
    s.fonts.bake(*ImGui::GetIO().Fonts, scale);
    s.renderer.upload(*ImGui::GetIO().Fonts);
    s.damage.forget();
    s.baked = scale;
    return true;
}

void Window::frame(const Theme& colours, float scale, const std::function<void(Painter&)>& draw) {
    State& s = *state_;
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(width()), static_cast<float>(height())};
    io.DeltaTime = 1.0F / 60.0F;
    ImGui::NewFrame();
    Painter painter(*ImGui::GetBackgroundDrawList(), s.fonts, colours, scale);
    draw(painter);
    ImGui::Render();
    s.redrawn = {};
    if (!s.aim()) return;
    const Colour& paper = colours.paper;
    const ImDrawData& data = *ImGui::GetDrawData();
    std::vector<SDL_Rect> parts{{0, 0, width(), height()}};
    if (!s.gpu) parts = s.damage.since_last(data, width(), height(), IM_COL32(paper.r, paper.g, paper.b, paper.a));
    for (const SDL_Rect& part : parts) {
        s.renderer.draw(data, part, {paper.r, paper.g, paper.b, 255});
        s.redrawn.pixels += static_cast<long>(part.w) * part.h;
    }
    s.redrawn.rectangles = static_cast<int>(parts.size());
    if (s.gpu) {
        SDL_RenderPresent(s.target);
    } else if (!parts.empty()) {
        SDL_RenderFlush(s.target);
        SDL_UpdateWindowSurfaceRects(s.window, parts.data(), static_cast<int>(parts.size()));
    }
}

void Window::forget_picture() { state_->damage.forget(); }

Redrawn Window::redrawn() const { return state_->redrawn; }

int Window::width() const {
    int w = 1, h = 1;
    SDL_GetWindowSizeInPixels(state_->window, &w, &h);
    return w;
}

int Window::height() const {
    int w = 1, h = 1;
    SDL_GetWindowSizeInPixels(state_->window, &w, &h);
    return h;
}

float Window::density() const {
    int points = 1, other = 1;
    SDL_GetWindowSize(state_->window, &points, &other);
    return static_cast<float>(width()) / static_cast<float>(points > 0 ? points : 1);
}

Fonts& Window::fonts() { return state_->fonts; }

void Window::set_title(const std::string& title) { SDL_SetWindowTitle(state_->window, title.c_str()); }

bool Window::active() const { return (SDL_GetWindowFlags(state_->window) & SDL_WINDOW_INPUT_FOCUS) != 0; }

float Window::left() const {
    int x = 0;
    SDL_GetWindowPosition(state_->window, &x, nullptr);
    return static_cast<float>(x) * density();
}

float Window::top() const {
    int y = 0;
    SDL_GetWindowPosition(state_->window, nullptr, &y);
    return static_cast<float>(y) * density();
}

void Window::wake() {
    if (!listening) return;  // not open yet, or closed again
    SDL_Event event{};
    event.type = SDL_USEREVENT;
    SDL_PushEvent(&event);
}

void Window::listen_for_text(bool on) {
    if (on == (SDL_IsTextInputActive() == SDL_TRUE)) return;
    on ? SDL_StartTextInput() : SDL_StopTextInput();
}

void Window::tell_strokes(bool on) { state_->strokes = on; }

std::vector<Colour> Window::pixels() const {
    static_assert(sizeof(Colour) == 4, "a colour is the four bytes of a pixel");
    std::vector<Colour> all(static_cast<size_t>(width()) * static_cast<size_t>(height()));
    const int read = SDL_RenderReadPixels(state_->target, nullptr, SDL_PIXELFORMAT_RGBA32, all.data(), width() * 4);
    return read == 0 ? all : std::vector<Colour>{};
}

bool Window::save_picture(const std::string& path) {
    SDL_Surface* picture = SDL_CreateRGBSurfaceWithFormat(0, width(), height(), 24, SDL_PIXELFORMAT_BGR24);
    if (picture == nullptr) return false;
    const bool saved =
        SDL_RenderReadPixels(state_->target, nullptr, SDL_PIXELFORMAT_BGR24, picture->pixels, picture->pitch) == 0 &&
        SDL_SaveBMP(picture, path.c_str()) == 0;
    SDL_FreeSurface(picture);
    return saved;
}

std::string Window::read_clipboard() {
    char* text = SDL_GetClipboardText();
    std::string words = text != nullptr ? text : "";
    SDL_free(text);
    return words;
}

void Window::write_clipboard(const std::string& text) { SDL_SetClipboardText(text.c_str()); }

std::string Window::open_file(const std::string& path) {
    constexpr std::string_view plain = "/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string url = "file://";
    for (const char c : path) {
        if (plain.find(c) != std::string_view::npos) {
            url += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        url += '%';
        url += digits[byte / 16];
        url += digits[byte % 16];
    }
    return SDL_OpenURL(url.c_str()) == 0 ? std::string() : "no program for it was found."_en;
}

}  // namespace ntk::desktop
