#include "engine/rules/pack_tests.h"

#include <algorithm>
#include <optional>

#include "engine/rules/judge.h"
#include "engine/rules/pack_shapes.h"
#include "engine/rules/score.h"
#include "engine/rules/situation.h"

namespace ntk {

namespace {

const std::vector<std::string>& state_names() {
    static const std::vector<std::string> names = {"inactive", "pending", "kept",   "breached",  "repaired",
                                                   "excused",  "missed",  "lapsed", "contested", "error"};
    return names;
}

// One expected verdict: "breached 1/3", "kept", or "none" for no verdict at all. Words may follow: "once" says that
// there is one such verdict and no more, "critical", "not critical" or "weight 2" what its severity came to,
// "uncounted" that a heavier deduction of its root cause stands for it, and "counted" that none does.
struct Expected {
    std::string norm, state, credit;
    int times = 0;   // 0: any number
    int weight = 0;  // 0: any
    std::optional<bool> critical, counted;
    Place place;
};

std::string text_of(const Expected& one) {
    std::string text = one.norm + " " + one.state + (one.credit.empty() ? "" : " " + one.credit);
    if (one.times > 0) text += one.times == 1 ? " once" : " twice";
    if (one.critical) text += *one.critical ? " critical" : " not critical";
    if (one.weight > 0) text += " weight " + std::to_string(one.weight);
    if (one.counted) text += *one.counted ? " counted" : " uncounted";
    return text;
}

// Cuts a word off the end of an expectation.
bool cut_word(std::string& text, std::string_view word) {
    const std::string ending = " " + std::string(word);
    if (!text.ends_with(ending)) return false;
    text.resize(text.size() - ending.size());
    return true;
}

// Cuts off the words that say more than state and credit, in whatever order they stand.
void cut_words(std::string& text, Expected& one) {
    for (bool more = true; more;) {
        if (cut_word(text, "once"))
            one.times = 1;
        else if (cut_word(text, "twice"))
            one.times = 2;
        else if (cut_word(text, "not critical"))
            one.critical = false;
        else if (cut_word(text, "critical"))
            one.critical = true;
        else if (cut_word(text, "weight 1"))
            one.weight = 1;
        else if (cut_word(text, "weight 2"))
            one.weight = 2;
        else if (cut_word(text, "weight 4"))
            one.weight = 4;
        else if (cut_word(text, "uncounted"))
            one.counted = false;
        else if (cut_word(text, "counted"))
            one.counted = true;
        else
            more = false;
    }
}

}  // namespace

// A test as read, to be run against any rules.
struct PackTests::Test {
    std::string name;
    Situation situation;
    std::vector<std::vector<Expected>> by_step;
    std::vector<Expected> at_close;

    template <class F>
    bool any_expected(F&& fits) const {
        return std::any_of(at_close.begin(), at_close.end(), fits) ||
               std::any_of(by_step.begin(), by_step.end(), [&](const std::vector<Expected>& step) {
                   return std::any_of(step.begin(), step.end(), fits);
               });
    }
};

namespace {

class Reader {
  public:
    Reader(const RuleBook& rules, Diagnostics& diagnostics) : rules_(rules), diagnostics_(diagnostics) {}

    // Nothing when the test, or one before it, cannot be run.
    std::optional<PackTests::Test> read(const Tree& tree, const Tree* situations) {
        PackTests::Test test;
        Fields fields(tree, "the test", diagnostics_, pack_test_fields());
        test.name = fields.require_text("name");
        const Tree* situation = nullptr;
        if (const Tree* named = fields.find("situation")) {
            situation = situations == nullptr ? nullptr : situations->find(named->text);
            if (situation == nullptr)
                diagnostics_.report("E422", named->place, "there is no situation called '" + named->text + "'",
                                    "describe it under situations:");
        }
        const std::vector<const Tree*> steps = fields.list("steps");
        const Tree* finally = fields.find("finally");
        if (situation == nullptr && fields.find("situation") != nullptr) {
            fields.finish();
            return std::nullopt;
        }
        if (situation != nullptr) {
            Fields facts(*situation, "the situation", diagnostics_, situation_fields());
            read_situation(facts, steps, Expectations::allowed, test.situation, diagnostics_);
            facts.finish();
        } else {
            read_situation(fields, steps, Expectations::allowed, test.situation, diagnostics_);
        }
        fields.finish();
        for (const SituationStep& step : test.situation.steps)
            test.by_step.push_back(step.expect == nullptr ? std::vector<Expected>{} : expected(*step.expect));
        if (finally != nullptr) test.at_close = expected(*finally);
        if (diagnostics_.has_errors()) return std::nullopt;
        return test;
    }

