#pragma once

#include <string>

#include "engine/play/jigsaw_player.h"
#include "engine/report/document.h"
#include "engine/text/json.h"

namespace ntk {

// What a jigsaw came to: the picture, with who sent what and when, and the digest of every decision log behind it. It
// names no person who played and holds no score. The same logs give the same bytes on every machine. All of these need
// a jigsaw whose picture is there (JigsawPlayer::picture()).

// As data: assets/schema/jigsaw-report-1.schema.json describes it.
Json jigsaw_report_json(const JigsawPlayer& player);

// As a document, which becomes a page or paper.
ReportDocument jigsaw_report_document(const JigsawPlayer& player);

// As a page of its own: no scripts, nothing loaded, prints on A4.
std::string jigsaw_report_html(const JigsawPlayer& player);

// As lines of text.
std::string jigsaw_report_text(const JigsawPlayer& player);

}  // namespace ntk
