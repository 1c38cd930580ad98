// SPDX-License-Identifier: GPL-3.0-or-later
// One description of a struct for writing and for reading: a function that names its fields in the
// order of the wire, and that both Encoder and Decoder walk, so that the two cannot drift apart.
//
//   struct Lot { LotId id; std::string name; std::vector<VerifyKey> keys; UnixTime made = 0; };
//
//   template <class Archive>
//   void fields(Archive &archive, cbor::In<Archive, Lot> &lot) {
//       archive(lot.id, lot.name, lot.keys, lot.made);          // an array of four
//       archive.check(lot.name.size() <= 128, "a long name");   // judged in reading only
//   }
//
//   Bytes wire = cbor::encode(lot);
//   Result<Lot> back = cbor::decode<Lot>(wire);
//
// archive(...) makes an array; it may be called several times, all fields stand in one array.
// archive.at(number, field) makes a map instead, numbers in the order of deterministic CBOR (0 1 2
// ... then -1 -2 ...); with a third argument the field is left out when it has that value, and
// a value that should have been left out is refused in reading, so that each struct has one form.
//
// A field is: a bool, a number (one that its type cannot hold is refused), an enumeration (its
// number; `check` whether it is known), std::string (UTF-8), Bytes, FixedBytes, std::optional (null
// in an array), std::vector, std::map of unsigned numbers to Item, another struct that has
// fields(), cbor::joined(...) of FixedBytes: one byte string without heads between, or
// cbor::enclosed(...): a byte string that holds the encoding of a field.
//
// encode() and decode() take any of these, not only a struct.
//
// After the first wrong item the rest is not read; what is wrong is told once, by decode().
#pragma once

#include "base/complaint.h"
#include "codec/cbor.h"

#include <map>
#include <tuple>
#include <type_traits>
#include <utility>

namespace apricot::cbor {

class Decoder;
// What a description takes: the struct itself in reading, a const one in writing.
template <class Archive, class T>
using In = std::conditional_t<std::is_same_v<Archive, Decoder>, T, const T>;

// An item of any type, encoded.
struct Item {
    Bytes encoded;
    bool operator==(const Item &) const = default;
};
using Items = std::map<std::uint64_t, Item>;

// FixedBytes, or vectors of them (at most one, at the end), as one byte string.
template <class... T>
struct Joined {
    std::tuple<T &...> parts;
};
template <class... T>
Joined<T...> joined(T &...parts) {
    return {std::tie(parts...)};
}

// A value's encoding in a byte string; one that is optional and not there is null.
template <class T>
struct Enclosed {
    T &value;
};
template <class T>
Enclosed<T> enclosed(T &value) {
    return {value};
}

template <class T>
[[nodiscard]] Bytes encode(const T &value);
template <class T>
[[nodiscard]] Result<T> decode(ByteView wire, Limits limits = {});

namespace described {

template <class Tag, std::size_t n>
std::true_type fixedOf(const FixedBytes<Tag, n> &);
std::false_type fixedOf(...);
template <class T>
concept Fixed = decltype(fixedOf(std::declval<const T &>()))::value;
template <class T>
concept Number = std::is_integral_v<T> && !std::is_same_v<T, bool>;
template <class T>
concept Enumeration = std::is_enum_v<T>;
template <class T>
std::true_type optionalOf(const std::optional<T> &);
std::false_type optionalOf(...);
template <class T>
concept Optional = decltype(optionalOf(std::declval<const T &>()))::value;

} // namespace described

class Encoder {
  public:
    template <class... T>
    void operator()(const T &...values) {
        ((write(values), ++m_count), ...);
    }
    template <class T>
    void at(std::int64_t number, const T &value) {
        m_map = true;
        ++m_count;
        m_items.integer(number);
        write(value);
    }
    template <class T>
    void at(std::int64_t number, const T &value, const std::type_identity_t<T> &leftOut) {
        if (value != leftOut) at(number, value);
    }
    template <class T>
    void at(std::int64_t number, const std::optional<T> &value) {
        if (value) at(number, *value);
    }
    void check(bool /*holds*/, const char * /*what*/) {}
    void check(const Complaint & /*complaint*/) {}
    [[nodiscard]] Bytes take() {
        Writer out;
        m_map ? out.map(m_count) : out.array(m_count);
        return out.raw(m_items.written()).take();
    }
    // A single item, without an array around it.
    template <class T>
    [[nodiscard]] static Bytes itemOf(const T &value) {
        Encoder archive;
        archive.write(value);
        return archive.m_items.take();
    }

