#include "engine/play/pages.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <utility>

#include "engine/play/compose.h"
#include "engine/play/map.h"
#include "engine/play/order.h"
#include "engine/play/skip.h"
#include "engine/play/views.h"
#include "engine/play/words.h"
#include "engine/text/said.h"

namespace ntk {

namespace {

// One block for each paragraph, as separated by empty lines.
void add_paragraphs(std::vector<Block>& blocks, const std::string& text, Block::Kind kind,
                    const std::string& speaker = {}) {
    std::size_t from = 0;
    while (from < text.size()) {
        const std::size_t gap = std::min(text.find("\n\n", from), text.size());
        std::string paragraph = text.substr(from, gap - from);
        for (char& c : paragraph)
            if (c == '\n') c = ' ';
        while (!paragraph.empty() && paragraph.back() == ' ') paragraph.pop_back();
        if (!paragraph.empty()) blocks.push_back({kind, std::move(paragraph), 2, speaker});
        from = gap + 2;
    }
}

void add_heading(std::vector<Block>& blocks, std::string text) {
    blocks.push_back({Block::Kind::heading, std::move(text), 2, {}});
}

// What every page of a running case has in common.
Page running_page(const Attempt& attempt, Mode mode, PageKind kind) {
    const Scenario& scenario = attempt.scenario();
    Page page;
    page.kind = kind;
    page.case_title = scenario.title;
    page.when = when_words(attempt.minutes());
    page.step = static_cast<int>(attempt.decisions().size());
    page.steps = std::max(longest_way(scenario), page.step);
    page.case_file = case_file_view(attempt);
    page.advice = advice_words(scenario, attempt.facts());
    if (mode == Mode::practice && !attempt.decisions().empty()) page.actions.push_back("back");
    page.actions.push_back("leave");
    return page;
}

void add_passages(Page& page, const Attempt& attempt, const Node& node) {
    for (const Passage& passage : node.text)
        if (attempt.holds(passage.when))
            add_paragraphs(page.blocks, passage.text, passage.speaker.empty() ? Block::Kind::text : Block::Kind::speech,
                           passage.speaker);
}

char lower(char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); }

// Whether a term stands in the text as words of its own, in either case.
bool mentions(const std::string& text, const std::string& term) {
    const auto is_letter = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; };
    auto at = text.begin();
    while (true) {
        at = std::search(at, text.end(), term.begin(), term.end(), [](char a, char b) { return lower(a) == lower(b); });
        if (at == text.end()) return false;
        const auto end = at + static_cast<std::ptrdiff_t>(term.size());
        if ((at == text.begin() || !is_letter(*(at - 1))) && (end == text.end() || !is_letter(*end))) return true;
        ++at;
    }
}

// One sentence about the act: what went wrong first, then where practitioners are divided, then what was got right.
std::string headline_of(const std::vector<VerdictView>& verdicts, bool divided) {
    if (verdicts.empty()) return "No rule turned on this choice."_en;
    const VerdictView& worst = verdicts.front();
    if (worst.state == "breached" || worst.state == "missed") return worst.title;
    if (worst.state == "repaired") return fill("Mended: {rule}"_en, {{"rule", worst.title}});
    if (worst.state == "contested" && divided)
        return fill("Practitioners are divided here: {rule}"_en, {{"rule", worst.title}});
    for (const VerdictView& verdict : verdicts)
        if (verdict.state == "kept") return fill("Kept: {rule}"_en, {{"rule", verdict.title}});
    return worst.word + ": " + worst.title;
}

}  // namespace

void add_glossary(Page& page, const Scenario& scenario, const std::vector<std::string>& wanted) {
    std::string text;
    for (const Block& block : page.blocks) text += block.text + "\n";
    for (const Choice& choice : page.choices) text += choice.label + "\n";
    for (const auto& [word, meaning] : scenario.glossary)
        if (std::find(wanted.begin(), wanted.end(), word) != wanted.end() || mentions(text, word))
            page.glossary.push_back({word, meaning});
}

Page briefing_page(const Scenario& scenario) {
    Page page;
    page.kind = PageKind::briefing;
    page.id = "briefing";
    page.case_title = scenario.title;
    page.title = scenario.title;
    page.steps = longest_way(scenario);
    if (!scenario.content_note.empty()) {
        add_heading(page.blocks, "Before you start"_en);
        add_paragraphs(page.blocks, scenario.content_note, Block::Kind::note);
        if (!scenario.own_story_note.empty()) add_paragraphs(page.blocks, scenario.own_story_note, Block::Kind::note);
        add_paragraphs(
            page.blocks,
            fill("You can skip any scene with \"Skip this scene\". {promise}"_en, {{"promise", skip_promise()}}),
            Block::Kind::note);
    }
    add_heading(page.blocks, "Who you are"_en);
    std::string who = scenario.role;
    if (!scenario.place_name.empty()) who += (who.empty() ? "" : ". ") + scenario.place_name;
    if (!who.empty()) add_paragraphs(page.blocks, who + ".", Block::Kind::text);
    for (const std::string& paragraph : scenario.briefing) add_paragraphs(page.blocks, paragraph, Block::Kind::text);
    if (scenario.minutes_most > 0)
        add_paragraphs(
            page.blocks,
            fill("This takes {least} to {most} minutes. You can leave at any time and come back to the same place."_en,
                 {{"least", std::to_string(scenario.minutes_least)}, {"most", std::to_string(scenario.minutes_most)}}),
            Block::Kind::note);
    page.actions = {"continue", "leave"};
    page.case_file = opening_view(scenario);
    page.advice = advice_words(scenario, scenario.opening);
    add_glossary(page, scenario, {});
    return page;
}

