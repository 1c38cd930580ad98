// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/clinic/outbox.h"

#include "crypto/hash.h"
#include "exchange/envelope.h"

namespace apricot {
namespace {

Error outOfReach() {
    return fail(ErrorCode::MailboxOutOfReach);
}

Result<> sendOne(Vault &clinic, Mailbox &mailbox, const std::string &name) {
    APRICOT_TRY_ASSIGN(kept, clinic.get(spaces::outbox, name));
    if (!kept || kept->size() <= SealKey::size) return clinic.remove(spaces::outbox, name);
    const auto inbox = SealKey::from(kept->view().first(SealKey::size));
    APRICOT_TRY(mailbox.post(*inbox, kept->view().subspan(SealKey::size)));
    return clinic.remove(spaces::outbox, name);
}

} // namespace

Result<> Outbox::deposit(const Deposit &deposit) {
    if (!m_mailbox) return outOfReach();
    return m_mailbox->deposit(deposit);
}

Result<std::vector<HostFacts>> Outbox::hosts() {
    if (!m_mailbox) return outOfReach();
    return m_mailbox->hosts();
}

Result<Bytes> Outbox::collect(ByteView request, const CheckPackage &check) {
    if (!m_mailbox) return outOfReach();
    return m_mailbox->collect(request, check);
}

Result<Bytes> Outbox::collectAtOnce(ByteView request, const CheckPackage &check) {
    if (!m_mailbox) return outOfReach();
    return m_mailbox->collectAtOnce(request, check);
}

Released Outbox::release(const std::vector<Bytes> &requests) {
    if (!m_mailbox) return {{}, outOfReach()};
    return m_mailbox->release(requests);
}

Result<std::size_t> Outbox::sweep() {
    if (!m_mailbox) return outOfReach();
    return m_mailbox->sweep();
}

Result<> Outbox::fetchEach(const SealKey &inbox, const KnownMessage &known,
                           const TakeMessage &take) {
    if (!m_mailbox) return outOfReach();
    return m_mailbox->fetchEach(inbox, known, take);
}

Result<> Outbox::post(const SealKey &inbox, ByteView sealed, const std::string & /*here*/) {
    APRICOT_TRY_ASSIGN(waiting, waitingIn(m_clinic));
    if (waiting >= mostWaiting) return fail(ErrorCode::OutboxFull, std::to_string(waiting));
    const std::string name = toHex(sha256({inbox.view(), sealed}).view());
    Bytes kept(inbox.view().begin(), inbox.view().end());
    kept.insert(kept.end(), sealed.begin(), sealed.end());
    APRICOT_TRY(m_clinic.put(spaces::outbox, name, kept));
    if (m_mailbox) (void)sendOne(m_clinic, *m_mailbox, name).ok(); // else it waits
    return {};
}

Result<std::size_t> waitingIn(Vault &clinic) {
    APRICOT_TRY_ASSIGN(names, clinic.keys(spaces::outbox));
    return names.size();
}

Result<std::size_t> sendWaiting(Vault &clinic, Mailbox &mailbox) {
    APRICOT_TRY_ASSIGN(names, clinic.keys(spaces::outbox));
    for (const std::string &name : names) APRICOT_TRY(sendOne(clinic, mailbox, name));
    return names.size();
}

Result<> writeBackLater(const Inspection &visit, const Desk &desk, LetterKind kind,
                        const std::vector<std::string> &resources, Outbox &outbox,
                        const Clock &clock) {
    Letter letter;
    letter.kind = kind;
    letter.organisation = desk.organisation;
    letter.chainId = visit.grant.open.chainId;
    letter.grant = visit.grant.open.id;
    letter.inbox = visit.grant.closed.inbox;
    letter.time = clock.now();
    letter.resources = resources;
    APRICOT_TRY_ASSIGN(signedLetter, signLetter(std::move(letter), desk.signing));
    APRICOT_TRY_ASSIGN(envelope, sealEnvelope(visit.grant.closed.inbox, signedLetter));
    return outbox.post(visit.grant.closed.inbox, envelope);
}

} // namespace apricot
