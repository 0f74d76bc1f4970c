#include "engine/report/report_reader.h"

#include <algorithm>

#include "engine/report/report_shapes.h"
#include "engine/report/report_verdicts.h"
#include "engine/text/fields.h"

namespace ntk {

namespace {

class ReportReader {
  public:
    explicit ReportReader(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

    std::optional<CaseResult> read(const Tree& tree) {
        const Tree* schema = tree.find("schema");
        if (schema == nullptr || schema->text != "report/1") {
            diagnostics_.report("E730", schema == nullptr ? tree.place : schema->place,
                                "this is not a report on an attempt",
                                "reports begin their life as 'needtoknow play ... --report NAME.json' and say "
                                "\"schema\": \"report/1\"");
            return std::nullopt;
        }
        const std::size_t before = errors();
        Fields root(tree, "the report", diagnostics_, report_file());
        root.choice("note", "note of a report");
        result_.engine = root.require_text("engine");
        root.text("contest");  // older reports have none
        read_learner(root);
        read_form(root);
        result_.assessment = root.choice("mode", "mode") == 1;
        root.require("seed");
        root.number("seed", 0);
        result_.log_sha256 = digest(root, "log_sha256");
        read_versions(root);
        root.require("questions");
        root.names("questions");
        read_decisions(root);
        if (root.require("complete") != nullptr) result_.complete = root.flag("complete", false);
        if (result_.complete) root.require("result");
        if (const Tree* result = root.find("result")) read_result(*result);
        root.finish();
        if (errors() != before) return std::nullopt;
        if (!result_.complete)
            diagnostics_.report("W730", tree.find("complete")->place,
                                "this attempt was not finished, so it has no score", "it is left out of every figure");
        return std::move(result_);
    }

  private:
    std::size_t errors() const {
        const auto& all = diagnostics_.all();
        return static_cast<std::size_t>(std::count_if(
            all.begin(), all.end(), [](const Diagnostic& one) { return one.severity == Severity::error; }));
    }

    std::string digest(Fields& fields, std::string_view key) {
        std::string text = fields.require_text(key);
        const Tree* tree = fields.find(key);
        if (tree != nullptr && !text.empty() && !is_hex(text, 64, 64))
            diagnostics_.report("E731", tree->place, "'" + text + "' is not a digest",
                                "a digest has 64 digits from 0 to 9 and a to f");
        return text;
    }

    void read_learner(Fields& root) {
        const Tree* learner = root.find("learner");
        if (learner == nullptr) return;
        result_.learner = root.text("learner");
        if (result_.learner.starts_with("p-") && is_hex(std::string_view(result_.learner).substr(2), 16, 64)) return;
        diagnostics_.report("E732", learner->place, "the learner of a report has a pseudonym, no name",
                            "write \"p-\" and 16 to 64 digits from 0 to 9 and a to f, and keep the list of people "
                            "elsewhere");
    }

    // Which form an attempt belongs to is what whoever made the report said; a cohort goes by the cases it holds.
    void read_form(Fields& root) {
        const Tree* form = root.find("form");
        if (form == nullptr) return;
        Fields fields(*form, "the form of the report", diagnostics_, report_form_fields());
        for (const char* key : {"id", "title", "version"}) fields.require_text(key);
        digest(fields, "sha256");
        fields.finish();
    }

    void read_confidence(Fields& result) {
        const Tree* confidence = result.find("confidence");
        if (confidence == nullptr) return;
        Fields fields(*confidence, "how sure and how right", diagnostics_, report_confidence_fields());
        for (const char* key : {"asked", "compared", "sure", "share"}) fields.require(key);
        fields.number("asked", 0);
        fields.number("compared", 0);
        fields.number("sure", -1);
        fields.number("share", -1);
        fields.require_text("words");
        fields.finish();
    }

    void read_versions(Fields& root) {
        if (const Tree* scenario = root.require("scenario")) {
            Fields fields(*scenario, "the case of the report", diagnostics_, report_case_fields());
            result_.case_id = fields.require_text("id");
            result_.case_title = fields.require_text("title");
            result_.case_version = fields.require_text("version");
            result_.case_sha256 = digest(fields, "sha256");
            fields.finish();
        }
        if (const Tree* packs = root.require("packs")) {
            Fields fields(*packs, "the rules of the report", diagnostics_, report_packs_fields());
            fields.require_text("as_of");
            result_.rules_sha256 = digest(fields, "sha256");
            fields.require("stack");
            for (const Tree* item : fields.list("stack")) {
                Fields pack(*item, "a rule pack", diagnostics_, report_pack_fields());
                pack.require_text("id");
                pack.require_text("version");
                pack.finish();
            }
            fields.finish();
        }
    }

    void read_decisions(Fields& root) {
        root.require("decisions");
        std::int64_t sequence = 0;
        for (const Tree* decision : root.list("decisions")) {
            auto made = read_decision_result(*decision, ++sequence, diagnostics_);
            if (made)
                result_.decisions.push_back(std::move(*made));
            else
                ++result_.skipped;
        }
    }

    ScopeScore read_scope(const Tree& tree, const std::string& what, bool labelled) {
        ScopeScore scope;
        Fields fields(tree, what, diagnostics_, labelled ? report_scope_fields() : report_overall_fields());
        for (const char* key : {"earned", "lost", "offered", "opportunities", "percent"}) fields.require(key);
        scope.tally.earned = fields.number("earned", 0);
        scope.tally.lost = fields.number("lost", 0);
        scope.tally.offered = fields.number("offered", 0);
        scope.tally.opportunities = static_cast<int>(fields.number("opportunities", 0));
        const std::int64_t percent = fields.number("percent", 0);
        if (const Tree* written = fields.find("percent"); written != nullptr && percent != scope.tally.percent())
            diagnostics_.report(
                "E733", written->place,
                what + " comes to " + std::to_string(scope.tally.percent()) + "%, not " + written->text + "%",
                "the report was changed after it was written");
        if (labelled) {
            scope.label = fields.require_text("label");
            if (fields.require("enough") != nullptr) scope.enough = fields.flag("enough", false);
        }
        fields.finish();
        return scope;
    }

    std::vector<ScopeScore> read_scopes(Fields& scores, std::string_view key) {
        std::vector<ScopeScore> scopes;
        scores.require(key);
        for (const TreeEntry* entry : scores.entries(key)) {
            scopes.push_back(read_scope(entry->value, "'" + entry->key + "'", true));
            scopes.back().id = entry->key;
        }
        return scopes;
    }

    void read_scores(const Tree& tree) {
        Fields scores(tree, "the scores", diagnostics_, report_scores_fields());
        const Tree* overall = scores.require("overall");
        if (overall != nullptr) result_.overall = read_scope(*overall, "the score", false).tally;
        result_.strands = read_scopes(scores, "strands");
        result_.rules = read_scopes(scores, "rules");
        result_.points = read_scopes(scores, "points");
        scores.finish();
        Tally sum;
        for (const DecisionResult& decision : result_.decisions) {
            sum.earned += decision.tally.earned;
            sum.lost += decision.tally.lost;
            sum.offered += decision.tally.offered;
        }
        if (overall != nullptr && !(sum.earned == result_.overall.earned && sum.lost == result_.overall.lost &&
                                    sum.offered == result_.overall.offered))
            diagnostics_.report("E733", overall->place, "the verdicts do not add up to this score",
                                "they earn " + std::to_string(sum.earned) + ", lose " + std::to_string(sum.lost) +
                                    " and are offered " + std::to_string(sum.offered) +
                                    "; the report was changed, or written by another version");
    }

    void read_balance(const Tree& tree) {
        Fields fields(tree, "the balance", diagnostics_, report_balance_fields());
        Balance& balance = result_.balance;
        const auto count = [&](std::string_view key) {
            fields.require(key);
            return fields.number(key, 0);
        };
        balance.duties = static_cast<int>(count("duties"));
        balance.hits = static_cast<int>(count("hits"));
        balance.restraints = static_cast<int>(count("restraints"));
        balance.false_alarms = static_cast<int>(count("false_alarms"));
        for (const char* key : {"protect_loss", "privacy_loss"}) fields.require(key);
        balance.protect_loss = fields.number("protect_loss", 0);
        balance.privacy_loss = fields.number("privacy_loss", 0);
        fields.require_text("words");
        if (fields.require("enough") != nullptr) balance.enough = fields.flag("enough", false);
        fields.finish();
        if (balance.hits > balance.duties || balance.false_alarms > balance.restraints)
            diagnostics_.report("E733", tree.place,
                                "the balance counts more hits or false alarms than chances for them",
                                "the report was changed after it was written");
    }

    void read_criticals(Fields& result) {
        result.require("criticals");
        for (const Tree* item : result.list("criticals")) {
            Fields fields(*item, "a critical breach", diagnostics_, report_critical_fields());
            for (const char* key : {"norm", "key"}) fields.require_text(key);
            fields.require("because");
            fields.text("because");
            fields.require("decision");
            fields.number("decision", 0);
            const bool mended = fields.choice("state", "state of a critical breach") == 1;
            const bool gravest = fields.require("gravest") != nullptr && fields.flag("gravest", false);
            fields.finish();
            if (mended) {
                result_.criticals.gravest_mended += gravest ? 1 : 0;
            } else {
                ++result_.criticals.open;
                result_.criticals.gravest_open += gravest ? 1 : 0;
            }
        }
    }

    void read_result(const Tree& tree) {
        Fields fields(tree, "the result", diagnostics_, report_result_fields());
        if (const Tree* scores = fields.require("scores")) read_scores(*scores);
        if (const Tree* balance = fields.require("balance")) read_balance(*balance);
        if (const Tree* outcome = fields.require("outcome")) {
            Fields words(*outcome, "the outcome", diagnostics_, report_outcome_fields());
            if (const auto id = words.choice("id", "outcome")) result_.outcome = static_cast<Outcome>(*id);
            words.require_text("words");
            words.finish();
        }
        read_criticals(fields);
        read_confidence(fields);
        if (const Tree* ending = fields.find("ending")) {
            Fields words(*ending, "the ending", diagnostics_, report_ending_fields());
            words.require_text("id");
            words.require_text("title");
            words.finish();
        }
        fields.finish();
    }

    Diagnostics& diagnostics_;
    CaseResult result_;
};

}  // namespace

std::optional<CaseResult> read_report(const Tree& tree, Diagnostics& diagnostics) {
    return ReportReader(diagnostics).read(tree);
}

}  // namespace ntk
