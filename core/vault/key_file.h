// SPDX-License-Identifier: GPL-3.0-or-later
// "<vault>.key": the vault's random data key, wrapped under the passphrase (Argon2id, then
// XChaCha20-Poly1305). Changing the passphrase rewrites this file only.
//
// One block is, in bytes: magic "APRKEY" 6 | version 2 | passes 4 | memory in bytes 8 | salt 16 |
// wrapped (data key 32 | SQLCipher salt 16) 88 | BLAKE2b-256 of all before 32. Integers are
// big-endian. The file is the same block twice, so that one damaged byte loses nothing. The
// checksum tells damage from a wrong passphrase; the encryption authenticates all before it.
#pragma once

#include "base/random.h"
#include "crypto/derive.h"

namespace apricot {

struct DataKey {
    SymmetricKey key;
    Salt16 salt{}; // SQLCipher's
};

inline constexpr std::size_t keyBlockSize = 6 + 2 + 4 + 8 + 16 + 88 + 32;
inline constexpr std::size_t keyFileSize = 2 * keyBlockSize;

// Refuses costs as deriveFromPassword does.
[[nodiscard]] Result<Bytes> wrapDataKey(const DataKey &key, const SecretBytes &passphrase,
                                        PasswordCost cost, Random &random);
// VaultKeyDamaged when neither block is whole, VaultKeyTooNew, WrongPassphrase.
[[nodiscard]] Result<DataKey> unwrapDataKey(ByteView file, const SecretBytes &passphrase);

} // namespace apricot
