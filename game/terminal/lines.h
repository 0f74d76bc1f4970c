#pragma once

#include <ostream>
#include <string>
#include <string_view>

namespace ntk::terminal {

// Writes text in lines, for people who listen to them as well as for those who see them: no cursor movement, no boxes,
// no colour. Text is wrapped to a width; control characters never reach the terminal.
class Lines {
  public:
    // `width` 0 leaves lines as long as they are. `bold` marks headings, for terminals that can show it.
    Lines(std::ostream& out, int width, bool bold) : out_(out), width_(width), bold_(bold) {}

    void text(std::string_view words, int indent = 0);
    void heading(std::string_view words);  // with an empty line before it
    void blank();                          // one empty line, never two

    // Numbered or marked: the first line begins with the mark, the others line up with its words.
    void item(std::string_view mark, std::string_view words, int indent = 0);

  private:
    void put(std::string_view line);

    std::ostream& out_;
    int width_;
    bool bold_;
    bool strong_ = false;  // a heading is being written
    bool last_blank_ = true;
};

}  // namespace ntk::terminal
