#include <cstdint>
#include <utility>

#include "engine/play/log.h"
#include "engine/play/version.h"
#include "engine/text/fields.h"
#include "engine/text/json_reader.h"
#include "engine/text/limits.h"
#include "engine/text/sha256.h"

namespace ntk {

namespace {

// The lines of a log; what follows the last line end is not a line.
std::vector<std::string> lines_of(std::string_view text, bool& cut_short) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        if (end == std::string_view::npos) break;
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    cut_short = !text.empty();
    return lines;
}

// One line as a Tree, or a missing Tree: what is wrong inside a line does not matter, only that it was changed.
Tree tree_of(const std::string& line) {
    Diagnostics ignored;
    const int source = ignored.add_source("line", line);
    return read_json(line, source, ignored);
}

std::string text_at(const Tree* tree, std::string_view key) {
    const Tree* found = tree == nullptr || tree->kind != Tree::Kind::mapping ? nullptr : tree->find(key);
    return found == nullptr || found->kind != Tree::Kind::scalar ? std::string() : found->text;
}

const Tree* under(const Tree& tree, std::string_view key) {
    return tree.kind == Tree::Kind::mapping ? tree.find(key) : nullptr;
}

std::optional<std::int64_t> whole_number(const std::string& text, std::int64_t most) {
    std::int64_t value = 0;
    if (text.empty() || text.size() > 18) return std::nullopt;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value <= most ? std::optional(value) : std::nullopt;
}

class LogReader {
  public:
    LogReader(int source, const Scenario& scenario, const RuleBook& rules, Diagnostics& diagnostics)
        : source_(source), scenario_(scenario), rules_(rules), diagnostics_(diagnostics) {}

    std::optional<LoggedAttempt> read(std::string_view text) {
        if (text.size() > limits::file_bytes) return refuse("E700", 1, "this is too large to be a decision log", "");
        log_.lines = lines_of(text, log_.cut_short);
        if (log_.lines.empty()) return refuse("E700", 1, "this is not a decision log", "it has no whole first line");
        if (!read_header()) return std::nullopt;
        for (std::size_t i = 1; i < log_.lines.size(); ++i)
            if (!read_line(i)) return std::nullopt;
        if (log_.cut_short)
            diagnostics_.report("W701", at(log_.lines.size() + 1), "the log breaks off in the middle of a line",
                                "what that line said is left out; the attempt is taken up before it");
        return std::move(log_);
    }

  private:
    Place at(std::size_t line) const { return {source_, static_cast<int>(line), 1}; }

    std::nullopt_t refuse(std::string_view code, std::size_t line, std::string message, std::string hint) {
        diagnostics_.report(code, at(line), std::move(message), std::move(hint));
        return std::nullopt;
    }
    bool fail(std::string_view code, std::size_t line, std::string message, std::string hint) {
        refuse(code, line, std::move(message), std::move(hint));
        return false;
    }

    bool read_header() {
        const std::string& line = log_.lines.front();
        const Tree tree = tree_of(line);
        const Tree* scenario = under(tree, "scenario");
        const Tree* packs = under(tree, "packs");
        if (under(tree, "v") == nullptr || scenario == nullptr || packs == nullptr)
            return fail("E700", 1, "this is not a decision log",
                        "the first line of one says which case and rules it belongs to");
        const std::string version = text_at(&tree, "v");
        const std::string engine = text_at(&tree, "engine");
        if (version != std::to_string(log_version) || engine != engine_version)
            return fail("E701", 1, "this log was written by engine " + engine + " (log version " + version + ")",
                        "this is engine " + std::string(engine_version) + ", which may judge differently");
        if (text_at(scenario, "id") != scenario_.id)
            return fail("E702", 1, "this log belongs to the case '" + text_at(scenario, "id") + "'",
                        "it cannot be taken up in '" + scenario_.id + "'");
        if (text_at(scenario, "version") != scenario_.version || text_at(scenario, "sha256") != scenario_.sha256)
            return fail(
                "E703", 1,
                "the case has changed since: the log was written with version " + text_at(scenario, "version"),
                "here is version " + scenario_.version + "; an attempt is taken up with the same text it began with");
        log_.mode = text_at(&tree, "mode") == "assessment" ? Mode::assessment : Mode::practice;
        const auto seed = whole_number(text_at(&tree, "seed"), INT64_MAX);
        log_.seed = seed.value_or(0);
        const std::string expected = header_line(scenario_, rules_, log_.mode, log_.seed);
        if (line == expected) return true;
        if (text_at(packs, "sha256") != rules_.sha256() || text_at(packs, "as_of") != rules_.as_of())
            return fail("E704", 1, "the rules have changed since: the log was judged as of " + text_at(packs, "as_of"),
                        "here are other rules (" + rules_.as_of() + "); nothing is judged again without saying so");
        return fail("E705", 1, "the first line is not as it was written",
                    "it was changed, or written by something else");
    }

