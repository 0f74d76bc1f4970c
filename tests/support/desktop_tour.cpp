#include "tests/support/desktop_tour.h"

#include <stdexcept>

#include "engine/text/said.h"
#include "engine/text/translation.h"
#include "tests/support/desktop_fixture.h"
#include "tests/support/desktop_made_up.h"

namespace ntk::desktop {

void tour(Driver& window, const AtScreen& at) {
    const auto click = [&](const std::string& name) {
        if (window.click(name) || (window.click("Menu") && window.click(name))) return;
        throw std::runtime_error("nothing called '" + name + "' can be clicked in\n" + window.outline());
    };
    at(window, "01-library");
    click("Show: all 3 cases");
    at(window, "27-library-filters");
    click("Nutritional");
    at(window, "02-library-filtered");
    click("Show all cases");
    click("Start this case: Gas safety visit");
    at(window, "03-problems");
    click("All cases");
    click("Start this case: Three letters");
    at(window, "04-briefing");
    fixture_notice() = "Your place could not be kept. attempts/three-letters.jsonl: no room is left.";
    if (program_language() == made_up_language) fixture_notice() = made_up(fixture_notice());
    click("Begin");
    at(window, "28-notice");
    click("Hide this notice");
    fixture_notice().clear();
    at(window, "05-scene");
    click("Do this");
    at(window, "06-scene-nothing-chosen");
    click("Ring the clinic before you file it, and ask what Robin still needs");
    at(window, "07-scene-chosen");
    click("Do this");
    at(window, "08-consequence");
    click("Continue");
    at(window, "09-feedback");
    click("Continue");
    at(window, "10-scene-with-form");
    click("Put the package together yourself");
    at(window, "11-form");
    click("Look it over");
    at(window, "12-form-incomplete");
    click("The hearing aids in the drawer");
    click("Children's social care");
    click("What do you write down, and why?");
    window.type(program_language() == made_up_language ? made_up("The clinic can act on it.")
                                                       : "The clinic can act on it.");
    click("Look it over");
    at(window, "13-form-review");
    click("Send it");
    click("Continue");
    click("Facts and source: Protect people who could be hurt by being identified");
    at(window, "14-feedback-open");
    click("Glossary");
    at(window, "15-glossary");
    click("Close");
    click("Ask for advice");
    at(window, "16-advice");
    click("Close");
    click("Text and colours");
    at(window, "17-display");
    click("Close");
    click("Leave now");
    at(window, "18-leave");
    click("Stay in the case");
    click("Continue");
    at(window, "19-ending");
    click("Scores");
    at(window, "20-scores");
    click("Decisions");
    click("4 verdicts on decision 2");
    at(window, "21-decisions");
    click("Map");
    at(window, "22-map");
    click("Reflect");
    at(window, "23-reflect");
    click("Save the report");
    at(window, "24-saved");
}

}  // namespace ntk::desktop
