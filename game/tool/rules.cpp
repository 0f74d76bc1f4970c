#include "game/tool/rules.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <ostream>

#include "engine/host/library.h"
#include "engine/host/source_file.h"
#include "engine/report/rule_book_html.h"
#include "engine/report/situation_report.h"
#include "engine/rules/mutants.h"
#include "engine/rules/pack_diff.h"
#include "engine/rules/pack_tests.h"
#include "engine/text/fields.h"
#include "game/tool/rule_coverage.h"
#include "game/tool/rule_stack.h"
#include "game/tool/rules_changed.h"

namespace ntk::tool {

namespace {

constexpr int ok = 0;
constexpr int findings = 1;
constexpr int usage = 2;
constexpr int cannot_read = 3;

const char* const usual_packs = "england-2024,plymouth";

// Reads the stack asked for and says what is wrong with it.
RuleStack open_stack(const std::string& packs, const std::string& as_of, std::ostream& err) {
    Diagnostics diagnostics;
    RuleStack stack = read_stack(split_names(packs), as_of, diagnostics);
    err << diagnostics.render();
    return stack;
}

// "england-2024,plymouth@2025-01-01": packs, and a date of their own.
RuleStack open_dated(const std::string& written, const std::string& as_of, std::ostream& err) {
    const std::size_t at = written.find('@');
    return at == std::string::npos ? open_stack(written, as_of, err)
                                   : open_stack(written.substr(0, at), written.substr(at + 1), err);
}

// The packs with tests beside them, by name.
std::vector<std::string> tested_packs() {
    static const std::string ending = ".tests.yaml";
    std::vector<std::string> names;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(pack_folder(), error), end; !error && entry != end;
         entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (name.ends_with(ending)) names.push_back(name.substr(0, name.size() - ending.size()));
    }
    std::sort(names.begin(), names.end());
    return names;
}

int test_pack(const std::string& pack, const std::string& as_of, std::ostream& out, std::ostream& err) {
    Diagnostics diagnostics;
    const Tree tests = read_tree_file(pack_folder() / (pack + ".tests.yaml"), diagnostics);
    const Tree* packs = tests.find("packs");
    const Tree* day = tests.find("as_of");
    std::vector<std::string> names;
    if (packs != nullptr)
        for (const Tree& name : packs->items) names.push_back(name.text);
    if (names.empty()) names = stack_of(pack, diagnostics);
    const RuleStack stack = read_stack(names, as_of.empty() && day != nullptr ? day->text : as_of, diagnostics);
    PackTestResult result;
    if (stack.rules && !diagnostics.has_errors()) result = run_pack_tests(tests, stack.rules, diagnostics);
    err << diagnostics.render();
    if (!stack.rules || diagnostics.has_errors()) return cannot_read;
    out << pack << ": " << result.tests << " tests, " << result.expectations << " expectations, "
        << result.failures.size() << " failures\n";
    for (const std::string& failure : result.failures) out << "  " << failure << "\n";
    std::map<std::string, std::set<std::string>> seen;
    for (const auto& [norm, state] : result.seen) seen[norm].insert(state);
    out << state_table(*stack.rules, seen, pack) << "\n";
    return result.failures.empty() ? ok : findings;
}

// The tests of a pack with small faults put into it. Prints what no test noticed.
int hunt(const std::string& pack, const std::string& subject, int one_in, std::ostream& out, std::ostream& err) {
    Diagnostics diagnostics;
    const Tree tests = read_tree_file(pack_folder() / (pack + ".tests.yaml"), diagnostics);
    const Tree* day = tests.find("as_of");
    const RuleStack stack = read_stack(stack_of(pack, diagnostics), day == nullptr ? "" : day->text, diagnostics);
    MutantHunt found;
    if (stack.rules) found = hunt_mutants(stack.trees, tests, stack.rules->as_of(), subject, one_in, diagnostics);
    err << diagnostics.render();
    if (diagnostics.has_errors()) return cannot_read;
    for (const Mutant& mutant : found.unnoticed)
        out << "  line " << mutant.place.line << ", " << mutant.subject << ": " << mutant.says << "\n";
    int excused = 0;
    for (const Unnoticed& one : found.excused) {
        excused += one.used ? 1 : 0;
        if (!one.used && one_in == 1 && (subject.empty() || subject == one.subject))
            out << "  listed under `unnoticed` on line " << one.place.line
                << " of the tests, and no longer so: " << one.subject << ": " << one.says << "\n";
    }
    out << pack << ": " << found.tried << " faults tried, " << found.noticed << " noticed, " << excused
        << " listed with a reason, " << found.unnoticed.size() << " unnoticed; " << found.stillborn
        << " more could not be loaded\n";
    return found.unnoticed.empty() ? ok : findings;
}

}  // namespace

