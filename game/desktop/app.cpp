#include "game/desktop/app.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

#include "game/desktop/page_words.h"
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
    app_.settings = options.settings;
    app_.hands.choice_keys = options.settings.choice_keys;
    app_.hands.clipboard = {Window::read_clipboard, Window::write_clipboard};
    app_.options = std::move(options);
    if (!app_.options.open_file) app_.options.open_file = Window::open_file;
    app_.work = std::make_unique<Work>(Window::wake);
    opened_ = std::chrono::steady_clock::now();
    if (std::string missing = window_.open(window); !missing.empty()) return missing;
    // The library is read while the letters are baked. Not earlier: beside a second thread, X11 reads its tables of
    // keys several times slower, because each letter of them takes a lock.
    const bool behind = app_.options.read_on && !app_.options.hidden;
    if (behind) read_behind();
    window_.bake(text_scale());
    app_.settle_on_page();
    if (behind) app_.work->finish(std::chrono::milliseconds(20));  // most of the library is known by then
    if (app_.options.read_on && app_.options.hidden) read_on();
    if (!app_.options.start_with.empty()) app_.start(app_.options.start_with, !app_.options.start_afresh);
    if (app_.options.start_author) app_.open_author(app_.options.author_path);
    if (app_.options.start_assessor) app_.open_assessor(app_.options.assessor_store);
    build();
    draw();
    // The rest, such as rule packs made ready for the first case, does not hold up the first picture.
    shown_ = true;
    if (behind && app_.options.read_on && !reading_) read_behind();
    if (!app_.options.hidden) {
        reader_.start(app_.options.screen_reader, Window::wake);
        tell_reader();
    }
    return {};
}

namespace {

// Reads files of the library for a moment short enough not to be felt, but at least one; it stops where the library is
// known, so that it can be shown before anything else is made ready.
LibraryRead read_a_little(const std::function<LibraryRead()>& read) {
    using Clock = std::chrono::steady_clock;
    const auto enough = Clock::now() + std::chrono::milliseconds(20);
    LibraryRead now;
    do {
        now = read();
    } while (now.more && now.read < now.files && Clock::now() < enough);
    return now;
}

}  // namespace

// Where there is nobody to look at the window meanwhile.
void Desktop::read_on() { app_.take_up(read_a_little(app_.options.read_on)); }

void Desktop::read_behind() {
    reading_ = true;
    app_.work->start([this, read = app_.options.read_on]() -> Work::Then {
        const auto now = std::make_shared<LibraryRead>(read_a_little(read));
        return [this, now] {
            reading_ = false;
            app_.take_up(std::move(*now));
            app_.reading_long = std::chrono::steady_clock::now() - opened_ > std::chrono::seconds(1);
            if (app_.options.read_on && shown_) read_behind();
        };
    });
}

void Desktop::catch_up(std::chrono::milliseconds wait) {
    if (!app_.work->finish(wait)) return;
    build();
    draw();
}

// In author mode: looks whether files have changed, and does a little of what takes long. Returns whether the screen
// should be built again.
bool Desktop::look_after_files() {
    if (!authoring()) return false;
    AuthorDesk& desk = *app_.author.desk;
    if (!app_.author.told) app_.author.watched = desk.wake_when_changed(Window::wake);
    app_.author.told = true;
    const bool read = desk.look();
    return (desk.busy() && !read && desk.work()) || read;
}

float Desktop::text_scale() const {
    return static_cast<float>(app_.settings.text_percent) / 100.0F * window_.density();
}

void Desktop::build() {
    app_.fit_text_to_group();
    scale_ = text_scale();
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
    lead_in(tree_);
    const Node* focused = find_node(root_, app_.hands.focus());
    window_.listen_for_text(focused != nullptr && focused->edit != nullptr);
    window_.set_title(tree_.name);
    tell_reader();
    read_aloud();
}

// Says what is new on the screen, when that is wanted.
void Desktop::read_aloud() {
    const bool wanted = app_.settings.speak && app_.options.screenshot.empty();
    const std::string language = app_.settings.language.empty() ? "en-GB" : app_.settings.language;
    if (wanted && !speaking_) {
        voice_ = std::make_unique<Voice>(app_.options.speech, language, Window::wake);
        narrator_.begin_again();
    } else if (!wanted && speaking_) {
        voice_->hush();
    }
    speaking_ = wanted;
    if (!wanted) return;
    voice_->speak_in(language);
    if (std::string words = narrator_.news(tree_); !words.empty()) voice_->say(std::move(words));
}

