#pragma once

#include <map>
#include <string>
#include <vector>

namespace ntk {

// One thing that SQLite did to a file, in the order in which it did it.
struct FileStep {
    enum class Kind { write, cut, sync, remove };
    Kind kind = Kind::write;
    std::string file;  // its path
    long long at = 0;  // write: where; cut: the new size
    std::string bytes;
};

// A file layer of SQLite ("ntk-fault") that passes everything on to the usual one, notes what is written, and can
// refuse. There is one for the whole process; tests use it one at a time.
namespace fault_layer {

inline constexpr const char* name = "ntk-fault";

enum class Refusal { none, full, broken, read_only };

// Makes the layer known, forgets what was noted, and refuses nothing.
void begin();

// From the n-th step from now on (0: the next), everything that writes is refused so many times.
void refuse_from(long long step, Refusal how, long long times = 1'000'000);

const std::vector<FileStep>& steps();

}  // namespace fault_layer

// What the disk may hold after a cut of the power: everything synced is there; of what was written since, `lost` says
// what happened to it.
enum class Unsynced { dropped, kept, torn, in_another_order };
std::map<std::string, std::string> after_a_power_cut(const std::vector<FileStep>& steps, std::size_t count,
                                                     Unsynced lost);

}  // namespace ntk
