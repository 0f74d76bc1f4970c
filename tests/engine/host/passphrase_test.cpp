#include "engine/host/passphrase.h"

#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

#include <fstream>
#include <string>
#include <thread>

#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

using namespace ntk;

namespace {

// A terminal with somebody who waits for the question and then types.
struct Typist {
    int far = -1, near = -1;
    std::string shown;

    Typist() {
        far = ::posix_openpt(O_RDWR | O_NOCTTY);
        REQUIRE(far >= 0);
        REQUIRE(::grantpt(far) == 0);
        REQUIRE(::unlockpt(far) == 0);
        near = ::open(::ptsname(far), O_RDWR | O_NOCTTY);
        REQUIRE(near >= 0);
    }
    ~Typist() {
        ::close(near);
        ::close(far);
    }

    Result<Secret> ask(const std::string& typed) {
        std::thread fingers([&] {
            while (shown.find("? ") == std::string::npos) read_some(1000);
            if (::write(far, typed.data(), typed.size()) < 0) shown += "(cannot type)";
            while (shown.find('\n') == std::string::npos && read_some(1000)) {
            }
        });
        auto answer = ask_passphrase(near, "What is it? ");
        fingers.join();
        return answer;
    }

    bool read_some(int wait) {
        pollfd ready{far, POLLIN, 0};
        char part[256];
        if (::poll(&ready, 1, wait) <= 0) return false;
        const ssize_t got = ::read(far, part, sizeof part);
        if (got > 0) shown.append(part, static_cast<std::size_t>(got));
        return got > 0;
    }

    bool echoes() const {
        termios now{};
        REQUIRE(::tcgetattr(near, &now) == 0);
        return (now.c_lflag & ECHO) != 0 && (now.c_lflag & ICANON) != 0 && (now.c_lflag & ISIG) != 0;
    }
};

}  // namespace

TEST_CASE("a passphrase is typed unseen and the terminal is left as it was") {
    Typist typist;
    CHECK(typist.echoes());
    const auto answer = typist.ask("corrct\x7f\x7f" "ect h\xC3\xB6\x7f" "orse\n");
    REQUIRE(answer);
    CHECK(answer->text() == "correct horse");
    CHECK(typist.shown == "What is it? \r\r\n");
    CHECK(typist.echoes());
}

TEST_CASE("a line can be begun again, and giving up leaves the terminal as it was") {
    CHECK(Typist().ask("wrong\x15right\r")->text() == "right");
    Typist gives_up;
    CHECK(gives_up.ask("half a passp\x03").error().message == "no passphrase was given");
    CHECK(gives_up.echoes());
    CHECK(Typist().ask("\x04").error().message == "no passphrase was given");
    CHECK(Typist().ask(std::string(1025, 'x') + "\n").error().message == "the passphrase is longer than 1024 bytes");
}

TEST_CASE("what is no terminal is not asked") {
    const int file = ::open("/dev/null", O_RDWR);
    CHECK(ask_passphrase(file, "? ").error().message == "this terminal cannot be kept from showing what is typed");
    ::close(file);
}

TEST_CASE("a passphrase file has it in its first line and is its owner's alone") {
    const TemporaryFolder folder;
    const auto path = folder.path / "passphrase";
    const auto from = [&](const std::string& text) {
        std::ofstream(path, std::ios::binary) << text;
        std::filesystem::permissions(path, std::filesystem::perms(0600));
        return passphrase_from_file(path);
    };
    CHECK(from("correct horse\nand a note\n")->text() == "correct horse");
    CHECK(from("correct horse\r\n")->text() == "correct horse");
    CHECK(from(" spaces count ")->text() == " spaces count ");
    CHECK(from("\nlate\n").error().message == path.string() + ": the first line is empty; it should be the passphrase");
    CHECK(from(std::string(1025, 'x')).error().message == path.string() + ": the passphrase is longer than 1024 bytes");
    std::filesystem::permissions(path, std::filesystem::perms(0644));
    CHECK(passphrase_from_file(path).error().message ==
          path.string() + ": the passphrase file can be read or changed by others than its owner");
}