  private:
    template <described::Number T>
    void write(const T &value) {
        if constexpr (std::is_signed_v<T>)
            m_items.integer(value);
        else
            m_items.unsignedInteger(value);
    }
    template <described::Enumeration T>
    void write(const T &value) {
        write(static_cast<std::underlying_type_t<T>>(value));
    }
    void write(const bool &value) { m_items.boolean(value); }
    void write(const std::string &value) { m_items.text(value); }
    void write(const Bytes &value) { m_items.bytes(value); }
    void write(const Item &value) { m_items.raw(value.encoded); }
    template <class Tag, std::size_t n>
    void write(const FixedBytes<Tag, n> &value) {
        m_items.bytes(value.view());
    }
    template <class T>
    void write(const std::optional<T> &value) {
        if (value)
            write(*value);
        else
            m_items.null();
    }
    template <class T>
    void write(const std::vector<T> &values) {
        m_items.array(values.size());
        for (const T &value : values) write(value);
    }
    void write(const Items &values) {
        m_items.map(values.size());
        for (const auto &[number, item] : values) m_items.unsignedInteger(number).raw(item.encoded);
    }
    template <class... T>
    void write(const Joined<T...> &values) {
        Bytes out;
        const auto add = [&out](const auto &part) {
            if constexpr (described::Fixed<std::decay_t<decltype(part)>>)
                append(out, part.view());
            else
                for (const auto &one : part) append(out, one.view());
        };
        std::apply([&](const auto &...part) { (add(part), ...); }, values.parts);
        m_items.bytes(out);
    }
    template <class T>
    void write(const Enclosed<T> &enclosed) {
        if constexpr (described::Optional<T>) {
            if (!enclosed.value)
                m_items.null();
            else
                m_items.bytes(encode(*enclosed.value));
        } else {
            m_items.bytes(encode(enclosed.value));
        }
    }
    template <class T>
    requires std::is_class_v<T>
    void write(const T &value) {
        Encoder inner;
        fields(inner, value);
        m_items.raw(inner.take());
    }

    Writer m_items;
    std::size_t m_count = 0;
    bool m_map = false;
};

class Decoder {
  public:
    explicit Decoder(Reader &reader) : m_reader(reader) {}

    template <class... T>
    void operator()(T &&...values) {
        (element(values), ...);
    }
    template <class T>
    void at(std::int64_t number, T &value) {
        if (!find(number)) return refuse("claim " + std::to_string(number) + " is missing");
        read(value);
    }
    template <class T>
    void at(std::int64_t number, T &value, const std::type_identity_t<T> &leftOut) {
        if (!find(number)) {
            value = leftOut;
            return;
        }
        read(value);
        check(value != leftOut, "a claim is written that is left out");
    }
    template <class T>
    void at(std::int64_t number, std::optional<T> &value) {
        value.reset();
        if (find(number)) read(value.emplace());
    }
    void check(bool holds, const char *what) {
        if (!holds) refuse(what);
    }
    void check(const Complaint &complaint) {
        if (complaint) refuse(*complaint);
    }
    // A single item, without an array around it.
    template <class T>
    [[nodiscard]] Result<> item(T &value) {
        read(value);
        if (m_error) return *m_error;
        return {};
    }
    // What was wrong first, or that something is left over.
    [[nodiscard]] Result<> finish() {
        if (!m_begun) begin(false);
        if (m_left != 0 || m_key) refuse("more fields than are known");
        if (m_error) return *m_error;
        return {};
    }

  private:
    void refuse(std::string what);
    void begin(bool map);
    // Whether that claim comes next; steps over its number.
    bool find(std::int64_t number);
    template <class T>
    void element(T &value) {
        if (!m_begun) begin(false);
        if (m_map || m_left == 0) return refuse("a field is missing");
        --m_left;
        read(value);
    }
    template <class T, class U>
    void take(Result<U> &&result, T &into) {
        if (result)
            into = std::move(result).value();
        else if (!m_error)
            m_error = result.error();
    }

