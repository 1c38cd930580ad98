// SPDX-License-Identifier: GPL-3.0-or-later
// The share package: the chosen resources, each behind its length, compressed, padded to hide their
// size (Padmé), and encrypted in chunks under a content key that comes together from two halves:
// one goes into the grant, the other lies in the package's header, in shares sealed to nodes.
#pragma once

#include "base/progress.h"
#include "base/random.h"
#include "base/result.h"
#include "exchange/sealed_shares.h"

namespace apricot {

struct Package {
    Bytes file;             // header | secretstream chunks
    Digest hash;            // SHA-256(file)
    SymmetricKey grantHalf; // goes into the grant, sealed to the clinic
};

// What a counter can hold of one visit: bytes of all resources, and how many there are.
inline constexpr std::uint64_t largestPackage = 256U << 20U;
inline constexpr std::size_t mostPackageResources = 100'000;

// `resources`: each resource's own JSON, attachments put back. PackageTooLarge above those;
// PackageCancelled when `progress` says so; the errors of sealShares.
[[nodiscard]] Result<Package> makePackage(const std::vector<std::string> &resources,
                                          const ShareBinding &binding, const Holders &holders,
                                          Random &random, const Progress &progress = {});
// Who holds its second half. PackageHashDiffers; PackageMalformed: not what makePackage writes.
[[nodiscard]] Result<ShareHeader> sharesOf(ByteView file, const Digest &hash);
// The resources, byte for byte: never more than largestPackage, nor than 64 times the file, and no
// more memory than that for them and four times the largest. The errors of sharesOf;
// PackageUnopenable: other keys, for another grant, or changed under its hash.
[[nodiscard]] Result<std::vector<std::string>> openPackage(ByteView file, const Digest &hash,
                                                           const ShareBinding &binding,
                                                           const SymmetricKey &grantHalf,
                                                           const SymmetricKey &secondHalf);

} // namespace apricot
