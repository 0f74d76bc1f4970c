#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>

namespace ntk::tool {

// Whether a stream is what a person looks at: standard error, on a terminal.
bool is_watched(const std::ostream& out);

// A bar on one line that fills while something takes its time, and is gone when it is over. Nothing is written where
// nobody watches.
class ProgressBar {
  public:
    ProgressBar(std::ostream& out, std::string what, std::int64_t all, bool shown);
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;
    ~ProgressBar() { clear(); }

    // One more is done.
    void step() {
        if (shown_ && ++done_ * 100 >= next_ * all_) draw();
    }

    // Takes it away, so that something else can be written; the next step brings it back.
    void clear();

  private:
    void draw();

    std::ostream& out_;
    std::string what_;
    std::int64_t all_, done_ = 0, next_ = 1;  // next_: the percentage at which it is drawn again
    bool shown_, drawn_ = false;
};

}  // namespace ntk::tool
