#include "engine/host/folder_watch.h"

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <mutex>

#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

using namespace ntk;

namespace {

// Counts what it is told, and waits for the next of it.
class Ear {
  public:
    void hear() {
        const std::lock_guard lock(mutex_);
        ++heard_;
        change_.notify_all();
    }
    // Whether something was told since the last time; waits for it.
    bool told() {
        std::unique_lock lock(mutex_);
        const bool any = change_.wait_for(lock, std::chrono::seconds(30), [this] { return heard_ > 0; });
        heard_ = 0;
        return any;
    }

  private:
    std::mutex mutex_;
    std::condition_variable change_;
    int heard_ = 0;
};

}  // namespace

TEST_CASE("a folder tells of files that are written, renamed and removed in it") {
    TemporaryFolder folder;
    Ear ear;
    const FolderWatch watch({folder.path}, [&] { ear.hear(); });
    REQUIRE(watch.watching());
    std::ofstream(folder.path / "a.yaml") << "id: a\n";
    CHECK(ear.told());
    std::filesystem::rename(folder.path / "a.yaml", folder.path / "b.yaml");
    CHECK(ear.told());
    std::filesystem::remove(folder.path / "b.yaml");
    CHECK(ear.told());
}

TEST_CASE("a folder that is not there cannot be watched") {
    TemporaryFolder folder;
    const FolderWatch watch({folder.path, folder.path / "none"}, [] {});
    CHECK_FALSE(watch.watching());
}
