#include "engine/report/schemas.h"

#include "engine/report/assessment_shapes.h"
#include "engine/report/cohort_shapes.h"
#include "engine/report/document_shapes.h"
#include "engine/report/report_shapes.h"
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

const std::vector<DocumentKind>& document_kinds() {
    static const std::vector<DocumentKind> kinds = {
        {"report", "Report on one attempt, for review by an assessor",
         "Nothing else may be stored about a learner: no name, address, machine, time of day or free text.",
         report_file},
        {"cohort", "Figures of the results of many learners",
         "No figure of a form, case or group rests on fewer than five people.", cohort_file},
        {"changed", "What old decision logs would come to under other rules",
         "Written by needtoknow rules changed --json. It only compares: logs, reports and scores stand as they are.",
         changed_file},
        {"findings", "What was found in cases, plans and packs", "Written by needtoknow check --format json.",
         findings_file},
        {"jigsaw-report", "The picture a lead would have from what each chair of a jigsaw really sent",
         "For a group to talk about; it holds no score and names nobody who played.", jigsaw_report_file},
        {"assessment-report", "What an assessment of several cases came to, for the assessor who decides",
         "A proposal; no decision is made by the program. It holds no name, and comes out again from the decision "
         "logs.",
         assessment_report_file},
        {"results", "One session of an assessment, to carry from one machine to another",
         "Written by needtoknow assess export and read by assess gather, which believes none of it before its logs "
         "have "
         "been replayed. It holds no name and no time of day.",
         carried_session_file},
        {"assessor-decision", "A decision of an assessor on an assessment, as it is sealed",
         "It stands beside what the engine proposed and is never written over.", assessor_decision_file},
    };
    return kinds;
}

Json schema_json(const DocumentKind& kind) {
    return json_schema(kind.file(), "urn:needtoknow:" + std::string(kind.name) + ":1", kind.title, kind.describes);
}

Json schema_json(const SchemaKind& kind) {
    return json_schema(kind.file(), "urn:needtoknow:" + std::string(kind.name) + ":1", kind.says,
                       "Written by needtoknow schema from the tables that the reader uses. What takes more than shape, "
                       "such as whether a name exists, is said by needtoknow check.");
}

}  // namespace ntk
