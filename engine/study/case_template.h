#pragma once

#include <string>
#include <string_view>

namespace ntk {

// What a new case is called, and what is filled into the template.
struct NewCase {
    std::string id;
    std::string title;
    std::string role;
    std::string date;  // "2026-11-22"
};

// Why an id cannot name a new case, or nothing. Stricter than the reader of cases: the id becomes the name of three
// files, and people type it.
std::string case_id_problem(std::string_view id);

// Why a text cannot stand in a heading of a case, or nothing. `what` names it: "the title".
std::string heading_problem(std::string_view text, std::string_view what);

// Whether a text is a day as authors write it: "2024-09-01", in a calendar that knows leap years.
bool is_calendar_day(std::string_view text);

// All that keeps a case from being called so, with what to do, a line each; or nothing.
std::string naming_problems(const NewCase& names);

// A title for those who gave none: "half-a-sandwich" becomes "Half a sandwich".
std::string title_from_id(std::string_view id);

// The template with every mark filled in: @id@, @title@, @date@, and @title_text@ and @role_text@ in quotes as YAML
// wants them. Nothing that is filled in is looked through for marks again.
std::string fill_template(std::string_view text, const NewCase& names);

}  // namespace ntk
