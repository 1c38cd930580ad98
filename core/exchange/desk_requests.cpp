// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/desk_requests.h"

#include "base/lock.h"
#include "crypto/seal.h"

#include <fcntl.h>
#include <unistd.h>

namespace apricot {
namespace {

// Of one organisation within the window, about 100 bytes each; of all together ten times as many.
constexpr std::size_t mostOfOne = 10'000, mostOfAll = 100'000;
constexpr std::size_t timeSize = 8;
constexpr std::size_t entrySize = timeSize + OrganisationId::size + CollectNonce::size;

Bytes entryOf(const OrganisationId &organisation, const CollectNonce &nonce, UnixTime time) {
    Bytes out;
    append(out, bigEndian<timeSize>(static_cast<std::uint64_t>(time)));
    append(out, organisation.view());
    append(out, nonce.view());
    return out;
}

// One write, so that a crash leaves it or not; a torn one is the last and is not read.
bool appendTo(const std::filesystem::path &file, ByteView entry) {
    const int fd =
        ::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (fd < 0) return false;
    const bool written =
        ::write(fd, entry.data(), entry.size()) == static_cast<ssize_t>(entry.size())
        && ::fdatasync(fd) == 0;
    ::close(fd);
    return written;
}

} // namespace

DeskRequests::DeskRequests(StateReader &ledger, const Clock &clock, const VerifyKey &host,
                           std::filesystem::path file)
    : m_ledger(ledger), m_clock(clock), m_host(host), m_file(std::move(file)) {}

Result<> DeskRequests::readIfChanged() {
    const auto now = markOf(m_file);
    if (now == m_mark) return {};
    m_seen.clear();
    m_lines = 0;
    if (!now) return {}; // that one can be written shows later
    APRICOT_TRY_ASSIGN(kept, readFile(m_file, 4 * mostOfAll * entrySize));
    for (std::size_t at = 0; at + entrySize <= kept.size(); at += entrySize) {
        const ByteView entry = ByteView(kept).subspan(at, entrySize);
        const std::uint64_t time = fromBigEndian(entry.first(timeSize));
        const ByteView names = entry.subspan(timeSize);
        m_seen[*OrganisationId::from(names.first(OrganisationId::size))].emplace(
            *CollectNonce::from(names.subspan(OrganisationId::size)), static_cast<UnixTime>(time));
    }
    m_lines = 2 * mostOfAll; // written anew at the next entry: it may end torn
    return {};
}

Error DeskRequests::refused(const char *why) {
    return fail(ErrorCode::CollectionRefused, why);
}

Result<std::optional<Redeemed>> redeemed(StateReader &ledger, const GrantPublic &grant) {
    APRICOT_TRY_ASSIGN(value, ledger.standing(grantKey(grant)));
    if (!value) return std::optional<Redeemed>();
    APRICOT_TRY_ASSIGN(state, decodeGrantState(*value));
    APRICOT_TRY_ASSIGN(latest,
                       latestOpening(grant.subject, {grant.signer, grant.id}, lookInto(ledger)));
    return std::optional(
        Redeemed{state.organisation, state.used, state.uses, latest ? latest->time : 0});
}

Result<Admitted> DeskRequests::admit(ByteView request) {
    APRICOT_TRY_ASSIGN(asked, verifyCollectRequest(request));
    if (asked.host != m_host) return refused("the request is for another host");
    const UnixTime now = m_clock.now();
    if (asked.time < now - collectWindow || asked.time > now + collectWindow)
        return refused("the request is not of this moment");
    APRICOT_TRY_ASSIGN(value, m_ledger.standing(organisationKey(asked.organisation)));
    if (!value) return refused("unknown organisation");
    APRICOT_TRY_ASSIGN(organisation, decodeOrganisation(*value));
    if (organisation.status != OrganisationStatus::Active)
        return refused("the organisation is suspended");
    if (deskWith(organisation, asked.desk) == nullptr)
        return refused("the desk key is not the organisation's");
    return Admitted{std::move(asked), std::move(organisation)};
}

Result<> DeskRequests::mayOpen(const GrantPublic &grant, const Admitted &by) {
    APRICOT_TRY_ASSIGN(opened, redeemed(m_ledger, grant));
    if (!opened) return refused("not redeemed");
    if (opened->organisation != by.organisation.id) return refused("redeemed by another");
    if (m_clock.now() >= opened->latest + openFor)
        return refused("redeemed more than 24 hours ago");
    APRICOT_TRY_ASSIGN(ending, endingOf(grant, lookInto(m_ledger)));
    if (ending.why != Refusal::None) return refused("the grant has ended");
    return {};
}

void DeskRequests::forgetPast() {
    const UnixTime past = m_clock.now() - collectWindow;
    for (auto &[organisation, seen] : m_seen)
        std::erase_if(seen, [&](const auto &entry) { return entry.second < past; });
    std::erase_if(m_seen, [](const auto &entry) { return entry.second.empty(); });
}

// Appended; written anew without what is past when that is most of it.
Result<> DeskRequests::note(const CollectRequest &request) {
    if (++m_lines < 2 * mostOfAll
        && appendTo(m_file, entryOf(request.organisation, request.nonce, request.time)))
        return {};
    // Until that has been done: an entry behind a torn one would not be read.
    m_lines = 2 * mostOfAll;
    forgetPast();
    Bytes file;
    std::size_t lines = 0;
    for (const auto &[organisation, seen] : m_seen)
        for (const auto &[nonce, time] : seen) {
            append(file, entryOf(organisation, nonce, time));
            ++lines;
        }
    APRICOT_TRY(writeFile(m_file, file));
    m_lines = lines;
    return {};
}

Result<> DeskRequests::spend(const CollectRequest &request) {
    const std::scoped_lock lock(m_mutex);
    // An embedded ledger's folder is used by several processes at once.
    APRICOT_TRY_ASSIGN(alone, FileLock::take(m_file.string() + ".lock", FileLock::Wait::Yes));
    APRICOT_TRY(readIfChanged());
    const auto full = [&] {
        std::size_t all = 0;
        for (const auto &[organisation, seen] : m_seen) all += seen.size();
        return all >= mostOfAll || m_seen[request.organisation].size() >= mostOfOne;
    };
    if (full()) {
        forgetPast();
        if (full()) return refused("too many requests at once");
    }
    if (!m_seen[request.organisation].emplace(request.nonce, request.time).second)
        return fail(ErrorCode::DeskRequestAnswered);
    APRICOT_TRY(note(request));
    m_mark = markOf(m_file);
    return {};
}

Result<Bytes> releaseShare(DeskRequests &requests, HostKeys &keys, ByteView request) {
    APRICOT_TRY_ASSIGN(admitted, requests.admit(request));
    const auto &wanted = admitted.request.share;
    const auto grant = wanted ? verifyPublicPart(wanted->publicPart)
                              : Result<GrantPublic>(DeskRequests::refused("no share is asked for"));
    if (!grant) return grant.error();
    APRICOT_TRY(requests.mayOpen(*grant, admitted));
    APRICOT_TRY_ASSIGN(key, keys.keyOf(wanted->share.month));
    if (!key) return DeskRequests::refused("the month's key is not here");
    const auto share = openShare(wanted->share, *key, keys.id(), bindingOf(*grant));
    if (!share) return DeskRequests::refused("the share is not this host's");
    APRICOT_TRY(requests.spend(admitted.request));
    return seal(admitted.organisation.sealing, share->view());
}

} // namespace apricot
