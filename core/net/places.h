// SPDX-License-Identifier: GPL-3.0-or-later
// Places that machines share: who has some gets one more only while more are free than it has. So
// one machine alone gets half of them, eight get a ninth each, and a ninth stays free for whoever
// comes next (dynamic thresholds, Choudhury and Hahne 1998).
#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <string>

namespace apricot::net {

class Places {
  public:
    explicit Places(std::size_t count) : m_free(count) {}
    // False: none for this machine now. Thread-safe, as all of it.
    [[nodiscard]] bool take(const std::string &machine) {
        const std::scoped_lock lock(m_mutex);
        const auto has = m_taken.try_emplace(machine, 0).first;
        const bool may = has->second < m_free;
        if (may) {
            ++has->second;
            --m_free;
        } else if (has->second == 0) {
            m_taken.erase(has);
        }
        return may;
    }
    void give(const std::string &machine) {
        const std::scoped_lock lock(m_mutex);
        const auto has = m_taken.find(machine);
        ++m_free;
        if (--has->second == 0) m_taken.erase(has);
    }
    [[nodiscard]] std::size_t free() const {
        const std::scoped_lock lock(m_mutex);
        return m_free;
    }

  private:
    mutable std::mutex m_mutex;
    std::size_t m_free;
    std::map<std::string, std::size_t> m_taken;
};

} // namespace apricot::net
