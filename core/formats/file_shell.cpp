// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/file_shell.h"

#include "codec/cbor.h"
#include "codec/compress.h"
#include "formats/reader.h"

namespace apricot {

namespace {

constexpr std::uint64_t shellLimit = 512U << 20U; // of one that is read: older ones had no other
constexpr std::size_t largestMade = 128U << 20U;  // a Bundle of a million records has about 100
constexpr std::size_t holeSize = 16 + 32;

Error malformed(std::string detail) {
    return fail(ErrorCode::ShellMalformed, std::move(detail));
}

} // namespace

void ShellBuilder::text(std::string_view verbatim) {
    m_text += verbatim;
}

void ShellBuilder::hole(const RecordId &id, const Digest &content) {
    m_cuts.push_back(m_text.size());
    append(m_holes, id.view());
    append(m_holes, content.view());
}

// [ 1, text, [gap, gap ...], holes ]: each gap counts the bytes of text since the hole before.
Result<Bytes> ShellBuilder::take(const std::function<bool()> &wanted) {
    APRICOT_TRY(check());
    cbor::Writer out;
    out.array(4).integer(1).bytes(viewOf(m_text)).array(m_cuts.size());
    std::uint64_t last = 0;
    for (const std::uint64_t cut : m_cuts) {
        out.unsignedInteger(cut - last);
        last = cut;
    }
    out.bytes(m_holes);
    Bytes packed = gzip(out.take(), wanted);
    if (packed.empty()) return importCancelled();
    return packed;
}

Result<> ShellBuilder::check() const {
    const std::size_t size = m_text.size() + m_holes.size();
    if (size > largestMade) return fail(ErrorCode::ShellTooLarge, std::to_string(size) + " bytes");
    return {};
}

Result<> rebuild(ByteView shell, const ResourceLookup &lookup,
                 const std::function<Result<>(std::string_view)> &write) {
    APRICOT_TRY_ASSIGN(plain, gunzip(shell, shellLimit));
    APRICOT_TRY_ASSIGN(in, cbor::Reader::create(plain, {shellLimit, 4}));
    APRICOT_TRY_ASSIGN(parts, in.array());
    if (parts != 4) return malformed("not four parts");
    APRICOT_TRY_ASSIGN(version, in.integer());
    if (version != 1) return malformed("version " + std::to_string(version));
    APRICOT_TRY_ASSIGN(text, in.bytes());
    APRICOT_TRY_ASSIGN(count, in.array());
    std::vector<std::uint64_t> gaps;
    for (std::size_t i = 0; i < count; ++i) {
        APRICOT_TRY_ASSIGN(gap, in.unsignedInteger());
        gaps.push_back(gap);
    }
    APRICOT_TRY_ASSIGN(holes, in.bytes());
    if (holes.size() != count * holeSize) return malformed("holes do not match");
    std::string_view left = textOf(text);
    for (std::size_t i = 0; i < count; ++i) {
        if (gaps[i] > left.size()) return malformed("a hole beyond the text");
        APRICOT_TRY(write(left.substr(0, gaps[i])));
        left.remove_prefix(gaps[i]);
        const ByteView hole = ByteView(holes).subspan(i * holeSize, holeSize);
        APRICOT_TRY_ASSIGN(json,
                           lookup(*RecordId::from(hole.first(16)), *Digest::from(hole.last(32))));
        APRICOT_TRY(write(json));
    }
    return write(left);
}

Result<std::string> rebuild(ByteView shell, const ResourceLookup &lookup) {
    std::string out;
    APRICOT_TRY(rebuild(shell, lookup, [&out](std::string_view piece) -> Result<> {
        out += piece;
        return {};
    }));
    return out;
}

} // namespace apricot
