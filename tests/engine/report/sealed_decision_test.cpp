#include "engine/report/sealed_decision.h"

#include "tests/support/catch.h"

using namespace ntk;

namespace {

const std::string digest(64, 'a');

DecisionStatement statement() {
    return {digest,
            "s-0123456789abcdef0123456789abcdef",
            "p-0123456789abcdef",
            {std::string(64, 'b'), std::string(64, 'c')},
            "review",
            {"2026-11-23", "kim", "met", "Seen and \"agreed\",\nboth of us."},
            "0.1.0"};
}

std::optional<DecisionStatement> read(const std::string& text, Diagnostics& diagnostics) {
    return read_decision_file(text, diagnostics.add_source("decision.json", text), diagnostics);
}

bool refused(const std::string& text) {
    Diagnostics diagnostics;
    const bool nothing = !read(text, diagnostics);
    return nothing && diagnostics.all().size() == 1 && diagnostics.all()[0].code == "E726";
}

}  // namespace

TEST_CASE("a decision to be sealed comes back from its file, which names what it was made about") {
    const std::string file = decision_file(statement());
    CHECK(is_decision_file(file));
    Diagnostics diagnostics;
    CHECK(read(file, diagnostics) == statement());
    DecisionStatement early = statement();
    early.proposal.clear();
    early.logs_sha256.clear();
    CHECK(file.find("\"proposal\": \"review\"") != std::string::npos);
    CHECK(decision_file(early).find("\"proposal\": \"none\"") != std::string::npos);
    CHECK(read(decision_file(early), diagnostics) == early);
    CHECK(diagnostics.all().empty());
    CHECK(decision_seal_comment(file, statement())
              .find("; assessment sha256 " + digest + "; session s-0123456789abcdef0123456789abcdef; engine 0.1.0") !=
          std::string::npos);
}

TEST_CASE("a file of a decision cut anywhere, or with a field of another sort, is refused in one sentence") {
    const std::string file = decision_file(statement());
    for (std::size_t size = 0; size < file.size(); ++size) {
        INFO(size);
        CHECK(refused(file.substr(0, size)));
    }
    for (const auto& [from, to] :
         std::vector<std::pair<std::string, std::string>>{{"\"met\"", "\"promoted\""},
                                                          {"\"met\"", "7"},
                                                          {"\"kim\"", "[\"kim\"]"},
                                                          {"assessor-decision/1", "assessor-decision/2"},
                                                          {digest, "aa"},
                                                          {"2026-11-23", "yesterday"},
                                                          {"\"engine\"", "\"motor\""},
                                                          {"s-0123", "s-;0123"},
                                                          {"{\n", "{\n  \"more\": 1,\n"},
                                                          {"\"0.1.0\",", "\"0.1.0\" ,"}}) {
        INFO(from << " -> " << to);
        REQUIRE(file.find(from) != std::string::npos);
        std::string other = file;
        other.replace(other.find(from), from.size(), to);
        CHECK(refused(other));
    }
    CHECK(refused(file + " "));
    CHECK(refused("[]"));
    CHECK_FALSE(is_decision_file("{\"schema\": \"report/1\"}"));
    CHECK_FALSE(is_decision_file("nonsense"));
}
