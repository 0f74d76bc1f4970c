#pragma once

#include <chrono>
#include <functional>
#include <memory>

namespace ntk::desktop {

// Does what may take long on another thread, one thing after another, so that the window never stands still.
class Work {
  public:
    // What is to be done with a result, on the window's thread.
    using Then = std::function<void()>;

    // Runs on the other thread; uses nothing that the window may change meanwhile.
    using Job = std::function<Then()>;

    // `wake` is called from the other thread when a result is ready.
    explicit Work(std::function<void()> wake);

    // Does not wait for a job that takes its time: it ends by itself, and nothing more is done with its result.
    ~Work();
    Work(const Work&) = delete;
    Work& operator=(const Work&) = delete;

    // Queues a job. Returns a number for `drop`, never 0.
    int start(Job job);

    // Takes up results that are ready, waiting at most so long for all of them; an exception of a job comes out here.
    // Returns whether there was any.
    bool finish(std::chrono::milliseconds wait = std::chrono::milliseconds(0));

    // Nothing more is done with what this job comes to; one that has not begun never does.
    void drop(int job);

    // Whether a job is queued or running, dropped ones too, or a result waits to be taken up.
    bool busy() const;

  private:
    struct Shared;
    std::shared_ptr<Shared> shared_;
    int last_ = 0;
};

}  // namespace ntk::desktop
