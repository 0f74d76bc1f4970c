#include "engine/play/what_if.h"

#include "tests/support/catch.h"
#include "tests/support/shipped_case.h"

using namespace ntk;

TEST_CASE("on the ways through a case, every change of facts that is told flips its verdict") {
    int found = 0;
    for (const std::uint64_t seed : {5U, 6U}) {
        const Attempt attempt = wander("half-a-sandwich", seed, 3);
        const PastCase past = past_of(attempt);
        const auto last = static_cast<int>(attempt.decisions().size()) - 1;
        for (const Verdict& verdict : attempt.judge().verdicts_of(last)) {
            if (verdict.live_now) continue;
            INFO(verdict.norm << ", " << verdict.key);
            const FactFlip flip = change_one_fact(past, last, verdict);
            if (flip.changes.empty()) continue;
            ++found;
            PastCase other = past;
            for (const FactChanged& change : flip.changes)
                other = with_fact(std::move(other), past.moment_of(last), change.fact);
            for (const Verdict& now : other.judged(Proofs::left_out).verdicts_of(last))
                if (now.norm == verdict.norm) CHECK(standing_of(now) != standing_of(verdict));
        }
    }
    CHECK(found > 2);
}
