// SPDX-License-Identifier: GPL-3.0-or-later
// The shell of an imported file: everything around its records, so that the same file can be
// written again, byte for byte (after gunzip). Encoded as gzip over deterministic CBOR.
#pragma once

#include "base/result.h"
#include "crypto/keys.h"
#include "records/record.h"

#include <functional>

namespace apricot {

// Built while a file is read: text and holes, in the file's order.
class ShellBuilder {
  public:
    void text(std::string_view verbatim);
    // `content`: contentHash of the record, which tells two versions in one file apart.
    void hole(const RecordId &id, const Digest &content);
    // ShellTooLarge, by what is in it so far: it is held in memory.
    [[nodiscard]] Result<> check() const;
    // ImportCancelled.
    [[nodiscard]] Result<Bytes> take(const std::function<bool()> &wanted = {});

  private:
    std::string m_text;                // all text, joined
    std::vector<std::uint64_t> m_cuts; // where in m_text each hole stands
    Bytes m_holes;                     // 16 + 32 bytes a hole
};

// Gives the original JSON (originalJson()) of the record, in the version with that digest: its
// contentHash, or in shells of earlier programs the SHA-256 of that JSON.
using ResourceLookup = std::function<Result<std::string>(const RecordId &id, const Digest &digest)>;

// Writes the file piece by piece; ShellMalformed, and what `lookup` and `write` return.
[[nodiscard]] Result<> rebuild(ByteView shell, const ResourceLookup &lookup,
                               const std::function<Result<>(std::string_view)> &write);
// The same as one string.
[[nodiscard]] Result<std::string> rebuild(ByteView shell, const ResourceLookup &lookup);

} // namespace apricot
