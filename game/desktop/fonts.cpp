#include "game/desktop/fonts.h"

#include <imgui.h>
#include <imgui_freetype.h>

#include <cmath>
#include <filesystem>

#include "engine/text/said.h"

namespace ntk::desktop {

namespace {

struct Face {
    float size;   // design pixels, as a typographer measures them
    float lines;  // from line to line, in sizes
};

// A book's few sizes: each costs baking time before the first frame.
constexpr std::array<Face, type_count> faces{{{18, 1.5F}, {18, 1.5F}, {18, 1.5F}, {22, 1.35F}, {31, 1.25F}}};

constexpr float icon_size = 20;

bool readable(const std::string& path) {
    std::error_code error;
    return std::filesystem::is_regular_file(path, error);
}

// The first of `names` that exists in one of `folders`; an empty string when none does.
std::string first_of(const std::vector<std::string>& folders, const std::vector<std::string>& names) {
    for (const std::string& name : names) {
        for (const std::string& folder : folders) {
            for (const std::string& path : {folder + "/" + name, folder + "/" + name.substr(name.find('/') + 1)}) {
                if (readable(path)) return path;
            }
        }
    }
    return {};
}

}  // namespace

std::vector<std::string> Fonts::usual_places() {
    return {"/usr/share/fonts/truetype", "/usr/local/share/fonts", "/usr/share/fonts"};
}

std::string Fonts::find(const std::vector<std::string>& folders, const std::vector<std::string>& usual) {
    std::vector<std::string> places = folders;
    places.insert(places.end(), usual.begin(), usual.end());
    more_letters_ = first_of(places, {"dejavu/DejaVuSans.ttf"});
    icon_file_ = first_of(places, {"fork-awesome/forkawesome-webfont.ttf"});
    files_.regular = first_of(places, {"open-sans/OpenSans-Regular.ttf"});
    files_.strong = first_of(places, {"open-sans/OpenSans-Semibold.ttf", "open-sans/OpenSans-Bold.ttf"});
    files_.italic = first_of(places, {"open-sans/OpenSans-Italic.ttf"});
    files_.ratio = 1.362F;
    if (files_.regular.empty()) {
        files_.regular = more_letters_;
        files_.strong = first_of(places, {"dejavu/DejaVuSans-Bold.ttf"});
        files_.italic = first_of(places, {"dejavu/DejaVuSans-Oblique.ttf"});
        files_.ratio = 1.164F;
    }
    if (files_.regular.empty()) {
        return "No font for the words was found. Install the package fonts-open-sans (or fonts-dejavu) and start "
               "again."_en;
    }
    if (files_.strong.empty()) files_.strong = files_.regular;
    if (files_.italic.empty()) files_.italic = files_.regular;
    return {};
}

void Fonts::bake(ImFontAtlas& atlas, float scale) {
    scale_ = scale;
    extra_.insert(wanted_.begin(), wanted_.end());
    wanted_.clear();
    wants_italic_ = false;
    faces_ = {};
    atlas.Clear();
    atlas.Flags = ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines | ImFontAtlasFlags_NoPowerOfTwoHeight;
    atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    // Baking is most of the time before the first frame: plain English first, anything else when it turns up.
    static const ImWchar common[] = {0x20, 0x7E, 0xB7, 0xB7, 0x2013, 0x2014, 0x2018, 0x201D, 0x2026, 0x2026, 0};
    static const ImWchar western[] = {0xA0, 0xFF, 0};
    ImVector<ImWchar> more;
    if (!extra_.empty()) {
        ImFontGlyphRangesBuilder builder;
        for (char32_t letter : extra_) builder.AddChar(static_cast<ImWchar>(letter));
        if (*extra_.begin() <= 0xFF) builder.AddRanges(western);
        builder.BuildRanges(&more);
    }
    const std::array<const std::string*, type_count> paths{&files_.regular, &files_.strong, &files_.italic,
                                                           &files_.strong, &files_.strong};
    for (size_t i = 0; i < faces.size(); ++i) {
        if (static_cast<Type>(i) == Type::italic && !italic_) continue;
        ImFontConfig config;
        config.OversampleH = config.OversampleV = 1;
        const float size = std::round(faces[i].size * scale * files_.ratio);
        faces_[i] = atlas.AddFontFromFileTTF(paths[i]->c_str(), size, &config, common);
        if (more.empty()) continue;
        config.MergeMode = true;
        atlas.AddFontFromFileTTF(paths[i]->c_str(), size, &config, more.Data);
        if (!more_letters_.empty()) atlas.AddFontFromFileTTF(more_letters_.c_str(), size, &config, more.Data);
    }
    icons_ = nullptr;
    ImVector<ImWchar> icon_ranges;
    if (!icon_file_.empty()) {
        for (Icon icon : all_icons) {
            icon_ranges.push_back(static_cast<ImWchar>(icon));
            icon_ranges.push_back(static_cast<ImWchar>(icon));
        }
        icon_ranges.push_back(0);
        icons_ = atlas.AddFontFromFileTTF(icon_file_.c_str(), std::round(icon_size * scale), nullptr, icon_ranges.Data);
    }
    atlas.Build();
}

const ImFont* Fonts::face(Type type) const {
    const ImFont* found = faces_[static_cast<size_t>(type)];
    return found != nullptr ? found : faces_[static_cast<size_t>(Type::body)];
}

float Fonts::advance(Type type, char32_t letter) {
    if (type == Type::italic && !italic_) italic_ = wants_italic_ = true;
    const ImFont* font = face(type);
    if (letter > 0xFFFF) letter = 0xFFFD;
    const auto code = static_cast<ImWchar>(letter);
    if (letter >= 0x20 && font->FindGlyphNoFallback(code) == nullptr && extra_.count(letter) == 0)
        wanted_.insert(letter);
    return font->GetCharAdvance(code);
}

float Fonts::line_height(Type type) {
    const Face& face = faces[static_cast<size_t>(type)];
    return std::round(face.size * face.lines * scale_);
}

}  // namespace ntk::desktop
