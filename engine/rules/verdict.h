#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/language/expression.h"

namespace ntk {

// What has become of one duty, prohibition or permission in one place (engine.md section 4.2).
enum class VerdictState { inactive, pending, kept, breached, repaired, excused, missed, lapsed, contested, error };

// Whether an instance can add to the score, or only take away from it. Derived from what its trigger reads, never
// chosen.
enum class CreditClass { earn, deduct };

enum class NormType { oblige, forbid, permit };

enum class Strand { protect, privacy, process };

// An exact share of a weight, in units of 1/27,720 (the least common multiple of 1 to 12).
struct Credit {
    static constexpr std::int64_t whole = 27'720;
    std::int64_t units = 0;

    static Credit full() { return {whole}; }
    static Credit of(std::int64_t part, std::int64_t all) { return {all <= 0 ? whole : part * whole / all}; }
    std::string text() const;  // lowest terms: "1/2", "1", "0"
    friend auto operator<=>(const Credit&, const Credit&) = default;
};

// An exception that was tried, and what came of it.
struct ExceptionTried {
    std::string id;
    std::string says;  // the exception in plain words
    Tri result = Tri::no;
    std::vector<std::string> because;  // source of the conjuncts that failed
};

// A fact as it was read for a verdict.
struct FactShown {
    std::string path;   // "case.harm", "letter.use[csc]"
    std::string value;  // "likely"
    int known_at = 0;   // minutes
    friend bool operator==(const FactShown&, const FactShown&) = default;
};

// One norm applied to one thing (a duty, an event, a decision ...), with the proof of how it came out.
struct Verdict {
    std::string norm;
    std::string key;  // "duty 2", "decision 4": stable within an attempt
    VerdictState state = VerdictState::inactive;
    CreditClass credit_class = CreditClass::deduct;
    int weight = 0;
    Credit credit;
    bool critical = false;
    std::string group;    // root cause, empty when none
    bool counted = true;  // false: a heavier deduction of its group stands for it
    int opened = -1;      // decision index at which it arose
    int decided = -1;     // decision index to which its present state belongs
    std::string text;     // the explanation, every slot filled
    std::string better, aloud;  // what would have kept it, and a sentence that could be said, with their slots filled
    std::vector<FactShown> facts;
    std::vector<ExceptionTried> exceptions;
    bool in_scope = true;    // false: a situation took it out of the score on both sides
    int last_in_force = -1;  // prohibitions: the last decision at which they bound the learner
    bool live_now = false;   // a prohibition that was in force, and kept, at the decision asked about
    std::string because;     // contested: both readings; otherwise empty
};

}  // namespace ntk
