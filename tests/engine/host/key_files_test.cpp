#include "engine/host/key_files.h"

#include <sys/stat.h>

#include <fstream>

#include "tests/support/bad_corpus.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

using namespace ntk;
namespace fs = std::filesystem;

namespace {

unsigned mode_of(const fs::path& path) {
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    return status.st_mode & 0777U;
}

std::size_t files_in(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("a new key has two files, the secret one for its owner alone") {
    const TemporaryFolder folder;
    const Secret passphrase("a b c");
    const auto files = write_new_key((folder.path / "kim").string(), passphrase, KeyCost::light);
    REQUIRE(files);
    CHECK(files->secret_file == folder.path / "kim.key");
    CHECK(files->public_file == folder.path / "kim.pub");
    CHECK(mode_of(files->secret_file) == 0600);
    CHECK(mode_of(files->public_file) == 0644);
    CHECK(files_in(folder.path) == 2);
    const auto key = read_secret_key(files->secret_file, passphrase);
    REQUIRE(key);
    CHECK(public_key_text(key->public_key()) == whole_file(files->public_file));
    CHECK(read_secret_key(files->secret_file, Secret("a b")).error().message ==
          files->secret_file.string() + ": the passphrase does not fit this key");
}

TEST_CASE("a key never takes the place of another, and leaves nothing behind when it cannot be made") {
    const TemporaryFolder folder;
    const std::string name = (folder.path / "kim").string();
    std::ofstream(name + ".pub") << "mine";
    const auto refused = write_new_key(name, Secret("a b c"), KeyCost::light);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message == name + ".pub: there is such a file already");
    CHECK(whole_file(name + ".pub") == "mine");
    CHECK(files_in(folder.path) == 1);
    std::ofstream(name + ".key") << "mine too";
    CHECK(write_new_key(name, Secret("a b c"), KeyCost::light).error().message ==
          name + ".key: there is such a file already");
    CHECK(whole_file(name + ".key") == "mine too");
    const auto nowhere = write_new_key((folder.path / "no" / "kim").string(), Secret("a b c"), KeyCost::light);
    CHECK(nowhere.error().message.ends_with("the file cannot be written: No such file or directory"));
}

TEST_CASE("a secret that others can read or change is refused") {
    const TemporaryFolder folder;
    const fs::path file = folder.path / "kim.key";
    std::ofstream(file) << "secret";
    for (const unsigned mode : {0640U, 0604U, 0620U, 0644U, 0601U}) {
        fs::permissions(file, fs::perms(mode));
        const auto refused = read_private_file(file, "the secret key");
        REQUIRE_FALSE(refused);
        CHECK(refused.error().message ==
              file.string() + ": the secret key can be read or changed by others than its owner");
        CHECK(refused.error().hint ==
              "shut it with: chmod 600 " + file.string() + "  and ask yourself who may have copied it");
    }
    fs::permissions(file, fs::perms(0600));
    CHECK(read_private_file(file, "the secret key")->text() == "secret");
    fs::permissions(file, fs::perms(0400));
    CHECK(read_private_file(file, "the secret key")->text() == "secret");
    CHECK(read_private_file(folder.path, "the secret key").error().message ==
          folder.path.string() + ": the secret key cannot be read: it is not an ordinary file");
    CHECK(read_private_file(folder.path / "none", "the secret key").error().message ==
          (folder.path / "none").string() + ": the secret key cannot be read: No such file or directory");
    fs::permissions(file, fs::perms(0600));
    std::ofstream(file) << std::string(5000, 'x');
    CHECK(read_private_file(file, "the secret key").error().message == file.string() + ": the secret key is too large");
}
