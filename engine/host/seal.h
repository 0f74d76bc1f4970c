#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/host/result.h"
#include "engine/host/secret.h"
#include "engine/text/diagnostic.h"

namespace ntk {

// Keys and signatures in the format of the program `minisign`, so that anybody can check a seal without us: Ed25519
// over the BLAKE2b-512 digest of the bytes (algorithm "ED"), and a second signature over the first and the trusted
// comment. See https://jedisct1.github.io/minisign/ for the format.

// The half of a key that anybody may have: it checks signatures.
struct PublicKey {
    std::array<std::uint8_t, 8> id{};
    std::array<std::uint8_t, 32> key{};
    friend bool operator==(const PublicKey&, const PublicKey&) = default;
};

// The half that makes signatures; wiped from memory when it goes.
struct SecretKey {
    std::array<std::uint8_t, 8> id{};
    Secret key;  // 64 bytes: the seed and the public key
    PublicKey public_key() const;
};

// How a key is called in messages: capital hexadecimal digits without leading noughts, as minisign prints them.
std::string key_name(const std::array<std::uint8_t, 8>& id);

// What every guess at a passphrase costs. `usual` is minisign's: about a second or more, and a gibibyte of memory, or
// as much of it as there is. `light` is for tests, whose keys protect nothing.
enum class KeyCost { usual, light };

// A new key from the system's source of chance.
Result<SecretKey> make_key();

// The key file: the key enciphered under a passphrase (scrypt). `comment` stands in its first line. Refused when there
// is too little memory.
Result<std::string> lock_key(const SecretKey& key, const Secret& passphrase, KeyCost cost,
                             std::string_view comment = "minisign encrypted secret key");

// Reads a key file, ours or minisign's. Refuses what is none, one without a passphrase, one that asks for more work
// than minisign ever does, and a passphrase that does not fit.
Result<SecretKey> unlock_key(std::string_view text, const Secret& passphrase);

// The public key file, two lines.
std::string public_key_text(const PublicKey& key);

// Reads a public key file. `source` must be registered. Reports E725 and returns nothing for anything else.
std::optional<PublicKey> read_public_key(std::string_view text, int source, Diagnostics& diagnostics);

// The signature file of some bytes, four lines. `trusted_comment` is signed as well: one line, at most 8,000 bytes.
std::string sign(std::string_view bytes, std::string_view trusted_comment, const SecretKey& key);

// The name of the key that a signature file says it was made with; empty when it is none. It proves nothing.
std::string signer_named_in(std::string_view signature);

// Checks the signature file of `bytes`, which messages call `what` ("the report"). Every byte of it counts: the first
// line, which nothing signs, must read as this program or minisign writes it. Reports E720 for another form, E721 for
// another key, E722 when the bytes and E723 when the trusted comment are not what was signed; all that it finds.
// `source` is the signature's and must be registered. Returns the trusted comment, or nothing after an error.
std::optional<std::string> check_signature(std::string_view bytes, std::string_view what, std::string_view signature,
                                           int source, const PublicKey& key, Diagnostics& diagnostics);

}  // namespace ntk
