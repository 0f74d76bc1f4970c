#include "tests/support/desktop_made_up.h"

#include <algorithm>

#include "engine/host/source_file.h"
#include "engine/text/translation.h"

namespace ntk::desktop {

namespace {

void change(std::string& text) { text = made_up(text); }

void change(std::vector<std::string>& texts) {
    for (std::string& text : texts) change(text);
}

void change(VerdictView& verdict) {
    for (std::string* text : {&verdict.title, &verdict.word, &verdict.because, &verdict.better, &verdict.repair})
        change(*text);
    for (auto* texts : {&verdict.facts, &verdict.excuses, &verdict.citations, &verdict.headings}) change(*texts);
}

void change(std::vector<VerdictView>& verdicts) {
    for (VerdictView& verdict : verdicts) change(verdict);
}

void change(std::vector<EventView>& events) {
    for (EventView& event : events) {
        change(event.when);
        change(event.text);
    }
}

void change(std::vector<ScoreLine>& lines) {
    for (ScoreLine& line : lines) {
        change(line.label);
        change(line.score);
    }
}

void change(CaseFileView& file) {
    for (auto* people : {&file.people, &file.agencies})
        for (PersonView& person : *people) {
            for (std::string* text : {&person.name, &person.role, &person.about}) change(*text);
            change(person.links);
        }
    for (ItemView& item : file.items) {
        for (std::string* text : {&item.text, &item.source, &item.grade, &item.category, &item.known}) change(*text);
        for (auto* texts : {&item.about, &item.at_risk, &item.sent_to}) change(*texts);
    }
    for (auto* events : {&file.timeline, &file.recorded, &file.shared}) change(*events);
}

void change(DebriefView& told) {
    for (std::string* text : {&told.ending_title, &told.ending_text, &told.childs_week, &told.summary, &told.balance,
                              &told.versions, &told.overall.label, &told.overall.score})
        change(*text);
    for (auto* lines : {&told.strands, &told.rules, &told.points}) change(*lines);
    for (auto* texts : {&told.criticals, &told.questions, &told.objectives}) change(*texts);
    change(told.childs_days);
    for (DecisionView& decision : told.decisions) {
        for (std::string* text : {&decision.title, &decision.when, &decision.chosen}) change(*text);
        change(decision.verdicts);
    }
    for (MapNode& node : told.map) change(node.title);
}

// What is left of a text when vowels, doubled or not, and the marks of the made-up language are taken out.
std::string bones(const std::string& text) {
    std::string left;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::string two = text.substr(at, 2);
        if (two == "ç" || two == "Ç" || two == "ñ" || two == "Ñ" || two == "ý") {
            left += two[1] == "ç"[1] ? 'c' : two[1] == "Ç"[1] ? 'C' : two == "ñ" ? 'n' : two == "Ñ" ? 'N' : 'y';
            ++at;
        } else if (static_cast<unsigned char>(text[at]) < 0x80U &&
                   std::string("aeiouAEIOUx ").find(text[at]) == std::string::npos) {
            left += text[at];
        }
    }
    return left;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

void look_for_english(const std::string& id, const std::string& text, std::vector<std::string>& found) {
    std::string word;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        const bool part = at < text.size() && (is_letter(text[at]) || (static_cast<unsigned char>(text[at]) & 0x80U));
        if (part) {
            word += text[at];
            continue;
        }
        // What makes texts longer may follow upon an id: "Option axx".
        const std::size_t end = word.find_last_not_of("x\xC2\xBB");
        word.erase(end == std::string::npos ? 0 : end + 1);
        const bool plain = word.size() > 1 && word.find_first_of("aeiou") != std::string::npos;
        if (plain) found.push_back(id + ": '" + word + "' in: " + text);
        word.clear();
        if (plain) return;  // once for each text
    }
}

using Texts = std::vector<std::string>;

std::string without(std::string text, const Texts& written) {
    for (const std::string& each : written)
        for (std::size_t at = text.find(each); at != std::string::npos; at = text.find(each))
            text.erase(at, each.size());
    return text;
}

void look_for_english(const SemNode& node, const Texts& written, std::vector<std::string>& found) {
    if (node.id.find("/sources/") != std::string::npos || node.id == "versions") return;
    look_for_english(node.id, without(node.name, written), found);
    look_for_english(node.id, without(node.description, written), found);
    if (node.role != Role::textbox) look_for_english(node.id, without(node.value, written), found);
    for (const SemNode& child : node.children) look_for_english(child, written, found);
}

// Each text as it may stand at the start of a sentence and within one, with its full stop and without.
void add_written(const Tree& tree, Texts& all) {
    if (tree.kind == Tree::Kind::scalar && tree.text.size() > 2 &&
        (tree.text.find(' ') != std::string::npos || (tree.text[0] >= 'A' && tree.text[0] <= 'Z'))) {
        std::string text = tree.text;
        while (!text.empty() && text.back() == '.') text.pop_back();
        all.push_back(text);
        if (text[0] >= 'A' && text[0] <= 'Z') {
            text[0] = static_cast<char>(text[0] - 'A' + 'a');
            all.push_back(text);
        }
    }
    for (const Tree& item : tree.items) add_written(item, all);
    for (const TreeEntry& entry : tree.entries) add_written(entry.value, all);
}

}  // namespace

