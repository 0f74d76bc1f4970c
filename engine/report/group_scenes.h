#pragma once

#include <set>
#include <string>
#include <vector>

#include "engine/play/attempt.h"
#include "engine/report/cited_sources.h"
#include "engine/report/document.h"

namespace ntk {

// Writes the scenes of a group's pack: the story, the question to talk about, and each option with what the engine says
// about it where the attempt stands.
class GroupScenes {
  public:
    explicit GroupScenes(ReportDocument& report) : report_(report) {}

    // A decision at which `at` stands; `taken` is what the way goes on by, empty when it ends here.
    void decision(const std::string& number, const Attempt& at, const std::string& taken);

    // A scene without a decision, which `at` has come to.
    void consequence(const Attempt& at);

    // A scene that no way by the options comes to: its words, and no verdicts.
    void unjudged(const Scenario& scenario, const Node& node);

    const CitedSources& sources() const { return sources_; }

  private:
    void words(const Scenario& scenario, const Node& node, const Attempt* at);
    void one_option(const Attempt& at, std::size_t index, bool taken);
    void forms(const Attempt& at, const std::string& taken);

    ReportDocument& report_;
    CitedSources sources_;
};

}  // namespace ntk
