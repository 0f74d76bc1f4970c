#include <algorithm>

#include "engine/casework/clock.h"
#include "engine/rules/bench.h"
#include "engine/rules/explain.h"
#include "engine/text/said.h"

namespace ntk {

namespace {

const Vocabulary& v() { return vocabulary(); }

constexpr std::size_t most_facts = 12;  // beyond this a proof is no longer read

// Facts that mean something to a practitioner; the inner parts of acts and duties are told by the sentence itself.
bool worth_showing(const FactRead& read) {
    const int kind = v().schema.table_of(v().schema.fields[static_cast<std::size_t>(read.field)].kind);
    return kind == v().party || kind == v().item || kind == v().case_ || kind == v().learner || kind == v().request ||
           kind == v().event;
}

// What was asked for and not done: "asking for their views".
std::string checks_words(const Measure& measure, Bits missing) {
    std::vector<std::string> parts;
    missing.for_each([&](int check) { parts.push_back(measure.checks[static_cast<std::size_t>(check)].says); });
    return and_list(parts);
}

const std::string& template_for(const Norm& norm, const Instance& instance) {
    const auto pick = [&](const char* state) -> const std::string* {
        const auto found = norm.explain.find(state);
        return found == norm.explain.end() ? nullptr : &found->second;
    };
    const bool partly = instance.credit > Credit{} && instance.credit < Credit::full();
    const std::string* chosen = nullptr;
    switch (instance.state) {
        case VerdictState::kept: chosen = pick("kept"); break;
        case VerdictState::breached:
            chosen = partly && pick("partly") != nullptr ? pick("partly") : pick("breached");
            break;
        case VerdictState::repaired: chosen = pick("repaired"); break;
        case VerdictState::missed: chosen = pick("missed"); break;
        case VerdictState::excused: chosen = pick("excused"); break;
        case VerdictState::contested: chosen = pick("contested"); break;
        default: break;
    }
    if (chosen == nullptr && instance.state == VerdictState::contested) return norm.says;
    if (chosen == nullptr) chosen = pick("breached");
    return chosen == nullptr ? norm.says : *chosen;
}

}  // namespace

// Where only decisions count, the clock stands at a moment that had passed already: that is no time to tell anybody.
std::string Bench::deadline_words(const Instance& instance) const {
    const Family& family = family_of(instance);
    if (instance.deadline < 0) return {};
    int opened = instance.opened;
    bool timed = family.until != Family::Until::decisions;
    if (family.until == Family::Until::duty) {
        opened = duty_notes_[static_cast<std::size_t>(instance.entity)].opened;
        timed = instance.deadline >= file_.facts().number(v().duty_opened, instance.entity);
    }
    if (timed) return moment_text(instance.deadline);
    const int decisions = instance.deadline_decision - opened;
    if (decisions <= 0) return "your next decision"_en;
    return number_of<"the end of your next decision | the end of your next {n} decisions">(
        static_cast<std::size_t>(decisions));
}

std::string Bench::text_when_kept(const Instance& instance) const {
    const Norm& norm = norm_of(instance);
    const auto kept = norm.explain.find("kept");
    const Family& family = family_of(instance);
    return fill(kept == norm.explain.end() ? norm.says : kept->second, family.variables, instance.frame, file_.facts(),
                *names_, {});
}

void Bench::explain(Instance& instance, const Finding& finding) {
    if (proofs_ == Proofs::left_out) return;
    const auto proof = std::make_shared<Proof>(instance.proof ? *instance.proof : Proof{});
    instance.proof = proof;
    const Norm& norm = norm_of(instance);
    const Family& family = family_of(instance);
    const Store& facts = file_.facts();
    Frame frame = instance.frame;
    frame.slots.resize(std::max(frame.slots.size(), family.variables.size()));

    // What fell short, on which facts, and why nothing excused it stays as it was found: by now the facts are others.
    if (instance.state == VerdictState::repaired && !proof->text.empty()) {
        const auto own_words = norm.explain.find("repaired");
        proof->text =
            own_words == norm.explain.end()
                ? proof->text + fill(" Mended since: {how}"_en,
                                     {{"how", family.repair[static_cast<std::size_t>(instance.repaired_by)].says}})
                : fill(own_words->second, family.variables, frame, facts, *names_, {});
        return;
    }

    Trace trace;
    const auto look = [&](const Expression& expression) {
        if (!expression) return;
        if (expression.type().base == Type::Base::boolean)
            expression.test(facts, frame, &trace);
        else if (expression.type().is_set())
            expression.set(facts, frame, &trace);
    };
    look(family.when);
    if (family.each) {
        const Bits members = finding.failed.empty() ? family.each.domain.set(facts, frame).sure : finding.failed;
        int first = -1;
        members.for_each([&](int member) { first = first < 0 ? member : first; });
        frame.slots[family.variables.size() - 1].number = {first >= 0, first};
        // Why it binds this one: who could hurt whom, for example.
        if (first >= 0) family.each.domain.set_except(facts, frame, Bits::first(128) - Bits::of(first), &trace);
    }
    look(family.forbidden);
    look(family.demand);
    look(family.measure.whole);
    if (family.per == Per::entity)
        family.bound.domain.set_except(facts, frame, Bits::first(128) - Bits::of(instance.entity), &trace);
    proof->facts.clear();
    for (const FactRead& read : trace.facts)
        if (worth_showing(read) && proof->facts.size() < most_facts) {
            FactShown shown = show_fact(read, facts, *names_);
            if (std::find(proof->facts.begin(), proof->facts.end(), shown) == proof->facts.end())
                proof->facts.push_back(std::move(shown));
        }

    proof->exceptions.clear();
    for (std::size_t i = 0; i < family.unless.size(); ++i) {
        Trace tried;
        ExceptionTried result;
        result.id = family.unless[i].id;
        result.says = family.unless[i].says;
        result.result = family.unless[i].when.test(facts, frame, &tried);
        result.because = std::move(tried.failed);
        proof->exceptions.push_back(std::move(result));
    }

    ExplainWords words;
    words.deadline = deadline_words(instance);
    if (family.each)
        words.failed = join_names(finding.failed.empty() ? asked_for(family, frame) : finding.failed,
                                  {Type::Base::entity_set, family.each.element.of}, facts, *names_);
    if (finding.missing_type.is_set())
        words.missing = join_names(finding.missing, finding.missing_type, facts, *names_);
    else if (family.measure.kind == Measure::Kind::checks)
        words.missing = checks_words(family.measure, finding.missing);
    words.credit = instance.credit.text();
    std::string text;
    if (instance.state == VerdictState::excused && instance.excused_by >= 0 && norm.explain.count("excused") == 0)
        text = family.unless[static_cast<std::size_t>(instance.excused_by)].says;
    else
        text = template_for(norm, instance);
    proof->text = fill(text, family.variables, frame, facts, *names_, words);
    proof->better = fill(norm.better, family.variables, frame, facts, *names_, words);
    proof->aloud = fill(norm.aloud, family.variables, frame, facts, *names_, words);
}

}  // namespace ntk
