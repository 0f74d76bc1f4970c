#include "engine/study/plan.h"

#include "engine/study/plan_shapes.h"
#include "engine/text/fields.h"

namespace ntk {

namespace {

// Splits at a mark, but not inside braces.
std::vector<std::string> split(const std::string& text, char mark) {
    std::vector<std::string> parts(1);
    int depth = 0;
    for (const char c : text) {
        if (c == '{') ++depth;
        if (c == '}') --depth;
        if (c == mark && depth == 0)
            parts.emplace_back();
        else if (c != ' ' && c != '\n')
            parts.back() += c;
    }
    return parts;
}

// "own:{items=a+b;to=csc}" as an answer to the form "own".
bool read_composed(const std::string& part, ScriptedChoice& choice) {
    const std::size_t open = part.find(":{");
    if (open == std::string::npos || part.back() != '}') return false;
    choice.input.kind = Input::Kind::compose;
    choice.input.id = part.substr(0, open);
    for (const std::string& field : split(part.substr(open + 2, part.size() - open - 3), ';')) {
        if (field.empty()) continue;
        const std::size_t equals = field.find('=');
        if (equals == std::string::npos) return false;
        std::vector<std::string>& answers = choice.input.answers[field.substr(0, equals)];
        for (std::string& answer : split(field.substr(equals + 1), '+'))
            if (!answer.empty()) answers.push_back(std::move(answer));
    }
    return true;
}

Plan::Run read_run(const Tree& tree, Diagnostics& diagnostics) {
    Fields fields(tree, "the run", diagnostics, run_fields());
    Plan::Run run;
    run.place = tree.place;
    run.name = fields.require_text("name");
    for (const std::string& choice : fields.names("choices")) run.choices += (run.choices.empty() ? "" : ",") + choice;
    run.ending = fields.text("ending");
    run.breaches = static_cast<int>(fields.number("breaches", -1));
    for (const TreeEntry* node : fields.entries("verdicts")) {
        Fields norms(node->value, "the verdicts at '" + node->key + "'", diagnostics);
        auto& wanted = run.verdicts.emplace_back(node->key, std::vector<std::pair<std::string, std::string>>{}).second;
        for (const TreeEntry& norm : node->value.entries) wanted.emplace_back(norm.key, norms.text(norm.key));
    }
    fields.finish();
    return run;
}

}  // namespace

std::vector<ScriptedChoice> read_choices(const std::string& written, std::string& problem) {
    std::vector<ScriptedChoice> choices;
    std::vector<std::string> parts = split(written, ',');
    const bool letters = parts.size() == 1 && parts[0].find_first_not_of("abcdefghijkl") == std::string::npos;
    if (letters) {
        const std::string all = parts[0];
        parts.clear();
        for (const char letter : all) parts.emplace_back(1, letter);
    }
    for (const std::string& part : parts) {
        ScriptedChoice choice;
        choice.written = part;
        choice.input.kind = Input::Kind::choose;
        choice.input.id = part;
        if (part.empty() || (part.find(':') != std::string::npos && !read_composed(part, choice))) {
            problem =
                part.empty() ? "there is an empty choice" : "'" + part + "' is not written like own:{items=a+b;to=csc}";
            return {};
        }
        choices.push_back(std::move(choice));
    }
    return choices;
}

Plan read_plan(const Tree& tree, Diagnostics& diagnostics) {
    Plan plan;
    Fields fields(tree, "the plan", diagnostics, plan_file());
    if (const Tree* head = fields.require("plan")) {
        Fields about(*head, "'plan'", diagnostics, plan_heading());
        plan.scenario = about.require_text("scenario");
        about.finish();
    }
    for (const Tree* run : fields.list("runs")) plan.runs.push_back(read_run(*run, diagnostics));
    fields.finish();
    return plan;
}

Way best_way(const Plan& plan) {
    Way way;
    for (const Plan::Run& run : plan.runs) {
        if (run.breaches != 0) continue;
        std::string problem;
        for (const ScriptedChoice& choice : read_choices(run.choices, problem))
            way.push_back({choice.input.id, choice.input.kind == Input::Kind::compose, choice.input.answers});
        break;
    }
    return way;
}

}  // namespace ntk
