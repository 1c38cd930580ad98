// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/cose.h"

#include "conformance/family.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace apricot::conformance {
namespace {

bool concerns(const std::filesystem::path &file) {
    return file.extension() == ".json";
}

std::optional<Bytes> hex(const QJsonValue &value) {
    return fromHex(value.toString().toLower().toStdString());
}

std::optional<VerifyKey> ed25519Key(const QJsonObject &key) {
    if (key.value(QStringLiteral("crv")).toString() != QStringLiteral("Ed25519"))
        return std::nullopt;
    const auto raw = hex(key.value(QStringLiteral("x_hex")));
    return raw ? VerifyKey::from(*raw) : std::nullopt;
}

// An example of the COSE working group: a message with its key, and whether it must fail. Apricot
// speaks COSE_Sign1 with Ed25519 alone; whatever else there is must be refused.
Verdict judge(const std::filesystem::path &, ByteView content) {
    const QByteArray raw(reinterpret_cast<const char *>(content.data()),
                         static_cast<qsizetype>(content.size()));
    const QJsonObject example = QJsonDocument::fromJson(raw).object();
    const QJsonObject input = example.value(QStringLiteral("input")).toObject();
    const auto message =
        hex(example.value(QStringLiteral("output")).toObject().value(QStringLiteral("cbor")));
    if (input.isEmpty() || !message || message->empty()) return {Kind::Refused, "no example"};
    const QJsonObject signing = input.value(QStringLiteral("sign0")).toObject();
    const auto key = ed25519Key(signing.value(QStringLiteral("key")).toObject());
    const bool mustFail = example.value(QStringLiteral("fail")).toBool();

    const auto decoded = cose::decodeForeign(*message);
    if (!decoded) {
        const std::string reason(nameOf(decoded.error().code));
        return {key && !mustFail ? Kind::Wrong : Kind::Refused,
                reason + ": " + decoded.error().detail};
    }
    if (!key) return {Kind::Refused, "another algorithm than Ed25519"};
    const Bytes aad = hex(signing.value(QStringLiteral("external"))).value_or(Bytes{});
    const bool good = cose::verifies(*decoded, *key, aad);
    if (good == mustFail)
        return {Kind::Wrong, good ? "verified, but must fail" : "not verified, but is genuine"};
    return good ? Verdict{Kind::Ok, "COSE_Sign1, verified"}
                : Verdict{Kind::Refused, "signature not genuine, as it should be"};
}

} // namespace

const Family coseFamily = {"cose", "examples of the COSE working group (COSE_Sign1 with Ed25519)",
                           concerns, judge};

} // namespace apricot::conformance
