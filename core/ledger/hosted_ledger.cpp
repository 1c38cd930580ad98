// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/hosted_ledger.h"

#include "crypto/sign.h"
#include "ledger/receipt.h"

namespace apricot {

HostedLedger::HostedLedger(std::shared_ptr<Store> store, std::string chainId, SigningKey key,
                           const Clock &clock)
    : m_store(std::move(store)), m_chainId(std::move(chainId)), m_key(std::move(key)),
      m_public(verifyKeyOf(m_key)), m_clock(clock) {}

// Whoever finds nobody committing commits for all that wait; the others sleep. Signatures are
// checked before, by each caller's own thread.
Result<Outcome> HostedLedger::submit(ByteView transaction) {
    Waiting own{transaction, checkTransaction(transaction), std::nullopt};
    std::unique_lock lock(m_mutex);
    m_waiting.push_back(&own);
    m_changed.wait(lock, [&] { return own.outcome || !m_committing; });
    if (own.outcome) return *own.outcome;

    m_committing = true;
    const std::vector<Waiting *> batch = std::exchange(m_waiting, {});
    lock.unlock();
    commit(batch);
    lock.lock();
    m_committing = false;
    m_changed.notify_all();
    return *own.outcome;
}

void HostedLedger::commit(const std::vector<Waiting *> &batch) {
    std::vector<const CheckedTransaction *> checked;
    std::vector<ByteView> wires;
    for (const Waiting *waiting : batch) {
        checked.push_back(&waiting->checked);
        wires.push_back(waiting->wire);
    }
    std::vector<Outcome> outcomes;
    const Result<> written =
        m_store->write([&](const CommittedState &state) -> Result<std::optional<Block>> {
            APRICOT_TRY_ASSIGN(built,
                               buildBlock(state, m_chainId, m_clock.now(), m_key, checked, wires));
            outcomes = std::move(built.outcomes);
            return std::move(built.block);
        });
    if (written) tell();
    const std::scoped_lock lock(m_mutex);
    for (std::size_t i = 0; i < batch.size(); ++i) {
        if (written)
            batch[i]->outcome = std::move(outcomes[i]);
        else
            batch[i]->outcome = written.error();
    }
}

Result<ProvenAnswer> HostedLedger::query(ByteView key) {
    ProvenAnswer answer;
    answer.key.assign(key.begin(), key.end());
    const Result<> done = m_store->read([&](const CommittedState &state) -> Result<> {
        APRICOT_TRY_ASSIGN(height, state.height());
        APRICOT_TRY_ASSIGN(block, state.block(height));
        if (!block) return ledgerDamaged("the last block is missing");
        APRICOT_TRY_ASSIGN(found, findInTree(state, block->root, key));
        answer.value = std::move(found.value);
        answer.proof = encodeProof(found.proof);
        answer.header = std::move(block->header);
        answer.height = height;
        return {};
    });
    if (!done) return done.error();
    return answer;
}

Result<ProvenPrefix> HostedLedger::queryPrefix(const StatePrefix &prefix) {
    ProvenPrefix answer{prefix, {}, {}, 0};
    APRICOT_TRY(m_store->read([&](const CommittedState &state) -> Result<> {
        APRICOT_TRY_ASSIGN(height, state.height());
        APRICOT_TRY_ASSIGN(block, state.block(height));
        if (!block) return ledgerDamaged("the last block is missing");
        APRICOT_TRY_ASSIGN(proof, findUnder(state, block->root, prefix));
        answer.proof = std::move(proof);
        answer.header = std::move(block->header);
        answer.height = height;
        return {};
    }));
    return answer;
}

Result<std::vector<StoredBlock>> HostedLedger::blocksFrom(Height from, std::size_t most,
                                                          std::size_t bytes) {
    std::vector<StoredBlock> out;
    APRICOT_TRY(m_store->read([&](const CommittedState &state) -> Result<> {
        std::size_t read = 0;
        for (Height height = from; out.size() < most && read < bytes; ++height) {
            APRICOT_TRY_ASSIGN(block, state.block(height));
            if (!block) return {};
            for (const Bytes &transaction : block->transactions) read += transaction.size();
            out.push_back(std::move(*block));
        }
        return {};
    }));
    return out;
}

Result<VerifiedAnswer> HostedLedger::verify(const ProvenAnswer &answer) const {
    return verifyAnswer(answer, m_public, m_chainId);
}

// Reads what each watcher has not heard yet, whichever process wrote it.
void HostedLedger::tell() {
    const std::scoped_lock lock(m_watchers->mutex);
    const auto watchers = m_watchers->list; // a watcher may leave while it is told
    for (const auto &watcher : watchers) {
        std::vector<LedgerEvent> events;
        const Result<> read = m_store->read([&](const CommittedState &state) -> Result<> {
            for (;; ++watcher->next) {
                APRICOT_TRY_ASSIGN(block, state.block(watcher->next));
                if (!block) return {};
                APRICOT_TRY_ASSIGN(header, verifyHeader(block->header, m_public, m_chainId));
                for (Bytes &transaction : block->transactions)
                    events.push_back({header.height, header.time, std::move(transaction)});
            }
        });
        // What could not be read now is told after the next commit.
        static_cast<void>(read.ok());
        for (const LedgerEvent &event : events) watcher->told(event);
    }
}

Ledger::Subscription HostedLedger::watch(Height from,
                                         std::function<void(const LedgerEvent &)> told) {
    auto watcher = std::make_shared<Watcher>(Watcher{std::max<Height>(1, from), std::move(told)});
    {
        const std::scoped_lock lock(m_watchers->mutex);
        m_watchers->list.push_back(watcher);
    }
    tell();
    return {watcher.get(), [watcher, watchers = m_watchers](void *) {
                const std::scoped_lock lock(watchers->mutex);
                watchers->list.remove(watcher);
            }};
}

} // namespace apricot
