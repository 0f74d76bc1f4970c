#pragma once

#include <string>

#include "engine/host/seal.h"
#include "engine/host/store/result_store.h"

namespace ntk {

// The decision of an assessor with its seal: signed is what was decided, about which session and logs as the store
// holds them now, and what the engine proposed (by name, or empty).
Result<StoredReview> seal_review(ResultStore& store, const StoredSession& session, StoredReview review,
                                 const std::string& proposal, const SecretKey& key);

// Whether what a decision's seal was made for is this very decision on this very session. Only checking the signature
// shows that it was sealed at all (check_decision_seal).
bool seal_fits(const StoredSession& session, const StoredReview& review);

// What is to be said of the seal of a decision, in a sentence: that there is none, or whose it is and, when a key is
// given, whether it holds. `holds` is false for a seal that is not as it should be.
std::string seal_words(const StoredSession& session, const StoredReview& review, const PublicKey* key, bool& holds);

}  // namespace ntk
