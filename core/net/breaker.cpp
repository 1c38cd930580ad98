// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/breaker.h"

namespace apricot::net {

void Breaker::cut() {
    const std::scoped_lock lock(m_mutex);
    m_cut = true;
    for (Wait *wait : m_waits) wait->m_told();
}

void Breaker::mend() {
    const std::scoped_lock lock(m_mutex);
    m_cut = false;
}

bool Breaker::isWaiting() const {
    const std::scoped_lock lock(m_mutex);
    return !m_waits.empty();
}

Breaker::Wait::Wait(Breaker &breaker, std::function<void()> told)
    : m_breaker(breaker), m_told(std::move(told)) {
    const std::scoped_lock lock(m_breaker.m_mutex);
    m_breaker.m_waits.insert(this);
    if (m_breaker.m_cut) m_told();
}

Breaker::Wait::~Wait() {
    const std::scoped_lock lock(m_breaker.m_mutex);
    m_breaker.m_waits.erase(this);
}

} // namespace apricot::net
