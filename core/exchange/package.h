// SPDX-License-Identifier: GPL-3.0-or-later
// The share package: the chosen resources, each behind its length, compressed, padded to hide their
// size (Padmé), and encrypted in chunks under a content key that comes together from two halves.
#pragma once

#include "base/progress.h"
#include "base/random.h"
#include "base/result.h"
#include "crypto/keys.h"

namespace apricot {

struct Package {
    Bytes file;               // header | secretstream chunks: what waits in the mailbox
    Digest hash;              // SHA-256(file)
    SymmetricKey grantHalf;   // goes into the grant, sealed to the clinic
    SymmetricKey mailboxHalf; // released by the mailbox on redemption only
};

// What a counter can hold of one visit: bytes of all resources, and how many there are.
inline constexpr std::uint64_t largestPackage = 256U << 20U;
inline constexpr std::size_t mostPackageResources = 100'000;

// `resources`: each resource's own JSON, attachments put back. PackageTooLarge above those;
// PackageCancelled when `progress` says so.
[[nodiscard]] Result<Package> makePackage(const std::vector<std::string> &resources, Random &random,
                                          const Progress &progress = {});
// The resources, byte for byte: never more than largestPackage, nor than 64 times the file, and no
// more memory than that for them and four times the largest. PackageHashDiffers; PackageUnopenable:
// other keys, or changed under its hash; PackageMalformed: not what makePackage writes.
[[nodiscard]] Result<std::vector<std::string>> openPackage(ByteView file, const Digest &hash,
                                                           const SymmetricKey &grantHalf,
                                                           const SymmetricKey &mailboxHalf);

} // namespace apricot
