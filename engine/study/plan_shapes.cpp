#include "engine/study/plan_shapes.h"

namespace ntk {

using shape::needed;

const FieldTable& plan_file() {
    static const FieldTable table{"plan file",
                                  {{"plan", shape::mapping(plan_heading), needed, "Which case it belongs to."},
                                   {"runs", shape::list(shape::mapping(run_fields)), false,
                                    "Whole runs and what they come to; the best answers first."}}};
    return table;
}

const FieldTable& plan_heading() {
    static const FieldTable table{"plan", {{"scenario", shape::filled_text(), needed, "The id of the case."}}};
    return table;
}

const FieldTable& run_fields() {
    static const FieldTable table{
        "run",
        {{"name", shape::filled_text(), needed, "Such as best answers, or the habit it stands for."},
         {"choices", shape::one_or_more(shape::text()), false,
          "One option for each decision met: bcd, or b,own:{items=a+b}."},
         {"ending", shape::text(), false, "How it ends."},
         {"breaches", shape::number(0, 1'000), false, "Decisions at which some norm was breached."},
         {"verdicts", shape::keyed(shape::keyed(shape::text())), false,
          "Verdicts by scene: { D4: { GR3.3: kept } }."}}};
    return table;
}

const FieldTable& panel_file() {
    static const FieldTable table{
        "panel file",
        {{"panel", shape::mapping(panel_heading), needed, "Which panel this is."},
         {"cut", shape::keyed(shape::keyed(shape::keyed(shape::number(0, 100)))), false,
          "Percent that somebody just good enough would score: by case, decision and judge."},
         {"options", shape::keyed(shape::keyed(shape::keyed(shape::keyed(shape::number(0, 2))))), false,
          "0 harmful, 1 falls short, 2 sound: by case, decision, option and judge."}}};
    return table;
}

const FieldTable& panel_heading() {
    static const FieldTable table{"panel",
                                  {{"id", shape::filled_text(), needed, "A word."},
                                   {"title", shape::filled_text(), needed, "The title that people read."}}};
    return table;
}

}  // namespace ntk
