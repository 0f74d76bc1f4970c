#include "engine/scenario/form_shapes.h"

#include <utility>

#include "engine/casework/vocabulary.h"

namespace ntk {

namespace {

using shape::needed;

constexpr int most_decisions = 1'000;

Shape texts() { return shape::list(shape::text()); }
Shape names() { return shape::one_or_more(shape::text()); }

FieldTable harm_levels() {
    FieldTable table{"decisions by harm", {}};
    const Vocabulary& v = vocabulary();
    for (const std::string& level : v.schema.enums[static_cast<std::size_t>(v.harm)].values)
        table.rows.push_back({level, shape::number(0, most_decisions), false, "At least so many decisions."});
    return table;
}

}  // namespace

namespace {

// The fields of a form around the row that names its cases.
std::vector<FieldRow> form_rows(FieldRow which_cases) {
    return {{"form", shape::mapping(form_heading), needed, "Which form this is."},
            {"guidance", shape::mapping(form_guidance_fields), needed, "The rules that judge it."},
            std::move(which_cases),
            {"pass", shape::mapping(form_pass_fields), false, "What counts as met."},
            {"balance", shape::mapping(form_balance_fields), false, "What it promises to offer."}};
}

const FieldTable& drawn_form_file() {
    static const FieldTable table{
        "form file with a draw",
        form_rows({"draw", shape::list(shape::mapping(form_draw_fields)), needed, "So many cases of each pool."})};
    return table;
}

}  // namespace

const FieldTable& form_file() {
    static const FieldTable table{"form file",
                                  form_rows({"cases", texts(), needed, "The ids of its cases, from 2 to 32."}),
                                  {{"draw", "", drawn_form_file}}};
    return table;
}

const FieldTable& form_heading() {
    static const FieldTable table{"form",
                                  {{"id", shape::filled_text(), needed, "The name of the file, without .yaml."},
                                   {"title", shape::filled_text(), needed, "The title that people read."},
                                   {"version", shape::version(), needed, "Such as 1.0.0."},
                                   {"status", shape::filled_text(), needed, "Who has reviewed it."}}};
    return table;
}

const FieldTable& form_guidance_fields() {
    static const FieldTable table{"guidance of a form",
                                  {{"packs", names(), false, "The rule packs, the base first."},
                                   {"as_of", shape::filled_text(), needed, "The day whose rules apply."}}};
    return table;
}

const FieldTable& form_draw_fields() {
    static const FieldTable table{"draw of cases",
                                  {{"take", shape::number(1, 32), needed, "How many of them."},
                                   {"from", texts(), needed, "The ids of cases that can stand for one another."}}};
    return table;
}

const FieldTable& form_pass_fields() {
    static const FieldTable table{"what counts as met",
                                  {{"cut", shape::number(1, 100), false, "Percent of the points."},
                                   {"floor", shape::number(0, 100), false, "Percent of the points in each strand."}}};
    return table;
}

const FieldTable& form_balance_fields() {
    static const FieldTable table{
        "balance",
        {{"strand", shape::number(1, most_decisions), false, "At least so many chances in each strand."},
         {"heading", shape::number(1, most_decisions), false, "At least so many chances under each heading."},
         {"harm", shape::mapping(form_harm_fields), false, "At least so many decisions at each level of harm."}}};
    return table;
}

const FieldTable& form_harm_fields() {
    static const FieldTable table = harm_levels();
    return table;
}

const FieldTable& jigsaw_file() {
    static const FieldTable table{
        "jigsaw file",
        {{"jigsaw", shape::mapping(jigsaw_heading), needed, "Which jigsaw this is."},
         {"lead", shape::filled_text(), needed, "The agency that would put the pieces together, by its id."},
         {"intro", texts(), false, "What learners read first."},
         {"chairs", shape::list(shape::mapping(chair_fields)), needed, "The cases, from 2 to 6."},
         {"pieces", shape::list(shape::mapping(piece_fields)), needed, "The pieces of the picture."},
         {"sees", shape::list(shape::mapping(sight_fields)), needed, "What the lead can see; the first that fits."},
         {"questions", texts(), false, "Questions for the talk afterwards."}}};
    return table;
}

const FieldTable& jigsaw_heading() {
    static const FieldTable table{"jigsaw",
                                  {{"id", shape::id(), needed, "A word."},
                                   {"title", shape::filled_text(), needed, "The title that people read."},
                                   {"version", shape::version(), needed, "Such as 1.0.0."},
                                   {"status", shape::text(), false, "Who has reviewed it."}}};
    return table;
}

const FieldTable& chair_fields() {
    static const FieldTable table{"chair",
                                  {{"case", shape::filled_text(), needed, "The id of a case beside this file."},
                                   {"who", shape::filled_text(), needed, "Who sits there."},
                                   {"holds", shape::text(), false, "What they alone know."}}};
    return table;
}

const FieldTable& piece_fields() {
    static const FieldTable table{
        "piece",
        {{"id", shape::id(), needed, "A word."},
         {"says", shape::filled_text(), needed, "The piece in words."},
         {"items", shape::keyed(names()), needed, "The items that carry it, by case: { school: [lunch] }."}}};
    return table;
}

const FieldTable& sight_fields() {
    static const FieldTable table{"sight",
                                  {{"says", shape::filled_text(), needed, "What can be seen."},
                                   {"otherwise", shape::flag(), false, "For when nothing above can be seen."},
                                   {"needs", texts(), false, "The pieces it takes."}}};
    return table;
}

}  // namespace ntk
