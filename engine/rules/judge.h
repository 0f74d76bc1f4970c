#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/casework/case_file.h"
#include "engine/rules/rule_book.h"
#include "engine/rules/verdict.h"

namespace ntk {

// Words for entities in explanations, by index; ids are used where there are none.
struct Names {
    std::vector<std::string> parties, items, requests;
};

// Whether verdicts carry their proof (the words, the facts read, the exceptions tried). Without it judging is several
// times as fast and comes to the same verdicts: for walking many ways through a case.
enum class Proofs { written, left_out };

// Applies a rule book to one learner's way through a case, step by step. A plain value: copy it to try something out.
// Where practitioners are divided on a use, the case is judged under both readings; what differs is contested.
class Judge {
  public:
    Judge(std::shared_ptr<const RuleBook> rules, const Store& opening, Names names = {},
          Proofs proofs = Proofs::written);

    // The learner arrives at a scene: deadlines that passed on the way are settled first (they belong to the decision
    // before), then what comes to light opens duties and other instances.
    void arrive(const Arrival& arrival);

    // The learner does these acts together; prohibitions and whatever is now due are judged.
    void act(const std::vector<Act>& acts);

    // Somebody else does these acts because the learner skips this decision. What they change stays changed, and
    // nothing about it is judged: whatever arose here or would be decided here lapses, earlier verdicts stay as they
    // are, and obligations that arise from these acts lapse as they come. Never costs and never earns.
    void skip(const std::vector<Act>& acts);
    bool skipped(int decision) const;
    int skipped_count() const;

    // The case is over: whatever is pending is judged as at close.
    void close();

    const CaseFile& case_file() const;  // as the learner sees it (first reading)
    int decision() const;

    // Every instance so far with its present state, in the order they arose; explanations and facts are filled.
    std::vector<Verdict> verdicts() const;

    // What decision `index` brought: instances decided there, and prohibitions that were in force and kept (live_now).
    std::vector<Verdict> verdicts_of(int index) const;

    const std::shared_ptr<const RuleBook>& rules() const;

  private:
    struct Bench;
    std::shared_ptr<const RuleBook> rules_;
    std::shared_ptr<Bench> needed_;      // copied on write
    std::shared_ptr<Bench> not_needed_;  // null when no use is contested
};

// Those of all verdicts that decision `index` brought, as verdicts_of() gives them; for callers that need both.
std::vector<Verdict> brought_by(std::vector<Verdict> all, int index);

}  // namespace ntk