std::string made_up(const std::string& text) { return text.empty() ? text : in_made_up_language(text); }

void make_up(Page& page) {
    for (std::string* text : {&page.case_title, &page.title, &page.when}) change(*text);
    for (Block& block : page.blocks) {
        change(block.text);
        change(block.speaker);
    }
    for (Choice& choice : page.choices) change(choice.label);
    for (ActForm& form : page.forms) {
        change(form.title);
        change(form.send);
        for (Field& field : form.fields) {
            change(field.question);
            change(field.help);
            for (Field::Answer& answer : field.answers) {
                change(answer.label);
                change(answer.detail);
            }
        }
    }
    for (std::string* text : {&page.feedback.headline, &page.feedback.tempting, &page.feedback.aloud}) change(*text);
    change(page.feedback.verdicts);
    change(page.debrief);
    change(page.case_file);
    for (Term& term : page.glossary) {
        change(term.word);
        change(term.meaning);
    }
    change(page.advice);
}

void make_up(DesktopOptions& options) {
    change(options.footer);
    for (CaseCard& card : options.cases) {
        for (std::string* text : {&card.title, &card.role, &card.summary, &card.minutes, &card.level,
                                  &card.content_note, &card.last_result, &card.field, &card.neglect_words})
            change(*text);
        change(card.neglect);
    }
    options.open = [open = options.open](const std::string& id, bool resume) {
        Opened opened = open(id, resume);
        for (Problem& problem : opened.problems)
            for (std::string* text : {&problem.place, &problem.message, &problem.hint, &problem.excerpt, &problem.jump})
                change(*text);
        return opened;
    };
    options.save_report = [](const std::string& id, const Session&, const std::string&) {
        return Saved{"1/" + id.substr(0, 0) + "2.htm", ""};
    };
}

bool same_when_made_up(const std::string& en, const std::string& shown) {
    return !en.empty() && shown.find("«") != std::string::npos && bones(en) == bones(shown);
}

std::vector<std::string> plain_english(const SemNode& root) { return plain_english(root, {}); }

std::vector<std::string> plain_english(const SemNode& root, const std::vector<std::string>& written) {
    std::vector<std::string> found;
    look_for_english(root, written, found);
    return found;
}

std::vector<std::string> written_in(const std::vector<std::string>& files, std::vector<std::string> others) {
    Texts all = std::move(others);
    for (const std::string& file : files) {
        Diagnostics diagnostics;
        add_written(read_tree_file(file, diagnostics), all);
    }
    std::sort(all.begin(), all.end(), [](const std::string& a, const std::string& b) {
        return a.size() != b.size() ? a.size() > b.size() : a < b;
    });
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

}  // namespace ntk::desktop
