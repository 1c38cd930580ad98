// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/clinic/outbox.h"

#include "base/unanswered.h"
#include "crypto/hash.h"

namespace apricot {
namespace {

Error outOfReach() {
    return fail(ErrorCode::MailboxOutOfReach);
}

// Why it waits on; nothing: it has left. The vault's errors.
Result<std::optional<Error>> sendOne(Vault &clinic, Mailbox &mailbox, const std::string &name) {
    APRICOT_TRY_ASSIGN(kept, clinic.get(spaces::outbox, name));
    if (kept && kept->size() > SealKey::size) {
        const auto inbox = SealKey::from(kept->view().first(SealKey::size));
        const auto posted = mailbox.post(*inbox, kept->view().subspan(SealKey::size));
        if (!posted) return std::optional(posted.error());
    }
    APRICOT_TRY(clinic.remove(spaces::outbox, name));
    return std::optional<Error>();
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
    m_waits = outOfReach();
    if (!m_mailbox) return {};
    APRICOT_TRY_ASSIGN(waits, sendOne(m_clinic, *m_mailbox, name));
    m_waits = std::move(waits);
    return {};
}

Result<std::size_t> waitingIn(Vault &clinic) {
    APRICOT_TRY_ASSIGN(names, clinic.keys(spaces::outbox));
    return names.size();
}

Result<Sent> sendWaiting(Vault &clinic, Mailbox &mailbox) {
    APRICOT_TRY_ASSIGN(names, clinic.keys(spaces::outbox));
    Sent out;
    for (const std::string &name : names) {
        APRICOT_TRY_ASSIGN(waits, sendOne(clinic, mailbox, name));
        if (waits)
            out.failure = std::move(waits);
        else
            ++out.letters;
        // Each would wait for it in vain.
        if (out.failure && isUnanswered(out.failure->code)) break;
    }
    return out;
}

} // namespace apricot
