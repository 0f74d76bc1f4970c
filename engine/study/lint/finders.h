#pragma once

#include "engine/study/lint/lint.h"

namespace ntk {

// The lints, by file. Each reports under the code its row in lint.cpp names.

// lint_reading.cpp
void find_hard_reading(const LintCase& lint, Diagnostics& diagnostics);    // W501
void find_long_sentences(const LintCase& lint, Diagnostics& diagnostics);  // W502

// lint_glossary.cpp
void find_late_terms(const LintCase& lint, Diagnostics& diagnostics);    // W503
void find_jargon(const LintCase& lint, Diagnostics& diagnostics);        // W504
void find_unused_terms(const LintCase& lint, Diagnostics& diagnostics);  // W535

// lint_wording.cpp
void find_labels(const LintCase& lint, Diagnostics& diagnostics);         // W505
void find_mixed_consent(const LintCase& lint, Diagnostics& diagnostics);  // W506

// lint_personal_data.cpp
void find_personal_data(const LintCase& lint, Diagnostics& diagnostics);  // W507
void find_bare_pictures(const LintCase& lint, Diagnostics& diagnostics);  // W508
// The same in any other file of a case, such as its checklist.
void find_personal_data(std::string_view text, int source, Diagnostics& diagnostics);
void find_bare_pictures(std::string_view text, int source, Diagnostics& diagnostics);

// lint_options.cpp
void find_uneven_lengths(const LintCase& lint, Diagnostics& diagnostics);       // W510
void find_telling_length(const LintCase& lint, Diagnostics& diagnostics);       // W511
void find_telling_position(const LintCase& lint, Diagnostics& diagnostics);     // W512
void find_absolutes(const LintCase& lint, Diagnostics& diagnostics);            // W513
void find_leaning_words(const LintCase& lint, Diagnostics& diagnostics);        // W514
void find_unexplained_options(const LintCase& lint, Diagnostics& diagnostics);  // W515

// lint_verdicts.cpp
void find_few_traps_too_little(const LintCase& lint, Diagnostics& diagnostics);  // W520
void find_few_traps_too_much(const LintCase& lint, Diagnostics& diagnostics);    // W521
void find_nothing_shared(const LintCase& lint, Diagnostics& diagnostics);        // W522
void find_nothing_held_back(const LintCase& lint, Diagnostics& diagnostics);     // W523
void find_idle_decisions(const LintCase& lint, Diagnostics& diagnostics);        // W524
void find_no_clean_option(const LintCase& lint, Diagnostics& diagnostics);       // W525
void find_unexpected_verdicts(const LintCase& lint, Diagnostics& diagnostics);   // W526
void find_good_habits(const LintCase& lint, Diagnostics& diagnostics);           // W527
void find_wrong_plan(const LintCase& lint, Diagnostics& diagnostics);            // W528
void find_silent_zones(const LintCase& lint, Diagnostics& diagnostics);          // W529

// lint_unread.cpp
void find_unread_items(const LintCase& lint, Diagnostics& diagnostics);       // W530
void find_unread_parties(const LintCase& lint, Diagnostics& diagnostics);     // W531
void find_unread_happenings(const LintCase& lint, Diagnostics& diagnostics);  // W532
void find_unread_flags(const LintCase& lint, Diagnostics& diagnostics);       // W533
void find_unread_meters(const LintCase& lint, Diagnostics& diagnostics);      // W534

// lint_idle.cpp
void find_empty_choices(const LintCase& lint, Diagnostics& diagnostics);  // W536

// lint_card.cpp
void find_bare_cards(const LintCase& lint, Diagnostics& diagnostics);   // W543
void find_old_reviews(const LintCase& lint, Diagnostics& diagnostics);  // W544

}  // namespace ntk
