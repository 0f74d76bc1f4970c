#pragma once

#include <string>
#include <vector>

#include "engine/text/diagnostic.h"
#include "engine/text/tree.h"

namespace ntk {

// One small fault put into a rule pack on purpose, to see that the pack's tests notice it (mutation testing).
struct Mutant {
    std::string subject;            // the norm, definition or duty it is in: "GR5.1"
    std::string says;               // what was changed: "dropped 'p.reachable'"
    Place place;                    // of what was changed
    std::vector<std::size_t> path;  // child positions from the root of the pack
    bool erase = false;             // the last child of the path is left out; otherwise its text is replaced
    std::string text;
};

// Every fault worth trying: each condition of each expression turned round or left out, `and` for `or` and `any` for
// `all`, every norm, exception, repair and group left out, exceptions that always hold, deadlines and severities
// shifted. In the order of the file. Expressions that cannot be read are passed over, and so are dated entries of a
// definition that do not apply on the day `as_of`.
std::vector<Mutant> mutants_of(const Tree& pack, const std::string& as_of);

// The pack with the fault in it.
Tree apply(const Mutant& mutant, Tree pack);

// A fault that no test can notice, with the reason, as the test file lists it under `unnoticed`.
struct Unnoticed {
    std::string subject, says, because;
    Place place;
    bool used = false;  // the fault is there and went unnoticed indeed
};

// The faults that a test file lists under `unnoticed`.
std::vector<Unnoticed> read_unnoticed(const Tree& tests, Diagnostics& diagnostics);

// What trying the faults of a pack came to.
struct MutantHunt {
    int tried = 0;
    int noticed = 0;
    int stillborn = 0;               // the pack could not be loaded with them
    std::vector<Mutant> unnoticed;   // and not listed
    std::vector<Unnoticed> excused;  // as listed
};

// Puts every fault of the last pack of a stack (only those in `subject` unless it is empty, and only every `one_in`-th)
// into it in turn and runs the pack's tests; a fault is noticed when a test fails or the table of norms reads
// differently. `tests` is the test file as read.
MutantHunt hunt_mutants(const std::vector<Tree>& stack, const Tree& tests, const std::string& as_of,
                        const std::string& subject, int one_in, Diagnostics& diagnostics);

}  // namespace ntk
