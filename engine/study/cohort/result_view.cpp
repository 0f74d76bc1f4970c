#include "engine/study/cohort/result_view.h"

namespace ntk {

namespace {

std::vector<ViewedHeading> views_of(const std::vector<ScopeScore>& scopes) {
    std::vector<ViewedHeading> views;
    for (const ScopeScore& scope : scopes) views.push_back({scope.id, scope.label, scope.tally, scope.enough});
    return views;
}

}  // namespace

ResultView view_of(const CaseResult& result) {
    ResultView view;
    view.learner = result.learner;
    view.assessment = result.assessment;
    view.complete = result.complete;
    view.case_id = result.case_id;
    view.case_title = result.case_title;
    view.case_version = result.case_version;
    view.case_sha256 = result.case_sha256;
    view.rules_sha256 = result.rules_sha256;
    view.engine = result.engine;
    view.log_sha256 = result.log_sha256;
    view.overall = result.overall;
    view.skipped = result.skipped;
    view.strands = views_of(result.strands);
    view.rules = views_of(result.rules);
    view.points = views_of(result.points);
    view.balance = result.balance;
    view.criticals = result.criticals;
    view.outcome = result.outcome;
    for (const DecisionResult& one : result.decisions)
        view.decisions.push_back({one.node, one.title, one.option, one.tally, one.band, one.waited_for_consent});
    return view;
}

}  // namespace ntk
