#pragma once

#include <functional>
#include <string>
#include <vector>

#include "game/desktop/icons.h"
#include "game/desktop/semantic.h"
#include "game/desktop/theme.h"

namespace ntk::desktop {

class Painter;
struct TextEdit;

// The faces of type the window uses.
enum class Type { body, strong, italic, section, title };
inline constexpr int type_count = 5;

// How the words of a node are coloured.
enum class Ink { normal, muted, toned };

// What is drawn behind a node.
enum class Box {
    none,
    paper,      // a whole page
    panel,      // the case file
    bar,        // the strip at the top
    card,       // a raised sheet with a thin rule round it
    tint,       // a tinted sheet with a bar of its tone at the left
    edged,      // a plain sheet with a bar of its tone at the left
    quote,      // a bar at the left only
    primary,    // the one thing to do next
    secondary,  // other things to do
    quiet,      // things always at hand
    choice,     // an option, a tick box
    chip,       // a word with an icon in a small tinted box
    field,      // a box to write in
    rule,       // a thin line
    shade,      // dims the page that waits behind
    sheet,      // a panel over the page
};

// How a node places its children.
enum class Flow {
    leaf,    // it has words of its own
    column,  // one under the other
    row,     // side by side, running on to a new line when the width is used up
    grid,    // equal columns as wide as `min_column` or wider
    scroll,  // a column that can be longer than its place
    stack,   // a column whose `fill` child takes the height that is left
    split,   // side by side, full height; the `fill` child takes the width that is left
    layers,  // on top of one another, each as large as the node
};

// The mark before the words of a choice.
enum class Mark { none, check, radio };

// A run of a node's words that fits on one line: bytes [begin, end) of its text.
struct Line {
    size_t begin = 0, end = 0;
};

// One part of the screen: what it says, how it looks, where it lies and what pressing it does. Drawing, keyboard,
// descriptions and tests all read this, so nothing can be shown that is not described. Lengths are in design pixels
// (at 100% text); only the results of the layout are in window pixels.
struct Node {
    // What it says.
    Role role = Role::none;
    std::string id, name, description, value;
    int level = 0;
    bool enabled = true, checked = false;
    int expanded = -1;
    bool takes_focus = false;  // a heading that is given the keyboard when its screen appears
    bool closed = false;       // the children are drawing only and are not described
    bool inert = false;        // waits behind a panel: drawn, but neither described nor pressed

    // How it looks.
    std::string text;
    Type type = Type::body;
    Ink ink = Ink::normal;
    Tone tone = Tone::plain;
    Box box = Box::none;
    Icon icon = Icon::none, trailing = Icon::none;
    Mark mark = Mark::none;
    std::string badge;  // the number of an option, the initials of a person
    std::function<void(Painter&, const Rect&)> picture;

    // How it is placed.
    Flow flow = Flow::leaf;
    float gap = 0, pad_x = 0, pad_y = 0;
    float before = 0;  // more room above it, unless it comes first
    float width = 0, max_width = 0, min_width = 0, min_height = 0, min_column = 0;  // 0: as needed
    bool fill = false, centred = false, at_left = false, at_bottom = false;
    bool to_edge = false;  // begins where `centred` puts it, and goes on to the right edge
    std::vector<Node> children;

    // What it does.
    std::function<void()> press;
    TextEdit* edit = nullptr;
    std::function<void()> enter;  // what Enter does in a box of one line

    // Where the layout put it, in window pixels.
    Rect rect, clip, words;
    float left = 0;  // where its marks, icon and words begin
    std::vector<Line> lines;
    float content_height = 0;  // scroll only
    std::string region;        // the scroll it lies in

    bool focusable() const { return takes_focus || (enabled && actionable(role)); }
};

}  // namespace ntk::desktop
