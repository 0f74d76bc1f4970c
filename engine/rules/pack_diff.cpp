#include "engine/rules/pack_diff.h"

#include <algorithm>
#include <utility>

#include "engine/casework/clock.h"
#include "engine/rules/rule_view.h"

namespace ntk {

namespace {

// One comparable thing: its name, a title and its parts as text.
struct Thing {
    std::string what, title;
    std::vector<std::pair<std::string, std::string>> parts;
};

std::string lines(const std::vector<std::string>& all) {
    std::string text;
    for (const std::string& one : all) text += (text.empty() ? "" : "\n") + one;
    return text;
}

// The deadline of a duty in words: "when case.harm is actual: 1 decision; otherwise: the close".
std::string deadline_words(const DutyRule& duty) {
    if (duty.by_request) return "when the request says";
    std::string text;
    for (const DeadlineStep& step : duty.deadline) {
        text +=
            (text.empty() ? "" : "; ") + (step.when ? "when " + step.when.source() : std::string("otherwise")) + ": ";
        if (step.at_close) {
            text += "the close";
            continue;
        }
        std::string clock = step.at ? step.at.source() : std::string();
        if (step.clock.minutes > 0 || step.clock.working_days > 0) clock = span_text(step.clock);
        const std::string decisions =
            step.decisions == 0 ? "at once"
                                : std::to_string(step.decisions) + (step.decisions == 1 ? " decision" : " decisions");
        text += clock.empty() ? decisions : "the later of " + clock + " and " + decisions;
    }
    return text;
}

Thing thing_of(const RuleBook& rules, const Norm& norm) {
    const NormView view = norm_view(rules, norm);
    Thing thing{"norm " + norm.id, norm.title, {}};
    const auto add = [&](std::string part, std::string text) {
        thing.parts.emplace_back(std::move(part), std::move(text));
    };
    add("title", view.title);
    add("says", view.says);
    add("kind", view.type);
    add("counted as", view.alias_of);
    add("strand", view.strand);
    add("severity", view.severity + (norm.critical_if ? " when " + norm.critical_if.source() : "") +
                        (norm.double_if ? " when " + norm.double_if.source() : ""));
    add("grade", view.grade);
    add("sign-off", view.signoff);
    add("source", lines(view.citations));
    add("headings", lines(view.headings));
    add("notes", lines(view.notes));
    for (const PartView& part : view.parts) {
        const std::string of = part.name.empty() ? std::string() : " (" + part.name + ")";
        add("judged" + of, part.judged);
        add("credit" + of, part.credit);
        add("exceptions" + of, lines(part.unless));
        add("repair" + of, lines(part.repair));
        for (const auto& [label, text] : part.conditions) add("condition \"" + label + "\"" + of, text);
    }
    for (const auto& [state, text] : norm.explain) add("explanation when " + state, text);
    add("what would have kept it", view.better);
    add("to say aloud", view.aloud);
    return thing;
}

std::vector<Thing> things_of(const RuleBook& rules) {
    std::vector<Thing> all;
    for (const Norm& norm : rules.norms()) all.push_back(thing_of(rules, norm));
    for (const Definitions::Definition& definition : rules.definitions().all())
        all.push_back({"definition " + definition.name,
                       definition.says,
                       {{"says", definition.says},
                        {"condition", definition.body.source()},
                        {"source", rules.citation_text(definition.cite)}}});
    for (const DutyRule& duty : rules.duties())
        all.push_back({"duty " + duty.id,
                       duty.says,
                       {{"says", duty.says},
                        {"kind", duty.kind_name},
                        {"for each", duty.per ? duty.per.domain.source() : std::string()},
                        {"when", duty.when ? duty.when.source() : std::string()},
                        {"recipients", duty.to ? duty.to.domain.source() : std::string()},
                        {"items", duty.items ? duty.items.source() : std::string()},
                        {"stays due", duty.still ? duty.still.source() : std::string()},
                        {"need not be told", duty.silent ? duty.silent.source() : std::string()},
                        {"deadline", deadline_words(duty)},
                        {"source", rules.citation_text(duty.cite)}}});
    for (const Zone& zone : rules.zones())
        all.push_back({"divided practice " + zone.id,
                       zone.says,
                       {{"says", zone.says},
                        {"when", zone.when ? zone.when.source() : std::string()},
                        {"never scored there", lines(zone.silences)},
                        {"only deducts there", lines(zone.suspends)}}});
    for (const Heading& heading : rules.headings())
        all.push_back({"heading " + heading.id, heading.title, {{"title", heading.title}}});
    const PassRule& pass = rules.pass_rule();
    all.push_back({"pass rule",
                   "",
                   {{"cut", std::to_string(pass.cut_percent) + "%"},
                    {"floor of each strand", std::to_string(pass.strand_floor_percent) + "%"}}});
    return all;
}

const Thing* find(const std::vector<Thing>& things, const std::string& what) {
    const auto found =
        std::find_if(things.begin(), things.end(), [&](const Thing& thing) { return thing.what == what; });
    return found == things.end() ? nullptr : &*found;
}

std::string part_of(const Thing& thing, const std::string& name) {
    for (const auto& [part, text] : thing.parts)
        if (part == name) return text;
    return {};
}

void compare(const Thing& before, const Thing& after, std::vector<RuleChange>& changes) {
    std::vector<std::string> names;
    for (const Thing* thing : {&after, &before})
        for (const auto& [name, text] : thing->parts)
            if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    // A norm that another now stands for has no parts of its own: only that is worth saying.
    const bool stood_for = part_of(before, "counted as") != part_of(after, "counted as");
    for (const std::string& name : names) {
        if (stood_for && name != "counted as") continue;
        std::string was = part_of(before, name);
        std::string is = part_of(after, name);
        if (was != is)
            changes.push_back(
                {RuleChange::Kind::changed, after.what, after.title, name, std::move(was), std::move(is)});
    }
}

std::string stack_words(const RuleBook& rules) {
    std::string text;
    for (const PackId& pack : rules.stack()) text += (text.empty() ? "" : ", ") + pack.id + " " + pack.version;
    return text + "; as of " + rules.as_of();
}

std::string indented(const std::string& text) {
    if (text.empty()) return "    (nothing)\n";
    std::string out = "    ";
    for (const char c : text) out += c == '\n' ? std::string("\n    ") : std::string(1, c);
    return out + "\n";
}

}  // namespace

std::vector<RuleChange> compare_rules(const RuleBook& before, const RuleBook& after) {
    const std::vector<Thing> old_things = things_of(before);
    const std::vector<Thing> new_things = things_of(after);
    std::vector<RuleChange> changes;
    for (const Thing& thing : new_things) {
        if (const Thing* old = find(old_things, thing.what))
            compare(*old, thing, changes);
        else
            changes.push_back({RuleChange::Kind::added, thing.what, thing.title, {}, {}, {}});
    }
    for (const Thing& thing : old_things)
        if (find(new_things, thing.what) == nullptr)
            changes.push_back({RuleChange::Kind::removed, thing.what, thing.title, {}, {}, {}});
    return changes;
}

std::string diff_text(const RuleBook& before, const RuleBook& after) {
    const std::vector<RuleChange> changes = compare_rules(before, after);
    std::string out = "Before: " + stack_words(before) + "\nAfter:  " + stack_words(after) + "\n";
    if (changes.empty()) return out + "\nNothing differs.\n";
    std::string last;
    for (const RuleChange& change : changes) {
        const std::string title = change.title.empty() ? "" : ": " + change.title;
        if (change.kind == RuleChange::Kind::added) out += "\nAdded " + change.what + title + "\n";
        if (change.kind == RuleChange::Kind::removed) out += "\nGone " + change.what + title + "\n";
        if (change.kind != RuleChange::Kind::changed) continue;
        if (change.what != last) out += "\nChanged " + change.what + title + "\n";
        last = change.what;
        out += "  " + change.field + ", before:\n" + indented(change.before) + "  " + change.field + ", after:\n" +
               indented(change.after);
    }
    return out;
}

}  // namespace ntk
