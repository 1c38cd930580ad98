// SPDX-License-Identifier: GPL-3.0-or-later
// The end of a backup, the key file in it, and words for the search index.
#include "vault/backup.h"
#include "crypto/crypto.h"
#include "vault/search_text.h"

#include <cstdlib>

using namespace apricot;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    static const bool started = startCrypto().ok();
    if (!started) std::abort();
    const ByteView input(data, size);
    if (const auto key = keyFileOfTrailer(input); key && key->size() != keyFileSize) std::abort();
    // No passphrase opens bytes that nobody wrapped. A whole block costs an Argon2id run: rare,
    // since its checksum must hold.
    if (unwrapDataKey(input, SecretBytes(1)).ok()) std::abort();
    TextFilter filter;
    filter.text = textOf(input);
    const auto query = ftsQuery(filter);
    if (query && query->find('\0') != std::string::npos) std::abort();
    return 0;
}
