#include "engine/host/store/sealed_review.h"

#include "engine/host/sealed_files.h"
#include "engine/host/store/pinned_plan.h"
#include "engine/play/version.h"
#include "engine/report/sealed_decision.h"
#include "engine/text/said.h"
#include "engine/text/sha256.h"

namespace ntk {

Result<StoredReview> seal_review(ResultStore& store, const StoredSession& session, StoredReview review,
                                 const std::string& proposal, const SecretKey& key) {
    const auto logs = store.logs(session);
    if (!logs) return tl::unexpected(logs.error());
    DecisionStatement statement{session.assessment, session.id, session.learner, {}, proposal, {}, {}};
    for (const std::string& log : *logs) statement.logs_sha256.push_back(sha256(log));
    statement.decision = {day_text(review.day), review.assessor, review.decision, review.reason};
    statement.engine = std::string(engine_version);
    review.statement = decision_file(statement);
    review.seal = sign(review.statement, decision_seal_comment(review.statement, statement), key);
    if (!seal_fits(session, review))
        return tl::unexpected(Problem{"this decision cannot be sealed: a letter in it cannot be written down",
                                      "write the reason and the assessor in ordinary letters"});
    return review;
}

bool seal_fits(const StoredSession& session, const StoredReview& review) {
    Diagnostics ignored;
    const auto statement = read_decision_file(review.statement, ignored.add_source("decision", {}), ignored);
    return statement && !signer_named_in(review.seal).empty() && statement->session == session.id &&
           statement->learner == session.learner && statement->assessment_sha256 == session.assessment &&
           statement->decision ==
               AssessorDecision{day_text(review.day), review.assessor, review.decision, review.reason};
}

std::string seal_words(const StoredSession& session, const StoredReview& review, const PublicKey* key, bool& holds) {
    holds = true;
    if (review.seal.empty() && review.statement.empty()) return "Not sealed."_en;
    holds = seal_fits(session, review);
    if (!holds) return "The seal beside it is for something else: do not trust this decision."_en;
    const auto named = [&](const std::string& text) { return fill(text, {{"key", signer_named_in(review.seal)}}); };
    if (key == nullptr) return named("Sealed with key {key}; not checked here."_en);
    Diagnostics found;
    holds = check_decision_seal({"the decision", review.statement}, {"its seal", review.seal}, *key, found).has_value();
    return named(holds ? "Sealed with key {key}, which is the key given: the seal holds."_en
                       : "Sealed with key {key}: with the key given, it does not hold."_en);
}

}  // namespace ntk
