#include "game/desktop/damage.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "game/desktop/drawn_parts.h"

namespace ntk::desktop {

namespace {

constexpr int side = 32;  // of a cell, pixels: about a line of words high

std::uint64_t mixed(std::uint64_t digest, std::uint64_t more) {
    digest = (digest ^ more) * 0x9E3779B97F4A7C15U;
    return digest ^ (digest >> 29);
}

std::uint64_t mixed(std::uint64_t digest, const void* bytes, std::size_t count) {
    const auto* at = static_cast<const unsigned char*>(bytes);
    for (; count >= 8; at += 8, count -= 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, at, 8);
        digest = mixed(digest, word);
    }
    std::uint64_t rest = 0;
    std::memcpy(&rest, at, count);
    return mixed(digest, rest);
}

// What a piece draws and where, of which nothing outside its box can be seen.
struct Drawn {
    std::uint64_t digest = 0;
    ImVec2 from{1e9F, 1e9F}, to{-1e9F, -1e9F};

    void take(const ImDrawVert& corner) {
        digest = mixed(digest, &corner, sizeof corner);
        from = {std::min(from.x, corner.pos.x), std::min(from.y, corner.pos.y)};
        to = {std::max(to.x, corner.pos.x), std::max(to.y, corner.pos.y)};
    }
};

}  // namespace

std::vector<SDL_Rect> Damage::since_last(const ImDrawData& data, int width, int height, unsigned paper) {
    const int columns = (width + side - 1) / side, rows = (height + side - 1) / side;
    const auto count = static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows);
    now_.assign(count, mixed(1, paper));
    if (width != width_ || height != height_) forget();
    width_ = width;
    height_ = height;
    each_part(data, [&](const DrawnPart& part) {
        const ImVec4& clip = part.command->ClipRect;
        Drawn drawn;
        drawn.digest = mixed(2, &clip, sizeof clip);
        if (part.rectangle) {
            drawn.take(part.first()[0]);
            drawn.take(part.first()[2]);
        } else {
            for (int i = part.from; i < part.to; ++i) drawn.take(part.corners()[part.list->IdxBuffer[i]]);
        }
        // A pixel more on each side: corners are rounded to whole pixels when they are drawn.
        const auto cell = [](float at, int most) {
            return static_cast<int>(std::clamp(at / static_cast<float>(side), 0.0F, static_cast<float>(most)));
        };
        const float left = std::max(drawn.from.x - 1, clip.x), right = std::min(drawn.to.x + 1, clip.z);
        const float top = std::max(drawn.from.y - 1, clip.y), bottom = std::min(drawn.to.y + 1, clip.w);
        if (left >= right || top >= bottom) return;
        const int last_column = cell(right, columns - 1), last_row = cell(bottom, rows - 1);
        for (int row = cell(top, rows - 1); row <= last_row; ++row) {
            std::uint64_t* line = &now_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns)];
            for (int column = cell(left, columns - 1); column <= last_column; ++column)
                line[column] = mixed(line[column], drawn.digest);
        }
    });
    if (cells_.size() != count) {
        cells_ = now_;
        return {{0, 0, width, height}};
    }
    // Neighbours in a row become one rectangle, and equal ones below each other one that is higher.
    std::vector<SDL_Rect> changed;
    std::size_t above = 0;  // where those of the row before begin
    for (int row = 0; row < rows; ++row) {
        const std::size_t begin = changed.size();
        const auto differs = [&](int column) {
            const auto at = static_cast<std::size_t>(row * columns + column);
            return cells_[at] != now_[at];
        };
        for (int column = 0; column < columns; ++column) {
            if (!differs(column)) continue;
            int end = column + 1;
            while (end < columns && differs(end)) ++end;
            changed.push_back({column * side, row * side, (end - column) * side, side});
            column = end;
        }
        for (std::size_t i = begin; i < changed.size(); ++i) {
            for (std::size_t k = above; k < begin; ++k) {
                SDL_Rect& upper = changed[k];
                if (upper.x != changed[i].x || upper.w != changed[i].w || upper.y + upper.h != row * side) continue;
                changed[i].y = upper.y;
                changed[i].h += upper.h;
                upper.h = 0;  // it has grown into the lower one
            }
        }
        above = begin;
    }
    changed.erase(std::remove_if(changed.begin(), changed.end(), [](const SDL_Rect& each) { return each.h == 0; }),
                  changed.end());
    for (SDL_Rect& each : changed) {
        each.w = std::min(each.w, width - each.x);
        each.h = std::min(each.h, height - each.y);
    }
    cells_.swap(now_);
    return changed;
}

}  // namespace ntk::desktop