RulesCommand::RulesCommand(CLI::App& app) : packs_(usual_packs) {
    command_ = app.add_subcommand("rules", "Read, compare, test and print the rules; judge a situation on its own");
    command_->require_subcommand(1);
    const auto add = [&](const char* name, const char* says, bool stack = true) {
        CLI::App* sub = command_->add_subcommand(name, says);
        if (stack)
            sub->add_option("--packs", packs_, "Rule packs, base first, with commas between")->capture_default_str();
        sub->add_option("--as-of", as_of_, "The rules as they stood on this day: 2024-09-01");
        return sub;
    };
    add("list", "Every norm with its grade, strand, severity and headings");
    add("show", "One norm beside its source, in plain words")
        ->add_option("norm", norms_, "Norms by id: GR5.1")
        ->required();
    add("test", "Run the tests of the packs and show what they cover", false)
        ->add_option("packs", norms_, "Packs to test; all when none is named");
    CLI::App* mutants = add("mutants", "Put small faults into a pack and see whether its tests notice", false);
    mutants->add_option("pack", before_, "The pack")->required();
    mutants->add_option("--subject", after_, "Only faults in this norm, definition or duty");
    mutants->add_option("--one-in", one_in_, "Only every so many-th fault")->check(CLI::Range(1, 1000));
    CLI::App* coverage = add("coverage", "Which norms the options of the scenarios bring to which verdicts (a sample)");
    coverage->add_option("--scenario", scenario_, "Only this scenario file");
    coverage->add_option("--ways", ways_, "Ways tried at random through each, beside the best one")
        ->check(CLI::Range(0, 1000));
    CLI::App* diff = add("diff", "What differs between two stacks of packs", false);
    diff->add_option("before", before_, "Packs: england-2024,plymouth; a day may follow: @2024-09-01")->required();
    diff->add_option("after", after_, "Packs, likewise")->required();
    CLI::App* changed =
        add("changed", "What an old decision log would come to under other rules; changes nothing", false);
    changed->add_option("logs", norms_, "The decision logs (.jsonl)")->required();
    changed->add_option(
        "--packs", before_,
        "The other rules, base first; a day may follow: @2024-09-01. Else: the packs of the log as shipped");
    changed->add_option("--old-packs", old_packs_,
                        "A folder with rule packs of other versions, by which the log was judged");
    changed->add_option("--scenario", scenario_, "The scenario file, when it is not one of ours");
    changed->add_flag("--json", json_, "Write the differences as JSON");
    add("book", "The rule book as a page to print, review and sign")
        ->add_option("--out", out_file_, "Write the page here (.html)")
        ->required();
    CLI::App* judge = add("judge", "Judge a situation written in a file", false);
    judge->add_option("file", situation_, "The situation (assets/rulepacks/situations.md shows how to write one)")
        ->required();
    judge->add_option("--packs", before_, "Rule packs instead of those the file names");
    judge->add_flag("--json", json_, "Write the verdicts as JSON");
    judge->add_flag("--change-one-fact", changed_facts_,
                    "Beside each verdict, the smallest change of facts that would have made it come out otherwise");
}

bool RulesCommand::chosen() const { return command_->parsed(); }

int RulesCommand::run(std::ostream& out, std::ostream& err) const {
    const std::vector<CLI::App*> subs = command_->get_subcommands();
    const std::string name = subs.empty() ? std::string() : subs.front()->get_name();
    if (name == "list") return list(out, err);
    if (name == "show") return show(out, err);
    if (name == "test") return test(out, err);
    if (name == "mutants") return hunt(before_, after_, one_in_, out, err);
    if (name == "coverage") return coverage(out, err);
    if (name == "diff") return diff(out, err);
    if (name == "book") return book(out, err);
    if (name == "changed") return rules_changed({norms_, before_, as_of_, scenario_, old_packs_, json_}, out, err);
    return judge(out, err);
}

