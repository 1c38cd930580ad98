// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/cose.h"

#include "codec/cbor.h"
#include "crypto/sign.h"

#include <QByteArray>
#include <QCborArray>
#include <QCborMap>
#include <QCborStreamReader>
#include <QCborValue>

namespace apricot::cose {
namespace {

constexpr std::uint64_t sign1Tag = 18;
constexpr std::int64_t eddsa = -8;
constexpr int headerAlgorithm = 1;
constexpr int headerCritical = 2;

// << {1: -8} >>
constexpr std::array<std::uint8_t, 3> eddsaHeader = {0xa1, 0x01, 0x27};

// Sig_structure (RFC 9052 section 4.4).
Bytes toBeSigned(ByteView protectedHeader, ByteView externalAad, ByteView payload) {
    cbor::Writer w;
    w.array(4).text("Signature1").bytes(protectedHeader).bytes(externalAad).bytes(payload);
    return w.take();
}

Error malformed(const char *what) {
    return fail(ErrorCode::CoseMalformed, what);
}
Error unsupported(std::string what) {
    return fail(ErrorCode::CoseUnsupported, std::move(what));
}

Bytes bytesOf(const QByteArray &in) {
    return {in.begin(), in.end()};
}

} // namespace

Bytes sign1(const SigningKey &key, ByteView payload, ByteView externalAad) {
    const Signature signature = sign(key, toBeSigned(eddsaHeader, externalAad, payload));
    cbor::Writer w;
    w.tag(sign1Tag).array(4).bytes(eddsaHeader).map(0).bytes(payload).bytes(signature.view());
    return w.take();
}

Result<Sign1> decodeSign1(ByteView message) {
    APRICOT_TRY_ASSIGN(reader, cbor::Reader::create(message));
    APRICOT_TRY_ASSIGN(tag, reader.tag());
    APRICOT_TRY_ASSIGN(parts, reader.array());
    if (tag != sign1Tag || parts != 4) return malformed("not a COSE_Sign1");
    APRICOT_TRY_ASSIGN(header, reader.bytes());
    if (!std::equal(header.begin(), header.end(), eddsaHeader.begin(), eddsaHeader.end()))
        return malformed("protected header");
    APRICOT_TRY_ASSIGN(unprotectedHeaders, reader.map());
    if (unprotectedHeaders != 0) return malformed("unprotected header");
    Sign1 out;
    APRICOT_TRY_ASSIGN(payload, reader.bytes());
    APRICOT_TRY_ASSIGN(signature, reader.fixed<Signature>());
    out.payload = std::move(payload);
    out.signature = signature;
    return out;
}

bool verifies(const Sign1 &message, const VerifyKey &key, ByteView externalAad) {
    return verify(key, toBeSigned(eddsaHeader, externalAad, message.payload), message.signature);
}

Result<Foreign> decodeForeign(ByteView message) {
    const QByteArray raw(reinterpret_cast<const char *>(message.data()),
                         static_cast<qsizetype>(message.size()));
    QCborStreamReader stream(raw);
    QCborValue value = QCborValue::fromCbor(stream);
    if (stream.lastError() != QCborError::NoError || stream.currentOffset() != raw.size())
        return malformed("not one CBOR item");
    if (value.isTag()) {
        if (value.tag() != QCborTag(sign1Tag)) return unsupported("another tag than COSE_Sign1");
        value = value.taggedValue();
    }
    const QCborArray parts = value.toArray();
    if (parts.size() != 4 || !parts[0].isByteArray() || !parts[1].isMap()
        || !parts[3].isByteArray())
        return malformed("not a COSE_Sign1");
    if (!parts[2].isByteArray()) return unsupported("a detached payload");

    Foreign out{bytesOf(parts[0].toByteArray()), bytesOf(parts[2].toByteArray()),
                bytesOf(parts[3].toByteArray()), 0};
    QCborMap protectedHeader;
    if (!out.protectedHeader.empty()) {
        const QByteArray encoded = parts[0].toByteArray();
        QCborStreamReader headerStream(encoded);
        const QCborValue header = QCborValue::fromCbor(headerStream);
        if (headerStream.lastError() != QCborError::NoError || !header.isMap()
            || headerStream.currentOffset() != encoded.size())
            return malformed("protected header");
        protectedHeader = header.toMap();
    }
    const QCborMap open = parts[1].toMap();
    for (const auto [label, ignored] : protectedHeader) // RFC 9052 section 3: a label once only
        if (open.contains(label)) return malformed("a header in both places");
    // The labels Apricot understands are alg itself; whatever else is critical is not understood.
    if (open.contains(headerCritical)) return malformed("critical headers must be protected");
    if (protectedHeader.contains(headerCritical)) {
        const QCborValue critical = protectedHeader[headerCritical];
        if (!critical.isArray() || critical.toArray().isEmpty())
            return malformed("critical headers");
        for (const QCborValue label : critical.toArray())
            if (label != QCborValue(headerAlgorithm))
                return unsupported("an unknown critical header");
    }
    const QCborValue algorithm = protectedHeader.contains(headerAlgorithm)
                                     ? protectedHeader[headerAlgorithm]
                                     : QCborValue(open[headerAlgorithm]);
    out.algorithm = algorithm.toInteger();
    if (out.algorithm != eddsa) return unsupported("algorithm " + std::to_string(out.algorithm));
    return out;
}

bool verifies(const Foreign &message, const VerifyKey &key, ByteView externalAad) {
    const auto signature = Signature::from(message.signature);
    // An empty protected map is signed as an empty string (RFC 9052 section 4.4).
    const ByteView header =
        message.protectedHeader == Bytes{0xa0} ? ByteView{} : ByteView(message.protectedHeader);
    return signature && verify(key, toBeSigned(header, externalAad, message.payload), *signature);
}

} // namespace apricot::cose
