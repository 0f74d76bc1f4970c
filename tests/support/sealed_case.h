#pragma once

#include <filesystem>
#include <string>

#include "engine/host/sealed_files.h"

namespace ntk {

// A key whose passphrase ("for tests only") everybody can read: it protects nothing.
const SecretKey& assessor_key();
PublicKey assessor_public_key();

// A key that sealed nothing here.
PublicKey stranger_public_key();

// A case of the tests or the library played to its end, with its report and log sealed by assessor_key().
SealedFiles sealed_case(const std::string& scenario, const std::string& options);

// Both signatures made again, over what the files hold now.
void seal_again(SealedFiles& files);

// A shelf that finds the two-doors case of the tests, or the case of this file, and the shipped packs.
PinnedShelf shelf_of(const std::string& scenario, std::filesystem::path old_packs = {});

// What verify_sealed finds wrong, as a person reads it; empty when all is well.
std::string verify_findings(const SealedFiles& files, const PublicKey& key, PinnedShelf& shelf);

// An example of tests/bad: a two-doors report is sealed, then what each line of the file says is done to it, then it is
// verified. Lines: "replace REPORT|LOG|SEAL|LOG-SEAL: OLD => NEW" (the first place; \n stands for a line end), "seal
// again", "the log of aaa" (another attempt's), "seal the log with the report of aaa" and "check with stranger.pub".
// Returns the findings.
std::string diagnose_seal(const std::filesystem::path& path);

// A public key file read; returns the findings.
std::string diagnose_public_key(const std::filesystem::path& path);

}  // namespace ntk
