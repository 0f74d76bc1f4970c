#include "tests/support/desktop_fixture.h"

#include "engine/text/said.h"
#include "engine/text/translation.h"
#include "tests/support/desktop_made_up.h"

namespace ntk::desktop {

namespace {

FixtureSession* last_session = nullptr;
int alive = 0;

using K = Block::Kind;

CaseFileView case_file(int decisions) {
    CaseFileView file;
    file.people = {
        {"robin", "Robin", "2 years 7 months", "Has hearing loss in both ears.", {"lives with Beth and Callum"}, {}},
        {"beth",
         "Beth",
         "Robin's mum",
         "Works nights from home.",
         {"cares for Robin"},
         {{LinkView::Kind::cares_for, "robin"}}},
        {"ron",
         "Ron",
         "Robin's grandad",
         "Minds Robin three days a week.",
         {"cares for Robin", "is close to Beth"},
         {{LinkView::Kind::cares_for, "robin"}, {LinkView::Kind::close_to, "beth"}}},
        {"lee", "Lee", "Ron's nephew", "", {}, {}},
        {"neighbour",
         "Neighbour",
         "Lives under Ron",
         "",
         {"could be hurt if Lee knew who spoke"},
         {{LinkView::Kind::endangered_by, "lee"}}},
    };
    file.agencies = {{"audiology", "Hearing clinic", "Health", "Looks after Robin's hearing aids.", {}},
                     {"csc", "Children's social care", "The front door", "", {}}};
    file.items = {
        {"letter",
         "The clinic's letter says that three visits were missed and Robin is discharged.",
         "hearing clinic",
         "Reported",
         "special category",
         "week 1, Thursday 08.49",
         {"Robin", "Beth"},
         {},
         {}},
        {"aids",
         "The hearing aids have been in a drawer since November, without batteries.",
         "you",
         "Observed",
         "special category",
         "week 1, Friday",
         {"Robin"},
         {},
         {}},
        {"fire",
         "There was a pan fire in Ron's kitchen on Friday. His hand was burnt.",
         "neighbour",
         "Reported",
         "ordinary",
         "week 2, Monday",
         {"Ron"},
         {"Neighbour"},
         {}},
    };
    if (decisions > 0) file.items[0].sent_to = {"Hearing clinic"};
    file.timeline = {{"Week 1, Thursday 08.49", "A third letter came from the hearing clinic."}};
    if (decisions > 0) {
        file.timeline.push_back({"Week 1, Thursday 09.10", "You rang the clinic before filing the letter."});
        file.recorded = {
            {"Week 1, Thursday 09.20", "Rang the clinic. Asked why Robin was not brought, and what he needs."}};
        file.shared = {{"Week 1, Thursday 09.10", "To the hearing clinic: Robin still needs to be seen."}};
    }
    return file;
}

ActForm package() {
    ActForm form;
    form.id = "package";
    form.title = "Put the package together yourself";
    form.send = "Send it";
    form.fields = {
        {"items",
         "What do you send?",
         "Only what the other person needs for their task.",
         Field::Kind::pick_many,
         {{"letter", "The clinic's letter", "reported; special category"},
          {"aids", "The hearing aids in the drawer", "observed; special category"},
          {"fire", "The pan fire at Ron's", "reported by a neighbour, who could be hurt if Lee knew"}},
         {},
         false},
        {"to",
         "To whom?",
         "",
         Field::Kind::pick_many,
         {{"csc", "Children's social care", "can act"},
          {"nursery", "The nursery", ""},
          {"housing", "Housing", "no purpose given"}},
         {},
         false},
        {"basis",
         "On what basis?",
         "",
         Field::Kind::pick_one,
         {{"public_task", "Public task", "part of your job by law"},
          {"consent", "Consent", "only if a no is possible"}},
         {"public_task"},
         true},
        {"record", "What do you write down, and why?", "One or two sentences.", Field::Kind::text, {}, {}, true},
    };
    return form;
}

std::vector<VerdictView> verdicts() {
    VerdictView missed;
    missed.norm = "GR5.1";
    missed.title = "Protect people who could be hurt by being identified";
    missed.state = "breached";
    missed.word = "Missed";
    missed.critical = true;
    missed.because =
        "You sent the account of the fire with words that show who saw it. Lee may ask to read it, and the "
        "neighbour asked not to be named.";
    missed.better = "Send what happened and when, and leave out how you came to know.";
    missed.repair = "Ring the front door now and ask them to hold the source back.";
    missed.facts = {"Neighbour: asked not to be named (known since week 2, Monday 10.15)",
                    "Lee: has hurt people who spoke (known since week 2, Monday 10.15)"};
    missed.excuses = {"Naming was needed for safety: did not apply, the front door can act without the name."};
    missed.citations = {"Golden rule 5 (Information sharing: advice for practitioners, DfE, May 2024)"};
    missed.headings = {"Rule 5"};
    VerdictView mended = missed;
    mended.norm = "GR2.1";
    mended.title = "Be open about what you share and why";
    mended.state = "repaired";
    mended.word = "Put right";
    mended.critical = false;
    mended.credit = "1/2";
    mended.because = "You had not told Beth before you sent it. You rang her the same day.";
    mended.better = "Tell her first, unless that would put a child at risk.";
    mended.repair = "";
    mended.headings = {"Rule 3"};
    VerdictView kept;
    kept.norm = "DA.1";
    kept.title = "Do not assume that somebody else has shared it";
    kept.state = "kept";
    kept.word = "Kept";
    kept.because = "You passed on what you saw yourself, although the nurse might have done so.";
    kept.citations = {"Local key point 1: don't assume"};
    kept.headings = {"Rule 6", "Don't assume"};
    VerdictView contested = kept;
    contested.norm = "GR6.4";
    contested.title = "Share a parent's low mood only as far as it touches the child's care";
    contested.state = "contested";
    contested.word = "Contested";
    contested.because = "Good practitioners disagree here, so nothing is scored.";
    contested.headings = {"Rule 6"};
    return {missed, mended, kept, contested};
}

DebriefView debrief() {
    DebriefView told;
    told.ending_title = "Heard in time";
    told.ending_text =
        "The clinic sees Robin within the month. Beth is cross with you for a week, and then she rings to "
        "ask how the batteries go in.";
    told.childs_week = "Robin wears his aids on four days out of seven. On Tuesdays somebody is with him and Ron.";
    told.summary = "You earned 7 of 10 points that this case offers. For review by an assessor.";
    told.overall = {"overall", "Overall", "70%", 70, 10};
    told.strands = {{"protect", "Protect", "83%", 83, 6},
                    {"privacy", "Privacy", "50%", 50, 2},
                    {"process", "Process", "not enough evidence", -1, 1}};
    told.rules = {{"GR1", "Rule 1: the law is a framework, not a barrier", "100%", 100, 2},
                  {"GR2", "Rule 2: be open with the family", "50%", 50, 2},
                  {"GR5", "Rule 5: think about safety", "0%", 0, 1}};
    told.points = {{"DA", "Don't assume", "100%", 100, 3}, {"MA", "Moving around", "not tested", -1, 0}};
    told.balance = "You lean a little towards sharing too much: 1 of 3 packages held something nobody needed.";
    told.criticals = {"On decision 2 the neighbour could be found out. This matters most."};
    told.decisions = {
        {"D1",
         "The third letter",
         "Week 1, Thursday 08.49",
         "Ring the clinic before you file it",
         false,
         {verdicts()[2]}},
        {"D2", "The form from the front door", "Week 2, Monday 14.30", "Send the whole file", false, verdicts()}};
    told.childs_days = {{"Week 1", "Robin shouts to be heard and has few words."},
                        {"Week 4", "He turns round when Beth says his name."}};
    told.map = {{"D1", "The third letter", true, true, false, false, 0, 1, {"C1", "C2", "C3"}, {"C1"}},
                {"C1", "A call to the clinic", false, true, false, false, 1, 1, {"D2"}, {"D2"}},
                {"C2", "The letter in the drawer", false, false, false, false, 1, 0, {"D2"}, {}},
                {"C3", "A letter home", false, false, false, false, 1, 2, {"D2"}, {}},
                {"D2", "The form from the front door", true, true, false, false, 2, 1, {"E1", "E2"}, {"E1"}},
                {"E1", "Heard in time", false, true, true, false, 3, 1, {}, {}},
                {"E2", "Months later", false, false, true, false, 3, 2, {}, {}}};
    told.questions = {"Who else knew a small part of this?", "What would you say to Beth first?"};
    told.objectives = {"Notice a missed appointment as something that happened to the child."};
    told.versions = "Rules: england-2024 1.0, plymouth 1.0. Case: three-letters 1.0. Engine 0.1.";
    return told;
}

}  // namespace

FixtureSession::FixtureSession() {
    last_session = this;
    ++alive;
    show();
}

FixtureSession::~FixtureSession() {
    if (last_session == this) last_session = nullptr;
    --alive;
}

void FixtureSession::show() {
    page_ = {};
    page_.case_title = "Three letters";
    page_.steps = 2;
    page_.actions = {"continue", "back", "leave"};
    page_.glossary = {
        {"Front door", "The team at the council that takes in worries about children."},
        {"Special category", "Facts about health, faith, sex life and the like, which the law guards more closely."}};
    page_.advice = {"The named nurse, about 30 minutes", "The duty line, about 30 minutes",
                    "The data protection officer, about 3 days"};
    page_.case_file = case_file(at_ >= 2 ? 1 : 0);
    switch (at_) {
        case 0:
            page_.kind = PageKind::briefing;
            page_.id = "briefing";
            page_.title = "Three letters";
            page_.blocks = {
                {K::text, "You are a health visitor in Brayport, a made-up city. You have been eight years in post."},
                {K::text, "A full and truthful record follows each of your decisions, unless you choose otherwise."},
                {K::note,
                 "This case speaks of missed health care, low mood and a small kitchen fire. No child is shown hurt."}};
            page_.actions = {"continue", "leave"};
            break;
        case 1:
        case 4:
            page_.kind = PageKind::scene;
            page_.step = at_ == 1 ? 0 : 1;
            if (at_ == 1) {
                page_.id = "D1";
                page_.title = "The third letter";
                page_.when = "Week 1, Thursday 08.49";
                page_.actions = {"leave"};
                page_.blocks = {
                    {K::text,
                     "The post has come. The third letter about Robin since the spring says that he was "
                     "not brought to the hearing clinic, and that they have taken him off their list."},
                    {K::speech, "They get three chances. We just file those.", 2, "The colleague at the next desk"},
                    {K::text,
                     "Robin is two and a half. You fitted a picture of him in your mind at his last check: "
                     "watching mouths, quick with his hands, hardly a word."}};
                page_.choices = {{"file", "File the letter and look again at his next check"},
                                 {"ring", "Ring the clinic before you file it, and ask what Robin still needs"},
                                 {"write", "Write to Beth and remind her how important the clinic is"}};
            } else {
                page_.id = "D2";
                page_.title = "The form from the front door";
                page_.when = "Week 2, Monday 14.30";
                page_.blocks = {
                    {K::text, "Children's social care ask for \"everything you have\" on a form with one large box."}};
                page_.choices = {{"all", "Send the whole file, so that nothing is missed"},
                                 {"none", "Send nothing until Beth has signed a form"}};
                page_.forms = {package()};
            }
            break;
        case 2:
        case 5:
            page_.kind = PageKind::consequence;
            page_.id = at_ == 2 ? "D1/after" : "D2/after";
            page_.title = "What followed";
            page_.when = "Week 1, Thursday 09.10";
            page_.blocks = {
                {K::text,
                 "Two of the three letters went to a flat that Beth left last year. The clinic offers a new day."}};
            break;
        case 3:
        case 6:
            page_.kind = PageKind::feedback;
            page_.id = at_ == 3 ? "D1/feedback" : "D2/feedback";
            page_.title = "Feedback";
            page_.feedback.headline =
                at_ == 3 ? "You did not assume that somebody else would ask."
                         : "You shared what mattered, and with it something that could hurt a neighbour.";
            page_.feedback.tempting =
                "A form with one large box asks to be filled, and leaving something out feels like hiding it.";
            page_.feedback.aloud =
                "\"I saw this myself and I am passing it on. I cannot say who else told me, because that could put "
                "them at risk.\"";
            page_.feedback.verdicts = at_ == 3 ? std::vector<VerdictView>{verdicts()[2]} : verdicts();
            break;
        case 7:
            page_.kind = PageKind::debrief;
            page_.id = "debrief";
            page_.title = "Debrief";
            page_.debrief = debrief();
            page_.actions = {"replay", "back"};
            break;
        default:
            page_.kind = PageKind::closed;
            page_.id = "closed";
            page_.title = "You have left the case";
            page_.blocks = {{K::text, "Nothing is scored. You can come back to it at any time."}};
            page_.actions = {"replay"};
            break;
    }
    if (program_language() == made_up_language) make_up(page_);
}

std::string FixtureSession::apply(const Input& input) {
    const bool deciding = page_.kind == PageKind::scene;
    switch (input.kind) {
        case Input::Kind::choose:
        case Input::Kind::compose:
            if (!deciding) return "There is nothing to decide here.";
            ++at_;
            break;
        case Input::Kind::go_on:
            if (deciding) return "Choose one of the options first.";
            ++at_;
            break;
        case Input::Kind::back: at_ = at_ >= 4 ? 4 : 1; break;
        case Input::Kind::leave: at_ = 9; break;
        case Input::Kind::replay: at_ = 0; break;
        case Input::Kind::skip:
        case Input::Kind::skip_scene: return "This cannot be skipped.";
    }
    inputs_.push_back(input);
    show();
    return {};
}

DesktopOptions fixture_options() {
    DesktopOptions options;
    options.hidden = true;
    options.footer = "Who Needs to Know 0.1. All people and places are made up.";
    options.cases = {
        {"three-letters",
         "Three letters",
         "Health visitor",
         "clinic",
         {"Medical", "Supervisory"},
         "A hearing clinic takes a small boy off its list. Who should hear about it, and who should not?",
         "20 to 25 minutes",
         "Levels 2 to 3",
         "missed health care, low mood, a small kitchen fire, memory loss",
         "",
         false,
         {"2", "3"},
         25,
         "Health",
         "Medical, supervisory",
         {}},
        {"half-a-sandwich",
         "Half a sandwich",
         "Teacher, then safeguarding lead",
         "school",
         {"Nutritional", "Physical"},
         "A boy hides food in his coat. Is it money, or something more?",
         "15 minutes",
         "Levels 1 to 2",
         "hunger, family money worries",
         "7 of 10, \"Heard in time\"",
         true,
         {"1", "2"},
         15,
         "Schools and education",
         "Nutritional, physical; is it money or neglect?",
         {}},
        {"broken",
         "Gas safety visit",
         "Housing officer",
         "flats",
         {"Physical"},
         "A case that is still being written.",
         "15 minutes",
         "Levels 1 to 2",
         "",
         "",
         false,
         {"1", "2"},
         15,
         "Housing",
         "",
         {}},
    };
    options.card_of_file = [](const std::string& path) {
        CaseCard card;
        card.id = "file:" + path;
        card.title = path;
        return card;
    };
    options.open = [](const std::string& id, bool) {
        Opened opened;
        if (id == "broken" || id == "file:broken.yaml") {
            opened.problems = {
                {"E301", false, "gas-safety-visit.yaml, line 12, column 9", "There is no person called 'beht'.",
                 "Did you mean 'beth'?", "    about: [beht, robin]", "gas-safety-visit.yaml:12:9"},
                {"W502", true, "gas-safety-visit.yaml, line 40, column 5", "This scene is never reached.",
                 "Point an option's `to` at it, or take it out.", "  - id: kitchen", "gas-safety-visit.yaml:40:5"}};
        } else {
            opened.session = std::make_unique<FixtureSession>();
        }
        return opened;
    };
    options.save_report = [](const std::string& id, const Session&, const std::string&) {
        return Saved{"reports/" + id + ".html", ""};
    };
    return options;
}

FixtureSession* last_fixture_session() { return last_session; }

int live_fixture_sessions() { return alive; }

std::string& fixture_notice() {
    static std::string words;
    return words;
}

std::string FixtureSession::notice() const { return fixture_notice(); }

}  // namespace ntk::desktop
