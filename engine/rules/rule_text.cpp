#include <algorithm>

#include "engine/rules/rule_view.h"

namespace ntk {

namespace {

std::string joined(const std::vector<std::string>& parts, const std::string& by) {
    std::string text;
    for (const std::string& part : parts) text += (text.empty() ? "" : by) + part;
    return text;
}

std::string padded(std::string text, std::size_t width) {
    text.resize(std::max(text.size() + 1, width), ' ');
    return text;
}

void add(std::string& out, const std::string& label, const std::string& text) {
    if (!text.empty()) out += label + ": " + text + "\n";
}

void add_list(std::string& out, const std::string& label, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    out += label + ":\n";
    for (const std::string& line : lines) out += "  - " + line + "\n";
}

}  // namespace

std::string list_text(const RuleBook& rules) {
    std::string out;
    for (const PackId& pack : rules.stack()) out += (out.empty() ? "" : ", ") + pack.id + " " + pack.version;
    out += "; as of " + rules.as_of() + "\n\n";
    for (const Norm& norm : rules.norms()) {
        out += padded(norm.id, 8) + norm.title + "\n";
        std::vector<std::string> parts;
        if (!norm.alias_of.empty())
            parts = {"counted as " + norm.alias_of, norm.grade};
        else if (norm.type == NormType::permit)
            parts = {type_words(norm.type), norm.grade, "not scored"};
        else
            parts = {type_words(norm.type), norm.grade, strand_words(norm.strand), severity_words(norm)};
        parts.push_back("under " + joined(norm.reports, ", "));
        out += "        " + joined(parts, "; ") + "\n";
    }
    return out + "\n" + std::to_string(rules.norms().size()) + " norms\n";
}

std::string norm_text(const NormView& norm) {
    std::string out = norm.id + "  " + norm.title + "\n\n";
    add(out, "Says", norm.says);
    for (const std::string& citation : norm.citations) add(out, "Source", citation);
    add(out, "Grade", norm.grade + " (" + grade_words(norm.grade) + ")");
    add(out, "Sign-off", norm.signoff == "none" ? "nobody has signed this norm off yet" : norm.signoff);
    add(out, "Pack", norm.pack);
    add(out, "Counts under", joined(norm.headings, "; "));
    if (!norm.alias_of.empty()) {
        add(out, "Judged as", norm.alias_of);
        return out;
    }
    add(out, "Kind", norm.type);
    add(out, "Strand", norm.strand);
    add(out, "Severity", norm.severity);
    add_list(out, "Notes", norm.notes);
    for (const PartView& part : norm.parts) {
        out += "\n" + (part.name.empty() ? std::string("How it works") : "How it works, part \"" + part.name + "\"") +
               "\n";
        add(out, "Arises", part.arises + ".");
        add(out, "Binds when", part.binds.empty() ? "always" : part.binds + ".");
        add(out, "Judged", part.judged);
        add_list(out, "Asks or forbids", part.asks);
        add_list(out, "Exceptions", part.unless);
        add_list(out, "Repair", part.repair);
        add(out, "Credit", part.credit);
        out += "As written in the pack:\n";
        for (const auto& [label, text] : part.conditions) out += "  " + label + ": " + text + "\n";
    }
    if (!norm.terms.empty()) out += "\nTerms\n";
    for (const auto& [name, meaning] : norm.terms) out += "  " + name + ": " + meaning + "\n";
    if (!norm.explanations.empty()) out += "\nWhat the learner reads\n";
    for (const auto& [state, text] : norm.explanations) out += "  " + state + ": " + text + "\n";
    if (!norm.better.empty()) out += "  better: " + norm.better + "\n";
    if (!norm.aloud.empty()) out += "  to say aloud: \"" + norm.aloud + "\"\n";
    return out;
}

}  // namespace ntk
