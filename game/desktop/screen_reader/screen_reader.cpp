#include "game/desktop/screen_reader/screen_reader.h"

#include <dlfcn.h>
#include <sys/stat.h>

#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <iterator>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace ntk::desktop {

// Both threads hold it, so that one that has to be left behind still finds it.
class ScreenReader::Exchange : public ReaderLink {
  public:
    explicit Exchange(std::function<void()> wake_window) : wake_window_(std::move(wake_window)) {}

    bool next(ReaderNews& news) override {
        const std::lock_guard lock(mutex_);
        if (!news_) return false;
        news = std::move(*news_);
        news_.reset();
        return true;
    }

    bool over() override {
        const std::lock_guard lock(mutex_);
        return over_;
    }

    void ask(ReaderRequest request) override {
        constexpr std::size_t most = 100;  // a client that asks without end must not fill the memory
        const std::lock_guard lock(mutex_);
        if (over_ || requests_.size() >= most) return;
        requests_.push_back(std::move(request));
        wake_window_();
    }

    void want_keys(bool wanted) override {
        const std::lock_guard lock(mutex_);
        wants_keys_ = wanted;
    }

    bool next_key(OfferedKey& key) override {
        const std::lock_guard lock(mutex_);
        if (offered_.empty()) return false;
        key = std::move(offered_.front());
        offered_.pop_front();
        return true;
    }

    void answer_key(int number, bool taken) override {
        const std::lock_guard lock(mutex_);
        if (over_) return;
        answers_[number] = taken;
        wake_window_();
    }

    void on_news(void (*wake)()) override {
        const std::lock_guard lock(mutex_);
        wake_reader_ = wake;
    }

    void show(ReaderNews news) {
        const std::lock_guard lock(mutex_);
        news_ = std::move(news);
        if (wake_reader_ != nullptr) wake_reader_();
    }

    std::vector<ReaderRequest> take() {
        const std::lock_guard lock(mutex_);
        return std::exchange(requests_, {});
    }

    bool wants_keys() {
        const std::lock_guard lock(mutex_);
        return wants_keys_ && !ended_;
    }

    int offer(const KeyStroke& stroke) {
        constexpr std::size_t most = 100;  // behind a reader that has stopped to answer
        const std::lock_guard lock(mutex_);
        if (!wants_keys_ || ended_ || offered_.size() >= most) return 0;
        offered_.push_back({++last_offered_, stroke});
        if (wake_reader_ != nullptr) wake_reader_();
        return last_offered_;
    }

    std::optional<bool> answer_to(int number) {
        const std::lock_guard lock(mutex_);
        if (ended_) return false;
        const auto found = answers_.find(number);
        if (found == answers_.end()) return std::nullopt;
        const bool taken = found->second;
        answers_.erase(answers_.begin(), std::next(found));  // those before it came too late for anybody
        return taken;
    }

    bool serving() {
        const std::lock_guard lock(mutex_);
        return !ended_;
    }

    void end() {
        const std::lock_guard lock(mutex_);
        ended_ = true;
        wake_reader_ = nullptr;
        news_.reset();
        ending_.notify_all();
    }

    // A reader that waits for a bus that hangs is left behind rather than kept waiting for.
    void close() {
        std::unique_lock lock(mutex_);
        over_ = true;
        wake_window_ = [] {};
        if (wake_reader_ != nullptr) wake_reader_();
        ending_.wait_for(lock, std::chrono::milliseconds(300), [this] { return ended_; });
    }

  private:
    std::mutex mutex_;
    std::condition_variable ending_;
    std::function<void()> wake_window_;
    void (*wake_reader_)() = nullptr;
    std::optional<ReaderNews> news_;
    std::vector<ReaderRequest> requests_;
    std::deque<OfferedKey> offered_;
    std::map<int, bool> answers_;  // by number
    int last_offered_ = 0;
    bool over_ = false, ended_ = false, wants_keys_ = false;
};

namespace {

const char* set_in_environment(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr && *value != '\0' ? value : nullptr;
}

// The library stays loaded: GLib's types cannot be taken back.
ServeReaders find_library(const std::string& path) {
    void* library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (library == nullptr) return nullptr;
    const auto version = reinterpret_cast<const char* (*)()>(dlsym(library, served_version_name));
    if (version == nullptr || std::strcmp(version(), NTK_VERSION) != 0) return nullptr;
    return reinterpret_cast<ServeReaders>(dlsym(library, serve_readers_name));
}

}  // namespace

bool session_has_bus() {
    const char* off = set_in_environment("NO_AT_BRIDGE");
    if (off != nullptr && std::strcmp(off, "1") == 0) return false;
    if (set_in_environment("AT_SPI_BUS_ADDRESS") != nullptr) return true;
    if (const char* session = set_in_environment("DBUS_SESSION_BUS_ADDRESS"))
        return std::strncmp(session, "disabled:", 9) != 0;
    const char* folder = set_in_environment("XDG_RUNTIME_DIR");
    struct stat found {};
    return folder != nullptr && stat((std::string(folder) + "/bus").c_str(), &found) == 0 && S_ISSOCK(found.st_mode);
}

ScreenReader::ScreenReader() = default;

ScreenReader::~ScreenReader() {
    if (exchange_) exchange_->close();
}

void ScreenReader::start(const std::string& library, std::function<void()> wake) {
    if (exchange_ || library.empty() || !session_has_bus()) return;
    exchange_ = std::make_shared<Exchange>(std::move(wake));
    std::thread([shared = exchange_, library] {
        if (const ServeReaders serve = find_library(library)) serve(*shared);
        shared->end();
    }).detach();
}

bool ScreenReader::listening() const { return exchange_ && exchange_->serving(); }

bool ScreenReader::wants_keys() const { return exchange_ && exchange_->wants_keys(); }

KeyTaker ScreenReader::key_taker() {
    return {[this](const KeyStroke& stroke) { return exchange_ ? exchange_->offer(stroke) : 0; },
            [this](int number) { return exchange_ ? exchange_->answer_to(number) : std::optional(false); }};
}

void ScreenReader::show(ReaderNews news) {
    if (exchange_) exchange_->show(std::move(news));
}

std::vector<ReaderRequest> ScreenReader::take() { return exchange_ ? exchange_->take() : std::vector<ReaderRequest>{}; }

}  // namespace ntk::desktop
