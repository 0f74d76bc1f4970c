#include "game/desktop/speech/voice.h"

#include <dlfcn.h>
#include <signal.h>

#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>

#include "engine/text/said.h"

namespace ntk::desktop {

namespace {

// What we use of the speech dispatcher's library (libspeechd.h of version 0.11): SPD_MODE_SINGLE,
// SPD_METHOD_UNIX_SOCKET by a null address, SPD_IMPORTANT.
struct Dispatcher {
    using Connection = void*;
    static constexpr int single = 0, important = 1, autospawn = 1;
    Connection (*open)(const char* client, const char* connection, const char* user, int mode, const void* address,
                       int autospawn, char** error) = nullptr;
    void (*close)(Connection) = nullptr;
    int (*say)(Connection, int priority, const char* words) = nullptr;
    int (*cancel)(Connection) = nullptr;
    int (*set_language)(Connection, const char* language) = nullptr;

    // Loads it; false when it is not there or is something else.
    bool load(const std::string& library) {
        void* loaded = dlopen(library.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
        if (loaded == nullptr) return false;
        const auto find = [loaded](auto& function, const char* name) {
            function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(dlsym(loaded, name));
            return function != nullptr;
        };
        return find(open, "spd_open2") && find(close, "spd_close") && find(say, "spd_say") &&
               find(cancel, "spd_cancel") && find(set_language, "spd_set_language");
    }
};

}  // namespace

// Both threads hold it, so that one that has to be left behind still finds it.
class Voice::Mouth {
  public:
    Mouth(std::string language, std::function<void()> wake) : wake_(std::move(wake)), language_(std::move(language)) {}

    void speak_in(std::string language) {
        const std::lock_guard lock(mutex_);
        language_ = std::move(language);
    }

    void want(std::optional<std::string> words) {
        const std::lock_guard lock(mutex_);
        words_ = std::move(words);
        hush_ = !words_;
        change_.notify_all();
    }

    std::string problem() {
        const std::lock_guard lock(mutex_);
        return problem_;
    }

    void close() {
        std::unique_lock lock(mutex_);
        over_ = true;
        wake_ = [] {};
        change_.notify_all();
        change_.wait_for(lock, std::chrono::milliseconds(40), [this] { return ended_; });
    }

    void run(const std::string& library) {
        speak(library);
        const std::lock_guard lock(mutex_);
        ended_ = true;
        change_.notify_all();
    }

  private:
    std::mutex mutex_;
    std::condition_variable change_;
    std::function<void()> wake_;
    std::string language_;
    std::optional<std::string> words_;  // only the newest: what was to be said before it is out of date
    bool hush_ = false, over_ = false, ended_ = false;
    std::string problem_;

    void speak(const std::string& library) {
        // A dispatcher that has gone must not end the program by the signal of a broken pipe.
        sigset_t pipe;
        sigemptyset(&pipe);
        sigaddset(&pipe, SIGPIPE);
        pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
        Dispatcher dispatcher;
        if (!dispatcher.load(library)) {
            tell(
                "Nothing can be read aloud: the speech dispatcher is not installed. On Debian the package is called "
                "speech-dispatcher; install it and switch reading aloud on again."_en);
            return;
        }
        // It is not asked again and again: whoever switches reading aloud off and on again asks once more.
        std::string spoken = language();
        Dispatcher::Connection connection = connect(dispatcher, spoken);
        while (connection != nullptr) {
            std::unique_lock lock(mutex_);
            change_.wait(lock, [this] { return over_ || hush_ || words_; });
            if (over_) break;
            const std::optional<std::string> words = std::exchange(words_, std::nullopt);
            hush_ = false;
            const bool other = std::exchange(spoken, language_) != language_;
            lock.unlock();
            bool heard = dispatcher.cancel(connection) >= 0;
            if (heard && other) heard = dispatcher.set_language(connection, spoken.c_str()) >= 0;
            if (heard && words) heard = dispatcher.say(connection, Dispatcher::important, words->c_str()) >= 0;
            if (heard) continue;
            dispatcher.close(connection);  // it has gone; once more with a new one
            connection = connect(dispatcher, spoken);
            if (connection != nullptr && words) dispatcher.say(connection, Dispatcher::important, words->c_str());
        }
        if (connection == nullptr) return;
        dispatcher.cancel(connection);
        dispatcher.close(connection);
    }

    std::string language() {
        const std::lock_guard lock(mutex_);
        return language_;
    }

    Dispatcher::Connection connect(const Dispatcher& dispatcher, const std::string& language) {
        char* error = nullptr;
        Dispatcher::Connection connection =
            dispatcher.open("needtoknow", "main", nullptr, Dispatcher::single, nullptr, Dispatcher::autospawn, &error);
        if (connection == nullptr) {
            std::string why = error != nullptr ? fill(" It says: {words}"_en, {{"words", error}}) : "";
            if (!why.empty() && why.back() != '.') why += '.';
            tell("Nothing can be read aloud: the speech dispatcher does not answer."_en + why);
        } else {
            dispatcher.set_language(connection, language.c_str());
            tell("");
        }
        std::free(error);
        return connection;
    }

    void tell(std::string problem) {
        const std::lock_guard lock(mutex_);
        if (problem == problem_) return;
        problem_ = std::move(problem);
        wake_();
    }
};

Voice::Voice(std::string library, std::string language, std::function<void()> wake)
    : mouth_(std::make_shared<Mouth>(std::move(language), std::move(wake))) {
    std::thread([mouth = mouth_, name = std::move(library)] { mouth->run(name); }).detach();
}

Voice::~Voice() { mouth_->close(); }

void Voice::say(std::string words) {
    constexpr size_t most = 50'000;  // bytes; no page is that long
    if (words.size() > most) words.resize(words.rfind(' ', most) == std::string::npos ? 0 : words.rfind(' ', most));
    mouth_->want(std::move(words));
}

void Voice::speak_in(std::string language) { mouth_->speak_in(std::move(language)); }

void Voice::hush() { mouth_->want(std::nullopt); }

std::string Voice::problem() const { return mouth_->problem(); }

}  // namespace ntk::desktop