int RulesCommand::list(std::ostream& out, std::ostream& err) const {
    const RuleStack stack = open_stack(packs_, as_of_, err);
    if (!stack.rules) return cannot_read;
    out << list_text(*stack.rules);
    return ok;
}

int RulesCommand::show(std::ostream& out, std::ostream& err) const {
    const RuleStack stack = open_stack(packs_, as_of_, err);
    if (!stack.rules) return cannot_read;
    std::vector<std::string> known;
    for (const Norm& norm : stack.rules->norms()) known.push_back(norm.id);
    bool first = true;
    for (const std::string& id : norms_) {
        const auto& norms = stack.rules->norms();
        const auto norm = std::find_if(norms.begin(), norms.end(), [&](const Norm& one) { return one.id == id; });
        if (norm == norms.end()) {
            err << "There is no norm '" << id << "' in these packs." << did_you_mean(id, known) << "\n";
            return usage;
        }
        out << (first ? "" : "\n\n") << norm_text(norm_view(*stack.rules, *norm));
        first = false;
    }
    return ok;
}

int RulesCommand::test(std::ostream& out, std::ostream& err) const {
    int worst = ok;
    for (const std::string& pack : norms_.empty() ? tested_packs() : norms_)
        worst = std::max(worst, test_pack(pack, as_of_, out, err));
    return worst;
}

int RulesCommand::coverage(std::ostream& out, std::ostream& err) const {
    const RuleStack stack = open_stack(packs_, as_of_, err);
    if (!stack.rules) return cannot_read;
    std::vector<std::filesystem::path> files;
    if (!scenario_.empty()) files.emplace_back(scenario_);
    if (scenario_.empty())
        for (const CaseOnShelf& card : load_library(product_root() / "scenarios").cases) files.push_back(card.path);
    std::vector<ScenarioCoverage> all;
    int worst = ok;
    for (const std::filesystem::path& file : files) {
        Diagnostics diagnostics;
        const auto scenario = load_scenario(file, diagnostics);
        err << diagnostics.render();
        if (scenario)
            all.push_back(sample_coverage(scenario, stack.rules, ways_));
        else
            worst = cannot_read;
    }
    out << coverage_text(*stack.rules, all);
    return worst;
}

int RulesCommand::diff(std::ostream& out, std::ostream& err) const {
    const RuleStack before = open_dated(before_, as_of_, err);
    const RuleStack after = open_dated(after_, as_of_, err);
    if (!before.rules || !after.rules) return cannot_read;
    out << diff_text(*before.rules, *after.rules);
    return ok;
}

int RulesCommand::book(std::ostream& out, std::ostream& err) const {
    const RuleStack stack = open_stack(packs_, as_of_, err);
    if (!stack.rules) return cannot_read;
    Diagnostics diagnostics;
    const Tree file = read_tree_file(pack_folder() / "trace.yaml", diagnostics);
    const SourceTrace trace = diagnostics.has_errors() ? SourceTrace{} : read_source_trace(file, diagnostics);
    err << diagnostics.render();
    if (diagnostics.has_errors()) return cannot_read;
    if (const auto written = write_file_atomically(out_file_, rule_book_html(*stack.rules, stack.cards, trace));
        !written) {
        err << written.error().message << "\n";
        return cannot_read;
    }
    out << "The rule book is in " << out_file_ << ".\n";
    return ok;
}

int RulesCommand::judge(std::ostream& out, std::ostream& err) const {
    Diagnostics diagnostics;
    const Tree file = read_tree_file(situation_, diagnostics);
    Situation situation;
    if (!diagnostics.has_errors()) situation = read_situation_file(file, diagnostics);
    RuleStack stack;
    if (!diagnostics.has_errors()) {
        std::vector<std::string> packs = before_.empty() ? situation.packs : split_names(before_);
        if (packs.empty()) packs = split_names(usual_packs);
        stack = read_stack(packs, as_of_.empty() ? situation.as_of : as_of_, diagnostics);
    }
    err << diagnostics.render();
    if (!stack.rules) return cannot_read;
    const JudgedSituation judged = judge_situation(situation, stack.rules);
    if (json_)
        out << situation_json(situation, judged, stack.rules, changed_facts_).pretty() << "\n";
    else
        out << situation_text(situation, judged, stack.rules, changed_facts_);
    return ok;
}

}  // namespace ntk::tool
