#include "engine/text/translation.h"

#include "engine/report/schemas.h"
#include "engine/text/utf8.h"
#include "tests/support/catch.h"
#include "tests/support/rule_packs.h"

using namespace ntk;

namespace {

Tree tree_of(const std::string& yaml) {
    Diagnostics diagnostics;
    Tree tree = read_yaml_text(yaml, diagnostics);
    REQUIRE(diagnostics.empty());
    return tree;
}

const FieldTable& case_table() { return schema_kind("scenario")->file(); }

const std::string story = R"(
scenario: { id: tiny, title: A tiny case, version: 1.0.0 }
briefing: [You work here., Mia is six.]
people: { mia: { name: Mia, role: child } }
nodes:
  D1:
    title: The door
    at: Mon 10:00
    text: [It opens., { text: Come in., speaker: Ann, when: [D0] }]
    options:
      - { id: a, say: Go in, then: D2 }
      - { id: b, say: Wait outside, then: [{ when: "x", then: D2 }, { then: end }] }
  D2: { title: The hall, at: +1h, text: It is dark. }
)";

std::string ids_of(const std::vector<SourceText>& texts) {
    std::string all;
    for (const SourceText& text : texts) all += text.id + ": " + text.text + "\n";
    return all;
}

Translation translation_of_story(const std::string& id, const std::string& from, const std::string& says) {
    Translation translation;
    translation.language = "cy";
    translation.of = "tiny";
    translation.texts[id] = {wording_mark(from), says, {}};
    return translation;
}

std::string title_of(const Tree& tree) { return tree.find("scenario")->find("title")->text; }

}  // namespace

TEST_CASE("texts for people have names that stay when others come and go, and nothing else has one") {
    CHECK(ids_of(texts_of(tree_of(story), case_table())) == R"(scenario.title: A tiny case
briefing.1: You work here.
briefing.2: Mia is six.
people.mia.name: Mia
nodes.D1.title: The door
nodes.D1.text.1: It opens.
nodes.D1.text.2.text: Come in.
nodes.D1.text.2.speaker: Ann
nodes.D1.options.a.say: Go in
nodes.D1.options.b.say: Wait outside
nodes.D2.title: The hall
nodes.D2.text: It is dark.
)");
}

TEST_CASE("a text is new, stale or ok, and only what is ok is shown; the rest is marked") {
    const Tree tree = tree_of(story);
    const std::vector<SourceText> texts = texts_of(tree, case_table());
    const Translation ok = translation_of_story("scenario.title", "A tiny case", "Achos bach");
    CHECK(state_of(texts[0], ok) == TextState::ok);
    CHECK(state_of(texts[1], ok) == TextState::fresh);
    const TextCounts counts = count_texts(texts, ok);
    CHECK(counts.ok == 1);
    CHECK(counts.fresh == texts.size() - 1);
    CHECK_FALSE(counts.whole());
    const Tree welsh = in_language(tree, case_table(), ok);
    CHECK(title_of(welsh) == "Achos bach");
    CHECK(welsh.find("briefing")->items[0].text == "[en] You work here.");
    CHECK(welsh.find("nodes")->find("D1")->find("at")->text == "Mon 10:00");

    const Translation stale = translation_of_story("scenario.title", "A small case", "Achos bach");
    CHECK(state_of(texts[0], stale) == TextState::stale);
    CHECK(title_of(in_language(tree, case_table(), stale)) == "[en] A tiny case");
    const Translation empty = translation_of_story("scenario.title", "A tiny case", "");
    CHECK(state_of(texts[0], empty) == TextState::fresh);
}

