#include "engine/report/sealed_decision.h"

#include <algorithm>

#include "engine/report/document_shapes.h"
#include "engine/report/sealed_field.h"
#include "engine/text/json_reader.h"
#include "engine/text/json_table.h"
#include "engine/text/sha256.h"

namespace ntk {

namespace {

constexpr std::string_view schema = "assessor-decision/1";

// The file as a Tree; an empty one when it is no JSON. What is wrong inside it is of no use to anybody.
Tree tree_of(std::string_view text) {
    Diagnostics ignored;
    Tree tree = read_json(text, ignored.add_source("decision", std::string(text)), ignored);
    return ignored.has_errors() ? Tree() : tree;
}

// Names and versions stand in a line of their own, which a line end or a separator inside one would counterfeit.
bool is_plain(const std::string& text) {
    return text.size() <= 200 && text.find_first_of(";\r\n") == std::string::npos;
}

Json json_of(const DecisionStatement& statement) {
    Json json;
    json["schema"] = std::string(schema);
    json["engine"] = statement.engine;
    json["assessment_sha256"] = statement.assessment_sha256;
    json["session"] = statement.session;
    json["learner"] = statement.learner;
    json["logs_sha256"] = Json::List{};
    for (const std::string& digest : statement.logs_sha256) json["logs_sha256"].push_back(digest);
    json["proposal"] = statement.proposal.empty() ? "none" : statement.proposal;
    json["decision"] = statement.decision.decision;
    json["assessor"] = statement.decision.assessor;
    json["day"] = statement.decision.day;
    json["reason"] = statement.decision.reason;
    return json;
}

bool is_day(const std::string& text) {
    return text.size() == 10 && text[4] == '-' && text[7] == '-' &&
           text.find_first_not_of("-0123456789") == std::string::npos;
}

// What the table of fields leaves to JSON Schema, and what would counterfeit another part of the trusted comment.
bool says_enough(const DecisionStatement& read) {
    return is_plain(read.engine) && is_plain(read.session) && is_digest(read.assessment_sha256) &&
           std::all_of(read.logs_sha256.begin(), read.logs_sha256.end(), is_digest) && is_day(read.decision.day);
}

}  // namespace

std::string decision_file(const DecisionStatement& statement) {
    return by_table(json_of(statement), assessor_decision_file()).pretty() + "\n";
}

bool is_decision_file(std::string_view text) { return sealed_field(tree_of(text), "schema") == schema; }

std::optional<DecisionStatement> read_decision_file(std::string_view text, int source, Diagnostics& diagnostics) {
    const Tree tree = tree_of(text);
    DecisionStatement read;
    read.engine = sealed_field(tree, "engine");
    read.assessment_sha256 = sealed_field(tree, "assessment_sha256");
    read.session = sealed_field(tree, "session");
    read.learner = sealed_field(tree, "learner");
    if (const Tree* logs = tree.find("logs_sha256"))
        for (const Tree& digest : logs->items) read.logs_sha256.push_back(digest.text);
    if (const std::string proposal = sealed_field(tree, "proposal"); proposal != "none") read.proposal = proposal;
    read.decision = {sealed_field(tree, "day"), sealed_field(tree, "assessor"), sealed_field(tree, "decision"),
                     sealed_field(tree, "reason")};
    const Json again = json_of(read);
    if (says_enough(read) && json_misfits(again, assessor_decision_file()).empty() && again.pretty() + "\n" == text)
        return read;
    diagnostics.report("E726", {source, 0, 0}, "this is not an assessor's decision as this program writes it",
                       "it was changed, or written by something else");
    return std::nullopt;
}

std::string decision_seal_comment(std::string_view file, const DecisionStatement& statement) {
    return "needtoknow seal 1; decision sha256 " + sha256(file) + "; assessment sha256 " + statement.assessment_sha256 +
           "; session " + statement.session + "; engine " + statement.engine;
}

}  // namespace ntk