    bool read_line(std::size_t i) {
        const Tree tree = tree_of(log_.lines[i]);
        if (log_.ended)
            return fail("E709", i + 1, "there is a line after the end of the case", "it was added by something else");
        const std::string sequence = std::to_string(i);
        if (tree.kind != Tree::Kind::mapping || text_at(&tree, "seq") != sequence)
            return fail("E705", i + 1, "this line is not as it was written",
                        "it was changed, or lines were taken out or put in a different order");
        if (text_at(&tree, "prev_hash") != sha256(log_.lines[i - 1]))
            return fail("E706", i + 1, "this line does not follow from the line before it",
                        "one of the two was changed after it was written");
        if (tree.find("ending") != nullptr || tree.find("early") != nullptr) {
            log_.ended = true;
            log_.ended_early = tree.find("early") != nullptr;
            return true;
        }
        LoggedChoice choice;
        choice.node = text_at(&tree, "node");
        choice.option = text_at(&tree, "option");
        choice.skipped = tree.find("skipped") != nullptr;
        choice.line = static_cast<int>(i) + 1;
        if (const Tree* answers = tree.find("answers")) {
            choice.composed = true;
            for (const TreeEntry& entry : answers->entries) {
                std::vector<std::string>& given = choice.answers[entry.key];
                for (const Tree& id : entry.value.items) given.push_back(id.text);
            }
        }
        if (tree.find("confidence") != nullptr)
            choice.confidence = static_cast<int>(whole_number(text_at(&tree, "confidence"), 100).value_or(-1));
        log_.choices.push_back(std::move(choice));
        return true;
    }

    int source_;
    const Scenario& scenario_;
    const RuleBook& rules_;
    Diagnostics& diagnostics_;
    LoggedAttempt log_;
};

}  // namespace

std::optional<LoggedAttempt> read_log(std::string_view text, int source, const Scenario& scenario,
                                      const RuleBook& rules, Diagnostics& diagnostics) {
    return LogReader(source, scenario, rules, diagnostics).read(text);
}

Origin origin_of(const Tree& head) {
    const Tree* scenario = under(head, "scenario");
    const Tree* packs = under(head, "packs");
    Origin origin;
    origin.engine = text_at(&head, "engine");
    origin.scenario = text_at(scenario, "id");
    origin.scenario_version = text_at(scenario, "version");
    origin.scenario_sha256 = text_at(scenario, "sha256");
    origin.as_of = text_at(packs, "as_of");
    origin.rules_sha256 = text_at(packs, "sha256");
    const Tree* stack = packs == nullptr ? nullptr : under(*packs, "stack");
    if (stack != nullptr)
        for (const Tree& pack : stack->items) origin.stack.push_back({text_at(&pack, "id"), text_at(&pack, "version")});
    return origin;
}

Origin origin_of_log(std::string_view text) { return origin_of(tree_of(std::string(text.substr(0, text.find('\n'))))); }

std::string scenario_of_log(std::string_view text) { return origin_of_log(text).scenario; }

}  // namespace ntk
