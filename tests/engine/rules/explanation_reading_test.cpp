// Every sentence with which a rule explains itself can be read: as it comes out, with its gaps filled in.

#include <algorithm>

#include "engine/casework/case_file.h"
#include "engine/casework/reader.h"
#include "engine/rules/explain.h"
#include "engine/study/prose.h"
#include "engine/study/reading_level.h"
#include "tests/support/catch.h"
#include "tests/support/rule_packs.h"

using namespace ntk;

namespace {

constexpr std::size_t most_words = 25;    // in a sentence
constexpr long most_grade = 600;          // of all texts of a stack, in hundredths, as for story text
constexpr long most_grade_of_norm = 900;  // read at fourteen; a norm must name its subject, "lawful basis" for example

struct Said {
    std::string of, text;
};

// What a practitioner may read of a norm, filled in with the words of a small case.
std::vector<Said> said_by(const Norm& norm) {
    Store store = new_case();
    const int child = add_entity(store, vocabulary().person, "mia");
    store.put_root(vocabulary().root_child, std::int64_t{child});
    Names names;
    names.parties = {"Mia"};
    ExplainWords words;
    words.deadline = "week 1, Tuesday 10.00";
    words.failed = "Kay";
    words.missing = "the lost weight and the missed visits";
    words.credit = "1/2";
    std::vector<Said> all = {{"says", norm.says}};
    for (const Family& family : norm.families) {
        Frame frame;
        for (const Variable& variable : family.variables) {
            Frame::Slot slot;
            if (variable.type.base == Type::Base::entity) {  // one with nothing particular to say of it
                if (store.count(variable.type.of) == 0) add_entity(store, variable.type.of, "something");
                slot.number = {true, 0};
            }
            frame.slots.push_back(slot);
        }
        const auto add = [&](const std::string& of, const std::string& text) {
            if (!text.empty()) all.push_back({of, fill(text, family.variables, frame, store, names, words)});
        };
        for (const auto& [state, text] : norm.explain) add(state, text);
        add("better", norm.better);
        add("aloud", norm.aloud);
        for (const Exception& exception : family.unless) add("unless " + exception.id, exception.says);
        for (const RepairStep& step : family.repair) add("repair", "Mended since: " + step.says);
    }
    return all;
}

struct Stack {
    std::vector<std::string> packs;
    std::string as_of;
};

}  // namespace

TEST_CASE("What the rules say reads at story level, norm by norm and sentence by sentence") {
    const std::vector<Stack> stacks = {{{"england-2024"}, "2024-09-01"},
                                       {{"england-2024", "plymouth"}, "2024-09-01"},
                                       {{"england-2024", "plymouth", "england-2026-duty"}, "2026-10-01"},
                                       {{"england-2024", "plymouth", "gmc-doctor"}, "2024-09-01"},
                                       {{"england-2024", "plymouth", "charity"}, "2026-03-01"}};
    for (const Stack& stack : stacks) {
        const auto rules = rule_book(stack.packs, stack.as_of);
        ReadingLevel whole;
        std::string findings;
        int texts = 0;
        const auto read = [&](const std::string& where, const std::string& text, ReadingLevel& level) {
            ++texts;
            level.add(text);
            const std::vector<ProseWord> words = words_of(text);
            for (const Sentence& sentence : sentences_of(text, words))
                if (sentence.words() > most_words)
                    findings += where + ": " + std::to_string(sentence.words()) + " words: " + text + "\n";
            if (text.find('{') != std::string::npos) findings += where + ": a gap is left: " + text + "\n";
        };
        for (const Norm& norm : rules->norms()) {
            ReadingLevel level;
            for (const Said& said : said_by(norm)) {
                read(norm.id + " " + said.of, said.text, level);
                whole.add(said.text);
            }
            if (level.grade_in_hundredths() > most_grade_of_norm)
                findings += norm.id + ": grade " + std::to_string(level.grade_in_hundredths()) + " in hundredths\n";
        }
        ReadingLevel beside;  // what stands beside the norms
        for (const Zone& zone : rules->zones()) read("zone " + zone.id, zone.says, beside);
        for (const DutyRule& duty : rules->duties()) read("duty " + duty.id, duty.says, beside);
        for (const Definitions::Definition& definition : rules->definitions().all())
            read("definition " + definition.name, definition.says, beside);
        INFO(stack.packs.back() << "\n" << findings);
        CHECK(findings.empty());
        INFO("norms " << whole.grade_in_hundredths() << ", beside them " << beside.grade_in_hundredths());
        CHECK(whole.grade_in_hundredths() <= most_grade);
        CHECK(beside.grade_in_hundredths() <= most_grade);
        CHECK(texts > 300);
    }
}
