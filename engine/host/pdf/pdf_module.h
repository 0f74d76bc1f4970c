#pragma once

#include <string>

#include "engine/report/document.h"

namespace ntk::pdf {

// What goes into the part of the program that makes paper, which is a file of its own so that cairo, pango and qpdf
// cost nothing until somebody asks for paper.
struct PaperOrder {
    const ReportDocument* document = nullptr;  // its text is clean: UTF-8 without control or hidden characters
    std::string footer;                        // at the foot of each page
    std::string page_words;                    // "Page {page} of {all}"
    std::string program;                       // what made the file, as its properties name it
};

struct PaperDone {
    std::string bytes;    // the file; empty when something went wrong
    std::string problem;  // what, in words
    std::string hint;
};

// The names under which the file offers itself.
inline constexpr const char* make_name = "ntk_make_paper";
inline constexpr const char* version_name = "ntk_paper_version";

using MakePaper = void (*)(const PaperOrder& order, PaperDone& done);
using PaperVersion = const char* (*)();

}  // namespace ntk::pdf