    template <described::Number T>
    void read(T &value) {
        if (m_error) return;
        if constexpr (std::is_signed_v<T>) {
            std::int64_t wide = 0;
            take(m_reader.integer(), wide);
            check(std::in_range<T>(wide), "a number is too large");
            value = static_cast<T>(wide);
        } else {
            std::uint64_t wide = 0;
            take(m_reader.unsignedInteger(), wide);
            check(std::in_range<T>(wide), "a number is too large");
            value = static_cast<T>(wide);
        }
    }
    template <described::Enumeration T>
    void read(T &value) {
        std::underlying_type_t<T> number{};
        read(number);
        value = static_cast<T>(number);
    }
    void read(bool &value) {
        if (!m_error) take(m_reader.boolean(), value);
    }
    void read(std::string &value) {
        if (!m_error) take(m_reader.text(), value);
    }
    void read(Bytes &value) {
        if (!m_error) take(m_reader.bytes(), value);
    }
    void read(Item &value) {
        if (!m_error) take(m_reader.raw(), value.encoded);
    }
    template <class Tag, std::size_t n>
    void read(FixedBytes<Tag, n> &value) {
        if (!m_error) take(m_reader.fixed<FixedBytes<Tag, n>>(), value);
    }
    template <class T>
    void read(std::optional<T> &value) {
        value.reset();
        if (m_error) return;
        if (m_reader.next() == Reader::Type::Null)
            (void)m_reader.null();
        else
            read(value.emplace());
    }
    template <class T>
    void read(std::vector<T> &values) {
        values.clear();
        if (m_error) return;
        std::size_t count = 0;
        take(m_reader.array(), count);
        for (std::size_t i = 0; i < count && !m_error; ++i) read(values.emplace_back());
    }
    void read(Items &values);
    template <class... T>
    void read(Joined<T...> &values) {
        Bytes whole;
        read(whole);
        if (m_error) return;
        ByteView left = whole;
        std::apply([&](auto &...part) { (split(left, part), ...); }, values.parts);
        check(left.empty(), "the length of joined values");
    }
    template <class Tag, std::size_t n>
    void split(ByteView &left, FixedBytes<Tag, n> &part) {
        if (left.size() < n) return refuse("the length of joined values");
        part = *FixedBytes<Tag, n>::from(left.first(n));
        left = left.subspan(n);
    }
    template <class T>
    void split(ByteView &left, std::vector<T> &parts) {
        parts.clear();
        while (!left.empty() && !m_error) split(left, parts.emplace_back());
    }
    template <class T>
    void read(Enclosed<T> &enclosed) {
        if (m_error) return;
        if constexpr (described::Optional<T>) {
            enclosed.value.reset();
            if (m_reader.next() == Reader::Type::Null)
                (void)m_reader.null();
            else
                readEnclosed(enclosed.value.emplace());
        } else {
            readEnclosed(enclosed.value);
        }
    }
    template <class T>
    void readEnclosed(T &value) {
        Bytes encoded;
        read(encoded);
        if (!m_error) take(decode<T>(encoded), value);
    }
    template <class T>
    requires std::is_class_v<T>
    void read(T &value) {
        if (m_error) return;
        Decoder inner(m_reader);
        fields(inner, value);
        const auto whole = inner.finish();
        if (!whole) m_error = whole.error();
    }

    Reader &m_reader;
    std::optional<Error> m_error;
    std::size_t m_left = 0; // items, or pairs whose number has not been read
    std::optional<std::int64_t> m_key;
    bool m_begun = false, m_map = false;
};

template <class T>
Bytes encode(const T &value) {
    return Encoder::itemOf(value);
}

// The CBOR errors, and CborNotAsDescribed.
template <class T>
Result<T> decode(ByteView wire, Limits limits) {
    APRICOT_TRY_ASSIGN(reader, Reader::create(wire, limits));
    T out{};
    Decoder archive(reader);
    APRICOT_TRY(archive.item(out));
    return out;
}

} // namespace apricot::cbor
