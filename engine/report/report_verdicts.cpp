#include "engine/report/report_verdicts.h"

#include <algorithm>

#include "engine/report/report_shapes.h"
#include "engine/text/fields.h"

namespace ntk {

namespace {

// One of the words of the table; empty after a fault.
std::string choice(Fields& fields, std::string_view key, std::string_view what, const FieldTable& table) {
    const auto found = fields.choice(key, what);
    return found ? table.find(key)->shape.values[static_cast<std::size_t>(*found)] : std::string();
}

bool required_flag(Fields& fields, std::string_view key) {
    return fields.require(key) != nullptr && fields.flag(key, false);
}

// "1", "0" or "1/2" in units of the grid; anything off the grid was not written by us.
std::int64_t credit_units(Fields& fields, Diagnostics& diagnostics) {
    const Tree* tree = fields.require("credit");
    if (tree == nullptr) return 0;
    const std::string text = fields.text("credit", "1");
    const std::size_t slash = text.find('/');
    const auto number = [](std::string_view digits) -> std::int64_t {
        if (digits.empty() || digits.size() > 5) return -1;
        std::int64_t value = 0;
        for (const char c : digits) {
            if (c < '0' || c > '9') return -1;
            value = value * 10 + (c - '0');
        }
        return value;
    };
    const std::int64_t part = number(std::string_view(text).substr(0, slash));
    const std::int64_t all = slash == std::string::npos ? 1 : number(std::string_view(text).substr(slash + 1));
    if (part >= 0 && all > 0 && part <= all && Credit::whole % all == 0) return part * (Credit::whole / all);
    diagnostics.report("E731", tree->place, "'" + text + "' is not a credit",
                       "a credit is a share from 0 to 1 in lowest terms, such as \"1/2\"");
    return 0;
}

void read_facts(Fields& verdict, Diagnostics& diagnostics) {
    verdict.require("facts");
    for (const Tree* item : verdict.list("facts")) {
        Fields fact(*item, "a fact", diagnostics, report_fact_fields());
        fact.require_text("path");
        fact.require("value");
        fact.text("value");
        fact.require("known_at");
        fact.number("known_at", 0);
        fact.finish();
    }
}

void read_exceptions(Fields& verdict, Diagnostics& diagnostics) {
    verdict.require("exceptions");
    for (const Tree* item : verdict.list("exceptions")) {
        Fields tried(*item, "an exception", diagnostics, report_exception_fields());
        tried.require_text("id");
        tried.require("says");
        tried.text("says");
        tried.choice("result", "result of an exception");
        tried.require("because");
        tried.names("because");
        tried.finish();
    }
}

// What a verdict adds to a decision, as engine/rules/score.cpp adds it to the whole.
void read_verdict(const Tree& tree, DecisionResult& decision, Diagnostics& diagnostics) {
    Fields fields(tree, "a verdict", diagnostics, report_verdict_fields());
    for (const char* key : {"norm", "key", "title", "word", "text_id"}) fields.require_text(key);
    for (const char* key : {"group", "because", "better"}) {
        fields.require(key);
        fields.text(key);
    }
    for (const char* key : {"cites", "citations", "reports"}) {
        fields.require(key);
        fields.names(key);
    }
    fields.choice("strand", "strand");
    const std::string state = choice(fields, "state", "state of a verdict", report_verdict_fields());
    const bool earns = choice(fields, "class", "class of a verdict", report_verdict_fields()) == "earn";
    fields.require("w");
    const std::int64_t weight = fields.number("w", 0);
    const std::int64_t units = credit_units(fields, diagnostics);
    const bool critical = required_flag(fields, "critical");
    const bool counted = required_flag(fields, "counted");
    read_facts(fields, diagnostics);
    read_exceptions(fields, diagnostics);
    fields.finish();

    const bool fell_short = state == "breached" || state == "repaired" || state == "missed";
    if (!counted || (!fell_short && state != "kept" && state != "excused")) return;
    if (earns) {
        decision.tally.offered += weight * Credit::whole;
        decision.tally.earned += weight * units;
        ++decision.tally.opportunities;
    } else if (state == "breached" || state == "repaired") {
        decision.tally.lost += weight * (Credit::whole - units);
    }
    if (fell_short) decision.band = critical ? DecisionBand::critical : std::min(decision.band, DecisionBand::short_of);
}

// Whether an act holds something back, or asks first, for want of consent.
bool waits_for_consent(const Tree& act) {
    for (const TreeEntry& entry : act.entries) {
        const Tree* gate = entry.value.find("gate");
        const Tree* reason = entry.value.find("reason");
        const bool holds = entry.key == "withhold" || entry.key == "refuse" || entry.key == "wait";
        if (entry.key == "seek_consent" && gate != nullptr && gate->text == "true") return true;
        if (holds && reason != nullptr && reason->text == "no_consent") return true;
    }
    return false;
}

}  // namespace

bool is_hex(std::string_view text, std::size_t least, std::size_t most) {
    return text.size() >= least && text.size() <= most &&
           text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::optional<DecisionResult> read_decision_result(const Tree& tree, std::int64_t sequence, Diagnostics& diagnostics) {
    DecisionResult decision;
    Fields fields(tree, "decision " + std::to_string(sequence), diagnostics, report_decision_fields());
    const Tree* written = fields.require("seq");
    if (written != nullptr && fields.number("seq", 0) != sequence)
        diagnostics.report("E734", written->place,
                           "this is decision " + written->text + ", where " + std::to_string(sequence) + " is due",
                           "decisions are numbered from 1; one was taken out, added or moved");
    fields.require("t");
    fields.number("t", 0);
    decision.node = fields.require_text("node");
    decision.option = fields.require_text("option");
    for (const char* key : {"when", "title", "chosen", "done"}) fields.require(key);
    for (const char* key : {"when", "chosen", "done"}) fields.text(key);
    decision.title = fields.text("title");
    required_flag(fields, "composed");
    const bool skipped = fields.flag("skipped", false);
    fields.number("confidence", 0);
    bool waits = false;
    fields.require("acts");
    for (const Tree* act : fields.list("acts")) {
        if (act->kind != Tree::Kind::mapping) Fields(*act, "an act", diagnostics);
        waits = waits || waits_for_consent(*act);
    }
    fields.require("verdicts");
    for (const Tree* verdict : fields.list("verdicts")) {
        if (skipped)
            diagnostics.report("E731", verdict->place, "this decision was skipped, so nothing was judged there",
                               "the report was changed after it was written");
        read_verdict(*verdict, decision, diagnostics);
    }
    fields.finish();
    if (skipped) return std::nullopt;
    decision.waited_for_consent = waits && decision.band != DecisionBand::sound;
    return decision;
}

}  // namespace ntk
