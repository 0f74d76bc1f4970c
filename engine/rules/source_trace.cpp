#include "engine/rules/source_trace.h"

#include <algorithm>
#include <set>

#include "engine/text/fields.h"

namespace ntk {

namespace {

TracedSentence read_sentence(const Tree& tree, std::set<std::string>& numbers, Diagnostics& diagnostics) {
    Fields fields(tree, "the sentence", diagnostics);
    TracedSentence sentence;
    sentence.place = tree.place;
    sentence.number = fields.require_text("number");
    sentence.says = fields.require_text("says");
    sentence.norms = fields.names("norms");
    if (const Tree* left_to = fields.find("left_to"))
        if (read_choice(*left_to, "reader of a sentence", {"people"}, diagnostics)) sentence.left_to = left_to->text;
    sentence.reason = fields.text("reason");
    fields.finish();
    if (!numbers.insert(sentence.number).second)
        diagnostics.report("E307", tree.place, "the number '" + sentence.number + "' is taken",
                           "number each sentence once");
    if (sentence.norms.empty() && sentence.left_to.empty())
        diagnostics.report("E111", tree.place, "the sentence " + sentence.number + " leads nowhere",
                           "name its norms, or write left_to: people and the reason");
    if (!sentence.left_to.empty() && (sentence.reason.empty() || !sentence.norms.empty()))
        diagnostics.report("E111", tree.place,
                           "the sentence " + sentence.number + " is left to people and needs a reason instead of norms",
                           "reason: ...");
    return sentence;
}

}  // namespace

SourceTrace read_source_trace(const Tree& file, Diagnostics& diagnostics) {
    SourceTrace trace;
    std::set<std::string> numbers;
    Fields root(file, "the trace", diagnostics);
    if (const Tree* header = root.require("trace")) {
        Fields fields(*header, "the header of the trace", diagnostics);
        trace.title = fields.require_text("title");
        trace.checked = fields.require_text("checked");
        fields.finish();
    }
    for (const Tree* tree : root.list("sections")) {
        Fields fields(*tree, "the section", diagnostics);
        TracedSection section;
        section.heading = fields.require_text("heading");
        section.title = fields.require_text("title");
        for (const Tree* sentence : fields.list("sentences"))
            section.sentences.push_back(read_sentence(*sentence, numbers, diagnostics));
        fields.finish();
        trace.sections.push_back(std::move(section));
    }
    root.finish();
    return trace;
}

std::vector<std::string> trace_gaps(const SourceTrace& trace, const RuleBook& rules) {
    std::vector<std::string> gaps;
    std::set<std::string> reached;
    for (const TracedSection& section : trace.sections) {
        if (rules.heading(section.heading) == nullptr)
            gaps.push_back("the section '" + section.title + "' names no heading of the rules");
        for (const TracedSentence& sentence : section.sentences)
            for (const std::string& id : sentence.norms) {
                const Norm* norm = rules.norm(id);
                if (norm == nullptr) {
                    gaps.push_back(sentence.number + " leads to " + id + ", which is not a norm");
                    continue;
                }
                reached.insert(id);
                reached.insert(norm->id);
            }
    }
    for (const Norm& norm : rules.norms())
        if (norm.grade != "local" && reached.count(norm.id) == 0) gaps.push_back("no sentence leads to " + norm.id);
    return gaps;
}

std::vector<std::string> sentences_for(const SourceTrace& trace, const std::string& norm) {
    std::vector<std::string> numbers;
    for (const TracedSection& section : trace.sections)
        for (const TracedSentence& sentence : section.sentences)
            if (std::find(sentence.norms.begin(), sentence.norms.end(), norm) != sentence.norms.end())
                numbers.push_back(sentence.number);
    return numbers;
}

}  // namespace ntk
