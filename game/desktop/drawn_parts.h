#pragma once

#include <imgui.h>

namespace ntk::desktop {

// One piece of a picture as ImGui lists it: an upright rectangle of one colour (a letter or a plain one), or a run of
// triangles.
struct DrawnPart {
    const ImDrawList* list = nullptr;
    const ImDrawCmd* command = nullptr;
    int from = 0, to = 0;  // its indices
    bool rectangle = false;

    const ImDrawVert* corners() const { return list->VtxBuffer.Data + command->VtxOffset; }
    // Of the rectangle; its other three follow it.
    const ImDrawVert* first() const { return corners() + list->IdxBuffer[from]; }
};

// Whether six indices from `at` draw one upright rectangle of one colour: corners 0 1 2, 0 2 3 in ImGui's order.
inline bool is_upright_rectangle(const ImDrawList& list, unsigned base, int at, int end) {
    if (at + 6 > end) return false;
    const ImDrawIdx* i = &list.IdxBuffer[at];
    if (i[3] != i[0] || i[4] != i[2] || i[1] != i[0] + 1 || i[2] != i[0] + 2 || i[5] != i[0] + 3) return false;
    const ImDrawVert* v = &list.VtxBuffer[static_cast<int>(base + i[0])];
    return v[0].pos.x == v[3].pos.x && v[1].pos.x == v[2].pos.x && v[0].pos.y == v[1].pos.y &&
           v[2].pos.y == v[3].pos.y && v[0].col == v[1].col && v[0].col == v[2].col && v[0].col == v[3].col;
}

// Calls `see` with every piece, in the order they are drawn.
template <typename See>
void each_part(const ImDrawData& data, const See& see) {
    for (int n = 0; n < data.CmdListsCount; ++n) {
        const ImDrawList& list = *data.CmdLists[n];
        for (const ImDrawCmd& command : list.CmdBuffer) {
            const int end = static_cast<int>(command.IdxOffset + command.ElemCount);
            for (int at = static_cast<int>(command.IdxOffset); at < end;) {
                DrawnPart part{&list, &command, at, at + 6, is_upright_rectangle(list, command.VtxOffset, at, end)};
                if (!part.rectangle) {
                    part.to = at;
                    while (part.to < end && !is_upright_rectangle(list, command.VtxOffset, part.to, end)) part.to += 3;
                    part.to = part.to > end ? end : part.to;
                }
                see(part);
                at = part.to;
            }
        }
    }
}

}  // namespace ntk::desktop
