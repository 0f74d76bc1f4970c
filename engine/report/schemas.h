#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/text/json.h"
#include "engine/text/shape.h"

namespace ntk {

// One kind of file that people write, and the fields it has.
struct SchemaKind {
    std::string_view name;   // "scenario", as in scenario.schema.json
    std::string_view first;  // the key that says of which kind a file is
    std::string_view says;   // one line for help
    const FieldTable& (*file)();
};

const std::vector<SchemaKind>& schema_kinds();

// The kind of that name, or null.
const SchemaKind* schema_kind(std::string_view name);

// One kind of document that the program writes for other programs.
struct DocumentKind {
    std::string_view name;  // "report", as in report-1.schema.json
    std::string_view title;
    std::string_view describes;  // one sentence or two
    const FieldTable& (*file)();
};

const std::vector<DocumentKind>& document_kinds();

// Its JSON Schema, as it stands in assets/schema: NTK_RECORD=1 build/debug/tests/engine_tests '[schemas]' writes them.
Json schema_json(const DocumentKind& kind);

// Its JSON Schema, draft 2020-12, for editors to complete and check while an author writes.
Json schema_json(const SchemaKind& kind);

}  // namespace ntk
