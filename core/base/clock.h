// SPDX-License-Identifier: GPL-3.0-or-later
// Time is injected: whoever needs the time takes a Clock.
#pragma once

#include <cstdint>
#include <string>

namespace apricot {

using UnixTime = std::int64_t; // whole seconds since 1970-01-01T00:00:00Z

class Clock {
  public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual UnixTime now() const = 0;
};

class SystemClock final : public Clock {
  public:
    [[nodiscard]] UnixTime now() const override;
};

// For tests and simulations: stands still until told.
class FixedClock final : public Clock {
  public:
    explicit FixedClock(UnixTime at) : m_now(at) {}
    [[nodiscard]] UnixTime now() const override { return m_now; }
    void set(UnixTime at) { m_now = at; }
    void advance(UnixTime seconds) { m_now += seconds; }

  private:
    UnixTime m_now;
};

// "2026-03-01T09:30:00Z" (RFC 3339, UTC).
[[nodiscard]] std::string toRfc3339(UnixTime time);

} // namespace apricot
