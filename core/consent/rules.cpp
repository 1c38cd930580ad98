// SPDX-License-Identifier: GPL-3.0-or-later
#include "consent/rules.h"

#include <algorithm>
#include <functional>

namespace apricot {

bool isVisibleAscii(std::string_view text, std::size_t longest) {
    return !text.empty() && text.size() <= longest
           && std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

Complaint complaintAboutChainId(std::string_view chainId) {
    if (isVisibleAscii(chainId, longestChainId)) return std::nullopt;
    return "the chain id is not 1 to 32 visible characters";
}

Complaint complaintAboutTimes(UnixTime notBefore, UnixTime expiry, UnixTime longest) {
    if (notBefore < 0 || expiry > lastTime) return "a time is out of range";
    if (expiry <= notBefore) return "the expiry is not after the beginning";
    if (expiry - notBefore > longest) return "it would last too long";
    return std::nullopt;
}

Complaint complaintAbout(const GrantPublic &grant) {
    if (auto times = complaintAboutTimes(grant.notBefore, grant.expiry, longestGrant)) return times;
    if (grant.uses < 1 || grant.uses > mostUses) return "uses are not 1 to 1000";
    if (!isPurpose(static_cast<std::uint8_t>(grant.purpose))) return "the purpose is unknown";
    if (!isLevel(grant.level)) return "the level is not 1 to 5";
    if (grant.delegations.size() > maxDelegations) return "there are more than 2 delegations";
    return complaintAboutChainId(grant.chainId);
}

namespace {

bool ascends(const std::vector<RecordName> &names) {
    return std::adjacent_find(names.begin(), names.end(), std::greater_equal<>()) == names.end();
}

Complaint complaintAbout(const Scope &scope) {
    const bool dated = scope.from || scope.until;
    const bool byKind = scope.kinds != 0;
    if (((scope.kinds | scope.alwaysKinds) & ~allKinds) != 0)
        return "the scope has an unknown kind";
    if (!byKind && scope.records.empty()) return "the scope opens nothing";
    if (scope.alwaysKinds != 0 && !(dated && byKind))
        return "kinds are opened whatever their date, but there are no dates";
    if (!scope.struckOut.empty() && !byKind) return "records are struck out of no kind";
    for (const auto &time : {scope.from, scope.until})
        if (time && (*time < firstRecord || *time > lastTime)) return "a date is out of range";
    if (scope.from && scope.until && *scope.from >= *scope.until) return "the dates are reversed";
    if (scope.records.size() > maxNamedRecords || scope.struckOut.size() > maxNamedRecords)
        return "too many records are named";
    if (!ascends(scope.records) || !ascends(scope.struckOut))
        return "the named records are not ascending";
    for (const RecordName &name : scope.struckOut)
        if (std::binary_search(scope.records.begin(), scope.records.end(), name))
            return "a record is named and struck out";
    return std::nullopt;
}

} // namespace

Complaint complaintAbout(const Wish &wish) {
    if (wish.minutes < 1 || UnixTime{wish.minutes} * 60 > longestGrant)
        return "the time is not 1 minute to 366 days";
    if (wish.uses < 1 || wish.uses > mostUses) return "uses are not 1 to 1000";
    if (!isPurpose(static_cast<std::uint8_t>(wish.purpose))) return "the purpose is unknown";
    if (!isLevel(wish.scope.level)) return "the level is not 1 to 5";
    if (!wish.scope.struckOut.empty()) return "a wish strikes no records out";
    return complaintAbout(wish.scope);
}

Complaint complaintAbout(const GrantPrivate &grant) {
    if (auto scope = complaintAbout(grant.scope)) return scope;
    if (grant.sealedHalf.size() > 256) return "the sealed half is too long";
    if (grant.textVersion == 0) return "the text has no version";
    if (grant.eraseBy < 0 || grant.eraseBy > lastTime) return "the erase-by date is out of range";
    if (grant.shareHolders != 0
        && (grant.shareHolders < fewestShareHolders || grant.shareHolders > mostShareHolders))
        return "the share holders are not 0 or 3 to 7";
    if (grant.openings.size() > maxDelegations) return "there are more than 2 delegations";
    if (grant.nodes.size() > 4) return "there are more than 4 nodes";
    for (const std::string &node : grant.nodes)
        if (!isVisibleAscii(node, 64)) return "a node is not 1 to 64 visible characters";
    if (grant.utcOffsetMinutes % 15 != 0 || grant.utcOffsetMinutes < -12 * 60
        || grant.utcOffsetMinutes > 14 * 60)
        return "the UTC offset is out of range";
    return std::nullopt;
}

} // namespace apricot
