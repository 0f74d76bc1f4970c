#include <algorithm>
#include <set>

#include "engine/study/lint/finders.h"
#include "engine/study/lint/word_lists.h"
#include "engine/text/utf8.h"

namespace ntk {

namespace {

// The options of one decision as they are read.
struct OptionGroup {
    std::string node;
    Place place;
    std::vector<const CaseText*> says;
};

std::vector<OptionGroup> groups_of(const LintCase& lint) {
    std::vector<OptionGroup> all;
    for (const CaseText& text : lint.texts) {
        if (text.voice != Voice::option || text.key != "say") continue;
        if (all.empty() || all.back().node != text.node) all.push_back({text.node, text.written->place, {}});
        all.back().says.push_back(&text);
    }
    return all;
}

std::size_t length_of(const CaseText& text) { return count_characters(text.text()); }

// Whether the best line through the case breaks nothing with this option. Where nothing was tried it is not known.
struct Goodness {
    std::set<std::pair<std::string, std::string>> good, weak;

    explicit Goodness(const LintCase& lint) {
        for (const OptionTried& tried : lint.trials.tried) {
            if (!tried.on_best_line) continue;
            (tried.breached.empty() ? good : weak).insert({tried.node, tried.option});
        }
    }
    bool is_good(const CaseText& text) const { return good.count({text.node, text.option}) != 0; }
    bool is_weak(const CaseText& text) const { return weak.count({text.node, text.option}) != 0; }
};

std::size_t count_any(const CaseText& text, const std::vector<PlainWords>& phrases) {
    std::size_t count = 0;
    for (const PlainWords& phrase : phrases)
        for (std::size_t at = find_phrase(text, phrase); at < text.words.size(); at = find_phrase(text, phrase, at + 1))
            ++count;
    return count;
}

// The decisions at which the best option stands first, and so on; or is the longest or the shortest of its scene.
struct Places {
    std::size_t decisions = 0;
    std::size_t longest = 0, shortest = 0;
    std::vector<std::size_t> at = std::vector<std::size_t>(12, 0);
    std::size_t most_options = 0;
    std::string where_longest, where_shortest;

    explicit Places(const LintCase& lint) {
        for (const OptionGroup& choice : groups_of(lint)) {
            const auto best = lint.trials.best.find(choice.node);
            if (best == lint.trials.best.end() || choice.says.size() < 3) continue;
            std::size_t found = choice.says.size();
            for (std::size_t i = 0; i < choice.says.size(); ++i)
                if (choice.says[i]->option == best->second) found = i;
            if (found >= at.size() || found == choice.says.size()) continue;
            ++decisions;
            ++at[found];
            most_options = std::max(most_options, choice.says.size());
            bool is_longest = true;
            bool is_shortest = true;
            for (std::size_t i = 0; i < choice.says.size(); ++i) {
                if (i == found) continue;
                is_longest = is_longest && length_of(*choice.says[i]) < length_of(*choice.says[found]);
                is_shortest = is_shortest && length_of(*choice.says[i]) > length_of(*choice.says[found]);
            }
            if (is_longest) {
                ++longest;
                where_longest += (where_longest.empty() ? "" : ", ") + choice.node;
            }
            if (is_shortest) {
                ++shortest;
                where_shortest += (where_shortest.empty() ? "" : ", ") + choice.node;
            }
        }
    }

