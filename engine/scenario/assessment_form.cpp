#include "engine/scenario/assessment_form.h"

#include <algorithm>

#include "engine/scenario/form_shapes.h"
#include "engine/text/fields.h"
#include "engine/text/version_number.h"

namespace ntk {

namespace {

constexpr std::size_t fewest_cases = 2;
constexpr std::size_t most_cases = 32;

// A list of case ids, none of them twice in the form; returns them.
std::vector<std::string> read_case_list(Fields& fields, std::string_view key, AssessmentForm& form,
                                        Diagnostics& diagnostics) {
    std::vector<std::string> ids;
    for (const Tree* item : fields.list(key)) {
        const auto id = read_text(*item, "the id of a case", diagnostics);
        if (!id) continue;
        if (std::find(form.cases.begin(), form.cases.end(), *id) != form.cases.end())
            diagnostics.report("E640", item->place, "the case '" + *id + "' is in the form twice",
                               "each case can be played once in a form");
        form.cases.push_back(*id);
        form.case_places.push_back(item->place);
        ids.push_back(*id);
    }
    return ids;
}

void read_draws(Fields& fields, AssessmentForm& form, Diagnostics& diagnostics) {
    for (const Tree* item : fields.list("draw")) {
        Fields draw_fields(*item, "a draw of cases", diagnostics, form_draw_fields());
        CaseDraw draw;
        const Tree* take = draw_fields.require("take");
        draw.take = static_cast<int>(draw_fields.number("take", 1));
        draw_fields.require("from");
        draw.from = read_case_list(draw_fields, "from", form, diagnostics);
        if (take != nullptr && static_cast<std::size_t>(draw.take) > draw.from.size())
            diagnostics.report(
                "E643", take->place,
                "this draws " + std::to_string(draw.take) + " cases from " + std::to_string(draw.from.size()),
                "name more cases under 'from', or draw fewer");
        draw_fields.finish();
        form.draws.push_back(std::move(draw));
    }
}

void read_cases(const Tree& tree, Fields& fields, AssessmentForm& form, Diagnostics& diagnostics) {
    if (tree.find("draw") != nullptr) {
        read_draws(fields, form, diagnostics);
    } else {
        fields.require("cases");
        read_case_list(fields, "cases", form, diagnostics);
    }
    if (form.cases.size() < fewest_cases || form.cases.size() > most_cases)
        diagnostics.report("E641", form.place,
                           "a form holds from 2 to 32 cases, and this one holds " + std::to_string(form.cases.size()),
                           "list the ids of its cases:  cases: [three-letters, door-ajar]");
}

}  // namespace

AssessmentForm read_assessment_form(const Tree& tree, Diagnostics& diagnostics) {
    AssessmentForm form;
    form.place = tree.place;
    Fields root(tree, "the assessment form", diagnostics, form_file());
    if (const Tree* head = root.require("form")) {
        Fields fields(*head, "the head of the form", diagnostics, form_heading());
        form.place = head->place;
        form.id = fields.require_text("id");
        form.title = fields.require_text("title");
        form.version = require_version(fields, diagnostics);
        form.status = fields.require_text("status");
        fields.finish();
    }
    if (const Tree* guidance = root.require("guidance")) {
        Fields fields(*guidance, "the guidance", diagnostics, form_guidance_fields());
        form.packs = fields.names("packs");
        form.pack_places = fields.places("packs");
        form.as_of = fields.require_text("as_of");
        fields.finish();
    }
    read_cases(tree, root, form, diagnostics);
    if (const Tree* pass = root.find("pass")) {
        Fields fields(*pass, "what counts as met", diagnostics, form_pass_fields());
        form.cut_percent = static_cast<int>(fields.number("cut", form.cut_percent));
        form.strand_floor_percent = static_cast<int>(fields.number("floor", form.strand_floor_percent));
        fields.finish();
    }
    if (const Tree* balance = root.find("balance")) {
        Fields fields(*balance, "the balance", diagnostics, form_balance_fields());
        form.chances_per_strand = static_cast<int>(fields.number("strand", form.chances_per_strand));
        form.chances_per_heading = static_cast<int>(fields.number("heading", form.chances_per_heading));
        if (const Tree* harm = fields.find("harm")) {
            Fields levels(*harm, "decisions at each level of harm", diagnostics, form_harm_fields());
            for (const FieldRow& level : form_harm_fields().rows)
                if (levels.find(level.name) != nullptr)
                    form.decisions_at_harm[level.name] = static_cast<int>(levels.number(level.name, 0));
            levels.finish();
        }
        fields.finish();
    }
    root.finish();
    return form;
}

}  // namespace ntk
