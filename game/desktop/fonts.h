#pragma once

#include <array>
#include <set>
#include <string>
#include <vector>

#include "game/desktop/layout.h"

struct ImFont;
struct ImFontAtlas;

namespace ntk::desktop {

// The files the words and icons are drawn from. `ratio` is the height of a line of the font against its size.
struct FontFiles {
    std::string regular, strong, italic;
    float ratio = 1.2F;
};

// The letters on the screen: loads the packaged fonts, bakes the sizes in use, and measures words for the layout.
class Fonts : public TextMeasure {
  public:
    // Looks for the fonts in `folders`, then in the usual places. Returns an empty string, or in
    // plain words what is missing and how to put it there.
    std::string find(const std::vector<std::string>& folders, const std::vector<std::string>& usual = usual_places());

    static std::vector<std::string> usual_places();

    // Bakes the atlas for a scale (window pixels in a design pixel) together with any letters asked for since.
    void bake(ImFontAtlas& atlas, float scale);

    // Whether words with letters that are not in the atlas were measured since the last bake.
    bool needs_letters() const { return !wanted_.empty() || wants_italic_; }

    float advance(Type type, char32_t letter) override;
    float line_height(Type type) override;

    const ImFont* face(Type type) const;
    const ImFont* icons() const { return icons_; }
    bool has_icons() const { return icons_ != nullptr; }

  private:
    FontFiles files_;
    std::string icon_file_, more_letters_;
    std::array<ImFont*, type_count> faces_{};
    ImFont* icons_ = nullptr;
    float scale_ = 1;
    std::set<char32_t> extra_, wanted_;
    bool italic_ = false, wants_italic_ = false;  // italics come with the first words that are spoken
};

}  // namespace ntk::desktop
