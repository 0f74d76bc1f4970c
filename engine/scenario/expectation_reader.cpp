#include "engine/scenario/expectation_reader.h"

#include <algorithm>

#include "engine/scenario/node_reader.h"
#include "engine/scenario/scenario_shapes.h"
#include "engine/text/fields.h"

namespace ntk {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_'; }

// "GR5.1", "RS.1": letters and digits, a point, letters and digits.
bool is_norm(std::string_view text) {
    const std::size_t point = text.find('.');
    if (point == std::string_view::npos || point == 0 || point + 1 == text.size() || text.size() > 32) return false;
    return is_letter(text[0]) && std::count(text.begin(), text.end(), '.') == 1 &&
           std::all_of(text.begin(), text.end(), [](char c) { return is_letter(c) || is_digit(c) || c == '.'; });
}

// "3/8", where the first number is not the greater.
bool is_credit(std::string_view text) {
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) return false;
    const auto number = [](std::string_view digits) {
        const bool good = !digits.empty() && digits.size() <= 4 && std::all_of(digits.begin(), digits.end(), is_digit);
        return good ? std::stoi(std::string(digits)) : -1;
    };
    const int got = number(text.substr(0, slash));
    const int wanted = number(text.substr(slash + 1));
    return got >= 0 && wanted > 0 && got <= wanted;
}

void read_verdict(const Tree& tree, Expectation& expectation, Draft& draft) {
    static const std::vector<std::string> states = {"kept", "breached", "excused", "pending", "contested"};
    const auto written = read_text(tree, "the verdict", draft.diagnostics);
    if (!written) return;
    const std::size_t space = written->find(' ');
    expectation.state = written->substr(0, space);
    expectation.credit = space == std::string::npos ? "" : written->substr(space + 1);
    if (std::find(states.begin(), states.end(), expectation.state) == states.end()) {
        draft.report(
            "E622", tree.place, "'" + *written + "' is not a verdict",
            draft.hint(
                expectation.state, [] { return states; }, "write kept, breached, excused, pending or contested"));
    } else if (space != std::string::npos && (expectation.state != "breached" || !is_credit(expectation.credit))) {
        draft.report("E622", tree.place, "'" + *written + "' is not a verdict",
                     "part credit belongs to a breach and is written as a fraction: breached 3/8");
    }
}

void read_norm(std::string norm, Place place, Expectation& expectation, Draft& draft) {
    expectation.place = place;
    if (!is_norm(norm))
        draft.report("E622", place, "'" + norm + "' does not name a norm", "write its code, such as GR5.1");
    expectation.norm = std::move(norm);
}

}  // namespace

std::vector<Expectation> read_expectations(const Tree& tree, Draft& draft) {
    std::vector<Expectation> expectations;
    if (tree.kind == Tree::Kind::list) {
        for (const Tree& item : tree.items) {
            Fields fields(item, "the expectation", draft.diagnostics, expectation_fields());
            Expectation expectation;
            const std::string norm = fields.require_text("norm");
            if (!norm.empty()) read_norm(norm, fields.find("norm")->place, expectation, draft);
            if (const Tree* is = fields.require("is")) read_verdict(*is, expectation, draft);
            expectation.depends = fields.flag("depends", false);
            expectation.when = read_way(fields, false, draft);
            fields.finish();
            expectations.push_back(std::move(expectation));
        }
        return expectations;
    }
    Fields fields(tree, "'expect'", draft.diagnostics);
    for (const TreeEntry& entry : tree.entries) {
        Expectation expectation;
        read_norm(entry.key, entry.key_place, expectation, draft);
        read_verdict(entry.value, expectation, draft);
        expectations.push_back(std::move(expectation));
    }
    return expectations;
}

}  // namespace ntk
