// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/patient/inbox.h"

#include "crypto/hash.h"
#include "exchange/envelope.h"
#include "flows/patient/letter_store.h"
#include "flows/patient/parcel.h"
#include "flows/patient/share.h"
#include "flows/shared/directory.h"
#include "vault/events.h"

#include <map>
#include <set>

namespace apricot {
namespace {

// A clinic that was shared with: the pseudonym's inbox, and the grants given under it.
struct Relationship {
    OrganisationId clinic;
    Pseudonym keys;
    std::set<GrantId> grants;
};

Result<std::vector<Relationship>> relationshipsOf(Vault &vault, const Wallet &wallet) {
    APRICOT_TRY_ASSIGN(names, vault.keys(spaces::grants));
    std::map<OrganisationId, Relationship> out;
    for (const std::string &name : names) {
        APRICOT_TRY_ASSIGN(stored, vault.get(spaces::grants, name));
        if (!stored) continue;
        APRICOT_TRY_ASSIGN(signedGrant, decodeGrant(stored->view()));
        APRICOT_TRY_ASSIGN(grant, verifyGrant(signedGrant));
        const OrganisationId &clinic = grant.open.audience;
        auto at = out.find(clinic);
        if (at == out.end())
            at = out.emplace(clinic, Relationship{clinic, wallet.pseudonymFor(clinic.view()), {}})
                     .first;
        if (grant.closed.inbox == at->second.keys.inbox) at->second.grants.insert(grant.open.id);
    }
    std::vector<Relationship> list;
    list.reserve(out.size());
    for (auto &entry : out) list.push_back(std::move(entry.second));
    return list;
}

// What the ledger says of a clinic now.
struct Standing {
    bool reached = false;
    std::optional<Organisation> clinic; // also a suspended one
};

Standing standingOf(Ledger &ledger, const OrganisationId &id) {
    auto clinic = registeredOrganisation(ledger, id);
    if (!clinic) return {};
    return {true, std::move(*clinic)};
}

bool isGenuine(const Letter &letter, const Relationship &from, const std::string &chainId) {
    if (letter.organisation != from.clinic || letter.inbox != from.keys.inbox
        || letter.chainId != chainId || !from.grants.contains(letter.grant))
        return false;
    if (letter.kind != LetterKind::Request) return true;
    const auto request = verifyRequest(letter.request);
    return request && request->organisation == letter.organisation && request->desk == letter.desk
           && request->chainId == chainId;
}

LetterState judge(const Result<Letter> &letter, const Relationship &from,
                  const std::string &chainId, const Standing &standing) {
    if (!letter || !isGenuine(*letter, from, chainId)) return LetterState::Forged;
    if (!standing.reached) return LetterState::Unchecked;
    const auto &clinic = standing.clinic;
    if (!clinic || clinic->status != OrganisationStatus::Active
        || deskWith(*clinic, letter->desk) == nullptr)
        return LetterState::UnknownSigner;
    return LetterState::Verified;
}

bool isUndecided(LetterState state) {
    return state == LetterState::Unchecked || state == LetterState::UnknownSigner;
}

// A message waits 90 days in a mailbox (exchange/directory_mailbox.h): then none comes again.
constexpr UnixTime forgedKept = UnixTime{92} * 86400;

class Fetch {
  public:
    Fetch(Vault &vault, const std::string &chainId, UnixTime now)
        : m_vault(vault), m_chainId(chainId), m_now(now) {}

    Result<> begin() {
        APRICOT_TRY(tellInterrupted());
        APRICOT_TRY_ASSIGN(kept, keptLetters(m_vault));
        for (KeptLetter &letter : kept) {
            if (!letter.news.sender.name.empty())
                m_names[letter.news.sender.organisation] = letter.news.sender.name;
            m_known.emplace(letter.name, letter.news.sender.state);
            if (!isUndecided(letter.news.sender.state)) continue;
            APRICOT_TRY_ASSIGN(bytes, bytesOf(m_vault, letter.name));
            m_undecidedBytes += bytes.size();
            m_undecided.push_back(std::move(letter));
        }
        return {};
    }