  private:
    std::vector<Expected> expected(const Tree& tree) {
        std::vector<Expected> all;
        if (tree.kind != Tree::Kind::mapping) Fields(tree, "what is expected", diagnostics_);
        for (const TreeEntry& entry : tree.entries) {
            Expected one;
            one.norm = entry.key;
            one.place = entry.key_place;
            auto text = read_text(entry.value, "the verdict expected", diagnostics_);
            if (!text) continue;
            cut_words(*text, one);
            const std::size_t space = text->find(' ');
            one.state = text->substr(0, space);
            if (space != std::string::npos) one.credit = text->substr(space + 1);
            const bool known = one.state == "none" ||
                               std::find(state_names().begin(), state_names().end(), one.state) != state_names().end();
            if (!known)
                diagnostics_.report("E423", entry.value.place, "'" + one.state + "' is not a verdict",
                                    did_you_mean(one.state, state_names()));
            if (rules_.norm(one.norm) == nullptr)
                diagnostics_.report("E407", entry.key_place, "there is no norm '" + one.norm + "'", "");
            all.push_back(std::move(one));
        }
        return all;
    }

    const RuleBook& rules_;
    Diagnostics& diagnostics_;
};

bool fits(const Expected& want, const Verdict& verdict, VerdictState state, bool in_force) {
    return state_names()[static_cast<std::size_t>(state)] == want.state &&
           (want.credit.empty() || in_force || verdict.credit.text() == want.credit) &&
           (!want.critical || verdict.critical == *want.critical) &&
           (want.weight == 0 || verdict.weight == want.weight) && (!want.counted || verdict.counted == *want.counted);
}

// Whether the verdicts are as expected; what there was instead goes to `got`.
bool met(const Expected& want, const std::vector<Verdict>& verdicts, const Judge& judge, std::string* got) {
    int found = 0;
    bool any = false;
    for (const Verdict& verdict : verdicts) {
        if (verdict.norm != want.norm) continue;
        VerdictState state = verdict.state;
        const bool in_force = state == VerdictState::pending && verdict.last_in_force == judge.decision();
        if (in_force) state = VerdictState::kept;  // a prohibition in force that nothing breached
        if (state == VerdictState::pending && verdict.credit_class == CreditClass::deduct && want.state == "none")
            continue;
        any = true;
        found += fits(want, verdict, state, in_force) ? 1 : 0;
        if (got == nullptr) continue;
        *got += (got->empty() ? "" : ", ") + state_names()[static_cast<std::size_t>(state)] + " " +
                verdict.credit.text() + (verdict.critical ? " critical" : "") +
                (want.weight == 0 ? "" : " weight " + std::to_string(verdict.weight)) +
                (verdict.counted ? "" : " uncounted") + " [" + verdict.key + "]";
    }
    if (want.state == "none") return !any;
    return want.times > 0 ? found == want.times : found > 0;
}

// What of the verdicts a list of expectations has to be held against: with `counted` set where one asks for it.
std::vector<Verdict> verdicts_for(const std::vector<Expected>& expected, const Judge& judge) {
    const bool asks = std::any_of(expected.begin(), expected.end(), [](const Expected& one) { return one.counted; });
    return asks ? score(judge).verdicts : judge.verdicts();
}

// Calls f(expected, verdicts, judge) after each step of which something is expected, and after the close, until it
// returns false.
template <class F>
void play(const PackTests::Test& test, const std::shared_ptr<const RuleBook>& rules, F&& f) {
    Judge judge(rules, test.situation.opening, {}, Proofs::left_out);
    const auto look = [&](const std::vector<Expected>& expected) {
        return expected.empty() || f(expected, verdicts_for(expected, judge), judge);
    };
    for (std::size_t i = 0; i < test.by_step.size(); ++i) {
        judge.arrive(test.situation.steps[i].arrival);
        judge.act(test.situation.steps[i].acts);
        if (!look(test.by_step[i])) return;
    }
    if (test.at_close.empty()) return;
    judge.close();
    look(test.at_close);
}

void run(const PackTests::Test& test, const std::shared_ptr<const RuleBook>& rules, PackTestResult& result) {
    ++result.tests;
    const auto compare = [&](const std::vector<Expected>& expected, const std::vector<Verdict>& verdicts,
                             const Judge& judge) {
        for (const Expected& want : expected) {
            ++result.expectations;
            std::string got;
            if (!met(want, verdicts, judge, &got)) {
                result.failures.push_back("line " + std::to_string(want.place.line) + ", test '" + test.name +
                                          "': expected " + text_of(want) + ", got " +
                                          (got.empty() ? "no verdict" : got));
                continue;
            }
            const std::pair<std::string, std::string> reached{want.norm, want.state};
            if (std::find(result.seen.begin(), result.seen.end(), reached) == result.seen.end())
                result.seen.push_back(reached);
        }
        return true;
    };
    play(test, rules, compare);
}

// Whether a test begins with this situation; it is read there.
bool is_used(const std::vector<const Tree*>& tests, const std::string& situation) {
    return std::any_of(tests.begin(), tests.end(), [&](const Tree* test) {
        const Tree* named = test->find("situation");
        return named != nullptr && named->text == situation;
    });
}

}  // namespace

PackTests::PackTests() = default;
PackTests::~PackTests() = default;
PackTests::PackTests(PackTests&&) noexcept = default;

PackTests PackTests::read(const Tree& file, const RuleBook& rules, Diagnostics& diagnostics) {
    PackTests all;
    Fields fields(file, "the test file", diagnostics, pack_tests_file());
    const Tree* situations = fields.find("situations");
    const std::vector<const TreeEntry*> described = fields.entries("situations");
    for (const char* key : {"pack", "as_of", "packs", "unnoticed"})
        fields.find(key);  // what to read the file with: for the caller
    Reader reader(rules, diagnostics);
    for (const Tree* test : fields.list("tests"))
        if (auto read = reader.read(*test, situations)) all.tests_.push_back(std::make_shared<Test>(std::move(*read)));
    for (const TreeEntry* entry : described)
        if (!is_used(fields.list("tests"), entry->key)) {
            Fields facts(entry->value, "the situation", diagnostics, situation_fields());
            Situation unused;
            read_situation(facts, {}, Expectations::allowed, unused, diagnostics);
            facts.finish();
        }
    fields.finish();
    return all;
}

PackTestResult PackTests::run(const std::shared_ptr<const RuleBook>& rules) const {
    PackTestResult result;
    for (const auto& test : tests_) ntk::run(*test, rules, result);
    return result;
}

bool PackTests::some_fails(const std::shared_ptr<const RuleBook>& rules, const std::string& about) {
    const auto gone = [&](const Expected& one) { return rules->norm(one.norm) == nullptr; };
    const auto fails = [&](const Test& test) {
        if (test.any_expected(gone)) return true;
        bool wrong = false;
        play(test, rules,
             [&](const std::vector<Expected>& expected, const std::vector<Verdict>& verdicts, const Judge& judge) {
                 for (const Expected& want : expected) wrong = wrong || !met(want, verdicts, judge, nullptr);
                 return !wrong;
             });
        return wrong;
    };
    const auto concerns = [&](const Test& test) {
        return test.any_expected([&](const Expected& one) { return one.norm == about; });
    };
    for (const bool first : {true, false})
        for (auto at = tests_.begin(); at != tests_.end(); ++at) {
            if (concerns(**at) != first || !fails(**at)) continue;
            std::rotate(tests_.begin(), at, at + 1);  // faults that lie together often fall to the same test
            return true;
        }
    return false;
}

PackTestResult run_pack_tests(const Tree& file, const std::shared_ptr<const RuleBook>& rules,
                              Diagnostics& diagnostics) {
    return PackTests::read(file, *rules, diagnostics).run(rules);
}

}  // namespace ntk
