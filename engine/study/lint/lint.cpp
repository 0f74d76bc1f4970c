#include "engine/study/lint/lint.h"

#include <algorithm>
#include <array>

#include "engine/study/lint/finders.h"

namespace ntk {

const std::vector<Lint>& all_lints() {
    static const std::vector<Lint> lints = {
        {"W501", LintNeeds::scenario, find_hard_reading},
        {"W502", LintNeeds::texts, find_long_sentences},
        {"W503", LintNeeds::scenario, find_late_terms},
        {"W504", LintNeeds::texts, find_jargon},
        {"W505", LintNeeds::texts, find_labels},
        {"W506", LintNeeds::texts, find_mixed_consent},
        {"W507", LintNeeds::texts, find_personal_data},
        {"W508", LintNeeds::texts, find_bare_pictures},
        {"W510", LintNeeds::texts, find_uneven_lengths},
        {"W511", LintNeeds::verdicts, find_telling_length},
        {"W512", LintNeeds::verdicts, find_telling_position},
        {"W513", LintNeeds::verdicts, find_absolutes},
        {"W514", LintNeeds::verdicts, find_leaning_words},
        {"W515", LintNeeds::scenario, find_unexplained_options},
        {"W520", LintNeeds::verdicts, find_few_traps_too_little},
        {"W521", LintNeeds::verdicts, find_few_traps_too_much},
        {"W522", LintNeeds::verdicts, find_nothing_shared},
        {"W523", LintNeeds::verdicts, find_nothing_held_back},
        {"W524", LintNeeds::verdicts, find_idle_decisions},
        {"W525", LintNeeds::verdicts, find_no_clean_option},
        {"W526", LintNeeds::verdicts, find_unexpected_verdicts},
        {"W527", LintNeeds::verdicts, find_good_habits},
        {"W528", LintNeeds::verdicts, find_wrong_plan},
        {"W529", LintNeeds::verdicts, find_silent_zones},
        {"W530", LintNeeds::scenario, find_unread_items},
        {"W531", LintNeeds::scenario, find_unread_parties},
        {"W532", LintNeeds::scenario, find_unread_happenings},
        {"W533", LintNeeds::scenario, find_unread_flags},
        {"W534", LintNeeds::scenario, find_unread_meters},
        {"W535", LintNeeds::scenario, find_unused_terms},
        {"W536", LintNeeds::scenario, find_empty_choices},
        {"W543", LintNeeds::scenario, find_bare_cards},
        {"W544", LintNeeds::scenario, find_old_reviews},
    };
    return lints;
}

namespace {

std::string_view without_byte_order_mark(std::string_view text) {
    return text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text;
}

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

}  // namespace

SourceText::SourceText(std::string_view written) : text(without_byte_order_mark(written)), index(text) {}

LintCase lint_case(const Tree& tree, std::shared_ptr<const Scenario> scenario, std::shared_ptr<const RuleBook> rules,
                   Plan plan, const Diagnostics& diagnostics) {
    std::vector<CaseText> texts = texts_of(tree);
    NamesRead names(tree, texts);
    LintCase lint{tree,
                  std::make_shared<SourceText>(diagnostics.source_text(tree.place.source)),
                  std::move(texts),
                  std::move(names),
                  std::move(scenario),
                  std::move(rules),
                  std::move(plan),
                  {}};
    if (lint.scenario && lint.rules) lint.trials = try_out(lint.scenario, lint.rules, lint.plan);
    return lint;
}

void run_lints(const LintCase& lint, Diagnostics& diagnostics) {
    for (const Lint& one : all_lints()) {
        if (one.needs == LintNeeds::scenario && !lint.scenario) continue;
        if (one.needs == LintNeeds::verdicts && lint.trials.empty()) continue;
        one.find(lint, diagnostics);
    }
}

Place place_in(const CaseText& text, std::size_t offset, const LintCase& lint) {
    constexpr std::size_t longest = 20'000;  // nobody writes such a text; searching it again and again takes time
    const Place start = text.written->place;
    if (offset == 0 || offset > longest || start.line == 0 || start.source != lint.tree.place.source) return start;
    const std::string_view source = lint.source->text;
    const TextIndex& index = lint.source->index;
    const std::string_view before = index.part(start.line, 1, start.column);
    std::size_t at = static_cast<std::size_t>(index.line(start.line).data() - source.data()) + before.size();
    const std::string& read = text.text();
    for (std::size_t i = 0; i < offset; ++i) {
        if (is_blank(read[i])) {
            while (at < source.size() && is_blank(source[at])) ++at;
            continue;
        }
        // Quotation marks and backslashes that only YAML needs, and breaks where the text was folded.
        std::size_t skipped = 0;
        while (at < source.size() && source[at] != read[i] && skipped < 200 &&
               (is_blank(source[at]) || std::string_view("\\'\">|-").find(source[at]) != std::string_view::npos)) {
            ++at;
            ++skipped;
        }
        if (at >= source.size() || source[at] != read[i]) return start;
        ++at;
    }
    while (at < source.size() && is_blank(source[at])) ++at;
    return index.place(at, start.source);
}

std::string quoted_words(const CaseText& text, std::size_t first, std::size_t last) {
    last = std::min(last, text.words.size());
    if (first >= last) return {};
    const ProseWord& end = text.words[last - 1];
    return text.text().substr(text.words[first].at, end.at + end.size - text.words[first].at);
}

}  // namespace ntk
