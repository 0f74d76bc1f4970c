#include "engine/study/form_proof.h"

#include <filesystem>

#include "engine/host/form_files.h"
#include "engine/host/library.h"
#include "engine/host/source_file.h"
#include "tests/support/catch.h"

using namespace ntk;

namespace {

struct ProvedForm {
    AssessmentForm form;
    FormProof proof;
};

const std::vector<ProvedForm>& shipped_forms() {
    static const std::vector<ProvedForm> forms = [] {
        std::vector<ProvedForm> all;
        const std::filesystem::path root = NTK_ROOT;
        RuleShelf shelf(root);
        for (const auto& entry : std::filesystem::directory_iterator(root / "scenarios" / "forms")) {
            Diagnostics diagnostics;
            ProvedForm one;
            one.form = read_assessment_form(read_tree_file(entry.path(), diagnostics), diagnostics);
            const std::vector<FormCase> cases = load_form_cases(one.form, root, diagnostics);
            const auto rules = shelf.load_for(one.form, diagnostics);
            INFO(diagnostics.render());
            REQUIRE(rules);
            REQUIRE_FALSE(diagnostics.has_errors());
            one.proof = prove_form(one.form, cases, rules);
            all.push_back(std::move(one));
        }
        return all;
    }();
    return forms;
}

}  // namespace

TEST_CASE("Three forms of eight cases are shipped, and each keeps what it promises") {
    CHECK(shipped_forms().size() == 3);
    for (const ProvedForm& one : shipped_forms()) {
        INFO(form_text(one.form, one.proof));
        CHECK(one.form.cases.size() == 8);
        CHECK(one.proof.problems.empty());
    }
}

TEST_CASE("In every form the best answers earn every mark in every strand") {
    for (const ProvedForm& one : shipped_forms()) {
        INFO(form_text(one.form, one.proof));
        CHECK(one.proof.ideal.outcome == Outcome::met);
        CHECK(one.proof.ideal.overall.percent() == 100);
        for (const ScopeScore& strand : one.proof.ideal.strands) CHECK(strand.tally.percent() == 100);
        CHECK(one.proof.ideal.criticals.empty());
    }
}

TEST_CASE("No habit passes a form, and none comes near the mark in all three strands") {
    for (const ProvedForm& one : shipped_forms()) {
        CHECK(one.proof.habits.size() >= 14);
        for (const FormHabit& habit : one.proof.habits) {
            INFO(one.form.id << ", " << habit.name);
            CHECK(habit.card.outcome == Outcome::not_yet);
            int least = 100;
            for (const ScopeScore& strand : habit.card.strands) least = std::min(least, strand.tally.percent());
            CHECK(least < one.form.strand_floor_percent);
        }
    }
}

TEST_CASE("Between them the forms use every case of the library") {
    std::set<std::string> used;
    for (const ProvedForm& one : shipped_forms()) used.insert(one.form.cases.begin(), one.form.cases.end());
    CHECK(used.size() == 16);
}

TEST_CASE("A form that promises more than its cases give is found out") {
    const ProvedForm& whole = shipped_forms().front();
    AssessmentForm form = whole.form;
    form.decisions_at_harm["immediate"] = 40;
    form.chances_per_strand = 900;
    Diagnostics diagnostics;
    const std::vector<FormCase> cases = load_form_cases(form, NTK_ROOT, diagnostics);
    RuleShelf shelf{std::filesystem::path(NTK_ROOT)};
    const FormProof proof = prove_form(form, cases, shelf.load_for(form, diagnostics));
    CHECK(proof.problems.size() == 4);  // one level of harm and three strands
}
