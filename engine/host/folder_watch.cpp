#include "engine/host/folder_watch.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <thread>

namespace ntk {

struct FolderWatch::State {
    int changes = -1, over = -1;
    std::function<void()> changed;
    std::thread thread;

    ~State() {
        if (thread.joinable()) {
            eventfd_write(over, 1);
            thread.join();
        }
        if (changes >= 0) ::close(changes);
        if (over >= 0) ::close(over);
    }

    void listen() {
        std::array<char, 4096> told{};
        while (true) {
            std::array<pollfd, 2> ends{{{changes, POLLIN, 0}, {over, POLLIN, 0}}};
            if (::poll(ends.data(), ends.size(), -1) < 0) continue;
            if (ends[1].revents != 0) return;
            // What a program does to save one file comes as one burst.
            while (::read(changes, told.data(), told.size()) > 0) {
            }
            changed();
        }
    }
};

FolderWatch::FolderWatch(const std::set<std::filesystem::path>& folders, std::function<void()> changed)
    : state_(std::make_unique<State>()) {
    state_->changed = std::move(changed);
    state_->changes = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    state_->over = ::eventfd(0, EFD_CLOEXEC);
    bool all = state_->changes >= 0 && state_->over >= 0;
    for (const std::filesystem::path& folder : folders) {
        constexpr std::uint32_t what = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE;
        all = all && ::inotify_add_watch(state_->changes, folder.c_str(), what) >= 0;
    }
    if (!all) {
        state_.reset();
        return;
    }
    state_->thread = std::thread([state = state_.get()] { state->listen(); });
}

FolderWatch::~FolderWatch() = default;

}  // namespace ntk
