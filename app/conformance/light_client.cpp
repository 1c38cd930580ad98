// SPDX-License-Identifier: GPL-3.0-or-later
#include "comet/light_client.h"

#include "conformance/family.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <map>

namespace apricot::conformance {
namespace {

using namespace comet;

bool concerns(const std::filesystem::path &file) {
    return file.extension() == ".json";
}

std::string textOfJson(const QJsonValue &value) {
    return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact).toStdString();
}

UnixTime seconds(const QJsonValue &nanoseconds) {
    return nanoseconds.toString().toLongLong() / 1'000'000'000;
}

// What our client says to one block of a trace, in the words of the fixtures.
std::string verdictOf(const Result<Trusted> &step) {
    if (step) return "SUCCESS";
    return step.error().code == ErrorCode::LightNotEnoughTrust ? "NOT_ENOUGH_TRUST" : "INVALID";
}

std::optional<StepRules> rulesAt(const QJsonValue &period, const QJsonValue &now) {
    const auto time = readTime(now.toString().toStdString());
    if (!time) return std::nullopt;
    return StepRules{seconds(period), 10, *time};
}

// A trace of single steps: an initial block to trust, then blocks with the verdict each must get.
Verdict judgeSteps(const QJsonObject &trace) {
    const QJsonObject initial = trace.value(QStringLiteral("initial")).toObject();
    const auto first = readLightBlock(textOfJson(initial));
    if (!first) return {Kind::Refused, "initial block: " + first.error().detail};
    Trusted trusted{first->header.chainId, first->header.height, first->header.time,
                    first->commit.block.hash, first->nextValidators};
    std::string seen;
    bool wrong = false;
    for (const QJsonValue input : trace.value(QStringLiteral("input")).toArray()) {
        const auto rules =
            rulesAt(initial.value(QStringLiteral("trusting_period")), input[QStringLiteral("now")]);
        if (!rules) return {Kind::Refused, "a time that cannot be read"};
        const auto block = readLightBlock(textOfJson(input[QStringLiteral("block")]));
        const auto step = block ? verifyStep(trusted, *block, *rules) : block.error();
        const std::string verdict = verdictOf(step);
        const std::string wanted = input[QStringLiteral("verdict")].toString().toStdString();
        seen += (seen.empty() ? "" : ", ") + verdict;
        if (!step && verdict == "INVALID")
            seen += " (" + std::string(nameOf(step.error().code)) + ")";
        if (verdict != wanted) {
            seen += " instead of " + wanted;
            if (!step) seen += " (" + step.error().detail + ")";
            wrong = true;
        }
        if (step) trusted = *step;
    }
    if (seen.empty()) return {Kind::Refused, "no input"};
    return {wrong ? Kind::Wrong : Kind::Ok, seen};
}

class Peer final : public LightBlockSource {
  public:
    std::map<std::int64_t, LightBlock> blocks;
    [[nodiscard]] std::string name() const override { return "peer"; }
    [[nodiscard]] Result<LightBlock> lightBlock(std::int64_t height) override {
        const auto it = blocks.find(height);
        // As a node answers that does not have it.
        if (it == blocks.end()) return readLightBlock("{}");
        return it->second;
    }
};

std::optional<Peer> peerFrom(const QJsonValue &peer) {
    Peer out;
    for (const QJsonValue block : peer[QStringLiteral("lite_blocks")].toArray()) {
        auto read = readLightBlock(textOfJson(block));
        if (!read) return std::nullopt;
        out.blocks.emplace(read->header.height, *read);
    }
    return out;
}

// A whole run against several peers, which must end well or must not.
Verdict judgeBisection(const QJsonObject &run) {
    std::vector<Peer> peers;
    const auto primary = peerFrom(run.value(QStringLiteral("primary")));
    if (!primary) return {Kind::Refused, "a block that cannot be read"};
    peers.push_back(*primary);
    for (const QJsonValue witness : run.value(QStringLiteral("witnesses")).toArray()) {
        const auto peer = peerFrom(witness[QStringLiteral("value")]);
        if (!peer) return {Kind::Refused, "a block that cannot be read"};
        peers.push_back(*peer);
    }
    const QJsonValue options = run.value(QStringLiteral("trust_options"));
    const auto rules = rulesAt(options[QStringLiteral("period")], run.value(QStringLiteral("now")));
    const auto hash = fromHex(options[QStringLiteral("hash")].toString().toStdString());
    const auto start =
        peers.front().lightBlock(options[QStringLiteral("height")].toString().toLongLong());
    if (!rules || !hash || !start) return {Kind::Refused, "no options of trust"};
    const auto anchor = trustByHash(*start, *hash);
    if (!anchor) return {Kind::Refused, "the block to trust: " + anchor.error().detail};

    const FixedClock clock(rules->now.seconds);
    LightClient client(*anchor, {rules->trustingPeriod, rules->clockDrift, 200}, clock);
    std::vector<LightBlockSource *> nodes;
    nodes.reserve(peers.size());
    for (Peer &peer : peers) nodes.push_back(&peer);
    const auto reached =
        client.trust(run.value(QStringLiteral("height_to_verify")).toString().toLongLong(), nodes);
    const bool mayReach =
        run.value(QStringLiteral("expected_output")).toString() == QStringLiteral("no error");
    const std::string said =
        reached ? "reached" : "refused (" + std::string(nameOf(reached.error().code)) + ")";
    return {reached.ok() == mayReach ? Kind::Ok : Kind::Wrong, said};
}

Verdict judge(const std::filesystem::path &, ByteView content) {
    const QByteArray raw(reinterpret_cast<const char *>(content.data()),
                         static_cast<qsizetype>(content.size()));
    const QJsonObject root = QJsonDocument::fromJson(raw).object();
    if (root.contains(QStringLiteral("input"))) return judgeSteps(root);
    if (root.contains(QStringLiteral("height_to_verify"))) return judgeBisection(root);
    return {Kind::Refused, "no trace of a light client"};
}

} // namespace

const Family lightClientFamily = {
    "light-client", "traces of a light client, single steps and whole runs, with their verdicts",
    concerns, judge};

} // namespace apricot::conformance
