// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/attachments.h"

#include "crypto/hash.h"

#include <sqlcipher/sqlite3.h>

namespace apricot {
namespace {

// chunk.place = attachment number << chunkBits | position.
constexpr unsigned chunkBits = 20; // 256 GiB an attachment

Error damaged(std::string what) {
    return fail(ErrorCode::AttachmentDamaged, std::move(what));
}

} // namespace

Result<> storeAttachment(const Database &db, const Digest &hash, ByteView content) {
    {
        APRICOT_TRY_ASSIGN(known, db.query("SELECT 1 FROM attachment WHERE hash = ?1"));
        known.bind(1, hash.view());
        APRICOT_TRY_ASSIGN(row, known.step());
        if (row) return {};
    }
    APRICOT_TRY_ASSIGN(head, db.query("INSERT INTO attachment(hash, size) VALUES(?1, ?2)"));
    head.bind(1, hash.view()).bind(2, static_cast<std::int64_t>(content.size()));
    APRICOT_TRY(head.run());
    std::int64_t place = sqlite3_last_insert_rowid(db.handle()) << chunkBits;
    APRICOT_TRY_ASSIGN(insert, db.query("INSERT INTO chunk VALUES(?1, ?2, ?3)"));
    while (!content.empty()) {
        const ByteView piece = content.first(std::min(chunkSize, content.size()));
        const Digest sum = blake2b(piece);
        insert.bind(1, place++).bind(2, sum.view()).bind(3, piece);
        APRICOT_TRY(insert.run());
        insert.reset();
        content = content.subspan(piece.size());
    }
    return {};
}

Result<Bytes> loadAttachment(const Database &db, const Digest &hash) {
    APRICOT_TRY_ASSIGN(head, db.query("SELECT number, size FROM attachment WHERE hash = ?1"));
    head.bind(1, hash.view());
    APRICOT_TRY_ASSIGN(found, head.step());
    if (!found) return damaged("missing " + toHex(hash.view()));
    const std::int64_t first = head.integer(0) << chunkBits;
    APRICOT_TRY_ASSIGN(chunks, db.query("SELECT place, hash, content FROM chunk"
                                        " WHERE place >= ?1 AND place < ?2 ORDER BY place"));
    chunks.bind(1, first).bind(2, first + (std::int64_t{1} << chunkBits));
    Bytes out;
    for (std::int64_t place = first;; ++place) {
        APRICOT_TRY_ASSIGN(row, chunks.step());
        if (!row) break;
        const ByteView content = chunks.blob(2);
        if (chunks.integer(0) != place || Digest::from(chunks.blob(1)) != blake2b(content))
            return damaged("chunk " + std::to_string(place - first));
        append(out, content);
    }
    if (static_cast<std::int64_t>(out.size()) != head.integer(1) || sha256(out) != hash)
        return damaged("content of " + toHex(hash.view()));
    return out;
}

} // namespace apricot
