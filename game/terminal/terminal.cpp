#include "game/terminal/terminal.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <vector>

#include "engine/play/skip.h"
#include "engine/text/said.h"
#include "game/terminal/page_lines.h"

namespace ntk::terminal {

namespace {

std::string trimmed(std::string text) {
    const auto space = [](char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; };
    while (!text.empty() && space(text.back())) text.pop_back();
    std::size_t from = 0;
    while (from < text.size() && space(text[from])) ++from;
    return text.substr(from);
}

// A number from 1 to `most`, or nothing.
std::optional<std::size_t> number_in(const std::string& text, std::size_t most) {
    if (text.empty() || text.size() > 4 || text.find_first_not_of("0123456789") != std::string::npos)
        return std::nullopt;
    const auto value = static_cast<std::size_t>(std::stoi(text));
    return value >= 1 && value <= most ? std::optional(value) : std::nullopt;
}

// One case, as the terminal plays it.
class PlayerStage : public Stage {
  public:
    PlayerStage(Player& player, const TerminalOptions& options) : player_(player), options_(options) {}
    const Page& page() const override { return player_.page(); }
    std::string apply(const Input& input) override { return player_.apply(input); }
    bool finished() const override { return player_.finished(); }
    std::string log() const override { return player_.log(); }
    std::string what_if(const VerdictView& verdict) const override { return player_.what_if(verdict); }
    void over() override {
        if (options_.finished) options_.finished(player_);
    }

  private:
    Player& player_;
    const TerminalOptions& options_;
};

class Session {
  public:
    Session(Stage& stage, std::istream& in, std::ostream& out, const TerminalOptions& options)
        : stage_(stage), in_(in), out_(out), options_(options), lines_(out, options.width, options.bold) {}

    bool run() {
        write_page(lines_, page());
        if (page().kind == PageKind::picture) report();
        while (true) {
            prompt();
            const auto line = read();
            if (!line) {
                say_goodbye();
                return reported_;
            }
            if (*line == "q" || *line == "Q") {
                if (!stage_.finished()) say_goodbye();
                return reported_;
            }
            obey(*line);
            if (stage_.gone()) return true;
        }
    }

  private:
    const Page& page() const { return stage_.page(); }

    bool offers(std::string_view action) const {
        return std::find(page().actions.begin(), page().actions.end(), action) != page().actions.end();
    }

    std::size_t option_count() const { return page().choices.size() + page().forms.size(); }

    // The next line, without space around it; nothing when the input has ended.
    std::optional<std::string> read() {
        out_.flush();
        std::string line;
        if (!std::getline(in_, line)) return std::nullopt;
        return trimmed(line);
    }

    // On a line of its own, so that a screen reader says it by itself.
    void prompt() {
        const std::string last = std::to_string(option_count());
        const std::string numbers = option_count() == 1 ? last : fill("1 to {last}"_en, {{"last", last}});
        const bool over = stage_.finished();
        if (option_count() > 0 && offers("continue"))
            lines_.text(fill(over ? "Press Enter to go on, choose {numbers}, q to leave, or ? for help:"_en
                                  : "Press Enter to go on, choose {numbers}, or ? for help:"_en,
                             {{"numbers", numbers}}));
        else if (option_count() > 0)
            lines_.text(
                fill(over ? "Choose {numbers}, q to leave, or ? for help:"_en : "Choose {numbers}, or ? for help:"_en,
                     {{"numbers", numbers}}));
        else if (offers("continue"))
            lines_.text("Press Enter to go on, or type ? for help:"_en);
        else
            lines_.text("Type a number to hear about a decision, q to leave, or ? for help:"_en);
    }

