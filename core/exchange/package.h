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

// `resources`: each resource's own JSON, attachments put back. PackageTooLarge above 512 MiB or a
// million resources; PackageCancelled when `progress` says so.
[[nodiscard]] Result<Package> makePackage(const std::vector<std::string> &resources, Random &random,
                                          const Progress &progress = {});
// The resources, byte for byte. PackageHashDiffers; PackageUnopenable: other keys, or changed under
// its hash; PackageMalformed: not what makePackage writes.
[[nodiscard]] Result<std::vector<std::string>> openPackage(ByteView file, const Digest &hash,
                                                           const SymmetricKey &grantHalf,
                                                           const SymmetricKey &mailboxHalf);

} // namespace apricot
