#include "engine/rules/rule_view.h"

#include <algorithm>

#include "engine/casework/vocabulary.h"
#include "engine/rules/condition_words.h"

namespace ntk {

namespace {

std::string capital(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string text_at(const Tree* tree, std::string_view key) {
    const Tree* found = tree == nullptr ? nullptr : tree->find(key);
    return found == nullptr ? std::string() : found->text;
}

// Fills a PartView out of one family of a norm.
class PartWriter {
  public:
    PartWriter(const RuleBook& rules, const Norm& norm, const Family& family)
        : rules_(rules), norm_(norm), family_(family) {}

    PartView write() {
        view_.name = family_.name;
        view_.arises = arises();
        view_.binds = words("binds when", family_.when);
        view_.judged = judged();
        for (std::size_t i = 0; i < family_.lets.size(); ++i) {
            const auto& [name, value] = family_.lets[i];
            const std::string& says = family_.variables[first_let(family_) + i].says;
            view_.asks.push_back("Here \"" + says + "\" means: " + words("let " + name, value) + ".");
        }
        asks();
        exceptions();
        repairs();
        const bool earns = family_.credit_class == CreditClass::earn;
        if (norm_.type == NormType::permit)
            view_.credit = "A permission; it is never scored.";
        else
            view_.credit =
                earns ? "Counts for the score whenever the situation arises: kept it earns, missed it earns nothing."
                      : "Can only take away: kept it adds nothing.";
        return view_;
    }

  private:
    std::string words(const std::string& label, const Expression& condition) {
        if (!condition) return {};
        view_.conditions.emplace_back(label, condition.source());
        return condition_words(condition, family_.variables, rules_.definitions());
    }

    std::string arises() {
        if (family_.per == Per::decision) return "For each decision";
        if (family_.per == Per::case_) return "Once in the case";
        view_.conditions.emplace_back("for each", family_.bound.domain.source());
        const std::string& kind = vocabulary().schema.kinds[static_cast<std::size_t>(family_.bound.element.of)].name;
        return "Once for each " + kind + " of " + binder_words(family_.bound, {}, rules_.definitions());
    }

    std::string judged() {
        if (norm_.type == NormType::permit) return {};
        if (norm_.type == NormType::forbid) return "At every decision while it binds.";
        switch (family_.form) {
            case Form::at:
                return family_.moment ? "The first time this holds: " + words("judged when", family_.moment) + "."
                                      : "With the decision itself.";
            case Form::keep: return "Held to until " + until() + ".";
            case Form::by: break;
        }
        return "To be done by " + until() + ".";
    }

    std::string until() const {
        switch (family_.until) {
            case Family::Until::duty: return "the deadline of the duty";
            case Family::Until::request: return "the time the request is due";
            case Family::Until::close: return "the close of the case";
            case Family::Until::decisions: break;
        }
        return family_.until_decisions == 0 ? "the end of this decision" : "the end of the next decision";
    }

    void asks() {
        std::string each;
        if (family_.each) {
            view_.conditions.emplace_back("each", family_.each.domain.source());
            const std::string fold = family_.fold == Family::Fold::pool   ? "added up over"
                                     : family_.fold == Family::Fold::best ? "the best of"
                                                                          : "the worst of";
            std::vector<Variable> before = family_.variables;
            before.pop_back();
            each = " (" + fold + " " + binder_words(family_.each, before, rules_.definitions()) + ")";
        }
        if (family_.demand) view_.asks.push_back("Asked" + each + ": " + words("do", family_.demand) + ".");
        if (family_.forbidden)
            view_.asks.push_back("Not to be done" + each + ": " + words("forbid", family_.forbidden) + ".");
        measure(each);
    }

    void measure(const std::string& each) {
        const Measure& measure = family_.measure;
        switch (measure.kind) {
            case Measure::Kind::none: return;
            case Measure::Kind::fraction:
            case Measure::Kind::weighted:
                view_.asks.push_back("How much of this" + each + ": " + words("of", measure.whole) + ".");
                view_.asks.push_back("What counts as done: " + words("got", measure.got) + ".");
                if (measure.heavy) view_.asks.push_back("Counts double: " + words("double", measure.heavy) + ".");
                return;
            case Measure::Kind::checks: {
                int number = 0;
                for (const Check& check : measure.checks) {
                    const std::string label = std::to_string(++number);
                    view_.asks.push_back("Part " + label + " of " + std::to_string(measure.checks.size()) + ", \"" +
                                         check.says + "\"" + each + ": " + words("check " + label, check.when) + ".");
                }
                return;
            }
            case Measure::Kind::steps:
                for (const auto& [when, credit] : measure.steps)
                    view_.asks.push_back("Credit " + credit.text() + each + ": " +
                                         (when ? words("credit " + credit.text(), when) : "in all other cases") + ".");
                return;
        }
    }

    void exceptions() {
        for (const Exception& exception : family_.unless) {
            std::string text = exception.says + " [" + exception.id + "] ";
            text += exception.by_conduct ? "Earned by what was done, so it counts as kept"
                                         : "Follows from the situation, so nothing is scored";
            if (exception.late) text += "; it may still come true until the deadline";
            if (!exception.granted_by.empty()) text += "; granted by " + exception.granted_by;
            if (!exception.defers_to.empty()) text += "; " + exception.defers_to + " applies instead";
            if (!exception.cite.empty()) text += ". Source: " + rules_.citation_text(exception.cite);
            view_.unless.push_back(text + ". When: " + words("unless " + exception.id, exception.when) + ".");
        }
    }

    void repairs() {
        int number = 0;
        for (const RepairStep& step : family_.repair) {
            const std::string within = step.within == RepairStep::Within::deadline ? "by the deadline"
                                       : step.within == RepairStep::Within::next_decision
                                           ? "by the end of the next decision"
                                           : "before the close";
            std::string text = capital(step.says);
            if (text.ends_with('.')) text.pop_back();
            text += " (" + within + "): credit " + step.credit.text();
            if (step.of_measure) text += " of the share that was done";
            if (step.when) text += ". When: " + words("repair " + std::to_string(++number), step.when);
            view_.repair.push_back(text + ".");
        }
    }

    const RuleBook& rules_;
    const Norm& norm_;
    const Family& family_;
    PartView view_;
};

// The definitions a norm calls, itself or through others, in the order met.
std::vector<std::pair<std::string, std::string>> terms_of(const RuleBook& rules, const Norm& norm) {
    std::vector<std::string> names;
    const auto take = [&](const Expression& condition) {
        for (std::string& name : definitions_called(condition, rules.definitions()))
            if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    };
    take(norm.critical_if);
    take(norm.double_if);
    for (const Family& family : norm.families) {
        take(family.bound.domain);
        for (const auto& [name, value] : family.lets) take(value);
        for (const Expression* one :
             {&family.when, &family.moment, &family.each.domain, &family.demand, &family.forbidden, &family.measure.got,
              &family.measure.whole, &family.measure.heavy})
            take(*one);
        for (const Check& check : family.measure.checks) take(check.when);
        for (const auto& [when, credit] : family.measure.steps) take(when);
        for (const Exception& exception : family.unless) take(exception.when);
        for (const RepairStep& step : family.repair) take(step.when);
    }
    for (std::size_t i = 0; i < names.size(); ++i) take(rules.definitions().find(names[i])->body);
    std::vector<std::pair<std::string, std::string>> terms;
    for (const std::string& name : names) {
        const Definitions::Definition* definition = rules.definitions().find(name);
        terms.emplace_back(name, definition->says + " As written: " + definition->body.source());
    }
    return terms;
}

}  // namespace

PackCard pack_card(const Tree& pack) {
    PackCard card;
    const Tree* head = pack.find("pack");
    if (head == nullptr || head->kind != Tree::Kind::mapping) return card;
    card.id = text_at(head, "id");
    card.version = text_at(head, "version");
    card.title = text_at(head, "title");
    card.note = text_at(head, "note");
    card.extends = text_at(head, "extends");
    card.default_on = text_at(head, "default_on") != "false";
    const Tree* where = head->find("jurisdiction");
    card.nation = text_at(where, "nation");
    card.area = text_at(where, "area");
    card.sector = text_at(where, "sector");
    const Tree* valid = head->find("valid");
    card.from = text_at(valid, "from");
    card.to = text_at(valid, "to");
    const Tree* review = head->find("review");
    card.reviewed_by = text_at(review, "by");
    card.reviewed_on = text_at(review, "on");
    card.review_status = text_at(review, "status");
    return card;
}

std::string type_words(NormType type) {
    return type == NormType::oblige ? "must" : type == NormType::forbid ? "must not" : "may";
}

std::string grade_words(const std::string& grade) {
    if (grade == "explicit") return "stated in the source";
    if (grade == "inferred") return "inferred from the source";
    return "from law or local practice, not from the leaflet";
}

std::string severity_words(const Norm& norm) {
    if (norm.type == NormType::permit) return "not scored";
    if (norm.always_critical) return "critical (weight 4), and stays so when mended";
    const std::string base = norm.weight == 1   ? "minor (weight 1)"
                             : norm.weight == 2 ? "medium (weight 2)"
                                                : "major (weight 4)";
    if (norm.double_if) return base + ", at times twice that";
    return norm.critical_if ? base + ", at times critical" : base;
}

std::string strand_words(Strand strand) {
    return strand == Strand::protect ? "protect" : strand == Strand::privacy ? "privacy" : "process";
}

NormView norm_view(const RuleBook& rules, const Norm& norm) {
    NormView view;
    view.id = norm.id;
    view.title = norm.title;
    view.says = norm.says;
    view.grade = norm.grade;
    view.signoff = norm.signoff;
    view.pack = norm.pack;
    view.alias_of = norm.alias_of;
    for (const std::string& cite : norm.cites) view.citations.push_back(rules.citation_text(cite));
    for (const std::string& id : norm.reports)
        if (const Heading* heading = rules.heading(id)) view.headings.push_back(heading->label + ", " + heading->title);
    if (!norm.alias_of.empty()) return view;
    view.type = type_words(norm.type);
    view.strand = strand_words(norm.strand);
    view.severity = severity_words(norm);
    if (norm.critical_if)
        view.notes.push_back("Critical when " + condition_words(norm.critical_if, {}, rules.definitions()) +
                             ": an assessor looks at it, whatever the score.");
    if (norm.double_if)
        view.notes.push_back("Weighs twice as much when " + condition_words(norm.double_if, {}, rules.definitions()) +
                             ".");
    if (!norm.group.empty())
        view.notes.push_back("Of the breaches in the group \"" + norm.group +
                             "\", only the heaviest counts for one duty.");
    for (const std::string& id : norm.defeats) view.notes.push_back("Sets aside " + id + " where it applies.");
    for (const Zone& zone : rules.zones())
        if (std::find(zone.silences.begin(), zone.silences.end(), norm.id) != zone.silences.end())
            view.notes.push_back("Explained and never scored where practice is divided (" + zone.id +
                                 "): " + zone.says);
        else if (std::find(zone.suspends.begin(), zone.suspends.end(), norm.id) != zone.suspends.end())
            view.notes.push_back(
                "Where practice is divided (" + zone.id +
                "), what is due earns nothing, and falling short in what was sent still costs: " + zone.says);
    for (const Family& family : norm.families) view.parts.push_back(PartWriter(rules, norm, family).write());
    view.terms = terms_of(rules, norm);
    for (const char* state : {"kept", "partly", "breached", "missed", "repaired", "contested"})
        if (const auto found = norm.explain.find(state); found != norm.explain.end())
            view.explanations.emplace_back(state, found->second);
    view.better = norm.better;
    view.aloud = norm.aloud;
    return view;
}

}  // namespace ntk
