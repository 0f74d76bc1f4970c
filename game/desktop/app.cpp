#include "game/desktop/app.h"

#include <chrono>
#include <cstdio>

#include "game/desktop/screens/screens.h"

namespace ntk::desktop {

std::string Desktop::open(DesktopOptions options) {
    WindowOptions window;
    window.title = "Who Needs to Know";
    window.width = options.width;
    window.height = options.height;
    window.gpu = options.gpu;
    window.hidden = options.hidden;
    window.font_folders = options.font_folders;
    if (std::string missing = window_.open(window); !missing.empty()) return missing;
    app_.settings = options.settings;
    app_.hands.choice_keys = options.settings.choice_keys;
    app_.hands.clipboard = {Window::read_clipboard, Window::write_clipboard};
    app_.options = std::move(options);
    app_.settle_on_page();
    if (app_.options.read_on) read_on();
    if (!app_.options.start_with.empty()) app_.start(app_.options.start_with, true);
    if (app_.options.start_author) app_.open_author(app_.options.author_path);
    build();
    draw();
    return {};
}

// Reads files of the library for a moment short enough not to be felt, but at least one. Returns whether the screen
// should be built again.
bool Desktop::read_on() {
    using Clock = std::chrono::steady_clock;
    const auto enough = Clock::now() + std::chrono::milliseconds(20);
    const bool was_reading = app_.library.files == 0 || app_.reading();
    do {
        app_.read_on();
    } while (app_.options.read_on && Clock::now() < enough);
    return was_reading && app_.where == App::Where::library;
}

// In author mode: looks whether files have changed, and does a little of what takes long. Returns whether the screen
// should be built again.
bool Desktop::look_after_files() {
    if (!authoring()) return false;
    AuthorDesk& desk = *app_.author.desk;
    const bool read = desk.look();
    return (desk.busy() && !read && desk.work()) || read;
}

void Desktop::build() {
    const float text = static_cast<float>(app_.settings.text_percent) / 100.0F;
    scale_ = text * window_.density();
    window_.bake(scale_);
    const auto w = static_cast<float>(window_.width());
    const auto h = static_cast<float>(window_.height());
    app_.view = {w / scale_, h / scale_};
    const LayoutContext context{&window_.fonts(), scale_, app_.view.width < 320 ? 0.5F : 1.0F, &app_.hands.scroll()};
    // Again when it scrolled to show the focus, or when letters turned up that were not baked yet.
    for (int pass = 0; pass < 3; ++pass) {
        root_ = build_window(app_);
        lay_out(root_, {0, 0, w, h}, context);
        const bool scrolled = app_.hands.settle(root_, scale_);
        if (!window_.bake(scale_) && !scrolled) break;
    }
    tree_ = describe(root_, app_.hands.focus());
    const Node* focused = find_node(root_, app_.hands.focus());
    window_.listen_for_text(focused != nullptr && focused->edit != nullptr);
    window_.set_title(tree_.name);
}

bool Desktop::apply(const Event& event) {
    bool changed = app_.hands.handle(event, root_, scale_);
    const Event& left = app_.hands.unused;
    if (left.kind == Event::Kind::quit) {
        app_.quit = true;
        return true;
    }
    if (left.kind == Event::Kind::drop) {
        const std::string path = left.text;
        app_.open_file(path);
        return true;
    }
    if (left.kind == Event::Kind::key && left.key != Key::none) {
        changed = true;
        const bool size = left.control;
        if (left.key == Key::escape)
            app_.escape();
        else if (size && left.key == Key::bigger)
            app_.set_text_size(app_.settings.text_percent + 25);
        else if (size && left.key == Key::smaller)
            app_.set_text_size(app_.settings.text_percent - 25);
        else if (size && left.key == Key::normal_size)
            app_.set_text_size(100);
        else if (size && left.key == Key::letter && left.letter == 'q')
            app_.quit = true;
        else
            changed = false;
    }
    return changed;
}

void Desktop::draw() {
    window_.frame(theme(app_.settings.theme), scale_,
                  [this](Painter& painter) { paint(root_, painter, app_.hands.pointing(), app_.hands.scroll()); });
}

void Desktop::step(const std::vector<Event>& events) {
    for (const Event& event : events) {
        if (apply(event)) build();  // at once, so that the next event meets the screen this one made
    }
    draw();
}

bool Desktop::run_once() {
    bool changed = false;
    const bool more = static_cast<bool>(app_.options.read_on);
    if ((more && read_on()) || look_after_files()) {
        build();
        changed = true;
    }
    // While an author works in another program nothing here tells that a file was saved, so it is looked for.
    constexpr int look_every = 50;  // milliseconds
    const bool busy = more || changed || (authoring() && app_.author.desk->busy());
    for (const Event& event : window_.events(!busy, authoring() ? look_every : -1)) {
        if (!apply(event)) continue;
        build();
        changed = true;
    }
    if (changed) draw();
    return !app_.quit;
}

}  // namespace ntk::desktop

namespace ntk {

int run_desktop(const desktop::DesktopOptions& options) {
    desktop::Desktop desktop;
    if (const std::string missing = desktop.open(options); !missing.empty()) {
        std::fprintf(stderr, "%s\n", missing.c_str());
        return 1;
    }
    if (!options.screenshot.empty()) {
        while (desktop.app().options.read_on) desktop.app().read_on();
        while (desktop::AuthorDesk* desk = desktop.app().author.desk.get()) {
            if (!desk->busy()) break;
            desk->work();
        }
        desktop::Event again;
        again.kind = desktop::Event::Kind::resize;
        desktop.step({again});
        return desktop.window().save_picture(options.screenshot) ? 0 : 1;
    }
    std::string told;
    do {
        if (!options.describe) continue;
        if (std::string now = places(desktop.tree()); now != told) options.describe(told = std::move(now));
    } while (desktop.run_once());
    return 0;
}

}  // namespace ntk
