#pragma once

#include <filesystem>
#include <string>

#include "engine/host/result.h"
#include "engine/host/seal.h"

namespace ntk {

// The two files of a key: the secret one, which its owner alone can read, and the public one beside it.
struct KeyFiles {
    std::filesystem::path secret_file, public_file;  // NAME.key and NAME.pub
};

// Makes a key and both its files. Never writes over a file that is there, and leaves none behind when it fails.
Result<KeyFiles> write_new_key(const std::string& name, const Secret& passphrase, KeyCost cost);

// The text of a secret file (a key, a passphrase), which messages call `what`. Refuses one that others than its owner
// can read or change.
Result<Secret> read_private_file(const std::filesystem::path& path, const std::string& what);

// Opens a secret key file with its passphrase.
Result<SecretKey> read_secret_key(const std::filesystem::path& path, const Secret& passphrase);

}  // namespace ntk