    Result<> judgeAgain(const Relationship &from, const Standing &standing) {
        for (const KeptLetter &letter : m_undecided)
            if (letter.news.sender.organisation == from.clinic) {
                APRICOT_TRY_ASSIGN(bytes, bytesOf(m_vault, letter.name));
                APRICOT_TRY(settle(bytes, from, standing));
            }
        return {};
    }

    // Whether it need not come again: else it waits in the mailbox.
    template <class Ask>
    Result<bool> take(const Bytes &envelope, const Relationship &from, const Ask &standing) {
        const auto bytes = openEnvelope(from.keys.opening, envelope);
        if (!bytes) return true; // whoever knows the inbox can post rubbish
        const std::string name = letterName(*bytes);
        if (m_known.contains(name)) return true;
        APRICOT_TRY(settle(*bytes, from, standing()));
        return m_known.contains(name);
    }

    [[nodiscard]] bool hasUndecided(const Relationship &from) const {
        return std::ranges::any_of(m_undecided, [&](const KeptLetter &letter) {
            return letter.news.sender.organisation == from.clinic;
        });
    }

    // Those that were refused, in one piece: a flood of them is one line a day in the log.
    Result<> noteRefused(const Relationship &from) {
        if (m_refused.empty()) return {};
        APRICOT_TRY_ASSIGN(batch, m_vault.beginImport());
        for (const KeptLetter &letter : m_refused) APRICOT_TRY(keep(m_vault, letter));
        APRICOT_TRY_ASSIGN(count, refusedToLog(m_vault, from.clinic, m_refused.size(), m_now));
        if (count > 0)
            APRICOT_TRY(note<events::letterRefused>(m_vault, toHex(from.clinic.view()), count));
        APRICOT_TRY(batch->commit());
        for (KeptLetter &letter : m_refused) news.push_back(std::move(letter.news));
        m_refused.clear();
        return {};
    }

    // Those whose letters no mailbox has any more are forgotten.
    Result<> end() { return forgetForged(m_vault, m_now - forgedKept); }

    std::vector<News> news;

  private:
    Result<> tellInterrupted() {
        APRICOT_TRY_ASSIGN(reading, interruptedReading(m_vault));
        if (!reading) return {};
        KeptLetter kept;
        kept.name = reading->letter;
        kept.news.sender = {
            reading->clinic, {}, m_now, LetterState::Unreadable, LetterKind::Result};
        kept.arrived = m_now;
        APRICOT_TRY_ASSIGN(batch, m_vault.beginImport());
        APRICOT_TRY(keep(m_vault, kept));
        APRICOT_TRY(
            note<events::letterUnreadable>(m_vault, kept.name, toHex(reading->clinic.view())));
        APRICOT_TRY(endReading(m_vault));
        APRICOT_TRY(batch->commit());
        news.push_back(std::move(kept.news));
        return {};
    }

    Result<> settle(const Bytes &bytes, const Relationship &from, const Standing &standing) {
        APRICOT_TRY(beginReading(m_vault, {letterName(bytes), from.clinic}));
        auto settled = read(bytes, from, standing);
        const auto ended = endReading(m_vault);
        if (settled.ok() && !ended.ok()) settled = ended;
        return settled;
    }

