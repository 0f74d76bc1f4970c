#include <cstdint>
#include <cstdlib>

#include "engine/host/store/result_bytes.h"
#include "engine/study/cohort/figures.h"
#include "tests/fuzz/patched.h"

using namespace ntk;

namespace {

std::string good_bytes() {
    StoredResult stored;
    CaseResult& result = stored.result;
    result.learner = "p-0123456789abcdef";
    result.assessment = result.complete = true;
    result.case_id = result.case_title = result.case_version = "case";
    result.case_sha256 = result.rules_sha256 = result.log_sha256 = std::string(64, 'a');
    result.engine = "0";
    result.overall = {55'440, 0, 110'880, 2};
    for (const char* id : {"protect", "privacy", "process"}) result.strands.push_back({id, id, result.overall, true});
    result.rules = result.points = {{"R1", "Rule 1", result.overall, true}};
    result.balance = {2, 1, 2, 1, 27'720, 0, true};
    for (const char* node : {"A", "B", "A"})
        result.decisions.push_back({node, "A decision", "a", {27'720, 0, 55'440, 1}, DecisionBand::sound, false});
    stored.rules[{"GR1.1", 1}] = 2;
    return pack_result(stored);
}

void check(const std::string& bytes) {
    StoredResult stored;
    if (!unpack_result(bytes, stored)) return;
    const std::string again = pack_result(stored);
    StoredResult other;
    if (!unpack_result(again, other) || pack_result(other) != again) std::abort();
    CohortRequest request;
    request.each_nameless = true;
    AssessmentForm form;
    form.cases = {stored.result.case_id};
    request.forms = {form};
    Cohort cohort(request);
    for (int i = 0; i < 6; ++i) {
        other.result.learner = i == 0 ? stored.result.learner : std::string();
        cohort.add(other.result, i % 2 == 0 ? "a" : "b");
    }
    cohort_figures(cohort);
}

}  // namespace

// What a store holds of a result may have been changed by anybody who can write to the file: what is taken from it can
// be counted.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::string good = good_bytes();
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    check(std::string(input));
    check(patched(good, input));
    return 0;
}
