#pragma once

#ifndef NTK_NO_DESKTOP

#include <filesystem>
#include <optional>
#include <string>

#include "engine/host/library.h"
#include "engine/report/document.h"
#include "game/desktop/session.h"

namespace ntk {

// Opens a case to be run with a group. No place is kept in it, and none that a learner has is touched.
desktop::Opened open_group_session(const std::filesystem::path& path, RuleShelf& shelf);

// What to keep of a group's run, as a document and as a page, when `session` is one and its debrief shows.
std::optional<ReportDocument> group_report_document(const desktop::Session& session, const std::string& reflection);

std::optional<std::string> group_report_page(const desktop::Session& session, const std::string& reflection);

}  // namespace ntk

#endif