    Result<> read(const Bytes &bytes, const Relationship &from, const Standing &standing) {
        const auto letter = verifyLetter(bytes);
        const LetterState state = judge(letter, from, m_chainId, standing);
        KeptLetter kept;
        kept.name = letterName(bytes);
        const auto before = m_known.find(kept.name);
        if (before != m_known.end() && before->second == state) return {};
        const LetterKind kind = letter ? letter->kind : LetterKind::Result;
        kept.news.kind = kind;
        kept.news.sender = {from.clinic, nameOf(from, standing), letter ? letter->time : m_now,
                            state, kind};
        if (letter) kept.grant = letter->grant;
        kept.arrived = m_now;
        m_known[kept.name] = state;
        if (state == LetterState::Forged) {
            m_refused.push_back(std::move(kept));
            return {};
        }
        if (isUndecided(state)) {
            if (before == m_known.end() && !hasRoomFor(bytes.size())) {
                m_known.erase(kept.name); // waits in the mailbox
                return {};
            }
            m_undecidedBytes += bytes.size();
            ++m_undecidedMore;
        }
        return bringInWhole(std::move(kept), *letter, bytes, standing);
    }

    Result<> bringInWhole(KeptLetter kept, const Letter &letter, const Bytes &bytes,
                          const Standing &standing) {
        APRICOT_TRY_ASSIGN(batch, m_vault.beginImport());
        if (kept.news.sender.state == LetterState::Verified) {
            APRICOT_TRY_ASSIGN(records, bringIn(m_vault, *batch, letter, kept.news.sender.name));
            kept.news.records = std::move(records);
            if (letter.kind == LetterKind::Request) {
                kept.request = letter.request;
                kept.news.asked = askedIn(letter, *standing.clinic);
                const auto noted = keepRequest(m_vault, *kept.news.asked);
                // Answered from a screen before, or too many: told, and not asked again.
                if (!noted && noted.error().code != ErrorCode::RequestAnswered
                    && noted.error().code != ErrorCode::TooManyRequests)
                    return noted.error();
            }
        }
        APRICOT_TRY(keep(m_vault, kept));
        APRICOT_TRY(keepBytes(m_vault, kept.name, bytes));
        if (kept.news.sender.state == LetterState::Verified && letter.kind == LetterKind::Request)
            APRICOT_TRY(
                note<events::request>(m_vault, kept.name, toHex(letter.organisation.view())));
        else if (kept.news.sender.state == LetterState::Verified)
            APRICOT_TRY(note<events::letter>(m_vault, kept.name, toHex(letter.organisation.view()),
                                             kept.news.records.size()));
        APRICOT_TRY(batch->commit());
        news.push_back(std::move(kept.news));
        return {};
    }

    static AskedFor askedIn(const Letter &letter, const Organisation &clinic) {
        const auto request = verifyRequest(letter.request); // as isGenuine has seen
        AskedFor out;
        if (request)
            out = {request->id,    clinic,           request->wish,
                   request->asked, request->expires, letter.request};
        return out;
    }

    std::string nameOf(const Relationship &from, const Standing &standing) const {
        if (standing.clinic) return standing.clinic->name;
        const auto known = m_names.find(from.clinic);
        return known == m_names.end() ? std::string() : known->second;
    }

    [[nodiscard]] bool hasRoomFor(std::size_t bytes) const {
        return m_undecided.size() + m_undecidedMore < mostUndecided
               && m_undecidedBytes + bytes <= undecidedBytes;
    }

