// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/cbor.h"

#include "base/utf8.h"

#include <limits>

namespace apricot::cbor {
namespace {

enum Major : std::uint8_t { Unsigned, Negative, ByteString, TextString, Array, Map, Tag, Simple };

constexpr std::uint64_t simpleFalse = 20;
constexpr std::uint64_t simpleTrue = 21;
constexpr std::uint64_t simpleNull = 22;

// The first bytes of an item. `length` is 0 when they are cut off or of a form that is never valid.
struct Head {
    std::uint8_t major = 0;
    std::uint64_t argument = 0;
    std::size_t length = 0;
    bool shortest = true;
};

Head headAt(ByteView data, std::size_t at) {
    Head head;
    if (at >= data.size()) return head;
    head.major = data[at] >> 5U;
    const std::uint8_t info = data[at] & 31U;
    if (info < 24) {
        head.argument = info;
        head.length = 1;
        return head;
    }
    if (info > 27) { // reserved, or an indefinite length: allowed by CBOR, never deterministic
        head.shortest = info != 31;
        return head;
    }
    const std::size_t bytes = std::size_t{1} << (info - 24U);
    if (data.size() - at <= bytes) return head;
    for (std::size_t i = 1; i <= bytes; ++i) head.argument = head.argument << 8U | data[at + i];
    head.length = 1 + bytes;
    head.shortest = bytes == 1 ? head.argument >= 24 : head.argument >> (bytes * 4U) != 0;
    return head;
}

enum class Flaw { None, Malformed, NotDeterministic, TooDeep };

// Walks one item and everything in it.
Flaw walk(ByteView data, std::size_t &at, std::size_t depth) {
    if (depth == 0) return Flaw::TooDeep;
    const Head head = headAt(data, at);
    if (head.length == 0) return head.shortest ? Flaw::Malformed : Flaw::NotDeterministic;
    if (!head.shortest) return Flaw::NotDeterministic;
    at += head.length;
    const std::uint64_t left = data.size() - at;
    switch (head.major) {
    case Unsigned:
    case Negative:
        return Flaw::None;
    case ByteString:
    case TextString:
        if (head.argument > left) return Flaw::Malformed;
        if (head.major == TextString && !isUtf8(textOf(data.subspan(at, head.argument))))
            return Flaw::Malformed;
        at += head.argument;
        return Flaw::None;
    case Array:
        if (head.argument > left) return Flaw::Malformed; // every item takes a byte at least
        for (std::uint64_t i = 0; i < head.argument; ++i)
            if (const Flaw flaw = walk(data, at, depth - 1); flaw != Flaw::None) return flaw;
        return Flaw::None;
    case Map: {
        if (head.argument > left / 2) return Flaw::Malformed;
        ByteView previous;
        for (std::uint64_t i = 0; i < head.argument; ++i) {
            const std::size_t start = at;
            if (const Flaw flaw = walk(data, at, depth - 1); flaw != Flaw::None) return flaw;
            const ByteView key = data.subspan(start, at - start);
            if (i > 0
                && !std::lexicographical_compare(previous.begin(), previous.end(), key.begin(),
                                                 key.end()))
                return Flaw::NotDeterministic; // out of order, or twice
            previous = key;
            if (const Flaw flaw = walk(data, at, depth - 1); flaw != Flaw::None) return flaw;
        }
        return Flaw::None;
    }
    case Tag:
        return walk(data, at, depth - 1);
    default:
        // Floats, undefined and unassigned simple values are not in our subset.
        if (head.length != 1 || head.argument < simpleFalse || head.argument > simpleNull)
            return Flaw::NotDeterministic;
        return Flaw::None;
    }
}

} // namespace

void Writer::head(std::uint8_t major, std::uint64_t argument) {
    const auto top = static_cast<std::uint8_t>(major << 5U);
    if (argument < 24) {
        m_out.push_back(static_cast<std::uint8_t>(top | argument));
        return;
    }
    const unsigned size = argument <= 0xff         ? 0
                          : argument <= 0xffff     ? 1
                          : argument <= 0xffffffff ? 2
                                                   : 3;
    m_out.push_back(static_cast<std::uint8_t>(top | (24U + size)));
    for (unsigned shift = 8U << size; shift > 0;) {
        shift -= 8;
        m_out.push_back(static_cast<std::uint8_t>(argument >> shift));
    }
}

Writer &Writer::integer(std::int64_t value) {
    if (value >= 0)
        head(Unsigned, static_cast<std::uint64_t>(value));
    else
        head(Negative, static_cast<std::uint64_t>(-(value + 1)));
    return *this;
}
Writer &Writer::unsignedInteger(std::uint64_t value) {
    head(Unsigned, value);
    return *this;
}
Writer &Writer::bytes(ByteView value) {
    head(ByteString, value.size());
    append(m_out, value);
    return *this;
}
Writer &Writer::text(std::string_view value) {
    head(TextString, value.size());
    append(m_out, viewOf(value));
    return *this;
}
Writer &Writer::boolean(bool value) {
    head(Simple, value ? simpleTrue : simpleFalse);
    return *this;
}
Writer &Writer::null() {
    head(Simple, simpleNull);
    return *this;
}
Writer &Writer::array(std::size_t count) {
    head(Array, count);
    return *this;
}
Writer &Writer::map(std::size_t pairs) {
    head(Map, pairs);
    return *this;
}
Writer &Writer::tag(std::uint64_t tag) {
    head(Tag, tag);
    return *this;
}
Writer &Writer::raw(ByteView encoded) {
    append(m_out, encoded);
    return *this;
}
Bytes Writer::take() {
    return std::move(m_out);
}

Result<Reader> Reader::create(ByteView document, Limits limits) {
    std::size_t at = 0;
    Flaw flaw = Flaw::TooDeep;
    if (document.size() <= limits.bytes) {
        flaw = walk(document, at, limits.depth);
        if (flaw == Flaw::None && at != document.size())
            flaw = Flaw::Malformed; // something follows
    }
    const std::string where = "at byte " + std::to_string(at);
    if (flaw == Flaw::TooDeep)
        return fail(ErrorCode::CborTooLarge, std::to_string(document.size()) + " bytes, " + where);
    if (flaw == Flaw::NotDeterministic) return fail(ErrorCode::CborNotDeterministic, where);
    if (flaw == Flaw::Malformed) return fail(ErrorCode::CborMalformed, where);
    return Reader(document);
}

Reader::Type Reader::next() const {
    if (m_at >= m_data.size()) return Type::End;
    switch (m_data[m_at] >> 5U) {
    case Unsigned:
        return Type::Unsigned;
    case Negative:
        return Type::Negative;
    case ByteString:
        return Type::Bytes;
    case TextString:
        return Type::Text;
    case Array:
        return Type::Array;
    case Map:
        return Type::Map;
    case Tag:
        return Type::Tag;
    default:
        return (m_data[m_at] & 31U) == simpleNull ? Type::Null : Type::Boolean;
    }
}

std::optional<std::uint64_t> Reader::step(Type wanted) {
    if (next() != wanted) return std::nullopt;
    const Head head = headAt(m_data, m_at);
    m_at += head.length;
    return head.argument;
}

Error Reader::unexpected(std::string_view wanted) const {
    return fail(ErrorCode::CborUnexpectedType,
                "wanted " + std::string(wanted) + " at byte " + std::to_string(m_at));
}

Error Reader::wrongLength(std::size_t have, std::size_t want) {
    return fail(ErrorCode::CborWrongLength,
                std::to_string(have) + " bytes, not " + std::to_string(want));
}

Result<std::int64_t> Reader::integer() {
    constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    const std::size_t start = m_at;
    const bool negative = next() == Type::Negative;
    const auto argument = step(negative ? Type::Negative : Type::Unsigned);
    if (!argument || *argument > most) {
        m_at = start;
        return unexpected("an integer of 64 bits");
    }
    const auto value = static_cast<std::int64_t>(*argument);
    return negative ? -1 - value : value;
}

Result<std::uint64_t> Reader::unsignedInteger() {
    const auto argument = step(Type::Unsigned);
    if (!argument) return unexpected("an unsigned integer");
    return *argument;
}

Result<Bytes> Reader::bytes() {
    const auto size = step(Type::Bytes);
    if (!size) return unexpected("a byte string");
    const ByteView content = ByteView(m_data).subspan(m_at, *size);
    m_at += *size;
    return Bytes(content.begin(), content.end());
}

Result<std::string> Reader::text() {
    const auto size = step(Type::Text);
    if (!size) return unexpected("a text");
    std::string out(textOf(ByteView(m_data).subspan(m_at, *size)));
    m_at += *size;
    return out;
}

Result<bool> Reader::boolean() {
    const auto value = step(Type::Boolean);
    if (!value) return unexpected("true or false");
    return *value == simpleTrue;
}

Result<> Reader::null() {
    if (!step(Type::Null)) return unexpected("null");
    return {};
}

Result<std::size_t> Reader::array() {
    const auto count = step(Type::Array);
    if (!count) return unexpected("an array");
    return static_cast<std::size_t>(*count);
}

Result<std::size_t> Reader::map() {
    const auto pairs = step(Type::Map);
    if (!pairs) return unexpected("a map");
    return static_cast<std::size_t>(*pairs);
}

Result<std::uint64_t> Reader::tag() {
    const auto number = step(Type::Tag);
    if (!number) return unexpected("a tag");
    return *number;
}

Result<Bytes> Reader::raw() {
    const std::size_t start = m_at;
    std::size_t at = m_at;
    if (walk(m_data, at, std::numeric_limits<std::size_t>::max()) != Flaw::None)
        return unexpected("an item");
    m_at = at;
    return Bytes(m_data.begin() + static_cast<std::ptrdiff_t>(start),
                 m_data.begin() + static_cast<std::ptrdiff_t>(at));
}

} // namespace apricot::cbor
