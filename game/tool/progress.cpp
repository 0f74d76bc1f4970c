#include "game/tool/progress.h"

#include <unistd.h>

#include <algorithm>
#include <iostream>

namespace ntk::tool {

namespace {

constexpr int parts = 20;

}  // namespace

bool is_watched(const std::ostream& out) { return &out == &std::cerr && ::isatty(STDERR_FILENO) == 1; }

ProgressBar::ProgressBar(std::ostream& out, std::string what, std::int64_t all, bool shown)
    : out_(out), what_(std::move(what)), all_(std::max<std::int64_t>(1, all)), shown_(shown) {}

void ProgressBar::draw() {
    const std::int64_t percent = std::min<std::int64_t>(100, done_ * 100 / all_);
    next_ = percent + 1;
    drawn_ = true;
    const auto full = static_cast<std::size_t>(percent * parts / 100);
    out_ << "\r" << what_ << " [" << std::string(full, '#') << std::string(parts - full, '.') << "] " << percent << "%"
         << std::flush;
}

void ProgressBar::clear() {
    constexpr std::size_t around = 9;  // brackets, blanks and the percentage
    if (drawn_) out_ << "\r" << std::string(what_.size() + parts + around, ' ') << "\r" << std::flush;
    drawn_ = false;
    next_ = 0;
}

}  // namespace ntk::tool
