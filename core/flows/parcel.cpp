// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/parcel.h"

#include "flows/share.h"

#include <set>

namespace apricot {
namespace {

constexpr std::string_view parcelSpace = "packages"; // by grant: delivered (8 bytes) | package
constexpr std::string_view nodeSpace = "nodes";      // by chain id: asked (8 bytes) | nodes
constexpr std::string_view hostSpace = "host";       // by number: as nodes
constexpr std::size_t timeSize = 8;
constexpr UnixTime fresh = UnixTime{24} * 3600;
constexpr std::size_t copies = 2;

struct Kept {
    UnixTime at = 0;
    Bytes what;
};
Result<std::optional<Kept>> kept(Vault &vault, std::string_view space, std::string_view name) {
    APRICOT_TRY_ASSIGN(stored, vault.get(space, name));
    if (!stored || stored->size() < timeSize) return std::optional<Kept>();
    Kept out;
    out.at = static_cast<UnixTime>(fromBigEndian(stored->view().first(timeSize)));
    const ByteView what = stored->view().subspan(timeSize);
    out.what.assign(what.begin(), what.end());
    return std::optional(std::move(out));
}
Result<> keep(Vault &vault, std::string_view space, std::string_view name, UnixTime at,
              ByteView what) {
    Bytes out;
    append(out, bigEndian<timeSize>(static_cast<std::uint64_t>(at)));
    append(out, what);
    return vault.put(space, name, out);
}

std::string nameOf(const GrantId &grant) {
    return toHex(grant.view());
}

Error outOfReach(std::string_view why) {
    return fail(Code::ClinicMailboxOutOfReach, std::string(why));
}

// Where packages for the audience wait: at nodes that act for it; at any, when the state names
// none.
std::vector<VerifyKey> mailboxesFor(const std::vector<HolderNode> &nodes,
                                    const std::vector<HostFacts> &hosts,
                                    const OrganisationId &audience) {
    std::set<VerifyKey> serving;
    for (const HolderNode &node : nodes)
        if (node.servesAs(audience)) serving.insert(node.id);
    std::vector<VerifyKey> out;
    for (const HostFacts &host : hosts)
        if (nodes.empty() || serving.contains(host.id)) out.push_back(host.id);
    return out;
}

} // namespace

Result<std::vector<HolderNode>> knownNodes(Vault &vault, Ledger &ledger, const Clock &clock) {
    const std::string chain = ledger.chainId();
    const UnixTime now = clock.now();
    APRICOT_TRY_ASSIGN(last, kept(vault, nodeSpace, chain));
    const auto remembered = [&] {
        const auto nodes = last ? decodeNodes(last->what) : std::vector<HolderNode>();
        return nodes ? *nodes : std::vector<HolderNode>();
    };
    if (last && last->at <= now && now < last->at + fresh) return remembered();
    const auto nodes = nodesIn(ledger);
    if (!nodes) return remembered(); // out of reach: as they were
    APRICOT_TRY(keep(vault, nodeSpace, chain, now, encode(*nodes)));
    return *nodes;
}

Result<Holders> knownHost(Vault &vault, Mailbox *mailbox, MonthNumber month) {
    std::vector<HolderNode> nodes;
    if (const auto hosts = mailbox ? mailbox->hosts() : std::vector<HostFacts>();
        hosts && !hosts->empty()) {
        nodes.push_back({hosts->front().id, {}, {}, hosts->front().keys, {}});
        APRICOT_TRY(keep(vault, hostSpace, "last", 0, encode(nodes)));
    } else {
        APRICOT_TRY_ASSIGN(last, kept(vault, hostSpace, "last"));
        if (last)
            if (auto remembered = decodeNodes(last->what)) nodes = std::move(*remembered);
    }
    return singleHolder(nodes, {}, month).value_or(Holders{month, {}});
}

Result<> keepParcel(Vault &vault, const GrantId &grant, ByteView package) {
    return keep(vault, parcelSpace, nameOf(grant), 0, package);
}

Result<> dropParcel(Vault &vault, const GrantId &grant) {
    return vault.remove(parcelSpace, nameOf(grant));
}

Result<std::optional<Bytes>> parcelOf(Vault &vault, const GrantId &grant) {
    APRICOT_TRY_ASSIGN(parcel, kept(vault, parcelSpace, nameOf(grant)));
    return parcel ? std::optional(std::move(parcel->what)) : std::nullopt;
}

Result<> deliverParcel(Vault &vault, const Wallet &wallet, Mailbox &mailbox, const GrantId &id,
                       UnixTime now) {
    APRICOT_TRY_ASSIGN(parcel, kept(vault, parcelSpace, nameOf(id)));
    if (!parcel) return {};
    APRICOT_TRY_ASSIGN(code, signedGrantOf(vault, id));
    APRICOT_TRY_ASSIGN(grant, verifyGrant(code));
    APRICOT_TRY_ASSIGN(known, kept(vault, nodeSpace, grant.open.chainId));
    const auto nodes = known ? decodeNodes(known->what) : std::vector<HolderNode>();
    const auto hosts = mailbox.hosts();
    if (!hosts) return outOfReach(nameOf(hosts.error().code));
    const Pseudonym pseudonym = wallet.pseudonymFor(grant.open.audience.view());
    std::size_t taken = 0;
    std::optional<Error> failure;
    for (const VerifyKey &host :
         mailboxesFor(nodes ? *nodes : std::vector<HolderNode>(), *hosts, grant.open.audience)) {
        Deposit deposit{host, grant.closed.locator, code.publicPart, parcel->what, {}, {}};
        const auto left = mailbox.deposit(signDeposit(std::move(deposit), pseudonym.signing));
        if (!left && !failure) failure = left.error();
        if (left && ++taken == copies) break;
    }
    if (taken == 0 && failure && failure->code == Code::MailboxRefusedDeposit) return *failure;
    if (taken == 0)
        return outOfReach(failure ? nameOf(failure->code) : "no node acts for the clinic");
    // A mailbox may drop what is not redeemed in time.
    if (grant.open.expiry <= now + leaveAgainAfter) return dropParcel(vault, id);
    return keep(vault, parcelSpace, nameOf(id), now, parcel->what);
}

Result<std::size_t> deliverParcels(Vault &vault, const Wallet &wallet, Mailbox &mailbox,
                                   UnixTime now) {
    APRICOT_TRY_ASSIGN(names, vault.keys(parcelSpace));
    for (const std::string &name : names) {
        const auto raw = fromHex(name);
        const auto id = raw ? GrantId::from(*raw) : std::nullopt;
        const auto given = id ? grantGiven(vault, *id) : Result<Given>(Given{});
        if (!id || !given || given->grant.open.expiry <= now) {
            APRICOT_TRY(vault.remove(parcelSpace, name));
            continue;
        }
        APRICOT_TRY_ASSIGN(parcel, kept(vault, parcelSpace, name));
        if (parcel && parcel->at != 0 && now < parcel->at + leaveAgainAfter) continue;
        (void)deliverParcel(vault, wallet, mailbox, *id, now).ok(); // else it waits on
    }
    return parcelsWaiting(vault);
}

Result<std::size_t> parcelsWaiting(Vault &vault) {
    APRICOT_TRY_ASSIGN(names, vault.keys(parcelSpace));
    std::size_t out = 0;
    for (const std::string &name : names) {
        APRICOT_TRY_ASSIGN(parcel, kept(vault, parcelSpace, name));
        out += parcel && parcel->at == 0;
    }
    return out;
}

} // namespace apricot
