#include <algorithm>

#include "engine/study/lint/finders.h"
#include "engine/study/lint/word_lists.h"

namespace ntk {

namespace {

bool contains(const std::vector<std::string_view>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

// Whether a text speaks for the case itself. People in the story, options and pieces of information may use a word that
// tempts; quotation marks make a quotation of it anywhere.
bool speaks_for_the_case(const CaseText& text) { return text.voice != Voice::speech && text.voice != Voice::option; }

// Information that is marked as opinion or as wrong is a phrase to be seen through.
bool is_doubtful_item(const CaseText& text, const Tree& root) {
    if (text.voice != Voice::item && text.key != "label") return false;
    const Tree* items = root.find("items");
    const Tree* item = items == nullptr ? nullptr : items->find(text.entity);
    if (item == nullptr) return false;
    const auto is = [&](std::string_view key, std::string_view value) {
        const Tree* found = item->find(key);
        return found != nullptr && found->text == value;
    };
    return is("grade", "opinion") || is("grade", "rumour") || is("accuracy", "wrong");
}

bool follows_one_of(const CaseText& text, std::size_t next, std::string_view allowed) {
    if (allowed.empty() || next >= text.words.size()) return false;
    const std::string word = " " + text.words[next].plain + " ";
    return (" " + std::string(allowed) + " ").find(word) != std::string::npos;
}

void find_avoided(const CaseText& text, const LintCase& lint, Diagnostics& diagnostics) {
    static const std::vector<PlainWords> phrases = [] {
        std::vector<PlainWords> all;
        for (const AvoidedWord& avoided : avoided_words()) all.push_back(phrase_of(avoided.phrase));
        return all;
    }();
    for (std::size_t i = 0; i < phrases.size(); ++i) {
        const AvoidedWord& avoided = avoided_words()[i];
        const PlainWords& phrase = phrases[i];
        for (std::size_t at = find_phrase(text, phrase); at < text.words.size();
             at = find_phrase(text, phrase, at + 1)) {
            if (text.words[at].quoted) continue;
            if (avoided.capitals && !text.words[at].capitals) continue;
            if (follows_one_of(text, at + phrase.size(), avoided.unless_next)) continue;
            diagnostics.report(
                "W505", place_in(text, text.words[at].at, lint),
                "\"" + quoted_words(text, at, at + phrase.size()) + "\" in the voice of the case",
                std::string(avoided.instead) + "; such words may stand in an option or a quotation only");
        }
    }
}

// "Mum says" hides who is meant; "his mum", "Robin's mum" and "mum, Beth" do not.
void find_unnamed_parents(const CaseText& text, const LintCase& lint, Diagnostics& diagnostics) {
    // To a child one says "Mum".
    const bool to_a_child = text.key == "aloud" && (find_phrase(text, {"you"}) < text.words.size() ||
                                                    find_phrase(text, {"your"}) < text.words.size());
    for (std::size_t i = 0; i < text.words.size(); ++i) {
        const ProseWord& word = text.words[i];
        if (word.quoted || (to_a_child && word.capital) || !contains(parent_words(), word.plain)) continue;
        bool told = false;
        for (std::size_t back = 1; back <= 3 && back <= i; ++back) {
            const std::string& before = text.words[i - back].plain;
            told = told || contains(before_parent_words(), before) || before.ends_with("'s") || before.ends_with("s'");
        }
        const bool named = i + 1 < text.words.size() && text.words[i + 1].capital;
        const bool whose = i + 1 < text.words.size() && text.words[i + 1].plain == "of";
        const bool of_a_kind =
            text.voice == Voice::card || text.voice == Voice::glossary || text.voice == Voice::trainer;
        if (told || named || whose || of_a_kind) continue;
        diagnostics.report("W505", place_in(text, word.at, lint),
                           "\"" + quoted_words(text, i, i + 1) + "\" used like a name",
                           "write the person's name, or whose parent it is");
    }
}

}  // namespace

void find_labels(const LintCase& lint, Diagnostics& diagnostics) {
    for (const CaseText& text : lint.texts) {
        if (!speaks_for_the_case(text) || is_doubtful_item(text, lint.tree)) continue;
        find_avoided(text, lint, diagnostics);
        find_unnamed_parents(text, lint, diagnostics);
    }
}

void find_mixed_consent(const LintCase& lint, Diagnostics& diagnostics) {
    constexpr std::size_t near = 4;  // "consent to the early help plan"
    for (const CaseText& text : lint.texts) {
        if (!speaks_for_the_case(text) || text.voice == Voice::glossary) continue;
        for (std::size_t i = 0; i < text.words.size(); ++i) {
            const std::string& word = text.words[i].plain;
            if (word != "consent" && word != "consents" && word != "consented") continue;
            if (text.words[i].quoted || i + 1 >= text.words.size()) continue;
            const std::string& link = text.words[i + 1].plain;
            if (link != "to" && link != "for") continue;
            for (std::size_t next = i + 2; next < text.words.size() && next <= i + 1 + near; ++next) {
                const std::string& what = text.words[next].plain;
                if (what == "share" || what == "sharing" || what == "pass" || what == "tell") break;
                if (!contains(service_words(), what)) continue;
                diagnostics.report("W506", place_in(text, text.words[i].at, lint),
                                   "\"" + quoted_words(text, i, next + 1) +
                                       "\": here consent means a yes to something else than sharing",
                                   "say \"agree\" for a service or a treatment; consent is for data law only");
                break;
            }
        }
    }
    if (!lint.scenario) return;
    for (const Node& node : lint.scenario->nodes)
        for (const Option& option : node.options) {
            const bool asks_agreement = std::any_of(option.acts.begin(), option.acts.end(),
                                                    [](const Act& act) { return act.kind == ActKind::seek_agreement; });
            const bool asks_consent = std::any_of(option.acts.begin(), option.acts.end(), [](const Act& act) {
                return act.kind == ActKind::seek_consent || act.kind == ActKind::rely_on_consent;
            });
            const auto says = [](const std::string& text, const char* word) {
                for (const ProseWord& one : words_of(text))
                    if (one.plain.starts_with(word)) return true;
                return false;
            };
            if (asks_agreement && !asks_consent && says(option.say, "consent"))
                diagnostics.report("W506", option.place,
                                   "the option '" + option.id + "' says consent, and does seek_agreement",
                                   "say \"agree\" for a service; use seek_consent when data law is meant");
        }
}

}  // namespace ntk
