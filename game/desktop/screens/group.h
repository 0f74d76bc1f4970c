#pragma once

#include "engine/play/group_player.h"
#include "game/desktop/screens/screens.h"

namespace ntk::desktop {

// Screens of a case that is run with a group: one file for each thing the room does.
void group_vote_parts(App& app, const Page& page, Node& into);      // counting hands
void group_decide_parts(App& app, const Page& page, Node& into);    // taking one option
void group_feedback_parts(App& app, const Page& page, Node& into);  // verdicts held back, then shown
void group_talk_parts(App& app, Node& into);                        // paused on the questions

// How the group voted on a decision, as bars; nothing when nobody did.
void vote_bars(App& app, int decision, Node& into);

// What can be done on every page: pause, go back, go to the debrief.
void group_buttons(App& app, const Page& page, Node& into);

// "12 votes", "1 vote".
std::string votes_in_words(int count);

}  // namespace ntk::desktop
