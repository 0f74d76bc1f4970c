#include "engine/host/run_program.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>

extern char** environ;

namespace ntk {

namespace {

// A file without a name, gone when it is closed.
class Scratch {
  public:
    Scratch() : file_(std::tmpfile()) {}
    ~Scratch() {
        if (file_ != nullptr) std::fclose(file_);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    explicit operator bool() const { return file_ != nullptr; }
    int descriptor() const { return ::fileno(file_); }

    bool write(std::string_view bytes) {
        return std::fwrite(bytes.data(), 1, bytes.size(), file_) == bytes.size() && std::fflush(file_) == 0 &&
               ::lseek(descriptor(), 0, SEEK_SET) == 0;
    }

    bool read(std::string& bytes) {
        if (::lseek(descriptor(), 0, SEEK_SET) != 0) return false;
        std::string part(std::size_t{64} * 1024, '\0');
        for (;;) {
            const ssize_t got = ::read(descriptor(), part.data(), part.size());
            if (got < 0 && errno == EINTR) continue;
            if (got <= 0) return got == 0;
            bytes.append(part, 0, static_cast<std::size_t>(got));
        }
    }

  private:
    std::FILE* file_;
};

}  // namespace

bool program_exists(const std::string& name) {
    const char* path = std::getenv("PATH");
    std::string folders = path == nullptr ? "/usr/local/bin:/usr/bin:/bin" : path;
    for (std::size_t begin = 0; begin <= folders.size();) {
        const std::size_t end = std::min(folders.find(':', begin), folders.size());
        const std::filesystem::path file = std::filesystem::path(folders.substr(begin, end - begin)) / name;
        if (::access(file.c_str(), X_OK) == 0) return true;
        begin = end + 1;
    }
    return false;
}

Result<std::string> run_filter(const std::vector<std::string>& command, std::string_view input) {
    const std::string name = command.empty() ? std::string() : command.front();
    const auto refuse = [&](const std::string& why) {
        return tl::unexpected(Problem{"'" + name + "' could not be run: " + why, ""});
    };
    if (name.empty()) return refuse("no program is named");
    Scratch in, out;
    if (!in || !out || !in.write(input)) return refuse(std::strerror(errno));

    std::vector<char*> arguments;
    for (const std::string& argument : command) arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    if (::posix_spawn_file_actions_init(&actions) != 0) return refuse(std::strerror(errno));
    ::posix_spawn_file_actions_adddup2(&actions, in.descriptor(), STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, out.descriptor(), STDOUT_FILENO);
    pid_t child = 0;
    const int failed = ::posix_spawnp(&child, name.c_str(), &actions, nullptr, arguments.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) return refuse(std::strerror(failed));

    int status = 0;
    while (::waitpid(child, &status, 0) < 0)
        if (errno != EINTR) return refuse(std::strerror(errno));
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return refuse("it did not succeed");
    std::string output;
    if (!out.read(output)) return refuse(std::strerror(errno));
    return output;
}

}  // namespace ntk
