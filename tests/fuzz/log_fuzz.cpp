#include <cstddef>
#include <cstdint>
#include <string_view>

#include "engine/host/library.h"
#include "engine/play/log.h"
#include "engine/play/player.h"

// A decision log is a file that anybody may have edited: whatever it says, it is taken up or refused in words.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace ntk;
    static const auto scenario = [] {
        Diagnostics diagnostics;
        return load_scenario("tests/support/two-doors.yaml", diagnostics);
    }();
    static const auto rules = [] {
        Diagnostics diagnostics;
        RuleShelf shelf(".");
        return shelf.load_for(*scenario, diagnostics);
    }();
    static const std::string header = header_line(*scenario, *rules, Mode::practice, 0) + "\n";
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    scenario_of_log(text);
    for (const std::string& log : {std::string(text), header + std::string(text)}) {
        Diagnostics diagnostics;
        const auto player = Player::resume(scenario, rules, log, "log", diagnostics);
        if (!player && !diagnostics.has_errors()) __builtin_trap();
        diagnostics.render();
    }
    return 0;
}
