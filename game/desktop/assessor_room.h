#pragma once

#include <string>
#include <vector>

namespace ntk::desktop {

struct App;
struct TextEdit;

// What an assessor does in the window. What may take long is done on the other thread; meanwhile the screen says so,
// and nothing else can be asked for.

void assessor_show_new(App& app);  // the screen for a new assessment
void assessor_make(App& app);      // sets it, as written there
void assessor_open(App& app, const std::string& store);
void assessor_refresh(App& app);
void assessor_gather(App& app, const std::vector<std::string>& files);
void assessor_export(App& app);
void assessor_back_up(App& app);
void assessor_show_result(App& app, const std::string& session);
void assessor_decide(App& app);
void assessor_save(App& app);

// A file was dropped on the window: one more to gather, the store to open, or the place of the form.
void assessor_dropped(App& app, const std::string& path);

// One step back, losing nothing that was written.
void assessor_back(App& app);

// A box of writing by its name; it keeps what was written until the assessor's screens are opened again.
TextEdit& assessor_box(App& app, const std::string& name);

}  // namespace ntk::desktop