    // A quarter of the decisions, and one more for chance.
    bool too_often(std::size_t count) const { return count * 4 > decisions + 4; }
};

Place nodes_place(const LintCase& lint) {
    const Tree* nodes = lint.tree.find("nodes");
    return nodes == nullptr ? lint.tree.place : nodes->place;
}

std::string letter(std::size_t i) { return std::string(1, static_cast<char>('a' + i)); }

}  // namespace

void find_uneven_lengths(const LintCase& lint, Diagnostics& diagnostics) {
    for (const OptionGroup& choice : groups_of(lint)) {
        if (choice.says.size() < 2) continue;
        const auto shorter = [](const CaseText* a, const CaseText* b) { return length_of(*a) < length_of(*b); };
        const CaseText& least = **std::min_element(choice.says.begin(), choice.says.end(), shorter);
        const CaseText& most = **std::max_element(choice.says.begin(), choice.says.end(), shorter);
        if (length_of(most) * 4 <= length_of(least) * 5) continue;  // a quarter more
        diagnostics.report("W510", most.written->place,
                           "at '" + choice.node + "' the option '" + most.option + "' has " +
                               std::to_string(length_of(most)) + " characters and '" + least.option + "' has " +
                               std::to_string(length_of(least)),
                           "keep the longest within a quarter of the shortest; here at most " +
                               std::to_string(length_of(least) * 5 / 4));
    }
}

void find_telling_length(const LintCase& lint, Diagnostics& diagnostics) {
    const Places places(lint);
    const auto report = [&](const char* which, std::size_t count, const std::string& where) {
        diagnostics.report("W511", nodes_place(lint),
                           "the best option is the " + std::string(which) + " at " + std::to_string(count) + " of " +
                               std::to_string(places.decisions) + " decisions: " + where,
                           "change some lengths, so that it is so at about a quarter");
    };
    if (places.too_often(places.longest)) report("longest", places.longest, places.where_longest);
    if (places.too_often(places.shortest)) report("shortest", places.shortest, places.where_shortest);
}

void find_telling_position(const LintCase& lint, Diagnostics& diagnostics) {
    const Places places(lint);
    std::string counts;
    bool uneven = false;
    for (std::size_t i = 0; i < places.most_options; ++i) {
        counts += (i == 0 ? "" : ", ") + letter(i) + " " + std::to_string(places.at[i]);
        const bool often = places.at[i] * 4 > places.decisions + 7;  // more than a quarter rounded up, and one
        uneven = uneven || often || (places.decisions >= 8 && places.at[i] == 0);
    }
    if (!uneven || places.most_options < 3 || places.decisions < 3) return;
    diagnostics.report("W512", nodes_place(lint), "the best option stands unevenly: " + counts,
                       "move some options, so that each place is best about equally often");
}

void find_absolutes(const LintCase& lint, Diagnostics& diagnostics) {
    const Goodness goodness(lint);
    const std::vector<PlainWords> strong = phrases_of(strong_absolutes());
    for (const OptionGroup& choice : groups_of(lint)) {
        const CaseText* marked = nullptr;
        bool in_good = false;
        for (const CaseText* text : choice.says) {
            if (count_any(*text, strong) == 0) continue;
            in_good = in_good || goodness.is_good(*text);
            if (marked == nullptr && goodness.is_weak(*text)) marked = text;
        }
        if (marked == nullptr || in_good) continue;
        std::size_t at = marked->words.size();
        for (const PlainWords& phrase : strong) at = std::min(at, find_phrase(*marked, phrase));
        diagnostics.report("W513", place_in(*marked, marked->words[at].at, lint),
                           "\"" + marked->words[at].plain + "\" marks the option '" + marked->option + "' of '" +
                               choice.node + "' as the wrong one",
                           "let it say the same as a sensible colleague would, without the absolute word");
    }
}

void find_leaning_words(const LintCase& lint, Diagnostics& diagnostics) {
    const Goodness goodness(lint);
    const std::vector<PlainWords> final_words = phrases_of(absolutes()), room = phrases_of(hedges());
    std::size_t good = 0, weak = 0;
    std::size_t absolute_good = 0, absolute_weak = 0, hedge_good = 0, hedge_weak = 0;
    for (const OptionGroup& choice : groups_of(lint))
        for (const CaseText* text : choice.says) {
            const bool absolute = count_any(*text, final_words) > 0;
            const bool hedge = count_any(*text, room) > 0;
            if (goodness.is_good(*text)) {
                ++good;
                absolute_good += absolute ? 1 : 0;
                hedge_good += hedge ? 1 : 0;
            } else if (goodness.is_weak(*text)) {
                ++weak;
                absolute_weak += absolute ? 1 : 0;
                hedge_weak += hedge ? 1 : 0;
            }
        }
    if (good == 0 || weak == 0) return;
    // Three times as often on one side, and often enough that chance does not explain it.
    const auto leans = [](std::size_t more, std::size_t of_more, std::size_t less, std::size_t of_less) {
        return more >= 5 && more * 4 > of_more && more * of_less > 3 * less * of_more;
    };
    const auto report = [&](const char* words, const char* side, std::size_t a, std::size_t b) {
        diagnostics.report("W514", nodes_place(lint),
                           std::string(words) + " stand mostly in the " + side + " options: in " + std::to_string(a) +
                               " of " + std::to_string(good) + " good and " + std::to_string(b) + " of " +
                               std::to_string(weak) + " weak ones",
                           "spread such words, or leave them out");
    };
    if (leans(absolute_weak, weak, absolute_good, good))
        report("words such as \"only\" and \"every\"", "weak", absolute_good, absolute_weak);
    if (leans(hedge_good, good, hedge_weak, weak))
        report("words such as \"may\" and \"if\"", "good", hedge_good, hedge_weak);
}

void find_unexplained_options(const LintCase& lint, Diagnostics& diagnostics) {
    for (const Node& node : lint.scenario->nodes)
        for (const Option& option : node.options) {
            if (!option.tempts.empty() && !option.aloud.empty()) continue;
            const std::string missing =
                option.tempts.empty() ? (option.aloud.empty() ? "'tempts' and 'aloud'" : "'tempts'") : "'aloud'";
            diagnostics.report("W515", option.place,
                               "the option '" + option.id + "' of '" + node.id + "' has no " + missing,
                               "say why a sensible colleague picks it, and a sentence that could be said aloud");
        }
}

}  // namespace ntk
