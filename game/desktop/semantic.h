#pragma once

#include <string>
#include <vector>

namespace ntk::desktop {

// What kind of thing a part of the screen is, for people who cannot see it and for tests.
enum class Role {
    none,  // layout only: never described
    window,
    heading,
    text,
    group,
    list,
    button,
    tab,
    checkbox,
    radio,
    textbox,
    status,
    image,
    progress,
};

// A rectangle in window pixels.
struct Rect {
    float x = 0, y = 0, w = 0, h = 0;

    float right() const { return x + w; }
    float bottom() const { return y + h; }
    bool contains(float px, float py) const { return px >= x && px < right() && py >= y && py < bottom(); }
    bool overlaps(const Rect& other) const;
    Rect inset(float by) const { return {x + by, y + by, w - 2 * by, h - 2 * by}; }
};

// The part two rectangles share; no width or height when they do not touch.
Rect shared(const Rect& a, const Rect& b);

// One thing on the screen as it is described: to tests, to screen readers and to our own voice.
struct SemNode {
    std::string id;  // stable: a scenario's node and choice ids, never a position
    Role role = Role::none;
    std::string name, description;  // the name contains the words that can be seen; the description is read after it
    bool leads_in = false;          // the description is what stands below it, for whoever hears the heading alone
    int level = 0;                  // headings 1..6
    Rect rect;                      // where it lies, before the scrolling region cuts it
    Rect clip;                      // the part of the window it may show in
    bool focusable = false, focused = false, enabled = true, checked = false;
    int expanded = -1;  // 1 open, 0 closed, -1 cannot be opened
    std::string value;  // what has been typed, or how far a bar has come, in words
    int caret = -1;     // where one is typing, in letters; -1 for everything but a box of writing
    std::vector<SemNode> children;
};

// Gives the title of a page that says no more than its name the words below it, up to the first thing that can be
// pressed, as its description: screen readers and our own voice begin a page with its title, and would otherwise leave
// out the story.
void lead_in(SemNode& root);

// The plain word for a role ("check box").
const char* word_for(Role role);

// Whether something of this role does something when it is pressed.
bool actionable(Role role);

// The tree as indented lines, for golden files: role, name, state and description, but no pixels.
std::string outline(const SemNode& root);

// Where everything that can be seen lies, one line each: role, left, top, width, height in window pixels, name, split
// by tabs; what is scrolled out of sight is left out. For tests that use a real mouse.
std::string places(const SemNode& root);

// Every rule of accessibility.md section 2 that the tree breaks, in words; empty when it is sound.
// `target` is the least height and width of anything that can be pressed, in pixels.
std::vector<std::string> faults(const SemNode& root, float target);

// The first node, in reading order, whose name is `name` (or begins with it, when `prefix`); null when there is none.
const SemNode* find_named(const SemNode& root, const std::string& name, bool prefix = false);
const SemNode* find_id(const SemNode& root, const std::string& id);

// The node that has the keyboard; null when there is none.
const SemNode* find_focused(const SemNode& root);

}  // namespace ntk::desktop
