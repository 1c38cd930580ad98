// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/poll_schedule.h"

#include "base/chance.h"

#include <algorithm>
#include <utility>

namespace apricot::gateway {

// In what is left of the turn's first half.
UnixTime PollSchedule::moment(UnixTime after) {
    return after + static_cast<UnixTime>(drawn(std::uint64_t(m_begun + within - after), m_random));
}

void PollSchedule::begin(UnixTime start) {
    const auto had = [this](const auto &one) { return m_had.contains(one.first); };
    if (std::ranges::all_of(m_watched, had)) m_had.clear();
    std::vector<std::string> waiting;
    for (const auto &one : m_watched)
        if (!had(one)) waiting.push_back(one.first);
    m_whose = waiting[drawn(waiting.size(), m_random)];
    m_had.insert(m_whose);
    m_begun = start;
    m_moments.clear();
    m_asked.clear();
    for (const std::string &one : m_watched[m_whose]) m_moments.emplace(one, moment(start));
}

void PollSchedule::settle() {
    if (m_watched.empty()) return;
    const UnixTime now = m_clock.now();
    const bool isSetBack = now < m_begun - turn; // the clock
    if (isSetBack || now >= m_begun + turn) return begin(now);
    if (const auto whose = m_watched.find(m_whose); whose != m_watched.end())
        for (const std::string &one : whose->second) {
            const auto known = m_moments.find(one);
            if (m_asked.contains(one) || (known != m_moments.end() && known->second + late >= now))
                continue;
            if (known != m_moments.end()) m_moments.erase(known);
            if (now < m_begun + within) m_moments.emplace(one, moment(std::max(now, m_begun)));
        }
    if (!next()) begin(now < m_begun ? m_begun : m_begun + turn);
}

void PollSchedule::watch(Watched watched) {
    std::erase_if(watched, [](const auto &one) { return one.second.empty(); });
    m_watched = std::move(watched);
    settle();
}

std::map<std::string, UnixTime>::const_iterator PollSchedule::first() const {
    auto out = m_moments.end();
    if (const auto whose = m_watched.find(m_whose); whose != m_watched.end())
        for (const std::string &one : whose->second) {
            const auto at = m_moments.find(one);
            if (at != m_moments.end() && (out == m_moments.end() || at->second < out->second))
                out = at;
        }
    return out;
}

std::optional<UnixTime> PollSchedule::next() const {
    const auto one = first();
    return one == m_moments.end() ? std::nullopt : std::optional(one->second);
}

std::optional<std::string> PollSchedule::take() {
    settle();
    const auto one = first();
    if (one == m_moments.end() || one->second > m_clock.now()) return std::nullopt;
    std::string out = one->first;
    m_moments.erase(one);
    m_asked.insert(out);
    settle();
    return out;
}

} // namespace apricot::gateway
