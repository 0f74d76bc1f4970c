#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/play/attempt.h"
#include "engine/scenario/scenario.h"
#include "engine/study/lint/case_texts.h"
#include "engine/study/lint/names_read.h"
#include "engine/study/lint/trials.h"
#include "engine/text/diagnostic.h"
#include "engine/text/text_index.h"
#include "engine/text/tree.h"

namespace ntk {

// The file of a case as it was written, to find places in.
struct SourceText {
    std::string text;
    TextIndex index;
    explicit SourceText(std::string_view written);
};

// All that the lints of one case may look at. What could not be read is null or empty, and the lints that need it are
// left out.
struct LintCase {
    const Tree& tree;
    std::shared_ptr<const SourceText> source;
    std::vector<CaseText> texts;
    NamesRead names;
    std::shared_ptr<const Scenario> scenario;  // null after an error
    std::shared_ptr<const RuleBook> rules;     // null after an error
    Plan plan;
    Trials trials;  // empty without scenario or rules
};

// Puts together what the lints look at, and tries out the options of the case along the plan's runs.
LintCase lint_case(const Tree& tree, std::shared_ptr<const Scenario> scenario, std::shared_ptr<const RuleBook> rules,
                   Plan plan, const Diagnostics& diagnostics);

// What a lint must have before it can look.
enum class LintNeeds { texts, scenario, verdicts };

// One habit of writing that costs learners something, and how it is found.
struct Lint {
    std::string_view code;
    LintNeeds needs;
    void (*find)(const LintCase& lint, Diagnostics& diagnostics);
};

// Every lint, by code. To add one: a row here, a row in engine/text/codes.cpp, and a pair of examples in tests/bad.
const std::vector<Lint>& all_lints();

// Runs every lint that can be run.
void run_lints(const LintCase& lint, Diagnostics& diagnostics);

// The place of a byte of a text. Text blocks are folded when they are read, so it is looked for in the source; the
// beginning of the text where that fails.
Place place_in(const CaseText& text, std::size_t offset, const LintCase& lint);

// The words from one up to, but not including, another, as they are written.
std::string quoted_words(const CaseText& text, std::size_t first, std::size_t last);

}  // namespace ntk
