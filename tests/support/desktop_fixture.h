#pragma once

#include <memory>
#include <string>
#include <vector>

#include "game/desktop/session.h"

namespace ntk::desktop {

// A small case made by hand, with every kind of page, so that the window can be tested without the engine.
class FixtureSession : public Session {
  public:
    FixtureSession();
    ~FixtureSession() override;
    FixtureSession(const FixtureSession&) = delete;
    FixtureSession& operator=(const FixtureSession&) = delete;

    const Page& page() const override { return page_; }
    std::string apply(const Input& input) override;
    std::string notice() const override;
    bool finished() const override { return page_.kind == PageKind::debrief || page_.kind == PageKind::closed; }

    // Every input that was accepted, in order.
    const std::vector<Input>& inputs() const { return inputs_; }

  private:
    Page page_;
    int at_ = 0;  // which page of the fixed sequence
    std::vector<Input> inputs_;

    void show();
};

// The library of the tests: the fixture, a case whose file has mistakes, and some that only fill the shelf.
DesktopOptions fixture_options();

// The session opened last through fixture_options; null when none is open.
FixtureSession* last_fixture_session();

// What every session says about its place; empty at first.
std::string& fixture_notice();

// How many sessions are alive.
int live_fixture_sessions();

}  // namespace ntk::desktop
