#include "game/desktop/semantic.h"

#include "tests/support/catch.h"

using namespace ntk::desktop;

namespace {

SemNode node(Role role, std::string id, std::string name, Rect rect = {0, 0, 100, 44}) {
    SemNode made;
    made.role = role;
    made.id = std::move(id);
    made.name = std::move(name);
    made.rect = rect;
    made.clip = {0, 0, 1000, 1000};
    made.focusable = actionable(role);
    return made;
}

SemNode sound_screen() {
    SemNode window = node(Role::window, "window", "Test");
    SemNode title = node(Role::heading, "title", "The letter");
    title.level = 1;
    SemNode ring = node(Role::radio, "ring", "Ring", {0, 50, 100, 44});
    ring.focused = true;
    ring.checked = true;
    SemNode go = node(Role::button, "go", "Do this", {0, 100, 100, 44});
    go.description = "You chose: Ring";
    window.children = {title, ring, go};
    return window;
}

}  // namespace

TEST_CASE("a screen is written out as a list that can be read aloud") {
    CHECK(outline(sound_screen()) ==
          "window \"Test\"\n"
          "  heading 1 \"The letter\"\n"
          "  radio button \"Ring\" [chosen] [focus]\n"
          "  button \"Do this\" -- You chose: Ring\n");
}

TEST_CASE("the title of a page leads in with what stands below it, up to what can be pressed") {
    SemNode screen = node(Role::window, "window", "Test");
    screen.children.push_back(node(Role::text, "when", "Monday"));
    SemNode title = node(Role::heading, "title", "The letter");
    title.level = 1;
    screen.children.push_back(title);
    screen.children.push_back(node(Role::text, "story", "The post has come."));
    SemNode speech = node(Role::group, "speech", "Somebody speaks");
    speech.children = {node(Role::text, "who", "A colleague"), node(Role::text, "what", "We just file those.")};
    screen.children.push_back(speech);

    SECTION("up to a choice, wherever it stands") {
        SemNode group = node(Role::group, "choices", "Choices");
        group.children = {node(Role::text, "hint", "Choose one"), node(Role::radio, "ring", "Ring"),
                          node(Role::text, "keys", "Keys: 1")};
        screen.children.push_back(group);
        screen.children.push_back(node(Role::text, "after", "After"));
        lead_in(screen);
        CHECK(screen.children[1].description == "The post has come. A colleague. We just file those. Choose one");
        CHECK(screen.children[1].leads_in);
    }
    SECTION("with headings, unless nothing stands below them") {
        SemNode next = node(Role::heading, "who", "Who you are");
        next.level = 2;
        screen.children.push_back(next);
        screen.children.push_back(node(Role::text, "nurse", "A nurse"));
        next.name = "Your choices";
        screen.children.push_back(next);
        screen.children.push_back(node(Role::button, "ring", "Ring"));
        lead_in(screen);
        CHECK(screen.children[1].description ==
              "The post has come. A colleague. We just file those. Who you are. A nurse");
    }
    SECTION("a title that says more already keeps to it") {
        screen.children[1].description = "Kept: two of two";
        lead_in(screen);
        CHECK(screen.children[1].description == "Kept: two of two");
        CHECK_FALSE(screen.children[1].leads_in);
    }
    SECTION("nothing stands below it") {
        screen.children.resize(2);
        lead_in(screen);
        CHECK(screen.children[1].description.empty());
        CHECK_FALSE(screen.children[1].leads_in);
    }
}

TEST_CASE("a sound screen has no faults") { CHECK(faults(sound_screen(), 44).empty()); }

TEST_CASE("every broken rule is found") {
    SemNode screen = sound_screen();
    screen.children[1].focused = false;
    screen.children[1].name.clear();
    screen.children[2].id = "ring";
    screen.children[2].rect = {0, 60, 100, 30};
    SemNode deep = node(Role::heading, "deep", "Deep");
    deep.level = 3;
    screen.children.push_back(deep);
    screen.children.push_back(node(Role::image, "", ""));
    CHECK(faults(screen, 44) == std::vector<std::string>{
                                    "radio button 'ring' has no name",
                                    "button 'ring': this id is used twice",
                                    "button 'ring' is smaller than 44 pixels",
                                    "heading 'deep' skips a heading level",
                                    "picture '' has no id",
                                    "picture '' has no words for it",
                                    "exactly one thing should have the keyboard, but 0 have",
                                    "'ring' and 'ring' overlap",
                                });
}

TEST_CASE("what is scrolled out of view does not overlap what is in view") {
    SemNode screen = sound_screen();
    screen.children[1].clip = {0, 0, 1000, 60};
    screen.children[2].clip = {0, 100, 1000, 60};
    screen.children[1].rect = {0, 50, 100, 100};
    CHECK(faults(screen, 44).empty());
}
