#include "engine/host/key_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "engine/host/source_file.h"

namespace ntk {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_bytes = 4096;  // of a key or passphrase file

tl::unexpected<Problem> refuse(const fs::path& path, const std::string& why, std::string hint) {
    return tl::unexpected(Problem{path.string() + ": " + why, std::move(hint)});
}

// Takes a name that nothing has yet, with an empty file that its owner alone can read.
Result<void> take_name(const fs::path& path) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0 && errno == EEXIST)
        return refuse(path, "there is such a file already",
                      "a key that is lost cannot be made again; choose another name");
    if (file < 0)
        return refuse(path, std::string("the file cannot be written: ") + std::strerror(errno),
                      "check that the folder exists and that you may write to it");
    ::close(file);
    return {};
}

}  // namespace

Result<KeyFiles> write_new_key(const std::string& name, const Secret& passphrase, KeyCost cost) {
    const KeyFiles files{name + ".key", name + ".pub"};
    if (auto taken = take_name(files.secret_file); !taken) return tl::unexpected(taken.error());
    std::error_code ignored;
    if (auto taken = take_name(files.public_file); !taken) {
        fs::remove(files.secret_file, ignored);
        return tl::unexpected(taken.error());
    }
    std::string shown;
    const auto done =
        make_key()
            .and_then([&](const SecretKey& key) {
                shown = public_key_text(key.public_key());
                return lock_key(key, passphrase, cost);
            })
            .and_then([&](const std::string& text) { return write_file_atomically(files.secret_file, text); })
            .and_then([&] { return write_file_atomically(files.public_file, shown); });
    if (!done) {
        fs::remove(files.secret_file, ignored);
        fs::remove(files.public_file, ignored);
        return tl::unexpected(done.error());
    }
    // Anybody may have this one.
    fs::permissions(files.public_file, fs::perms(0644), fs::perm_options::replace, ignored);
    return files;
}

Result<Secret> read_private_file(const fs::path& path, const std::string& what) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0)
        return refuse(path, what + " cannot be read: " + std::strerror(errno), "check the name and the folder");
    struct stat status {};
    const bool known = ::fstat(file, &status) == 0 && S_ISREG(status.st_mode);
    const bool shared = known && (status.st_mode & 077U) != 0;
    Secret bytes(most_bytes);
    const ssize_t got = known && !shared ? ::read(file, bytes.data(), bytes.size()) : 0;
    const std::string reason = std::strerror(errno);
    ::close(file);
    if (!known) return refuse(path, what + " cannot be read: it is not an ordinary file", "name a file");
    if (shared)
        return refuse(path, what + " can be read or changed by others than its owner",
                      "shut it with: chmod 600 " + path.string() + "  and ask yourself who may have copied it");
    if (got < 0) return refuse(path, what + " cannot be read: " + reason, "check that you may read it");
    if (static_cast<std::size_t>(got) == most_bytes) return refuse(path, what + " is too large", "name the right file");
    bytes.shorten(static_cast<std::size_t>(got));
    return bytes;
}

Result<SecretKey> read_secret_key(const fs::path& path, const Secret& passphrase) {
    return read_private_file(path, "the secret key").and_then([&](const Secret& text) {
        return unlock_key(text.text(), passphrase).map_error([&](Problem problem) {
            problem.message = path.string() + ": " + problem.message;
            return problem;
        });
    });
}

}  // namespace ntk
