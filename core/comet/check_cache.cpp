// SPDX-License-Identifier: GPL-3.0-or-later
#include "comet/check_cache.h"

#include "crypto/hash.h"

#include <atomic>
#include <thread>

namespace apricot::comet {

std::shared_ptr<const CheckedTransaction> CheckCache::find(const Digest &id) {
    const std::scoped_lock lock(m_mutex);
    const auto it = m_entries.find(id);
    if (it == m_entries.end()) return nullptr;
    m_ages.splice(m_ages.end(), m_ages, it->second.age);
    return it->second.checked;
}

void CheckCache::keep(const std::shared_ptr<const CheckedTransaction> &checked) {
    const std::scoped_lock lock(m_mutex);
    if (m_entries.contains(checked->id)) return;
    m_entries[checked->id] = {checked, m_ages.insert(m_ages.end(), checked->id)};
    if (m_entries.size() <= m_most) return;
    m_entries.erase(m_ages.front());
    m_ages.pop_front();
}

std::shared_ptr<const CheckedTransaction> CheckCache::check(ByteView wire) {
    if (auto known = find(sha256(wire))) return known;
    auto checked = std::make_shared<const CheckedTransaction>(checkTransaction(wire));
    keep(checked);
    return checked;
}

std::vector<std::shared_ptr<const CheckedTransaction>>
CheckCache::checkAll(const std::vector<ByteView> &wires) {
    std::vector<std::shared_ptr<const CheckedTransaction>> out(wires.size());
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t i = next++; i < wires.size(); i = next++) out[i] = check(wires[i]);
    };
    // A thread costs more than a few transactions.
    const std::size_t helpers = std::min<std::size_t>(
        std::max(1U, std::thread::hardware_concurrency()) - 1, wires.size() / 16);
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < helpers; ++i) threads.emplace_back(work);
    work();
    threads.clear();
    return out;
}

} // namespace apricot::comet
