#include "engine/host/seal.h"

#include <sodium.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace ntk {

namespace {

using Bytes = std::vector<unsigned char>;

constexpr std::string_view untrusted_prefix = "untrusted comment: ";
constexpr std::string_view trusted_prefix = "trusted comment: ";
constexpr std::string_view our_comment = "sealed by needtoknow";
constexpr std::string_view minisign_comment = "signature from minisign secret key";
constexpr std::size_t longest_comment = 8'000;

constexpr std::size_t id_size = 8;
constexpr std::size_t signature_size = 2 + id_size + crypto_sign_BYTES;
constexpr std::size_t public_size = 2 + id_size + crypto_sign_PUBLICKEYBYTES;
constexpr std::size_t check_size = 32;
constexpr std::size_t salt_size = crypto_pwhash_scryptsalsa208sha256_SALTBYTES;
constexpr std::size_t head_size = 6 + salt_size + 16;
constexpr std::size_t hidden_size = id_size + crypto_sign_SECRETKEYBYTES + check_size;

bool ready() { return sodium_init() >= 0; }

const unsigned char* raw(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

std::string base64(const unsigned char* bytes, std::size_t size) {
    std::string text(sodium_base64_ENCODED_LEN(size, sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes, size, sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();  // its terminating zero
    return text;
}

// Exactly `size` bytes, or nothing. Every value has one spelling: libsodium lets some characters outside the alphabet
// pass, so what was read is written again and compared.
std::optional<Bytes> from_base64(std::string_view text, std::size_t size) {
    Bytes bytes(size);
    std::size_t got = 0;
    if (sodium_base642bin(bytes.data(), size, text.data(), text.size(), nullptr, &got, nullptr,
                          sodium_base64_VARIANT_ORIGINAL) != 0)
        return std::nullopt;
    if (got != size || base64(bytes.data(), size) != text) return std::nullopt;
    return bytes;
}

std::uint64_t number_at(const unsigned char* bytes) {
    std::uint64_t value = 0;
    for (unsigned i = 8; i > 0; --i) value = (value << 8U) | bytes[i - 1];
    return value;
}

void put_number(unsigned char* bytes, std::uint64_t value) {
    for (unsigned i = 0; i < 8; ++i) bytes[i] = static_cast<unsigned char>(value >> (8U * i));
}

std::array<unsigned char, crypto_generichash_BYTES_MAX> digest(std::string_view bytes) {
    std::array<unsigned char, crypto_generichash_BYTES_MAX> hash{};
    crypto_generichash(hash.data(), hash.size(), raw(bytes), bytes.size(), nullptr, 0);
    return hash;
}

// The digest inside a key file by which a wrong passphrase is noticed.
void check_digest(unsigned char* out, std::string_view algorithm, const unsigned char* id_and_key) {
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, check_size);
    crypto_generichash_update(&state, raw(algorithm), algorithm.size());
    crypto_generichash_update(&state, id_and_key, id_size + crypto_sign_SECRETKEYBYTES);
    crypto_generichash_final(&state, out, check_size);
}

// Enciphers or deciphers what a key file hides. False when there is too little memory.
bool apply_passphrase(unsigned char* hidden, const Secret& passphrase, const unsigned char* salt, std::uint64_t work,
                      std::uint64_t memory) {
    Secret stream(hidden_size);
    if (crypto_pwhash_scryptsalsa208sha256(stream.data(), stream.size(), passphrase.text().data(), passphrase.size(),
                                           salt, work, static_cast<std::size_t>(memory)) != 0)
        return false;
    for (std::size_t i = 0; i < hidden_size; ++i) hidden[i] ^= stream.data()[i];
    return true;
}

std::string_view trimmed(std::string_view line) {
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
    return line;
}

// The lines of a text; `whole` says whether the last one has its end.
std::vector<std::string_view> lines_of(std::string_view text, bool& whole) {
    std::vector<std::string_view> lines;
    whole = text.empty() || text.back() == '\n';
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

// The second line of a key file, whose form is two lines with a comment in the first. Key files are carried about by
// hand, so line ends of another system are no fault.
std::string_view key_line(std::string_view text) {
    bool whole = false;
    const auto lines = lines_of(text, whole);
    if (lines.size() != 2 || !lines[0].starts_with(untrusted_prefix)) return {};
    return trimmed(lines[1]);
}

tl::unexpected<Problem> refuse(std::string message, std::string hint) {
    return tl::unexpected(Problem{std::move(message), std::move(hint)});
}

tl::unexpected<Problem> no_key_file() {
    return refuse("this is not a secret key in minisign's form", "make one with: needtoknow key new --out NAME");
}

std::array<std::uint8_t, 8> id_at(const unsigned char* bytes) {
    std::array<std::uint8_t, 8> id{};
    std::copy_n(bytes, id_size, id.begin());
    return id;
}

}  // namespace

PublicKey SecretKey::public_key() const {
    PublicKey shown;
    shown.id = id;
    crypto_sign_ed25519_sk_to_pk(shown.key.data(), key.data());
    return shown;
}

std::string key_name(const std::array<std::uint8_t, 8>& id) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string name;
    for (auto byte = id.rbegin(); byte != id.rend(); ++byte) {
        name += digits[*byte >> 4U];
        name += digits[*byte & 15U];
    }
    return name.substr(std::min(name.find_first_not_of('0'), name.size() - 1));
}

Result<SecretKey> make_key() {
    if (!ready()) return refuse("this system gives no random numbers", "");
    SecretKey made;
    made.key = Secret(crypto_sign_SECRETKEYBYTES);
    randombytes_buf(made.id.data(), made.id.size());
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> shown{};
    crypto_sign_keypair(shown.data(), made.key.data());
    return made;
}

Result<std::string> lock_key(const SecretKey& key, const Secret& passphrase, KeyCost cost, std::string_view comment) {
    if (!ready()) return refuse("this system gives no random numbers", "");
    Secret file(head_size + hidden_size);
    std::copy_n("EdScB2", 6, file.data());
    unsigned char* salt = file.data() + 6;
    unsigned char* hidden = file.data() + head_size;
    randombytes_buf(salt, salt_size);
    std::copy(key.id.begin(), key.id.end(), hidden);
    std::copy_n(key.key.data(), crypto_sign_SECRETKEYBYTES, hidden + id_size);
    check_digest(hidden + id_size + crypto_sign_SECRETKEYBYTES, "Ed", hidden);

    const bool usual = cost == KeyCost::usual;
    std::uint64_t work =
        usual ? crypto_pwhash_scryptsalsa208sha256_OPSLIMIT_SENSITIVE : crypto_pwhash_scryptsalsa208sha256_OPSLIMIT_MIN;
    std::uint64_t memory =
        usual ? crypto_pwhash_scryptsalsa208sha256_MEMLIMIT_SENSITIVE : crypto_pwhash_scryptsalsa208sha256_MEMLIMIT_MIN;
    while (!apply_passphrase(hidden, passphrase, salt, work, memory)) {
        work /= 2;
        memory /= 2;
        if (memory < crypto_pwhash_scryptsalsa208sha256_MEMLIMIT_INTERACTIVE)
            return refuse("there is too little memory to protect the key", "close other programs and try again");
    }
    put_number(salt + salt_size, work);
    put_number(salt + salt_size + 8, memory);
    return std::string(untrusted_prefix) + std::string(comment) + "\n" + base64(file.data(), file.size()) + "\n";
}

Result<SecretKey> unlock_key(std::string_view text, const Secret& passphrase) {
    if (!ready()) return refuse("the library for signatures cannot be started", "");
    const auto file = from_base64(key_line(text), head_size + hidden_size);
    if (!file) return no_key_file();
    const std::string_view algorithms(reinterpret_cast<const char*>(file->data()), 6);
    if (algorithms.substr(2, 2) == std::string_view("\0\0", 2))
        return refuse("this secret key has no passphrase: whoever copies the file can seal in its name",
                      "make one with a passphrase: needtoknow key new --out NAME");
    if (algorithms != "EdScB2") return no_key_file();
    const unsigned char* salt = file->data() + 6;
    const std::uint64_t work = number_at(salt + salt_size);
    const std::uint64_t memory = number_at(salt + salt_size + 8);
    if (work > crypto_pwhash_scryptsalsa208sha256_OPSLIMIT_SENSITIVE ||
        memory > crypto_pwhash_scryptsalsa208sha256_MEMLIMIT_SENSITIVE)
        return refuse("this key file asks for more work than any that minisign makes", "it is damaged, or was changed");

    Secret hidden(std::string_view(reinterpret_cast<const char*>(file->data()) + head_size, hidden_size));
    if (!apply_passphrase(hidden.data(), passphrase, salt, work, memory))
        return refuse("there is too little memory to open the key", "close other programs and try again");
    std::array<unsigned char, check_size> check{};
    check_digest(check.data(), "Ed", hidden.data());
    if (sodium_memcmp(check.data(), hidden.data() + id_size + crypto_sign_SECRETKEYBYTES, check_size) != 0)
        return refuse("the passphrase does not fit this key", "type it again; or the key file is damaged");
    SecretKey key;
    key.id = id_at(hidden.data());
    key.key =
        Secret(std::string_view(reinterpret_cast<const char*>(hidden.data()) + id_size, crypto_sign_SECRETKEYBYTES));
    return key;
}

std::string public_key_text(const PublicKey& key) {
    Bytes file(public_size);
    std::copy_n("Ed", 2, file.begin());
    std::copy(key.id.begin(), key.id.end(), file.begin() + 2);
    std::copy(key.key.begin(), key.key.end(), file.begin() + 2 + id_size);
    return std::string(untrusted_prefix) + "minisign public key " + key_name(key.id) + "\n" +
           base64(file.data(), file.size()) + "\n";
}

std::optional<PublicKey> read_public_key(std::string_view text, int source, Diagnostics& diagnostics) {
    const std::string_view line = key_line(text);
    if (from_base64(line, head_size + hidden_size)) {
        diagnostics.report("E725", {source, 0, 0}, "this is a secret key; a seal is checked with the public one",
                           "keep the secret key to yourself and name the .pub file beside it");
        return std::nullopt;
    }
    const auto file = from_base64(line, public_size);
    if (!file || (*file)[0] != 'E' || (*file)[1] != 'd') {
        diagnostics.report("E725", {source, 0, 0}, "this is not a public key in minisign's form",
                           "it has two lines, a comment and the key, which begins with RW");
        return std::nullopt;
    }
    PublicKey key;
    key.id = id_at(file->data() + 2);
    std::copy_n(file->begin() + 2 + id_size, key.key.size(), key.key.begin());
    return key;
}

std::string sign(std::string_view bytes, std::string_view trusted_comment, const SecretKey& key) {
    const auto hash = digest(bytes);
    Bytes file(signature_size);
    std::copy_n("ED", 2, file.begin());
    std::copy(key.id.begin(), key.id.end(), file.begin() + 2);
    unsigned char* signature = file.data() + 2 + id_size;
    crypto_sign_detached(signature, nullptr, hash.data(), hash.size(), key.key.data());
    Bytes both(signature, signature + crypto_sign_BYTES);
    both.insert(both.end(), trusted_comment.begin(), trusted_comment.end());
    std::array<unsigned char, crypto_sign_BYTES> overall{};
    crypto_sign_detached(overall.data(), nullptr, both.data(), both.size(), key.key.data());
    return std::string(untrusted_prefix) + std::string(our_comment) + "\n" + base64(file.data(), file.size()) + "\n" +
           std::string(trusted_prefix) + std::string(trusted_comment) + "\n" + base64(overall.data(), overall.size()) +
           "\n";
}

namespace {

// A signature file taken apart.
struct Signature {
    std::array<std::uint8_t, 8> id{};
    Bytes file;  // signs the bytes
    std::string_view comment;
    Bytes overall;  // signs `file` and `comment`
};

std::optional<Signature> read_signature(std::string_view text, int source, Diagnostics& diagnostics) {
    const auto refuse_line = [&](int line, std::string message, std::string hint) {
        diagnostics.report("E720", {source, line, line == 0 ? 0 : 1}, std::move(message), std::move(hint));
        return std::nullopt;
    };
    bool whole = false;
    const auto lines = lines_of(text, whole);
    if (lines.size() != 4 || !whole)
        return refuse_line(0, "this is not a signature in minisign's form",
                           "it has four whole lines: a comment, a signature, a trusted comment and a signature");
    if (lines[0] != std::string(untrusted_prefix) + std::string(our_comment) &&
        lines[0] != std::string(untrusted_prefix) + std::string(minisign_comment))
        return refuse_line(1, "the untrusted comment is not as this program or minisign writes it",
                           "no signature covers this line, so nothing else may stand in it");
    const auto file = from_base64(lines[1], signature_size);
    if (!file) return refuse_line(2, "this line is not a signature", "it was changed, or cut short");
    if ((*file)[0] != 'E' || (*file)[1] != 'D')
        return refuse_line(2, "this signature is not of the kind 'ED'", "sign again without minisign's option -l");
    if (!lines[2].starts_with(trusted_prefix) || lines[2].size() > trusted_prefix.size() + longest_comment)
        return refuse_line(3, "this line is not a trusted comment", "it was changed, or cut short");
    const auto overall = from_base64(lines[3], crypto_sign_BYTES);
    if (!overall) return refuse_line(4, "this line is not a signature", "it was changed, or cut short");
    Signature read;
    read.id = id_at(file->data() + 2);
    read.file.assign(file->begin() + 2 + id_size, file->end());
    read.comment = lines[2].substr(trusted_prefix.size());
    read.overall = *overall;
    return read;
}

}  // namespace

std::string signer_named_in(std::string_view signature) {
    Diagnostics ignored;
    const auto read = read_signature(signature, ignored.add_source("signature", {}), ignored);
    return read ? key_name(read->id) : std::string();
}

std::optional<std::string> check_signature(std::string_view bytes, std::string_view what, std::string_view signature,
                                           int source, const PublicKey& key, Diagnostics& diagnostics) {
    const auto read = read_signature(signature, source, diagnostics);
    if (!read) return std::nullopt;
    if (read->id != key.id) {
        diagnostics.report("E721", {source, 0, 0},
                           "this was sealed with key " + key_name(read->id) + ", which is not the key given",
                           "the key given is " + key_name(key.id) + "; trust a key only from whoever holds it");
        return std::nullopt;
    }
    bool good = true;
    const auto hash = digest(bytes);
    if (crypto_sign_verify_detached(read->file.data(), hash.data(), hash.size(), key.key.data()) != 0) {
        diagnostics.report("E722", {source, 0, 0}, std::string(what) + " is not what was sealed",
                           "one of the two was changed afterwards, or they do not belong together");
        good = false;
    }
    Bytes both = read->file;
    both.insert(both.end(), read->comment.begin(), read->comment.end());
    if (crypto_sign_verify_detached(read->overall.data(), both.data(), both.size(), key.key.data()) != 0) {
        diagnostics.report("E723", {source, 0, 0}, "the trusted comment is not what was signed",
                           "it, or one of the signatures, was changed afterwards");
        good = false;
    }
    if (!good) return std::nullopt;
    return std::string(read->comment);
}

}  // namespace ntk