TEST_CASE("what lacks a slot or is far too long is shown in the first language, marked") {
    Tree tree = tree_of(story);
    for (const std::string& says : {std::string("Achos {bach}"), std::string(1'000, 'x')})
        CHECK(title_of(in_language(tree, case_table(), translation_of_story("scenario.title", "A tiny case", says))) ==
              "[en] A tiny case");
}

TEST_CASE("terms of a glossary are translated where they are explained and where scenes offer them") {
    const Tree tree = tree_of(R"(
glossary: { consent: A yes., front door: Where worries go. }
nodes:
  D1: { title: A talk, text: "Is there consent?", glossary: [consent, front door] }
)");
    CHECK(ids_of(texts_of(tree, case_table())) == R"(glossary.consent: A yes.
glossary.front door: Where worries go.
nodes.D1.title: A talk
nodes.D1.text: Is there consent?
terms.consent: consent
terms.front door: front door
)");
    Translation welsh = translation_of_story("terms.consent", "consent", "cydsyniad");
    welsh.texts["glossary.consent"] = {wording_mark("A yes."), "Ie.", {}};
    const auto terms_in = [&](const Tree& in) {
        std::string all;
        for (const TreeEntry& entry : in.find("glossary")->entries) all += entry.key + ": " + entry.value.text + "\n";
        for (const Tree& term : in.find("nodes")->find("D1")->find("glossary")->items) all += term.text + "\n";
        return all;
    };
    CHECK(terms_in(in_language(tree, case_table(), welsh)) ==
          "cydsyniad: Ie.\nfront door: [en] Where worries go.\ncydsyniad\nfront door\n");
    welsh.texts["terms.front door"] = {wording_mark("front door"), "cydsyniad", {}};  // one word for two terms
    CHECK(terms_in(in_language(tree, case_table(), welsh)) ==
          "cydsyniad: Ie.\nfront door: [en] Where worries go.\ncydsyniad\nfront door\n");
    CHECK(terms_in(in_made_up_language(tree, case_table())).find("consent") == std::string::npos);
}

TEST_CASE("a translation brought up to date keeps what is translated and reads as it was written") {
    const std::vector<SourceText> texts = texts_of(tree_of(story), case_table());
    Translation translation = translation_of_story("scenario.title", "A small case", "\"Achos\": bach\n#");
    translation.texts["nodes.D9.title"] = {"0123456789ab", "Wedi mynd", {}};
    const std::string yaml = translation_yaml(translation, texts);
    Diagnostics diagnostics;
    const auto read = read_translation(tree_of(yaml), diagnostics);
    REQUIRE(read);
    CHECK(diagnostics.empty());
    CHECK(read->language == "cy");
    CHECK(read->texts.at("scenario.title").says == "\"Achos\": bach\n#");
    CHECK(read->texts.at("scenario.title").from == wording_mark("A small case"));
    CHECK(read->texts.at("nodes.D9.title").says == "Wedi mynd");
    CHECK(read->texts.size() == texts.size() + 1);
    CHECK(translation_yaml(*read, texts) == yaml);
}

TEST_CASE("the made-up language is longer by two fifths, keeps its slots and is plainly made up") {
    const std::string text = "Tell {recipient} what you saw, and why.";
    const std::string made_up = in_made_up_language(text);
    CHECK(made_up.find("{recipient}") != std::string::npos);
    CHECK(made_up.starts_with("«"));
    CHECK(made_up.find("what") == std::string::npos);
    const auto length = [](const std::string& one) {
        std::size_t count = 0;
        for (std::size_t at = 0; at < one.size(); at += read_utf8(one, at).bytes) ++count;
        return count;
    };
    CHECK(length(made_up) * 10 >= length(text) * 14);
    CHECK(length(in_made_up_language("Yes")) >= 5);
    const Tree tree = in_made_up_language(tree_of(story), case_table());
    for (const SourceText& one : texts_of(tree, case_table())) CHECK(one.text.starts_with("«"));
    CHECK(tree.find("scenario")->find("id")->text == "tiny");
}

TEST_CASE("the code of a language is two or three letters and more parts") {
    for (const char* good : {"cy", "kur", "pt-BR", "zh-Hant-TW", "en-XA"}) CHECK(is_language(good));
    for (const char* bad : {"", "c", "Welsh", "cy-", "cy_GB", "../etc", "CY", "cy-a", "abcd"})
        CHECK_FALSE(is_language(bad));
}
