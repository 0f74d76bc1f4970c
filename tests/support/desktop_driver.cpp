#include "tests/support/desktop_driver.h"

#include <SDL.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <stdexcept>

#include "tests/support/desktop_made_up.h"

namespace ntk::desktop {

namespace {

SDL_Keycode code_of(const std::string& name) {
    if (name == "Enter") return SDLK_RETURN;
    const SDL_Keycode code = SDL_GetKeyFromName(name.c_str());
    if (code == SDLK_UNKNOWN) throw std::runtime_error("no key is called " + name);
    return code;
}

void push_key(SDL_Keycode code, Uint16 mod, bool down) {
    SDL_Event event{};
    event.type = down ? SDL_KEYDOWN : SDL_KEYUP;
    event.key.keysym.sym = code;
    event.key.keysym.mod = mod;
    SDL_PushEvent(&event);
}

void push_button(float x, float y, bool down) {
    SDL_Event event{};
    event.type = down ? SDL_MOUSEBUTTONDOWN : SDL_MOUSEBUTTONUP;
    event.button.button = SDL_BUTTON_LEFT;
    event.button.x = static_cast<int>(x);
    event.button.y = static_cast<int>(y);
    SDL_PushEvent(&event);
}

}  // namespace

Driver::Driver(DesktopOptions options, bool on_screen) {
    setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:", 1);
    options.hidden = !on_screen;
    if (!options.open_file) options.open_file = [](const std::string&) { return std::string(); };  // no real program
    if (options.speech == DesktopOptions().speech) options.speech = "libspeechd-not-in-tests.so";  // no real voice
    if (const std::string missing = desktop_.open(std::move(options)); !missing.empty())
        throw std::runtime_error(missing);
    idle();
}

void Driver::pump() {
    const auto from = std::chrono::steady_clock::now();
    const auto events = desktop_.window().events(false);
    desktop_.step(events);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - from;
    last_step_ = took.count();
    longest_step_ = std::max(longest_step_, last_step_);
    while (desktop_.app().work->busy()) desktop_.catch_up(std::chrono::seconds(10));
}

void Driver::idle() {
    pump();
    pump();
}

void Driver::read_library() {
    App& app = desktop_.app();
    while (app.options.read_on) app.read_on();
    Event again;
    again.kind = Event::Kind::resize;
    desktop_.step({again});
}

bool Driver::click(const std::string& name) {
    const SemNode* found = nullptr;
    const std::function<void(const SemNode&)> look = [&](const SemNode& node) {
        if (found == nullptr && node.focusable && actionable(node.role) &&
            (node.name == name || same_when_made_up(name, node.name)))
            found = &node;
        for (const SemNode& child : node.children) look(child);
    };
    look(desktop_.tree());
    if (found == nullptr) return false;
    desktop_.app().hands.focus_on(found->id, true);
    const std::string id = found->id;
    Event again;
    again.kind = Event::Kind::resize;
    desktop_.step({again});
    const SemNode* shown = find_id(desktop_.tree(), id);
    const Rect visible = shared(shown->rect, shown->clip);
    push_button(visible.x + visible.w / 2, visible.y + visible.h / 2, true);
    push_button(visible.x + visible.w / 2, visible.y + visible.h / 2, false);
    pump();
    return true;
}

bool Driver::point_at(const std::string& name) {
    const auto look = [&]() -> const SemNode* {
        const SemNode* found = nullptr;
        const std::function<void(const SemNode&)> visit = [&](const SemNode& node) {
            if (found == nullptr && node.focusable && actionable(node.role) && node.name == name) found = &node;
            for (const SemNode& child : node.children) visit(child);
        };
        visit(desktop_.tree());
        return found;
    };
    Event wheel;
    wheel.kind = Event::Kind::wheel;
    wheel.x = static_cast<float>(desktop_.window().width()) * 0.66F;
    wheel.y = static_cast<float>(desktop_.window().height()) * 0.5F;
    for (int turn = 0; turn < 400; ++turn) {
        const SemNode* node = look();
        if (node == nullptr) return false;
        const Rect seen = shared(node->rect, node->clip);
        if (seen.h > node->rect.h / 2 && seen.w > node->rect.w / 2) {
            push_button(seen.x + seen.w / 2, seen.y + seen.h / 2, true);
            push_button(seen.x + seen.w / 2, seen.y + seen.h / 2, false);
            pump();
            return true;
        }
        wheel.wheel = node->rect.y < node->clip.y ? 1.0F : -1.0F;
        desktop_.step({wheel});
    }
    return false;
}

void Driver::press(const std::string& key) {
    Uint16 mod = KMOD_NONE;
    std::string name = key;
    if (name.rfind("Shift+", 0) == 0) {
        mod = KMOD_LSHIFT;
        name = name.substr(6);
    } else if (name.rfind("Ctrl+", 0) == 0) {
        mod = KMOD_LCTRL;
        name = name.substr(5);
    }
    push_key(code_of(name), mod, true);
    push_key(code_of(name), mod, false);
    pump();
}

void Driver::type(const std::string& words) {
    Event event;
    event.kind = Event::Kind::typed;
    event.text = words;
    desktop_.step({event});
}

std::string Driver::focused() {
    const SemNode* node = find_focused(desktop_.tree());
    return node ? node->name : "";
}

bool Driver::tab_to(const std::string& name) {
    for (int i = 0; i < 200; ++i) {
        if (focused() == name) return true;
        press("Tab");
    }
    return false;
}

void Driver::resize(int width, int height, int text_percent) {
    SDL_Window* window = SDL_GetWindowFromID(1);
    for (Uint32 id = 1; window == nullptr && id < 1000; ++id) window = SDL_GetWindowFromID(id);
    SDL_SetWindowSize(window, width, height);
    desktop_.app().set_text_size(text_percent);
    Event event;
    event.kind = Event::Kind::resize;
    desktop_.window().events(false);
    desktop_.step({event});
    idle();
}

std::vector<std::string> Driver::faults() {
    std::vector<std::string> found = desktop::faults(desktop_.tree(), 44 * desktop_.scale());
    const float width = static_cast<float>(desktop_.window().width());
    Fonts& fonts = desktop_.window().fonts();
    const std::function<void(const Node&, const Rect&)> look = [&](const Node& node, const Rect& place) {
        const std::string which = "'" + (node.id.empty() ? node.text : node.id) + "'";
        if (node.rect.x < place.x - 0.5F || node.rect.right() > place.right() + 0.5F) {
            found.push_back(which + " sticks out at the side");
        }
        if (node.flow == Flow::leaf && !node.text.empty()) {
            for (const Line& line : node.lines) {
                size_t end = line.end;  // the space at which a line is broken shows nowhere
                while (end > line.begin && node.text[end - 1] == ' ') --end;
                const float w = text_width(node.text, line.begin, end, node.type, fonts);
                if (w > node.words.w + 1)
                    found.push_back(
                        which + " has a line that is cut off: " + node.text.substr(line.begin, line.end - line.begin));
            }
            for (size_t i = 0; i + 1 < node.lines.size(); ++i) {
                const Line& line = node.lines[i];
                const bool clean = line.end == 0 || node.lines[i + 1].begin > line.end ||
                                   std::string("-/\x93\x94").find(node.text[line.end - 1]) != std::string::npos;
                if (!clean)
                    found.push_back(which +
                                    " breaks a word after: " + node.text.substr(line.begin, line.end - line.begin));
            }
            if (node.words.y < node.rect.y - 0.5F || node.words.bottom() > node.rect.bottom() + 0.5F) {
                found.push_back(which + " has words above or below its box");
            }
            if (node.words.right() > width + 0.5F) found.push_back(which + " runs off the window");
        }
        if (node.flow == Flow::scroll && node.rect.h < 100 && node.content_height > node.rect.h) {
            found.push_back(which + " is too low to be read");
        }
        const bool holds = node.flow != Flow::leaf;
        for (const Node& child : node.children) look(child, holds ? node.rect : place);
        if (node.flow == Flow::column && !node.children.empty()) {
            const Node& last = node.children.back();
            if (last.rect.bottom() > node.rect.bottom() + 0.5F) found.push_back(which + " is lower than its contents");
        }
    };
    look(desktop_.layout(), {0, 0, width, static_cast<float>(desktop_.window().height())});
    return found;
}

}  // namespace ntk::desktop
