#pragma once

#include <optional>
#include <string>

#include "engine/host/store/pinned_plan.h"
#include "engine/host/store/result_store.h"

namespace ntk {

// One session as a file, to carry from a learner's machine to the assessor's store.
struct Bundle {
    StoredAssessment assessment;
    AssessmentPlan plan;
    WholeSession whole;
};

// The file's bytes: one line of canonical JSON that ends with its own digest. It holds the plan, the decision logs and
// what assessors decided, under the pseudonym; not the time that was taken or asked for.
std::string bundle_text(const StoredAssessment& assessment, const WholeSession& whole);

// Reads one back. Reports E1xx for its shape, E750 for something else, E752 for one that was altered or cut short,
// E753 for a value that none holds and E732 for a name where a pseudonym belongs; returns nothing then. What it says is
// not believed before its logs are replayed.
std::optional<Bundle> read_bundle(const Tree& tree, Diagnostics& diagnostics);

// Brings a session that was read into a store: its logs are replayed under the rules of its plan first, and what
// counts is what the engine finds. Reports what a log may have wrong, E729, E754 and E751 for one that contradicts what
// the store holds.
std::optional<Gathered> gather(ResultStore& store, const Bundle& bundle, PinnedShelf& shelf, Diagnostics& diagnostics,
                               Problem& problem);

}  // namespace ntk
