// SPDX-License-Identifier: GPL-3.0-or-later
// Transactions whose signatures have been verified, so that each is verified once although a
// consensus engine shows it several times. Thread-safe; bounded.
#pragma once

#include "ledger/transaction.h"

#include <list>
#include <map>
#include <mutex>

namespace apricot::comet {

class CheckCache {
  public:
    explicit CheckCache(std::size_t most = 20'000) : m_most(most) {}

    [[nodiscard]] std::shared_ptr<const CheckedTransaction> check(ByteView wire);
    // Several at once, spread over the cores.
    [[nodiscard]] std::vector<std::shared_ptr<const CheckedTransaction>>
    checkAll(const std::vector<ByteView> &wires);

  private:
    struct Entry {
        std::shared_ptr<const CheckedTransaction> checked;
        std::list<Digest>::iterator age;
    };
    [[nodiscard]] std::shared_ptr<const CheckedTransaction> find(const Digest &id);
    void keep(const std::shared_ptr<const CheckedTransaction> &checked);

    std::size_t m_most;
    std::mutex m_mutex;
    std::map<Digest, Entry> m_entries;
    std::list<Digest> m_ages; // oldest first
};

} // namespace apricot::comet