// Takes up what has become of the voice. Returns true when the screen should be built again.
bool Desktop::hear_of_voice() {
    if (!speaking_ || voice_->problem() == app_.voice_problem) return false;
    app_.voice_problem = voice_->problem();
    return true;
}

void Desktop::tell_reader() {
    if (reader_.listening()) reader_.show({tree_, window_.left(), window_.top(), window_.active()});
}

bool Desktop::answer(const ReaderRequest& request) {
    switch (request.kind) {
        case ReaderRequest::Kind::press:
            if (!app_.hands.activate(request.id, root_)) return false;
            break;
        case ReaderRequest::Kind::write:
            if (!app_.hands.write(request.id, request.text, root_)) return false;
            break;
        case ReaderRequest::Kind::focus: app_.hands.focus_on(request.id, true); break;
    }
    build();
    return true;
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
        else if (left.key == Key::voice)
            app_.switch_voice();
        else if (left.key == Key::read_page && speaking_)
            voice_->say(spoken_page(tree_));
        else if (left.key == Key::hush && speaking_)
            voice_->hush();
        else if (size && left.key == Key::bigger)
            app_.set_text_size(app_.settings.text_percent + 25);
        else if (size && left.key == Key::smaller)
            app_.set_text_size(app_.settings.text_percent - 25);
        else if (size && left.key == Key::normal_size)
            app_.set_text_size(100);
        else if (size && left.key == Key::letter && left.letter == 'q')
            app_.quit = true;
        else if (size && left.key == Key::letter && left.letter == 'c')
            Window::write_clipboard(page_words(tree_));  // outside a box of writing nothing can be selected
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
    const bool done = app_.work->finish();
    const bool later = app_.look_at_clock();
    if (done || later || hear_of_voice()) build();
    draw();
}

int Desktop::may_wait() {
    if (authoring() && app_.author.desk->busy()) return 0;
    constexpr int second = 1000;
    // Files of other computers change without a word, so they are looked at now and then even where one is told.
    if (authoring()) return app_.author.watched ? 10 * second : second;
    // Time is told in minutes. Looking at the clock costs more than one wake-up, so it is not done every second.
    return app_.sitting() != nullptr && !app_.sitting()->time().empty() ? 5 * second : -1;
}

bool Desktop::run_once() {
    bool changed = false;
    if (look_after_files()) {
        build();
        changed = true;
    }
    const KeyTaker taker = reader_.key_taker();
    window_.tell_strokes(reader_.wants_keys());
    int wait = changed ? 0 : may_wait();
    if (const int patience = held_.patience(HeldKeys::Clock::now()); patience >= 0)
        wait = wait < 0 ? patience : std::min(wait, patience);
    for (Event& event : window_.events(wait != 0, wait)) held_.add(std::move(event), taker, HeldKeys::Clock::now());
    for (const Event& event : held_.ready(taker, HeldKeys::Clock::now())) {
        if (!apply(event)) continue;
        build();
        changed = true;
    }
    for (const ReaderRequest& request : reader_.take()) changed = answer(request) || changed;
    const bool done = app_.work->finish();
    const bool later = app_.look_at_clock();
    if (done || later || hear_of_voice()) {
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
        while (desktop.app().work->busy()) desktop.catch_up(std::chrono::seconds(1));
        while (desktop::AuthorDesk* desk = desktop.app().author.desk.get()) {
            if (!desk->busy()) break;
            desk->work();
        }
        desktop::Event again;
        again.kind = desktop::Event::Kind::resize;
        desktop.step({again});
        return desktop.window().save_picture(options.screenshot) ? 0 : 1;
    }
    std::string told, said;
    do {
        if (!options.describe) continue;
        std::string now = places(desktop.tree()), words = outline(desktop.tree());
        if (now == told && words == said) continue;
        told = std::move(now);
        said = std::move(words);
        options.describe(told, said);
    } while (desktop.run_once());
    return 0;
}

}  // namespace ntk
