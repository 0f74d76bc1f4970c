#include "engine/rules/source_trace.h"

#include <filesystem>

#include "engine/host/source_file.h"
#include "tests/support/catch.h"
#include "tests/support/rule_packs.h"

using namespace ntk;

namespace {

SourceTrace shipped_trace() {
    Diagnostics diagnostics;
    const Tree file = read_tree_file(std::filesystem::path(NTK_ROOT) / "assets/rulepacks/trace.yaml", diagnostics);
    SourceTrace trace = read_source_trace(file, diagnostics);
    CHECK(diagnostics.render() == "");
    return trace;
}

std::string all(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

std::string problems(const std::string& sentences) {
    Diagnostics diagnostics;
    read_source_trace(
        read_yaml_text(
            "trace: { title: x, checked: y }\nsections:\n  - heading: R1\n    title: Rule 1\n    sentences:\n" +
                sentences,
            diagnostics),
        diagnostics);
    return diagnostics.render();
}

}  // namespace

TEST_CASE("every norm is reached from a sentence of the leaflet, and every sentence leads to norms or to people") {
    const SourceTrace trace = shipped_trace();
    CHECK(all(trace_gaps(trace, *rule_book({"england-2024", "plymouth"}))) == "");
    std::size_t sentences = 0;
    for (const TracedSection& section : trace.sections) sentences += section.sentences.size();
    CHECK(trace.sections.size() == 17);  // introduction, seven rules, nine points
    CHECK(sentences == 47);              // as counted in the leaflet
}

TEST_CASE("a gap in the trace is found, both ways") {
    SourceTrace trace = shipped_trace();
    trace.sections[5].sentences[0].norms = {"GR5.1", "GR5.9"};
    CHECK(all(trace_gaps(trace, *rule_book({"england-2024", "plymouth"}))) ==
          "R5-1 leads to GR5.9, which is not a norm\n"
          "no sentence leads to GR5.2\n"
          "no sentence leads to GR5.3\n"
          "no sentence leads to GR5.4\n");
}

TEST_CASE("a sentence knows its norms and a norm its sentences") {
    const SourceTrace trace = shipped_trace();
    CHECK(sentences_for(trace, "GR3.7") == std::vector<std::string>{"R3-1", "LB-2", "IS-2"});
    CHECK(sentences_for(trace, "DA.6").empty());
}

TEST_CASE("a sentence that leads nowhere, twice the same number and a reason that is missing are refused") {
    CHECK(problems("      - { number: a, says: b }\n").find("error E111: the sentence a leads nowhere") !=
          std::string::npos);
    CHECK(problems("      - { number: a, says: b, norms: [GR1.1] }\n      - { number: a, says: b, norms: [GR1.1] }\n")
              .find("error E307") != std::string::npos);
    CHECK(problems("      - { number: a, says: b, left_to: people }\n").find("needs a reason instead of norms") !=
          std::string::npos);
    CHECK(problems("      - { number: a, says: b, left_to: machines, reason: c }\n").find("error E117") !=
          std::string::npos);
}
