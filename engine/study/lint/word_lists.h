#pragma once

#include <string_view>
#include <vector>

namespace ntk {

// All words that lints look for, in one place. Phrases are written in lower case; a hyphen reads like a space.

// A label that judges or hides, and what to say instead.
struct AvoidedWord {
    std::string_view phrase;
    std::string_view instead;
    std::string_view unless_next = {};  // fine when one of these words follows, space between
    bool capitals = false;              // only when written in capitals
};
const std::vector<AvoidedWord>& avoided_words();

// What workers call a parent; used like a name, it hides who is meant. ("Mummy" and "Daddy" are a child's own words.)
const std::vector<std::string_view>& parent_words();

// Words after which a parent word is plain speech: "his mum", "the father".
const std::vector<std::string_view>& before_parent_words();

// Terms of art that need the glossary.
const std::vector<std::string_view>& jargon_words();

// Short forms that everybody knows.
const std::vector<std::string_view>& common_capitals();

// Words that no colleague would use, so that an option with one marks itself as wrong.
const std::vector<std::string_view>& strong_absolutes();

// Words that sound final, and words that leave room; they should be spread over good and weak options alike.
const std::vector<std::string_view>& absolutes();
const std::vector<std::string_view>& hedges();

// Things one agrees to, and treatments: "consent" is neither.
const std::vector<std::string_view>& service_words();

}  // namespace ntk
