#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ntk::pdf {

// A part of a page that belongs to a node of the structure.
struct Mark {
    int page = 0;   // from 0
    int place = 0;  // among the marked parts of its page, in the order drawn
};

// What a screen reader meets: a heading, a table, a cell. Names are those of ISO 32000-1, 14.8.4.
struct Node {
    std::string role;
    std::string scope = {};   // of a heading cell: Column or Row
    std::string alt = {};     // of a figure: what is read in its place
    std::string actual = {};  // the text, where not every letter could be drawn as one
    std::vector<Mark> marks = {};
    std::vector<std::unique_ptr<Node>> children = {};

    Node& add(std::string_view kind) {
        children.push_back(std::make_unique<Node>(Node{std::string(kind)}));
        return *children.back();
    }
};

// A heading as the list of bookmarks shows it.
struct Bookmark {
    int level = 1;
    std::string words;
    int page = 0;
    double top = 0;  // from the top of the page
};

}  // namespace ntk::pdf
