// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/record_store.h"

#include "codec/cbor.h"
#include "vault/attachments.h"

namespace apricot {
namespace {

constexpr unsigned tieBits = 20;
constexpr UnixTime yearOne = -62135596800;
constexpr UnixTime yearTenThousand = 253402300800;
constexpr std::int64_t undatedSeconds = std::int64_t{1} << 20U;

// Strings go in as byte strings: the bytes come back as they were, whatever they are.
void put(cbor::Writer &out, std::string_view text) {
    out.bytes(viewOf(text));
}

Result<> get(cbor::Reader &in, std::string &out) {
    APRICOT_TRY_ASSIGN(bytes, in.bytes());
    out.assign(textOf(bytes));
    return {};
}

Result<> readExtra(const Database &db, ByteView extra, bool withAttachments, Record &out) {
    APRICOT_TRY_ASSIGN(in, cbor::Reader::create(extra, {.bytes = std::size_t{1} << 30U}));
    APRICOT_TRY(in.array());
    APRICOT_TRY_ASSIGN(codes, in.array());
    for (std::size_t i = 0; i < codes; ++i) {
        APRICOT_TRY(in.array());
        Coding &coding = out.codes.emplace_back();
        APRICOT_TRY(get(in, coding.system));
        APRICOT_TRY(get(in, coding.code));
        APRICOT_TRY(get(in, coding.display));
    }
    APRICOT_TRY_ASSIGN(references, in.array());
    for (std::size_t i = 0; i < references; ++i)
        APRICOT_TRY(get(in, out.references.emplace_back()));
    APRICOT_TRY(get(in, out.searchText));
    APRICOT_TRY_ASSIGN(attachments, in.array());
    for (std::size_t i = 0; i < attachments && withAttachments; ++i) {
        APRICOT_TRY(in.array());
        Attachment &attachment = out.attachments.emplace_back();
        APRICOT_TRY(get(in, attachment.contentType));
        APRICOT_TRY(get(in, attachment.title));
        APRICOT_TRY_ASSIGN(offset, in.unsignedInteger());
        attachment.jsonOffset = offset;
        APRICOT_TRY_ASSIGN(hash, in.fixed<Digest>());
        APRICOT_TRY_ASSIGN(content, loadAttachment(db, hash));
        attachment.content = std::move(content);
        attachment.digest = hash;
    }
    return {};
}

void bindRecord(Query &q, const PackedRecord &packed) {
    const Record &r = packed.record;
    q.bind(2, r.id.view())
        .bind(3, static_cast<std::int64_t>(r.kind))
        .bind(4, std::int64_t{r.level});
    q.bind(6, r.type).bind(7, r.logicalId).bind(8, r.version).bind(9, r.updated);
    q.bind(10, static_cast<std::int64_t>(r.date.precision)).bind(11, r.date.start);
    q.bind(12, r.date.text).bind(13, r.title).bind(14, r.value).bind(15, r.unit);
    q.bind(16, r.performer).bind(17, r.person).bind(18, packed.hash.view());
    q.bind(19, ByteView(packed.extra)).bind(20, viewOf(r.json));
}

} // namespace

std::int64_t firstRowAt(UnixTime time) {
    const UnixTime within = std::clamp(time, yearOne, yearTenThousand);
    return (within - yearOne + undatedSeconds) << tieBits;
}

std::int64_t firstDatedRow() {
    return firstRowAt(yearOne);
}

Result<std::int64_t> freeRow(const Database &db, const ClinicalDate &date) {
    const bool dated = date.precision != ClinicalDate::Precision::None;
    std::int64_t first = dated ? firstRowAt(date.start) : 0;
    // A second that is full (a million records) goes on in the next one.
    std::int64_t end = dated ? first + (std::int64_t{1} << tieBits) : firstDatedRow();
    for (;;) {
        APRICOT_TRY_ASSIGN(q, db.query("SELECT max(row) FROM record WHERE row >= ?1 AND row < ?2"));
        q.bind(1, first).bind(2, end);
        APRICOT_TRY(q.step());
        if (q.isNull(0)) return first;
        if (q.integer(0) + 1 < end) return q.integer(0) + 1;
        first = end;
        end = first + (std::int64_t{1} << tieBits);
    }
}

PackedRecord pack(const Record &record) {
    PackedRecord out{record, {}, {}, {}};
    cbor::Writer extra;
    extra.array(4);
    extra.array(record.codes.size());
    for (const Coding &coding : record.codes) {
        extra.array(3);
        put(extra, coding.system);
        put(extra, coding.code);
        put(extra, coding.display);
    }
    extra.array(record.references.size());
    for (const std::string &reference : record.references) put(extra, reference);
    put(extra, record.searchText);
    extra.array(record.attachments.size());
    for (const Attachment &attachment : record.attachments) {
        extra.array(4);
        const Digest hash = digestOf(attachment);
        out.attachments.push_back(hash);
        put(extra, attachment.contentType);
        put(extra, attachment.title);
        extra.unsignedInteger(attachment.jsonOffset);
        extra.bytes(hash.view());
    }
    out.extra = extra.take();
    out.hash = contentHash(record);
    return out;
}

Result<> insertRecord(const Database &db, std::int64_t row, const PackedRecord &packed,
                      std::optional<std::int64_t> chosenLevel) {
    APRICOT_TRY_ASSIGN(q, db.query("INSERT INTO record VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,"
                                   "?12,?13,?14,?15,?16,?17,?18,?19,?20)"));
    q.bind(1, row);
    if (chosenLevel) q.bind(5, *chosenLevel);
    bindRecord(q, packed);
    return q.run();
}

Result<> insertHistory(const Database &db, const PackedRecord &packed) {
    APRICOT_TRY_ASSIGN(q, db.query("INSERT INTO history VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,"
                                   "?12,?13,?14,?15,?16,?17,?18,?19,?20)"));
    bindRecord(q, packed);
    return q.run();
}

Result<Record> loadRecord(const Database &db, const Query &query, bool withAttachments) {
    Record out;
    const auto id = RecordId::from(query.blob(0));
    if (!id) return vaultDamaged("record id");
    out.id = *id;
    out.kind = static_cast<Kind>(query.integer(1));
    out.level = static_cast<std::uint8_t>(query.integer(2));
    out.type = query.text(3);
    out.logicalId = query.text(4);
    out.version = query.text(5);
    out.updated = query.text(6);
    out.date.precision = static_cast<ClinicalDate::Precision>(query.integer(7));
    out.date.start = query.integer(8);
    out.date.text = query.text(9);
    out.title = query.text(10);
    out.value = query.text(11);
    out.unit = query.text(12);
    out.performer = query.text(13);
    out.person = query.text(14);
    APRICOT_TRY(readExtra(db, query.blob(15), withAttachments, out));
    out.json = query.text(16);
    return out;
}

} // namespace apricot
