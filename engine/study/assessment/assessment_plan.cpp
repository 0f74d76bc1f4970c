#include "engine/study/assessment/assessment_plan.h"

#include <algorithm>

#include "engine/play/version.h"
#include "engine/study/dice.h"
#include "engine/text/fields.h"

namespace ntk {

namespace {

constexpr std::int64_t largest_seed = std::int64_t{1} << 53;
constexpr int longest_limit = 24 * 60;
constexpr int longest_kept = 99'999;
constexpr std::size_t most_cases = 32;

class PlanReader {
  public:
    explicit PlanReader(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

    std::optional<AssessmentPlan> read(const Tree& tree) {
        const std::size_t before = diagnostics_.all().size();
        AssessmentPlan plan;
        Fields root(tree, "the plan of an assessment", diagnostics_);
        root.require_text("schema");
        plan.engine = root.require_text("engine");
        plan.purpose = root.text("purpose");
        plan.contact = root.text("contact");
        plan.seed = number(root, "seed", 0, largest_seed);
        plan.limit_minutes = static_cast<int>(number(root, "limit_minutes", 0, longest_limit));
        plan.error_tenths = static_cast<int>(number(root, "error_tenths", -1, 1000));
        plan.keep_days = static_cast<int>(number(root, "keep_days", 1, longest_kept));
        read_form(root, plan);
        read_rules(root, plan);
        read_cases(root, plan);
        root.finish();
        if (diagnostics_.all().size() != before) return std::nullopt;
        return plan;
    }

  private:
    std::int64_t number(Fields& fields, std::string_view key, std::int64_t least, std::int64_t most) {
        fields.require(key);
        return fields.number(key, least, least, most);
    }

    std::string digest(Fields& fields) {
        std::string text = fields.require_text("sha256");
        const bool good = text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
        if (!good && fields.find("sha256") != nullptr)
            diagnostics_.report("E753", fields.find("sha256")->place, "'" + text + "' is not a digest",
                                "a digest has 64 digits from 0 to 9 and a to f");
        return text;
    }

    void read_form(Fields& root, AssessmentPlan& plan) {
        const Tree* form = root.require("form");
        if (form == nullptr) return;
        Fields fields(*form, "the form", diagnostics_);
        plan.form = fields.require_text("id");
        plan.title = fields.require_text("title");
        plan.version = fields.require_text("version");
        plan.pass.cut_percent = static_cast<int>(number(fields, "cut", 1, 100));
        plan.pass.strand_floor_percent = static_cast<int>(number(fields, "floor", 0, 100));
        fields.finish();
    }

    void read_rules(Fields& root, AssessmentPlan& plan) {
        const Tree* packs = root.require("packs");
        if (packs == nullptr) return;
        Fields fields(*packs, "the rules", diagnostics_);
        plan.as_of = fields.require_text("as_of");
        plan.rules_sha256 = digest(fields);
        fields.require("stack");
        for (const Tree* item : fields.list("stack")) {
            Fields pack(*item, "a rule pack", diagnostics_);
            plan.packs.push_back({pack.require_text("id"), pack.require_text("version")});
            pack.finish();
        }
        fields.finish();
    }

    void read_cases(Fields& root, AssessmentPlan& plan) {
        const Tree* cases = root.require("cases");
        if (cases == nullptr) return;
        for (const Tree* item : root.list("cases")) {
            Fields fields(*item, "a case", diagnostics_);
            PlannedCase one;
            one.id = fields.require_text("id");
            one.title = fields.require_text("title");
            one.version = fields.require_text("version");
            one.sha256 = digest(fields);
            fields.finish();
            plan.cases.push_back(std::move(one));
        }
        if (plan.cases.empty() || plan.cases.size() > most_cases)
            diagnostics_.report(
                "E753", cases->place,
                "an assessment has from 1 to 32 cases, and this one has " + std::to_string(plan.cases.size()),
                "take the file as the program wrote it");
    }

    Diagnostics& diagnostics_;
};

}  // namespace

std::vector<std::string> cases_of_form(const AssessmentForm& form, std::int64_t seed) {
    if (form.draws.empty()) return form.cases;
    std::vector<std::string> drawn;
    Dice dice(static_cast<std::uint64_t>(seed));
    for (const CaseDraw& draw : form.draws) {
        std::vector<std::string> pool = draw.from;
        for (int i = 0; i < draw.take && !pool.empty(); ++i) {
            const auto at = static_cast<std::ptrdiff_t>(dice.roll(pool.size()));
            drawn.push_back(pool[static_cast<std::size_t>(at)]);
            pool.erase(pool.begin() + at);
        }
    }
    return drawn;
}

AssessmentPlan set_assessment(const AssessmentForm& form, const std::vector<std::shared_ptr<const Scenario>>& cases,
                              const RuleBook& rules, const AssessmentTerms& terms) {
    AssessmentPlan plan;
    plan.form = form.id;
    plan.title = form.title;
    plan.version = form.version;
    plan.engine = std::string(engine_version);
    for (const auto& one : cases) plan.cases.push_back({one->id, one->title, one->version, one->sha256});
    plan.packs = rules.stack();
    plan.as_of = rules.as_of();
    plan.rules_sha256 = rules.sha256();
    plan.pass = {form.cut_percent, form.strand_floor_percent};
    plan.seed = terms.seed;
    plan.limit_minutes = terms.limit_minutes;
    plan.error_tenths = terms.error_tenths;
    plan.purpose = terms.purpose;
    plan.contact = terms.contact;
    plan.keep_days = terms.keep_days;
    return plan;
}

Json plan_json(const AssessmentPlan& plan) {
    Json json;
    json["schema"] = "assessment/1";
    json["engine"] = plan.engine;
    json["form"]["id"] = plan.form;
    json["form"]["title"] = plan.title;
    json["form"]["version"] = plan.version;
    json["form"]["cut"] = plan.pass.cut_percent;
    json["form"]["floor"] = plan.pass.strand_floor_percent;
    json["packs"]["as_of"] = plan.as_of;
    json["packs"]["sha256"] = plan.rules_sha256;
    json["packs"]["stack"] = Json::List{};
    for (const PackId& pack : plan.packs) {
        Json one;
        one["id"] = pack.id;
        one["version"] = pack.version;
        json["packs"]["stack"].push_back(std::move(one));
    }
    json["cases"] = Json::List{};
    for (const PlannedCase& planned : plan.cases) {
        Json one;
        one["id"] = planned.id;
        one["title"] = planned.title;
        one["version"] = planned.version;
        one["sha256"] = planned.sha256;
        json["cases"].push_back(std::move(one));
    }
    json["seed"] = plan.seed;
    json["limit_minutes"] = plan.limit_minutes;
    json["error_tenths"] = plan.error_tenths;
    json["purpose"] = plan.purpose;
    json["contact"] = plan.contact;
    json["keep_days"] = plan.keep_days;
    return json;
}

std::string plan_text(const AssessmentPlan& plan) { return plan_json(plan).canonical(); }

std::optional<AssessmentPlan> read_assessment_plan(const Tree& tree, Diagnostics& diagnostics) {
    return PlanReader(diagnostics).read(tree);
}

}  // namespace ntk
