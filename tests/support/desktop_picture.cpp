#include "tests/support/desktop_picture.h"

#include <zlib.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>

// zlib in place of stb's own packer, which took three quarters of the time of the tests that draw every screen.
static unsigned char* pack_with_zlib(unsigned char* data, int length, int* packed_length, int effort) {
    uLongf size = compressBound(static_cast<uLong>(length));
    auto* packed = static_cast<unsigned char*>(std::malloc(size));
    if (packed != nullptr && compress2(packed, &size, data, static_cast<uLong>(length), effort) == Z_OK) {
        *packed_length = static_cast<int>(size);
        return packed;
    }
    std::free(packed);
    return nullptr;
}

#define STBIW_ZLIB_COMPRESS pack_with_zlib
#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STB_IMAGE_WRITE_STATIC
#include <stb/stb_image_write.h>

#include "game/desktop/text_edit.h"

namespace ntk::desktop {

namespace {

// The pixels of one frame.
struct Frame {
    std::vector<Colour> pixels;
    int width = 0, height = 0;
};

double contrast_in(const Frame& frame, const Rect& place) {
    std::map<uint32_t, int> counts;
    const int left = std::max(0, static_cast<int>(std::floor(place.x)));
    const int top = std::max(0, static_cast<int>(std::floor(place.y)));
    const int right = std::min(frame.width, static_cast<int>(std::ceil(place.right())));
    const int bottom = std::min(frame.height, static_cast<int>(std::ceil(place.bottom())));
    for (int y = top; y < bottom; ++y) {
        for (int x = left; x < right; ++x) {
            const Colour c =
                frame.pixels[static_cast<size_t>(y) * static_cast<size_t>(frame.width) + static_cast<size_t>(x)];
            ++counts[static_cast<uint32_t>(c.r << 16 | c.g << 8 | c.b)];
        }
    }
    if (counts.empty()) return 21;
    const auto colour = [](uint32_t c) {
        return Colour{static_cast<uint8_t>(c >> 16), static_cast<uint8_t>(c >> 8), static_cast<uint8_t>(c), 255};
    };
    const auto paper = std::max_element(counts.begin(), counts.end(),
                                        [](const auto& a, const auto& b) { return a.second < b.second; });
    double most = 1;
    for (const auto& [each, count] : counts) most = std::max(most, contrast(colour(paper->first), colour(each)));
    return most;
}

void look(const Node& node, const Frame& frame, Fonts& fonts, std::vector<std::string>& faint) {
    if (node.inert) return;
    const std::string& words = node.edit ? node.edit->text : node.text;
    if (node.flow == Flow::leaf && !words.empty()) {
        const float height = fonts.line_height(node.type);
        for (size_t i = 0; i < node.lines.size(); ++i) {
            const Line& line = node.lines[i];
            if (line.end <= line.begin) continue;
            const Rect place{node.words.x, node.words.y + height * static_cast<float>(i),
                             text_width(words, line.begin, line.end, node.type, fonts), height};
            const Rect seen = shared(place, node.clip);
            if (seen.h < place.h - 0.5F || seen.w < place.w - 0.5F) continue;
            const double need = node.type == Type::title ? 3.0 : 4.5;
            const double has = contrast_in(frame, place);
            if (has >= need) continue;
            faint.push_back("'" + words.substr(line.begin, line.end - line.begin) + "' has a contrast of " +
                            std::to_string(has));
        }
    }
    for (const Node& child : node.children) look(child, frame, fonts, faint);
}

}  // namespace

bool write_png(Desktop& desktop, const std::string& path) {
    Window& window = desktop.window();
    const std::vector<Colour> pixels = window.pixels();
    // Large even surfaces pack well as they are; trying all five filters on each line takes longer than the packing.
    stbi_write_force_png_filter = 0;
    stbi_write_png_compression_level = 1;
    return !pixels.empty() &&
           stbi_write_png(path.c_str(), window.width(), window.height(), 4, pixels.data(), window.width() * 4) != 0;
}

std::vector<std::string> faint_words(Desktop& desktop) {
    Window& window = desktop.window();
    const Frame frame{window.pixels(), window.width(), window.height()};
    std::vector<std::string> faint;
    if (frame.pixels.empty()) return {"the picture could not be read"};
    look(desktop.layout(), frame, window.fonts(), faint);
    return faint;
}

}  // namespace ntk::desktop
