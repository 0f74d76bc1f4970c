#pragma once

#ifndef NTK_NO_DESKTOP

#include <filesystem>
#include <memory>
#include <string>

#include "game/desktop/session.h"

namespace ntk {

// The cases, rules and saved places behind the window. What it hands out keeps it alive, and is
// called on one thread at a time; stopping and saving of reports and settings excepted, which share nothing with the
// rest.
class DesktopHost {
  public:
    // `root` holds scenarios/ and assets/. Cases open in the language, if one is given.
    explicit DesktopHost(std::filesystem::path root, std::string language = {});
    ~DesktopHost();
    DesktopHost(const DesktopHost&) = delete;
    DesktopHost& operator=(const DesktopHost&) = delete;

    desktop::DesktopOptions options();

    // Puts a jigsaw's file among the cases, and returns its card. Before anything is opened or read.
    desktop::CaseCard take_jigsaw(const std::filesystem::path& path);

  private:
    struct State;
    std::shared_ptr<State> state_;
};

}  // namespace ntk

#endif
