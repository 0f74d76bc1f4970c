#include "game/tool/record_plan.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <vector>

#include "engine/host/source_file.h"
#include "engine/host/yaml_reader.h"
#include "engine/play/attempt.h"

namespace ntk::tool {

namespace {

// Where a place lies in the text, in bytes.
std::size_t offset_of(const std::string& text, Place place) {
    std::size_t at = 0;
    for (int line = 1; line < place.line && at < text.size(); ++line) {
        const std::size_t end = text.find('\n', at);
        at = end == std::string::npos ? text.size() : end + 1;
    }
    const auto continues = [&](std::size_t i) { return (static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U; };
    for (int column = 1; column < place.column && at < text.size(); ++column)
        for (++at; at < text.size() && continues(at);) ++at;
    return at;
}

// Where a scalar begins, its quotation mark included: its place is that of what is inside.
std::size_t scalar_begin(const std::string& text, const Tree& scalar) {
    const std::size_t begin = offset_of(text, scalar.place);
    const bool inside = scalar.quoted && begin > 0 && (text[begin - 1] == '"' || text[begin - 1] == '\'');
    return inside ? begin - 1 : begin;
}

// Where a scalar that begins here ends.
std::size_t scalar_end(const std::string& text, std::size_t begin) {
    if (begin < text.size() && (text[begin] == '"' || text[begin] == '\'')) {
        const std::size_t end = text.find(text[begin], begin + 1);
        return end == std::string::npos ? text.size() : end + 1;
    }
    std::size_t end = begin;
    while (end < text.size() && text[end] != '\n' && text[end] != ',' && text[end] != '}' && text[end] != ']' &&
           !(text[end] == '#' && text[end - 1] == ' '))
        ++end;
    while (end > begin && (text[end - 1] == ' ' || text[end - 1] == '\r')) --end;
    return end;
}

// What the verdict lines of a decision say of a norm: "breached 1/2: GR6.4 ..." gives "breached 1/2".
std::string found_state(const std::vector<std::string>& lines, const std::string& norm) {
    for (const std::string& line : lines) {
        const std::size_t colon = line.find(": ");
        const std::string rest = line.substr(colon + 2);
        if (rest.substr(0, rest.find(' ')) == norm) return line.substr(0, colon);
    }
    return {};
}

// Changes to a text, carried out from its end so that places before them stay true.
class Edits {
  public:
    explicit Edits(const std::string& text) : text_(text) {}

    void replace(const Tree& scalar, const std::string& value) {
        const std::size_t begin = scalar_begin(text_, scalar);
        edits_[begin] = {scalar_end(text_, begin), value};
    }

    // Adds a field behind a scalar, as its neighbours are written.
    void add_behind(const TreeEntry& entry, const std::string& field) {
        const std::size_t end = scalar_end(text_, scalar_begin(text_, entry.value));
        std::size_t next = end;
        while (next < text_.size() && text_[next] == ' ') ++next;
        const bool in_braces = next < text_.size() && (text_[next] == ',' || text_[next] == '}');
        const auto indent = static_cast<std::size_t>(entry.key_place.column - 1);
        if (in_braces)
            added_[end] += ", " + field;
        else
            added_[std::min(text_.find('\n', end), text_.size())] += "\n" + std::string(indent, ' ') + field;
    }

    std::string result() const {
        std::string result = text_;
        std::map<std::size_t, std::pair<std::size_t, std::string>> all = edits_;
        for (const auto& [at, field] : added_) all[at] = {at, field};
        for (auto edit = all.rbegin(); edit != all.rend(); ++edit)
            result.replace(edit->first, edit->second.first - edit->first, edit->second.second);
        return result;
    }

  private:
    const std::string& text_;
    std::map<std::size_t, std::pair<std::size_t, std::string>> edits_;  // begin -> end and new text
    std::map<std::size_t, std::string> added_;
};

const TreeEntry* entry_of(const Tree& run, const std::string& key) {
    const auto found =
        std::find_if(run.entries.begin(), run.entries.end(), [&](const TreeEntry& entry) { return entry.key == key; });
    return found == run.entries.end() ? nullptr : &*found;
}

// One run played and its differences written down. `problem` says what cannot be.
std::string record_run(const Tree& written, const Plan::Run& planned, const ScriptedRun& run, Edits& edits,
                       std::string& problem) {
    std::string changes;
    const auto change = [&](const std::string& what, const std::string& before, const std::string& now) {
        changes += (changes.empty() ? "" : "; ") + what + (before.empty() ? " " : " " + before + ", now ") + now;
    };
    const auto settle = [&](const std::string& key, const std::string& before, const std::string& now) {
        if (before == now || now.empty()) return;
        change(key, before, now);
        const TreeEntry* entry = entry_of(written, key);
        const TreeEntry* choices = entry_of(written, "choices");
        if (entry != nullptr)
            edits.replace(entry->value, now);
        else if (choices != nullptr && choices->value.kind == Tree::Kind::scalar)
            edits.add_behind(*choices, key + ": " + now);
    };
    const Attempt& attempt = run.player->attempt();
    settle("ending", planned.ending, attempt.ending() == nullptr ? "" : attempt.ending()->id);
    settle("breaches", planned.breaches < 0 ? "" : std::to_string(planned.breaches), std::to_string(run.breaches));
    const TreeEntry* verdicts = entry_of(written, "verdicts");
    for (std::size_t n = 0; verdicts != nullptr && n < planned.verdicts.size(); ++n) {
        const auto& [node, norms] = planned.verdicts[n];
        std::size_t at = 0;
        while (at < run.verdicts.size() && attempt.decisions()[at].node != node) ++at;
        if (at == run.verdicts.size()) problem = node + " is never decided; take it out of the run";
        for (std::size_t i = 0; at < run.verdicts.size() && i < norms.size(); ++i) {
            const auto& [norm, before] = norms[i];
            const std::string now = found_state(run.verdicts[at], norm);
            if (now.empty()) problem = norm + " is not judged at " + node + "; take it out of the run";
            if (now.empty() || now == before || now.starts_with(before + " ")) continue;
            change(norm + " at " + node, before, now);
            edits.replace(verdicts->value.entries[n].value.entries[i].value, now);
        }
    }
    return changes;
}

}  // namespace

RecordedPlan record_plan(const std::string& text, const Tree& tree, const std::shared_ptr<const Scenario>& scenario,
                         const std::shared_ptr<const RuleBook>& rules) {
    RecordedPlan recorded{text, {}, {}};
    Diagnostics diagnostics;
    diagnostics.add_source("the plan", text);
    const Plan plan = read_plan(tree, diagnostics);
    const Tree* runs = tree.find("runs");
    if (diagnostics.has_errors() || runs == nullptr) {
        recorded.problem = diagnostics.render();
        return recorded;
    }
    Edits edits(text);
    for (std::size_t i = 0; i < plan.runs.size(); ++i) {
        const Plan::Run& planned = plan.runs[i];
        std::string problem;
        const auto choices = read_choices(planned.choices, problem);
        if (problem.empty()) {
            const ScriptedRun run = run_script(scenario, rules, Mode::assessment, 0, choices);
            problem = run.problem;
            const std::string changes = problem.empty() ? record_run(runs->items[i], planned, run, edits, problem) : "";
            if (!changes.empty()) recorded.changes += planned.name + ": " + changes + "\n";
        }
        if (!problem.empty()) recorded.problem += planned.name + ": " + problem + "\n";
    }
    if (!recorded.problem.empty()) return recorded;
    recorded.text = edits.result();

    // What was written must say just that when it is read again.
    Diagnostics again;
    const Tree written = read_yaml(recorded.text, again.add_source("the plan", recorded.text), again);
    const Plan read = again.has_errors() ? Plan() : read_plan(written, again);
    bool failed = again.has_errors();
    const std::string result = failed ? again.render() : run_plan(read, scenario, rules, failed);
    if (failed) {
        recorded.problem = "it could not be written down in place:\n" + result;
        recorded.text = text;
    }
    return recorded;
}

std::string record_plan_file(const std::string& path, const std::shared_ptr<const Scenario>& scenario,
                             const std::shared_ptr<const RuleBook>& rules, bool& failed) {
    failed = true;
    const auto text = read_file(path);
    if (!text) return text.error().message + ".\n" + text.error().hint + ".\n";
    Diagnostics diagnostics;
    const Tree tree = read_yaml(*text, diagnostics.add_source(path, *text), diagnostics);
    if (diagnostics.has_errors()) return diagnostics.render();
    const RecordedPlan recorded = record_plan(*text, tree, scenario, rules);
    if (!recorded.problem.empty()) return "Nothing was recorded in " + path + ":\n" + recorded.problem;
    if (recorded.text != *text) {
        // A plan belongs to everybody who works on the case, and keeps whatever rights it had.
        std::error_code unknown;
        const auto rights = std::filesystem::status(path, unknown).permissions();
        if (const auto written = write_file_atomically(path, recorded.text); !written)
            return written.error().message + ".\n" + written.error().hint + ".\n";
        if (!unknown) std::filesystem::permissions(path, rights, unknown);
    }
    failed = false;
    if (recorded.changes.empty()) return path + " is as it was: every run comes out as planned.\n";
    return "Recorded in " + path + ":\n" + recorded.changes;
}

}  // namespace ntk::tool
