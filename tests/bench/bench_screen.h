#pragma once

#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <string>

namespace ntk {

// An X server without hardware for as long as it lives, with SDL told to use it: only there does SDL wait as it does
// before a person. Where Xvfb is missing, SDL's offscreen screen stands in, on which waiting cannot be measured.
class BenchScreen {
  public:
    BenchScreen() {
        setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:", 0);
        int ends[2] = {-1, -1};
        if (pipe(ends) != 0) return;
        server_ = fork();
        if (server_ == 0) {
            close(ends[0]);
            const std::string end = std::to_string(ends[1]);
            if (std::freopen("/dev/null", "w", stderr) == nullptr) _exit(127);
            execlp("Xvfb", "Xvfb", "-displayfd", end.c_str(), "-noreset", "-screen", "0", "1280x800x24", "-nolisten",
                   "tcp", static_cast<char*>(nullptr));
            _exit(127);
        }
        close(ends[1]);
        std::string number;
        for (char letter = 0; read(ends[0], &letter, 1) == 1 && letter != '\n';) number += letter;
        close(ends[0]);
        real_ = !number.empty();
        if (real_) setenv("DISPLAY", (":" + number).c_str(), 1);
        setenv("SDL_VIDEODRIVER", real_ ? "x11" : "offscreen", 1);
    }
    ~BenchScreen() {
        if (server_ <= 0) return;
        kill(server_, SIGTERM);
        waitpid(server_, nullptr, 0);
        unsetenv("SDL_VIDEODRIVER");
        unsetenv("DISPLAY");
    }
    BenchScreen(const BenchScreen&) = delete;
    BenchScreen& operator=(const BenchScreen&) = delete;

    bool real() const { return real_; }
    const char* name() const { return real_ ? "on Xvfb" : "offscreen; Xvfb is missing"; }

  private:
    pid_t server_ = -1;
    bool real_ = false;
};

}  // namespace ntk
