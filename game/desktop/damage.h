#pragma once

#include <SDL.h>

#include <cstdint>
#include <vector>

struct ImDrawData;

namespace ntk::desktop {

// Finds what of a picture differs from the one before, so that only that is drawn: the window is divided into cells,
// and each keeps a digest of all that is drawn in it, in order.
class Damage {
  public:
    // The rectangles, none over another, that hold everything that has changed since the last picture; `paper` is the
    // colour behind it all.
    std::vector<SDL_Rect> since_last(const ImDrawData& data, int width, int height, unsigned paper);

    // The next picture counts as new everywhere.
    void forget() { cells_.clear(); }

  private:
    int width_ = 0, height_ = 0;
    std::vector<std::uint64_t> cells_, now_;
};

}  // namespace ntk::desktop
