#include "game/desktop_group.h"

#ifndef NTK_NO_DESKTOP

#include <utility>

#include "engine/play/group_player.h"
#include "engine/report/group_report.h"
#include "engine/text/said.h"
#include "game/desktop_problems.h"
#include "game/opening.h"

namespace ntk {

namespace {

// A group's run behind the window. It lives as long as the window does.
class GroupSession : public desktop::Session {
  public:
    explicit GroupSession(const OpenedCase& opened) : player_(opened.scenario, opened.rules) {}
    const Page& page() const override { return player_.page(); }
    std::string apply(const Input& input) override { return player_.apply(input); }
    bool finished() const override { return player_.finished(); }
    std::string what_if(const VerdictView& verdict) const override { return player_.what_if(verdict); }
    GroupPlayer* group() override { return &player_; }
    const GroupPlayer& player() const { return player_; }

  private:
    GroupPlayer player_;
};

}  // namespace

desktop::Opened open_group_session(const std::filesystem::path& path, RuleShelf& shelf) {
    desktop::Opened opened;
    Diagnostics diagnostics;
    if (const OpenedCase found = open_case(path, shelf, diagnostics)) {
        opened.session = std::make_unique<GroupSession>(found);
        opened.note =
            "This is for a group. Votes are counts without names; nothing is kept but the report, if you save it."_en;
    }
    for (desktop::Problem& problem : problems_of(diagnostics)) opened.problems.push_back(std::move(problem));
    return opened;
}

std::optional<ReportDocument> group_report_document(const desktop::Session& session, const std::string& reflection) {
    const auto* group = dynamic_cast<const GroupSession*>(&session);
    if (group == nullptr || session.page().kind != PageKind::debrief) return std::nullopt;
    return group_report(group->player(), reflection);
}

std::optional<std::string> group_report_page(const desktop::Session& session, const std::string& reflection) {
    const auto report = group_report_document(session, reflection);
    return report ? std::optional(document_html(*report)) : std::nullopt;
}

}  // namespace ntk

#endif
