#pragma once

#include "game/desktop/state.h"
#include "game/desktop/ui.h"

namespace ntk::desktop {

// The whole window as it should be now: the bar, the page, and any panel over it.
Node build_window(App& app);

// What may be done on a page, in rows at its end, with what is said of it: where the window is high enough they stay in
// sight while the page scrolls. What is added one after the other stands in one foot, and rows in one row.
// Nothing may come after it.
void add_foot(Node& into, Node buttons);
void foot_message(App& app, Node& into);

// The scroll of a page with its foot taken out and put below it, on the same lines; the scroll alone where there is none.
Node page_with_foot(Node main);

// What fills the reading column for each place the learner can be; each gives parts to put into the column.
void library_parts(App& app, Node& into);
void problem_parts(App& app, Node& into);
void waiting_parts(App& app, Node& into);
void briefing_parts(App& app, const Page& page, Node& into);
void scene_parts(App& app, const Page& page, Node& into);
void compose_parts(App& app, const Page& page, const ActForm& form, Node& into);
void review_parts(App& app, const Page& page, const ActForm& form, Node& into);
void consequence_parts(App& app, const Page& page, Node& into);
void feedback_parts(App& app, const Page& page, Node& into);
void debrief_parts(App& app, const Page& page, Node& into);
void closed_parts(App& app, const Page& page, Node& into);
void chair_parts(App& app, const Page& page, Node& into);
void picture_parts(App& app, const Page& page, Node& into);

// A case run with a group. False when the page is shown as for one learner.
bool group_parts(App& app, const Page& page, Node& into);

// An assessment: its pages outside the scenes, leaving it, and the time where there is a limit. The strip about the time
// has no parts while there is nothing to say.
void sitting_parts(App& app, const Page& page, Node& into);
void sitting_leave_parts(App& app, Node& into);
void sitting_time_parts(App& app, Node& into);
Node sitting_time_strip(App& app);

// Author mode: the page, the outline beside it, and the inside of its panels. One file for each pane.
void author_parts(App& app, Node& into);
void author_outline_parts(App& app, Node& into);
void author_files_parts(App& app, Node& into);
void author_problem_parts(App& app, Node& into);
void author_form_parts(App& app, Node& into);
void author_scene_parts(App& app, Node& into);
void author_what_if_parts(App& app, Node& into);
void author_coverage_parts(App& app, Node& into);
void author_map_parts(App& app, Node& into);
void author_fact_sheet(App& app, Node& into);
void author_edit_sheet(App& app, Node& into);
// Where an option (or the scene itself: without an id) leads, each way on with its condition.
void author_routes_parts(App& app, const EditableScene& scene, const std::string& option,
                         const std::vector<EditableRoute>& routes, Node& into);
// Makes a change in the file and says what came of it.
void carry_out(App& app, const AuthorEdit& change, const std::string& done);
// A box of writing that begins with what the file has, and follows it until something is typed.
TextEdit& author_box(App& app, const std::string& key, const std::string& now);
void go_to_scene(App& app, const std::string& id);  // shows it in the scene's pane

// The assessor's screens. One file for each.
void assessor_parts(App& app, Node& into);
void assessor_start_parts(App& app, Node& into);
void assessor_make_parts(App& app, Node& into);
void assessor_list_parts(App& app, Node& into);
void assessor_carry_parts(App& app, Node& into);
void assessor_result_parts(App& app, Node& into);
void assessor_decide_parts(App& app, Node& into);  // the form for a decision, and what was decided before

// The parts of the case file, in the panel at the left or in a panel of its own.
void case_file_parts(App& app, const CaseFileView& file, Node& into);

// The inside of the panels.
void words_parts(App& app, const Page& page, Node& into);
void advice_parts(App& app, const Page& page, Node& into);
void display_parts(App& app, Node& into);
void leave_parts(App& app, Node& into);
void skip_scene_parts(App& app, Node& into);

// Shared pieces.
void story(const std::vector<Block>& blocks, const std::string& prefix, Node& into);
void meta_line(const Page& page, Node& into);
void message_part(App& app, Node& into);
void problem_cards(App& app, const std::vector<Problem>& problems, Node& into);  // the first sixty
void verdict_cards(App& app, const std::vector<VerdictView>& verdicts, const std::string& prefix, int level,
                   Node& into);
// The people of a case and what links them, drawn; no part when nothing links them.
void people_picture(const std::vector<PersonView>& people, Node& into);

Node path_map(const std::vector<MapNode>& map);
bool offers(const Page& page, const std::string& action);
std::string capitalised(std::string words);

}  // namespace ntk::desktop
