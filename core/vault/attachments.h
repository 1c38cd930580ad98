// SPDX-License-Identifier: GPL-3.0-or-later
// The attachment store: content-addressed (SHA-256), so that the same picture is kept once, in
// chunks that each carry their hash. SQLCipher authenticates the pages; the hashes notice a chunk
// that is missing or in another's place.
#pragma once

#include "vault/database.h"

namespace apricot {

inline constexpr std::size_t chunkSize = 256U << 10U;

[[nodiscard]] Result<> storeAttachment(const Database &db, const Digest &hash, ByteView content);
// AttachmentDamaged: missing, or not what was stored.
[[nodiscard]] Result<Bytes> loadAttachment(const Database &db, const Digest &hash);

} // namespace apricot