    void obey(const std::string& line) {
        if (line == "?" || line == "h") return write_help(lines_, page());
        if (line == "r") return write_page(lines_, page());
        if (line == "f") return write_case_file(lines_, page());
        if (line == "g") return write_glossary(lines_, page());
        if (line == "m" && page().kind == PageKind::feedback) {
            for (const VerdictView& verdict : page().feedback.verdicts) {
                lines_.blank();
                write_verdict(lines_, verdict, true);
            }
            return lines_.blank();
        }
        if (offers("what_if") && (line == "w" || line.rfind("w ", 0) == 0)) return what_if(line);
        if (line == "b") return apply({Input::Kind::back, {}, {}, -1});
        if (line == "d" && offers("skip")) return apply({Input::Kind::skip, {}, {}, -1});
        if (line == "s" && offers("skip_scene")) return skip_scene();
        if (line == "a" && offers("replay")) return apply({Input::Kind::replay, {}, {}, -1});
        if (line.empty() && offers("continue")) return apply({Input::Kind::go_on, {}, {}, -1});
        if (option_count() > 0) return choose(line);
        if (page().kind == PageKind::debrief) {
            const auto& decisions = page().debrief.decisions;
            if (const auto number = number_in(line, decisions.size()))
                return write_decision(lines_, decisions[*number - 1]);
        }
        lines_.text("That is not something you can type here."_en);
    }

    void skip_scene() {
        lines_.heading("Skip this scene?"_en);
        lines_.text(skip_promise());
        lines_.text("Type s again to skip it, or press Enter to stay:"_en);
        if (const auto line = read(); line && *line == "s") return apply({Input::Kind::skip_scene, {}, {}, -1});
        write_page(lines_, page());
    }

    // "Change one fact" for each verdict of the feedback, or of one decision in the debrief: "w 2".
    void what_if(const std::string& line) {
        const std::vector<VerdictView>* verdicts = &page().feedback.verdicts;
        if (page().kind == PageKind::debrief) {
            const auto& decisions = page().debrief.decisions;
            const auto number = number_in(trimmed(line.substr(1)), decisions.size());
            if (!number)
                return lines_.text(fill("Type w and the number of a decision, 1 to {last}."_en,
                                        {{"last", std::to_string(decisions.size())}}));
            verdicts = &decisions[*number - 1].verdicts;
        }
        lines_.heading("Change one fact"_en);
        if (verdicts->empty()) lines_.text("No rule turned on this choice."_en);
        for (const VerdictView& verdict : *verdicts) {
            lines_.blank();
            lines_.text(verdict.word + ": " + verdict.title + " (" + verdict.norm + ").");
            lines_.text(stage_.what_if(verdict), 2);
        }
        lines_.blank();
    }

    void choose(const std::string& line) {
        const auto number = number_in(line, option_count());
        if (!number)
            return lines_.text(
                fill("Type a number from 1 to {last}, or ? for help."_en, {{"last", std::to_string(option_count())}}));
        const auto& choices = page().choices;
        if (*number <= choices.size()) {
            const std::string id = choices[*number - 1].id;
            return apply({Input::Kind::choose, id, {}, confidence()});
        }
        compose(page().forms[*number - 1 - choices.size()]);
    }

    // How sure the learner is, 0 to 100; -1 when not asked or not said.
    int confidence() {
        if (!options_.ask_confidence || page().kind != PageKind::scene) return -1;
        while (true) {
            lines_.text("How sure are you, 0 to 100? Enter to leave it out:"_en);
            const auto line = read();
            if (!line || line->empty()) return -1;
            if (*line == "0") return 0;
            if (const auto number = number_in(*line, 100)) return static_cast<int>(*number);
        }
    }

    void compose(const ActForm& form);
    bool ask(const Field& field, std::vector<std::string>& given);
    void review(const ActForm& form, const std::map<std::string, std::vector<std::string>>& answers);

    void apply(const Input& input) {
        const std::string refusal = stage_.apply(input);
        if (!refusal.empty()) return lines_.text(refusal);
        const bool changed = input.kind != Input::Kind::go_on || page().kind == PageKind::picture;
        if (changed && options_.keep) options_.keep(stage_.log());
        write_page(lines_, page());
        if (is_over()) report();
        // A look back from the picture of a jigsaw shows the debrief of one of its cases; it is still over.
        if (page().kind != PageKind::debrief && page().kind != PageKind::picture) reported_ = false;
    }

    bool is_over() const { return stage_.finished() && page().kind != PageKind::closed; }

    void report() {
        if (reported_) return;
        reported_ = true;
        stage_.over();
    }

    void say_goodbye() {
        if (reported_ || is_over()) return;
        lines_.blank();
        lines_.text(options_.left);
        if (!options_.resume_with.empty())
            lines_.text(fill("Your place is kept. Go on with: {command}"_en, {{"command", options_.resume_with}}));
    }

