#include "game/desktop/work.h"

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <set>
#include <thread>
#include <utility>
#include <vector>

namespace ntk::desktop {

// Both threads hold it, so that a thread that has to be left behind still finds it.
struct Work::Shared {
    struct Result {
        int job = 0;
        Then then;
        std::exception_ptr thrown;
    };

    std::mutex mutex;
    std::condition_variable change;
    std::function<void()> wake;
    std::deque<std::pair<int, Job>> queue;
    std::vector<Result> results;
    std::set<int> dropped;
    bool running = false, started = false, over = false, ended = false;

    void run() {
        std::unique_lock lock(mutex);
        while (true) {
            change.wait(lock, [this] { return over || !queue.empty(); });
            if (over) break;
            const int number = queue.front().first;
            Job job = std::move(queue.front().second);
            queue.pop_front();
            if (dropped.erase(number) > 0) continue;
            running = true;
            lock.unlock();
            Result result{number, nullptr, nullptr};
            try {
                result.then = job();
            } catch (...) {
                result.thrown = std::current_exception();
            }
            job = nullptr;  // with what it holds, before the next one begins
            lock.lock();
            running = false;
            if (dropped.erase(number) == 0) results.push_back(std::move(result));
            change.notify_all();
            wake();
        }
        ended = true;
        change.notify_all();
    }
};

Work::Work(std::function<void()> wake) : shared_(std::make_shared<Shared>()) { shared_->wake = std::move(wake); }

Work::~Work() {
    std::unique_lock lock(shared_->mutex);
    shared_->over = true;
    shared_->wake = [] {};
    shared_->queue.clear();
    shared_->results.clear();
    shared_->change.notify_all();
    if (shared_->started) shared_->change.wait_for(lock, std::chrono::seconds(2), [this] { return shared_->ended; });
}

int Work::start(Job job) {
    const std::lock_guard lock(shared_->mutex);
    shared_->queue.emplace_back(++last_, std::move(job));
    if (!shared_->started) std::thread([shared = shared_] { shared->run(); }).detach();
    shared_->started = true;
    shared_->change.notify_all();
    return last_;
}

bool Work::finish(std::chrono::milliseconds wait) {
    std::unique_lock lock(shared_->mutex);
    shared_->change.wait_for(lock, wait, [this] { return shared_->queue.empty() && !shared_->running; });
    const std::vector<Shared::Result> ready = std::exchange(shared_->results, {});
    lock.unlock();
    for (const Shared::Result& each : ready) {
        if (each.thrown) std::rethrow_exception(each.thrown);
        if (each.then) each.then();
    }
    return !ready.empty();
}

void Work::drop(int job) {
    const std::lock_guard lock(shared_->mutex);
    auto& results = shared_->results;
    for (auto each = results.begin(); each != results.end(); ++each) {
        if (each->job != job) continue;
        results.erase(each);
        return;
    }
    if (job > 0) shared_->dropped.insert(job);
}

bool Work::busy() const {
    const std::lock_guard lock(shared_->mutex);
    return shared_->running || !shared_->queue.empty() || !shared_->results.empty();
}

}  // namespace ntk::desktop
