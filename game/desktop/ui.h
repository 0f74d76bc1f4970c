#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "engine/text/said.h"
#include "game/desktop/node.h"

namespace ntk::desktop {

using Press = std::function<void()>;

// The parts screens are made of. Each says what it is and how it looks in one call; screens draw nothing else.

Node column(float gap);
Node row(float gap);
Node grid(float min_column, float gap);

// A region that scrolls, and inside it a column no wider than a line of 65 to 75 letters (`measure`, design pixels).
Node scroll(std::string id);
inline constexpr float measure = 690;

void add(Node& parent, Node child);

// Level 1 is the title of the screen: it has the id "title" and is given the keyboard when the screen appears.
Node heading(std::string id, int level, std::string text);

Node paragraph(std::string id, std::string text);
Node muted(std::string id, std::string text);
Node strong(std::string id, std::string text);

// A word with its icon in the colour of its meaning; the word alone carries it too.
Node chip(std::string id, Icon icon, std::string text, Tone tone);

// Words with an icon before them.
Node note(std::string id, Icon icon, std::string text, Tone tone);

Node primary(std::string id, std::string label, Press press);
Node secondary(std::string id, Icon icon, std::string label, Press press);
Node quiet(std::string id, Icon icon, std::string label, Press press);

// An option at a decision: a radio button with its key that only chooses; confirming is a button of its own.
Node option(std::string id, int number, std::string key, std::string label, bool chosen, Press press);

Node radio(std::string id, std::string label, std::string detail, bool chosen, Press press);
Node check(std::string id, std::string label, std::string detail, bool chosen, Press press);

// A button that shows or hides what follows it.
Node disclosure(std::string id, Icon icon, std::string label, bool open, Press press);

Node tab(std::string id, Icon icon, std::string label, bool showing, Press press);

// A box to write in, with its label above it.
Node text_box(std::string id, const std::string& label, TextEdit& edit);

// The same for one line, such as a path; `enter` is what Enter does in it, and may be empty.
Node line_box(std::string id, const std::string& label, TextEdit& edit, Press enter = {});

// A group with a name, for things that belong together.
Node group(std::string id, std::string name, float gap);
Node card(std::string id, std::string name);
Node tinted(std::string id, std::string name, Tone tone);
Node edged(std::string id, std::string name, Tone tone);

// Something the learner should hear about: a problem, a save.
Node status(std::string id, Icon icon, std::string text, Tone tone);

// A labelled bar; `percent` below 0 draws an empty, dashed one. The words carry everything the bar shows.
Node bar(std::string id, const std::string& label, const std::string& score, int percent, const std::string& detail);

// A drawing with words for it.
Node picture(std::string id, std::string words, float height, std::function<void(Painter&, const Rect&)> draw);

Node rule();
Node space(float height);

}  // namespace ntk::desktop
