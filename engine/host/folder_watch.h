#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <set>

namespace ntk {

// Hears from the system when a file in one of some folders is written, moved or removed, so that nobody need keep
// looking. Some file systems, those of other computers among them, tell nothing: look now and then all the same.
class FolderWatch {
  public:
    // `changed` is called from another thread, once for each burst of changes.
    FolderWatch(const std::set<std::filesystem::path>& folders, std::function<void()> changed);
    ~FolderWatch();
    FolderWatch(const FolderWatch&) = delete;
    FolderWatch& operator=(const FolderWatch&) = delete;

    // False where the system has no such service left to give; then `changed` is never called.
    bool watching() const { return state_ != nullptr; }

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace ntk