    Vault &m_vault;
    std::string m_chainId;
    UnixTime m_now;
    std::map<std::string, LetterState, std::less<>> m_known; // by letterName
    std::map<OrganisationId, std::string> m_names;
    std::vector<KeptLetter> m_undecided, m_refused;
    std::size_t m_undecidedBytes = 0, m_undecidedMore = 0;
};

// Whose letters no mailbox has any more.
Result<> forgetSeen(Vault &vault, UnixTime before) {
    APRICOT_TRY_ASSIGN(names, vault.keys(spaces::lettersSeen));
    for (const std::string &name : names) {
        APRICOT_TRY_ASSIGN(kept, vault.get(spaces::lettersSeen, name));
        if (kept && static_cast<UnixTime>(fromBigEndian(kept->view())) < before)
            APRICOT_TRY(vault.remove(spaces::lettersSeen, name));
    }
    return {};
}

Result<> lookInto(const Relationship &from, Fetch &fetch, Vault &vault, Ledger &ledger,
                  Mailbox &mailbox, const Clock &clock) {
    APRICOT_TRY(forgetSeen(vault, clock.now() - forgedKept));
    std::set<std::string, std::less<>> seen;
    APRICOT_TRY_ASSIGN(names, vault.keys(spaces::lettersSeen));
    seen.insert(names.begin(), names.end());
    std::optional<Standing> asked;
    const auto standing = [&]() -> const Standing & {
        if (!asked) asked = standingOf(ledger, from.clinic);
        return *asked;
    };
    if (fetch.hasUndecided(from)) APRICOT_TRY(fetch.judgeAgain(from, standing()));
    const auto isSeen = [&seen](const Digest &id) { return seen.contains(toHex(id.view())); };
    const auto take = [&](const Bytes &envelope) -> Result<> {
        APRICOT_TRY_ASSIGN(isSettled, fetch.take(envelope, from, standing));
        if (!isSettled || envelope.size() <= inlineBody) return {};
        return vault.put(spaces::lettersSeen, toHex(sha256(envelope).view()),
                         bigEndian<8>(static_cast<std::uint64_t>(clock.now())));
    };
    APRICOT_TRY(mailbox.fetchEach(from.keys.inbox, isSeen, take));
    APRICOT_TRY(fetch.noteRefused(from));
    return vault.put(spaces::inboxLooked, toHex(from.clinic.view()),
                     bigEndian<8>(static_cast<std::uint64_t>(clock.now())));
}

} // namespace

std::string_view nameOf(LetterState state) {
    static constexpr std::array<std::string_view, 5> names = {
        "verified", "forged", "unknown-signer", "unchecked", "unreadable"};
    return names.at(static_cast<std::size_t>(state) - 1);
}

Result<std::vector<OrganisationId>> inboxesOf(Vault &vault) {
    APRICOT_TRY_ASSIGN(given, grantsGiven(vault));
    std::set<OrganisationId> out;
    for (const Given &one : given) out.insert(one.grant.open.audience);
    return std::vector<OrganisationId>(out.begin(), out.end());
}

Result<std::vector<News>> fetchInboxOf(const OrganisationId &clinic, Vault &vault,
                                       const Wallet &wallet, Ledger &ledger, Mailbox &mailbox,
                                       const Clock &clock) {
    APRICOT_TRY_ASSIGN(relationships, relationshipsOf(vault, wallet));
    Fetch fetch(vault, ledger.chainId(), clock.now());
    APRICOT_TRY(fetch.begin());
    for (const Relationship &from : relationships)
        if (from.clinic == clinic)
            APRICOT_TRY(lookInto(from, fetch, vault, ledger, mailbox, clock));
    APRICOT_TRY(fetch.end());
    return std::move(fetch.news);
}

Result<std::optional<UnixTime>> lastLooked(Vault &vault, const OrganisationId &clinic) {
    APRICOT_TRY_ASSIGN(kept, vault.get(spaces::inboxLooked, toHex(clinic.view())));
    if (!kept) return std::optional<UnixTime>();
    return std::optional(static_cast<UnixTime>(fromBigEndian(kept->view())));
}

Result<std::vector<News>> fetchInbox(Vault &vault, const Wallet &wallet, Ledger &ledger,
                                     Mailbox &mailbox, const Clock &clock) {
    APRICOT_TRY_ASSIGN(relationships, relationshipsOf(vault, wallet));
    Fetch fetch(vault, ledger.chainId(), clock.now());
    APRICOT_TRY(fetch.begin());
    for (const Relationship &from : relationships)
        APRICOT_TRY(lookInto(from, fetch, vault, ledger, mailbox, clock));
    APRICOT_TRY(fetch.end());
    return std::move(fetch.news);
}

} // namespace apricot
