#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/place.h"

namespace ntk {

enum class Severity { error, warning };

// One thing an author should change: a stable code, where it is, what is wrong and how to mend it.
struct Diagnostic {
    std::string code;  // "E104", "W501": a row of engine/text/codes.h
    Severity severity = Severity::error;
    Place place;
    std::string message;
    std::string hint;
};

// Everything found wrong in one run, together with the sources needed to show it.
class Diagnostics {
  public:
    // Registers a source under the name shown to the author; returns the number that Places refer to.
    int add_source(std::string name, std::string text);

    // Adds a finding; the severity follows from the first letter of the code (E error, W warning).
    void report(std::string_view code, Place place, std::string message, std::string hint = {});

    // Takes out the findings that fit, in the order they were made.
    std::vector<Diagnostic> take(const std::function<bool(const Diagnostic&)>& fits);

    bool has_errors() const;
    bool empty() const;
    const std::vector<Diagnostic>& all() const { return found_; }
    int sources() const { return static_cast<int>(sources_.size()); }
    const std::string& source_name(int source) const;
    const std::string& source_text(int source) const;

    // All findings in order of place.
    std::vector<Diagnostic> in_order() const;

    // The findings as text in that order: "file:line:column: error E104: message", the line, a caret, the hint.
    std::string render() const;

  private:
    struct Source {
        std::string name;
        std::string text;
    };
    std::vector<Source> sources_;
    std::vector<Diagnostic> found_;
};

}  // namespace ntk
