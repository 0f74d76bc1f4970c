#include <algorithm>
#include <set>

#include "engine/study/lint/finders.h"

namespace ntk {

namespace {

void report_unread(const LintCase& lint, const char* section, const char* code, const char* what, const char* hint,
                   Diagnostics& diagnostics) {
    const Tree* all = lint.tree.find(section);
    if (all == nullptr) return;
    for (const TreeEntry& entry : all->entries) {
        if (lint.names.has(entry.key)) continue;
        diagnostics.report(code, entry.key_place, "nothing uses the " + std::string(what) + " '" + entry.key + "'",
                           hint);
    }
}

const Vocabulary& v() { return vocabulary(); }

bool act_concerns(const Act& act, int party) {
    for (const Setting& setting : act.settings) {
        const Type& type = v().schema.fields[static_cast<std::size_t>(setting.fact)].type;
        const bool about_parties =
            type.of >= 0 && (type.of == v().party || type.of == v().person || type.of == v().agency);
        if (type.base == Type::Base::entity_set && about_parties && setting.set.has(party)) return true;
        if (type.base == Type::Base::entity && about_parties && setting.number == party) return true;
    }
    return false;
}

// Whether an option or a form does something with this person or agency: what is given to someone who asked is an
// answer, whether it names the request or not.
bool some_choice_concerns(const Scenario& scenario, const std::string& id) {
    const int party = scenario.opening.find(v().party, id);
    if (party < 0) return false;
    for (const Node& node : scenario.nodes) {
        for (const Option& option : node.options)
            for (const Act& act : option.acts)
                if (act_concerns(act, party)) return true;
        for (const Compose& form : node.composes)
            if (form.to.has(party)) return true;
    }
    return false;
}

// Whether somebody has a part in the story: speaks in it, or is called by name.
bool is_in_story(const LintCase& lint, const std::string& name) {
    const std::vector<std::string> phrase = phrase_of(name);
    for (const Node& node : lint.scenario->nodes)
        for (const Passage& passage : node.text)
            if (passage.speaker == name) return true;
    for (const CaseText& text : lint.texts)
        if (!text.node.empty() && find_phrase(text, phrase) < text.words.size()) return true;
    return false;
}

}  // namespace

void find_unread_items(const LintCase& lint, Diagnostics& diagnostics) {
    report_unread(lint, "items", "W530", "piece of information",
                  "let an option, a form, a request or a condition use it, or take it out", diagnostics);
}

void find_unread_parties(const LintCase& lint, Diagnostics& diagnostics) {
    for (const char* section : {"people", "agencies"}) {
        const Tree* all = lint.tree.find(section);
        if (all == nullptr) continue;
        for (const TreeEntry& entry : all->entries) {
            const Tree* name = entry.value.find("name");
            const Tree* role = entry.value.find("role");
            const bool child = role != nullptr && role->text == "child";
            if (child || lint.names.has(entry.key) || (name != nullptr && is_in_story(lint, name->text))) continue;
            diagnostics.report("W531", entry.key_place, "nothing names '" + entry.key + "'",
                               "let an act, a fact or a condition name them, or take them out");
        }
    }
}

void find_unread_happenings(const LintCase& lint, Diagnostics& diagnostics) {
    const Tree* all = lint.tree.find("requests");
    if (all == nullptr) return;
    for (const TreeEntry& entry : all->entries) {
        const Tree* asker = entry.value.find("from");
        if (lint.names.has(entry.key) || (asker != nullptr && some_choice_concerns(*lint.scenario, asker->text)))
            continue;
        diagnostics.report("W532", entry.key_place, "no option answers the request '" + entry.key + "'",
                           "let an option share with whoever asks, refuse or explain, or take the request out");
    }
    // A pull or an event is read by the rules as soon as a scene reveals it (E614 finds those that none does).
}

void find_unread_flags(const LintCase& lint, Diagnostics& diagnostics) {
    const Tree* flags = lint.tree.find("flags");
    if (flags == nullptr) return;
    std::set<std::string> raised;
    for (const Node& node : lint.scenario->nodes)
        for (const Option& option : node.options) raised.insert(option.flags.begin(), option.flags.end());
    for (const Tree& flag : flags->items) {
        if (!lint.names.has_condition(flag.text))
            diagnostics.report("W533", flag.place, "nothing asks whether '" + flag.text + "' was raised",
                               "show a passage when it is, or take the flag out");
        else if (raised.count(flag.text) == 0)
            diagnostics.report("W533", flag.place, "no option raises '" + flag.text + "'",
                               "let an option raise it with 'flags', or take it out");
    }
}

void find_unread_meters(const LintCase& lint, Diagnostics& diagnostics) {
    const Tree* meters = lint.tree.find("meters");
    if (meters == nullptr) return;
    std::set<std::string> read;
    for (const Ending& ending : lint.scenario->endings)
        for (const Ending::Bound& bound : ending.when) read.insert(bound.meter);
    for (const TreeEntry& entry : meters->entries)
        if (read.count(entry.key) == 0)
            diagnostics.report("W534", entry.key_place, "no ending hangs on the meter '" + entry.key + "'",
                               "let an ending ask for it with 'when', or take it out");
}

}  // namespace ntk
