// SPDX-License-Identifier: GPL-3.0-or-later
// When a phone looks after what it watches: each thing by itself, at a random moment of the quarter
// of an hour after the last, so that no two of them are ever asked about together because the
// person opened the program.
#pragma once

#include "base/clock.h"
#include "base/random.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace apricot::gateway {

// Below `count`, each as likely.
[[nodiscard]] std::uint64_t drawn(std::uint64_t count, Random &random);
// 0 to count - 1, in an order of chance.
[[nodiscard]] std::vector<std::size_t> shuffled(std::size_t count, Random &random);

class PollSchedule {
  public:
    static constexpr UnixTime within = 900; // seconds
    // What is later than that (the machine slept) gets another moment: else all of it would be
    // asked at once.
    static constexpr UnixTime late = 30;

    // Both must outlive it.
    PollSchedule(const Clock &clock, Random &random) : m_clock(clock), m_random(random) {}
    // What is watched from now on; what was watched before keeps its moment.
    void watch(const std::vector<std::string> &what);
    // The first moment; nothing: nothing is watched.
    [[nodiscard]] std::optional<UnixTime> next() const;
    // One thing whose moment has come; it has its next one then.
    [[nodiscard]] std::optional<std::string> take();

  private:
    [[nodiscard]] UnixTime moment();
    const Clock &m_clock;
    Random &m_random;
    std::map<std::string, UnixTime> m_moments;
};

} // namespace apricot::gateway
