#include "engine/text/version_number.h"

#include <algorithm>
#include <string_view>

#include "engine/text/diagnostic.h"
#include "engine/text/fields.h"

namespace ntk {

namespace {

// A number of at most six digits that begins with no nought; both it and the point before it are taken off the front.
bool take_number(std::string_view& rest, bool after_a_point) {
    if (after_a_point) {
        if (!rest.starts_with('.')) return false;
        rest.remove_prefix(1);
    }
    const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
    if (digits == 0 || digits > 6 || (digits > 1 && rest[0] == '0')) return false;
    rest.remove_prefix(digits);
    return true;
}

bool is_version(std::string_view text) {
    return take_number(text, false) && take_number(text, true) && take_number(text, true) && text.empty();
}

}  // namespace

std::string require_version(Fields& fields, Diagnostics& diagnostics) {
    std::string text = fields.require_text("version");
    if (!text.empty() && !is_version(text))
        diagnostics.report("E629", fields.find("version")->place, "'" + text + "' is not a version",
                           "write three numbers with points between them: 1.0.0; one goes up with each change");
    return text;
}

}  // namespace ntk
