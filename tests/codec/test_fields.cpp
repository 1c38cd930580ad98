// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/fields.h"
#include "program/test_program.h"

#include <QTest>

using namespace apricot;

namespace {

using PartId = FixedBytes<struct PartIdTag, 2>;
enum class Colour : std::uint8_t { Red = 1, Blue };

struct Part {
    PartId id;
    std::int16_t offset = 0;
    bool operator==(const Part &) const = default;
};
struct Whole {
    std::string name;
    Colour colour = Colour::Red;
    std::uint16_t small = 0;
    bool is = false;
    std::optional<std::int64_t> time;
    std::vector<Part> parts;
    PartId first, second;
    std::vector<PartId> rest;
    cbor::Items others;
    bool operator==(const Whole &) const = default;
};
struct Claims {
    Bytes what;
    std::optional<PartId> maybe;
    std::uint32_t usual = 7;
    Part part;
    bool operator==(const Claims &) const = default;
};

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, Part> &part) {
    archive(part.id, part.offset);
}
template <class Archive>
void fields(Archive &archive, cbor::In<Archive, Whole> &whole) {
    archive(whole.name, whole.colour, whole.small, whole.is, whole.time);
    archive(whole.parts, cbor::joined(whole.first, whole.second, whole.rest), whole.others);
    archive.check(whole.colour <= Colour::Blue, "the colour");
}
template <class Archive>
void fields(Archive &archive, cbor::In<Archive, Claims> &claims) {
    archive.at(1, claims.what);
    archive.at(2, claims.maybe);
    archive.at(-1, claims.usual, 7);
    archive.at(-2, claims.part);
}

Whole example() {
    return {"n",   Colour::Blue, 300,     true,         5, {{PartId{{1, 2}}, -3}},
            {{3}}, {{4}},        {{{5}}}, {{64, {{7}}}}};
}

template <class T>
ErrorCode codeOf(const Bytes &wire) {
    const auto read = cbor::decode<T>(wire);
    return read ? ErrorCode::None : read.error().code;
}

cbor::Writer claims(std::size_t pairs) {
    cbor::Writer out;
    out.map(pairs).integer(1).bytes(Bytes{9});
    return out;
}

} // namespace

class TestFields : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void theWireIsAsDescribed() {
        cbor::Writer w;
        w.array(8).text("n").unsignedInteger(2).unsignedInteger(300).boolean(true).integer(5);
        w.array(1).array(2).bytes(Bytes{1, 2}).integer(-3).bytes(Bytes{3, 0, 4, 0, 5, 0});
        w.map(1).unsignedInteger(64).unsignedInteger(7);
        QCOMPARE(cbor::encode(example()), w.take());
        cbor::Writer m = claims(2);
        m.integer(-2).array(2).bytes(Bytes{0, 0}).integer(0);
        QCOMPARE(cbor::encode(Claims{{9}, {}, 7, {}}), m.take());
    }

    void whatIsWrittenIsRead() {
        QVERIFY(*cbor::decode<Whole>(cbor::encode(example())) == example());
        QVERIFY(*cbor::decode<Whole>(cbor::encode(Whole{})) == Whole{});
        for (const Claims &c : {Claims{}, Claims{{1}, PartId{{2}}, 8, {PartId{{1}}, 1}}})
            QVERIFY(*cbor::decode<Claims>(cbor::encode(c)) == c);
    }

    void everyCutAndEveryAddedFieldIsRefused() {
        const Bytes wire = cbor::encode(example());
        for (std::size_t size = 0; size < wire.size(); ++size)
            QVERIFY(!cbor::decode<Whole>(ByteView(wire).first(size)));
        Bytes longer = wire;
        longer.push_back(0);
        ++longer[0]; // an array of nine
        QCOMPARE(codeOf<Whole>(longer), ErrorCode::CborNotAsDescribed);
        Bytes shorter = wire;
        shorter.resize(wire.size() - 4); // without the map
        --shorter[0];
        QCOMPARE(codeOf<Whole>(shorter), ErrorCode::CborNotAsDescribed);
    }

    void aNumberThatItsTypeCannotHoldIsRefused() {
        const auto part = [](std::int64_t offset) {
            return cbor::Writer().array(2).bytes(Bytes(2)).integer(offset).take();
        };
        QCOMPARE(codeOf<Part>(part(-32768)), ErrorCode::None);
        QCOMPARE(codeOf<Part>(part(32768)), ErrorCode::CborNotAsDescribed);
        QCOMPARE(codeOf<Part>(cbor::Writer().array(2).bytes(Bytes(3)).integer(0).take()),
                 ErrorCode::CborWrongLength);
        QCOMPARE(codeOf<Part>(cbor::Writer().array(2).text("ab").integer(0).take()),
                 ErrorCode::CborUnexpectedType);
        QCOMPARE(codeOf<Part>(cbor::encode(Claims{})), ErrorCode::CborUnexpectedType);
        Whole wrong = example();
        wrong.colour = static_cast<Colour>(3);
        QCOMPARE(codeOf<Whole>(cbor::encode(wrong)), ErrorCode::CborNotAsDescribed);
    }

    void aClaimHasOneForm() {
        const auto part = cbor::encode(Part{});
        QCOMPARE(codeOf<Claims>(claims(2).integer(-2).raw(part).take()), ErrorCode::None);
        // Missing, unknown, and written though it has the value for which it is left out.
        QCOMPARE(codeOf<Claims>(claims(1).take()), ErrorCode::CborNotAsDescribed);
        QCOMPARE(codeOf<Claims>(claims(3).integer(3).null().integer(-2).raw(part).take()),
                 ErrorCode::CborNotAsDescribed);
        QCOMPARE(codeOf<Claims>(claims(3).integer(-2).raw(part).integer(-3).null().take()),
                 ErrorCode::CborNotAsDescribed);
        QCOMPARE(codeOf<Claims>(claims(3).integer(-1).integer(7).integer(-2).raw(part).take()),
                 ErrorCode::CborNotAsDescribed);
        QCOMPARE(codeOf<Claims>(claims(3).integer(-1).integer(8).integer(-2).raw(part).take()),
                 ErrorCode::None);
    }
};

APRICOT_TEST(TestFields)
#include "test_fields.moc"
