#pragma once

#include <filesystem>
#include <string>

#include "engine/host/result.h"
#include "engine/host/secret.h"

namespace ntk {

// Reads one line from a terminal without showing it, after a question. Ctrl-C and the end of input give up. The
// terminal is left as it was.
Result<Secret> ask_passphrase(int terminal, const std::string& question);

// Asks at the terminal this program was started from; `twice` asks again and refuses what differs. An empty
// passphrase is refused.
Result<Secret> passphrase_from_terminal(bool twice);

// The first line of a file that its owner alone can read.
Result<Secret> passphrase_from_file(const std::filesystem::path& path);

}  // namespace ntk
