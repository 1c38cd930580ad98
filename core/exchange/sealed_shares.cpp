// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/sealed_shares.h"

#include "crypto/derive.h"
#include "crypto/hash.h"
#include "crypto/seal.h"
#include "crypto/system_random.h"

#include <set>

namespace apricot {
namespace {

constexpr std::string_view sealLabel = "apricot share 1";
constexpr std::string_view commitmentLabel = "apricot share commitment 1";

bool isNumber(std::size_t holders) {
    return holders == 1 || (holders >= fewestHolders && holders <= mostHolders);
}

// Each part has a fixed length.
Bytes bound(const ShareBinding &binding, MonthNumber month, std::uint8_t at) {
    Bytes out;
    for (const ByteView part : {binding.subject.view(), binding.signer.view(), binding.grant.view(),
                                binding.audience.view()})
        append(out, part);
    append(out, bigEndian<2>(month));
    out.push_back(at);
    return out;
}

Result<SymmetricKey> shareKey(const OpenKey &own, const SealKey &other, const SealKey &ephemeral,
                              const SealKey &monthKey, const VerifyKey &node, Bytes info) {
    for (const ByteView part : {ephemeral.view(), monthKey.view(), node.view()}) append(info, part);
    return agreedKey(own, other, sealLabel, info);
}

Digest commitmentOf(const ShareBinding &binding, MonthNumber month, std::uint8_t at,
                    ByteView share) {
    return blake2b({viewOf(commitmentLabel), bound(binding, month, at), share});
}

} // namespace

ShareBinding bindingOf(const GrantPublic &grant) {
    return {grant.subject, grant.signer, grant.id, grant.audience};
}

Bytes encode(const ShareHeader &header) {
    Bytes out{static_cast<std::uint8_t>(header.shares.size())};
    append(out, bigEndian<2>(header.month));
    append(out, header.ephemeral.view());
    for (const SealedShare &share : header.shares)
        for (const ByteView part :
             {share.node.view(), share.sealed.view(), share.commitment.view()})
            append(out, part);
    return out;
}

std::optional<ShareHeader> decodeShareHeader(ByteView bytes) {
    if (bytes.empty() || !isNumber(bytes[0]) || bytes.size() < encodedSize(bytes[0]))
        return std::nullopt;
    ShareHeader out;
    out.month = static_cast<MonthNumber>(fromBigEndian(bytes.subspan(1, 2)));
    std::size_t at = 3;
    const auto take = [&](auto &into) {
        std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(at), into.size, into.bytes.begin());
        at += into.size;
    };
    take(out.ephemeral);
    std::set<VerifyKey> nodes;
    for (std::size_t i = 0; i < bytes[0]; ++i) {
        SealedShare share;
        take(share.node);
        take(share.sealed);
        take(share.commitment);
        if (!nodes.insert(share.node).second) return std::nullopt;
        out.shares.push_back(share);
    }
    return out;
}

Result<ShareHeader> sealShares(const SymmetricKey &half, const ShareBinding &binding,
                               const Holders &holders, Random &random) {
    std::set<VerifyKey> nodes;
    for (const Holder &holder : holders.nodes) nodes.insert(holder.node);
    if (nodes.size() != holders.nodes.size() || !isNumber(nodes.size()))
        return fail(ErrorCode::HoldersUnknown, std::to_string(holders.nodes.size()) + " nodes");
    APRICOT_TRY_ASSIGN(shares, splitSecret(half.view(), holders.nodes.size(),
                                           thresholdOf(holders.nodes.size()), random));
    const OpenKey once = *OpenKey::from(randomKey(random).view());
    ShareHeader out{holders.month, sealKeyOf(once), {}};
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const Holder &holder = holders.nodes[i];
        const ByteView value = shares[i].value.view();
        APRICOT_TRY_ASSIGN(key, shareKey(once, holder.key, out.ephemeral, holder.key, holder.node,
                                         bound(binding, holders.month, shares[i].at)));
        out.shares.push_back({holder.node, *SealedShareBytes::from(encryptOnce(key, value)),
                              commitmentOf(binding, holders.month, shares[i].at, value)});
    }
    return out;
}

Result<SecretBytes> openShare(const AskedShare &asked, const OpenKey &monthKey,
                              const VerifyKey &node, const ShareBinding &binding) {
    APRICOT_TRY_ASSIGN(key,
                       shareKey(monthKey, asked.ephemeral, asked.ephemeral, sealKeyOf(monthKey),
                                node, bound(binding, asked.month, asked.at)));
    return decryptOnce(key, asked.sealed.view());
}

bool isCommitted(const ShareHeader &header, const ShareBinding &binding, const SecretShare &share) {
    return share.at >= 1 && share.at <= header.shares.size()
           && header.shares[share.at - 1U].commitment
                  == commitmentOf(binding, header.month, share.at, share.value.view());
}

Result<SymmetricKey> joinHalf(const ShareHeader &header, const ShareBinding &binding,
                              std::vector<SecretShare> shares) {
    std::set<std::uint8_t> places;
    std::erase_if(shares, [&](const SecretShare &share) {
        return !isCommitted(header, binding, share) || !places.insert(share.at).second;
    });
    const std::size_t needed = thresholdOf(header.shares.size());
    if (shares.size() < needed)
        return fail(ErrorCode::TooFewShares,
                    std::to_string(shares.size()) + " of " + std::to_string(needed));
    shares.resize(needed);
    APRICOT_TRY_ASSIGN(half, joinShares(shares));
    return std::move(*SymmetricKey::from(half.view())); // a committed share has its length
}

} // namespace apricot
