#include "engine/host/passphrase.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string_view>
#include <utility>

#include "engine/host/key_files.h"

namespace ntk {

namespace {

constexpr std::size_t longest = 1024;  // as in minisign

constexpr unsigned char end_of_input = 4;
constexpr unsigned char interrupt = 3;
constexpr unsigned char backspace = 8;
constexpr unsigned char erase = 127;
constexpr unsigned char erase_line = 21;

tl::unexpected<Problem> refuse(std::string message, std::string hint) {
    return tl::unexpected(Problem{std::move(message), std::move(hint)});
}

void say(int terminal, std::string_view text) {
    while (!text.empty()) {
        const ssize_t put = ::write(terminal, text.data(), text.size());
        if (put < 0 && errno == EINTR) continue;
        if (put <= 0) return;
        text.remove_prefix(static_cast<std::size_t>(put));
    }
}

// Keeps a terminal from showing what is typed, and from acting on Ctrl-C by itself, which would leave it that way.
class Hush {
  public:
    explicit Hush(int terminal) : terminal_(terminal), good_(::tcgetattr(terminal, &before_) == 0) {
        if (!good_) return;
        termios quiet = before_;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO | ICANON | ISIG);
        quiet.c_cc[VMIN] = 1;
        quiet.c_cc[VTIME] = 0;
        good_ = ::tcsetattr(terminal, TCSAFLUSH, &quiet) == 0;
    }
    Hush(const Hush&) = delete;
    Hush& operator=(const Hush&) = delete;
    ~Hush() {
        if (good_) ::tcsetattr(terminal_, TCSAFLUSH, &before_);
    }
    bool good() const { return good_; }

  private:
    int terminal_;
    termios before_{};
    bool good_;
};

// Takes the last character off, which in UTF-8 may be several bytes.
std::size_t without_last(const Secret& typed, std::size_t size) {
    while (size > 0 && (typed.data()[size - 1] & 0xC0U) == 0x80U) --size;
    return size > 0 ? size - 1 : 0;
}

}  // namespace

Result<Secret> ask_passphrase(int terminal, const std::string& question) {
    const Hush hush(terminal);
    if (!hush.good())
        return refuse("this terminal cannot be kept from showing what is typed", "use --passphrase-file instead");
    say(terminal, question);
    Secret typed(longest);
    std::size_t size = 0;
    for (;;) {
        unsigned char key = 0;
        const ssize_t got = ::read(terminal, &key, 1);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0 || key == interrupt || key == end_of_input) {
            say(terminal, "\r\n");
            return refuse("no passphrase was given", "");
        }
        if (key == '\n' || key == '\r') break;
        if (key == backspace || key == erase)
            size = without_last(typed, size);
        else if (key == erase_line)
            size = 0;
        else if (size == longest)
            return refuse("the passphrase is longer than 1024 bytes", "choose a shorter one");
        else
            typed.data()[size++] = key;
    }
    say(terminal, "\r\n");
    typed.shorten(size);
    return typed;
}

Result<Secret> passphrase_from_terminal(bool twice) {
    const int terminal = ::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    if (terminal < 0)
        return refuse("there is no terminal to ask for the passphrase at",
                      "give it in a file of your own: --passphrase-file FILE");
    auto first = ask_passphrase(terminal, twice ? "A passphrase for the new key: " : "Passphrase of the key: ");
    auto second = first && twice ? ask_passphrase(terminal, "The same again: ") : Result<Secret>(Secret());
    ::close(terminal);
    if (!first) return first;
    if (!second) return second;
    if (first->empty()) return refuse("the passphrase is empty", "several words that nobody would guess are best");
    if (twice && first->text() != second->text())
        return refuse("the two passphrases are not the same", "nothing was made; try again");
    return first;
}

Result<Secret> passphrase_from_file(const std::filesystem::path& path) {
    auto text = read_private_file(path, "the passphrase file");
    if (!text) return text;
    const std::string_view all = text->text();
    std::size_t size = std::min(all.find('\n'), all.size());
    if (size > 0 && all[size - 1] == '\r') --size;
    if (size == 0)
        return refuse(path.string() + ": the first line is empty; it should be the passphrase", "write it there");
    if (size > longest)
        return refuse(path.string() + ": the passphrase is longer than 1024 bytes", "choose a shorter one");
    text->shorten(size);
    return text;
}

}  // namespace ntk
