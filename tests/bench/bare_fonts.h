#pragma once

#include <imgui.h>
#include <imgui_freetype.h>

#include <array>
#include <string>

#include "game/desktop/icons.h"

namespace ntk {

// The window's own faces, sizes and letters at 100% text, loaded the way ImGui's examples load theirs: body, strong,
// italic (only when asked for, as in the window), section and title; and the icons.
inline std::array<ImFont*, 5> add_bare_fonts(ImFontAtlas& atlas, bool italic) {
    static const ImWchar letters[] = {0x20, 0x7E, 0xB7, 0xB7, 0x2013, 0x2014, 0x2018, 0x201D, 0x2026, 0x2026, 0};
    static ImVector<ImWchar> icons;
    for (const desktop::Icon icon : desktop::all_icons) {
        icons.push_back(static_cast<ImWchar>(icon));
        icons.push_back(static_cast<ImWchar>(icon));
    }
    icons.push_back(0);
    const std::string folder = "/usr/share/fonts/truetype/";
    const auto face = [&](const char* file, float size) {
        return atlas.AddFontFromFileTTF((folder + "open-sans/OpenSans-" + file + ".ttf").c_str(), size, nullptr,
                                        letters);
    };
    atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    std::array<ImFont*, 5> faces{face("Regular", 25), face("Semibold", 25), nullptr, face("Semibold", 30),
                                 face("Semibold", 42)};
    faces[2] = italic ? face("Italic", 25) : faces[0];
    atlas.AddFontFromFileTTF((folder + "fork-awesome/forkawesome-webfont.ttf").c_str(), 20, nullptr, icons.Data);
    atlas.Build();
    return faces;
}

}  // namespace ntk