    Stage& stage_;
    std::istream& in_;
    std::ostream& out_;
    const TerminalOptions& options_;
    Lines lines_;
    bool reported_ = false;
    bool ended_ = false;  // the input ended in the middle of a form
};

// Asks until the answer fits; false when the input ended or the learner gave up.
bool Session::ask(const Field& field, std::vector<std::string>& given) {
    lines_.heading(field.question);
    if (!field.help.empty()) lines_.text(field.help);
    std::string usual;
    for (std::size_t i = 0; i < field.answers.size(); ++i) {
        const Field::Answer& answer = field.answers[i];
        lines_.item(std::to_string(i + 1) + ".",
                    answer.label + (answer.detail.empty() ? "" : " (" + answer.detail + ")"));
        if (std::find(field.chosen.begin(), field.chosen.end(), answer.id) != field.chosen.end())
            usual += (usual.empty() ? "" : " ") + std::to_string(i + 1);
    }
    const std::string enter = usual.empty() ? (field.optional ? "Enter for none"_en : "")
                                            : fill("Enter for {numbers}"_en, {{"numbers", usual}});
    while (true) {
        lines_.text(fill(field.kind == Field::Kind::pick_one
                             ? "One number{enter}, 0 for none, b to go back to the options:"_en
                             : "Numbers with spaces between{enter}, 0 for none, b to go back to the options:"_en,
                         {{"enter", enter.empty() ? enter : ", " + enter}}));
        const auto line = read();
        if (!line) ended_ = true;
        if (!line || *line == "b") return false;
        if (line->empty()) {
            given = field.chosen;
        } else {
            given.clear();
            std::string part;
            bool good = true;
            for (const char c : *line + " ") {
                if (c != ' ' && c != ',') {
                    part += c;
                } else if (!part.empty()) {
                    const auto number = number_in(part, field.answers.size());
                    if (number)
                        given.push_back(field.answers[*number - 1].id);
                    else if (part != "0")
                        good = false;
                    part.clear();
                }
            }
            if (!good) {
                lines_.text(
                    fill("Type numbers from 1 to {last}."_en, {{"last", std::to_string(field.answers.size())}}));
                continue;
            }
        }
        if (given.empty() && !field.optional)
            lines_.text("This needs an answer."_en);
        else if (given.size() > 1 && field.kind == Field::Kind::pick_one)
            lines_.text("Only one answer fits."_en);
        else
            return true;
    }
}

void Session::review(const ActForm& form, const std::map<std::string, std::vector<std::string>>& answers) {
    lines_.heading("Look it over"_en);
    for (const Field& field : form.fields) {
        std::string chosen;
        for (const Field::Answer& answer : field.answers) {
            const auto& given = answers.at(field.id);
            if (std::find(given.begin(), given.end(), answer.id) != given.end())
                chosen += (chosen.empty() ? "" : "; ") + answer.label;
        }
        lines_.item("-", field.question + " " + (chosen.empty() ? "None"_en : chosen) + ".");
    }
    lines_.text(fill("1 or Enter: {send}. 2: answer again. b: back to the options."_en, {{"send", form.send}}));
}

void Session::compose(const ActForm& shown) {
    ActForm form = shown;  // the page goes when the form is sent
    while (true) {
        std::map<std::string, std::vector<std::string>> answers;
        for (const Field& field : form.fields)
            if (!ask(field, answers[field.id])) return ended_ ? void() : write_page(lines_, page());
        review(form, answers);
        const auto line = read();
        if (!line) return;
        if (*line == "b") return write_page(lines_, page());
        if (*line == "2") continue;
        for (Field& field : form.fields) field.chosen = answers[field.id];  // Enter keeps what was answered before
        const PageKind before = page().kind;
        const int step = page().step;
        apply({Input::Kind::compose, form.id, answers, confidence()});
        if (page().kind != before || page().step != step) return;
    }
}

}  // namespace

bool play(Player& player, std::istream& in, std::ostream& out, const TerminalOptions& options) {
    PlayerStage stage(player, options);
    return Session(stage, in, out, options).run();
}

bool play(Stage& stage, std::istream& in, std::ostream& out, const TerminalOptions& options) {
    return Session(stage, in, out, options).run();
}

}  // namespace ntk::terminal
