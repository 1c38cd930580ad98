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

void PollSchedule::spread(UnixTime start) {
    m_begun = start;
    m_moments.clear();
    for (const std::string &one : m_watched[m_whose]) m_moments.emplace(one, moment(start));
}

void PollSchedule::begin(UnixTime start) {
    if (m_watched.empty()) return;
    const auto had = [this](const auto &one) { return m_had.contains(one.first); };
    if (std::ranges::all_of(m_watched, had)) m_had.clear();
    std::vector<std::string> waiting;
    for (const auto &one : m_watched)
        if (!had(one)) waiting.push_back(one.first);
    m_whose = waiting[drawn(waiting.size(), m_random)];
    m_had.insert(m_whose);
    spread(start);
}

void PollSchedule::watch(Watched watched) {
    std::erase_if(watched, [](const auto &one) { return one.second.empty(); });
    const std::vector<std::string> before = std::exchange(m_watched, std::move(watched))[m_whose];
    const UnixTime now = m_clock.now();
    const auto whose = m_watched.find(m_whose);
    const auto left = std::exchange(m_moments, {});
    if (whose != m_watched.end() && now < m_begun + within)
        for (const std::string &one : whose->second) {
            const auto known = left.find(one);
            if (known != left.end())
                m_moments.insert(*known);
            else if (std::ranges::find(before, one) == before.end()) // else it was asked about
                m_moments.emplace(one, moment(std::max(now, m_begun)));
        }
    if (m_moments.empty()) begin(std::clamp(m_begun + turn, now, now + turn));
}

std::optional<UnixTime> PollSchedule::next() const {
    std::optional<UnixTime> out;
    for (const auto &[what, at] : m_moments) out = std::min(out.value_or(at), at);
    return out;
}

std::optional<std::string> PollSchedule::take() {
    const UnixTime now = m_clock.now();
    // Also when the clock was set back.
    if (std::ranges::any_of(m_moments, [now](const auto &one) {
            return one.second + late < now || one.second > now + turn + within;
        }))
        spread(now);
    const auto first =
        std::ranges::min_element(m_moments, {}, [](const auto &one) { return one.second; });
    if (first == m_moments.end() || first->second > now) return std::nullopt;
    std::string out = first->first;
    m_moments.erase(first);
    if (m_moments.empty()) begin(m_begun + turn);
    return out;
}

} // namespace apricot::gateway
