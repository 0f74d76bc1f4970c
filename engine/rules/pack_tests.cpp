#include "engine/rules/pack_tests.h"

#include <algorithm>

#include "engine/rules/judge.h"
#include "engine/rules/pack_shapes.h"
#include "engine/rules/situation.h"

namespace ntk {

namespace {

const std::vector<std::string>& state_names() {
    static const std::vector<std::string> names = {"inactive", "pending", "kept",   "breached",  "repaired",
                                                   "excused",  "missed",  "lapsed", "contested", "error"};
    return names;
}

// One expected verdict: "breached 1/3", "kept", or "none" for no verdict at all. "once" says that there is one such
// verdict and no more, "critical" that it is one.
struct Expected {
    std::string norm, state, credit;
    bool once = false;
    bool critical = false;
    Place place;
};

// Cuts a word off the end of an expectation.
bool cut_word(std::string& text, std::string_view word) {
    const std::string ending = " " + std::string(word);
    if (!text.ends_with(ending)) return false;
    text.resize(text.size() - ending.size());
    return true;
}

class Runner {
  public:
    Runner(const std::shared_ptr<const RuleBook>& rules, Diagnostics& diagnostics)
        : rules_(rules), diagnostics_(diagnostics) {}

    void run(const Tree& test, const Tree* situations, PackTestResult& result) {
        Fields fields(test, "the test", diagnostics_, pack_test_fields());
        name_ = fields.require_text("name");
        const Tree* situation = nullptr;
        if (const Tree* named = fields.find("situation")) {
            situation = situations == nullptr ? nullptr : situations->find(named->text);
            if (situation == nullptr)
                diagnostics_.report("E422", named->place, "there is no situation called '" + named->text + "'",
                                    "describe it under situations:");
        }
        Situation read;
        const std::vector<const Tree*> steps = fields.list("steps");
        const Tree* finally = fields.find("finally");
        if (situation == nullptr && fields.find("situation") != nullptr) {
            fields.finish();
            return;
        }
        if (situation != nullptr) {
            Fields facts(*situation, "the situation", diagnostics_, situation_fields());
            read_situation(facts, steps, Expectations::allowed, read, diagnostics_);
            facts.finish();
        } else {
            read_situation(fields, steps, Expectations::allowed, read, diagnostics_);
        }
        fields.finish();
        std::vector<std::vector<Expected>> expected;
        for (const SituationStep& step : read.steps)
            expected.push_back(step.expect == nullptr ? std::vector<Expected>{} : read_expected(*step.expect));
        const std::vector<Expected> at_close = finally == nullptr ? std::vector<Expected>{} : read_expected(*finally);
        if (diagnostics_.has_errors()) return;
        ++result.tests;
        Judge judge(rules_, read.opening, {}, Proofs::left_out);
        for (std::size_t i = 0; i < read.steps.size(); ++i) {
            judge.arrive(read.steps[i].arrival);
            judge.act(read.steps[i].acts);
            compare(expected[i], judge, result);
        }
        judge.close();
        compare(at_close, judge, result);
    }

  private:
    std::vector<Expected> read_expected(const Tree& tree) {
        std::vector<Expected> expected;
        if (tree.kind != Tree::Kind::mapping) Fields(tree, "what is expected", diagnostics_);
        for (const TreeEntry& entry : tree.entries) {
            Expected one;
            one.norm = entry.key;
            one.place = entry.key_place;
            auto text = read_text(entry.value, "the verdict expected", diagnostics_);
            if (!text) continue;
            one.critical = cut_word(*text, "critical");
            one.once = cut_word(*text, "once");
            const std::size_t space = text->find(' ');
            one.state = text->substr(0, space);
            if (space != std::string::npos) one.credit = text->substr(space + 1);
            const bool known = one.state == "none" ||
                               std::find(state_names().begin(), state_names().end(), one.state) != state_names().end();
            if (!known)
                diagnostics_.report("E423", entry.value.place, "'" + one.state + "' is not a verdict",
                                    did_you_mean(one.state, state_names()));
            if (rules_->norm(one.norm) == nullptr)
                diagnostics_.report("E407", entry.key_place, "there is no norm '" + one.norm + "'", "");
            expected.push_back(std::move(one));
        }
        return expected;
    }

    static bool same_credit(const Credit& credit, const std::string& written) {
        return written.empty() || credit.text() == written;
    }

