#include <algorithm>
#include <functional>
#include <set>

#include "engine/casework/vocabulary.h"
#include "engine/language/analysis.h"
#include "engine/rules/explain.h"
#include "engine/rules/pack_reader.h"
#include "engine/rules/pack_shapes.h"

namespace ntk {

namespace {

const Vocabulary& v() { return vocabulary(); }
const Type truth{Type::Base::boolean, -1};
Type set_of(int kind) { return {Type::Base::entity_set, kind}; }

// The word chosen for a field, or the first of its table when another was written (which is reported).
std::string chosen(Fields& fields, const char* key, const char* what) {
    const std::vector<std::string>& values = norm_fields().find(key)->shape.values;
    return values[static_cast<std::size_t>(fields.choice(key, what).value_or(0))];
}

}  // namespace

void RuleBookBuilder::compile_duties() {
    const auto& kinds = v().schema.enums[static_cast<std::size_t>(v().duty_kind)].values;
    std::map<int, int> ranks;
    std::set<std::string> used;
    for (const Written& written : duties_) {
        Fields fields(*written.tree, "a duty", diagnostics_, duty_fields());
        DutyRule rule;
        rule.place = written.tree->place;
        rule.id = fields.require_text("id");
        if (const std::optional<int> value = fields.choice("kind", "kind of duty")) {
            rule.kind = *value;
            rule.kind_name = kinds[static_cast<std::size_t>(*value)];
            rule.rank = ranks[*value]++;
        }
        Scope scope{&v().schema, &book_->definitions_, {}};
        if (const Tree* per = fields.find("for_each")) {
            rule.per = compile_binder(*per, scope, diagnostics_);
            if (rule.per) scope.variables.push_back({rule.per.name, rule.per.element});
        }
        rule.when = optional(fields, "when", scope, truth);
        rule.silent = optional(fields, "silent", scope, set_of(v().person));
        if (const Tree* to = fields.require("to")) rule.to = compile_binder(*to, scope, diagnostics_);
        if (rule.to) scope.variables.push_back({rule.to.name, rule.to.element});
        if (const Tree* items = fields.require("items"))
            rule.items = compile(*items, scope, set_of(v().item), diagnostics_);
        rule.still = optional(fields, "still", scope, set_of(v().item));
        const std::string deadline = fields.require_text("deadline");
        if (deadline == "request") {
            rule.by_request = true;
        } else if (const auto found = deadlines_.find(deadline); found != deadlines_.end()) {
            rule.deadline = compile_deadline(*found->second);
            used.insert(deadline);
        } else if (!deadline.empty()) {
            std::vector<std::string> names = {"request"};
            for (const auto& [name, tree] : deadlines_) names.push_back(name);
            diagnostics_.report("E411", fields.find("deadline")->place,
                                "there is no deadline called '" + deadline + "'", did_you_mean(deadline, names));
        }
        rule.cite = fields.require_text("cite");
        if (!rule.cite.empty()) check_citation(rule.cite, rule.place);
        rule.says = fields.require_text("says");
        fields.finish();
        book_->duties_.push_back(std::move(rule));
    }
    // A deadline that no duty here has is read all the same, for its mistakes.
    for (const auto& [name, tree] : deadlines_)
        if (used.count(name) == 0) compile_deadline(*tree);
}

std::vector<DeadlineStep> RuleBookBuilder::compile_deadline(const Tree& tree) {
    std::vector<DeadlineStep> steps;
    const Scope scope{&v().schema, &book_->definitions_, {}};
    for (const Tree& item : tree.items) {
        Fields fields(item, "a step of a deadline", diagnostics_, deadline_step_fields());
        DeadlineStep step;
        step.when = optional(fields, "when", scope, truth);
        step.at = optional(fields, "at", scope, {Type::Base::moment, -1});
        if (const Tree* clock = fields.find("clock"))
            if (const auto text = read_text(*clock, "clock", diagnostics_)) {
                if (const auto span = read_span(*text))
                    step.clock = *span;
                else
                    diagnostics_.report("E119", clock->place, "'" + *text + "' is not a length of time",
                                        "write a number and m, h, d or wd: 30m, 4h, 2d, 1wd");
            }
        step.decisions = static_cast<int>(fields.number("decisions", 0));
        step.at_close = fields.flag("close", false);
        fields.finish();
        steps.push_back(std::move(step));
    }
    if (steps.empty() || steps.back().when)
        diagnostics_.report("E412", tree.place, "a deadline needs a last step without a condition",
                            "end with  - { close: true }  so that every case has a deadline");
    return steps;
}

void RuleBookBuilder::compile_norm(const Written& written) {
    Fields fields(*written.tree, "the norm '" + (written.tree->find("id") ? written.tree->find("id")->text : "?") + "'",
                  diagnostics_, norm_fields());
    Norm norm;
    norm.place = written.tree->place;
    norm.pack = written.pack;
    norm.id = fields.require_text("id");
    norm.title = fields.require_text("title");
    norm.says = fields.require_text("says");
    norm.cites = fields.names("cite");
    norm.reports = fields.names("reports");
    norm.defeats = fields.names("defeats");
    norm.group = fields.text("group");
    norm.better = fields.text("better");
    norm.aloud = fields.text("aloud");
    norm.signoff = fields.text("signoff", "none");
    if (fields.find("balance") != nullptr) norm.balance = chosen(fields, "balance", "balance");
    if (norm.cites.empty())
        diagnostics_.report("E413", norm.place, "the norm " + norm.id + " cites nothing",
                            "name its source: cite: [dfe24#r3]");
    for (const std::string& citation : norm.cites) check_citation(citation, norm.place);
    if (norm.reports.empty())
        diagnostics_.report("E414", norm.place, "the norm " + norm.id + " is reported under no heading",
                            "for example  reports: [R3]");
    norm.grade = chosen(fields, "grade", "grade");
    if (written.tree->find("alias_of") != nullptr) {
        norm.alias_of = fields.require_text("alias_of");
        fields.finish();
        book_->norms_.push_back(std::move(norm));
        return;
    }
    norm.type = static_cast<NormType>(fields.choice("type", "type of norm").value_or(0));
    norm.strand = static_cast<Strand>(fields.choice("strand", "strand").value_or(static_cast<int>(norm.strand)));
    const Scope plain{&v().schema, &book_->definitions_, {}};
    if (norm.type != NormType::permit) {
        if (const Tree* severity = fields.require("severity")) {
            Fields inner(*severity, "the severity", diagnostics_, severity_fields());
            if (const std::optional<int> base = inner.choice("base", "severity")) {
                norm.weight = *base == 0 ? 1 : *base == 1 ? 2 : 4;
                norm.always_critical = *base == 4;
                if (*base == 3) {
                    Tree text;
                    text.kind = Tree::Kind::scalar;
                    text.text = "case.harm >= likely";
                    text.place = inner.find("base")->place;
                    norm.critical_if = compile(text, plain, truth, diagnostics_);
                }
            }
            if (Expression custom = optional(inner, "critical_if", plain, truth)) norm.critical_if = custom;
            norm.double_if = optional(inner, "double_if", plain, truth);
            inner.finish();
        }
        check_explanations(norm, fields);
        for (const TreeEntry* entry : fields.entries("explain"))
            if (const auto text = read_text(entry->value, "the explanation", diagnostics_))
                norm.explain[entry->key] = *text;
    } else {
        fields.find("explain");
    }
    if (written.tree->find("families") != nullptr && norm.type != NormType::permit) {
        const std::vector<const Tree*> families = fields.list("families");
        fields.finish();
        for (const Tree* family : families) {
            Fields inner(*family, "a part of the norm '" + norm.id + "'", diagnostics_, family_fields());
            norm.families.push_back(compile_family(inner, norm));
        }
    } else {
        norm.families.push_back(compile_family(fields, norm));
    }
    const Tree* explain = written.tree->find("explain");
    for (const Family& family : norm.families)
        for (const auto& [state, text] : norm.explain)
            check_slots(norm.id, text, family.variables, explain->find(state)->place, diagnostics_);
    book_->norms_.push_back(std::move(norm));
}

void RuleBookBuilder::check_explanations(const Norm& norm, const Fields& fields) {
    const Tree* explain = fields.tree().find("explain");
    if (explain == nullptr || explain->find("breached") == nullptr || explain->find("kept") == nullptr)
        diagnostics_.report("E415", norm.place,
                            "the norm " + norm.id + " must explain itself when kept and when breached",
                            "explain: { kept: ..., breached: ... }");
}

Family RuleBookBuilder::compile_family(Fields& fields, const Norm& norm) {
    Family family;
    family.name = fields.text("name");
    Scope scope{&v().schema, &book_->definitions_, {}};
    if (const Tree* per = fields.require("for_each")) {
        if (per->text == "decision") {
            family.per = Per::decision;
        } else if (per->text == "case") {
            family.per = Per::case_;
        } else {
            family.per = Per::entity;
            family.bound = compile_binder(*per, scope, diagnostics_);
            if (family.bound) scope.variables.push_back({family.bound.name, family.bound.element});
        }
    }
    for (const TreeEntry* entry : fields.entries("let")) compile_let(*entry, family, scope);
    family.when = optional(fields, "when", scope, truth);
    if (const std::optional<int> unknown = fields.choice("unknown", "unknown"))
        family.unknown = static_cast<Family::Unknown>(*unknown);
    if (const std::optional<int> form = fields.choice("form", "form")) family.form = static_cast<Form>(*form);
    family.moment = optional(fields, "moment", scope, truth);
    if (const std::optional<int> until = fields.choice("until", "until")) {
        family.until = *until <= 1   ? Family::Until::decisions
                       : *until == 2 ? Family::Until::duty
                       : *until == 3 ? Family::Until::request
                                     : Family::Until::close;
        family.until_decisions = *until == 1 ? 1 : 0;
    }
    if (const Tree* each = fields.find("each")) {
        family.each = compile_binder(*each, scope, diagnostics_);
        if (family.each) scope.variables.push_back({family.each.name, family.each.element});
    }
    if (const std::optional<int> fold = fields.choice("fold", "fold")) family.fold = static_cast<Family::Fold>(*fold);
    family.variables = scope.variables;
    family.demand = optional(fields, "do", scope, truth);
    family.forbidden = optional(fields, "forbid", scope, truth);
    if (const Tree* measure = fields.find("measure")) family.measure = compile_measure(*measure, scope);
    for (const Tree* exception : fields.list("unless")) compile_exception(*exception, family, scope);
    if (const auto added = exceptions_.find(norm.id); added != exceptions_.end())
        for (const Tree* exception : added->second) compile_exception(*exception, family, scope);
    compile_repairs(fields, family, scope);
    const std::string stated = fields.text("class");
    const Place place = fields.place();
    fields.finish();
    const bool asks = family.demand || family.measure.kind != Measure::Kind::none;
    const bool needs_forbid = norm.type == NormType::forbid || family.form == Form::keep;
    if (norm.type != NormType::permit && needs_forbid != static_cast<bool>(family.forbidden) &&
        !diagnostics_.has_errors())
        diagnostics_.report(
            "E416", place, "the norm " + norm.id + (needs_forbid ? " forbids nothing" : " must not have forbid:"),
            needs_forbid ? "say what is forbidden:  forbid: \"...\"" : "an obligation says what to do:  do: \"...\"");
    if (norm.type == NormType::oblige && family.form != Form::keep && !asks && !diagnostics_.has_errors())
        diagnostics_.report("E416", place, "the norm " + norm.id + " asks for nothing",
                            "say what is asked:  do: \"...\"  or  measure:");
    derive_class(norm, family, stated, place);
    return family;
}

// A set with a name, which all that follows may use.
void RuleBookBuilder::compile_let(const TreeEntry& entry, Family& family, Scope& scope) {
    Fields fields(entry.value, "the set '" + entry.key + "'", diagnostics_, let_fields());
    Expression value;
    if (const Tree* as = fields.require("as")) value = compile(*as, scope, {}, diagnostics_);
    std::string says = fields.require_text("says");
    fields.finish();
    if (!value) return;
    scope.variables.push_back({entry.key, value.type(), std::move(says)});
    family.lets.emplace_back(entry.key, std::move(value));
}

// An obligation whose trigger reads only the situation can earn; everything else can only take away.
void RuleBookBuilder::derive_class(const Norm& norm, Family& family, const std::string& stated, Place place) {
    bool by_conduct = norm.type == NormType::forbid;
    // `lets`: how many of them are in scope; positions beyond are the expression's own.
    const std::function<void(const Expression&, std::size_t)> look = [&](const Expression& expression,
                                                                         std::size_t lets) {
        if (!expression) return;
        if (expression.reads_conduct()) by_conduct = true;
        for (const int slot : reads_of(expression, v().schema).variables)
            for (std::size_t let = 0; let < lets; ++let)
                if (static_cast<std::size_t>(slot) == first_let(family) + let) look(family.lets[let].second, let);
    };
    look(family.bound.domain, 0);
    look(family.when, family.lets.size());
    look(family.each.domain, family.lets.size());
    family.credit_class = by_conduct ? CreditClass::deduct : CreditClass::earn;
    if (stated.empty()) return;
    const std::string derived = by_conduct ? "deduct" : "earn";
    if (stated != derived)
        diagnostics_.report(
            "E417", place,
            "the norm " + norm.id + " is stated as '" + stated + "', but what it reads makes it '" + derived + "'",
            by_conduct ? "its trigger reads what the learner did" : "its trigger reads only the situation");
}

Measure RuleBookBuilder::compile_measure(const Tree& tree, const Scope& scope) {
    static const std::vector<std::string> kinds = {"fraction", "weighted", "checks", "steps"};
    Measure measure;
    if (tree.kind != Tree::Kind::mapping || tree.entries.size() != 1) {
        diagnostics_.report("E418", tree.place, "a measure is one of fraction, weighted, checks and steps",
                            "measure: { fraction: { got: ..., of: ... } }");
        return measure;
    }
    const TreeEntry& entry = tree.entries.front();
    const auto found = std::find(kinds.begin(), kinds.end(), entry.key);
    if (found == kinds.end()) {
        diagnostics_.report("E418", entry.key_place, "'" + entry.key + "' is not a measure",
                            did_you_mean(entry.key, kinds));
        return measure;
    }
    measure.kind = static_cast<Measure::Kind>(found - kinds.begin() + 1);
    if (measure.kind == Measure::Kind::fraction || measure.kind == Measure::Kind::weighted) {
        Fields fields(entry.value, "the measure", diagnostics_, fraction_fields());
        if (const Tree* got = fields.require("got")) measure.got = compile(*got, scope, {}, diagnostics_);
        if (const Tree* whole = fields.require("of")) measure.whole = compile(*whole, scope, {}, diagnostics_);
        measure.heavy = optional(fields, "double", scope, {});
        fields.finish();
        for (const Expression* part : {&measure.got, &measure.whole, &measure.heavy})
            if (*part && !part->type().is_set())
                diagnostics_.report("E418", entry.value.place, "a fraction needs sets",
                                    "for example  \"i in d.items where (...)\"");
        return measure;
    }
    if (entry.value.kind != Tree::Kind::list)
        diagnostics_.report("E112", entry.value.place, "'" + entry.key + "' of the measure must be a list",
                            "write [ first, second ], or one line with '- ' for each entry");
    for (const Tree& item : entry.value.items) {
        if (measure.kind == Measure::Kind::checks) {
            Fields fields(item, "a check of the measure", diagnostics_, measure_check_fields());
            Expression when = optional(fields, "when", scope, truth);
            measure.checks.push_back({std::move(when), fields.require_text("says")});
            fields.finish();
            continue;
        }
        Fields fields(item, "a step of the measure", diagnostics_, measure_step_fields());
        Expression when = optional(fields, "when", scope, truth);
        const Tree* credit = fields.require("credit");
        fields.finish();
        if (credit != nullptr)
            if (const auto value = read_credit(*credit)) measure.steps.emplace_back(std::move(when), *value);
    }
    return measure;
}

std::optional<Credit> RuleBookBuilder::read_credit(const Tree& tree) {
    static const std::map<std::string, Credit> allowed = {{"1", Credit::full()},
                                                          {"3/4", Credit::of(3, 4)},
                                                          {"2/3", Credit::of(2, 3)},
                                                          {"1/2", Credit::of(1, 2)},
                                                          {"1/3", Credit::of(1, 3)},
                                                          {"1/4", Credit::of(1, 4)},
                                                          {"0", Credit{}}};
    const auto found = allowed.find(tree.text);
    if (found != allowed.end()) return found->second;
    diagnostics_.report("E419", tree.place, "'" + tree.text + "' is not a credit",
                        "use 1, 3/4, 2/3, 1/2, 1/3, 1/4 or 0");
    return std::nullopt;
}

void RuleBookBuilder::compile_exception(const Tree& tree, Family& family, const Scope& scope) {
    Fields inner(tree, "an exception", diagnostics_, exception_fields());
    Exception exception;
    exception.id = inner.require_text("id");
    exception.says = inner.require_text("says");
    exception.cite = inner.text("cite");
    if (!exception.cite.empty()) check_citation(exception.cite, tree.place);
    exception.granted_by = inner.text("granted_by");
    exception.defers_to = inner.text("defer");
    if (const Tree* when = inner.require("when")) exception.when = compile(*when, scope, truth, diagnostics_);
    exception.by_conduct = inner.choice("kind", "kind of exception") == 1;
    exception.late = inner.flag("until_deadline", false);
    inner.finish();
    if (exception.when) family.unless.push_back(std::move(exception));
}

void RuleBookBuilder::compile_repairs(Fields& fields, Family& family, const Scope& scope) {
    for (const Tree* tree : fields.list("repair")) {
        Fields inner(*tree, "a repair", diagnostics_, repair_fields());
        RepairStep step;
        step.when = optional(inner, "when", scope, truth);
        step.says = inner.require_text("says");
        if (const std::optional<int> within = inner.choice("within", "within"))
            step.within = static_cast<RepairStep::Within>(*within);
        if (const Tree* credit = inner.require("credit"))
            if (const auto value = read_credit(*credit)) step.credit = *value;
        step.of_measure = inner.flag("of_measure", false);
        step.of_loss = inner.flag("of_loss", false);
        inner.finish();
        if (step.credit >= Credit::full())
            diagnostics_.report("E420", tree->place, "mending a breach cannot be worth as much as keeping the norm",
                                "give it a credit below 1");
        family.repair.push_back(std::move(step));
    }
}

}  // namespace ntk
