#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "engine/host/yaml_reader.h"
#include "engine/scenario/reader.h"
#include "engine/scenario/scope.h"

// Whatever stands in a scenario file, reading it ends with a scenario or with at least one error, never with both, and
// the conditions of a scenario that was made can be asked.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    ntk::Diagnostics diagnostics;
    const int source = diagnostics.add_source("scenario.yaml", text);
    const ntk::Tree tree = ntk::read_yaml(text, source, diagnostics);
    const auto scenario = ntk::read_scenario(tree, diagnostics);
    if ((scenario == nullptr) != diagnostics.has_errors()) std::abort();
    diagnostics.render();
    if (scenario == nullptr) return 0;
    ntk::Frame frame = ntk::scenario_frame(*scenario);
    for (const ntk::Node& node : scenario->nodes)
        for (const ntk::Option& option : node.options)
            for (const ntk::Route& route : option.routes)
                if (route.when) route.when.test(scenario->opening, frame);
    return 0;
}
