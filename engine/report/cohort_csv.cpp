#include "engine/report/cohort_report.h"
#include "engine/study/statistics/decimal.h"

namespace ntk {

namespace {

bool is_number(const std::string& text) {
    const std::size_t begin = text.starts_with('-') ? 1 : 0;
    return text.size() > begin && text[begin] != '.' &&
           text.find_first_not_of("0123456789.", begin) == std::string::npos && text.find('.') == text.rfind('.');
}

// Lines of: section, id, node, option, group, figure, value, low, high.
class Table {
  public:
    Table() { out_ = "section,id,node,option,group,figure,value,low,high\r\n"; }

    // What the following lines are about.
    void about(std::string section, std::string id = {}, std::string node = {}, std::string option = {},
               std::string group = {}) {
        place_ = {std::move(section), std::move(id), std::move(node), std::move(option), std::move(group)};
    }
    void add(const std::string& figure, const std::string& value, const std::string& low = {},
             const std::string& high = {}) {
        for (const std::string& cell : place_) out_ += csv_cell(cell) + ",";
        out_ += csv_cell(figure) + "," + csv_cell(value) + "," + csv_cell(low) + "," + csv_cell(high) + "\r\n";
    }
    void add(const std::string& figure, const std::optional<double>& value, int digits) {
        add(figure, decimal(value, digits));
    }
    void add(const std::string& figure, const std::optional<double>& value, const std::optional<Interval>& interval,
             int digits, double factor = 1) {
        add(figure, value ? decimal(*value * factor, digits) : "",
            interval ? decimal(interval->low * factor, digits) : "",
            interval ? decimal(interval->high * factor, digits) : "");
    }
    void add(const std::string& figure, int value) { add(figure, std::to_string(value)); }
    void add(const std::string& figure, const std::optional<int>& value) {
        add(figure, value ? std::to_string(*value) : "hidden");
    }
    std::string finish() { return std::move(out_); }

