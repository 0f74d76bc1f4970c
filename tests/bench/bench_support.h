#pragma once

#include <time.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "engine/host/library.h"
#include "engine/scenario/scenario.h"

namespace ntk {

// Processor seconds this process (or its finished children) has used so far.
inline double cpu_seconds(clockid_t clock = CLOCK_PROCESS_CPUTIME_ID) {
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

// How often a benchmark that counts its own rounds goes round: twice where ctest only tries it out.
inline int rounds(int measured) { return std::getenv("NTK_BENCH_TRY") == nullptr ? measured : 2; }

inline double median(std::vector<double> values) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

// A case, the model case unless another is named, and the rules it names.
struct ModelCase {
    std::shared_ptr<const Scenario> scenario;
    std::shared_ptr<const RuleBook> rules;
};

inline ModelCase model_case(const char* path = "scenarios/three-letters.yaml") {
    Diagnostics diagnostics;
    const std::filesystem::path root = NTK_ROOT;
    ModelCase model;
    model.scenario = load_scenario(root / path, diagnostics);
    RuleShelf shelf(root);
    model.rules = shelf.load(model.scenario->packs, model.scenario->as_of, diagnostics);
    return model;
}

}  // namespace ntk
