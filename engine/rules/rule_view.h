#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/rules/rule_book.h"
#include "engine/text/tree.h"

namespace ntk {

// What a rule pack says about itself at its head.
struct PackCard {
    std::string id, version, title, note, extends, nation, area, sector, from, to, reviewed_by, reviewed_on,
        review_status;
    bool default_on = true;
};

// Reads the head of a pack as far as it is there; read_rule_book reports what is wrong with it.
PackCard pack_card(const Tree& pack);

// One way a norm binds, in words.
struct PartView {
    std::string name;                 // "due"; empty when the norm has one part
    std::string arises;               // for what it is judged: "Once for each duty, where ..."
    std::string binds;                // when it binds; empty: always
    std::string judged;               // when it is judged, or until when it must be done
    std::vector<std::string> asks;    // what is asked or forbidden, and how part of it counts
    std::vector<std::string> unless;  // exceptions
    std::vector<std::string> repair;  // how a breach is mended, and for what credit
    std::string credit;               // earns, or only deducts
    std::vector<std::pair<std::string, std::string>> conditions;  // as written in the pack: label and text
};

// One norm beside its source, in words for a safeguarding lead.
struct NormView {
    std::string id, title, says, type, strand, severity, grade, signoff, pack, alias_of;
    std::vector<std::string> citations, headings, notes;
    std::vector<PartView> parts;
    std::vector<std::pair<std::string, std::string>> terms;         // definitions it rests on, and what they mean
    std::vector<std::pair<std::string, std::string>> explanations;  // verdict -> sentence the learner reads
    std::string better, aloud;
};

// A norm in words; the same for the terminal and the rule book.
NormView norm_view(const RuleBook& rules, const Norm& norm);

// "must", "must not" or "may".
std::string type_words(NormType type);

// "stated in the source", "inferred from it", "from law or local practice".
std::string grade_words(const std::string& grade);

// "minor (1)", "medium (2)", "major (4)", "critical (4)".
std::string severity_words(const Norm& norm);

// "protect", "privacy" or "process".
std::string strand_words(Strand strand);

// The rules as lines: one to a norm. `rules list`.
std::string list_text(const RuleBook& rules);

// One norm as lines. `rules show`.
std::string norm_text(const NormView& norm);

}  // namespace ntk
