// SPDX-License-Identifier: GPL-3.0-or-later
// Headers with their hashes, answers of CometBFT's RPC, and ICS 23 proofs.
#include "comet/ics23.h"
#include "comet/light_verify.h"
#include "conformance/family.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace apricot::conformance {
namespace {

using namespace comet;

bool concerns(const std::filesystem::path &file) {
    return file.extension() == ".json";
}

QJsonObject objectIn(ByteView content) {
    return QJsonDocument::fromJson({reinterpret_cast<const char *>(content.data()),
                                    static_cast<qsizetype>(content.size())})
        .object();
}
std::string compact(const QJsonObject &object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}
std::string hashText(const Header &header) {
    return toHex(hashOf(header).view());
}

// A header's hash is checked against one given beside it ("hash"), or shown.
Verdict judgeHeader(const std::filesystem::path &, ByteView content) {
    const QJsonObject object = objectIn(content);
    const auto header = readHeader(textOf(content));
    if (!header) return {Kind::Refused, "no header: " + header.error().detail};
    const std::string hash = hashText(*header);
    const QJsonValue given = object.value(QStringLiteral("hash"));
    if (given.isString())
        return {given.toString().toLower().toStdString() == hash ? Kind::Ok : Kind::Wrong, hash};
    return {Kind::Ok, "hash " + hash};
}

Verdict judgeSignedHeader(const QJsonObject &signedHeader, const std::string &where) {
    const auto block = readLightBlock(compact({{QStringLiteral("signed_header"), signedHeader}}));
    if (!block) return {Kind::Refused, where + ": " + block.error().detail};
    const bool same = toHex(block->commit.block.hash) == hashText(block->header);
    return {same ? Kind::Ok : Kind::Wrong,
            where + (same ? ": the header hashes to what was signed" : ": another hash")};
}

// Each header stands beside the hash of its block.
std::optional<Verdict> judgeBlockMeta(const QJsonValue &meta) {
    const QJsonValue headerValue = meta[QStringLiteral("block")].isObject()
                                       ? meta[QStringLiteral("block")][QStringLiteral("header")]
                                       : meta[QStringLiteral("header")];
    const QJsonValue id = meta[QStringLiteral("block_id")][QStringLiteral("hash")];
    if (!headerValue.isObject() || !id.isString()) return std::nullopt;
    const auto header = readHeader(compact(headerValue.toObject()));
    if (!header) return Verdict{Kind::Wrong, "header: " + header.error().detail};
    const bool same = hashText(*header) == id.toString().toLower().toStdString();
    return Verdict{same ? Kind::Ok : Kind::Wrong, same ? "hash agrees" : "another hash"};
}

Verdict judgeAll(const QJsonArray &metas) {
    Verdict out{Kind::Refused, "no headers"};
    int count = 0;
    for (const QJsonValue meta : metas) {
        const auto one = judgeBlockMeta(meta);
        if (!one) continue;
        if (one->kind != Kind::Ok) return *one;
        out = {Kind::Ok, std::to_string(++count) + " headers, each hash agrees"};
    }
    return out;
}

Verdict judgeRpc(const std::filesystem::path &, ByteView content) {
    const QJsonObject answer = objectIn(content);
    if (answer.contains(QStringLiteral("error"))) {
        const QJsonValue error = answer.value(QStringLiteral("error"));
        return {Kind::Refused,
                "the node says: " + error[QStringLiteral("message")].toString().toStdString()};
    }
    const QJsonObject result = answer.value(QStringLiteral("result")).toObject();
    if (result.contains(QStringLiteral("signed_header")))
        return judgeSignedHeader(result.value(QStringLiteral("signed_header")).toObject(),
                                 "commit");
    if (const auto block = judgeBlockMeta(result)) return *block;
    if (result.contains(QStringLiteral("block_metas")))
        return judgeAll(result.value(QStringLiteral("block_metas")).toArray());
    if (result.contains(QStringLiteral("blocks")))
        return judgeAll(result.value(QStringLiteral("blocks")).toArray());
    return {Kind::Refused, "an answer without headers: none is asked for by a client of ours"};
}

// The tree is named by the file, as the outside suite does.
Verdict judgeIcs23(const std::filesystem::path &file, ByteView content) {
    const QJsonObject object = objectIn(content);
    const auto field = [&](const char *name) {
        return fromHex(object.value(QLatin1String(name)).toString().toStdString());
    };
    const auto key = field("key");
    const auto proof = field("proof");
    const auto root = field("root");
    const auto value = field("value");
    if (!key || !proof || !root || !value || key->empty()) return {Kind::Refused, "no proof"};
    const std::string name = file.filename().string();
    std::vector<TreeKind> trees = {TreeKind::Iavl, TreeKind::Tendermint, TreeKind::Jellyfish};
    if (name.starts_with("iavl")) trees = {TreeKind::Iavl};
    if (name.starts_with("tendermint")) trees = {TreeKind::Tendermint};
    if (name.starts_with("smt"))
        return {Kind::Refused, "a tree that is neither IAVL, Tendermint's nor Jellyfish's"};
    const auto wanted = value->empty() ? std::nullopt : std::optional<Bytes>(*value);
    std::string why;
    for (const TreeKind tree : trees) {
        const auto verified = verifyIcs23(tree, *proof, *root, *key, wanted);
        if (verified) {
            // Whatever is changed must not verify any more.
            Bytes otherKey = *key;
            otherKey.front() ^= 1U;
            Bytes otherRoot = *root;
            otherRoot.front() ^= 1U;
            const bool fooled =
                verifyIcs23(tree, *proof, otherRoot, *key, wanted).ok()
                || (wanted && verifyIcs23(tree, *proof, *root, otherKey, wanted).ok());
            if (fooled) return {Kind::Wrong, "verified with another root or key too"};
            return {Kind::Ok, wanted ? "present, as shown" : "absent, as shown"};
        }
        why = verified.error().detail;
    }
    return {name.find("exist") != std::string::npos ? Kind::Wrong : Kind::Refused, why};
}

} // namespace

const Family headerHashFamily = {"header-hash", "CometBFT block headers, and the hash beside them",
                                 concerns, judgeHeader};
const Family rpcFamily = {"rpc", "answers of CometBFT's RPC: every header must hash to its block",
                          concerns, judgeRpc};
const Family ics23Family = {"ics23", "ICS 23 proofs of IAVL, Tendermint and Jellyfish trees",
                            concerns, judgeIcs23};

} // namespace apricot::conformance
