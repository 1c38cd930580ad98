// SPDX-License-Identifier: GPL-3.0-or-later
// Deterministic CBOR (RFC 8949 section 4.2.1), the subset Apricot uses: integers of 64 bits, byte
// and text strings, arrays, maps with integer or text keys, true, false, null, tags. Reading is
// strict: what would not be written in exactly these bytes is refused.
#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <memory>

namespace apricot::cbor {

// Writes items in order. The caller states counts ahead and gives map keys in ascending bytewise
// order of their encodings (for small keys: 0, 1, 2 ... 23, 24 ..., then -1, -2 ..., then text).
class Writer {
  public:
    Writer &integer(std::int64_t value);
    Writer &unsignedInteger(std::uint64_t value);
    Writer &bytes(ByteView value);
    Writer &text(std::string_view value);
    Writer &boolean(bool value);
    Writer &null();
    Writer &array(std::size_t count);
    Writer &map(std::size_t pairs);
    Writer &tag(std::uint64_t tag);
    Writer &raw(ByteView encoded); // an item that is already encoded
    [[nodiscard]] Bytes take();
    [[nodiscard]] const Bytes &written() const { return m_out; }

  private:
    void head(std::uint8_t major, std::uint64_t argument);
    Bytes m_out;
};

struct Limits {
    std::size_t bytes = 1U << 20U;
    std::size_t depth = 16;
};

// Reads a document item by item. create() has already walked the whole input and refused anything
// that is not one deterministic item (CborMalformed, CborNotDeterministic, CborTooLarge), so that
// what follows can only fail because the item is of another type (CborUnexpectedType).
class Reader {
  public:
    [[nodiscard]] static Result<Reader> create(ByteView document, Limits limits = {});

    [[nodiscard]] Result<std::int64_t> integer();
    [[nodiscard]] Result<std::uint64_t> unsignedInteger();
    [[nodiscard]] Result<Bytes> bytes();
    // CborWrongLength unless it has exactly N bytes.
    template <class Fixed>
    [[nodiscard]] Result<Fixed> fixed() {
        APRICOT_TRY_ASSIGN(raw, bytes());
        const auto out = Fixed::from(raw);
        if (!out) return wrongLength(raw.size(), Fixed::size);
        return *out;
    }
    [[nodiscard]] Result<std::string> text(); // valid UTF-8
    [[nodiscard]] Result<bool> boolean();
    [[nodiscard]] Result<std::size_t> array();
    [[nodiscard]] Result<std::size_t> map();
    [[nodiscard]] Result<std::uint64_t> tag();
    // The encoded bytes of the next item, whole, stepping over it.
    [[nodiscard]] Result<Bytes> raw();

    enum class Type { Unsigned, Negative, Bytes, Text, Array, Map, Tag, Boolean, Null, End };
    [[nodiscard]] Type next() const;
    [[nodiscard]] Result<> null();
    [[nodiscard]] bool atEnd() const { return next() == Type::End; }

  private:
    explicit Reader(ByteView document) : m_data(document.begin(), document.end()) {}
    [[nodiscard]] static Error wrongLength(std::size_t have, std::size_t want);
    [[nodiscard]] Error unexpected(std::string_view wanted) const;
    // The argument of the next item if it is of this type, stepping over its head.
    [[nodiscard]] std::optional<std::uint64_t> step(Type wanted);
    Bytes m_data;
    std::size_t m_at = 0;
};

} // namespace apricot::cbor
