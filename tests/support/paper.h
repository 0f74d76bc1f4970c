#pragma once

#include <string>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

namespace ntk {

// A PDF read back with the programs of Debian's qpdf and poppler-utils; ./check installs them (packages.txt).
class Paper {
  public:
    explicit Paper(const std::string& bytes);

    // Whether qpdf finds nothing wrong with its syntax.
    bool sound() const;

    // The structure with its words, as a screen reader is given it.
    std::string structure() const;

    // The words as they are copied out, a form feed after each page.
    std::string text() const;

    // Everything in it, as JSON of qpdf.
    std::string objects() const;

    // "Pages: 3" and the like.
    std::string facts() const;

    // What the basic demands of PDF/UA find missing: language, title shown, marks, tab order, scopes, alternatives and
    // embedded typefaces, and painting outside any mark. Empty when all is there.
    std::string missing() const;

    // How far to the right and down letters go, in points.
    double right_end() const;
    double bottom_end() const;

  private:
    std::string run(const std::string& command) const;
    TemporaryFolder folder_;
};

}  // namespace ntk