    void compare(const std::vector<Expected>& expected, const Judge& judge, PackTestResult& result) {
        if (expected.empty()) return;
        const std::vector<Verdict> verdicts = judge.verdicts();
        for (const Expected& want : expected) {
            ++result.expectations;
            std::string got;
            int found = 0;
            for (const Verdict& verdict : verdicts) {
                if (verdict.norm != want.norm) continue;
                VerdictState state = verdict.state;
                const bool in_force = state == VerdictState::pending && verdict.last_in_force == judge.decision();
                if (in_force) state = VerdictState::kept;  // a prohibition in force that nothing breached
                if (state == VerdictState::pending && verdict.credit_class == CreditClass::deduct &&
                    want.state == "none")
                    continue;
                const std::string& name = state_names()[static_cast<std::size_t>(state)];
                got += (got.empty() ? "" : ", ") + name + " " + verdict.credit.text() + " [" + verdict.key + "]";
                const bool fits = name == want.state && same_credit(verdict.credit, in_force ? "" : want.credit) &&
                                  (!want.critical || verdict.critical);
                found += fits ? 1 : 0;
            }
            const bool right = want.state == "none" ? got.empty() : want.once ? found == 1 : found > 0;
            if (!right) {
                result.failures.push_back(
                    "line " + std::to_string(want.place.line) + ", test '" + name_ + "': expected " + want.norm + " " +
                    want.state + (want.credit.empty() ? "" : " " + want.credit) + (want.once ? " once" : "") +
                    (want.critical ? " critical" : "") + ", got " + (got.empty() ? "no verdict" : got));
                continue;
            }
            const std::pair<std::string, std::string> reached{want.norm, want.state};
            if (std::find(result.seen.begin(), result.seen.end(), reached) == result.seen.end())
                result.seen.push_back(reached);
        }
    }

    std::shared_ptr<const RuleBook> rules_;
    Diagnostics& diagnostics_;
    std::string name_;
};

// Whether a test begins with this situation; it is read there.
bool is_used(const std::vector<const Tree*>& tests, const std::string& situation) {
    return std::any_of(tests.begin(), tests.end(), [&](const Tree* test) {
        const Tree* named = test->find("situation");
        return named != nullptr && named->text == situation;
    });
}

}  // namespace

PackTestResult run_pack_tests(const Tree& file, const std::shared_ptr<const RuleBook>& rules,
                              Diagnostics& diagnostics) {
    PackTestResult result;
    Fields fields(file, "the test file", diagnostics, pack_tests_file());
    const Tree* situations = fields.find("situations");
    const std::vector<const TreeEntry*> described = fields.entries("situations");
    for (const char* key : {"pack", "as_of", "packs", "unnoticed"})
        fields.find(key);  // what to read the file with: for the caller
    Runner runner(rules, diagnostics);
    for (const Tree* test : fields.list("tests")) runner.run(*test, situations, result);
    for (const TreeEntry* entry : described)
        if (!is_used(fields.list("tests"), entry->key)) {
            Fields facts(entry->value, "the situation", diagnostics, situation_fields());
            Situation unused;
            read_situation(facts, {}, Expectations::allowed, unused, diagnostics);
            facts.finish();
        }
    fields.finish();
    return result;
}

bool some_pack_test_fails(const Tree& file, const std::shared_ptr<const RuleBook>& rules, const std::string& about) {
    const Tree* tests = file.find("tests");
    if (tests == nullptr) return false;
    const auto fails = [&](const Tree& test) {
        Diagnostics diagnostics;
        PackTestResult result;
        Runner(rules, diagnostics).run(test, file.find("situations"), result);
        return diagnostics.has_errors() || !result.failures.empty();
    };
    const auto expects = [&](const Tree* expected) { return expected != nullptr && expected->find(about) != nullptr; };
    const auto concerns = [&](const Tree& test) {
        if (expects(test.find("finally"))) return true;
        const Tree* steps = test.find("steps");
        return steps != nullptr && std::any_of(steps->items.begin(), steps->items.end(),
                                               [&](const Tree& step) { return expects(step.find("expect")); });
    };
    for (const bool first : {true, false})
        for (const Tree& test : tests->items)
            if (concerns(test) == first && fails(test)) return true;
    return false;
}

}  // namespace ntk
