#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "game/desktop/events.h"
#include "game/desktop/paint.h"

namespace ntk::desktop {

// How the window should be opened.
struct WindowOptions {
    std::string title;
    int width = 1280, height = 800;
    bool gpu = false;     // ask for a graphics card; without one the software way starts faster and uses less memory
    bool hidden = false;  // for tests: no video, no screen
    std::vector<std::string> font_folders;
};

// How much of the window the last frame drew anew; nothing where nothing had changed.
struct Redrawn {
    int rectangles = 0;
    long pixels = 0;
};

// The window: events in, a painted frame out. Nothing else of SDL or ImGui is seen outside it.
class Window {
  public:
    Window();
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    // Opens it. Returns an empty string, or in plain words what is missing.
    std::string open(const WindowOptions& options);

    // Waits for something to happen (or, with `wait` false, looks once) and returns all of it in order. It waits no
    // longer than `at_most` milliseconds; below 0 there is no limit.
    std::vector<Event> events(bool wait, int at_most = -1);

    // Draws one frame; the size and the fonts are those of `width()`, `height()` and `fonts()`. Without a graphics
    // card only what differs from the frame before is drawn and handed to the screen.
    void frame(const Theme& colours, float scale, const std::function<void(Painter&)>& draw);

    // Bakes the letters for a scale when that or the letters in use have changed. Returns true when it did.
    bool bake(float scale);

    // The next frame is drawn as if none had been: everything, not only what has changed.
    void forget_picture();

    Redrawn redrawn() const;

    int width() const;
    int height() const;
    float density() const;  // window pixels in a point of the desktop
    Fonts& fonts();
    void set_title(const std::string& title);
    bool active() const;  // it has the keyboard
    float left() const;   // of its corner on the screen, pixels
    float top() const;

    // Makes `events` return though nothing happened; from any thread.
    static void wake();

    void listen_for_text(bool on);

    // From now on `events` says of every key, also when it is let go of, what a screen reader knows it by.
    void tell_strokes(bool on);

    // The last frame as colours, row by row; empty when it could not be read.
    std::vector<Colour> pixels() const;

    // Saves the last frame as a picture (BMP). Returns false when it could not.
    bool save_picture(const std::string& path);

    static std::string read_clipboard();
    static void write_clipboard(const std::string& text);

    // Opens a file with the program that is set for its kind. Returns an empty string, or what went wrong in words.
    static std::string open_file(const std::string& path);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace ntk::desktop
