// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/memory_ledger.h"

#include "crypto/system_random.h"
#include "ledger/genesis.h"
#include "ledger/hosted_ledger.h"

namespace apricot {
namespace {

// Keeps the latest state only.
class MemoryStore final : public Store, private CommittedState {
  public:
    Result<> write(const Build &build) override {
        const std::scoped_lock lock(m_mutex);
        APRICOT_TRY_ASSIGN(built, build(*this));
        if (!built) return {};
        Block &block = *built;
        for (auto &[key, value] : block.writes) {
            if (value)
                m_values[key] = std::move(*value);
            else
                m_values.erase(key);
        }
        for (auto &[key, node] : block.tree.written) m_nodes[key] = std::move(node);
        for (const Bytes &key : block.tree.replaced) m_nodes.erase(key);
        m_blocks.push_back(std::move(block.stored));
        return {};
    }

    Result<> read(const std::function<Result<>(const CommittedState &)> &look) override {
        const std::scoped_lock lock(m_mutex);
        return look(*this);
    }

  private:
    Result<std::optional<Bytes>> value(ByteView key) const override {
        const auto it = m_values.find(Bytes(key.begin(), key.end()));
        if (it == m_values.end()) return std::optional<Bytes>();
        return std::optional<Bytes>(it->second);
    }
    Result<> eachValue(const Each &told) const override {
        for (const auto &[key, value] : m_values) {
            APRICOT_TRY_ASSIGN(goOn, told(key, value));
            if (!goOn) break;
        }
        return {};
    }
    Result<Bytes> node(ByteView nodeKey) const override {
        const auto it = m_nodes.find(Bytes(nodeKey.begin(), nodeKey.end()));
        if (it == m_nodes.end()) return ledgerDamaged("a node of the tree is missing");
        return it->second;
    }
    Result<Height> height() const override { return Height{m_blocks.size()}; }
    Result<std::optional<StoredBlock>> block(Height height) const override {
        if (height == 0 || height > m_blocks.size()) return std::optional<StoredBlock>();
        return std::optional<StoredBlock>(m_blocks[height - 1]);
    }

    std::mutex m_mutex;
    std::map<Bytes, Bytes> m_values, m_nodes;
    std::vector<StoredBlock> m_blocks;
};

} // namespace

Result<std::unique_ptr<Ledger>> createMemoryLedger(const Consortium &genesis, const Clock &clock,
                                                   Random &random) {
    APRICOT_TRY_ASSIGN(consortium, completeGenesis(genesis, random));
    SigningKey key;
    random.fill(key.writable());
    auto store = std::make_shared<MemoryStore>();
    const Result<> done =
        store->write([&](const CommittedState &state) -> Result<std::optional<Block>> {
            APRICOT_TRY_ASSIGN(block, buildGenesis(state, consortium, clock.now(), key));
            return std::optional<Block>(std::move(block));
        });
    if (!done) return done.error();
    return std::unique_ptr<Ledger>(std::make_unique<HostedLedger>(
        std::move(store), consortium.chainId, std::move(key), clock));
}

} // namespace apricot
