// SPDX-License-Identifier: GPL-3.0-or-later
// When a phone looks after what it watches: each half an hour is one relationship's turn, and each
// of its things is asked about at a moment of chance of the first quarter of an hour. So a session
// of minutes shows one relationship and not which others are the same person's, and questions about
// two are never nearer than a quarter of an hour. Whose turn it is chance says; each has one in a
// round.
#pragma once

#include "base/clock.h"
#include "base/random.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace apricot::gateway {

class PollSchedule {
  public:
    static constexpr UnixTime turn = 1800;  // seconds; its second half is silent
    static constexpr UnixTime within = 900; // the first, in which all is asked
    // What is later than that (the machine slept, the record was locked) gets another moment in
    // what is left of the first half, or waits for its next turn: else all would be asked at once.
    static constexpr UnixTime late = 30;

    using Watched = std::map<std::string, std::vector<std::string>>; // by relationship

    // Both must outlive it.
    PollSchedule(const Clock &clock, Random &random) : m_clock(clock), m_random(random) {}
    // What is watched from now on. Whose turn it is stays so, with the moments that are left and
    // what was asked about in it, also when nothing was watched in between (the record was locked).
    // What is new of the one whose turn it is gets a moment in what is left of the first half,
    // unless all was asked about by then.
    void watch(Watched watched);
    // The first moment; nothing: nothing is watched.
    [[nodiscard]] std::optional<UnixTime> next() const;
    // One thing whose moment has come; each has one at most in its relationship's turn.
    [[nodiscard]] std::optional<std::string> take();

  private:
    void begin(UnixTime start); // something is watched
    void settle();              // whose turn it is now, and moments for what has none or missed it
    [[nodiscard]] UnixTime moment(UnixTime after);
    [[nodiscard]] std::map<std::string, UnixTime>::const_iterator first() const; // of the watched

    const Clock &m_clock;
    Random &m_random;
    Watched m_watched;
    std::string m_whose;                       // turn it is
    UnixTime m_begun = 0;                      // the turn, or it will
    std::map<std::string, UnixTime> m_moments; // left in it, also of what is not watched now
    std::set<std::string> m_asked;             // about in it
    std::set<std::string> m_had;               // a turn, in this round
};

} // namespace apricot::gateway
