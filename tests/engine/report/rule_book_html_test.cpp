#include "engine/report/rule_book_html.h"

#include <filesystem>

#include "engine/host/source_file.h"
#include "tests/support/catch.h"
#include "tests/support/rule_packs.h"

using namespace ntk;

namespace {

std::size_t times(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++found;
    return found;
}

struct Shipped {
    std::vector<PackCard> cards;
    SourceTrace trace;
};

Shipped shipped() {
    Diagnostics diagnostics;
    const std::filesystem::path folder = std::filesystem::path(NTK_ROOT) / "assets/rulepacks";
    Shipped all;
    for (const char* name : {"england-2024.yaml", "plymouth.yaml"})
        all.cards.push_back(pack_card(read_tree_file(folder / name, diagnostics)));
    const Tree trace = read_tree_file(folder / "trace.yaml", diagnostics);
    all.trace = read_source_trace(trace, diagnostics);
    CHECK(diagnostics.render() == "");
    return all;
}

}  // namespace

TEST_CASE("the rule book shows every norm once, with its source, its words and lines to sign") {
    const auto rules = rule_book({"england-2024", "plymouth"});
    const Shipped all = shipped();
    const std::string page = rule_book_html(*rules, all.cards, all.trace);
    for (const Norm& norm : rules->norms()) {
        INFO(norm.id);
        CHECK(times(page, "<h3 id=\"" + norm.id + "\">") == 1);
        CHECK(times(page, "<caption>Review of " + norm.id + "</caption>") == 1);
    }
    CHECK(page.find(
              "Golden rule 5 (Information sharing: advice for practitioners, Department for Education, May 2024)") !=
          std::string::npos);
    CHECK(page.find("inferred: inferred from the source") != std::string::npos);
    CHECK(page.find("not yet reviewed by the partnership") != std::string::npos);
    CHECK(times(page, "Information-governance lead</td>") == 2);
}

TEST_CASE("the rule book leads from every sentence of the leaflet to norms or to people") {
    const Shipped all = shipped();
    const std::string page = rule_book_html(*rule_book({"england-2024", "plymouth"}), all.cards, all.trace);
    for (const TracedSection& section : all.trace.sections)
        for (const TracedSentence& sentence : section.sentences) {
            INFO(sentence.number);
            CHECK(times(page, "<th scope=\"row\">" + sentence.number + "</th>") == 1);
        }
    CHECK(page.find("GR1.3 (judged as DA.1) Don&#39;t assume someone else will share") != std::string::npos);
    CHECK(times(page, "Left to people. ") == 4);
    CHECK(rule_book_html(*rule_book({"england-2024"}), all.cards, all.trace).find("DA.2 (not in these packs)") !=
          std::string::npos);
}

TEST_CASE("the rule book stands alone and reads well") {
    const Shipped all = shipped();
    const auto rules = rule_book({"england-2024", "plymouth"});
    const std::string page = rule_book_html(*rules, all.cards, all.trace);
    CHECK(page == rule_book_html(*rules, all.cards, all.trace));
    for (const char* never : {"<script", "http:", "https:", "src=", "url(", "@import", "<img"}) {
        INFO(never);
        CHECK(page.find(never) == std::string::npos);
    }
    CHECK(times(page, "<h1") == 1);
    CHECK(times(page, "<table") == times(page, "<caption>"));
    CHECK(times(page, "<main>") == 1);
    for (const char* id : {"heading-R1", "heading-IS", "duties", "terms", "zones", "trace", "people", "signing"}) {
        INFO(id);
        CHECK(times(page, "href=\"#" + std::string(id) + "\"") == 1);
        CHECK(times(page, " id=\"" + std::string(id) + "\"") == 1);
    }
}
