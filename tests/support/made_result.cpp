#include "tests/support/made_result.h"

#include "engine/text/sha256.h"

namespace ntk {

CaseResult made_result(const std::string& learner, const std::string& case_id,
                       const std::vector<MadeDecision>& decisions) {
    CaseResult result;
    result.learner = learner;
    result.complete = true;
    result.case_id = case_id;
    result.case_title = "The case " + case_id;
    result.case_version = "1.0.0";
    result.case_sha256 = sha256(case_id);
    result.rules_sha256 = sha256("rules");
    result.engine = "0.1.0";
    std::string log = case_id;
    for (const MadeDecision& made : decisions) {
        DecisionResult decision;
        decision.node = made.node;
        decision.title = "Scene " + made.node;
        decision.option = made.option;
        decision.tally.offered = made.offered * Credit::whole;
        (made.points >= 0 ? decision.tally.earned : decision.tally.lost) = std::abs(made.points) * Credit::whole;
        decision.band = made.points >= made.offered ? DecisionBand::sound
                        : made.points >= 0          ? DecisionBand::short_of
                                                    : DecisionBand::critical;
        result.overall.earned += decision.tally.earned;
        result.overall.lost += decision.tally.lost;
        result.overall.offered += decision.tally.offered;
        log += " " + made.node + made.option;
        result.decisions.push_back(decision);
    }
    result.log_sha256 = sha256(log);
    result.strands = {{"privacy", "Privacy", {}, false},
                      {"process", "Process", {}, false},
                      {"protect", "Protect", result.overall, false}};
    result.rules = {{"R1", "Rule 1", result.overall, false}};
    result.outcome = result.overall.percent() >= 70 ? Outcome::met : Outcome::not_yet;
    return result;
}

AssessmentForm made_form(const std::string& id, const std::vector<std::string>& cases) {
    AssessmentForm form;
    form.id = id;
    form.title = "Form " + id;
    form.version = "1.0.0";
    form.cases = cases;
    return form;
}

}  // namespace ntk
