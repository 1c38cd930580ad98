// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/patient/parcel.h"

#include "flows/patient/share.h"
#include "session/known_nodes.h"
#include "vault/dated_value.h"

#include <set>

namespace apricot {
namespace {

constexpr std::size_t copies = 2;

std::string nameOf(const GrantId &grant) {
    return toHex(grant.view());
}

bool isDue(const Dated &parcel, UnixTime now) {
    return parcel.at == 0 || now >= parcel.at + leaveAgainAfter;
}

Error outOfReach(std::string_view why) {
    return fail(ErrorCode::ClinicMailboxOutOfReach, std::string(why));
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

// Where the audience's packages wait, unless it lies there.
Result<> leave(Vault &vault, const Wallet &wallet, Mailbox &mailbox, const GrantId &id,
               const Dated &parcel, UnixTime now) {
    if (!isDue(parcel, now)) return {};
    APRICOT_TRY_ASSIGN(code, signedGrantOf(vault, id));
    APRICOT_TRY_ASSIGN(grant, verifyGrant(code));
    APRICOT_TRY_ASSIGN(nodes, rememberedNodes(vault, grant.open.chainId));
    const auto hosts = mailbox.hosts();
    if (!hosts) return outOfReach(nameOf(hosts.error().code));
    const Pseudonym pseudonym = wallet.pseudonymFor(grant.open.audience.view());
    std::size_t taken = 0;
    std::optional<Error> failure;
    bool ended = true; // as all say: one alone might lie
    for (const VerifyKey &host : mailboxesFor(nodes, *hosts, grant.open.audience)) {
        Deposit deposit{host, grant.closed.locator, code.publicPart, parcel.what, {}, {}};
        const auto left = mailbox.deposit(signDeposit(std::move(deposit), pseudonym.signing));
        if (!left && !failure) failure = left.error();
        ended = ended && !left && left.error().code == ErrorCode::PackageOfEndedGrant;
        if (left && ++taken == copies) break;
    }
    if (failure && ended) {
        APRICOT_TRY(dropParcel(vault, id));
        return *failure;
    }
    if (taken == 0 && failure && failure->code == ErrorCode::MailboxRefusedDeposit) return *failure;
    if (taken == 0)
        return outOfReach(failure ? nameOf(failure->code) : "no node acts for the clinic");
    // A mailbox may drop what is not redeemed in time.
    if (grant.open.expiry <= now + leaveAgainAfter) return dropParcel(vault, id);
    return keepDated(vault, spaces::packages, nameOf(id), now, parcel.what);
}

} // namespace

Result<> keepParcel(Vault &vault, const GrantId &grant, ByteView package) {
    return keepDated(vault, spaces::packages, nameOf(grant), 0, package);
}

Result<> dropParcel(Vault &vault, const GrantId &grant) {
    return vault.remove(spaces::packages, nameOf(grant));
}

Result<std::optional<Bytes>> parcelOf(Vault &vault, const GrantId &grant) {
    APRICOT_TRY_ASSIGN(parcel, dated(vault, spaces::packages, nameOf(grant)));
    return parcel ? std::optional(std::move(parcel->what)) : std::nullopt;
}

Result<> deliverParcel(Vault &vault, const Wallet &wallet, Mailbox &mailbox, const GrantId &id,
                       UnixTime now) {
    APRICOT_TRY_ASSIGN(parcel, dated(vault, spaces::packages, nameOf(id)));
    if (!parcel) return {};
    return leave(vault, wallet, mailbox, id, *parcel, now);
}

Result<Delivered> deliverParcels(Vault &vault, const Wallet &wallet, Mailbox &mailbox, UnixTime now,
                                 const std::optional<OrganisationId> &to) {
    APRICOT_TRY_ASSIGN(names, vault.keys(spaces::packages));
    Delivered out;
    for (const std::string &name : names) {
        const auto raw = fromHex(name);
        const auto id = raw ? GrantId::from(*raw) : std::nullopt;
        const auto given = id ? grantGiven(vault, *id) : Result<Given>(Given{});
        if (!id || !given || given->grant.open.expiry <= now) {
            APRICOT_TRY(vault.remove(spaces::packages, name));
            continue;
        }
        APRICOT_TRY_ASSIGN(parcel, dated(vault, spaces::packages, name)); // megabytes: read once
        if (!parcel) continue;
        const bool isMeant = !to || given->grant.open.audience == *to;
        const auto left =
            isMeant ? leave(vault, wallet, mailbox, *id, *parcel, now) : Result<>(); // or waits on
        if (parcel->at != 0) continue; // it was there already, for whoever was to open it
        if (!left && left.error().code == ErrorCode::PackageOfEndedGrant)
            out.ended = left.error();
        else if (!isMeant || !left)
            ++out.waiting;
    }
    return out;
}

Result<std::size_t> parcelsWaiting(Vault &vault) {
    APRICOT_TRY_ASSIGN(names, vault.keys(spaces::packages));
    std::size_t out = 0;
    for (const std::string &name : names) {
        APRICOT_TRY_ASSIGN(parcel, dated(vault, spaces::packages, name));
        out += parcel && parcel->at == 0;
    }
    return out;
}

} // namespace apricot
