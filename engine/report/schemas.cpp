#include "engine/report/schemas.h"

#include "engine/rules/pack_shapes.h"
#include "engine/scenario/form_shapes.h"
#include "engine/scenario/scenario_shapes.h"
#include "engine/study/plan_shapes.h"
#include "engine/text/json_schema.h"
#include "engine/text/translation.h"

namespace ntk {

const std::vector<SchemaKind>& schema_kinds() {
    static const std::vector<SchemaKind> kinds = {
        {"scenario", "scenario", "A case", scenario_file},
        {"plan", "plan", "The plan of a case: whole runs and what they come to", plan_file},
        {"pack", "pack", "A rule pack", pack_file},
        {"pack-tests", "tests", "The tests of a rule pack", pack_tests_file},
        {"situation", "situation", "A stand-alone situation to be judged", situation_file},
        {"form", "form", "An assessment form", form_file},
        {"jigsaw", "jigsaw", "A jigsaw of one family from several chairs", jigsaw_file},
        {"translation", "translation", "The texts of a case or rule pack in another language", translation_file},
        {"panel", "panel", "What a panel of practitioners rated", panel_file},
    };
    return kinds;
}

const SchemaKind* schema_kind(std::string_view name) {
    for (const SchemaKind& kind : schema_kinds())
        if (kind.name == name) return &kind;
    return nullptr;
}

Json schema_json(const SchemaKind& kind) {
    return json_schema(kind.file(), "urn:needtoknow:" + std::string(kind.name) + ":1", kind.says,
                       "Written by needtoknow schema from the tables that the reader uses. What takes more than shape, "
                       "such as whether a name exists, is said by needtoknow check.");
}

}  // namespace ntk