  private:
    std::vector<std::string> place_;
    std::string out_;
};

std::optional<double> percent(const std::optional<double>& share) {
    return share ? std::optional(100 * *share) : std::nullopt;
}

void add_counts(Table& table, const CohortFigures& figures) {
    table.about("cohort");
    table.add("people", figures.people);
    table.add("results", figures.results);
    table.add("copies", figures.copies);
    table.add("later attempts", figures.later_attempts);
    table.add("unfinished", figures.unfinished);
    table.add("other mode", figures.other_mode);
    table.add("seed", std::to_string(figures.seed));
}

void add_form(Table& table, const FormFigures& form) {
    table.about("form", form.id);
    if (form.hidden) return table.add("people", std::optional<int>());
    table.add("people", form.n);
    table.add("mean percent", form.mean, 1);
    table.add("sd points", form.sd, 1);
    table.add("skewness", form.skewness, 2);
    table.add("kurtosis", form.kurtosis, 2);
    table.add("met percent", form.met, form.met_interval, 0, 100);
    table.add("refer percent", percent(form.refer), 0);
    table.add("alpha", form.alpha, form.alpha_interval, 2);
    table.add("sem points", form.error, 1);
    table.add("error ratio percent", form.error_ratio, 0);
    table.add("error at cut points", form.error_at_cut, 1);
    table.add("livingston", form.livingston, 2);
    table.add("phi lambda", form.phi, 2);
    table.add("near cut percent", percent(form.near_cut), 0);
    if (form.angoff) {
        table.add("angoff cut percent", decimal(form.angoff->cut, 1));
        table.add("angoff error points", form.angoff->error, 1);
        table.add("angoff judges", form.angoff->judges);
        table.add("angoff decisions left out", form.angoff->left_out);
    }
    for (const FormCaseFigures& one : form.cases) {
        table.about("form case", form.id, one.id);
        table.add("mean percent", one.mean, 1);
        table.add("discrimination", one.discrimination, 0);
        table.add("effective weight percent", one.weight, 0);
    }
    for (const ScoreRange& range : form.scores) {
        table.about("form scores", form.id, std::to_string(range.low) + " to " + std::to_string(range.high));
        table.add("people", range.people);
    }
}

void add_case(Table& table, const CaseFigures& one) {
    const std::string id = one.id + " " + one.version + " " + one.sha256.substr(0, 8);
    table.about("case", id);
    if (one.hidden) return table.add("results", std::optional<int>());
    table.add("results", one.n);
    table.add("mean percent", one.mean, 1);
    table.add("sd points", one.sd, 1);
    table.add("skewness", one.skewness, 2);
    table.add("kurtosis", one.kurtosis, 2);
    table.add("met percent", one.met, one.met_interval, 0, 100);
    for (const ItemFigures& item : one.items) {
        table.about("decision", id, item.node);
        table.add("met by", item.n == 0 ? std::optional<int>() : std::optional(item.n));
        if (item.n == 0) continue;
        table.add("facility", item.facility, 2);
        table.add("discrimination", item.discrimination, 0);
        table.add("efficiency", item.efficiency, 0);
        for (const OptionFigures& option : item.options) {
            table.about("option", id, item.node, option.id);
            table.add("picked", option.picked);
            static constexpr const char* thirds[] = {"picked by lowest third", "picked by middle third",
                                                     "picked by highest third"};
            for (std::size_t third = 0; third < 3; ++third) table.add(thirds[third], option.by_third[third]);
            table.add("score percent", option.score, 0);
        }
    }
}

void add_group(Table& table, const GroupFigures& group) {
    table.about("group", "", "", "", group.name);
    if (group.hidden) return table.add("people", std::optional<int>());
    table.add("people", group.people);
    table.add("score percent", group.score, 0);
    table.add("J percent", group.j, 0);
    table.add("lean", group.lean, 0);
    table.add("waits for consent percent", group.waited_for_consent, 0);
    for (const auto* headings : {&group.strands, &group.rules, &group.points})
        for (const HeadingFigures& heading : *headings) {
            table.about("group heading", heading.id, "", "", group.name);
            table.add("score percent", heading.score, 0);
        }
}

void add_growth(Table& table, const GrowthFigures& growth) {
    table.about("growth", "", "", "", growth.before + " to " + growth.after);
    if (growth.hidden) return table.add("people", std::optional<int>());
    table.add("people", growth.people);
    table.add("change points", growth.mean, growth.interval, 1);
    table.add("same form again", std::string(growth.same_form ? "yes" : "no"));
    table.add("J before", growth.j_before, 0);
    table.add("J after", growth.j_after, 0);
    table.add("lean before", growth.lean_before, 0);
    table.add("lean after", growth.lean_after, 0);
}

}  // namespace

std::string csv_cell(const std::string& text) {
    constexpr std::string_view risky = "=+-@\t\r";
    std::string cell = text;
    if (!cell.empty() && risky.find(cell.front()) != std::string_view::npos && !is_number(cell)) cell.insert(0, "'");
    if (cell.find_first_of(",\"\r\n\t") == std::string::npos) return cell;
    std::string quoted = "\"";
    for (const char c : cell) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

std::string cohort_csv(const CohortFigures& figures) {
    Table table;
    add_counts(table, figures);
    for (const FormFigures& form : figures.forms) add_form(table, form);
    for (const GroupFigures& group : figures.groups) add_group(table, group);
    if (figures.growth) add_growth(table, *figures.growth);
    if (figures.panel) {
        table.about("panel");
        table.add("options rated", figures.panel->options_rated);
        table.add("agreement of judges", figures.panel->among_judges, figures.panel->among_judges_interval, 2);
        table.add("agreement with engine", figures.panel->with_engine, figures.panel->with_engine_interval, 2);
        for (const std::string& option : figures.panel->two_apart) table.add("two bands apart", option);
        for (const std::string& option : figures.panel->divided) table.add("panel divided", option);
    }
    for (const DifferenceFigures& one : figures.differences) {
        table.about("difference", one.case_id, one.node, "", one.reference + " against " + one.focal);
        table.add("odds ratio", one.difference.odds_ratio, one.difference.odds_interval, 2);
        table.add("delta", one.difference.delta, 2);
        table.add("grade", one.difference.grade);
    }
    for (const CaseFigures& one : figures.cases) add_case(table, one);
    return table.finish();
}

}  // namespace ntk
