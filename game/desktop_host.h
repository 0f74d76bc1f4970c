#pragma once

#ifndef NTK_NO_DESKTOP

#include <filesystem>
#include <memory>

#include "game/desktop/session.h"

namespace ntk {

// The cases, rules and saved places behind the window. What it hands out stays good while it lives.
class DesktopHost {
  public:
    // `root` holds scenarios/ and assets/.
    explicit DesktopHost(std::filesystem::path root);
    ~DesktopHost();
    DesktopHost(const DesktopHost&) = delete;
    DesktopHost& operator=(const DesktopHost&) = delete;

    desktop::DesktopOptions options();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace ntk

#endif
