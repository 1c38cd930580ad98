// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/poll_schedule.h"

#include <algorithm>
#include <array>
#include <bit>

namespace apricot::gateway {

std::uint64_t drawn(std::uint64_t count, Random &random) {
    std::array<std::uint8_t, 8> raw{};
    random.fill(raw);
    return std::bit_cast<std::uint64_t>(raw) % count; // of 2^64: no bias that shows
}

std::vector<std::size_t> shuffled(std::size_t count, Random &random) {
    std::vector<std::size_t> out(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto j = static_cast<std::size_t>(drawn(i + 1, random));
        out[i] = out[j];
        out[j] = i;
    }
    return out;
}

UnixTime PollSchedule::moment() {
    return m_clock.now() + 1 + static_cast<UnixTime>(drawn(within, m_random));
}

void PollSchedule::watch(const std::vector<std::string> &what) {
    std::map<std::string, UnixTime> moments;
    for (const std::string &one : what) {
        const auto known = m_moments.find(one);
        moments.emplace(one, known == m_moments.end() ? moment() : known->second);
    }
    m_moments = std::move(moments);
}

std::optional<UnixTime> PollSchedule::next() const {
    std::optional<UnixTime> out;
    for (const auto &[what, at] : m_moments) out = std::min(out.value_or(at), at);
    return out;
}

std::optional<std::string> PollSchedule::take() {
    const UnixTime now = m_clock.now();
    // Also when the clock was set back.
    for (auto &[what, at] : m_moments)
        if (at + late < now || at > now + within) at = moment();
    const auto first =
        std::ranges::min_element(m_moments, {}, [](const auto &one) { return one.second; });
    if (first == m_moments.end() || first->second > now) return std::nullopt;
    first->second = moment();
    return first->first;
}

} // namespace apricot::gateway
