#include <utility>

#include "engine/report/cohort_report.h"
#include "engine/report/cohort_shapes.h"
#include "engine/study/statistics/decimal.h"
#include "engine/text/json_table.h"

namespace ntk {

namespace {

Json figure(const std::optional<double>& value, int digits, double factor = 1) {
    const std::string text = value ? decimal(*value * factor, digits) : "";
    return text.empty() ? Json() : Json(text);
}

Json range(const std::optional<Interval>& interval, int digits, double factor = 1) {
    if (!interval) return {};
    Json json;
    json["low"] = figure(interval->low, digits, factor);
    json["high"] = figure(interval->high, digits, factor);
    return json;
}

Json count(const std::optional<int>& value) { return value ? Json(*value) : Json(); }

template <class T, class F>
Json list(const std::vector<T>& all, F write) {
    Json json{Json::List{}};
    for (const T& one : all) json.push_back(write(one));
    return json;
}

Json texts(const std::vector<std::string>& all) {
    return list(all, [](const std::string& text) { return Json(text); });
}

Json option_json(const OptionFigures& option) {
    Json json;
    json["id"] = option.id;
    json["picked"] = count(option.picked);
    json["lowest_third"] = count(option.by_third[0]);
    json["middle_third"] = count(option.by_third[1]);
    json["highest_third"] = count(option.by_third[2]);
    json["score_percent"] = figure(option.score, 0);
    json["rare"] = option.rare;
    json["tempts_the_best"] = option.tempts_the_best;
    return json;
}

Json item_json(const ItemFigures& item) {
    Json json;
    json["node"] = item.node;
    json["title"] = item.title;
    json["met_by"] = item.n == 0 ? Json() : Json(item.n);
    json["facility"] = figure(item.facility, 2);
    json["discrimination"] = figure(item.discrimination, 0);
    json["efficiency"] = figure(item.efficiency, 0);
    json["all_options_known"] = item.options_known;
    json["options"] = list(item.options, option_json);
    return json;
}

Json case_json(const CaseFigures& one) {
    Json json;
    json["id"] = one.id;
    json["title"] = one.title;
    json["version"] = one.version;
    json["sha256"] = one.sha256;
    json["rules_sha256"] = one.rules_sha256;
    json["engine"] = one.engine;
    json["results"] = one.hidden ? Json() : Json(one.n);
    json["mean_percent"] = figure(one.mean, 1);
    json["sd_points"] = figure(one.sd, 1);
    json["skewness"] = figure(one.skewness, 2);
    json["kurtosis"] = figure(one.kurtosis, 2);
    json["met_percent"] = figure(one.met, 0, 100);
    json["met_interval"] = range(one.met_interval, 0, 100);
    json["decisions"] = list(one.items, item_json);
    return json;
}

Json form_json(const FormFigures& form) {
    Json json;
    json["id"] = form.id;
    json["title"] = form.title;
    json["version"] = form.version;
    json["people"] = form.hidden ? Json() : Json(form.n);
    json["cut_percent"] = form.cut;
    json["strand_floor_percent"] = form.floor;
    json["mean_percent"] = figure(form.mean, 1);
    json["sd_points"] = figure(form.sd, 1);
    json["skewness"] = figure(form.skewness, 2);
    json["kurtosis"] = figure(form.kurtosis, 2);
    json["met_percent"] = figure(form.met, 0, 100);
    json["met_interval"] = range(form.met_interval, 0, 100);
    json["refer_percent"] = figure(form.refer, 0, 100);
    json["alpha"] = figure(form.alpha, 2);
    json["alpha_interval"] = range(form.alpha_interval, 2);
    json["sem_points"] = figure(form.error, 1);
    json["error_ratio_percent"] = figure(form.error_ratio, 0);
    json["error_at_cut_points"] = figure(form.error_at_cut, 1);
    json["livingston"] = figure(form.livingston, 2);
    json["phi_lambda"] = figure(form.phi, 2);
    json["near_cut_percent"] = figure(form.near_cut, 0, 100);
    if (form.angoff) {
        Json& angoff = json["angoff"];
        angoff["judges"] = form.angoff->judges;
        angoff["decisions"] = form.angoff->decisions;
        angoff["left_out"] = form.angoff->left_out;
        angoff["cut_percent"] = figure(form.angoff->cut, 1);
        angoff["error_points"] = figure(form.angoff->error, 1);
    }
    json["cases"] = list(form.cases, [](const FormCaseFigures& one) {
        Json part;
        part["id"] = one.id;
        part["mean_percent"] = figure(one.mean, 1);
        part["discrimination"] = figure(one.discrimination, 0);
        part["effective_weight_percent"] = figure(one.weight, 0);
        return part;
    });
    json["scores"] = list(form.scores, [](const ScoreRange& scores) {
        Json part;
        part["from"] = scores.low;
        part["to"] = scores.high;
        part["people"] = scores.people;
        return part;
    });
    return json;
}

Json headings_json(const std::vector<HeadingFigures>& headings) {
    Json json{Json::Object{}};
    for (const HeadingFigures& heading : headings) {
        json[heading.id]["label"] = heading.label;
        json[heading.id]["percent"] = figure(heading.score, 0);
    }
    return json;
}

Json group_json(const GroupFigures& group) {
    Json json;
    json["name"] = group.name;
    json["people"] = group.hidden ? Json() : Json(group.people);
    json["score_percent"] = figure(group.score, 0);
    json["j_percent"] = figure(group.j, 0);
    json["lean"] = figure(group.lean, 0);
    json["waits_for_consent_percent"] = figure(group.waited_for_consent, 0);
    json["strands"] = headings_json(group.strands);
    json["rules"] = headings_json(group.rules);
    json["points"] = headings_json(group.points);
    json["words"] = texts(group.words);
    return json;
}

Json difference_json(const DifferenceFigures& one) {
    Json json;
    json["case"] = one.case_id;
    json["node"] = one.node;
    json["reference"] = one.reference;
    json["focal"] = one.focal;
    json["odds_ratio"] = figure(one.difference.odds_ratio, 2);
    json["odds_interval"] = range(one.difference.odds_interval, 2);
    json["delta"] = figure(one.difference.delta, 2);
    json["grade"] = one.difference.grade;
    return json;
}

Json panel_json(const PanelFigures& panel) {
    Json json;
    json["title"] = panel.title;
    json["options_rated"] = panel.options_rated;
    json["options_seen"] = panel.options_seen;
    json["among_judges"] = figure(panel.among_judges, 2);
    json["among_judges_interval"] = range(panel.among_judges_interval, 2);
    json["with_engine"] = figure(panel.with_engine, 2);
    json["with_engine_interval"] = range(panel.with_engine_interval, 2);
    json["two_apart"] = texts(panel.two_apart);
    json["divided"] = texts(panel.divided);
    return json;
}

Json growth_json(const GrowthFigures& growth) {
    Json json;
    json["before"] = growth.before;
    json["after"] = growth.after;
    json["people"] = growth.hidden ? Json() : Json(growth.people);
    json["same_form"] = growth.same_form;
    json["change_points"] = figure(growth.mean, 1);
    json["change_interval"] = range(growth.interval, 1);
    json["j_before"] = figure(growth.j_before, 0);
    json["j_after"] = figure(growth.j_after, 0);
    json["lean_before"] = figure(growth.lean_before, 0);
    json["lean_after"] = figure(growth.lean_after, 0);
    return json;
}

}  // namespace

Json cohort_json(const CohortFigures& figures) {
    Json json;
    json["schema"] = "cohort/1";
    json["note"] = "For judging cases and courses, not single people. null: hidden or not known.";
    json["people"] = figures.people;
    json["results"] = figures.results;
    json["copies"] = figures.copies;
    json["later_attempts"] = figures.later_attempts;
    json["unfinished"] = figures.unfinished;
    json["other_mode"] = figures.other_mode;
    json["practice"] = figures.practice;
    json["assessment"] = figures.assessment;
    json["seed"] = std::to_string(figures.seed);
    json["forms"] = list(figures.forms, form_json);
    json["cases"] = list(figures.cases, case_json);
    json["groups"] = list(figures.groups, group_json);
    json["differences"] = list(figures.differences, difference_json);
    if (figures.panel) json["panel"] = panel_json(*figures.panel);
    if (figures.growth) json["growth"] = growth_json(*figures.growth);
    return by_table(std::move(json), cohort_file());
}

}  // namespace ntk