Page scene_page(const Attempt& attempt, Mode mode, std::int64_t seed) {
    const Node& node = *attempt.node();
    Page page = running_page(attempt, mode, PageKind::scene);
    page.id = node.id;
    page.title = node.title;
    add_passages(page, attempt, node);
    for (const std::size_t i : shown_order(node.options.size(), seed, node.id))
        page.choices.push_back({node.options[i].id, node.options[i].say});
    for (const Compose& compose : node.composes)
        page.forms.push_back(compose_form(attempt.scenario(), attempt.facts(), compose));
    page.actions.push_back("skip");
    page.actions.push_back("skip_scene");
    add_glossary(page, attempt.scenario(), node.glossary);
    return page;
}

Page consequence_page(const Attempt& attempt, Mode mode) {
    const Node& node = *attempt.node();
    Page page = running_page(attempt, mode, PageKind::consequence);
    page.id = node.id;
    page.title = node.title;
    add_passages(page, attempt, node);
    page.actions.insert(page.actions.begin(), "continue");
    add_glossary(page, attempt.scenario(), node.glossary);
    return page;
}

void tell_of_skip(std::deque<Page>& waiting, const Attempt& before, const Attempt& after, Mode mode,
                  CaseFileView file) {
    const DecisionMade& made = after.decisions().back();
    if (waiting.empty()) {
        Page page = running_page(after, mode, PageKind::consequence);
        page.id = made.node + "/skipped";
        page.title = before.node()->title;
        page.when = when_words(made.minutes);
        page.case_file = std::move(file);
        page.actions.insert(page.actions.begin(), "continue");
        waiting.push_back(std::move(page));
    }
    std::vector<Block>& blocks = waiting.front().blocks;
    blocks.insert(blocks.begin(), {Block::Kind::note, skipped_words(after.scenario(), made), 2, {}});
}

std::vector<VerdictView> telling_verdicts(const Attempt& attempt, int decision, const OtherWays& ways) {
    std::vector<Verdict> verdicts = attempt.judge().verdicts_of(decision);
    const auto tells_nothing = [&](const Verdict& verdict) {
        if (verdict.state != VerdictState::kept) return verdict.state == VerdictState::lapsed;
        return verdict.credit_class == CreditClass::deduct && !ways.could_break(verdict.norm);
    };
    verdicts.erase(std::remove_if(verdicts.begin(), verdicts.end(), tells_nothing), verdicts.end());
    sort_for_reading(verdicts);
    std::vector<VerdictView> views;
    for (const Verdict& verdict : verdicts) {
        VerdictView view = verdict_view(attempt, verdict, attempt.ended());
        const bool told = std::any_of(views.begin(), views.end(), [&](const VerdictView& other) {
            return other.norm == view.norm && other.word == view.word && other.credit == view.credit &&
                   other.because == view.because;
        });
        if (told) continue;
        if (fell_short(verdict) && verdict.state != VerdictState::repaired)
            if (std::string better = ways.better(verdict); !better.empty()) view.better = std::move(better);
        views.push_back(std::move(view));
    }
    return views;
}

Page feedback_page(const Attempt& before, const Attempt& after, const OtherWays& ways, CaseFileView file) {
    constexpr std::size_t most_alike = 4;  // beyond these, what was kept or is contested stops being news
    const Scenario& scenario = after.scenario();
    const DecisionMade& made = after.decisions().back();
    Page page = running_page(after, Mode::practice, PageKind::feedback);
    page.id = made.node + "/feedback";
    page.title = before.node()->title;
    page.when = when_words(made.minutes);
    page.case_file = std::move(file);
    page.actions.insert(page.actions.begin(), "continue");
    page.actions.push_back("what_if");
    page.blocks.push_back(
        {Block::Kind::text, fill("You chose: {what}"_en, {{"what", decision_words(scenario, made)}}), 2, {}});
    if (!before.node()->contested.empty())
        page.blocks.push_back({Block::Kind::note,
                               fill("Practitioners are divided here. {how}"_en, {{"how", before.node()->contested}}),
                               2,
                               {}});

    const auto index = static_cast<int>(after.decisions().size()) - 1;
    std::vector<VerdictView> verdicts = telling_verdicts(after, index, ways);
    page.feedback.headline = headline_of(verdicts, !before.node()->contested.empty());
    for (const Option& option : before.node()->options)
        if (!made.composed && option.id == made.option) {
            page.feedback.tempting = option.tempts;
            page.feedback.aloud = option.aloud;
        }
    if (page.feedback.aloud.empty())
        for (const Verdict& verdict : after.judge().verdicts_of(index))
            if (fell_short(verdict) && page.feedback.aloud.empty()) page.feedback.aloud = verdict.aloud;
    std::map<std::string, std::size_t> shown;
    for (VerdictView& verdict : verdicts) {
        const bool crowded = verdict.state == "kept" || verdict.state == "contested";
        if (crowded && shown[verdict.state]++ >= most_alike) continue;
        page.feedback.verdicts.push_back(std::move(verdict));
    }
    add_glossary(page, scenario, {});
    return page;
}

Page closed_page(const Scenario& scenario) {
    Page page;
    page.kind = PageKind::closed;
    page.id = "closed";
    page.case_title = scenario.title;
    page.title = "You have left the case"_en;
    page.blocks.push_back(
        {Block::Kind::text, "Nothing is scored. You can come back to the same place, or start again."_en, 2, {}});
    page.actions = {"replay"};
    return page;
}

}  // namespace ntk
